/** What `action: plan` tells of each step. */
import { expect, test } from '@jest/globals';
import type { StepResult } from '../../src/rollback/chain.ts';
import { planOf } from '../../src/rollback/render.ts';
import { step } from '../../src/rollback/steps.ts';

test('K14: a plan names who is scaled to zero while a database is switched', () => {
  const steps = [
    step('plan', 'orders', 'rollback-db', []),
    step('switch', 'orders', 'rollback-db', ['plan orders']),
    step('roll back', 'shop', 'rollback-service', ['switch orders']),
  ];
  const planned = (message: string) => ({ message }) as StepResult;
  const results = new Map([
    ['plan orders', planned('"orders" would be restored.')],
    ['plan shop', planned('2 of 2 workloads would be rolled back.')],
  ]);
  const stopped = (name: string) => (name === 'orders' ? 'api, web' : '');
  expect(
    planOf(steps, results, () => undefined, stopped).map(({ step: name, plan }) => [name, plan]),
  ).toEqual([
    ['switch orders', '"orders" would be restored. To zero meanwhile: api, web.'],
    ['roll back shop', '2 of 2 workloads would be rolled back.'],
  ]);
});
