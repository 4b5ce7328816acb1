import { describe, expect, test } from '@jest/globals';
import { type Candidate, describeStep, planStep, type Step, type Wanted } from '../../src/service/plan.ts';
import { parseTo } from '../../src/service/to.ts';
import type { ReplicaSet, Workload } from '../../src/systems/kubernetes/objects.ts';
import {
  controllerRevision,
  history,
  lastRollback,
  replicaSet,
  rolledBackMark,
  template,
  workload,
} from './fixtures.ts';

const two = [replicaSet(2, 'web:2'), replicaSet(1, 'web:1')] as const;

function plan(
  to: string,
  owner: Workload = workload(),
  owned: readonly Parameters<typeof history>[1][] = two,
  more: Partial<Wanted> & Pick<Partial<Candidate>, 'named' | 'owner'> = {},
): Step {
  const wanted: Wanted = {
    to: parseTo(to),
    rollback: { id: '50-1', run: '50', wanted: to },
    gitops: more.gitops ?? 'refuse',
  };
  const candidate = { workload: owner, history: history(owner, ...owned), named: more.named ?? true };
  return planStep(more.owner ? { ...candidate, owner: more.owner } : candidate, wanted);
}

const argo = { labels: { 'argocd.argoproj.io/instance': 'shop' } };
const helm = {
  labels: { 'app.kubernetes.io/managed-by': 'Helm' },
  annotations: { 'meta.helm.sh/release-name': 'shop' },
};
const paused = {
  name: 'Argo CD application shop',
  heals: true,
  remedy: 'x',
  paused: 'its automatic sync is off',
};
const applied = { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } };

describe('what a step does', () => {
  const halted = workload('Deployment', { spec: { paused: true } });
  const deleted = workload('Deployment', { metadata: { deletionTimestamp: '2026-11-02T00:00:00Z' } });
  const onDelete = workload('DaemonSet', { spec: { updateStrategy: { type: 'OnDelete' } } });
  const one: ReplicaSet[] = [replicaSet(2, 'web:2')];
  const left = replicaSet(1, 'web:1', { annotations: rolledBackMark('uid-web-1') });
  const revisions = [controllerRevision(2, 'web:2'), controllerRevision(1, 'web:1')];

  test.each<[string, () => Step, Step['action'], string]>([
    ['an older revision', () => plan('previous'), 'roll-back', 'it is the one before'],
    [
      'an older revision of a StatefulSet',
      () => plan('previous', workload('StatefulSet'), revisions),
      'roll-back',
      'it is the one before',
    ],
    ['the present revision', () => plan('revision=2'), 'no-op', 'it was asked for'],
    ['the present image', () => plan('image=web=web:2'), 'no-op', 'it was asked for'],
    ['another image', () => plan('image=web=web:9'), 'roll-back', 'it was asked for'],
    [
      'an image for a container that is not there',
      () => plan('image=api=web:9'),
      'refuse',
      'it has no container api; it has web',
    ],
    [
      'an image for a container named like a method',
      () => plan('image=constructor=web:9'),
      'refuse',
      'it has no container constructor; it has web',
    ],
    ['a revision that is not there', () => plan('revision=9'), 'refuse', 'it has no revision 9; it has 2, 1'],
    [
      'no history, named',
      () => plan('previous', workload(), one),
      'refuse',
      'no rollout history: there is one revision only',
    ],
    [
      'no history, selected',
      () => plan('previous', workload(), one, { named: false }),
      'skip',
      'no rollout history: there is one revision only',
    ],
    [
      'a wrong number, selected',
      () => plan('revision=9', workload(), two, { named: false }),
      'refuse',
      'it has no revision 9; it has 2, 1',
    ],
    ['S13: a paused Deployment', () => plan('previous', halted), 'roll-back', 'it is the one before'],
    [
      'S13: a paused Deployment that has the template already, but not in all its pods',
      () => plan('revision=2', halted),
      'roll-back',
      'it was asked for',
    ],
    [
      'a paused Deployment that is there already, with all its pods',
      () => plan('revision=2', { ...halted, status: { replicas: 1, updatedReplicas: 1 } }),
      'no-op',
      'it was asked for',
    ],
    [
      'OnDelete',
      () => plan('previous', onDelete, revisions),
      'refuse',
      'its update strategy is OnDelete, so its pods stay as they are until they are deleted',
    ],
    ['one that is being deleted, named', () => plan('previous', deleted), 'refuse', 'it is being deleted'],
    [
      'one that is being deleted, selected',
      () => plan('previous', deleted, two, { named: false }),
      'skip',
      'it is being deleted',
    ],
    [
      'a self-healing owner',
      () => plan('previous', workload('Deployment', { metadata: argo })),
      'refuse',
      'the Argo CD application shop owns it and would undo the rollback; stop that first: argocd app set shop --sync-policy none (or say `gitops: through`)',
    ],
    [
      'a self-healing owner, ignored',
      () => plan('previous', workload('Deployment', { metadata: argo }), two, { gitops: 'ignore' }),
      'roll-back',
      'it is the one before',
    ],
    [
      'a self-healing owner that is paused',
      () => plan('previous', workload('Deployment', { metadata: argo }), two, { owner: paused }),
      'roll-back',
      'it is the one before',
    ],
    [
      'an owner that cannot be read',
      () => {
        const { paused: _, ...owner } = { ...paused, unread: 'the credentials may not get applications' };
        return plan('previous', workload(), two, { owner });
      },
      'refuse',
      'the Argo CD application shop owns it and would undo the rollback; stop that first: x (or say `gitops: ignore`); whether it is paused is not known: the credentials may not get applications',
    ],
    [
      'a self-healing owner, nothing to do',
      () => plan('revision=2', workload('Deployment', { metadata: argo })),
      'no-op',
      'it was asked for',
    ],
    [
      'an owner that does not heal',
      () => plan('previous', workload('Deployment', { metadata: helm })),
      'roll-back',
      'it is the one before',
    ],
    [
      'the same rollback again',
      () =>
        plan(
          'previous',
          workload('Deployment', {
            metadata: { annotations: lastRollback('uid-web-2', { id: '50-1', wanted: 'previous' }) },
          }),
        ),
      'no-op',
      'this rollback has put it there at 2026-11-02T00:00:00Z',
    ],
    [
      'OnDelete that is there already',
      () => plan('image=web=web:2', onDelete, revisions),
      'skip',
      'its template is right already; with OnDelete its pods stay as they are until they are deleted',
    ],
    [
      'an image that was rolled back from',
      () => plan('image=web=web:1', workload(), [two[0], left]),
      'refuse',
      'revision 1 has that image and was rolled back from by rollback 42-1; to go there all the same say `to: revision=1`',
    ],
    [
      'a revision that was rolled back from, by its number',
      () => plan('revision=1', workload(), [two[0], left]),
      'roll-back',
      'it was asked for',
    ],
  ])('%s', (_, step, action, reason) => {
    expect(step()).toMatchObject({ action, reason });
  });
});

