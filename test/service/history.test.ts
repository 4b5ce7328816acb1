import { describe, expect, test } from '@jest/globals';
import { joined } from '../../src/domain/workloads/joined.ts';
import {
  currentRevision,
  historyOf,
  imagesOf,
  isObserved,
  sameTemplate,
  selects,
} from '../../src/service/history.ts';
import type { LabelSelector, PodTemplate } from '../../src/systems/kubernetes/objects.ts';
import { controllerRevision, REVISION, replicaSet, template, workload } from './fixtures.ts';

const numbers = (...owned: Parameters<typeof historyOf>[1]) =>
  historyOf(workload(), owned).map((revision) => revision.number);

describe('selects', () => {
  const labels = { app: 'web', tier: 'front', empty: '' };
  const expression = (key: string, operator: string, ...values: string[]) =>
    ({ matchExpressions: [{ key, operator, values }] }) as LabelSelector;

  test.each<[string, LabelSelector, boolean]>([
    ['nothing asked', {}, true],
    ['equal', { matchLabels: { app: 'web' } }, true],
    ['equal and more', { matchLabels: { app: 'web', tier: 'front' } }, true],
    ['not equal', { matchLabels: { app: 'api' } }, false],
    ['one of two not equal', { matchLabels: { app: 'web', tier: 'back' } }, false],
    ['absent', { matchLabels: { zone: 'a' } }, false],
    ['equal to empty', { matchLabels: { empty: '' } }, true],
    ['absent is not empty', { matchLabels: { zone: '' } }, false],
    ['In', expression('app', 'In', 'api', 'web'), true],
    ['In, not', expression('app', 'In', 'api'), false],
    ['In, absent', expression('zone', 'In', 'a'), false],
    ['NotIn', expression('app', 'NotIn', 'api'), true],
    ['NotIn, not', expression('app', 'NotIn', 'web'), false],
    ['NotIn, absent', expression('zone', 'NotIn', 'a'), true],
    ['Exists', expression('empty', 'Exists'), true],
    ['Exists, not', expression('zone', 'Exists'), false],
    ['Exists, not, though every object has such a method', expression('constructor', 'Exists'), false],
    ['DoesNotExist', expression('zone', 'DoesNotExist'), true],
    ['DoesNotExist, not', expression('empty', 'DoesNotExist'), false],
    [
      'labels and expressions, both',
      { matchLabels: { app: 'web' }, ...expression('tier', 'In', 'front') },
      true,
    ],
    [
      'labels and expressions, one',
      { matchLabels: { app: 'web' }, ...expression('tier', 'In', 'back') },
      false,
    ],
  ])('%s', (_, selector, expected) => {
    expect(selects(selector, labels)).toBe(expected);
  });
});

describe('historyOf', () => {
  test('is newest first, by number and not by text', () => {
    expect(numbers(replicaSet(9, 'web:9'), replicaSet(10, 'web:10'), replicaSet(1, 'web:1'))).toEqual([
      10, 9, 1,
    ]);
  });

  test('leaves out what the selector does not select', () => {
    const foreign = replicaSet(2, 'web:2');
    foreign.metadata.labels = { app: 'api' };
    const bare = replicaSet(3, 'web:3');
    delete bare.metadata.labels;
    expect(numbers(foreign, bare, replicaSet(1, 'web:1'))).toEqual([1]);
  });

  test('counts a ReplicaSet without a number as 0', () => {
    const without = replicaSet(2, 'web:2');
    delete without.metadata.annotations;
    expect(numbers(without, replicaSet(1, 'web:1'))).toEqual([1, 0]);
  });

  // What strconv.ParseInt(text, 10, 64) refuses, kubectl leaves out.
  test.each(['x', '1x', '1.5', '0x10', '1e3', '', ' ', '99999999999999999999'])(
    'leaves out a ReplicaSet with the number %j',
    (number) => {
      const odd = replicaSet(2, 'web:2', { annotations: { [REVISION]: number } });
      expect(numbers(odd, replicaSet(1, 'web:1'))).toEqual([1]);
    },
  );

  test('strips pod-template-hash, and leaves the object that it read alone', () => {
    const set = replicaSet(1, 'web:1');
    const before = structuredClone(set);
    const [revision] = historyOf(workload(), [set]);
    expect(revision?.template).toEqual(template('web:1'));
    expect(set).toEqual(before);
    expect(revision?.object).toBe(set);
    expect(revision?.podLabel).toEqual(['pod-template-hash', 'h1']);
  });

  test.each<[number, number, boolean]>([
    [2, 2, true],
    [2, 3, true],
    [2, 1, false],
    [0, 0, false],
  ])('%i wanted and %i available: available is %s', (replicas, available, expected) => {
    expect(historyOf(workload(), [replicaSet(1, 'web:1', { replicas, available })])[0]?.available).toBe(
      expected,
    );
  });

  test('reads the numbers that a ReplicaSet had before', () => {
    const set = replicaSet(5, 'web:1', {
      annotations: { 'deployment.kubernetes.io/revision-history': '1,3' },
    });
    expect(historyOf(workload(), [set])[0]?.earlier).toEqual([1, 3]);
    expect(historyOf(workload(), [replicaSet(1, 'web:1')])[0]?.earlier).toEqual([]);
  });

  test('reads ControllerRevisions, without the directive in their template', () => {
    const revision = controllerRevision(3, 'web:3');
    const before = structuredClone(revision);
    for (const [kind, hash] of [
      ['StatefulSet', 'web-3'],
      ['DaemonSet', 'h3'],
    ] as const) {
      const [read] = historyOf(workload(kind), [revision]);
      expect(read).toMatchObject({ number: 3, earlier: [], podLabel: ['controller-revision-hash', hash] });
      expect(read?.template).toEqual(template('web:3'));
    }
    expect(revision).toEqual(before);
  });
});

