import { describe, expect, test } from '@jest/globals';
import type { Component, Environment } from '../../src/config/config.ts';
import type { StepResult } from '../../src/rollback/chain.ts';
import type { Step } from '../../src/rollback/order.ts';
import { type Given, isFailure, valuesOf } from '../../src/rollback/values.ts';

const asked: [string, string | undefined][] = [];
const environment = {
  defaultsFor: (action: string, component?: string) => {
    asked.push([action, component]);
    return { values: { from: 'configuration', reason: 'configured' } };
  },
} as unknown as Environment;
const component = (name: string, kind: string) => ({ name, kind }) as Component;
const given: Given = {
  environment,
  components: [component('api', 'service'), component('orders', 'database')],
  passed: { confirm: 'orders', reason: 'given', passed: 'yes' },
  folder: '/kept',
};
const step = (verb: Step['verb'], action: string, more: Partial<Step> = {}): Step => ({
  name: verb,
  verb,
  component: undefined,
  action,
  values: {},
  after: [],
  when: 'done',
  ...more,
});
const result = (over: Partial<StepResult>): StepResult =>
  ({ step: step('switch', 'rollback-db'), outcome: 'done', outputs: {}, ...over }) as StepResult;
const results = (...entries: [string, Partial<StepResult>][]) =>
  new Map(entries.map(([name, each]) => [name, result(each)]));

test('what is given wins over the configuration, and what makes the step over both', () => {
  const values = valuesOf(step('clear', 'clear-cache', { values: { passed: 'step' } }), given);
  expect(values).toEqual({ from: 'configuration', reason: 'given', passed: 'step' });
});

test('`confirm` is for the database alone', () => {
  expect(valuesOf(step('switch', 'rollback-db'), given)).toHaveProperty('confirm', 'orders');
  expect(valuesOf(step('clear', 'clear-cache'), given)).not.toHaveProperty('confirm');
});

test.each([
  ['the one service', given.components, 'api'],
  [
    'all of them together where there are several',
    [...given.components, component('web', 'service')],
    ['api', 'web'],
  ],
  ['nothing where there is none', [component('orders', 'database')], undefined],
])('who judges looks at %s', (_, components, name) => {
  asked.length = 0;
  valuesOf(step('assess', 'assess'), { ...given, components });
  expect(asked).toEqual([['assess', name]]);
});

test('another action without a component is not about the one service', () => {
  asked.length = 0;
  valuesOf(step('report', 'report'), given);
  valuesOf(step('clear', 'clear-cache', { component: 'cache' }), given);
  expect(asked).toEqual([
    ['report', undefined],
    ['clear-cache', 'cache'],
  ]);
});

test.each([
  ['rollback-infra', 'aws', { 'plan-file': '/kept/aws.plan' }],
  ['rollback-service', 'api', { 'state-file': '/kept/api-state.yaml' }],
])('%s has a file of its own', (action, name, files) => {
  const values = valuesOf(step('apply', action, { component: name }), { ...given, passed: {} });
  expect(values).toEqual({ from: 'configuration', reason: 'configured', ...files });
});

describe('data', () => {
  const capture = step('capture', 'verify-integrity', { component: 'orders' });

  test('is captured where it was prepared, without the checks of the services', () => {
    const side = { outputs: { 'side-database': 'orders__side' } };
    expect(valuesOf(capture, given, results(['prepare orders', side]))).toMatchObject({
      snapshot: '/kept/orders-integrity.json',
      commands: '',
      logs: '',
      database: 'orders__side',
    });
  });

  test('is captured where it is when nothing was prepared', () => {
    expect(valuesOf(capture, given)).not.toHaveProperty('database');
    expect(valuesOf(capture, given, results(['prepare orders', {}]))).not.toHaveProperty('database');
  });

  test('without a component has a snapshot too', () => {
    expect(valuesOf(step('capture', 'verify-integrity'), given).snapshot).toBe('/kept/data-integrity.json');
  });

  test('may have gained rows when it is compared, where nobody says otherwise', () => {
    const compare = step('compare', 'verify-integrity', { component: 'orders' });
    expect(valuesOf(compare, given)).toMatchObject({
      snapshot: '/kept/orders-integrity.json',
      expect: 'no-loss',
    });
    const strict = { ...given, passed: { expect: 'identical' } };
    expect(valuesOf(compare, strict).expect).toBe('identical');
  });
});

test('the start is told with the history that the report keeps', () => {
  const start = step('notify start', 'notify', { values: { event: 'started' } });
  const kept = {
    ...environment,
    defaultsFor: (action: string) => ({ values: action === 'report' ? { history: 'kept.jsonl' } : {} }),
  } as unknown as Environment;
  expect(valuesOf(start, { ...given, environment: kept })).toMatchObject({
    event: 'started',
    history: 'kept.jsonl',
  });
  const asked = { ...given, environment: kept, passed: { history: 'given.jsonl' } };
  expect(valuesOf(start, asked)).toMatchObject({ history: 'given.jsonl' });
  expect(valuesOf(start, given)).not.toHaveProperty('history');
});

test('the end is told as what it is', () => {
  const end = step('notify end', 'notify');
  const event = (...all: [string, Partial<StepResult>][]) => valuesOf(end, given, results(...all)).event;
  expect(event(['a', {}], ['b', { outcome: 'no-op' }])).toBe('completed');
  expect(event(['a', {}], ['b', { outcome: 'failed' }])).toBe('failed');
});

test('a step that failed or was left out is a failure of the whole, judging beside and telling are not', () => {
  const failure = (outcome: StepResult['outcome'], verb: Step['verb'] = 'switch', more: Partial<Step> = {}) =>
    isFailure(result({ outcome, step: { ...step(verb, 'x'), ...more } }));
  expect([failure('failed'), failure('skipped')]).toEqual([true, true]);
  expect([failure('done'), failure('no-op'), failure('declined'), failure('planned')]).toEqual(
    Array(4).fill(false),
  );
  expect([
    failure('failed', 'assess', { action: 'assess' }),
    failure('skipped', 'notify start', { action: 'notify' }),
  ]).toEqual([false, false]);
  expect([
    failure('failed', 'notify end', { action: 'notify', when: 'always' }),
    failure('failed', 'report', { action: 'report', when: 'always' }),
  ]).toEqual([true, true]);
});

test('a look afterwards waits as long as the section says, and takes nothing that is for another look', () => {
  const ignoredInputs = ['bake', 'quick-fix'];
  const section = (values: Record<string, string>) => ({
    ...given,
    environment: { ...given.environment, defaultsFor: () => ({ values, origins: {}, warnings: [] }) },
  });
  const verify = { ...step('verify recovery', 'assess'), ignoredInputs };
  expect(valuesOf(verify, section({ bake: '10m', 'quick-fix': '15m' }))).toMatchObject({ recovery: '10m' });
  expect(valuesOf(verify, section({ bake: '10m', 'quick-fix': '15m' }))).not.toHaveProperty('bake');
  expect(valuesOf(verify, section({ recovery: '2m' }))).toMatchObject({ recovery: '2m' });
});
