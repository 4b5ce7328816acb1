/**
 * The runbook's platform, as examples/sparc has it in the tree: deployed to a real node by its deploy workflow, watched, marked
 * good and backed up; broken by a bad release; and back by each of the ways that its workflows have.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readEvents } from '../../src/record/read.ts';
import { storyOf } from '../../src/record/story.ts';
import type { RunResult } from '../support/workflows/run.ts';
import { realNode } from './node.ts';
import { BAD, GOOD, ROLLOUT_TIMEOUT, SERVICES, Sparc } from './sparc-platform.ts';

jest.setTimeout(600_000);

let sparc: Sparc;
let missing: string | undefined;
let stopNode: () => Promise<void> = async () => {};
let good: Awaited<ReturnType<Sparc['state']>>;

beforeAll(async () => {
  const node = await realNode();
  if (typeof node === 'string') {
    missing = node;
    return;
  }
  stopNode = node.stop;
  sparc = await Sparc.open(node);
}, 1_500_000);
afterAll(async () => {
  await sparc?.[Symbol.asyncDispose]();
  await stopNode();
});

/** Each goes on from where the one before it has ended. */
function onNode(name: string, play: () => Promise<void>): void {
  test(name, async () => {
    if (missing) return console.warn(`${missing} "${name}" is not played.`);
    await play();
  });
}

const all = (version: string) => Object.fromEntries(SERVICES.map((name) => [name, `${version} × 2`]));
const outputs = (run: RunResult) => run.step('rollback', 'rollback').outputs;
const expectSuccess = (run: RunResult, ...jobs: string[]) =>
  expect(
    jobs.flatMap((job) =>
      run
        .job(job)
        .steps.filter(({ outcome }) => outcome === 'failure')
        .map(({ log }) => log),
    ),
  ).toEqual([]);

describe('before anything is wrong', () => {
  onNode('the good release is deployed, watched and marked good', async () => {
    const run = await sparc.deploy(GOOD);
    expectSuccess(run, 'deploy', 'watch');
    expect(run.job('watch').outputs.decision).toBe('none');
    expect(
      run
        .job('watch')
        .steps.map(({ log }) => log)
        .join(''),
    ).toContain('Marked good: 16 of 16 workloads.');
    expect(run.job('rollback').result).toBe('skipped');
    for (const sql of [
      "INSERT INTO organizations (name) SELECT 'Organization ' || n FROM generate_series(1, 20) AS n",
      "INSERT INTO users (organization, email) SELECT 1 + n % 20, n || '@sparc.example' FROM generate_series(1, 500) AS n",
      "INSERT INTO cameras (organization, place) SELECT 1 + n % 20, 'Gate ' || n FROM generate_series(1, 300) AS n",
      'INSERT INTO incidents (camera, severity) SELECT 1 + n % 300, 1 + n % 5 FROM generate_series(1, 2000) AS n',
      "INSERT INTO audit_logs (actor, action) SELECT 1 + n % 500, 'login' FROM generate_series(1, 1000) AS n",
      'INSERT INTO sessions SELECT md5(n::text), 1 + n % 500 FROM generate_series(1, 100) AS n',
    ])
      await sparc.postgres.query(sql, 'sparc_prod');
    good = await sparc.state();
    expect(good).toMatchObject({ services: all(GOOD), infrastructure: GOOD });
  });

  onNode('its backup is made, with a checksum and a snapshot', async () => {
    const run = await sparc.run('backup');
    expectSuccess(run, 'backup');
    expect(await sparc.state()).toEqual(good);
  });

  onNode('a plan of all of it changes nothing', async () => {
    const run = await sparc.run('rollback', {
      components: 'database, services, infrastructure, cache',
      version: GOOD,
    });
    expectSuccess(run, 'rollback');
    expect(outputs(run).result).toBe('planned');
    expect(await sparc.state()).toEqual(good);
  });
});