describe('a template to which something was added since a rollback put it there', () => {
  const added = replicaSet(3, 'web:1');
  added.spec.template.spec.containers = added.spec.template.spec.containers.map((container) => ({
    ...container,
    command: ['/not-there'],
  }));
  const { 'pod-template-hash': _, ...labels } = added.spec.template.metadata?.labels ?? {};
  const owner = (id: string, run: string) =>
    workload('Deployment', {
      metadata: { annotations: lastRollback('uid-web-2', { id, run, wanted: 'last-good' }) },
      template: { ...added.spec.template, metadata: { labels } },
    });
  const history = [added, replicaSet(2, 'web:1'), replicaSet(1, 'web:2')];

  test.each([
    ['by this rollback', '50-1', '50', 'no-op'],
    ['by an earlier attempt of its run', '50-0', '50', 'no-op'],
    ['by an earlier rollback: that may be the bad deploy', '42-1', '42', 'roll-back'],
  ])('%s', (_, id, run, action) => {
    expect(plan('revision=2', owner(id, run), history)).toMatchObject({ action });
  });
});

test('a step names both ends, with their revisions', () => {
  const step = plan('previous');
  expect(step).toMatchObject({
    kind: 'Deployment',
    name: 'web',
    uid: 'uid-web',
    from: { revision: 2, images: { web: 'web:2' } },
    to: { revision: 1, images: { web: 'web:1' } },
  });
  expect(step.current?.number).toBe(2);
  expect(step.target?.number).toBe(1);
});

test('a refused or skipped step goes nowhere', () => {
  for (const step of [plan('revision=9'), plan('previous', workload(), [], { named: false })]) {
    expect(step.to).toEqual(step.from);
    expect(step.target).toBeUndefined();
    expect(step.template).toEqual(workload().spec.template);
  }
});

