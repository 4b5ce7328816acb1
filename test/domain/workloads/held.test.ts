import { expect, test } from '@jest/globals';
import { brokenHeldNote, HELD, isHeld } from '../../../src/domain/workloads/held.ts';
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

test.each(['{', 'null', '{"replicas":-1,"id":"r","at":"2026-11-25T12:00:00Z"}', '{"replicas":1e9}', '[]'])(
  'X18: a note that nobody can read, %s, is said and passed over',
  (text) => {
    const broken = workload(0, { [HELD]: text });
    expect(isHeld(broken)).toBe(false);
    expect(brokenHeldNote(broken)).toMatch(
      /^The annotation rollback-actions\/quiesced of deployment\/api cannot be read \(it.*\) and is passed over; /,
    );
    expect(brokenHeldNote(workload(0, note))).toBeUndefined();
  },
);
