/** rollback.yml, with the root action of dist/, on a platform with a real PostgreSQL and Redis. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** What became of each step of the chain, as the root action tells it, in the order in which they were begun. */
const chain = (run: RunResult): string[] =>
  (
    JSON.parse(run.step('rollback', 'rollback').outputs.steps ?? '[]') as {
      step: string;
      outcome: string;
      start: number;
    }[]
  )
    .sort((one, other) => one.start - other.start)
    .map(({ step, outcome }) =>
      outcome === 'failed' || outcome === 'skipped' ? `${step}: ${outcome}` : step,
    );

test('an environment goes back: database, services and cache, each once', async () => {
  expect(await platform.state()).toEqual(BAD);
  const run = await runWorkflow(options());
  expect([run.result, run.job('rollback').outputs.result]).toEqual(['success', 'done']);
  expect(chain(run)).toEqual(
    expect.arrayContaining([
      'switch orders',
      'roll back services',
      'clear carts',
      'resume orders',
      'compare orders',
    ]),
  );
  expect(await platform.state()).toEqual(BACK);
  expect(await platform.shop.leases()).toEqual([]);
  const workloads = JSON.parse(run.job('rollback').outputs.workloads ?? '') as { outcome: string }[];
  expect(workloads.map(({ outcome }) => outcome)).toEqual(['rolled-back', 'rolled-back']);
  const kept = readdirSync(join(run.artifacts, 'rollback-state-prod-default-1'));
  expect(kept.sort()).toEqual(['rollback-record.jsonl', 'rollback-report', 'services-state.yaml']);
  const state = join(run.artifacts, 'rollback-state-prod-default-1/services-state.yaml');
  expect(readFileSync(state, 'utf8')).toContain('registry.example/api:2');
});

test('X14: the next rollback knows how long this one took, by the history that its own workflow kept on the default branch', async () => {
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
    const plan = JSON.parse(step('rollback', 'rollback').outputs.plan ?? '') as {
      step: string;
      last?: number;
    }[];
    const last = plan.filter((each) => each.last !== undefined).map((each) => each.step);
    expect(last).toEqual(['switch orders', 'roll back services', 'clear carts']);
  } finally {
    process.env.PATH = PATH;
  }
});

test('a backup that cannot be restored changes nothing, and everybody is told', async () => {
  writeFileSync(platform.database.backup, readFileSync(platform.database.backup).subarray(0, 4000));
  const run = await runWorkflow(options());
  expect([run.result, run.job('rollback').outputs.result]).toEqual(['failure', 'failed']);
  expect(chain(run)).toEqual(expect.arrayContaining(['switch orders: skipped', 'notify end', 'report']));
  expect(await platform.state()).toEqual(BAD);
});

test('services that are not well stop what depends on them, and have their traffic all the same', async () => {
  const timeout = await deadline(8);
  platform.configure(({ components }) => {
    Object.assign(components?.services as object, { health: ['https://127.0.0.1:1/'], timeout });
  });
  const run = await runWorkflow(options());
  expect([run.result, run.job('rollback').outputs.result]).toEqual(['failure', 'failed']);
  // While they are at zero nobody can see whether they are well.
  expect(chain(run)).toEqual(
    expect.arrayContaining(['roll back services', 'resume orders', 'health services: failed', 'report']),
  );
  expect(await platform.state()).toEqual(BACK);
  expect(run.step('rollback', 'rollback').summary).toContain('failed');
});

test('a run that is cancelled while services are at zero gives them their traffic and the lock back', async () => {
  const running = startWorkflow(options());
  const replicas = async () => (await platform.shop.deployment('api')).spec.replicas;
  await platform.shop.until('services are at zero', async () => (await replicas()) === 0);
  running.cancel();
  const run = await running.result;
  expect(run.result).toBe('cancelled');
  expect((await platform.state()).replicas).toEqual([3, 3]);
  expect(await platform.shop.leases()).toEqual([]);
});

test('several components of a kind go back, and only those that are named', async () => {
  platform.configure(({ components }) => {
    Object.assign(components as object, { more: { kind: 'service', workloads: ['web'] } });
  });
  const one = await runWorkflow(options({ components: 'orders, services' }));
  expect(one.result).toBe('success');
  expect(await platform.state()).toEqual({ ...BACK, cache: BAD.cache });
  const all = await runWorkflow(options({ components: 'services, more, carts' }));
  expect(chain(all)).toEqual(expect.arrayContaining(['roll back services', 'roll back more', 'clear carts']));
  expect(await platform.state()).toEqual(BACK);
});

test('a dry run shows the plan and changes nothing', async () => {
  const run = await runWorkflow(options({ 'dry-run': true }));
  expect([run.result, run.job('rollback').outputs.result]).toEqual(['success', 'planned']);
  expect(run.step('rollback', 'rollback').summary).toContain('prepare orders');
  expect(await platform.state()).toEqual(BAD);
});

test('who names workloads has services rolled back alone, whatever is configured', async () => {
  const run = await runWorkflow(options({ namespace: 'shop', workloads: 'api, web' }));
  expect([run.result, run.job('rollback').outputs.result]).toEqual(['success', 'done']);
  expect(await platform.state()).toEqual({ ...BAD, images: BACK.images });
});