test('an image that an older revision has is known as that revision, another one has no number', () => {
  expect(plan('image=web=web:1').to).toEqual({ revision: 1, images: { web: 'web:1' } });
  expect(plan('image=web=web:9').to).toEqual({ revision: null, images: { web: 'web:9' } });
});

test('an image changes one container and nothing else', () => {
  const now = template({ web: 'web:2', log: 'log:1' });
  const step = plan('image=log=log:9', workload('Deployment', { template: now }), []);
  expect(step.template).toEqual(template({ web: 'web:2', log: 'log:9' }));
  expect(now).toEqual(template({ web: 'web:2', log: 'log:1' }));
});

test('fields that nobody knows stay in the template', () => {
  const unknown = {
    metadata: { labels: { app: 'web' }, 'x-new': [1, { two: null }] },
    spec: {
      containers: [{ name: 'web', image: 'web:1', livenessProbe: { quantum: { port: 80 } } }],
      schedulingGates: [{ name: 'wait' }],
      newField: { nested: true },
    },
  };
  const old = replicaSet(1, 'web:1');
  const owned = {
    ...old,
    spec: {
      ...old.spec,
      template: {
        ...unknown,
        metadata: { ...unknown.metadata, labels: { app: 'web', 'pod-template-hash': 'h1' } },
      },
    },
  };
  expect(plan('previous', workload(), [replicaSet(2, 'web:2'), owned]).template).toEqual(unknown);
  const withUnknown = workload('Deployment', { template: unknown });
  const step = plan('image=web=web:9', withUnknown, []);
  expect(step.template).toEqual({
    ...unknown,
    spec: { ...unknown.spec, containers: [{ ...unknown.spec.containers[0], image: 'web:9' }] },
  });
});

describe('warnings', () => {
  const apply = 'it was made by kubectl apply: the next apply of the newer manifest brings that back';
  test.each<[string, Parameters<typeof plan>, string[]]>([
    ['none', ['previous'], []],
    [
      'a release of Helm, ignored or not',
      ['previous', workload('Deployment', { metadata: helm }), two, { gitops: 'ignore' }],
      [
        'the Helm release shop owns it and may undo the rollback; to make it last: helm rollback shop <good revision> --namespace shop, before the next helm upgrade',
      ],
    ],
    ['kubectl apply', ['previous', workload('Deployment', { metadata: applied })], [apply]],
    [
      'Helm',
      ['previous', workload('Deployment', { metadata: helm })],
      [
        'the Helm release shop owns it and may undo the rollback; to make it last: helm rollback shop <good revision> --namespace shop, before the next helm upgrade',
      ],
    ],
    [
      'an owner that is paused',
      ['previous', workload('Deployment', { metadata: argo }), two, { owner: paused }],
      [
        'the Argo CD application shop owns it and undoes nothing at present (its automatic sync is off); before that ends, put the older version into its source',
      ],
    ],
    [
      'Argo CD, ignored',
      ['previous', workload('Deployment', { metadata: argo }), two, { gitops: 'ignore' }],
      [
        'the Argo CD application shop owns it and may undo the rollback; to make it last: argocd app set shop --sync-policy none',
      ],
    ],
    [
      'none for a refusal, which says it already',
      ['previous', workload('Deployment', { metadata: argo })],
      [],
    ],
  ])('%s', (_, args, expected) => {
    expect(plan(...args).warnings).toEqual(expected);
  });
});

describe('describe', () => {
  test.each<[() => Step, string]>([
    [
      () => plan('previous'),
      'deployment/web: revision 2 → revision 1 (web:2 → web:1), because it is the one before',
    ],
    [() => plan('image=web=web:9'), 'deployment/web: revision 2 → web:9, because it was asked for'],
    [() => plan('revision=2'), 'deployment/web: stays at revision 2: it was asked for'],
    [() => plan('revision=9'), 'deployment/web: refused: it has no revision 9; it has 2, 1'],
    [
      () => plan('previous', workload(), [], { named: false }),
      'deployment/web: skipped: no rollout history: there is one revision only',
    ],
    [
      () => {
        const both = workload('Deployment', { template: template({ web: 'web:2', log: 'log:1' }) });
        return plan('image=log=log:9', both, []);
      },
      'deployment/web: web:2, log:1 → web:2, log:9, because it was asked for',
    ],
  ])('%#', (step, expected) => {
    expect(describeStep(step())).toBe(expected);
  });
});
