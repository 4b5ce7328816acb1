import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { earlyEnd } from '../../src/assess/bake.ts';
import type { Sample } from '../../src/assess/observation.ts';
import { watch } from '../../src/assess/watch.ts';
import { DEPLOYED, NOW, settings, window } from './fixtures.ts';

const before = { deployedAt: DEPLOYED, memory: [], baseline: window(0.001) };
const inBake = settings({ planned: 6, consecutive: 3 });

async function bake(
  look: (number: number) => Sample | Promise<Sample>,
  signal = new AbortController().signal,
) {
  const numbers: number[] = [];
  let asked = 0;
  const { observation, early } = await watch(
    before,
    inBake,
    { first: 0.1, interval: 0.1 },
    {
      signal,
      early: (observation) => earlyEnd(observation, inBake),
      sample: async () => look(++asked),
      seen: (_, number) => numbers.push(number),
    },
  );
  return { looks: observation.looks.length, numbers, early };
}

const medium: Sample = { at: NOW, long: window(0.2), short: window(0.2) };

test('looks as often as planned', async () => {
  const began = performance.now();
  const { numbers, early } = await bake(() => medium);
  // A busy machine may lose some, also the last: it is over when the sixth is due, and not before. None comes twice.
  expect(performance.now() - began).toBeGreaterThan(590);
  expect(numbers.every((number) => number >= 1 && number <= 6)).toBe(true);
  expect([...new Set(numbers)].sort()).toEqual(numbers);
  expect(early).toBeUndefined();
});

test('ends as soon as it is sure', async () => {
  const high = { at: NOW, long: window(0.5), short: window(0.5) };
  expect(await bake(() => high)).toMatchObject({ looks: 3, early: 'failed' });
});

test('a look that takes longer than the interval does not make the bake longer', async () => {
  const { looks } = await bake(async (number) => {
    if (number === 2) await wait(1000);
    return medium;
  });
  expect(looks).toBe(2);
});

test('a cancelled run ends it', async () => {
  const controller = new AbortController();
  const running = bake(() => {
    controller.abort(new Error('cancelled'));
    return medium;
  }, controller.signal);
  await expect(running).rejects.toThrow('cancelled');
});
