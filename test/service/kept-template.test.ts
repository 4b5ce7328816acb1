import { expect, test } from '@jest/globals';
import {
  KEPT_TEMPLATE,
  keptAnnotation,
  keptCopies,
  keptRevision,
  losesHistory,
} from '../../src/service/kept-template.ts';
import { goodMarkOf } from '../../src/service/lineage.ts';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import { history, replicaSet, template, workload } from './fixtures.ts';

const mark = {
  at: '2026-11-01T00:00:00Z',
  run: '41',
  images: { web: 'web@sha256:1' },
  config: { 'ConfigMap/app': 'app-1' },
};
const owner = workload();
const [marked] = history(owner, replicaSet(1, 'web:1'));
if (!marked) throw new Error('no revision');
const annotations = keptAnnotation(owner, marked, mark) ?? {};
const withKept = (more: Partial<Workload['metadata']> = {}) =>
  workload('Deployment', { metadata: { annotations, ...more } });

test('a kept template is the revision that it was, with its mark and its copies', () => {
  const now = withKept();
  const kept = keptRevision(now, history(now, replicaSet(3, 'web:3')));
  expect(kept).toMatchObject({ number: 1, template: template('web:1'), isKept: true, available: false });
  expect(kept && goodMarkOf(kept, [kept])).toEqual({ ...mark, revision: owner.metadata.uid });
  expect(keptCopies(now)).toEqual(mark.config);
});

test.each<[string, Workload, ReturnType<typeof history>]>([
  ['the history has it', withKept(), history(owner, replicaSet(1, 'web:1'))],
  ['it was copied from another workload', withKept({ uid: 'uid-other' }), []],
  ['nobody can read it', withKept({ annotations: { [KEPT_TEMPLATE]: '{"template":' } }), []],
  [
    'it has no containers',
    withKept({
      annotations: {
        [KEPT_TEMPLATE]: JSON.stringify({ ...mark, workload: 'uid-web', number: 1, template: { spec: {} } }),
      },
    }),
    [],
  ],
  ['there is none', owner, []],
])('nothing is kept where %s', (_, now, revisions) => {
  expect(keptRevision(now, revisions)).toBeUndefined();
});

test('what is too large for an annotation is not kept', () => {
  const env = Array.from({ length: 4000 }, (_, at) => ({ name: `VARIABLE_${at}`, value: 'x'.repeat(20) }));
  const large = { ...marked, template: { spec: { containers: [{ name: 'web', image: 'web:1', env }] } } };
  expect(keptAnnotation(owner, large, mark)).toBeUndefined();
});

test.each<[number | undefined, boolean]>([
  [undefined, false],
  [10, false],
  [3, false],
  [2, true],
  [0, true],
])('a history of %s revisions may lose what is marked: %s', (revisionHistoryLimit, expected) => {
  expect(
    losesHistory(
      workload('StatefulSet', { spec: revisionHistoryLimit === undefined ? {} : { revisionHistoryLimit } }),
    ),
  ).toBe(expected);
});
