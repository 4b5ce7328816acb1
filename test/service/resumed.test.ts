import { expect, test } from '@jest/globals';
import type { Found } from '../../src/owners/owner.ts';
import { planStep } from '../../src/service/plan.ts';
import { pausedAgain } from '../../src/service/resumed.ts';
import { goodMark, history, replicaSet, workload } from './fixtures.ts';

const unnoted: Found = {
  name: 'Argo CD application shop',
  heals: true,
  remedy: 'stop it',
  object: { type: 'application', name: 'shop' },
};
const owner: Found = { ...unnoted, pausedBy: { id: '7-1', at: '2026-12-01T03:00:00Z' } };
const resumed = 'the Argo CD application shop was resumed after rollback 7-1 had paused it';

const stepFor = (owner: Found, gitops: 'through' | 'refuse') => {
  const web = workload('Deployment');
  const good = replicaSet(2, 'web:2', { annotations: goodMark('uid-web-2') });
  const rollback = { id: '8', run: '8', wanted: 'last-good' };
  const wanted = { to: { type: 'last-good' }, rollback, gitops } as const;
  return planStep(
    { workload: web, history: history(web, good, replicaSet(1, 'web:1')), named: true, owner },
    wanted,
  );
};
const again = (owner: Found, gitops: 'through' | 'refuse') => {
  const step = stepFor(owner, gitops);
  expect(step.action).toBe('no-op');
  return pausedAgain([[step]], { gitops }).flat()[0];
};

test('what is there already goes back through an owner that was resumed, or is warned of', () => {
  expect(again(owner, 'through')).toMatchObject({
    action: 'roll-back',
    reason: expect.stringContaining(`; ${resumed}, so it is paused again`),
    warnings: [],
  });
  expect(again(owner, 'refuse')).toMatchObject({
    action: 'no-op',
    warnings: [
      `${resumed}, and may bring the newer version again; stop it (stop it), or say \`gitops: through\``,
    ],
  });
});

test.each<[string, Found]>([
  ['is paused still', { ...owner, paused: 'its automatic sync is off' }],
  ['is pinned to the good commit', { ...owner, isPinned: true }],
  ['has what its source says', { ...owner, synced: { history: 3, revision: 'abc' } }],
  ['cannot be read', { ...owner, unread: 'the credentials may not get applications' }],
  ['no rollback has paused', unnoted],
])('one that %s is left as it is', (_, found) => {
  for (const gitops of ['through', 'refuse'] as const)
    expect(again(found, gitops)).toMatchObject({ action: 'no-op', warnings: [] });
});

test('one that goes back anyway is paused by that', () => {
  const there = stepFor(owner, 'through');
  const other = { ...there, action: 'roll-back', name: 'api' } as const;
  expect(pausedAgain([[there], [other]], { gitops: 'through' })).toEqual([[there], [other]]);
});
