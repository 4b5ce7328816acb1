/** What drill.yml decides by itself: when it drills, what breaks, and when it opens an issue. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { FAULTS } from '../../src/drill/fault.ts';
import { ROOT } from '../support/workflows/parse.ts';
import { runWorkflow } from '../support/workflows/run.ts';

const { on, jobs } = parse(readFileSync(join(ROOT, '.github/workflows/drill.yml'), 'utf8'));
const scriptOf = (job: string, id: string): string =>
  jobs[job].steps.find((step: { id?: string }) => step.id === id).run;

/** Runs a step's script as a runner does, with a stand-in for GitHub's client that says what `gh` says. */
function run(script: string, env: Record<string, string>, gh = ''): { outputs: string; log: string } {
  const folder = mkdtempSync(join(tmpdir(), 'drill-'));
  writeFileSync(join(folder, 'gh'), `#!/bin/sh\n${gh}\n`);
  chmodSync(join(folder, 'gh'), 0o755);
  writeFileSync(join(folder, 'outputs'), '');
  if (env.HISTORY) writeFileSync(join(folder, 'rollback-history.jsonl'), env.HISTORY);
  const log = execFileSync('bash', ['--norc', '-e', '-c', script], {
    encoding: 'utf8',
    env: {
      ...env,
      PATH: `${folder}:${process.env.PATH}`,
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: join(folder, 'outputs'),
    },
  });
  return { outputs: readFileSync(join(folder, 'outputs'), 'utf8'), log };
}

test('drills are stopped by the variable, and the second schedule only looks', async () => {
  const start = (vars: Record<string, string>, schedule: string) =>
    runWorkflow({
      workflow: 'drill.yml',
      event: 'schedule',
      vars,
      github: { event: { schedule } },
    });
  const [, look] = on.schedule as { cron: string }[];
  const { jobs: off } = await start({ ROLLBACK_DRILLS: 'off' }, '17 4 2 * *');
  expect([off.drill?.result, off.issue?.result]).toEqual(['skipped', 'skipped']);
  const only = await start({}, look?.cron ?? '');
  expect([only.jobs.drill?.result, only.job('issue').steps.map(({ id }) => id)]).toEqual([
    'skipped',
    ['look'],
  ]);
});

test('each schedule is off the hour and says its time zone', () => {
  for (const { cron, timezone } of on.schedule) {
    expect(Number(cron.split(' ')[0]) % 15).not.toBe(0);
    expect(timezone).toMatch(/^\w+\/\w+$/);
  }
});

test('a fault that was chosen breaks, else another one each month', () => {
  const script = scriptOf('drill', 'fault');
  const FAULTS = 'bad-image crash-loop process-killed';
  expect(run(script, { FAULTS, FAULT: 'redis-lost' }).outputs).toBe('fault=redis-lost\n');
  const months = Array.from({ length: 3 }, (_, index) => {
    const fixed = script.replace(/\$\(date[^)]*\)/, `2026*12+${index + 1}`);
    expect(fixed).not.toBe(script);
    return run(fixed, { FAULTS, FAULT: '' }).outputs.trim().replace('fault=', '');
  });
  expect(months.sort().join(' ')).toBe(FAULTS);
  expect(FAULTS).toContain(run(script, { FAULTS, FAULT: '' }).outputs.trim().replace('fault=', ''));
});

test('the faults to choose from are those that there are', () => {
  expect([...on.workflow_dispatch.inputs.fault.options].sort()).toEqual([...FAULTS].sort());
  const { env } = jobs.drill.steps.find(({ id }: { id?: string }) => id === 'fault');
  const turns = /'(.*)'/.exec(env.FAULTS)?.[1]?.split(' ') ?? [];
  expect(turns.length).toBeGreaterThan(3);
  for (const fault of turns) expect(FAULTS).toContain(fault);
});

describe('it says that a drill took longer', () => {
  const kept = (id: string, seconds: number, components: Record<string, number> = { 'deployment/web': 99 }) =>
    `${JSON.stringify({ id, at: '2026-11-02T04:17:00Z', environment: 'drill', outcome: 'done', seconds, components })}\n`;
  const said = (...lines: string[]) =>
    run(scriptOf('drill', 'trend'), { HISTORY: lines.join(''), GITHUB_RUN_ID: '7' }).outputs;
  const LONGER = 'slower=12.5 s, after 10 s the last time\n';

  test.each([
    [[10, 12], ''],
    [[10, 12.5], LONGER],
    [[12], ''],
  ])('of those that took %j s: %j', (seconds, expected) => {
    expect(said(...seconds.map((each, index) => kept(String(7 - seconds.length + 1 + index), each)))).toBe(
      expected,
    );
  });

  test('than the last one that had the same go back, whatever was drilled between and in whatever order', () => {
    const database = { 'database/127.0.0.1:5432/shop': 80, 'deployment/web': 1.5 };
    const reversed = { 'deployment/web': 2, 'database/127.0.0.1:5432/shop': 90 };
    expect(said(kept('6', 5), kept('7', 90, reversed))).toBe('');
    expect(said(kept('5', 10, database), kept('6', 5), kept('7', 12.5, reversed))).toBe(LONGER);
    expect(said(kept('5', 10, database), kept('6', 5, { 'cache/redis:6379': 1 }), kept('7', 12.5))).toBe('');
  });

  test('not of one that kept no time, as where a killed pod came back by itself', () => {
    expect(said(kept('5', 10), kept('6', 20))).toBe('');
  });
});

describe('an issue', () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const look = (env: Record<string, string>, last: string, open = '') =>
    run(
      scriptOf('issue', 'look'),
      {
        ENDED: 'skipped',
        MISSED: 'false',
        SLOWER: '',
        ENVIRONMENT: 'drill',
        GH_REPO: 'shop/shop',
        RUN: 'https://run',
        ...env,
      },
      `case "$1 $2" in
         "api "*) echo '${last}' ;;
         "issue list") echo '${open}' ;;
         *) echo "gh $1 $2: $*" ;;
       esac`,
    ).log;

  test.each([
    ['The drill failed.', { ENDED: 'failure' }, 0],
    ['The drill missed an objective', { ENDED: 'success', MISSED: 'true' }, 0],
    ['The drill took longer: 12 s', { ENDED: 'success', SLOWER: '12 s' }, 0],
    ['The last drill was 40 days ago.', {}, 40],
  ])('is opened: %s', (why, env, days) => {
    const log = look(env, ago(days));
    expect(log).toContain('gh issue create');
    expect(log).toContain(why);
  });

  test('is opened where no drill is known', () => {
    expect(look({}, '')).toContain('No drill is known of the last 90 days. https://run');
  });

  test('that is open already gets a comment', () => {
    expect(look({ ENDED: 'failure' }, ago(0), '12')).toContain(
      'gh issue comment: issue comment 12 --body The drill failed.',
    );
  });

  test('is not opened where all is well', () => {
    expect(look({ ENDED: 'success' }, ago(0))).toBe(
      'The last drill was 0 days ago, and no worse than the one before.\n',
    );
    expect(look({}, ago(14))).not.toContain('gh issue');
  });
});
