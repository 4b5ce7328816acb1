/** Somebody else has gone back before us, whoever it was: nothing goes forward by default. */
import { describe, expect, test } from '@jest/globals';
import { cameAt } from '../../src/service/lineage.ts';
import { chooseTarget } from '../../src/service/target.ts';
import { parseTo } from '../../src/service/to.ts';
import type { ControllerRevision, ReplicaSet } from '../../src/systems/kubernetes/objects.ts';
import {
  choose,
  controllerRevision,
  goodMark,
  history,
  lastRollback,
  replicaSet,
  rollback,
  rolledBackMark,
  template,
  told,
  workload,
} from './fixtures.ts';

const BACK = { 'deployment.kubernetes.io/revision-history': '1' };
const serving = { replicas: 2, available: 2 };
/** app:1, app:2, then `kubectl rollout undo`: the ReplicaSet of revision 1 is now revision 3. */
const undone = (more: Partial<Parameters<typeof replicaSet>[2]> = {}): ReplicaSet =>
  replicaSet(3, 'web:1', { annotations: { ...BACK, ...more?.annotations }, ...serving, ...more });

describe('S1: a Deployment that somebody has taken back', () => {
  test.each(['last-good', 'previous'])('stays where it is (%s)', (to) => {
    const target = choose(to, [undone(), replicaSet(2, 'web:2')], { now: 'web:1' });
    expect(told(target)).toBe('revision 3');
    expect(target).toMatchObject({
      reason: expect.stringMatching(/^someone has gone back to it from revision 2 already/),
    });
  });

  test.each(['last-good', 'previous'])('goes behind where it does not serve, never forward (%s)', (to) => {
    const sets = [
      replicaSet(4, 'web:1', { annotations: { 'deployment.kubernetes.io/revision-history': '2' } }),
      replicaSet(3, 'web:2'),
      replicaSet(1, 'web:0'),
    ];
    expect(told(choose(to, sets, { now: 'web:1' }))).toBe('revision 1');
  });

  test.each(['last-good', 'previous'])('is refused where nothing is behind (%s)', (to) => {
    const target = choose(to, [undone({ replicas: 2, available: 0 }), replicaSet(2, 'web:2')], {
      now: 'web:1',
    });
    expect(told(target)).toMatch(/^someone has gone back from revision 2 already.*`to: revision=2`$/);
  });

  test('though the release that was left is marked good', () => {
    const bad = replicaSet(2, 'web:2', { annotations: goodMark('uid-web-2') });
    expect(told(choose('last-good', [undone(), bad], { now: 'web:1' }))).toBe('revision 3');
  });

  test('and the next bad release goes to where that went, not to what was left', () => {
    const sets = [replicaSet(4, 'web:3'), undone({ replicas: 0, available: 0 }), replicaSet(2, 'web:2')];
    for (const to of ['last-good', 'previous']) expect(told(choose(to, sets))).toBe('revision 3');
  });

  test('who came forward again has not left it', () => {
    const again = replicaSet(4, 'web:2', {
      annotations: { 'deployment.kubernetes.io/revision-history': '2' },
    });
    const sets = [replicaSet(5, 'web:3'), again, undone({ replicas: 0, available: 0 })];
    expect(told(choose('previous', sets))).toBe('revision 4');
  });

  test('where the release that was left is deployed once more, what it went back to was not left by that', () => {
    const sets = [replicaSet(4, 'web:2', { name: 'anew' }), undone(), replicaSet(2, 'web:2')];
    const now = { ...template('web:2'), metadata: { labels: { app: 'web' }, annotations: { why: 'helm' } } };
    sets[0] = { ...(sets[0] as ReplicaSet), spec: { replicas: 2, template: now } };
    const owner = workload('Deployment', { template: now });
    for (const to of ['last-good', 'previous'])
      expect(told(chooseTarget(parseTo(to), owner, history(owner, ...sets), rollback))).toBe('revision 3');
  });

  test('whose images came back by another template', () => {
    const sets = [replicaSet(3, 'web:1', serving), replicaSet(2, 'web:2'), replicaSet(1, 'web:1')];
    const now = { ...template('web:1'), metadata: { labels: { app: 'web' }, annotations: { why: 'helm' } } };
    sets[0] = { ...(sets[0] as ReplicaSet), spec: { replicas: 2, template: now } };
    const owner = workload('Deployment', { template: now });
    const target = chooseTarget(parseTo('last-good'), owner, history(owner, ...sets), rollback);
    expect(told(target)).toBe('revision 3');
  });

  test('a number names what was left all the same', () => {
    expect(told(choose('revision=2', [undone(), replicaSet(2, 'web:2')], { now: 'web:1' }))).toBe(
      'revision 2',
    );
  });
});

