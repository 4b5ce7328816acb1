/**
 * F9: every workflow that the documentation shows, as pasted into a repository that has what its page says and nothing
 * else, on a platform with a real PostgreSQL, Redis and Terraform. Values that are an example (addresses, names) are those
 * of the page; secrets are the platform's.
 */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PAGES, workflowsOf } from '../../support/pages.ts';
import { SLACK_TOKEN } from '../../support/sinks/slack.ts';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram } from '../../support/terraform/programs.ts';
import { type RunOptions, type RunResult, runWorkflow, startWorkflow } from '../../support/workflows/run.ts';
import { kubeconfigOf } from '../../workflows/broken-shop.ts';
import { BACK, BAD, Platform } from '../actions/environment.ts';

let platform: Platform;
let path: string | undefined;
beforeEach(async () => {
  platform = await Platform.open();
  path = process.env.PATH;
});
afterEach(async () => {
  process.env.PATH = path;
  await platform[Symbol.asyncDispose]();
});

/** Which test is of which workflow of a page. Others have files of their own. */
const ELSEWHERE: readonly string[] = ['README.md 1', 'docs/scale.md 1'];
const here: string[] = [];

/** A test of the workflow of that number on a page. */
function page(name: string, number: number, told: string, run: (text: string) => Promise<void>): void {
  here.push(`${name} ${number}`);
  test(`${name}, workflow ${number}: ${told}`, () => run(workflowsOf(name)[number - 1] ?? ''));
}

/** The secrets by the names that the pages use. */
const secrets = () => ({
  KUBECONFIG: kubeconfigOf(platform.shop),
  DATABASE_URL: platform.database.url,
  REDIS_URL: `redis://127.0.0.1:${platform.redis.port}`,
});

/** Runs a workflow in a repository with the platform's configuration, and that deploys by a script. */
function run(text: string, more: Partial<RunOptions> = {}, deploy = 'exit 1'): Promise<RunResult> {
  const configuration = readFileSync(join(platform.temp, '.github/rollback.yml'), 'utf8');
  return runWorkflow({
    workflow: { text },
    secrets: secrets(),
    files: { '.github/rollback.yml': configuration, 'deploy.sh': `#!/bin/sh\n${deploy}\n` },
    ...more,
  });
}

/** The configuration as the pages have it: one environment of that name, and nobody who is told. */
function configure(name: string): void {
  platform.name = name;
  platform.configure((environment) => {
    delete environment.notify;
    environment.rollback = { 'drill-hosts': ['127.0.0.1', 'localhost'], 'drill-target': 'deployment/api' };
  });
}

