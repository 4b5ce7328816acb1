import { describe, expect, test } from '@jest/globals';
import type { Application, Deployed } from '../../src/owners/argo-cd.ts';
import { type ApplicationPlan, planApplication } from '../../src/owners/argo-cd-plan.ts';
import type { Move } from '../../src/owners/move.ts';
import { template } from '../service/fixtures.ts';

const owner = { name: 'Argo CD application shop', heals: true, remedy: 'x' };
const source = { repoURL: 'https://git.test/shop', path: 'app' };
const at = (minute: number) => `2026-11-30T12:${String(minute).padStart(2, '0')}:00Z`;
const time = (minute: number) => Date.parse(at(minute));
const synced = (id: number, minute: number, more: Partial<Deployed> = {}): Deployed => ({
  ...{ id, revision: String(id).repeat(40), source, deployedAt: at(minute) },
  ...more,
});

/** Version 1 at 12:10, version 2 at 12:20, which is bad. */
const history = [synced(1, 10), synced(2, 20)];
const move = (more: Partial<Move> = {}): Move => ({
  ...{ kind: 'Deployment', name: 'web', namespace: 'shop', owner },
  ...{ since: time(10), until: time(20), template: template('web:1') },
  ...more,
});

const application = (status: Application['status'] = {}, more: Partial<Application> = {}): Application => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'shop', namespace: 'argocd', uid: 'u', resourceVersion: '1' },
  spec: { source, syncPolicy: { automated: { prune: true, selfHeal: true } } },
  status: { history, sync: { status: 'Synced', revision: '2'.repeat(40) }, ...status },
  ...more,
});

const plan = (
  app: Application,
  moves: [Move, ...Move[]] = [move()],
  staying: string[] = [],
): ApplicationPlan => planApplication(app, moves, new Set(staying));
const version = (status: Application['status'], moves?: [Move, ...Move[]]) =>
  plan(application(status), moves).version?.id;

describe('the version that an application goes back to', () => {
  test.each<[string, Application['status'], number | undefined]>([
    ['is that of the good revision', {}, 1],
    ['is there where the bad sync hung or failed', { history: [synced(1, 10)] }, 1],
    [
      'is the newest of the good revision: later ones changed other things',
      { history: [synced(1, 10), synced(2, 15), synced(3, 20)] },
      2,
    ],
    ['is none where the history has lost it', { history: [synced(2, 20), synced(3, 30)] }, undefined],
    ['is none of before', { history: [synced(1, 5), synced(2, 20)] }, undefined],
    ['is none without a history', { history: [] }, undefined],
    ['is none without a commit', { history: [{ id: 1, deployedAt: at(10) }] }, undefined],
  ])('%s', (_, status, id) => {
    expect(version(status)).toBe(id);
  });

  test('is one of all of its workloads', () => {
    const worker = move({ name: 'worker', since: time(12) });
    expect(version({}, [move(), worker])).toBeUndefined();
    expect(version({ history: [synced(1, 10), synced(2, 13), synced(3, 20)] }, [move(), worker])).toBe(2);
  });

  test('is not the bad one, whose sync ended a second before its revision was seen', () => {
    const early = { ...synced(2, 20), deployedAt: '2026-11-30T12:19:59Z' };
    expect(version({ history: [synced(1, 10), early] })).toBe(1);
    expect(version({ history: [synced(1, 10), early, synced(3, 30)] })).toBe(1);
    // Where a third one, as bad, came after it.
    const third = { sync: { status: 'Synced', revision: '3'.repeat(40) } };
    expect(version({ history: [synced(1, 10), early, synced(3, 30)], ...third })).toBe(1);
  });

  test('is the good one, whose sync waited for its pods until the bad one began', () => {
    const deployedAt = '2026-11-30T12:19:59Z';
    const waited = synced(1, 10, { deployStartedAt: at(11), deployedAt });
    const status = { sync: { status: 'Synced', revision: '2'.repeat(40) } };
    expect(version({ history: [waited, synced(2, 20)], ...status })).toBe(1);
    const atOnce = { ...waited, deployStartedAt: deployedAt };
    expect(version({ history: [atOnce, synced(2, 20)], ...status })).toBeUndefined();
  });

  test('is the one that was marked with all of them, where the history has it', () => {
    const marked = { history: 1, revision: '1'.repeat(40) };
    const status = { history: [synced(1, 10), synced(2, 15), synced(3, 20)] };
    expect(version(status, [move({ marked })])).toBe(1);
    expect(version(status, [move({ marked }), move({ name: 'worker' })])).toBe(2);
    // Who may write on a workload may have written the mark.
    expect(version(status, [move({ marked: { history: 1, revision: 'f'.repeat(40) } })])).toBe(2);
  });

  describe('where a bad release that was rolled back is deployed again after it', () => {
    // Its revision has the age of its first time, so that nothing tells when it came back.
    const back = move({ since: time(20), until: undefined });
    const began = (id: number, minute: number) =>
      synced(id, minute, { deployStartedAt: new Date(time(minute) - 1000).toISOString() });
    const status = { sync: { status: 'Synced', revision: '3'.repeat(40) } };

    test('is the one that brought the good revision', () => {
      expect(version({ history: [began(1, 10), began(2, 20), began(3, 30)], ...status }, [back])).toBe(2);
      expect(
        version({ history: [began(1, 10), began(2, 20), began(3, 30), began(4, 40)], ...status }, [
          back,
          move({ name: 'worker', since: time(10), until: time(40) }),
        ]),
      ).toBe(2);
    });

    test('is none where the history has lost that, or does not say when a sync began', () => {
      expect(version({ history: [began(1, 10), began(3, 30)], ...status }, [back])).toBeUndefined();
      expect(version({ history: [began(1, 10), synced(2, 20), began(3, 30)], ...status }, [back])).toBe(
        undefined,
      );
    });
  });

  test('is none where nothing tells when the good one was made', () => {
    expect(
      version({}, [move({ since: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY })]),
    ).toBeUndefined();
  });
});

