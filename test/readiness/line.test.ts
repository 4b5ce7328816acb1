import { expect, test } from '@jest/globals';
import { ActionError } from '../../src/base/errors.ts';
import {
  finding,
  type Line,
  leftOut,
  notChecked,
  type State,
  together,
  verdictOf,
  worst,
} from '../../src/readiness/line.ts';
import { checkNodes } from '../../src/readiness/nodes.ts';
import { sentenceOf } from '../../src/readiness/render.ts';
import type { Revision } from '../../src/service/history.ts';
import { RightsError } from '../../src/systems/kubernetes/access.ts';
import type { KubeClient } from '../../src/systems/kubernetes/client.ts';
import { ApiError } from '../../src/systems/kubernetes/errors.ts';

const line = (component: string, state: State): Line => ({
  ...{ component, state, check: 'images', evidence: 'e', remedy: 'do it', since: '2026-11-30T03:00:00Z' },
});

test.each<[(State | 'left-out')[][], string]>([
  [[['ok']], 'ready'],
  [[['ok', 'not-checked']], 'ready'],
  [[['ok', 'at-risk'], ['ok']], 'at-risk'],
  [[['ok', 'at-risk'], ['not-ready']], 'not-ready'],
  [[['ok'], ['not-checked', 'not-checked']], 'at-risk'],
  [[['ok'], ['left-out', 'not-checked']], 'at-risk'],
  [[['ok'], ['left-out']], 'ready'],
])('%j is %s', (components, verdict) => {
  const findings = components.map((states) =>
    states.map((state) => (state === 'left-out' ? leftOut('images', 'why') : line('c', state))),
  );
  expect(verdictOf(findings)).toBe(verdict);
});

test('the worst of none is that nothing is known', () => {
  expect(worst([])).toBe('not-checked');
});

test('a sentence says what, since when, and what to do', () => {
  expect(
    sentenceOf('prod', 'not-ready', [
      line('web', 'not-ready'),
      line('db', 'at-risk'),
      line('dns', 'not-checked'),
    ]),
  ).toBe(
    'prod could not be rolled back now: web, images: e (since 2026-11-30T03:00Z): do it, and 1 more; 1 of 3 checks were not made.',
  );
  expect(sentenceOf('prod', 'ready', [line('web', 'ok')])).toBe(
    'prod can be rolled back: 1 check found nothing in the way.',
  );
});

test('a missing right says nothing of what it would have shown, and a bug is one', async () => {
  const ways = { state: 'not-ready', remedy: 'x' } as const;
  const failing = (error: Error) => finding('c', ways, () => Promise.reject(error));
  expect(await failing(new RightsError('may not list.'))).toEqual([
    notChecked('c', 'the right is missing: may not list', 'give it, see docs/readiness.md'),
  ]);
  expect((await failing(new ApiError(403, 'Forbidden', 'no')))[0]?.state).toBe('not-checked');
  expect((await failing(new ActionError('gone.')))[0]).toMatchObject({
    state: 'not-ready',
    evidence: 'gone',
  });
  await expect(failing(new Error('bug'))).rejects.toThrow('bug');
});

test('of many things the worst are told, and no more than a line holds', () => {
  const items = Array.from({ length: 9 }, (_, at) => ({
    of: `d${at}`,
    state: 'at-risk' as const,
    evidence: 'x',
  }));
  const told = together('c', [...items, { of: 'e', state: 'ok', evidence: '' }], 'good', 'do');
  expect(told).toMatchObject({ state: 'at-risk', remedy: 'do' });
  expect(told.evidence).toBe('d0: x; d1: x; d2: x; d3: x; d4: x; and 4 more');
});

const nodes = (...items: object[]) => ({ list: async () => ({ items }) }) as unknown as KubeClient;
const pods = (spec: object) => [{ name: 'web', target: { template: { spec } } as unknown as Revision }];
const pool = { metadata: { labels: { pool: 'gpu' } } };
const tainted = { metadata: {}, spec: { taints: [{ key: 'only', value: 'db', effect: 'NoSchedule' }] } };

test.each<[string, object[], object, State]>([
  ['no wish', [{ metadata: {} }], {}, 'ok'],
  ['a label that a node has', [{ metadata: {} }, pool], { nodeSelector: { pool: 'gpu' } }, 'ok'],
  ['a label that no node has', [pool], { nodeSelector: { pool: 'arm' } }, 'at-risk'],
  ['a cordoned node', [{ metadata: {}, spec: { unschedulable: true } }], {}, 'at-risk'],
  ['a taint', [tainted], {}, 'at-risk'],
  ['a taint that is tolerated', [tainted], { tolerations: [{ key: 'only', value: 'db' }] }, 'ok'],
  ['every taint is tolerated', [tainted], { tolerations: [{ operator: 'Exists' }] }, 'ok'],
  ['another value is tolerated', [tainted], { tolerations: [{ key: 'only', value: 'web' }] }, 'at-risk'],
  [
    'a taint that only prefers',
    [{ metadata: {}, spec: { taints: [{ key: 'a', effect: 'PreferNoSchedule' }] } }],
    {},
    'ok',
  ],
  ['no nodes that are shown', [], {}, 'not-checked'],
])('node pools: %s', async (_, items, spec, state) => {
  expect((await checkNodes(nodes(...items), pods(spec))).state).toBe(state);
});
