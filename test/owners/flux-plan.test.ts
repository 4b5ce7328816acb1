import { describe, expect, test } from '@jest/globals';
import { type FluxObject, inventoryOf } from '../../src/owners/flux.ts';
import { planFlux } from '../../src/owners/flux-plan.ts';
import type { Move } from '../../src/owners/move.ts';

const at = (minute: number, second = 0) =>
  `2026-11-30T12:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}Z`;
const time = (minute: number) => Date.parse(at(minute));
const commit = (digit: number) => String(digit).repeat(40);
const revision = (digit: number) => `main@sha1:${commit(digit)}`;
const owner = { name: 'Flux kustomization shop', heals: true, remedy: 'x' };
const move = (more: Partial<Move> = {}): Move => ({
  ...{ kind: 'Deployment', name: 'web', namespace: 'shop', owner },
  ...{ since: time(10), until: time(20), template: { spec: { containers: [] } } },
  ...more,
});
const applied = (digit: number, first: string, last = first, status = 'ReconciliationSucceeded') => ({
  ...{ firstReconciled: first, lastReconciled: last, lastReconciledStatus: status },
  metadata: { revision: revision(digit) },
});

/** Version 1 at 12:10, version 2 at 12:20, which is bad. */
const history = [applied(2, at(20, 1), at(25)), applied(1, at(10, 1), at(19))];
const object = (status: FluxObject['status'] = {}, spec: FluxObject['spec'] = {}): FluxObject => ({
  ...{ apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization' },
  metadata: { name: 'shop', namespace: 'flux-system', uid: 'u', resourceVersion: '1' },
  spec: { sourceRef: { kind: 'GitRepository', name: 'shop' }, ...spec },
  status: { history, lastAppliedRevision: revision(2), ...status },
});
const plan = (found: FluxObject, moves: [Move, ...Move[]] = [move()], lacks?: string) =>
  planFlux('/path', found, moves, new Set(), lacks);

describe('the commit that a Kustomization goes back to', () => {
  test.each<[string, FluxObject['status'], number | undefined]>([
    ['is that of the good revisions', {}, 1],
    [
      'is the newest of them: later ones changed other things',
      {
        history: [applied(3, at(20, 1)), applied(2, at(15)), applied(1, at(10))],
        lastAppliedRevision: revision(3),
      },
      2,
    ],
    [
      'is not one that failed',
      { history: [applied(2, at(15), at(15), 'HealthCheckFailed'), applied(1, at(10))] },
      1,
    ],
    [
      'is not the bad one, applied a second before its revision was seen',
      { history: [applied(2, at(19, 59)), applied(1, at(10))] },
      1,
    ],
    [
      'is not the bad one, a second before its revision was seen, where a third one came after it',
      {
        history: [applied(3, at(30)), applied(2, at(19, 59), at(29)), applied(1, at(10))],
        lastAppliedRevision: revision(3),
      },
      1,
    ],
    [
      'is the good one that waited for its pods until the bad one began',
      {
        history: [{ ...applied(1, at(19, 59)), lastReconciledDuration: '9m58.2s', totalReconciliations: 1 }],
        lastAttemptedRevision: revision(2),
      },
      1,
    ],
    [
      'is none that took no time until a revision was seen, or of which nothing says what it took',
      {
        history: [
          { ...applied(1, at(19, 59)), lastReconciledDuration: '320.5ms', totalReconciliations: 1 },
          { ...applied(3, at(19, 58)), lastReconciledDuration: '1h2m', totalReconciliations: 2 },
        ],
      },
      undefined,
    ],
    ['is none where the history has lost it', { history: [applied(2, at(20, 1))] }, undefined],
    ['is none of before', { history: [applied(2, at(20, 1)), applied(1, at(5), at(6))] }, undefined],
    ['is none without a history', { history: [] }, undefined],
  ])('%s', (_, status, digit) => {
    expect(plan(object(status)).commit).toBe(digit && commit(digit));
  });

  test('is the one that brought the good revisions where a bad release came back after them', () => {
    const back = [move({ since: time(20), until: undefined })] as [Move];
    const good = applied(3, at(20, 1), at(29));
    // Version 2 was applied, left and applied again: one entry has all of its times.
    const again = applied(2, at(15), at(31));
    const status = { history: [again, good, applied(1, at(10), at(19))], lastAppliedRevision: revision(2) };
    expect(plan(object(status), back).commit).toBe(commit(3));
    expect(plan(object({ ...status, history: [again] }), back).commit).toBeUndefined();
    const later = applied(4, at(30), at(40));
    expect(plan(object({ ...status, history: [later, again, good] }), back).commit).toBe(commit(3));
  });

  test('is the one that was marked with all of them, where the history has it', () => {
    const marked = { history: 0, revision: revision(1) };
    const status = { history: [applied(3, at(20, 1)), applied(2, at(15)), applied(1, at(10))] };
    expect(plan(object(status), [move({ marked })]).commit).toBe(commit(1));
    expect(plan(object(status), [move({ marked }), move({ name: 'worker' })]).commit).toBe(commit(2));
    expect(plan(object(status), [move({ marked: { history: 0, revision: revision(9) } })]).commit).toBe(
      commit(2),
    );
  });
});

describe('it is pinned', () => {
  test('where nothing is against it, and the plan says to what', () => {
    const { pin, words } = plan(object());
    expect(pin).toBe('shop-rollback');
    expect(words).toMatch(
      /all of it goes back to 1111111: it is resumed with the source shop-rollback, which stays/,
    );
    expect(words).not.toContain('does not prune');
    expect(plan(object({}, { prune: false })).words).toContain('what was added since stays');
  });

  test('by a name that no Kustomization of another namespace has, where the source is elsewhere', () => {
    const sourceRef = { kind: 'GitRepository', name: 'shop', namespace: 'sources' };
    expect(plan(object({}, { sourceRef })).pin).toBe('flux-system-shop-rollback');
  });

  test('and the plan says what of it is not in the commit', () => {
    const spec = { postBuild: { substitute: { a: 'b' } }, images: [], path: './app' };
    expect(plan(object({}, spec)).words).toMatch(
      /which stays there; its own postBuild, images stays as it is$/,
    );
  });

  test.each([
    ['helm.toolkit.fluxcd.io', 'Flux helmrelease root'],
    ['resourceset.fluxcd.controlplane.io', 'Flux ResourceSet root'],
  ])('not where what keeps it cannot be told to pass it over (%s)', (group, keeper) => {
    const labels = { [`${group}/name`]: 'root', [`${group}/namespace`]: 'flux-system' };
    const found = object();
    const planned = plan({ ...found, metadata: { ...found.metadata, labels } });
    expect(planned).toMatchObject({ isKept: false });
    expect(planned.pin).toBeUndefined();
    expect(planned.words).toBe(
      `it will be suspended, and the ${keeper} that keeps it may resume it; its workloads are patched directly, and nothing else of it goes back, because the ${keeper} would give it its own source back`,
    );
  });

  const other = {
    inventory: { entries: [{ id: 'shop_worker_apps_Deployment' }, { id: 'shop_web__ConfigMap' }] },
  };
  const note = JSON.stringify({ id: '7-1', at: at(1) });
  test.each<[string, FluxObject, string | undefined, RegExp]>([
    [
      'other workloads of it are not meant',
      object(other),
      undefined,
      /other workloads of it are not selected \(Deployment\/worker\)/,
    ],
    [
      'somebody had suspended it',
      object({}, { suspend: true }),
      undefined,
      /because it was suspended before/,
    ],
    [
      'its source is a bucket',
      object({}, { sourceRef: { kind: 'Bucket', name: 'x' } }),
      undefined,
      /is not a GitRepository/,
    ],
    ['its history has no such commit', object({ history: [] }), undefined, /its history has no commit/],
    [
      'the right is missing',
      object(),
      'the credentials may not create',
      /because the credentials may not create/,
    ],
    ['it is a HelmRelease', { ...object(), kind: 'HelmRelease' }, undefined, /Flux has no way back for it/],
  ])('not where %s', (_, found, lacks, says) => {
    const planned = plan(found, [move()], lacks);
    expect(planned.pin).toBeUndefined();
    expect(planned.words).toMatch(says);
  });

  test('where a rollback of ours has suspended it', () => {
    const found = object({}, { suspend: true });
    const annotations = { 'rollback-actions/paused': note };
    expect(plan({ ...found, metadata: { ...found.metadata, annotations } }).pin).toBe('shop-rollback');
  });
});

test('a Rollout is meant with the Deployment that has its template', () => {
  const entries = [{ id: 'shop_web_apps_Deployment' }, { id: 'shop_shop_argoproj.io_Rollout' }];
  const rollout = { kind: 'Rollout', namespace: 'shop', name: 'shop' } as const;
  const found = object({ inventory: { entries } });
  expect(plan(found, [move({ rollout })]).commit).toBe(commit(1));
  expect(plan(found).commit).toBeUndefined();
});

test('the inventory is read with the names of roles, which have colons', () => {
  const entries = [
    { id: 'shop_orders_postgresql.cnpg.io_Cluster', v: 'v1' },
    { id: '_shop__reader_rbac.authorization.k8s.io_ClusterRole', v: 'v1' },
    { id: 'shop_web__Service', v: 'v1' },
  ];
  const made = inventoryOf(object({ inventory: { entries } }));
  expect(made.map(({ group, kind, name }) => [group, kind, name])).toEqual([
    ['postgresql.cnpg.io', 'Cluster', 'orders'],
    ['rbac.authorization.k8s.io', 'ClusterRole', 'shop:reader'],
    ['', 'Service', 'web'],
  ]);
});
