/** The README's deploy workflow as pasted into a repository that has a deploy.sh and nothing else. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { Shop } from '../actions/shop.ts';
import { type RunOptions, runWorkflow, startWorkflow } from '../support/workflows/run.ts';
import { kubeconfigOf } from './broken-shop.ts';

const README = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
const DEPLOY = /```yaml\n(name: Deploy\n[\s\S]*?)```/.exec(README)?.[1] ?? '';

const options = (shop: Shop, deploy: string): RunOptions => ({
  workflow: { text: DEPLOY },
  event: 'push',
  secrets: { KUBECONFIG: kubeconfigOf(shop) },
  files: { 'deploy.sh': deploy },
});

/** Four services that are on their second release, and nothing is marked. */
async function fourServices(): Promise<Shop> {
  const shop = await Shop.open();
  for (const name of ['api', 'web', 'billing', 'search'])
    for (const version of [1, 2]) await shop.deploy(name, `registry.test/${name}:${version}`);
  // What the cluster and the workflow's clock say of times is in whole seconds.
  const deployed = Date.now();
  await shop.until('the deploy of now is not of the same second', () => Date.now() - deployed > 1100);
  return shop;
}

const images = async (shop: Shop) =>
  Promise.all(['api', 'web', 'billing', 'search'].map((name) => shop.image(name)));

test('it is at most 40 lines', () => {
  expect(
    DEPLOY.trimEnd()
      .split('\n')
      .filter((line) => line.trim() !== '').length,
  ).toBeLessThanOrEqual(40);
});

test('F11: the first page shows one way to start: a workflow of one’s own with the root action', () => {
  expect(README.match(/```yaml\n(name|on|jobs):/g)).toHaveLength(1);
  expect(DEPLOY).toContain('uses: rollback-actions/rollback-actions@v1');
  expect(DEPLOY).not.toMatch(/actions\/rollback-(service|db|infra)@|\.github\/workflows\//);
});

test('F1: a deploy step that fails before it deploys anything rolls nothing back', async () => {
  await using shop = await fourServices();
  const before = await images(shop);
  const { result, job } = await runWorkflow(options(shop, 'echo never, as it is not executable\n'));
  expect(result).toBe('failure');
  expect(job('deploy').steps.at(-1)?.outcome).toBe('success');
  expect(await images(shop)).toEqual(before);
});

test('F1, F12: a deploy step that fails after it deployed goes back, and the neighbours stay', async () => {
  await using shop = await fourServices();
  const done = join(mkdtempSync(join(tmpdir(), 'deploy-')), 'done');
  const running = startWorkflow(
    options(shop, `#!/bin/sh\necho deploying\nuntil [ -e ${done} ]; do sleep 0.05; done\nexit 1\n`),
  );
  await running.printed('deploying');
  await shop.deploy('api', 'registry.test/api:3-crash-loop');
  writeFileSync(done, '');
  const { result } = await running.result;
  expect(result).toBe('failure');
  expect(await images(shop)).toEqual([
    'registry.test/api:2',
    'registry.test/web:2',
    'registry.test/billing:2',
    'registry.test/search:2',
  ]);
});

test('F2: a healthy deploy whose marking fails is green, and nothing goes back', async () => {
  await using shop = await fourServices();
  await shop.deploy('web', 'registry.test/web:3-bad-image');
  const before = await images(shop);
  const { result } = await runWorkflow(options(shop, '#!/bin/sh\nexit 0\n'));
  expect(result).toBe('success');
  expect(await images(shop)).toEqual(before);
});

test('with the configuration of the page, its last step takes every component of it, and the first one services alone', async () => {
  await using shop = await Shop.open();
  for (const name of ['api', 'web', 'worker']) await shop.deploy(name, `registry.test/${name}:1`);
  const blocks = [...README.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const configuration = blocks.find((text) => text.includes('\nenvironments:')) ?? '';
  const [, step = ''] = blocks.filter((text) => text.includes("steps.deploy.outcome == 'failure'"));
  const whole = DEPLOY.replace(/ {6}- if: failure\(\)[\s\S]*$/, step);
  const secrets = {
    KUBECONFIG: kubeconfigOf(shop),
    DATABASE_URL: 'postgres://shop@127.0.0.1:1/orders',
    REDIS_URL: 'redis://127.0.0.1:1',
  };
  const log = async (text: string) => {
    const files = { 'deploy.sh': '#!/bin/sh\nexit 1\n', '.github/rollback.yml': configuration };
    const { job } = await runWorkflow({ workflow: { text }, event: 'push', secrets, files });
    return job('deploy')
      .steps.map((each) => each.log)
      .join('');
  };
  const [services, all] = [await log(DEPLOY), await log(whole)];
  for (const component of ['orders', 'shop', 'cache']) expect(all).toContain(`plan ${component}`);
  expect(services).not.toMatch(/plan (?:orders|cache)/);
  // What is missing is a server, and nothing that the page could have said.
  expect(all).toMatch(/✗ plan orders: .*127\.0\.0\.1/);
  expect(all).toMatch(/✗ plan cache: .*127\.0\.0\.1:1 cannot be reached/);
});
