import { expect, test } from '@jest/globals';
import type { Log } from '../../src/base/log.ts';
import { runChain } from '../../src/rollback/chain.ts';
import { chainLog, stepLine } from '../../src/rollback/chain-log.ts';
import { step } from '../../src/rollback/steps.ts';

test('steps that run side by side are read one after another in the end, with what each said', async () => {
  const told: (string | [string, readonly string[]])[] = [];
  const log: Log = {
    info: (line) => told.push(line),
    warn: (sentence) => told.push(`warning: ${sentence}`),
    group: (title, lines) => told.push([title, lines]),
  };
  const plans = ['orders', 'shop'].map((name) => step('plan', name, 'rollback-service', []));
  const steps = [
    ...plans,
    step(
      'report',
      undefined,
      'report',
      plans.map(({ name }) => name),
    ),
  ];
  const chain = chainLog(log);
  let shopIsOver = () => {};
  const shop = new Promise<void>((done) => {
    shopIsOver = done;
  });
  const results = await runChain({
    steps,
    async perform({ name, component }) {
      const own = chain.of(steps.find((each) => each.name === name) as (typeof steps)[number]);
      // What comes first in the chain is over last.
      if (component === 'orders') await shop;
      if (component !== undefined) own.info(`[${name}] begins`);
      if (component === 'shop') own.warn(`${name}: a pod is old`);
      if (component === 'shop') own.group(`[${name}] details`, ['revision 3']);
      if (component === 'shop') shopIsOver();
      return { result: 'done', message: `${name} is done` };
    },
    onEnd: (result) => log.info(stepLine(result)),
  });
  expect(told.slice(0, 2)).toEqual(['[plan shop] begins', 'warning: plan shop: a pod is old']);
  const live = told.length;
  chain.fromTopToBottom(results.values());
  const [head, ...read] = told.slice(live);
  expect(head).toBe('The chain, from top to bottom:');
  expect(read).toEqual([
    [expect.stringMatching(/^✓ plan orders: done in .* — plan orders is done$/), ['begins']],
    [
      expect.stringMatching(/^✓ plan shop: done in /),
      ['begins', '⚠ a pod is old', 'details', '  revision 3'],
    ],
    expect.stringMatching(/^✓ report: done in /),
  ]);
});
