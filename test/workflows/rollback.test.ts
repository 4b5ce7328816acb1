/** rollback.yml, as GitHub's own parser and evaluator read it, with the actions of dist/ on the stand-in for Kubernetes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { Shop } from '../actions/shop.ts';
import { startRunJobs } from '../support/github/run-jobs.ts';
import { SLACK_TOKEN, startSlack } from '../support/sinks/slack.ts';
import { ROOT } from '../support/workflows/parse.ts';
import { type RunOptions, runWorkflow, startWorkflow } from '../support/workflows/run.ts';
import { brokenShop, CONFIGURATION, kubeconfigOf } from './broken-shop.ts';

/** A workflow of a caller, whose deploy has failed. */
const deploy = (to = '') => ({
  text: `
on: {push: {branches: [main]}}
permissions: {}
concurrency: {group: deploy-production, cancel-in-progress: false, queue: max}
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps: [{run: exit 1}]
  rollback:
    needs: deploy
    if: failure()
    permissions: {contents: read}
    uses: rollback-actions/rollback-actions/.github/workflows/rollback.yml@v1
    with: {environment: production, namespace: shop, reason: The deploy failed, to: '${to}'}
    secrets: {kubeconfig: '\${{ secrets.KUBECONFIG }}'}
`,
});

const options = (shop: Shop, more: Partial<RunOptions> = {}): RunOptions => ({
  workflow: deploy(),
  event: 'push',
  secrets: { KUBECONFIG: kubeconfigOf(shop) },
  files: { '.github/rollback.yml': CONFIGURATION },
  ...more,
});