describe('sameTemplate', () => {
  const base: PodTemplate = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'web', image: 'web:1' }] },
  };
  const withNulls = {
    metadata: { creationTimestamp: null, labels: { app: 'web' } },
    spec: { containers: [{ name: 'web', image: 'web:1', resources: null }], hostname: null },
  } as unknown as PodTemplate;
  const moreNulls = (value: unknown) =>
    ({ ...base, spec: { ...base.spec, volumes: value } }) as unknown as PodTemplate;

  test.each<[string, PodTemplate, PodTemplate, boolean]>([
    ['itself', base, JSON.parse(JSON.stringify(base)), true],
    ['nulls are absent', base, withNulls, true],
    [
      'the order of keys does not count',
      base,
      { spec: base.spec, metadata: { labels: { app: 'web' } } },
      true,
    ],
    ['another image', base, template('web:2'), false],
    ['another label', base, { ...base, metadata: { labels: { app: 'web', x: '1' } } }, false],
    ['an empty list is not absent', base, moreNulls([]), false],
    ['a null in a list stays', moreNulls([null]), moreNulls([]), false],
    ['the order of containers counts', template({ a: 'a', b: 'b' }), template({ b: 'b', a: 'a' }), false],
    [
      'false is not absent',
      base,
      { ...base, spec: { ...base.spec, hostNetwork: false } } as PodTemplate,
      false,
    ],
  ])('%s', (_, a, b, expected) => {
    expect(sameTemplate(a, b)).toBe(expected);
    expect(sameTemplate(b, a)).toBe(expected);
  });
});

test('currentRevision is the one with the present template, hash aside', () => {
  const owner = workload('Deployment', { template: template('web:1') });
  const revisions = historyOf(owner, [replicaSet(2, 'web:2'), replicaSet(1, 'web:1')]);
  expect(currentRevision(owner, revisions)?.number).toBe(1);
  expect(currentRevision(workload('Deployment', { template: template('web:9') }), revisions)).toBeUndefined();
});

test('imagesOf names containers, not init containers', () => {
  const all = {
    spec: {
      ...template({ web: 'web:1', log: 'log:1' }).spec,
      initContainers: [{ name: 'init', image: 'init:1' }],
    },
  };
  expect(imagesOf(all)).toEqual({ web: 'web:1', log: 'log:1' });
});

test('the present revision of a Rollout whose spec is refused is that of its template, and not of the status before', () => {
  const set = (number: number) => {
    const made = replicaSet(number, `web:${number}`, {
      annotations: { 'rollout.argoproj.io/revision': String(number) },
    });
    const hash = { 'rollouts-pod-template-hash': `h${number}` };
    made.metadata.labels = { app: 'web', ...hash };
    made.spec.template = template(`web:${number}`, hash);
    return made;
  };
  const invalid = (status: 'True' | 'False') => ({ type: 'InvalidSpec', status });
  const present = (image: number, status: 'True' | 'False') => {
    const refused = workload('Rollout', {
      template: template(`web:${image}`),
      status: { currentPodHash: 'h2', stableRS: 'h2', conditions: [invalid(status)] },
    });
    return currentRevision(refused, historyOf(refused, [set(1), set(2)]))?.number;
  };
  expect(present(3, 'True')).toBeUndefined();
  expect(present(1, 'True')).toBe(1);
  expect(present(1, 'False')).toBe(2);
});

describe('a Rollout whose template a Deployment has', () => {
  const whole = (status: object, generation = 3) =>
    joined(
      workload('Rollout', { metadata: { generation: 2 }, status: { observedGeneration: '2', ...status } }),
      workload('Deployment', { metadata: { generation } }),
    );

  test.each<[string, object, boolean]>([
    ['is seen by its controller with this template', { workloadObservedGeneration: '3' }, true],
    ['is not, before that has seen the template', { workloadObservedGeneration: '2' }, false],
    ['is not, where the Deployment is another one since', { workloadObservedGeneration: '4' }, false],
    ['is not, where it has never looked', {}, false],
    [
      'is not, where its own spec is newer',
      { observedGeneration: '1', workloadObservedGeneration: '3' },
      false,
    ],
  ])('%s', (_, status, expected) => {
    expect(isObserved(whole(status))).toBe(expected);
  });

  test('has the revisions of the Rollout, by the hash in its status', () => {
    const set = replicaSet(2, 'web:2', { annotations: { 'rollout.argoproj.io/revision': '2' } });
    set.metadata.labels = { app: 'web', 'rollouts-pod-template-hash': 'h2' };
    const seen = whole({ workloadObservedGeneration: '3', currentPodHash: 'h2', stableRS: 'h1' });
    const [revision] = historyOf(seen, [set]);
    expect(currentRevision(seen, historyOf(seen, [set]))).toMatchObject({ number: 2, available: false });
    expect(revision?.podLabel).toEqual(['rollouts-pod-template-hash', 'h2']);
  });
});