describe.each(['StatefulSet', 'DaemonSet'] as const)('S1: a %s that somebody has taken back', (kind) => {
  const at = (revision: ControllerRevision, creationTimestamp: string): ControllerRevision => ({
    ...revision,
    metadata: { ...revision.metadata, creationTimestamp },
  });
  const status = {
    currentRevision: 'web-3',
    readyReplicas: 1,
    desiredNumberScheduled: 1,
    updatedNumberScheduled: 1,
    numberAvailable: 1,
  };
  const owner = workload(kind, { template: template('web:1'), status });
  // A ControllerRevision that comes back gets the newest number and keeps its age.
  const revisions = [
    at(controllerRevision(3, 'web:1'), '2026-11-01T00:00:00Z'),
    at(controllerRevision(2, 'web:2'), '2026-11-02T00:00:00Z'),
  ];

  test.each(['last-good', 'previous'])('stays where it is (%s)', (to) => {
    const target = chooseTarget(parseTo(to), owner, history(owner, ...revisions), rollback);
    expect(told(target)).toBe('revision 3');
    expect(target).toMatchObject({
      reason: expect.stringMatching(/^someone has gone back to it from revision 2/),
    });
  });

  test('goes back where the newest is the youngest', () => {
    const normal = [
      at(controllerRevision(3, 'web:1'), '2026-11-03T00:00:00Z'),
      at(controllerRevision(2, 'web:2'), '2026-11-02T00:00:00Z'),
    ];
    const target = chooseTarget(parseTo('previous'), owner, history(owner, ...normal), rollback);
    expect(told(target)).toBe('revision 2');
  });
});

describe.each([
  'kubectl.kubernetes.io/restartedAt',
  'vso.secrets.hashicorp.com/restartedAt',
  'openshift.openshift.io/restartedAt',
  'cattle.io/timestamp',
  'keel.sh/update-time',
])('S8: a release that was only restarted (%s)', (key) => {
  const restarted = (set: ReplicaSet, at = '2026-11-03T00:00:00Z'): ReplicaSet => ({
    ...set,
    spec: {
      ...set.spec,
      template: {
        ...set.spec.template,
        metadata: {
          ...set.spec.template.metadata,
          annotations: { [key]: at },
        },
      },
    },
  });
  const now = restarted(replicaSet(2, 'web:1', serving));
  const { 'pod-template-hash': _, ...labels } = now.spec.template.metadata?.labels ?? {};
  const owner = workload('Deployment', {
    template: { ...now.spec.template, metadata: { ...now.spec.template.metadata, labels } },
  });
  const to = (wanted: string, ...sets: ReplicaSet[]) =>
    chooseTarget(parseTo(wanted), owner, history(owner, ...sets), rollback);

  test('is as good as it was before', () => {
    const marked = replicaSet(1, 'web:1', { annotations: goodMark('uid-web-1') });
    const target = to('last-good', now, marked);
    expect(told(target)).toBe('revision 2');
    expect(target).toMatchObject({
      reason: expect.stringMatching(
        /marked good.* and was only restarted since; if it is bad all the same, say `to: previous`$/,
      ),
    });
  });

  test('is left for the release before, not for itself', () => {
    expect(told(to('previous', now, replicaSet(1, 'web:1'), replicaSet(0.5, 'web:0')))).toMatch(
      /^no rollout/,
    );
    const sets = [restarted(replicaSet(3, 'web:1')), replicaSet(2, 'web:1'), replicaSet(1, 'web:0')];
    expect(told(to('previous', ...sets))).toBe('revision 1');
  });

  test.each(['last-good', 'previous'])(
    'has no history, and is no reason to refuse the others (%s)',
    (wanted) => {
      expect(to(wanted, now, replicaSet(1, 'web:1'))).toMatchObject({ type: 'none', noHistory: true });
    },
  );
});

test('S18: where the revision that was marked good is pruned, nobody guesses', () => {
  const memory = {
    revision: 'uid-gone',
    number: 1,
    at: '2026-11-01T00:00:00Z',
    images: { web: 'web@sha256:abc' },
  };
  const annotations = { 'rollback-actions/last-marked': JSON.stringify(memory) };
  const sets = [replicaSet(3, 'web:3'), replicaSet(2, 'web:2', serving)];
  expect(told(choose('last-good', sets, { annotations }))).toMatch(
    /^revision 1, which was marked good last \(web=web@sha256:abc\), is no longer in its history.*`to: image=web=web@sha256:abc`$/,
  );
  expect(told(choose('previous', sets, { annotations }))).toBe('revision 2');
});