interface Step {
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The configuration of production with further sections. */
const merged = (more: object): object => {
  const { environments } = parse(CONFIGURATION);
  return { environments: { production: { ...environments.production, ...more } } };
};

test('a deploy that fails goes back', async () => {
  await using shop = await brokenShop();
  const { result, job, step, calls, artifacts } = await runWorkflow(options(shop));
  // The deploy has failed, so the run is red.
  expect([result, job('deploy').result, job('rollback').result]).toEqual(['failure', 'failure', 'success']);
  expect(job('rollback').outputs).toMatchObject({ result: 'done' });
  expect(JSON.parse(job('rollback').outputs.workloads ?? '')).toMatchObject([
    { name: 'web', outcome: 'rolled-back' },
  ]);
  expect(job('rollback/rollback').environment).toBe('production');
  expect(await shop.image('web')).toBe('registry.test/web:1');
  expect(await shop.leases()).toEqual([]);
  expect(calls.map(({ action, with: given }) => [action, given['sparse-checkout'] ?? given.name])).toEqual([
    ['actions/checkout', '.github'],
    ['actions/upload-artifact', 'rollback-history-production'],
    ['actions/upload-artifact', 'rollback-state-production-shop-1'],
  ]);
  expect(readdirSync(`${artifacts}/rollback-state-production-shop-1`).sort()).toEqual([
    'rollback-record.jsonl',
    'rollback-report',
    'services-state.yaml',
  ]);
  expect(step('rollback/rollback', 'rollback').log).not.toContain(shop.api.token);
});

// The job's own token tells when the jobs were at work; docs/triggers.md.
test('a deploy job that is run again and fails at once does not take a newer release back', async () => {
  await using shop = await brokenShop();
  const gitHub = await startRunJobs('ghs_of-the-harness');
  try {
    gitHub.tell(Date.now(), [-300, -290], [120]);
    const github = { api_url: gitHub.url, run_id: '41', run_attempt: '2' };
    const { job, step } = await runWorkflow(options(shop, { github }));
    expect(job('rollback').result).toBe('failure');
    expect(step('rollback/rollback', 'rollback').log).toMatch(
      /its revision 2 was made at .*: it is a newer release, which this run has not deployed/,
    );
    expect(await shop.image('web')).toBe('registry.test/web:2-crash-loop');
    gitHub.tell(Date.now(), [-300, -290], [-5, 5], [120]);
    const own = await runWorkflow(options(shop, { github }));
    expect(own.job('rollback').outputs.result).toBe('done');
  } finally {
    gitHub.stop();
  }
});

test('a deploy that succeeds leaves everything as it is', async () => {
  await using shop = await brokenShop();
  const workflow = { text: deploy().text.replace('exit 1', 'exit 0') };
  const { result, job } = await runWorkflow(options(shop, { workflow }));
  expect([result, job('rollback').result]).toEqual(['success', 'skipped']);
  expect(await shop.image('web')).toBe('registry.test/web:2-crash-loop');
});

// actions/runner#1490: `inherit` passes secrets by the names that a repository can give them, which have no dash.
test.each(['inherit', 'of the environment'])('secrets by the usual names are used: %s', async (how) => {
  await using shop = await brokenShop();
  const slack = await startSlack();
  const notify = { notify: { 'slack-channel': '#incidents', 'slack-api-url': slack.api } };
  const files = { '.github/rollback.yml': stringify(merged(notify)) };
  const secrets = { KUBECONFIG: kubeconfigOf(shop), SLACK_TOKEN };
  const called = deploy().text.replace(/secrets: \{.*\}/, 'secrets: inherit');
  const given =
    how === 'inherit'
      ? { workflow: { text: called }, event: 'push' as const, secrets }
      : {
          workflow: 'rollback.yml',
          inputs: { environment: 'production', namespace: 'shop', reason: 'a test', 'dry-run': 'false' },
          environments: { production: secrets },
        };
  const { job } = await runWorkflow({ ...given, files });
  await slack.close();
  expect(job('rollback').outputs.result).toBe('done');
  expect(slack.messages.size).toBeGreaterThan(0);
});

// OP5dev/TF-via-PR#399, cli/cli#1942: without GH_HOST, gh asks github.com and takes GH_TOKEN alone.
test("every step that asks gh asks the run's own server, with the same token", async () => {
  const steps = ['rollback.yml', 'watch-deploy.yml', 'drill.yml', 'readiness.yml'].flatMap((name) => {
    const { jobs } = parse(readFileSync(join(ROOT, '.github/workflows', name), 'utf8'));
    return Object.values<{ steps?: Step[] }>(jobs).flatMap(({ steps = [] }) => steps);
  });
  const asking = steps.filter(({ run }) => /\bgh (?:api|run|issue)\b/.test(run ?? ''));
  expect(asking).toHaveLength(4);
  for (const { run = '', env = {} } of asking) {
    expect(env.GH_ENTERPRISE_TOKEN).toBe(env.GH_TOKEN);
    const folder = mkdtempSync(join(tmpdir(), 'gh-'));
    writeFileSync(join(folder, 'gh'), `#!/bin/sh\necho "$GH_HOST" >> ${folder}/asked\n`, { mode: 0o755 });
    execFileSync('bash', ['--norc', '-e', '-c', run], {
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        GITHUB_SERVER_URL: 'https://github.shop.example',
        GITHUB_OUTPUT: join(folder, 'outputs'),
        RUNNER_TEMP: folder,
      },
    });
    const asked = readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');
    expect(new Set(asked)).toEqual(new Set(['github.shop.example']));
  }
});

test('by hand, a dry run shows the plan and changes nothing', async () => {
  await using shop = await brokenShop();
  const { result, job, step } = await runWorkflow({
    workflow: 'rollback.yml',
    inputs: {
      environment: 'production',
      namespace: 'shop',
      workloads: 'all',
      reason: 'a test',
      'dry-run': 'true',
    },
    secrets: { kubeconfig: kubeconfigOf(shop) },
  });
  expect([result, job('rollback').outputs.result]).toEqual(['success', 'planned']);
  expect(step('rollback', 'rollback').log).toContain('deployment/web: revision 2 → revision 1');
  expect(await shop.image('web')).toBe('registry.test/web:2-crash-loop');
});

