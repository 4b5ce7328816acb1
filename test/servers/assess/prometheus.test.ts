/** The bundle asks a real Prometheus about services that it has known for an hour. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runAction, type StepResult } from '../../support/action.ts';
import { EVERY_CASE } from '../../support/every-case.ts';
import { type Server, startPrometheus } from '../../support/prometheus/server.ts';
import { historyOf, type Story } from './history.ts';

const now = Math.floor(Date.now() / 1000);
const deployedAt = now - 600;
const ENDED = 480;
/** How far Prometheus looks back for a sample of now. Seconds. */
const LOOKBACK = 300;
const after = (errors: number) => (time: number) => (time > 0 ? errors : 0.001);

const STORIES: Record<string, Story> = {
  healthy: { errors: () => 0.001 },
  spotless: {},
  'errors-12': { errors: after(0.12) },
  'errors-45': { errors: after(0.45) },
  down: { errors: after(1) },
  'bad-before': { errors: () => 0.45 },
  slow: { errors: () => 0.001, latency: (time) => (time > 0 ? 0.3 : 0.08) },
  silent: { errors: () => 0.001, until: 0 },
  idle: { errors: () => 0.001, requests: (time) => (time > 0 ? 0 : 100) },
  quiet: { errors: after(0.5), requests: () => 0.05 },
  reset: { errors: after(0.45), resetAt: 420 },
  'reset-healthy': { errors: () => 0.001, resetAt: 420 },
  recovering: { errors: (time) => (time > 0 && time < 200 ? 0.45 : 0.001) },
  flapping: { errors: (time) => (time > 0 && Math.floor(time / 30) % 2 === 0 ? 0.45 : 0.001) },
  'other-label': { errors: after(0.45), label: 'code' },
  dead: { errors: () => 0.001, until: 0 },
  // Samples that ended two minutes before anybody looks.
  ended: { errors: () => 0.001, until: ENDED },
  collapsed: { errors: () => 0.001, requests: (time) => (time > 0 ? 1 : 200) },
  halved: { errors: () => 0.001, requests: (time) => (time > 0 ? 100 : 200) },
  // Of 16 instances three are still scraped, or so many as a rollout leaves, or one more than there were.
  'part-of-the-fleet': { errors: () => 0.001, instances: (time) => (time > 60 ? 3 : 16) },
  'part-that-fails': { errors: after(0.45), instances: (time) => (time > 60 ? 3 : 16) },
  'rolling-fleet': { errors: () => 0.001, instances: (time) => (time > 60 ? 12 : 16) },
  'growing-fleet': { errors: () => 0.001, instances: (time) => (time > 60 ? 16 : 4) },
  // A fifth of the requests takes a little longer than the bound of a bucket.
  'over-a-bound': { errors: () => 0.001, latency: (time, part) => (time > 0 && part < 0.2 ? 0.201 : 0.199) },
  'top-bucket': { errors: () => 0.001, latency: (time) => (time > 0 ? 9 : 2) },
  'top-only-now': { errors: () => 0.001, latency: (time) => (time > 0 ? 9 : 0.08) },
};

let prometheus: Server;
beforeAll(async () => {
  const dead = { 'dead-target': { requests: () => 0, up: 0 } };
  prometheus = await startPrometheus('', historyOf({ ...STORIES, ...dead }, deployedAt, now));
});
afterAll(() => prometheus?.stop());

const assess = (job: string, more: Record<string, string> = {}): Promise<StepResult> =>
  runAction('assess', {
    with: {
      'prometheus-url': prometheus.url,
      'prometheus-labels': `job="${job}"`,
      'deployed-at': new Date(deployedAt * 1000).toISOString(),
      ...more,
    },
  });

const EXPECTED: [job: string, severity: string, decision: string, result?: string][] = [
  ['healthy', 'none', 'none'],
  ['spotless', 'none', 'none'],
  ['errors-12', 'medium', 'evaluate'],
  ['errors-45', 'high', 'quick-fix-then-rollback'],
  ['down', 'critical', 'rollback'],
  ['bad-before', 'high', 'evaluate'],
  ['slow', 'high', 'quick-fix-then-rollback'],
  ['silent', 'none', 'evaluate', 'inconclusive'],
  ['idle', 'medium', 'evaluate', 'inconclusive'],
  ['quiet', 'none', 'evaluate', 'inconclusive'],
  ['reset', 'high', 'quick-fix-then-rollback'],
  ['reset-healthy', 'none', 'none'],
  ['recovering', 'none', 'none'],
  ['ended', 'none', 'evaluate', 'inconclusive'],
  ['collapsed', 'medium', 'evaluate'],
  ['halved', 'none', 'none'],
  ['part-of-the-fleet', 'none', 'evaluate', 'inconclusive'],
  ['part-that-fails', 'none', 'evaluate', 'inconclusive'],
  ['rolling-fleet', 'none', 'none'],
  ['growing-fleet', 'none', 'none'],
  ['over-a-bound', 'none', 'none'],
  ['top-bucket', 'none', 'evaluate', 'inconclusive'],
  ['top-only-now', 'high', 'quick-fix-then-rollback'],
  ['flapping', 'medium', 'evaluate'],
  ['other-label', 'none', 'evaluate', 'inconclusive'],
  ['no-such-service', 'none', 'evaluate', 'inconclusive'],
];