describe('a bad release', () => {
  onNode('is rolled back by the run that deployed it: services and cache', async () => {
    const run = await sparc.deploy(BAD);
    expect(run.job('deploy').result).toBe('failure');
    expect(run.job('watch').result).toBe('skipped');
    expectSuccess(run, 'rollback');
    expect(outputs(run).result).toBe('done');
    const state = await sparc.state();
    expect(state.services).toEqual(all(GOOD));
    // A deploy that failed takes no data along, and no infrastructure.
    expect(state.data).not.toEqual(good.data);
    expect(state.infrastructure).toBe(BAD);
    expect(state.cache).toEqual(['queue:mail', 'session:1']);
    const { events } = readEvents(join(run.artifacts, 'rollback-1/rollback-record.jsonl'));
    expect(events.map(({ component }) => component)).toContain('deployment/web-frontend');
    // For people: what nobody should have to wait for is measured, not promised.
    const { standing, seconds } = storyOf(events);
    const told = events.findLast(({ component, step }) => component === 'notify' && step === 'action');
    const began = Number(run.job('deploy').outputs.began) * 1000;
    process.stdout.write(
      `From the start of the failed deploy job to "${standing}": ${(Date.parse(told?.at ?? '') - began) / 1000} s, of which the deploy gave up after ${ROLLOUT_TIMEOUT} and the rollback took ${seconds} s.\n`,
    );
    // It has looked for a minute, as the example says; nothing more is to be learned from waiting as long each time.
    sparc.shortWindow = '10s';
  });

  onNode(
    'has its data and infrastructure put back by hand, by a run that is killed and started again',
    async () => {
      const inputs = { components: 'database, infrastructure', version: GOOD, 'dry-run': false };
      const killed = sparc.start('rollback', inputs);
      await killed.printed('prepare database: done');
      killed.die();
      await killed.result;

      const run = await sparc.run('rollback', inputs);
      expectSuccess(run, 'rollback');
      expect(outputs(run).result).toBe('done');
      expect(await sparc.state()).toEqual({ ...good, cache: ['queue:mail', 'session:1'] });
      const databases = await sparc.postgres.query<{ datname: string }>(
        "SELECT datname FROM pg_database WHERE datname LIKE 'sparc_prod%' ORDER BY datname",
      );
      // The live one, and the one that was live before.
      expect(databases.map(({ datname }) => datname)).toEqual(['sparc_prod', expect.stringMatching(/_old$/)]);
    },
  );

  onNode('that is run again has nothing left to do', async () => {
    const run = await sparc.run('rollback', { 'dry-run': false });
    expectSuccess(run, 'rollback');
    expect(outputs(run).result).toBe('no-op');
    expect(await sparc.state()).toEqual({ ...good, cache: ['queue:mail', 'session:1'] });
  });
});

describe('a part of it', () => {
  const image = (service: string) =>
    `deployment/${service} ${service}=${sparc.node.registry}/${service}:${BAD}`;

  onNode('the frontend alone, while another service stays as it is', async () => {
    for (const service of ['web-frontend', 'video-ingest'])
      await sparc.production.kubectl(['-n', 'sparc-prod', 'set', 'image', ...image(service).split(' ')]);
    const run = await sparc.run('rollback', {
      components: 'services',
      workloads: 'web-frontend',
      'dry-run': false,
    });
    expectSuccess(run, 'rollback');
    expect(await sparc.state()).toEqual({
      ...good,
      cache: ['queue:mail', 'session:1'],
      services: { ...all(GOOD), 'video-ingest': `${BAD} × 2` },
    });
  });

  onNode('one service', async () => {
    const run = await sparc.run('rollback', {
      components: 'services',
      workloads: 'video-ingest',
      'dry-run': false,
    });
    expectSuccess(run, 'rollback');
    expect(await sparc.state()).toEqual({ ...good, cache: ['queue:mail', 'session:1'] });
  });

  onNode('the database alone', async () => {
    await sparc.postgres.query('UPDATE users SET email = id::text', 'sparc_prod');
    const run = await sparc.run('rollback', { components: 'database', 'dry-run': false });
    expectSuccess(run, 'rollback');
    expect(await sparc.state()).toEqual({ ...good, cache: ['queue:mail', 'session:1'] });
  });
});

onNode('the scheduled drill breaks staging, rolls it back and leaves production alone', async () => {
  const before = await sparc.state();
  sparc.release = GOOD;
  const run = await sparc.run('drill');
  expectSuccess(run, 'drill');
  expect(run.step('drill', 'drill').outputs).toMatchObject({ result: 'done', score: '100' });
  // K15: the history that all runs share has each under its own environment, and a time of another one is told as its own.
  const history = readFileSync(join(run.artifacts, 'rollback-history/history.jsonl'), 'utf8');
  const runs = history
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(runs.at(-1).environment).toBe('staging');
  expect(Object.keys(runs.at(-1).components)).toContainEqual(
    expect.stringContaining('sparc-staging/deployment/api-gateway'),
  );
  expect(runs.slice(0, -1).map(({ environment }) => environment)).toContain('production');
  const rto = JSON.parse(run.step('drill', 'drill').outputs.rto ?? '');
  expect(rto).toContainEqual(
    expect.objectContaining({ component: 'deployment/api-gateway', lastIn: 'production' }),
  );
  expect(await sparc.state()).toEqual(before);
});
