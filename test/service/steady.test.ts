/** Marks are proofs: only what ran, was ready for a while and did not restart is marked. */
import { expect, test } from '@jest/globals';
import { awaitSteady } from '../../src/service/steady.ts';
import type { ContainerStatus, Pod } from '../../src/systems/kubernetes/objects.ts';
import { pod } from './fixtures.ts';

const NOW = Date.parse('2026-11-10T12:00:00Z');
const at = (secondsAgo: number) => new Date(NOW - secondsAgo * 1000).toISOString();
const ref = { kind: 'Deployment', name: 'web' } as const;

function running(secondsAgo: number, container: Partial<ContainerStatus> = {}): Pod {
  const made = pod('web-1', { ready: true });
  const status = { name: 'web', image: 'web:1', ready: true, restartCount: 0, ...container };
  return {
    ...made,
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: at(secondsAgo) }],
      containerStatuses: [status],
    },
  };
}
const steady = (...looks: Pod[][]) =>
  awaitSteady(
    ref,
    async () => looks.shift() as Pod[],
    () => new Date(NOW),
    AbortSignal.timeout(8000),
  );

test('what has been ready for a while proves it at once', async () => {
  expect(await steady([running(60)])).toHaveLength(1);
});

test('what has just become ready is looked at again', async () => {
  expect(await steady([running(4.9)], [running(60), running(60)])).toHaveLength(2);
});

const died = (ago: number) => ({ terminated: { reason: 'OOMKilled', exitCode: 137, finishedAt: at(ago) } });
test.each<[string, Pod[], RegExp]>([
  ['nothing runs', [], /has no pods, so nothing shows that it works/],
  [
    'a container died lately',
    [running(60, { restartCount: 1, lastState: died(65) })],
    /container web of pod web-1 ended at .* \(OOMKilled, exit code 137\) and was started again/,
  ],
])('nothing is proven where %s', async (_, pods, message) => {
  await expect(steady(pods)).rejects.toThrow(message);
});

test('a container that died an hour ago is forgiven', async () => {
  expect(await steady([running(3600, { restartCount: 1, lastState: died(3601) })])).toHaveLength(1);
});
