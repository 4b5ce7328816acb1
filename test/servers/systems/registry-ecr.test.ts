/** `action: check` on images in Amazon's registry, by the log-in that the AWS credentials of the step give. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { Shop } from '../../actions/shop.ts';
import { startAction } from '../../support/action.ts';
import { type Ecr, startEcr } from '../../support/ecr.ts';
import { pullSecret } from '../../support/registry.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: SECRET };
/** As a machine without any. */
const NONE = { AWS_EC2_METADATA_DISABLED: 'true' };

let ecr: Ecr;
let shop: Shop;
let digest: string;
beforeAll(async () => {
  [ecr, shop] = await Promise.all([startEcr(), Shop.open()]);
  digest = await ecr.registry.push('team/web', '1');
  const names = ['web', 'api'];
  for (const name of names) await shop.deploy(name, `${ecr.host}/team/web@${digest}`);
  await shop.until('both serve', async () => {
    const both = await Promise.all(names.map((name) => shop.deployment(name)));
    return both.every(({ status }) => status?.availableReplicas === 2);
  });
  expect((await shop.markGood()).errors).toEqual([]);
  const services = { kind: 'service', workloads: ['web', 'api'] };
  const defaults = { namespace: 'shop', kubeconfig: shop.api.kubeconfig };
  mkdirSync(join(shop.temp, '.github'), { recursive: true });
  writeFileSync(
    join(shop.temp, '.github/rollback.yml'),
    stringify({ environments: { prod: { defaults, components: { services } } } }),
  );
});
afterAll(() => Promise.all([ecr?.stop(), shop?.[Symbol.asyncDispose]()]));

/** What the check says of the images. */
async function images(
  env: Record<string, string>,
): Promise<{ state: string; evidence: string; log: string }> {
  const step = startAction('rollback', {
    temp: shop.temp,
    with: { action: 'check' },
    env: { ...ecr.env, ...env },
  });
  const { outputs, log } = await step.result;
  const lines = JSON.parse(outputs.checks ?? '[]') as { check: string; state: string; evidence: string }[];
  const line = lines.find(({ check }) => check === 'images');
  return { state: line?.state ?? '', evidence: line?.evidence ?? log, log };
}

test('what is there is found, by one log-in for all images of a region', async () => {
  const { state, evidence, log } = await images(CREDENTIALS);
  expect([state, evidence]).toEqual(['ok', '2 of 2 images can be pulled']);
  expect(ecr.asked.api).toBe(1);
  expect(log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('123456789012-auth-token');
});

test('without AWS credentials it is not checked, and the reason is said', async () => {
  const { state, evidence } = await images(NONE);
  expect(state).toBe('not-checked');
  expect(evidence).toContain(
    'Amazon Elastic Container Registry wants signed requests, and there are no AWS credentials',
  );
});

test('credentials that do not come cost no more than the deadline', async () => {
  const at = (name: string) => join(shop.temp, name);
  const [config, script, pid] = [at('aws-config'), at('credentials'), at('pid')];
  writeFileSync(script, `echo $$ > ${pid}; exec sleep 600\n`);
  writeFileSync(config, `[default]\ncredential_process = sh ${script}\n`);
  try {
    expect(await images({ AWS_CONFIG_FILE: config })).toMatchObject({
      state: 'not-checked',
      evidence: expect.stringContaining('gave no answer in 5 s'),
    });
  } finally {
    process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
  }
});

test('beside a pull secret that has expired, the log-in counts, as on the nodes', async () => {
  await shop.create(
    '/api/v1/namespaces/shop/secrets',
    pullSecret('old', { [ecr.host]: { auth: 'AWS:expired' } }),
  );
  const secrets = (imagePullSecrets: object[]) => ({ spec: { template: { spec: { imagePullSecrets } } } });
  await shop.patch('web', secrets([{ name: 'old' }]));
  expect((await shop.markGood()).errors).toEqual([]);
  expect(await images(CREDENTIALS)).toMatchObject({ state: 'ok' });
  // Whoever has none knows what the registry says of the Secret.
  expect(await images(NONE)).toMatchObject({
    state: 'not-ready',
    evidence: expect.stringContaining(`${ecr.host} refuses the credentials of Secret old (401)`),
  });
  await shop.patch('web', secrets([]));
  expect((await shop.markGood()).errors).toEqual([]);
});

test('what a lifecycle policy has deleted is gone', async () => {
  await ecr.registry.delete('team/web', digest);
  expect(await images(CREDENTIALS)).toMatchObject({
    state: 'not-ready',
    evidence: expect.stringContaining(`${ecr.host} has no team/web`),
  });
});