describe('how much of it goes back', () => {
  const resources = ['web', 'worker'].map((name) => ({ kind: 'Deployment', namespace: 'shop', name }));
  const all = [...resources, { kind: 'ConfigMap', namespace: 'shop', name: 'web' }];

  test('is all of it, where its other workloads are meant too', () => {
    const { only, prune, words } = plan(
      application({ resources: all }),
      [move()],
      ['Deployment/shop/worker'],
    );
    expect([only, prune]).toEqual([undefined, true]);
    expect(words).toBe('it will be paused; it goes back to 1111111 (history 1), all of it, with pruning');
  });

  test('is what goes back alone, and without pruning, where they are not', () => {
    const { only, prune, words } = plan(application({ resources: all }));
    expect([only, prune]).toEqual([
      [{ group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' }],
      false,
    ]);
    expect(words).toBe('it will be paused; it goes back to 1111111 (history 1), deployment/web alone');
  });

  test('does not prune where the application does not', () => {
    const spec = { source, syncPolicy: { automated: { selfHeal: true } } };
    expect(plan(application({}, { spec })).prune).toBe(false);
    const kept = { automated: { prune: true }, syncOptions: ['Prune=false'] };
    expect(plan(application({}, { spec: { source, syncPolicy: kept } })).prune).toBe(false);
  });
});

describe('what stops it', () => {
  const set = { apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet', name: 'shops', uid: 'u' };
  const child = { 'argocd.argoproj.io/tracking-id': 'root:argoproj.io/Application:argocd/shop' };
  const said = (automated: object) => ({
    ...child,
    'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
      spec: { syncPolicy: { automated } },
    }),
  });

  test.each<[string, object, boolean]>([
    ['its own policy', {}, false],
    ['a window, where an ApplicationSet made it', { ownerReferences: [set] }, true],
    [
      'its own policy, where its parent does not say whether it syncs',
      { annotations: said({ prune: true }) },
      false,
    ],
    ['a window, where its parent says so', { annotations: said({ prune: true, enabled: true }) }, true],
    [
      'a window, where its parent owns the field',
      {
        annotations: child,
        managedFields: [
          {
            manager: 'argocd-controller',
            fieldsV1: { 'f:spec': { 'f:syncPolicy': { 'f:automated': { 'f:enabled': {} } } } },
          },
        ],
      },
      true,
    ],
  ])('is %s', (_, metadata, needsWindow) => {
    const app = application();
    expect(plan({ ...app, metadata: { ...app.metadata, ...metadata } }).needsWindow).toBe(needsWindow);
  });

  test('is nothing, where its sync is off', () => {
    const off = { source, syncPolicy: { automated: { enabled: false } } };
    expect(plan(application({}, { spec: off })).words).toMatch(/^its automatic sync is off; it goes back to/);
  });
});

test('a Rollout and the Deployment that has its template are both meant, and it is the Deployment that goes back', () => {
  const rollout = { kind: 'Rollout', namespace: 'shop', name: 'shop' } as const;
  const resources = [
    { ...rollout, group: 'argoproj.io' },
    { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' },
  ];
  const moves: [Move] = [move({ rollout })];
  expect(plan(application({ resources }), moves).only).toBeUndefined();
  const worker = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'worker' };
  expect(plan(application({ resources: [...resources, worker] }), moves).only).toEqual([
    { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' },
  ]);
});

test('its workloads alone go back where the rest must not, and the plan says why', () => {
  const planned = planApplication(application(), [move()], new Set(), {
    reruns: 'Job/x would run once more',
  });
  expect(planned).toMatchObject({ prune: false, only: [{ kind: 'Deployment', name: 'web' }] });
  expect(planned.words).toContain('(history 1), deployment/web alone, because Job/x would run once more');
});

// Reports like Altinity/clickhouse-operator#1272: what is pruned takes its volume along.
test('nothing is pruned where that would take away what is nowhere else, and the plan says why', () => {
  const unpruned = 'PersistentVolumeClaim/x may be of the newer version';
  const planned = planApplication(application(), [move()], new Set(), { unpruned });
  expect(planned).toMatchObject({ prune: false, only: undefined });
  expect(planned.words).toContain(
    '(history 1), all of it, without pruning, because PersistentVolumeClaim/x may be of the newer version',
  );
});