/** What `npm test` tries: each decision once, and what is different in a real server's answers. */
const SOME = [
  ...['healthy', 'errors-12', 'errors-45', 'down', 'silent', 'reset', 'ended', 'part-of-the-fleet'],
  ...['over-a-bound', 'top-bucket', 'no-such-service'],
];
const TRIED = EXPECTED.filter(([job]) => EVERY_CASE || SOME.includes(job));

test.each(TRIED)('%s: %s, %s', async (job, severity, decision, result = 'judged') => {
  const step = await assess(job);
  expect(step.errors).toEqual([]);
  expect(step.exitCode).toBe(0);
  expect(step.outputs).toMatchObject({ severity, decision, result });
  expect(step.summary).toMatch(/^## [^|]+\.\n/);
  expect(step.record.at(-1)).toMatchObject({
    component: 'assess',
    status: 'done',
    message: step.outputs.message,
    evidence: { result, outputs: { severity, decision } },
  });
});

test.each([
  [
    'a range',
    'sum(rate(http_requests_total{job="JOB",status="503"}[$window])) / sum(rate(http_requests_total{job="JOB"}[$window]))',
  ],
  [
    'the last of a long range',
    'sum(last_over_time(http_requests_total{job="JOB",status="503"}[1h])) / sum(last_over_time(http_requests_total{job="JOB"}[1h]))',
  ],
  [
    'a subquery',
    'sum(max_over_time(rate(http_requests_total{job="JOB",status="503"}[2m])[30m:])) / sum(max_over_time(rate(http_requests_total{job="JOB"}[2m])[30m:]))',
  ],
])('old samples say nothing of now: %s', async (_, query) => {
  const more = (job: string) => ({
    'error-rate-query': query.replaceAll('JOB', job),
    'requests-query': `sum(increase(http_requests_total{job="${job}"}[$window]))`,
    'latency-query': 'none',
  });
  expect((await assess('healthy', more('healthy'))).outputs).toMatchObject({
    decision: 'none',
    result: 'judged',
  });
  const age = () => Date.now() / 1000 - (deployedAt + ENDED);
  const least = age();
  const { outputs, warnings } = await assess('ended', more('ended'));
  expect(outputs).toMatchObject({ decision: 'evaluate', result: 'inconclusive' });
  // A server knows of no sample of now that is five minutes old, which it is where the machine is busy.
  if (
    /error-rate.*: there is no sample of http_requests_total\{job="ended".*\} any more/.test(
      warnings[0] ?? '',
    )
  ) {
    expect(age()).toBeGreaterThan(LOOKBACK);
    return;
  }
  const told = /error-rate.*: the newest sample of http_requests_total\{job="ended".*\} is (\d+) s old/;
  const seconds = Number(told.exec(warnings[0] ?? '')?.[1]);
  expect(seconds).toBeGreaterThanOrEqual(Math.floor(least));
  expect(seconds).toBeLessThanOrEqual(Math.ceil(age()));
});

test('A3: an outage query that compares without bool is refused before anything is asked', async () => {
  const step = await assess('dead-target', { 'outage-query': 'up{job="dead-target"} == 0' });
  expect(step.errors[0]).toMatch(/^Input `outage-query` compares without `bool`/);
  const counted = '(count(up{job="dead-target"} == 0) or vector(0)) > bool 0';
  expect((await assess('dead-target', { 'outage-query': counted })).outputs.decision).toBe('rollback');
});

test.each([
  [
    'A4: errors a second',
    'sum(rate(http_requests_total{job="errors-45",status=~"5.."}[$window]))',
    /gives 4[45](\.\d+)?, which is not a share/,
  ],
  [
    'A4: less than nothing',
    'sum(rate(http_requests_total{job="errors-45"}[$window])) * -0.004',
    /gives -0\.4\d*, which is not a share/,
  ],
])('%s', async (_, query, said) => {
  const step = await assess('errors-45', {
    'error-rate-query': query,
    'requests-query': 'vector(1000)',
    'latency-query': 'none',
  });
  expect(step.outputs).toMatchObject({ severity: 'none', decision: 'evaluate', result: 'inconclusive' });
  expect(step.warnings[0]).toMatch(said);
});

test('A11: of how many requests they fail has to be known for more than a person', async () => {
  const query =
    'sum(rate(http_requests_total{job="down",status="503"}[$window])) / sum(rate(http_requests_total{job="down"}[$window]))';
  const step = await assess('down', { 'error-rate-query': query, 'latency-query': 'none' });
  expect(step.outputs).toMatchObject({ severity: 'medium', decision: 'evaluate', result: 'judged' });
  expect(step.outputs.message).toContain('of an unknown number: `requests-query` is not given');
  const requests = 'sum(increase(http_requests_total{job="down"}[$window]))';
  const known = await assess('down', {
    'error-rate-query': query,
    'requests-query': requests,
    'latency-query': 'none',
  });
  expect(known.outputs.decision).toBe('rollback');
});

test('the evidence has query, value, threshold, samples and what was before', async () => {
  const { outputs } = await assess('errors-45');
  const [row] = JSON.parse(outputs.evidence ?? '') as Record<string, unknown>[];
  expect(row).toMatchObject({
    signal: 'error-rate',
    severity: 'high',
    value: expect.closeTo(0.45, 2),
    threshold: 'low 1 %, medium 10 %, high 30 %, critical 95 %',
    baseline: expect.closeTo(0.001, 3),
    query: expect.stringContaining('http_requests_total{job="errors-45"'),
    'by-deploy': true,
  });
  // 100 a second for five minutes, less what a slow test has let pass.
  expect(row?.samples).toBeGreaterThan(15_000);
  expect(row?.samples).toBeLessThan(31_000);
  expect(new Date(outputs['decide-by'] ?? '').getTime() / 1000 - now).toBeGreaterThan(14 * 60);
});

test('the evidence file gives the same answer again, without Prometheus', async () => {
  const first = await assess('errors-45');
  const replay = await runAction('assess', { with: { signals: first.outputs['evidence-file'] ?? '' } });
  const answer = ({ severity, decision, result, evidence, ...more }: StepResult['outputs']) => ({
    ...{ severity, decision, result, evidence },
    by: more['decide-by'],
  });
  expect(answer(replay.outputs)).toEqual(answer(first.outputs));
  const content = readFileSync(first.outputs['evidence-file'] ?? '', 'utf8');
  const inline = await runAction('assess', { with: { signals: content } });
  expect(answer(inline.outputs)).toEqual(answer(first.outputs));
});

test('a dead target is an outage for a query that says so, and nothing known without one', async () => {
  expect((await assess('dead-target')).outputs.result).toBe('inconclusive');
  const step = await assess('dead-target', { 'outage-query': 'max(up{job="dead-target"}) == bool 0' });
  expect(step.outputs).toMatchObject({ severity: 'critical', decision: 'rollback', result: 'judged' });
});

test('an alert of Prometheus itself counts once it fires', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  const rule = (name: string, wait: string) => ({
    alert: name,
    expr: 'vector(1)',
    for: wait,
    labels: { action: 'rollback', severity: 'critical' },
  });
  const rules = {
    groups: [{ name: 'test', interval: '100ms', rules: [rule('Now', '0s'), rule('Later', '1h')] }],
  };
  writeFileSync(join(folder, 'rules.yml'), JSON.stringify(rules));
  const server = await startPrometheus(`rule_files: ['${folder}/rules.yml']\n`);
  try {
    const queries = { 'error-rate-query': 'none', 'latency-query': 'none' };
    const look = () => runAction('assess', { with: { 'prometheus-url': server.url, ...queries } });
    let step = await look();
    while (step.outputs.decision !== 'rollback') step = await look();
    expect(step.outputs.message).toBe('Roll back: Now fires (critical).');
  } finally {
    await server.stop();
  }
});

