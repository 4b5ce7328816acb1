/** rollback.yml's whole chain, step for step from dist/, on a platform with a real PostgreSQL and Redis. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { deadline } from '../../support/deadline.ts';
import { SLACK_TOKEN } from '../../support/sinks/slack.ts';
import { type RunOptions, type RunResult, runWorkflow, startWorkflow } from '../../support/workflows/run.ts';
import { kubeconfigOf } from '../../workflows/broken-shop.ts';
import { BACK, BAD, Platform } from '../actions/environment.ts';

let platform: Platform;
beforeEach(async () => {
  platform = await Platform.open();
});
afterEach(() => platform[Symbol.asyncDispose]());

/** A start by hand, or by a workflow that calls it, with all secrets. */
function options(inputs: Record<string, string | boolean> = {}, more: Partial<RunOptions> = {}): RunOptions {
  return {
    workflow: 'rollback.yml',
    event: 'workflow_call',
    inputs: { environment: 'prod', reason: 'release 2 is bad', ...inputs },
    secrets: {
      kubeconfig: kubeconfigOf(platform.shop),
      'database-url': platform.database.url,
      'redis-url': `redis://127.0.0.1:${platform.redis.port}`,
      'slack-token': SLACK_TOKEN,
    },
    files: {
      '.github/rollback.yml': readFileSync(join(platform.temp, '.github/rollback.yml'), 'utf8'),
    },
    ...more,
  };
}

/** What became of the steps that have a name of ours and were not skipped, in order. */
const done = (run: RunResult) =>
  run
    .job('rollback')
    .steps.filter(({ id, outcome }) => !/^(__|post:)/.test(id) && outcome !== 'skipped')
    .map(({ id, outcome }) => (outcome === 'success' ? id : `${id}: ${outcome}`));

const BEFORE = ['look', 'plan', 'fits', 'go', 'tell-start'];

test('an environment goes back step for step: database, services and cache, each once', async () => {
  expect(await platform.state()).toEqual(BAD);
  const run = await runWorkflow(options());
  expect(done(run)).toEqual([
    ...BEFORE,
    ...['prepare', 'capture', 'switch-database', 'services', 'clear', 'resume', 'health', 'compare'],
    ...['tell-end', 'report', 'sum', 'times'],
  ]);
  expect([run.result, run.job('rollback').outputs.result]).toEqual(['success', 'done']);
  expect(await platform.state()).toEqual(BACK);
  expect(await platform.shop.leases()).toEqual([]);
  const workloads = JSON.parse(run.job('rollback').outputs.workloads ?? '') as { outcome: string }[];
  expect(workloads.map(({ outcome }) => outcome)).toEqual(['rolled-back', 'rolled-back']);
  const kept = readdirSync(join(run.artifacts, 'rollback-state-prod-default-1'));
  expect(kept.sort()).toEqual(['rollback-record.jsonl', 'rollback-report', 'rollback-state-shop.yaml']);
  // The state is that before the rollback, though the last look at services writes one as well.
  const state = readFileSync(
    join(run.artifacts, 'rollback-state-prod-default-1/rollback-state-shop.yaml'),
    'utf8',
  );
  expect(state).toContain('registry.example/api:2');
});

test('the next rollback knows how long this one took', async () => {
  const first = await runWorkflow(options());
  const history = join(first.artifacts, 'rollback-history-prod/rollback-history.jsonl');
  expect(readFileSync(history, 'utf8').trim().split('\n')).toHaveLength(1);
  // GitHub's own client, which brings the artifact that was kept last.
  const bin = join(platform.temp, 'bin');
  mkdirSync(bin, { recursive: true });
  const gh = `#!/bin/sh
case "$1 $2" in
  'api repos/shop/shop/actions/artifacts?name=rollback-history-prod&per_page=100') [ "$BRANCH" = main ] && echo 11 ;;
  'run download') [ "$*" = "run download 11 --name rollback-history-prod --dir $RUNNER_TEMP/earlier" ] && [ -n "$GH_TOKEN" ] &&
    mkdir "$RUNNER_TEMP/earlier" && cp '${history}' "$RUNNER_TEMP/earlier" ;;
  *) exit 1 ;;
esac
`;
  writeFileSync(join(bin, 'gh'), gh);
  chmodSync(join(bin, 'gh'), 0o755);
  const { PATH } = process.env;
  process.env.PATH = `${bin}:${PATH}`;
  try {
    const { step } = await runWorkflow(options({ 'dry-run': true }));
    const plan = JSON.parse(step('rollback', 'plan').outputs.plan ?? '') as { step: string; last?: number }[];
    const last = plan.filter((each) => each.last !== undefined).map((each) => each.step);
    expect(last).toEqual(['switch orders', 'roll back services', 'clear carts']);
  } finally {
    process.env.PATH = PATH;
  }
});

