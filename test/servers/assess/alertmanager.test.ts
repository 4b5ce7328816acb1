/** A real Alertmanager with the example's configuration starts the example's workflow, at a stand-in for GitHub. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import { runAction } from '../../support/action.ts';
import { startGithub } from '../../support/github/dispatches.ts';
import { type Server, startAlertmanager } from '../../support/prometheus/server.ts';
import { until } from '../../support/until.ts';

// The first time, Alertmanager is built.
jest.setTimeout(600_000);

const examples = resolve(import.meta.dirname, '../../../examples/prometheus');
const TOKEN = 'github-token-of-the-test';
const PATH = '/repos/shop/shop/actions/workflows/rollback-on-alert.yml/dispatches';

let github: Awaited<ReturnType<typeof startGithub>>;
let alertmanager: Server;

beforeEach(async () => {
  const workflow = parse(readFileSync(join(examples, 'rollback-on-alert.yml'), 'utf8'));
  github = await startGithub(PATH, TOKEN, workflow.on.workflow_dispatch.inputs);
  const token = join(mkdtempSync(join(tmpdir(), 'token-')), 'github-token');
  writeFileSync(token, `${TOKEN}\n`);
  const config = readFileSync(join(examples, 'alertmanager.yml'), 'utf8')
    .replace('https://api.github.com', github.url)
    .replaceAll('OWNER/REPOSITORY', 'shop/shop')
    .replaceAll('/etc/alertmanager/github-token', token)
    .replace('group_wait: 15s', 'group_wait: 500ms')
    .replace('group_interval: 5m', 'group_interval: 1s');
  alertmanager = await startAlertmanager(config);
});
afterEach(async () => {
  await alertmanager?.stop();
  github?.stop();
});

const LABELS = { severity: 'high', action: 'rollback', environment: 'production' };

async function fire(
  ...alerts: { labels: Record<string, string>; startsAt?: string; endsAt?: string }[]
): Promise<void> {
  // Alertmanager does not wait for others when the first has been there for longer than `group_wait`.
  const startsAt = new Date().toISOString();
  await post(
    '/api/v2/alerts',
    alerts.map((alert) => ({ startsAt, ...alert })),
  );
}

async function post(path: string, body: unknown): Promise<void> {
  const response = await fetch(`${alertmanager.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect([response.status, await response.text()]).toEqual([200, expect.any(String)]);
}

/** Waits for what GitHub or the action knows, and says what GitHub refused where that never comes. */
const known = (what: string, look: () => boolean | Promise<boolean>): Promise<void> =>
  until(look, () => `${what}; GitHub refused ${JSON.stringify(github.refused)}`);