test('queries of the user’s own: several series, a wrong one, none', async () => {
  const series = await assess('healthy', { 'error-rate-query': 'rate(http_requests_total[$window])' });
  expect(series.warnings[0]).toMatch(/error-rate: the query gives \d+ series; sum or max makes one of them/);
  const wrong = await assess('healthy', { 'error-rate-query': 'sum(' });
  expect(wrong.warnings[0]).toMatch(/error-rate: 127\.0\.0\.1:\d+ says 400: .*parse error/);
  const few = await assess('slow', { 'latency-query': 'none' });
  expect(few.outputs).toMatchObject({ severity: 'none', result: 'judged' });
});

test('thresholds come from the configuration, and an input wins over it', async () => {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  mkdirSync(join(temp, '.github'));
  const configuration = {
    'prometheus-url': prometheus.url,
    'prometheus-labels': 'job="errors-12"',
    'deployed-at': deployedAt,
    'error-rate': ['medium=5%', 'high=11%'],
  };
  writeFileSync(
    join(temp, '.github/rollback.yml'),
    JSON.stringify({ environments: { production: { assess: configuration } } }),
  );
  const step = await runAction('assess', { temp, with: {} });
  expect(step.outputs).toMatchObject({ severity: 'high', decision: 'quick-fix-then-rollback' });
  const other = await runAction('assess', { temp, with: { 'error-rate': 'high=50%' } });
  expect(other.outputs.severity).toBe('medium');
});

test('thresholds that contradict each other are refused', async () => {
  const wrong = await assess('errors-12', { 'error-rate': 'high=5%' });
  expect(wrong.errors[0]).toBe(
    'Input `error-rate` has a worse level at a lower value: low 1 %, medium 10 %, high 5 %, critical 95 %; they must grow from low to critical.',
  );
});