test('a backup that can not be restored changes nothing, and everybody is told', async () => {
  writeFileSync(platform.database.backup, readFileSync(platform.database.backup).subarray(0, 4000));
  const run = await runWorkflow(options());
  const rest = ['resume', 'tell-end', 'report', 'sum', 'times'];
  expect(done(run)).toEqual([...BEFORE, 'prepare: failure', ...rest]);
  expect([run.result, run.job('rollback').outputs.result]).toEqual(['failure', 'failed']);
  expect(await platform.state()).toEqual(BAD);
  expect(run.step('rollback', 'tell-end').log).toContain('failed');
});

test('services that are not well stop what depends on them, and have their traffic all the same', async () => {
  const timeout = await deadline(8);
  platform.configure(({ components }) => {
    Object.assign(components?.services as object, { health: ['https://127.0.0.1:1/'], timeout });
  });
  const run = await runWorkflow(options());
  expect(done(run)).toEqual([
    // While they are at zero nobody can see whether they are well.
    ...[...BEFORE, 'prepare', 'capture', 'switch-database', 'services', 'clear', 'resume'],
    ...['health: failure', 'tell-end', 'report', 'sum', 'times'],
  ]);
  expect([run.result, run.job('rollback').outputs.result]).toEqual(['failure', 'failed']);
  expect(await platform.state()).toEqual(BACK);
  expect(run.step('rollback', 'report').summary).toContain('failed');
});

test('a run that is cancelled while services are at zero gives them their traffic and the lock back', async () => {
  const running = startWorkflow(options());
  const replicas = async () => (await platform.shop.deployment('api')).spec.replicas;
  await platform.shop.until('services are at zero', async () => (await replicas()) === 0);
  running.cancel();
  const run = await running.result;
  expect(run.result).toBe('cancelled');
  expect(done(run)).toEqual(expect.arrayContaining(['resume', 'tell-end', 'report']));
  expect((await platform.state()).replicas).toEqual([3, 3]);
  expect(await platform.shop.leases()).toEqual([]);
});

test('several components of a kind are for the root action, which is said before anything is changed', async () => {
  platform.configure(({ components }) => {
    Object.assign(components as object, { more: { kind: 'service', workloads: ['web'] } });
  });
  const run = await runWorkflow(options());
  expect(done(run)).toEqual(['look', 'plan', 'fits: failure', 'sum']);
  expect(run.step('rollback', 'fits').log).toContain('give the input as-one-step (true)');
  const one = await runWorkflow(options({ components: 'orders, services' }));
  expect(one.result).toBe('success');
  expect(await platform.state()).toEqual({ ...BACK, cache: BAD.cache });
});

test('a dry run shows the plan and changes nothing', async () => {
  const run = await runWorkflow(options({ 'dry-run': true }));
  expect(done(run)).toEqual(['look', 'plan', 'fits', 'sum']);
  expect([run.result, run.job('rollback').outputs.result]).toEqual(['success', 'planned']);
  expect(run.step('rollback', 'plan').summary).toContain('prepare orders');
  expect(await platform.state()).toEqual(BAD);
});

test('as one step, it is the root action', async () => {
  const run = await runWorkflow(options({ 'as-one-step': true }));
  expect(done(run)).toEqual(['look', 'plan', 'whole', 'sum', 'times']);
  expect([run.result, run.job('rollback').outputs.result]).toEqual(['success', 'done']);
  expect(await platform.state()).toEqual(BACK);
  expect(existsSync(join(run.artifacts, 'rollback-history-prod/rollback-history.jsonl'))).toBe(true);
});

test('who names workloads has services rolled back alone, whatever is configured', async () => {
  const run = await runWorkflow(options({ namespace: 'shop', workloads: 'api, web' }));
  expect(done(run)).toEqual(['look', 'rollback', 'sum']);
  expect([run.result, run.job('rollback').outputs.result]).toEqual(['success', 'done']);
  expect(await platform.state()).toEqual({ ...BAD, images: BACK.images });
});
