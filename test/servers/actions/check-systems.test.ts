/** `action: check` on infrastructure and DNS: a state in S3 with its lock, a zone of BIND, and what keeps each from going back. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { stringify } from 'yaml';
import { startAction } from '../../support/action.ts';
import { KEY, type Servers, startServers } from '../../support/dns/servers.ts';
import { type S3Server, startS3 } from '../../support/s3/server.ts';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram } from '../../support/terraform/programs.ts';
import type { Line } from './readiness.ts';

jest.setTimeout(600_000);

const STATE = 'shop/terraform.tfstate';
let s3: S3Server;
let servers: Servers;
let checkout: Checkout;
beforeAll(async () => {
  [s3, servers] = await Promise.all([
    startS3(),
    startServers([
      'shop 60 A 192.0.2.2',
      'owned 60 A 192.0.2.2',
      'a-owned 60 TXT "heritage=external-dns,external-dns/owner=prod,external-dns/resource=ingress/shop/web"',
    ]),
  ]);
  checkout = new Checkout(infraProgram());
  checkout
    .commit('v0', version('0', 'resource "terraform_data" "orders" { input = var.nowhere }'))
    .commit('v1', version('1'))
    .commit('v1-reads', version('1', remoteState('another-key', 'wrong-secret')))
    .commit('v2', version('2', 'resource "terraform_data" "orders" { input = "rows" }'))
    .commit('v3', version('3', 'resource "terraform_data" "orders" { input = "rows" }'))
    .deploy(s3.environment);
});
afterAll(async () => {
  checkout?.remove();
  await Promise.all([s3?.remove(), servers?.stop()]);
});

const settings = (more: string) => `
  bucket = "${s3.bucket}"
  key    = "${STATE}"
  region = "us-east-1"
  use_path_style              = true
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  endpoints = { s3 = "${s3.endpoint}" }
  ${more}
`;

const version = (number: string, more = '') => ({
  '.gitignore': '.terraform*\n*.tfstate*\n',
  'main.tf': `
    terraform {
      backend "s3" {${settings('use_lockfile = true')}}
    }
    resource "terraform_data" "api" { input = "${number}" }
    ${more}`,
});

/** What a plan reads with credentials of its own, as every provider does. */
const remoteState = (key: string, secret: string) => `
  data "terraform_remote_state" "other" {
    backend = "s3"
    config  = {${settings(`access_key = "${key}"\nsecret_key = "${secret}"`)}}
  }`;

type Components = Record<string, Record<string, unknown>>;

/** What the check finds; `change` makes the configuration another one first. */
async function check(
  change: (components: Components) => void = () => {},
  { depth = 'full', env = {} }: { depth?: string; env?: Record<string, string> } = {},
) {
  const {
    reason: _,
    timeout,
    'tsig-key': key,
    ...dns
  } = servers.inputs({
    name: 'shop.example.test',
    value: '192.0.2.1',
  });
  const components: Components = {
    net: { kind: 'infra', terraform: infraProgram(), ref: 'v2', 'lock-timeout': '1s' },
    www: { kind: 'dns', ...dns, 'tsig-key': { env: 'TSIG_KEY' } },
  };
  change(components);
  const path = join(checkout.temp, '.github/rollback.yml');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, stringify({ environments: { prod: { components } } }));
  const step = await startAction('rollback', {
    temp: checkout.temp,
    with: { action: 'check', depth, config: path },
    env: {
      ...{ GITHUB_WORKSPACE: checkout.path, TF_CLI_CONFIG_FILE: '/dev/null', TSIG_KEY: KEY },
      ...s3.environment,
      ...env,
    },
  }).result;
  const lines = JSON.parse(step.outputs.checks ?? '[]') as Line[];
  const wrong = lines.filter(({ state }) => state === 'at-risk' || state === 'not-ready');
  return { ...step, lines, wrong };
}

const everything = async () => [
  checkout.state(s3.environment),
  checkout.git('status', '--porcelain'),
  checkout.git('worktree', 'list'),
  (await s3.keys()).sort(),
  await servers.held('shop'),
];

test.each(['look', 'full'])(
  'on a healthy platform, depth %s: nothing is in the way, and nothing is changed',
  async (depth) => {
    const before = await everything();
    const { errors, wrong, outputs, lines } = await check(() => {}, { depth });
    expect([errors, wrong, outputs.result]).toEqual([[], [], 'ready']);
    const plans = lines
      .filter(({ check: name }) => name === 'plan')
      .map(({ component, state }) => [component, state]);
    expect(plans).toEqual([
      ['net', depth === 'full' ? 'ok' : 'not-checked'],
      ['www', 'ok'],
    ]);
    expect(await everything()).toEqual(before);
  },
);