test('a run that is cancelled on the way releases the lock', async () => {
  await using shop = await Shop.open(3000);
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2');
  const running = startWorkflow({
    workflow: 'rollback.yml',
    inputs: {
      ...{ environment: 'production', namespace: 'shop', workloads: 'all', reason: 'a test', to: 'previous' },
      'dry-run': 'false',
    },
    secrets: { kubeconfig: kubeconfigOf(shop) },
  });
  await shop.until('the lock is taken', async () => (await shop.leases()).length > 0);
  await shop.until('web is patched', async () => (await shop.image('web')) === 'registry.test/web:1');
  running.cancel();
  const { result, job, step } = await running.result;
  expect(result).toBe('cancelled');
  expect(step('rollback', 'rollback')).toMatchObject({ outcome: 'cancelled' });
  expect(step('rollback', 'rollback').log).toContain('The run was cancelled (SIGINT)');
  // The state as it was before is kept all the same, and the post step has looked.
  expect(job('rollback').steps.slice(-2)).toMatchObject([
    { id: '__actions_upload-artifact_2', outcome: 'success' },
    { id: 'post:rollback', outcome: 'success' },
  ]);
  expect(await shop.leases()).toEqual([]);
});

test('post steps run last, the last first, also where the job has failed', async () => {
  await using shop = await brokenShop();
  const step = (id: string, more: string) =>
    `{id: ${id}, uses: $/actions/rollback-service, with: {kubeconfig: '\${{ secrets.KUBECONFIG }}', namespace: shop, reason: x, ${more}}}`;
  const { job } = await runWorkflow(
    options(shop, {
      workflow: {
        text: `
on: push
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - ${step('first', 'workloads: all, dry-run: true')}
      - ${step('second', 'workloads: nothing-there')}
      - ${step('third', 'workloads: all')}
`,
      },
    }),
  );
  expect(job('one').steps.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['first', 'success'],
    ['second', 'failure'],
    ['third', 'skipped'],
    ['post:second', 'success'],
    ['post:first', 'success'],
  ]);
});

/** What stands for the actions that log in to a cloud; the cluster's kubeconfig is then where their variables say. */
const CLOUDS: RunOptions['standIns'] = {
  'aws-actions/configure-aws-credentials': () => ({ env: { AWS_ACCESS_KEY_ID: 'a key for an hour' } }),
  'google-github-actions/auth': () => ({ env: { GOOGLE_GHA_CREDS_PATH: '/credentials.json' } }),
  'google-github-actions/get-gke-credentials': () => ({}),
  'azure/login': () => ({}),
};
/** A caller whose own credentials are a log-in. */
const withLogIn = (inputs: string) =>
  deploy()
    .text.replace('permissions: {contents: read}', 'permissions: {contents: read, id-token: write}')
    .replace('reason: The deploy failed', `reason: The deploy failed, ${inputs}`);
const LOG_INS = {
  AWS: 'aws-role-to-assume: arn:aws:iam::123456789012:role/rollback, aws-region: eu-central-1',
  Google:
    'google-workload-identity-provider: projects/1/providers/github, google-service-account: rollback@shop',
  Azure: 'azure-client-id: client, azure-tenant-id: tenant, azure-subscription-id: subscription',
};

test('F4: it logs in to a cloud by OIDC before it rolls back, where the caller says to which', async () => {
  await using shop = await brokenShop();
  const called = async (inputs: string) => {
    const { calls, job } = await runWorkflow(
      options(shop, { workflow: { text: withLogIn(inputs) }, standIns: CLOUDS }),
    );
    expect(job('rollback').result).toBe('success');
    return calls.filter(({ action }) => !action.startsWith('actions/'));
  };
  expect(await called(LOG_INS.AWS)).toMatchObject([
    {
      action: 'aws-actions/configure-aws-credentials',
      with: { 'role-to-assume': 'arn:aws:iam::123456789012:role/rollback', 'aws-region': 'eu-central-1' },
    },
  ]);
  expect(await called(LOG_INS.Google)).toMatchObject([
    {
      action: 'google-github-actions/auth',
      with: { workload_identity_provider: 'projects/1/providers/github', service_account: 'rollback@shop' },
    },
  ]);
  expect(await called(LOG_INS.Azure)).toMatchObject([
    {
      action: 'azure/login',
      with: { 'client-id': 'client', 'tenant-id': 'tenant', 'subscription-id': 'subscription' },
    },
  ]);
});

