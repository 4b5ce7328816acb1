import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { loadEnvironment } from '../../src/config/config.ts';
import type { Request } from '../../src/rollback/perform.ts';
import { checkInputs } from '../../src/rollback/rollback.ts';
import { stepsOf } from '../../src/rollback/whole.ts';
import type { AnyAction, Context } from '../../src/runner/action.ts';

const root = resolve(import.meta.dirname, '../..');
const path = join(root, 'examples/sparc/.github/rollback.yml');
const text = readFileSync(path, 'utf8');

const SECRETS = {
  SPARC_DATABASE_URL: 'postgres://owner:secret@db.sparc.example/sparc_prod',
  SPARC_INFRA_VARS: 'image_tag=v1.0.0',
  SPARC_REDIS_URL: 'rediss://cache.sparc.example:6379',
  SPARC_PROMETHEUS_URL: 'https://prometheus.sparc.example',
  SPARC_PROMETHEUS_TOKEN: 'secret',
  SPARC_ALERTMANAGER_URL: 'https://alertmanager.sparc.example',
  SPARC_SLACK_TOKEN: 'xoxb-secret',
  SPARC_SLACK_API_URL: 'https://slack.com/api',
  SPARC_PAGERDUTY_KEY: 'secret',
  SPARC_PAGERDUTY_URL: 'https://events.pagerduty.com',
  SPARC_SMTP_URL: 'smtp://mail.sparc.example',
  SPARC_STAGING_HOSTS: 'kubernetes.staging.sparc.example',
};

beforeAll(() => void Object.assign(process.env, SECRETS));
afterAll(() => {
  for (const name of Object.keys(SECRETS)) delete process.env[name];
});

interface Kept {
  readonly uses?: string;
  readonly if?: string;
  readonly with?: { readonly path?: string };
}

const load = async (name: string) =>
  ((await import(`../../src/actions/${name}.ts`)) as { action: AnyAction }).action;

async function requestFor(name: string): Promise<Request> {
  const environment = await loadEnvironment(path, name, { namesServices: false });
  const folder = mkdtempSync(join(tmpdir(), 'sparc-'));
  const { components } = environment;
  return { environment, components, passed: {}, decide: 'assess', folder, load, runUrl: undefined };
}

describe("the runbook's platform", () => {
  test('names the schema in its first line, and fits it', () => {
    expect(text.split('\n')[0]).toMatch(/^# yaml-language-server: \$schema=.*rollback\.schema\.json$/);
    const schema = JSON.parse(readFileSync(join(root, 'docs/schema/rollback.schema.json'), 'utf8'));
    const validate = new Ajv2020({ code: { optimize: false } }).compile(schema);
    expect([validate(parse(text)), validate.errors]).toEqual([true, null]);
  });

  test('has sixteen services, and every step of its chain has inputs that its action takes', async () => {
    const request = await requestFor('production');
    const warnings: string[] = [];
    const log = { info() {}, warn: (sentence: string) => warnings.push(sentence), group() {} };
    await checkInputs(request, stepsOf(request), { dryRun: false, mask() {}, log } as unknown as Context);
    expect(warnings).toEqual([]);
    const { order = '' } = request.environment.defaultsFor('rollback-service', 'services').values;
    expect(new Set(order.split(/[\n,]/).map((name) => name.trim())).size).toBe(16);
  });

  test('goes back in the order of the runbook, and stops services only to switch their database', async () => {
    const names = stepsOf(await requestFor('production')).map(({ name }) => name);
    expect(names).toEqual([
      'assess',
      'plan database',
      'plan services',
      'plan infrastructure',
      'plan cache',
      'plan dns',
      'notify start',
      'prepare database',
      'capture database',
      'switch database',
      'roll back services',
      'resume database',
      'health services',
      'apply infrastructure',
      'clear cache',
      'switch dns',
      'compare database',
      'verify recovery',
      'notify end',
      'report',
    ]);
  });

  test.each(['deploy', 'drill', 'rollback'])(
    'K16: record, report, state and history outlive the runner of %s.yml, whatever came of it',
    (name) => {
      const workflow = parse(
        readFileSync(join(root, `examples/sparc/.github/workflows/${name}.yml`), 'utf8'),
      ) as { jobs: Record<string, { steps?: Kept[] }> };
      const kept = Object.values(workflow.jobs)
        .flatMap(({ steps = [] }) => steps)
        .filter(
          ({ uses = '', if: when }) => uses.startsWith('actions/upload-artifact@') && when === 'always()',
        )
        .map(({ with: { path = '' } = {} }) => path)
        .join('\n');
      // In a drill, what was there before is what the drill itself has broken.
      const state = name === 'drill' ? [] : ['-state.yaml'];
      for (const file of ['rollback-record.jsonl', 'rollback-report', 'history.jsonl', ...state])
        expect(kept).toContain(file);
    },
  );

  test('K15: staging has all that a drill needs', async () => {
    const staging = await requestFor('staging');
    const { values } = staging.environment.defaultsFor('rollback');
    expect(values).toMatchObject({
      'drill-hosts': 'kubernetes.staging.sparc.example',
      'drill-target': 'deployment/api-gateway',
      fault: 'crash-loop',
    });
    expect(staging.environment.defaultsFor('report').values.rto?.split('\n')).toHaveLength(4);
  });

  test('has the recovery times of the runbook', async () => {
    const { values } = (await requestFor('production')).environment.defaultsFor('report');
    expect(values.rto?.split('\n')).toEqual([
      'database: database/*=15m',
      'deployment/api-gateway=5m',
      'deployment/video-*=10m',
      'deployment/web-frontend=5m',
      'Full platform: all=20m',
    ]);
  });
});