/** By what is wrong: the configuration or the environment, the component, and what the check says of it. */
const faults: Record<
  string,
  {
    change?: (components: Components) => void;
    env?: Record<string, string>;
    seed?: () => Promise<() => unknown>;
  } & {
    finds: [component: string, evidence: RegExp];
  }
> = {
  'an older ref that destroys': {
    change: ({ net }) => Object.assign(net as object, { ref: 'v1' }),
    finds: ['net', /terraform_data\.orders would be destroyed/],
  },
  'an older ref that is not there': {
    change: ({ net }) => Object.assign(net as object, { ref: 'v99' }),
    finds: ['net', /v99/],
  },
  'an older ref that cannot be planned': {
    change: ({ net }) => Object.assign(net as object, { ref: 'v0' }),
    finds: ['net', /nowhere/],
  },
  'a lock that somebody has': {
    seed: async () => {
      const lock = {
        ...{
          ID: '5f1f6ed5-0000-4000-8000-000000000000',
          Operation: 'OperationTypeApply',
          Who: 'deploy@runner',
        },
        ...{ Version: '1.10.0', Created: '2026-11-20T03:00:00Z', Path: `${s3.bucket}/${STATE}`, Info: '' },
      };
      await s3.put(`${STATE}.tflock`, JSON.stringify(lock));
      return () => s3.delete(`${STATE}.tflock`);
    },
    finds: ['net', /is locked by deploy@runner since 2026-11-20 03:00:00/],
  },
  'credentials of the state that are refused': {
    env: { AWS_SECRET_ACCESS_KEY: 'renewed-since' },
    finds: ['net', /SignatureDoesNotMatch|StatusCode: 403|Forbidden/],
  },
  'credentials of a provider that are refused': {
    change: ({ net }) => Object.assign(net as object, { ref: 'v1-reads' }),
    finds: ['net', /InvalidAccessKeyId|StatusCode: 40\d|Forbidden/],
  },
  'a Terraform that is not there': {
    change: ({ net }) => Object.assign(net as object, { terraform: '/nowhere/terraform' }),
    finds: ['net', /nowhere/],
  },
  'a name server that is down': {
    change: ({ www }) => Object.assign(www as object, { server: '127.0.0.1:9' }),
    finds: ['www', /127\.0\.0\.1:9/],
  },
  'a key that the name server does not know': {
    env: { TSIG_KEY: KEY.replace(/[^:]+$/, 'bm90LXRoZS1yaWdodC1zZWNyZXQ=') },
    finds: ['www', /BADSIG|key/],
  },
  'a key that may not change the zone': {
    env: { TSIG_KEY: KEY.replace('hmac-sha256.key', 'readonly') },
    finds: ['www', /refuses the update; allow it for the key/],
  },
  'a zone that the server has not': {
    change: ({ www }) => Object.assign(www as object, { zone: 'other.test', name: 'shop.other.test' }),
    finds: ['www', /other\.test/],
  },
  'a name that external-dns keeps': {
    change: ({ www }) => Object.assign(www as object, { name: 'owned.example.test' }),
    finds: ['www', /external-dns/],
  },
  'a target that does not answer': {
    change: ({ www }) =>
      Object.assign(www as object, { value: '127.0.0.1', check: 'http://shop.example.test:9/health' }),
    finds: ['www', /127\.0\.0\.1|:9/],
  },
};

let undo: () => unknown = () => {};
afterEach(async () => {
  await undo();
  undo = () => {};
});
test.each(Object.keys(faults))('%s is found', async (name) => {
  const { change, env, seed, finds } = faults[name] as (typeof faults)[string];
  if (seed) undo = await seed();
  const [component, evidence] = finds;
  const { wrong, outputs, exitCode } = await check(change, { ...(env && { env }) });
  console.log(
    `${name}: ${wrong.map((line) => `${line.component}, ${line.check}: ${line.evidence} → ${line.remedy}`)}`,
  );
  expect(wrong).toMatchObject([{ component, check: 'plan', evidence: expect.stringMatching(evidence) }]);
  expect([outputs.result, exitCode]).toEqual([wrong[0]?.state, wrong[0]?.state === 'not-ready' ? 1 : 0]);
});