/** A program of the runner that the pages call. */
function install(name: string, script: string): void {
  const folder = join(platform.temp, 'bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
  process.env.PATH = `${folder}:${process.env.PATH}`;
}

/** Expects a run to end as that, and says with what its steps ended where it does not. */
function expectResult(run: RunResult, result: string, job: string): void {
  const logs = run.job(job).steps.map(({ id, outcome, log }) => `${id}: ${outcome}\n${log}`);
  expect([run.result, run.result === result ? [] : logs]).toEqual([result, []]);
}

/** Services alone, whose cluster nobody names. */
function configureServices(): void {
  platform.name = 'production';
  platform.configure((environment) => {
    for (const section of Object.keys(environment)) delete environment[section];
    environment.defaults = { namespace: 'shop' };
    environment.components = { shop: { kind: 'service', workloads: 'all' } };
  });
}

/** What of the platform has gone back: services and cache alone. */
const WITHOUT_DATABASE = { ...BACK, database: BAD.database };

describe('Get started', () => {
  page('docs/get-started.md', 1, 'a first configuration is written and kept', async (text) => {
    const { result, artifacts } = await run(text, {
      inputs: { environment: 'staging', namespace: 'shop' },
      files: {},
    });
    expect(result).toBe('success');
    const written = readFileSync(join(artifacts, 'rollback-configuration/rollback.yml'), 'utf8');
    expect(written).toContain('staging:');
    expect(written).toContain('kind: database');
    expect(await platform.state()).toEqual(BAD);
  });

  page(
    'docs/get-started.md',
    2,
    'it plans first; services and cache go back, with secrets of the environment',
    async (text) => {
      configure('production');
      const start = (inputs: Record<string, string>) =>
        run(text, {
          secrets: {},
          environments: { production: secrets() },
          inputs: { environment: 'production', reason: 'the api answers 500', ...inputs },
        });
      expect((await start({})).result).toBe('success');
      expect(await platform.state()).toEqual(BAD);
      expect((await start({ 'dry-run': 'false' })).result).toBe('success');
      expect(await platform.state()).toEqual(WITHOUT_DATABASE);
    },
  );
});

describe('The workflows', () => {
  page(
    'docs/workflows.md',
    1,
    'services and cache go back, and the database where it is named',
    async (text) => {
      configure('production');
      const { result } = await run(text, { inputs: { reason: 'release 2 is bad' } });
      expect(result).toBe('success');
      expect(await platform.state()).toEqual(WITHOUT_DATABASE);
    },
  );

  test('F3: secrets of an environment do not reach a called workflow, which says so', async () => {
    configureServices();
    const { result, step } = await run(workflowsOf('docs/workflows.md')[0] ?? '', {
      secrets: {},
      environments: { production: secrets() },
      inputs: { reason: 'release 2 is bad' },
    });
    expect(result).toBe('failure');
    expect(step('rollback/rollback', 'rollback').log).toContain(
      'one of an environment also in a called workflow',
    );
    expect(await platform.state()).toEqual(BAD);
  });

  const logsIn = async (text: string, job: string) => {
    configureServices();
    const kubeconfig = join(platform.temp, 'of-the-cloud');
    writeFileSync(kubeconfig, kubeconfigOf(platform.shop));
    // As the CLI does: to the file that it is told, and to nowhere that we look at by ourselves.
    install(
      'aws',
      `[ "$1 $2" = 'eks update-kubeconfig' ] && [ "$5" = --kubeconfig ] && cp '${kubeconfig}' "$6"`,
    );
    const ended = await run(text, {
      secrets: {},
      inputs: { reason: 'release 2 is bad' },
      standIns: { 'aws-actions/configure-aws-credentials': () => ({}) },
    });
    expectResult(ended, 'success', job);
    expect(ended.calls.map(({ action }) => action)).toContain('aws-actions/configure-aws-credentials');
    expect((await platform.state()).images).toEqual(BACK.images);
  };

  page('docs/workflows.md', 2, 'F4: it logs in to the cloud by itself, and uses its kubeconfig', (text) =>
    logsIn(text, 'rollback/rollback'),
  );

  page('docs/workflows.md', 3, "the cloud's log-in comes first, and its kubeconfig is used", (text) =>
    logsIn(text, 'rollback'),
  );

  page('docs/workflows.md', 4, 'a mirror runs the actions of its own commit', async (text) => {
    configureServices();
    // A runner of one's own, which knows its cluster.
    const own = text.replace(
      '    steps:',
      `    env: { KUBECONFIG: '${platform.shop.api.kubeconfig}' }\n    steps:`,
    );
    const ended = await run(own, { inputs: { reason: 'release 2 is bad' } });
    expectResult(ended, 'success', 'rollback');
    expect((await platform.state()).images).toEqual(BACK.images);
  });
});

describe('What starts a rollback', () => {
  page('docs/triggers.md', 1, 'a deploy that fails after it deployed goes back', async (text) => {
    const failed = join(platform.temp, 'failed');
    // What the cluster and the workflow's clock say of times is in whole seconds.
    const deployed = Date.now();
    await platform.shop.until('the next deploy is of another second', () => Date.now() - deployed > 1100);
    const deploy = `#!/bin/sh\necho deploying\nuntil [ -e ${failed} ]; do sleep 0.05; done\nexit 1\n`;
    const running = startWorkflow({
      ...{ workflow: { text }, event: 'push', secrets: secrets(), files: { 'deploy.sh': deploy } },
    });
    await running.printed('deploying');
    await platform.shop.deploy('api', 'registry.example/api:3-crash-loop');
    writeFileSync(failed, '');
    const { result, job } = await running.result;
    expect([result, job('watch').outputs['rolled-back']]).toEqual(['failure', 'done']);
    // What this deploy did not change, and serves, stays.
    expect((await platform.state()).images).toEqual(['api:1', 'web:2']);
  });

  page('docs/triggers.md', 2, 'a deploy in another workflow that failed goes back', async (text) => {
    const deployed = {
      ...{ event: 'push', head_branch: 'main', conclusion: 'failure' },
      ...{ run_started_at: new Date(Date.now() - 3_600_000).toISOString() },
      head_repository: { full_name: 'shop/shop' },
    };
    const { result, job } = await run(text, {
      event: 'workflow_run',
      github: { event: { workflow_run: deployed } },
      files: {},
    });
    expect([result, job('watch').outputs['rolled-back']]).toEqual(['failure', 'done']);
    expect((await platform.state()).images).toEqual(BACK.images);
  });
});

describe('Roll back or not', () => {
  page('docs/decide.md', 1, 'who was asked to decide is reminded once', async (text) => {
    platform.name = 'production';
    platform.configure((environment) => {
      delete environment['verify-integrity'];
      delete environment.notify?.['slack-token'];
      environment.components = { shop: { kind: 'service', workloads: 'all' } };
      environment.assess = { signals: JSON.stringify({ 'error-rate': 0.2 }) };
    });
    const told = () => [...platform.slack.messages.values()].map(({ content }) => content.text as string);
    const asked = await platform.rollBack({ decide: 'assess', 'slack-token': SLACK_TOKEN });
    expect(asked.outputs.result).toBe('asked');
    await platform.shop.changeNote('rollback-production.question', {
      asked: new Date(Date.now() - 3_600_000).toISOString(),
      until: new Date(Date.now() + 120_000).toISOString(),
    });
    for (const _ of ['first', 'second']) {
      const ended = await run(text, {
        ...{ event: 'schedule', secrets: { ...secrets(), SLACK_TOKEN } },
        github: { event: { schedule: '*/5 * * * *' } },
      });
      expectResult(ended, 'success', 'remind');
    }
    expect(told().filter((line) => line.startsWith('🟠 [REMINDER]'))).toHaveLength(1);
    expect(await platform.state()).toEqual(BAD);
  });
});

describe('Drills', () => {
  page('docs/drills.md', 1, 'the drill breaks its environment and rolls it back', async (text) => {
    expect(await platform.rollBack()).toMatchObject({ exitCode: 0 });
    configure('drill');
    await platform.shop.label({ 'rollback-actions/drill': 'allowed' });
    const mine = Object.entries(secrets()).map(([name, value]) => [`DRILL_${name}`, value]);
    install('gh', `[ "$1" = api ] && date -u +%FT%TZ`);
    const { result, job } = await run(text, {
      event: 'schedule',
      github: { event: { schedule: '17 4 2 * *' } },
      secrets: Object.fromEntries(mine),
      vars: { ROLLBACK_DRILL_FAULTS: 'bad-image' },
    });
    expect([result, job('drill').outputs.result]).toEqual(['success', 'done']);
    expect(await platform.state()).toEqual(BACK);
  });
});

describe('Report', () => {
  page('docs/report.md', 1, 'the history of the last run is continued', async (text) => {
    const earlier = JSON.stringify({
      ...{ id: '1', at: '2026-11-02T04:17:00Z', environment: 'production', outcome: 'done', seconds: 10 },
      components: { all: 99 },
    });
    install(
      'gh',
      `case "$1 $2" in
         'run list') echo 11 ;;
         'run download') mkdir earlier && echo '${earlier}' > earlier/rollback-history.jsonl ;;
       esac`,
    );
    const { result, artifacts } = await run(text, { inputs: { reason: 'release 2 is bad' }, files: {} });
    expect(result).toBe('success');
    expect((await platform.state()).images).toEqual(BACK.images);
    const history = readFileSync(
      join(artifacts, 'rollback-history-production/rollback-history.jsonl'),
      'utf8',
    );
    expect(history.trim().split('\n')).toHaveLength(2);
  });
});

describe('Verify integrity', () => {
  page('docs/verify-integrity.md', 1, 'rows that a deploy loses are found', async (text) => {
    for (const name of ['api-gateway', 'analytics-service'])
      await platform.shop.deploy(name, `registry.example/${name}:1`);
    const lose = `psql '${platform.database.url}' -q -c 'DELETE FROM audit_logs WHERE line = $$line 7$$'; exit 1`;
    const { result, job } = await run(text, { event: 'push' }, lose);
    expect(result).toBe('failure');
    expect(
      job('deploy')
        .steps.map(({ log }) => log)
        .join('\n'),
    ).toContain('audit_logs');
  });
});

describe('A point in time', () => {
  page(
    'docs/point-in-time.md',
    1,
    'without the repository it says what is missing, and changes nothing',
    async (text) => {
      const { result, job } = await run(text, {});
      expect(result).toBe('failure');
      expect(job('rollback').steps[0]?.log).toMatch(/sparc_prod|pgBackRest|pgbackrest/);
      expect(await platform.state()).toEqual(BAD);
    },
  );
});

describe('Infrastructure', () => {
  page('docs/rollback-infra.md', 1, 'what was reviewed is applied by the second job', async (text) => {
    const program = infraProgram('terraform');
    const checkout = new Checkout(program);
    const state = join(mkdtempSync(join(tmpdir(), 'state-')), 'terraform.tfstate');
    const version = (number: number) => ({
      '.gitignore': '.terraform*\n*.plan\n',
      'main.tf': `terraform {
        backend "local" { path = "${state}" }
      }
      resource "terraform_data" "api" { input = "${number}" }\n`,
    });
    checkout.commit('v1', version(1)).commit('v2', version(2)).deploy();
    install('terraform', `exec '${program}' "$@"`);
    const { result } = await run(text, {
      inputs: { ref: 'v1', reason: 'release 2 is bad' },
      secrets: { PLAN_KEY: 'a-key-that-both-jobs-have' },
      standIns: {
        'hashicorp/setup-terraform': () => ({}),
        'actions/checkout': ({ workspace }) => {
          cpSync(checkout.path, workspace, { recursive: true });
          return {};
        },
      },
    });
    expect(result).toBe('success');
    expect(checkout.state()['terraform_data.api']?.input).toBe('1');
    checkout.remove();
  });
});

test('F9: no workflow of the documentation is without a test', () => {
  const all = PAGES.flatMap((name) => workflowsOf(name).map((_, index) => `${name} ${index + 1}`));
  expect([...here, ...ELSEWHERE].sort()).toEqual(all.sort());
});
