import { expect, test } from '@jest/globals';
import { planStep } from '../../src/service/plan.ts';
import { revisionLines } from '../../src/service/revisions.ts';
import { goodMark, history, replicaSet, rolledBackMark, workload } from './fixtures.ts';

test('K18: the plan lists revisions with images, times, marks and causes', () => {
  const owner = workload('Deployment', {});
  const good = replicaSet(1, 'web:1', {
    annotations: { ...goodMark('uid-web-1'), 'kubernetes.io/change-cause': 'release 1' },
  });
  good.metadata.creationTimestamp = '2026-10-31T00:00:00Z';
  const revisions = history(
    owner,
    replicaSet(3, { web: 'web:3', log: 'log:1' }, { annotations: rolledBackMark('uid-web-3') }),
    replicaSet(2, 'web:2'),
    good,
  );
  const wanted = {
    to: { type: 'last-good' },
    rollback: { id: '50-1', run: '50', wanted: 'last-good' },
    gitops: 'refuse',
  } as const;
  const step = planStep({ workload: owner, history: revisions, named: true }, wanted);
  // As after a second reading.
  expect(revisionLines(step, structuredClone(revisions))).toEqual([
    '3: web=web:3 log=log:1; rolled back from at 2026-11-02T00:00:00Z by rollback 42-1 (errors)',
    '2: web=web:2; is the present one',
    '1: web=web:1; made at 2026-10-31T00:00:00Z; is what it goes back to; marked good at 2026-11-01T00:00:00Z by run 41; change-cause: release 1',
  ]);
});