test('S21: a ReplicaSet without a number is nobody to go back to', () => {
  const stranger = replicaSet('', 'stranger:9', serving);
  for (const to of ['last-good', 'previous'])
    expect(told(choose(to, [replicaSet(3, 'web:3'), stranger]))).toMatch(/^no rollout history/);
});

describe('S17: a version', () => {
  const images = (app: string, proxy: string) => ({ web: `web:${app}`, proxy: `proxy:${proxy}` });
  test('is that of the release, not of a sidecar', () => {
    const owner = workload('Deployment', { template: template(images('2', '1.4.2')) });
    const sets = [replicaSet(2, images('2', '1.4.2')), replicaSet(1, images('1', '1.4.2'))];
    const target = chooseTarget(parseTo('version=1.4.2'), owner, history(owner, ...sets), rollback);
    expect(told(target)).toMatch(/^no revision has the version 1\.4\.2; there are 2, 1 /);
  });

  test('is found where an init container alone has it', () => {
    const withInit = (app: string, tag: string) => {
      const set = replicaSet(app, `web:${app}`);
      set.spec.template.spec.initContainers = [{ name: 'migrate', image: `migrate:${tag}` }];
      return set;
    };
    const newest = withInit('2', '2');
    const { 'pod-template-hash': _, ...labels } = newest.spec.template.metadata?.labels ?? {};
    const owner = workload('Deployment', { template: { ...newest.spec.template, metadata: { labels } } });
    const revisions = history(owner, newest, withInit('1', '1.4.2'));
    expect(told(chooseTarget(parseTo('version=1.4.2'), owner, revisions, rollback))).toBe('revision 1');
  });
});

test('a rollback that this project made counts as before', () => {
  const left = replicaSet(2, 'web:2', { annotations: rolledBackMark('uid-web-2') });
  const target = choose('last-good', [undone(), left], {
    now: 'web:1',
    annotations: lastRollback('uid-web-3'),
  });
  expect(target).toMatchObject({ reason: expect.stringMatching(/^rollback 42-1 put it there/) });
});

describe('a release that was rolled back is deployed again', () => {
  const earlier = (number: number) => ({ 'deployment.kubernetes.io/revision-history': String(number) });
  const again = replicaSet(5, 'web:2', {
    annotations: { ...earlier(2), ...rolledBackMark('uid-web-5') },
    ...serving,
  });
  const old = (more = {}) => replicaSet(3, 'web:1', { annotations: { ...earlier(1), ...more } });

  test.each(['last-good', 'previous'])('what was marked good in between is where it goes (%s)', (to) => {
    const good = replicaSet(4, 'web:3', { annotations: goodMark('uid-web-4') });
    expect(told(choose(to, [again, good, old(goodMark('uid-web-3'))], { now: 'web:2' }))).toBe('revision 4');
  });

  test.each(['last-good', 'previous'])(
    'it does not stay, though what was in between may be left (%s)',
    (to) => {
      expect(told(choose(to, [again, replicaSet(4, 'web:3'), old()], { now: 'web:2' }))).toBe('revision 3');
    },
  );

  test.each(['last-good', 'previous'])(
    'nor does it where its pipeline has given it another template (%s)',
    (to) => {
      const anew = replicaSet(5, 'web:2', { ...serving, name: 'anew' });
      anew.spec.template.metadata = { ...anew.spec.template.metadata, annotations: { run: '2' } };
      const bad = replicaSet(2, 'web:2', { annotations: rolledBackMark('uid-web-2') });
      const owner = workload('Deployment', {
        template: { ...template('web:2'), metadata: { labels: { app: 'web' }, annotations: { run: '2' } } },
        metadata: { annotations: lastRollback('uid-web-3') },
      });
      const sets = [anew, replicaSet(4, 'web:3'), old(), bad];
      expect(told(chooseTarget(parseTo(to), owner, history(owner, ...sets), rollback))).toBe('revision 3');
      // What another rollback went to stays, whatever its images have in common with what was left.
      const good = workload('Deployment', {
        template: owner.spec.template,
        metadata: { annotations: lastRollback('uid-anew') },
      });
      expect(told(chooseTarget(parseTo(to), good, history(good, ...sets), rollback))).toBe('revision 5');
    },
  );

  test('what was marked good and left for one that never was rolled back stays left', () => {
    const good = replicaSet(4, 'web:3', { annotations: goodMark('uid-web-4') });
    const back = replicaSet(5, 'web:1', {
      annotations: { ...earlier(1), ...goodMark('uid-web-5') },
      ...serving,
    });
    const sets = [replicaSet(6, 'web:4'), back, good];
    expect(told(choose('last-good', sets, { now: 'web:4' }))).toBe('revision 5');
  });
});