/** How often Alertmanager has sent something to this receiver, for good or not. */
async function sent(): Promise<number> {
  const metrics = await (await fetch(`${alertmanager.url}/metrics`)).text();
  return Number(/^alertmanager_notification_requests_total\{.*webhook.*\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
}

/** The labels that the example's workflow asks for when it looks again. */
function alertsOf(environment: string): string {
  const { jobs } = parse(readFileSync(join(examples, 'rollback-on-alert.yml'), 'utf8'));
  const step = jobs.judge.steps.find(({ id }: { id?: string }) => id === 'assess');
  return step.with.alerts.replace(/\$\{\{ inputs\.environment \}\}/, environment);
}

const assess = (more: Record<string, string> = {}) =>
  runAction('assess', { with: { 'alertmanager-url': alertmanager.url, ...more } });

test('ten alerts of one outage start one run, whatever they are called', async () => {
  const names = [
    '123',
    'yes',
    'a: b',
    '"quoted"',
    'null',
    '{{ .Labels }}',
    "it's",
    'x#y',
    '$(reboot)',
    'down',
  ];
  await fire(...names.map((alertname) => ({ labels: { ...LABELS, alertname } })));
  await known('a run is started', () => github.started.length > 0);
  expect(github.refused).toEqual([]);
  expect(github.started).toEqual([
    {
      ref: 'main',
      inputs: {
        environment: 'production',
        alerts: expect.stringMatching(/^10 firing, the first is ./),
      },
    },
  ]);
});

test('no run for what asks for none, is silenced, or is over', async () => {
  const now = new Date(Date.now() - 1000).toISOString();
  const old = new Date(Date.now() - 60_000).toISOString();
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const silence = { name: 'environment', value: 'staging', isRegex: false, isEqual: true };
  await post('/api/v2/silences', {
    matchers: [silence],
    startsAt: now,
    endsAt: later,
    createdBy: 'test',
    comment: 'worked on',
  });
  await fire(
    { labels: { ...LABELS, action: 'evaluate', alertname: 'Slow' } },
    { labels: { ...LABELS, environment: 'staging', alertname: 'Silenced' } },
    { labels: { ...LABELS, alertname: 'Over' }, startsAt: old, endsAt: now },
  );
  await fire({ labels: { ...LABELS, alertname: 'Real' } });
  await known('a run is started', () => github.started.length > 0);
  expect(github.started.map(({ inputs }) => inputs)).toEqual([
    { environment: 'production', alerts: '1 firing, the first is Real' },
  ]);
  // What assess believes when it looks again.
  const production = await assess({ alerts: alertsOf('production') });
  expect(production.outputs).toMatchObject({ severity: 'high', decision: 'rollback', result: 'judged' });
  expect(production.log).toContain('Roll back: Real fires (high).');
  const staging = await assess({ alerts: alertsOf('staging') });
  expect(staging.outputs).toMatchObject({ severity: 'none', decision: 'none', result: 'judged' });
});

test('what fires in staging is no reason to roll production back', async () => {
  await fire({ labels: { ...LABELS, environment: 'staging', alertname: 'HighErrorRate' } });
  await known('a run is started', () => github.started.length > 0);
  expect(github.started[0]?.inputs.environment).toBe('staging');
  expect((await assess({ alerts: alertsOf('staging') })).outputs.decision).toBe('rollback');
  // As after a start that somebody forged, or one of another alert that is over by now.
  expect((await assess({ alerts: alertsOf('production') })).outputs.decision).toBe('none');
});

test('an inhibited alert is believed no more than a silenced one', async () => {
  await fire(
    { labels: { ...LABELS, alertname: 'DatabaseConnectionFailure', severity: 'critical' } },
    { labels: { ...LABELS, alertname: 'HighErrorRate' } },
  );
  await known('a run is started', () => github.started.length > 0);
  expect(github.started[0]?.inputs.alerts).toBe('1 firing, the first is DatabaseConnectionFailure');
  const step = await assess();
  expect(step.log).toContain('Roll back: DatabaseConnectionFailure fires (critical).');
});

test('GitHub that fails for a moment is asked again, one that refuses is not', async () => {
  github.fail(2);
  await fire({ labels: { ...LABELS, alertname: 'HighErrorRate' } });
  await known('a run is started', () => github.started.length > 0);
  expect(github.refused).toEqual(['Server Error', 'Server Error']);
  await fire({ labels: { ...LABELS, environment: 'no-such', alertname: 'HighErrorRate' } });
  await known('the other is refused', () => github.refused.length > 2);
  expect(github.refused[2]).toContain("'no-such' for input 'environment' not in the list");
  expect(await sent()).toBeGreaterThanOrEqual(2);
});

test('an alert that began before the deploy, and one of an Alertmanager that is gone', async () => {
  await fire({
    labels: { ...LABELS, alertname: 'Old' },
    startsAt: new Date(Date.now() - 60_000).toISOString(),
  });
  await known('it is known', async () => (await assess()).outputs.decision === 'rollback');
  const old = await assess({ 'deployed-at': new Date(Date.now() - 5_000).toISOString() });
  expect(old.outputs).toMatchObject({ severity: 'high', decision: 'evaluate' });
  expect(old.log).toContain('Old fires, and did before the deploy already');
  await alertmanager.stop();
  const gone = await assess();
  expect(gone.outputs).toMatchObject({ decision: 'evaluate', result: 'inconclusive' });
  expect(gone.warnings[0]).toContain('cannot be reached: nothing listens there');
});
