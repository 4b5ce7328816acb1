/** watch-deploy.yml with the actions of dist/ on the stand-in for Kubernetes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Shop } from '../actions/shop.ts';
import { type RunOptions, runWorkflow, startWorkflow } from '../support/workflows/run.ts';
import { brokenShop, CONFIGURATION, kubeconfigOf } from './broken-shop.ts';

const options = (shop: Shop, inputs: RunOptions['inputs']): RunOptions => ({
  workflow: 'watch-deploy.yml',
  event: 'workflow_call',
  inputs: {
    ...{ environment: 'production', namespace: 'shop', workloads: 'all' },
    ...{ bake: '4s', interval: '1s', timeout: '1m' },
    ...inputs,
  },
  secrets: { kubeconfig: kubeconfigOf(shop) },
  files: { '.github/rollback.yml': CONFIGURATION },
});

test('a deploy that failed goes back at once, without a look', async () => {
  await using shop = await brokenShop();
  const { outputs, job, step, calls } = await runWorkflow(options(shop, { 'deploy-result': 'failure' }));
  expect(step('watch', 'assess').outcome).toBe('skipped');
  expect(job('watch').result).toBe('failure');
  expect(outputs).toEqual({ decision: '', 'rolled-back': 'done' });
  expect(calls.map(({ action, job }) => [action, job])).toEqual([
    ['actions/checkout', 'rollback'],
    ['actions/upload-artifact', 'rollback'],
    ['actions/upload-artifact', 'rollback'],
  ]);
  expect(await shop.image('web')).toBe('registry.test/web:1');
});

test('a bake that fails goes back, and says why', async () => {
  await using shop = await brokenShop();
  const { outputs, job, result } = await runWorkflow(options(shop, {}));
  expect(outputs).toEqual({ decision: 'quick-fix-then-rollback', 'rolled-back': 'done' });
  expect(job('watch').outputs.message).toContain('CrashLoopBackOff');
  expect(result).toBe('failure');
  expect(await shop.image('web')).toBe('registry.test/web:1');
});

// actions/upload-artifact#307: "Artifact storage quota has been hit", for hours and for a whole organization.
test('artifacts that cannot be kept keep no bad deploy from going back, and make no rollback a failed one', async () => {
  await using shop = await brokenShop();
  const { outputs, job, calls } = await runWorkflow({
    ...options(shop, {}),
    standIns: {
      'actions/upload-artifact': () => {
        throw new Error('Failed to CreateArtifact: Artifact storage quota has been hit.');
      },
    },
  });
  expect(outputs).toEqual({ decision: 'quick-fix-then-rollback', 'rolled-back': 'done' });
  expect(job('rollback').result).toBe('success');
  expect(calls.filter(({ action }) => action === 'actions/upload-artifact')).toHaveLength(3);
  expect(await shop.image('web')).toBe('registry.test/web:1');
});

// actions/upload-artifact#647: a name with a slash is refused.
test('what is kept of an environment whose name an artifact cannot have has another name', async () => {
  await using shop = await brokenShop();
  const files = { '.github/rollback.yml': CONFIGURATION.replace(/^ {2}production:/m, '  production/eu:') };
  const { outputs, calls, artifacts } = await runWorkflow({
    ...options(shop, { environment: 'production/eu' }),
    files,
  });
  expect(outputs['rolled-back']).toBe('done');
  const names = calls.flatMap(({ action, with: { name } }) =>
    action === 'actions/upload-artifact' ? name : [],
  );
  expect(names).toEqual([
    'assess-evidence-production-eu-shop-1',
    'rollback-history-production-eu',
    'rollback-state-production-eu-shop-1',
  ]);
  expect(readdirSync(artifacts).sort()).toEqual([...names].sort());
});

// elastic/kibana#76908: with one key for all, the leg that is back first resolves the incident of the others.
test('a leg of a matrix names its rollback, so that each is told by itself', async () => {
  await using shop = await brokenShop();
  const { artifacts } = await runWorkflow(options(shop, { 'rollback-id': '4711-1-eu' }));
  const record = readFileSync(
    join(artifacts, 'rollback-state-production-shop-1/rollback-record.jsonl'),
    'utf8',
  );
  const ids = record
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  expect(new Set(ids)).toEqual(new Set(['4711-1-eu']));
});

test('only from a severity on that is asked for', async () => {
  await using shop = await brokenShop();
  const { outputs, job, result } = await runWorkflow(options(shop, { 'roll-back-on': 'critical' }));
  expect(outputs).toEqual({ decision: 'quick-fix-then-rollback', 'rolled-back': '' });
  expect([result, job('watch').result, job('rollback').result]).toEqual(['success', 'success', 'skipped']);
  expect(await shop.image('web')).toBe('registry.test/web:2-crash-loop');
});

test.each([true, false])(
  'a bake that passes marks what runs as good where that is asked for: %s',
  async (asked) => {
    await using shop = await Shop.open();
    await shop.deploy('web', 'registry.test/web:1');
    const { outputs, job, result } = await runWorkflow(options(shop, { 'mark-good': asked }));
    expect([result, outputs.decision, job('rollback').result]).toEqual(['success', 'none', 'skipped']);
    const [replicaSet] = await shop.replicaSets();
    expect(/good/.test(JSON.stringify(replicaSet?.metadata.annotations))).toBe(asked);
  },
);

test.each(['cancelled', 'skipped'])(
  'a deploy that was %s is neither watched nor rolled back',
  async (deployed) => {
    await using shop = await brokenShop();
    const { result, jobs } = await runWorkflow(options(shop, { 'deploy-result': deployed }));
    expect([result, jobs.watch?.result, jobs.rollback?.result]).toEqual(['skipped', 'skipped', 'skipped']);
  },
);

test('a watch that is cancelled rolls nothing back', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  const running = startWorkflow(options(shop, { bake: '40s' }));
  const looks = () => shop.api.requests.filter(({ path }) => path.includes('/pods')).length;
  const before = looks();
  await shop.until('it looks', () => looks() > before);
  running.cancel();
  const { result, step, job } = await running.result;
  expect([result, step('watch', 'assess').outcome]).toEqual(['cancelled', 'cancelled']);
  expect(job('rollback').result).toBe('skipped');
});

describe('X12: what anybody could have started rolls nothing back', () => {
  const run = (event: string, repository = 'shop/shop') => ({
    event_name: 'workflow_run',
    event: { workflow_run: { event, head_branch: 'main', head_repository: { full_name: repository } } },
  });
  test.each([
    ["a fork's push", run('push', 'mallory/shop')],
    ['a pull request', run('pull_request')],
    ["a fork's pull request", run('pull_request_target', 'mallory/shop')],
    ['a comment', run('issue_comment')],
    ['a pull request that calls it itself', { event_name: 'pull_request_target' }],
    ['an issue that calls it itself', { event_name: 'issues' }],
    ['a workflow that another one started, whoever started that', run('workflow_run')],
  ])('%s', async (_, github) => {
    await using shop = await brokenShop();
    const { result, job } = await runWorkflow({
      ...options(shop, { 'deploy-result': 'failure' }),
      github,
    });
    expect([result, job('watch').result, job('rollback').result]).toEqual(['failure', 'failure', 'skipped']);
    const isFork = JSON.stringify(github).includes('mallory');
    const event = 'event' in github ? github.event.workflow_run.event : github.event_name;
    expect(job('watch').steps[0]?.log).toContain(
      `This run was started by ${isFork ? 'a fork' : `the event ${event}, which anyone can cause`}, so it`,
    );
    expect(await shop.image('web')).toBe('registry.test/web:2-crash-loop');
    const rollback = await runWorkflow({
      ...options(shop, {}),
      workflow: 'rollback.yml',
      inputs: { environment: 'production', namespace: 'shop', workloads: 'all', reason: 'a forged one' },
      github,
    });
    expect(rollback.result).toBe('failure');
    expect(await shop.image('web')).toBe('registry.test/web:2-crash-loop');
  });

  test('and a deploy of this repository does', async () => {
    await using shop = await brokenShop();
    const { outputs } = await runWorkflow({
      ...options(shop, { 'deploy-result': 'failure' }),
      github: run('push'),
    });
    expect(outputs['rolled-back']).toBe('done');
    expect(await shop.image('web')).toBe('registry.test/web:1');
  });
});
