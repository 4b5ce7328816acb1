/** The matrix over regions that docs/scale.md shows, with the actions of dist/ on a cluster for each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../support/workflows/parse.ts';
import { runWorkflow } from '../support/workflows/run.ts';
import { brokenShop, kubeconfigOf } from './broken-shop.ts';

const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'docs/scale.md'), 'utf8')) ?? [];
const start = (secrets: Record<string, string>) =>
  runWorkflow({ workflow: { text }, inputs: { reason: 'a test' }, secrets });

test('every region goes back, one after another, each with a name of its own', async () => {
  await using eu = await brokenShop();
  await using us = await brokenShop();
  const { result, job, calls, artifacts } = await start({
    KUBECONFIG_EU: kubeconfigOf(eu),
    KUBECONFIG_US: kubeconfigOf(us),
  });
  expect([result, job('region').legs.map((leg) => leg.result)]).toEqual(['success', ['success', 'success']]);
  expect(await Promise.all([eu.image('web'), us.image('web')])).toEqual([
    'registry.test/web:1',
    'registry.test/web:1',
  ]);
  const kept = calls
    .filter(({ action }) => action === 'actions/upload-artifact')
    .map((call) => String(call.with.name))
    .filter((name) => name.startsWith('rollback-state-'));
  expect(kept).toEqual(['rollback-state-production-eu-shop-1', 'rollback-state-production-us-shop-1']);
  for (const region of ['eu', 'us']) {
    const record = join(artifacts, `rollback-state-production-${region}-shop-1/rollback-record.jsonl`);
    expect(readFileSync(record, 'utf8')).toContain(`"id":"4711-1-${region}"`);
  }
});

test('a region that fails stops those after it', async () => {
  await using eu = await brokenShop();
  await using us = await brokenShop();
  const secrets = { KUBECONFIG_EU: kubeconfigOf(eu), KUBECONFIG_US: kubeconfigOf(us) };
  await eu.api.stop();
  const { result, job } = await start(secrets);
  expect([result, job('region').legs.map((leg) => leg.result)]).toEqual([
    'failure',
    ['failure', 'cancelled'],
  ]);
  expect(await us.image('web')).toBe('registry.test/web:2-crash-loop');
});
