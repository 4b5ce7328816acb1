/** The bundle on the stand-in for Kubernetes: pods without Prometheus, and what rollbacks leave behind. */
import { expect, test } from '@jest/globals';
import { runAction, type StepResult } from '../support/action.ts';
import { Shop } from './shop.ts';

const assess = (shop: Shop, more: Record<string, string> = {}): Promise<StepResult> =>
  runAction('assess', {
    temp: shop.temp,
    with: { kubeconfig: shop.api.kubeconfig, namespace: 'shop', workloads: 'all', ...more },
  });

const BAKE = { bake: '4s', interval: '1s', consecutive: '2' };

test('pods that are well, by one look and by a bake', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  const look = await assess(shop);
  expect(look.outputs).toMatchObject({
    severity: 'none',
    decision: 'none',
    result: 'judged',
    'decide-by': '',
  });
  expect(look.summary).toMatch(
    /^## All is well: 2 of 2 pods of deployment\/web are ready, with 0 restarts\./,
  );
  const bake = await assess(shop, BAKE);
  expect(bake.outputs).toMatchObject({ decision: 'none', result: 'judged' });
  expect(bake.record.filter(({ step }) => step === 'look').length).toBeGreaterThan(0);
});

test('a crash loop ends a bake early', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.change('web', 'registry.test/web:2-crash-loop');
  const step = await assess(shop, { ...BAKE, bake: '20s' });
  expect(step.outputs).toMatchObject({ severity: 'high', decision: 'quick-fix-then-rollback' });
  expect(step.log).toContain('The bake ended early: it has clearly failed.');
  expect(step.outputs.message).toMatch(
    /deployment\/web cannot start: pod web-\S+ is in CrashLoopBackOff \(high\)/,
  );
  expect(step.log.replace(`::add-mask::${shop.api.token}`, '')).not.toContain(shop.api.token);
});

test('once for a deploy: after the rollback nothing more is rolled back, and the same image again is warned about', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.markGood();
  await shop.deploy('web', 'registry.test/web:2-crash-loop');
  expect((await shop.rollBack({}, { run: '41' })).outputs.result).toBe('done');

  // The alert still fires: here, a person's word.
  const after = await assess(shop, { 'security-breach': 'true', cooldown: '1s' });
  expect(after.outputs).toMatchObject({ severity: 'critical', decision: 'evaluate', result: 'judged' });
  expect(after.outputs.message).toMatch(/rollback 41-1 was made \d+ s ago and nothing was deployed since/);

  await shop.deploy('web', 'registry.test/web:2-crash-loop');
  const again = await assess(shop, { 'security-breach': 'true', cooldown: '1h' });
  expect(again.warnings[0]).toMatch(
    /^deployment\/web runs registry\.test\/web:2-crash-loop again, which rollback 41-1 left at \S+; check whether its cause is gone\.$/,
  );
  expect(again.outputs.message).toContain('`cooldown` lets the next one start after 3600 s');
  const decision = async () =>
    (await assess(shop, { 'security-breach': 'true', cooldown: '1s' })).outputs.decision;
  await shop.until('the cooldown is over', async () => (await decision()) === 'rollback');
});

test('pods that a rollback started anew for their configuration are not deploy', async () => {
  await using shop = await Shop.open();
  await shop.configMap('settings', { MODE: 'good' });
  await shop.deploy('web', 'registry.test/web:1');
  await shop.markGood();
  await shop.configMap('settings', { MODE: 'bad' });
  expect((await shop.rollBack({}, { run: '41' })).outputs.result).toBe('done');
  const after = await assess(shop, { 'security-breach': 'true', cooldown: '1s' });
  expect(after.outputs).toMatchObject({ decision: 'evaluate', result: 'judged' });
  expect(after.outputs.message).toMatch(/rollback 41-1 was made \d+ s ago and nothing was deployed since/);
});

test('mark-good warns of an image that was rolled back from, and no longer once it is marked', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  expect((await shop.markGood()).warnings).toEqual([]);
  await shop.deploy('web', 'registry.test/web:2');
  expect((await shop.rollBack({}, { run: '41' })).outputs.result).toBe('done');
  expect((await shop.markGood()).warnings).toEqual([]);

  await shop.deploy('web', 'registry.test/web:2');
  const again = await shop.markGood();
  expect(again.warnings).toEqual([
    expect.stringMatching(/^deployment\/web runs registry\.test\/web:2 again, which rollback 41-1 left at /),
  ]);
  expect(again.outputs.result).toBe('done');
  expect((await shop.markGood()).warnings).toEqual([]);
});

test('ten alerts of one outage that are all judged before the first rollback make one', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2');
  await shop.deploy('web', 'registry.test/web:3-crash-loop');
  const runs = Array.from({ length: 10 }, (_, index) => `${50 + index}`);
  const judged = await Promise.all(runs.map(() => assess(shop, { 'security-breach': 'true' })));
  expect(judged.map(({ outputs }) => outputs.decision)).toEqual(runs.map(() => 'rollback'));

  const steps = await Promise.all(runs.map((run) => shop.rollBack({}, { run })));
  const results = steps.map(({ outputs }) => outputs.result);
  expect(results.filter((result) => result === 'done')).toHaveLength(1);
  // The others came while it was at work, or after it.
  for (const { outputs, errors } of steps)
    if (outputs.result === 'failed')
      expect(errors[0]).toMatch(/^Rollback 5\d-1 is already at work here since /);
  expect(await shop.image('web')).toBe('registry.test/web:2');

  const late = await assess(shop, { 'security-breach': 'true' });
  expect(late.outputs).toMatchObject({ severity: 'critical', decision: 'evaluate' });
});

test('a missing right, a workload that is not there and a bake without an end are said before anything is waited for', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  const missing = await assess(shop, { workloads: 'api' });
  expect(missing.errors[0]).toMatch(
    /^There is no deployment\/api in the namespace shop; there are deployment\/web/,
  );
  const long = await assess(shop, { bake: '1h' });
  expect(long.errors[0]).toBe(
    "Input `bake` is 3600 s, which is not shorter than the action's `timeout` of 600 s; give a longer `timeout`.",
  );
  const future = await assess(shop, { 'deployed-at': '2999-01-01T00:00:00Z' });
  expect(future.errors[0]).toMatch(/^Input `deployed-at` is 2999-01-01T00:00:00Z, which is in the future/);
  const nothing = await runAction('assess', { with: {} });
  expect(nothing.errors[0]).toMatch(/^Say what to judge by: `prometheus-url`/);
});

test('an API server that shows no pods is said to, in a sentence, when the time for a look is over', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  shop.api.faults.push({ match: (_, path) => path.includes('/pods'), times: 1000, respond: 'hang' });
  const step = await runAction('assess', {
    temp: shop.temp,
    with: { kubeconfig: shop.api.kubeconfig, namespace: 'shop', workloads: 'all' },
    env: { ROLLBACK_TEST_WAITS: JSON.stringify({ PODS_STATE_MS: 1500 }) },
  });
  expect(step).toMatchObject({
    exitCode: 1,
    errors: ['The API server did not show the workloads and their pods within 1.5 s.'],
  });
});
