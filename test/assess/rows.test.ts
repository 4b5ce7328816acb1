/** The evidence: what each signal says, and what it says it from. */
import { describe, expect, test } from '@jest/globals';
import { rowsOf } from '../../src/assess/rows.ts';
import { alerts, DEPLOYED, given, NOW, observed, pods, reading, settings } from './fixtures.ts';

type Seen = ReturnType<typeof observed>;

/** The rows of the only look. */
const rows = (observation: Seen) =>
  observation.looks.flatMap((look) => rowsOf(look, observation, settings({ maxRestarts: 2 })));

/** What a row has where nothing else is said. */
const PLAIN = {
  value: null,
  samples: null,
  baseline: null,
  query: null,
  causedByDeploy: true,
  conclusive: true,
  forcesRollback: false,
  since: NOW,
};
const of = (level: string) => ({ severity: level, long: level, short: level });
const UNKNOWN = { severity: 'unknown', long: 'none', short: 'none' };

describe('an outage', () => {
  const facts = { ...PLAIN, signal: 'outage', threshold: 'critical where it is not 0', query: 'q' };

  test.each([
    [0, { ...of('none'), value: 0, description: 'no outage' }],
    [1, { ...of('critical'), value: 1, description: 'the service is down' }],
    ['no data', { ...UNKNOWN, description: 'no data' }],
  ])('of %j', (value, said) => {
    expect(rows(observed({ outage: reading(value) }))).toEqual([{ ...facts, ...said }]);
  });
});

describe('alerts', () => {
  const facts = { ...PLAIN, signal: 'alerts', threshold: 'any that fires' };
  const firing = (...items: { name: string; severity: string; since: number }[]) =>
    rows(observed({ alerts: { items } }));
  const one = { name: 'Errors', severity: 'high', since: NOW - 60 };

  test('that fire are named once, at their worst level, from the first of them on', () => {
    const two = { name: 'Slow', severity: 'medium', since: NOW - 90 };
    expect(firing(one, two, { ...one, since: NOW - 30 })).toEqual([
      {
        ...facts,
        ...of('high'),
        value: 'Errors, Slow',
        description: 'Errors, Slow fire',
        forcesRollback: true,
        since: NOW - 90,
      },
    ]);
  });

  test('of before the deploy count where there is no other, and do not speak against it', () => {
    const old = { name: 'Old', severity: 'critical', since: DEPLOYED - 1 };
    expect(firing(old, one)).toMatchObject([
      { ...of('high'), description: 'Errors fires', causedByDeploy: true },
    ]);
    expect(firing(old)).toMatchObject([
      {
        ...of('critical'),
        description: 'Old fires, and did before the deploy already',
        causedByDeploy: false,
      },
    ]);
    expect(rows(alerts('high', DEPLOYED))).toMatchObject([{ causedByDeploy: true }]);
    const unknownDeploy = observed({ alerts: { items: [old] } }, { deployedAt: null });
    expect(rows(unknownDeploy)).toMatchObject([{ description: 'Old fires', causedByDeploy: true }]);
  });

  test.each([
    ['none', 'critical'],
    ['page', 'critical'],
    ['', 'critical'],
    ['low', 'low'],
  ])('labelled %j are %s', (severity, level) => {
    expect(rows(alerts(severity))).toMatchObject([of(level)]);
  });

  test('that do not fire, or that nobody could ask for', () => {
    expect(firing()).toEqual([
      { ...facts, ...of('none'), value: '', description: 'no alert asks for a rollback' },
    ]);
    expect(rows(observed({ alerts: { reason: 'no answer' } }))).toEqual([
      { ...facts, ...UNKNOWN, description: 'no answer' },
    ]);
  });
});

describe('pods', () => {
  const facts = {
    ...PLAIN,
    signal: 'pods of deployment/web',
    threshold:
      'critical none ready, high one that cannot start or more than 2 restarts, else by the share that is not ready',
    samples: 10,
  };
  const counts = (ready: number, restarts: number) => ({
    value: `${ready}/10 ready, ${restarts} restarts`,
    description: `${ready} of 10 pods of deployment/web are ready, with ${restarts} restarts`,
  });

  test.each([
    ['all ready', {}, { ...of('none'), ...counts(10, 0) }],
    ['two restarts', { restarts: 2 }, { ...of('low'), ...counts(10, 2) }],
    ['three restarts', { restarts: 3 }, { ...of('high'), ...counts(10, 3) }],
    [
      'nine of ten, with a restart',
      { readyOfNewest: 9, restarts: 1 },
      {
        ...of('medium'),
        ...counts(9, 1),
        description:
          '9 of 10 pods of deployment/web of the newest revision are ready, beside 1 older, with 1 restarts',
        conclusive: false,
      },
    ],
    [
      'N14: none of the newest revision, while all of the older one serve',
      { readyOfNewest: 0 },
      {
        ...of('high'),
        ...counts(0, 0),
        description:
          '0 of 10 pods of deployment/web of the newest revision are ready, beside 10 older, with 0 restarts',
        conclusive: false,
      },
    ],
    [
      'none of any revision',
      { ready: 0, readyOfNewest: 0 },
      { ...of('critical'), ...counts(0, 0), description: 'no pod of deployment/web is ready' },
    ],
    [
      'one that cannot start',
      { readyOfNewest: 9, terminalFailure: 'no image' },
      { ...of('high'), ...counts(9, 0), description: 'deployment/web cannot start: no image' },
    ],
  ])('%s', (_, state, said) => {
    expect(rows(pods(state))).toEqual([{ ...facts, ...said }]);
  });

  test('of a workload at zero say nothing', () => {
    expect(rows(pods({ wanted: 0, ready: 0, readyOfNewest: 0 }))).toEqual([
      {
        ...facts,
        ...of('none'),
        samples: 0,
        value: '0/0 ready, 0 restarts',
        description: 'deployment/web is scaled to zero',
      },
    ]);
  });

  test('that nobody could ask for', () => {
    expect(rows(observed({ pods: { reason: 'no answer' } }))).toEqual([
      { ...PLAIN, ...UNKNOWN, signal: 'pods', threshold: '', description: 'no answer' },
    ]);
  });
});

test('what a person says is a row each, and nothing of what is not said', () => {
  const facts = { ...PLAIN, threshold: 'as given' };
  expect(rows(given({}))).toEqual([]);
  expect(
    rows(
      given({
        'error-rate': 0.4,
        slowdown: 0.15,
        outage: false,
        'data-corruption': true,
        'security-breach': true,
        impact: 'minor',
      }),
    ),
  ).toEqual([
    {
      ...facts,
      ...of('high'),
      signal: 'error-rate',
      value: 0.4,
      description: '40 % of requests fail, as given',
    },
    {
      ...facts,
      ...of('low'),
      signal: 'slowdown',
      value: 0.15,
      description: '15 % slower than before, as given',
    },
    { ...facts, ...of('none'), signal: 'outage', value: false, description: 'no outage, as given' },
    {
      ...facts,
      ...of('critical'),
      signal: 'data-corruption',
      value: true,
      description: 'there is data corruption, as given',
    },
    {
      ...facts,
      ...of('critical'),
      signal: 'security-breach',
      value: true,
      description: 'there is a security breach, as given',
    },
    {
      ...facts,
      ...of('medium'),
      signal: 'impact',
      value: 'minor',
      description: 'the impact is minor, as given',
    },
  ]);
});