describe('an Argo Rollout is sent to a release again that was rolled back, and no deploy has marked any', () => {
  const numbered = (number: number, images: string, more: Record<string, string> = {}): ReplicaSet => {
    const set = replicaSet(number, images);
    const labels = { app: 'web', 'rollouts-pod-template-hash': `h${number}` };
    const annotations = { 'rollout.argoproj.io/revision': String(number), ...more };
    return { ...set, metadata: { ...set.metadata, labels, annotations } };
  };
  const earlier = (number: number) => ({ 'rollout.argoproj.io/revision-history': String(number) });
  const again = numbered(5, 'web:2', { ...earlier(2), ...rolledBackMark('uid-web-5') });
  const sets = [again, numbered(4, 'web:3'), numbered(3, 'web:1', earlier(1))];
  const goesTo = (to: string, stableRS: string) => {
    const owner = workload('Rollout', {
      template: template('web:2'),
      status: { currentPodHash: 'h5', stableRS },
    });
    return told(chooseTarget(parseTo(to), owner, history(owner, ...sets), rollback));
  };

  test.each(['last-good', 'previous'])('it goes back to what is stable until its end (%s)', (to) => {
    expect(goesTo(to, 'h4')).toBe('revision 4');
  });

  test.each(['last-good', 'previous'])('and behind that, once it has come to its end (%s)', (to) => {
    expect(goesTo(to, 'h5')).toBe('revision 3');
  });
});

describe('when a revision came', () => {
  const made = (set: ReplicaSet, creationTimestamp: string): ReplicaSet => ({
    ...set,
    metadata: { ...set.metadata, creationTimestamp },
  });
  const FIRST = '2026-11-01T00:00:00Z';
  const SECOND = '2026-11-02T00:00:00Z';
  const BACK_AT = '2026-11-03T00:00:00Z';
  const fieldsV1 = { 'f:spec': { 'f:template': {} } };
  const owner = workload('Deployment', {
    template: template('web:1'),
    metadata: {
      managedFields: [{ manager: 'helm', operation: 'Update', time: BACK_AT, fieldsV1 }],
    },
  });
  const came = (owned: Parameters<typeof history>[0], ...sets: (ReplicaSet | ControllerRevision)[]) => {
    const all = history(owned, ...sets);
    return all.map((revision) => cameAt(revision, owned, all));
  };

  test('is when it was made', () => {
    const sets = [made(replicaSet(2, 'web:1'), SECOND), made(replicaSet(1, 'web:0'), FIRST)];
    expect(came(owner, ...sets)).toEqual([Date.parse(SECOND), Date.parse(FIRST)]);
  });

  test('is when the template was written, where the present one came back', () => {
    expect(came(owner, made(undone(), FIRST), made(replicaSet(2, 'web:2'), SECOND))).toEqual([
      Date.parse(BACK_AT),
      Date.parse(SECOND),
    ]);
  });

  test('is that of a ControllerRevision too', () => {
    const set = { ...owner, kind: 'StatefulSet' as const };
    const revisions = [controllerRevision(3, 'web:1'), controllerRevision(2, 'web:2')];
    const [now, left] = revisions as [ControllerRevision, ControllerRevision];
    now.metadata.creationTimestamp = FIRST;
    left.metadata.creationTimestamp = SECOND;
    expect(came(set, now, left)).toEqual([Date.parse(BACK_AT), Date.parse(SECOND)]);
  });

  test('is not known of one that came back and was left, nor where nobody knows who wrote the template', () => {
    const sets = [replicaSet(4, 'web:1'), made(replicaSet(3, 'web:2', { annotations: BACK }), FIRST)];
    expect(came(owner, ...sets)[1]).toBeUndefined();
    const unknown = workload('Deployment', { template: template('web:1') });
    expect(came(unknown, made(undone(), FIRST))).toEqual([undefined]);
  });
});
