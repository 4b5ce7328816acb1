/**
 * Whole rollbacks of random environments, struck and killed: nothing is lost, nothing goes forward, nothing is told that
 * is not so, traffic is given back, and the next run finds where the first one came to.
 */
import './random/short-waits.ts';
import { setMaxListeners } from 'node:events';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { play } from './random/play.ts';
import { specs } from './random/spec.ts';
import { Servers } from './random/world.ts';

jest.setTimeout(7_200_000);

/**
 * Each is rolled back twice at least: `ENVIRONMENTS=500 SEED=7 npm test -- --testPathPatterns chain/environments`; with the
 * `path` that a failure shows, as `REPLAY=432`, only that one.
 */
const COUNT = Number(process.env.ENVIRONMENTS ?? 5);
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const { REPLAY } = process.env;

let servers: Servers;
beforeAll(async () => {
  // Every run waits for the end of its process.
  setMaxListeners(0, process);
  servers = await Servers.start();
});
afterAll(() => servers.stop());

test(`${COUNT} random environments, SEED=${SEED}`, async () => {
  const begun = performance.now();
  const found = await fc.check(
    fc.asyncProperty(specs(), (spec) => play(spec, servers)),
    // What fails is shown at once: looking for a smaller one takes as long as the test.
    {
      seed: SEED,
      numRuns: COUNT,
      endOnFailure: process.env.SHRINK === undefined,
      ...(REPLAY && { path: REPLAY }),
    },
  );
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  process.stderr.write(`${found.numRuns} random environments in ${seconds} s, SEED=${SEED}\n`);
  const why = found.errorInstance instanceof Error ? found.errorInstance.message : '';
  expect(found.failed ? `${why}\n${fc.defaultReportMessage(found)}` : '').toBe('');
});