// A runner of one's own has them only where somebody has installed them.
test.each([
  ['eks', 'aws'],
  ['aks', 'az'],
])('F4: the kubeconfig of %s on a runner without %s says what is missing', (id, program) => {
  const { runs } = parse(readFileSync(join(ROOT, '.github/actions/log-in/action.yml'), 'utf8'));
  const { run } = runs.steps.find((step: { id?: string }) => step.id === id);
  const { status, stdout } = spawnSync('/bin/bash', ['--norc', '-e', '-c', run], {
    encoding: 'utf8',
    env: { PATH: mkdtempSync(join(tmpdir(), 'empty-')), CLUSTER: 'shop' },
  });
  expect([status, stdout]).toEqual([
    1,
    expect.stringContaining(
      `This runner has no \`${program}\`, which makes the kubeconfig of ${id.toUpperCase()}`,
    ),
  ]);
});

test('F4: the kubeconfig of EKS and AKS is that of the log-in, where no secret has one', async () => {
  await using shop = await brokenShop();
  const bin = mkdtempSync(join(tmpdir(), 'clouds-'));
  const file = join(bin, 'config');
  writeFileSync(file, kubeconfigOf(shop));
  const program = (name: string, script: string) =>
    writeFileSync(join(bin, name), `#!/bin/bash\necho "${name} $*"\n${script}\n`, { mode: 0o755 });
  program('aws', `cp ${file} "\${@: -1}"`);
  program('az', `[ "$2" != get-credentials ] || cp ${file} "\${@: -1}"`);
  program('kubelogin', '');
  const before = process.env.PATH;
  process.env.PATH = `${bin}:${before}`;
  try {
    for (const [inputs, told] of [
      [`${LOG_INS.AWS}, cluster: shop`, 'aws eks update-kubeconfig --name shop --kubeconfig'],
      [`${LOG_INS.Azure}, cluster: group/shop`, 'az aks get-credentials --resource-group group --name shop'],
    ] as const) {
      const { job } = await runWorkflow(
        options(shop, { workflow: { text: withLogIn(inputs) }, standIns: CLOUDS, secrets: {} }),
      );
      const log = job('rollback/rollback')
        .steps.map((step) => step.log)
        .join('');
      expect(log).toContain(told);
      expect(job('rollback').result).toBe('success');
    }
  } finally {
    process.env.PATH = before;
  }
});

test('F4: a log-in that fails changes nothing', async () => {
  await using shop = await brokenShop();
  const standIns = {
    ...CLOUDS,
    'aws-actions/configure-aws-credentials': () => {
      throw new Error('Could not assume role with OIDC');
    },
  };
  const { job, step } = await runWorkflow(
    options(shop, { workflow: { text: withLogIn(LOG_INS.AWS) }, standIns }),
  );
  expect(job('rollback').result).toBe('failure');
  expect(step('rollback/rollback', 'rollback').outcome).toBe('skipped');
  expect(await shop.image('web')).toBe('registry.test/web:2-crash-loop');
});

test('what a caller grants is what the job has: nothing that it lacks keeps it from starting', async () => {
  await using shop = await brokenShop();
  const text = deploy().text.replace('permissions: {contents: read}', 'permissions: {}');
  const { job } = await runWorkflow(options(shop, { workflow: { text } }));
  expect(job('rollback').result).toBe('success');
});

test('a caller that holds the same lock, or gives a secret that it does not take, does not start it', async () => {
  await using shop = await brokenShop();
  const { text } = deploy();
  const start = (text: string) => runWorkflow(options(shop, { workflow: { text } }));
  await expect(start(text.replace('deploy-production', 'rollback-production'))).rejects.toThrow(
    'waits for the concurrency group rollback-production, which its caller holds',
  );
  await expect(start(text.replace('secrets: {kubeconfig', 'secrets: {kubecfg'))).rejects.toThrow('kubecfg');
});
