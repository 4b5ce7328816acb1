import { expect, test } from '@jest/globals';
import { HELD, isHeld } from '../../../src/systems/kubernetes/held.ts';
import type { Workload } from '../../../src/systems/kubernetes/objects.ts';

const note = { [HELD]: JSON.stringify({ replicas: 3, id: 'r1', at: '2026-11-25T12:00:00Z' }) };
const workload = (replicas: number, annotations: object = {}) =>
  ({ kind: 'Deployment', metadata: { name: 'api', annotations }, spec: { replicas } }) as unknown as Workload;

test.each([
  ['one that a rollback holds', workload(0, note), true],
  ['one that somebody has scaled up since', workload(2, note), false],
  ['one that is at zero by itself', workload(0), false],
])('%s', (_, given, held) => {
  expect(isHeld(given)).toBe(held);
});

test('a note that nobody can read is said, not taken for none', () => {
  expect(() => isHeld(workload(0, { [HELD]: '{' }))).toThrow(
    /^The annotation rollback-actions\/quiesced of api can not be read/,
  );
});
