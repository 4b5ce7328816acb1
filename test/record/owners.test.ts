import { expect, test } from '@jest/globals';
import { factsOf } from '../../src/notify/facts.ts';
import { storyOf } from '../../src/record/story.ts';
import { reportOf } from '../../src/report/report.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { action, at, event, workload } from './events.ts';

const name = 'Argo CD application shop';
const url = 'https://github.test/shop/config/pull/7';
const owner = (seconds: number, verb: string, more: object = {}) =>
  event(seconds, { component: 'owner', step: `${verb} ${name}`, status: 'done', ...more });
const wentBack = [
  ...action('rollback-service', [0, 65], 'done', { message: 'Rolled back and serving.' }),
  ...workload('web', [1, 2, 60]),
  owner(2, 'go back', { status: 'started', message: `${name}: it is paused` }),
  owner(3, 'go back', { message: `${name} is paused and went back` }),
];
const since = at(2);
const lasts = owner(61, 'make last', {
  message: `the ${name} is paused since ${since}: merge ${url}, then hand it back`,
  evidence: { since, 'pull-request': url },
});

test('who keeps what went back is told, with since when and the pull request', () => {
  const story = storyOf([...wentBack, lasts]);
  expect(story.owners).toEqual([{ name, state: 'paused', since, pullRequest: url, message: lasts.message }]);
  expect(story.openItems).toEqual([`${lasts.message}.`]);
  expect(story.outcome).toBe('done');
});

test.each<[string, ReturnType<typeof event>[], string, boolean]>([
  ['paused alone', [], 'paused', true],
  ['kept from lasting', [owner(61, 'make last', { status: 'failed', message: 'no token' })], 'paused', true],
  [
    'handed back',
    [lasts, owner(70, 'hand back', { message: `${name} is handed back` })],
    'handed back',
    false,
  ],
  [
    'not handed back',
    [lasts, owner(70, 'hand back', { status: 'failed', message: `${name} stays paused: bad` })],
    'paused',
    true,
  ],
  [
    'looked at for that',
    [lasts, owner(70, 'hand back', { status: 'planned', message: 'would be' })],
    'paused',
    true,
  ],
  [
    'found paused',
    [owner(70, 'find paused', { message: `the ${name} is paused since long` })],
    'paused',
    true,
  ],
])('an owner that was %s', (_, events, state, isOpen) => {
  const story = storyOf([...wentBack, ...events]);
  expect(story.owners).toMatchObject([{ name, state }]);
  expect(story.openItems.length > 0).toBe(isOpen);
});

test('one that could not be paused is told as such, and is no open item beside its failure', () => {
  const failed = owner(3, 'go back', { status: 'failed', message: `the ${name} could not be paused` });
  const story = storyOf([...wentBack.slice(0, -1), failed]);
  expect(story.owners).toMatchObject([{ state: 'not paused' }]);
  expect(story.openItems).toEqual([]);
});

test('report and messages have it, and customers do not', () => {
  const story = storyOf([...wentBack, lasts]);
  const report = reportOf(story, { objectives: [], history: [], checklist: [], brokenLines: [] });
  expect(report.owners).toMatchObject([{ name, pullRequest: url }]);
  expect(summaryOf(report)).toMatch(/## Owners\n\n- ⏸️ the Argo CD application shop is paused since/);
  for (const told of ['completed', 'failed'] as const)
    expect(factsOf(told, story, {}).owners).toEqual([lasts.message]);
  expect(factsOf('customer', story, {}).owners).toEqual([]);
});
