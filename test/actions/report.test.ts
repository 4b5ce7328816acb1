/** The bundle, started as the runner starts it, on records as other actions leave them. */
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import type { RecordEvent } from '../../src/record/record.ts';
import { complete, hostile, sparse } from '../report/stories.ts';
import { runAction } from '../support/action.ts';
import { json, type Reply, ScriptedServer } from '../systems/scripted-server.ts';

const TOKEN = 'ghs_token-that-nobody-may-see';

let server: ScriptedServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

function folderWith(events: readonly RecordEvent[]): string {
  const temp = mkdtempSync(join(tmpdir(), 'report-'));
  const lines = events.map((event) => `${JSON.stringify(event)}\n`);
  writeFileSync(join(temp, 'rollback-record.jsonl'), lines.join(''));
  return temp;
}

async function report(
  events: readonly RecordEvent[],
  inputs: Record<string, string> = {},
  options: { temp?: string; replies?: Reply[] } = {},
) {
  if (options.replies) server = await ScriptedServer.start(...options.replies);
  const env = { GITHUB_REPOSITORY: 'shop/shop', GITHUB_API_URL: server?.url ?? 'http://127.0.0.1:9' };
  const temp = options.temp ?? folderWith(events);
  return runAction('report', { with: { 'github-token': TOKEN, ...inputs }, env, temp, run: '99' });
}

test('a record becomes a summary, a report, a page, an incident report and outputs', async () => {
  const step = await report(complete, {
    rto: 'deployment/api-gateway=5m, all=1m',
    checklist: 'Call the bank (CFO)',
  });
  expect(step.errors).toEqual([]);
  expect(step.exitCode).toBe(0);
  expect(step.outputs).toMatchObject({ result: 'done', 'issue-number': '' });
  expect(step.log).toContain(
    'Reported: Rolled production back in 2 min 5 s: 5 of 5 components are back; 15 rows (up to 9 min 58 s of writes) lost.',
  );
  expect(step.summary).toMatch(/^## ✅ production: Rolled back and confirmed healthy; 15 rows/);
  expect(JSON.parse(step.outputs.rto ?? '')).toMatchObject([
    { component: 'deployment/api-gateway', target: 300, actual: 36, state: 'met' },
    { component: 'all', target: 60, actual: 125, state: 'missed' },
  ]);
  expect(JSON.parse(step.outputs.checklist ?? '').at(-1)).toEqual({
    item: 'Call the bank',
    state: 'human',
    owner: 'CFO',
  });
  const file = (name: string) => readFileSync(step.outputs[name] ?? '', 'utf8');
  expect(`${file('summary')}\n`).toContain(step.summary.trim());
  expect(JSON.parse(file('report'))).toMatchObject({ version: 1, id: '7-1', outcome: 'done' });
  expect(file('html')).toMatch(/<title>production: Rolled back and confirmed healthy; 15 rows/);
  expect(file('incident')).toMatch(/^# Incident: Rollback of production, 2026-11-22/);
});

test.each([
  ['sparse', sparse, 'Rolled back in 2.5 s'],
  ['hostile', hostile, 'The rollback of'],
])('a %s record is reported too', async (_, events, sentence) => {
  const step = await report(events, { rto: 'all=1m' });
  expect(step.exitCode).toBe(0);
  expect(step.summary).toContain(sentence);
});

test('lines that cannot be read are named, and the rest is told', async () => {
  const temp = folderWith(complete);
  appendFileSync(join(temp, 'rollback-record.jsonl'), '{"id":\n');
  writeFileSync(join(temp, 'copy.jsonl'), readFileSync(join(temp, 'rollback-record.jsonl')));
  writeFileSync(join(temp, 'rollback-record.jsonl'), '');
  const step = await report([], { record: join(temp, 'copy.jsonl') }, { temp });
  expect(step.warnings).toEqual([expect.stringMatching(/could not be read: 33\.$/)]);
  expect(step.summary).toContain('Not all of the record could be read: line 33.');
});

test('a record without a rollback is one sentence', async () => {
  const step = await report([]);
  expect(step.exitCode).toBe(1);
  expect(step.errors).toEqual([
    expect.stringMatching(/has nothing of a rollback; run this in the job that rolled back/),
  ]);
});

test('the history has a line a rollback, and is what the next one is held against', async () => {
  const temp = folderWith(complete);
  const first = await report([], { history: 'kept/history.jsonl', rto: 'all=5m' }, { temp });
  expect(JSON.parse(first.outputs.rto ?? '')).toEqual([
    { component: 'all', pattern: 'all', target: 300, actual: 125, runs: 0, state: 'met' },
  ]);
  const second = complete.map((event) => ({ ...event, id: '8-1' }));
  const lines = second.map((event) => `${JSON.stringify(event)}\n`).join('');
  writeFileSync(join(temp, 'rollback-record.jsonl'), lines);
  const again = await report([], { history: 'kept/history.jsonl', rto: 'all=5m' }, { temp });
  expect(JSON.parse(again.outputs.rto ?? '')).toMatchObject([{ last: 125, p95: 125, runs: 1 }]);
  const kept = readFileSync(join(temp, 'kept/history.jsonl'), 'utf8').trim().split('\n');
  expect(kept.map((line) => JSON.parse(line).id)).toEqual(['7', '8-1']);
});

test('a dry run writes the report, and touches neither issue nor history', async () => {
  const temp = folderWith(complete);
  const inputs = { 'dry-run': 'true', issue: 'create', history: 'history.jsonl' };
  const step = await report([], inputs, { temp, replies: [] });
  expect(step.exitCode).toBe(0);
  expect(server?.requests).toEqual([]);
  expect(() => readFileSync(join(temp, 'history.jsonl'))).toThrow('ENOENT');
});

test('an issue is opened with the token, which is told nowhere', async () => {
  const issue = { number: 12, html_url: 'https://github.example/shop/shop/issues/12' };
  const step = await report(
    complete,
    { issue: 'update', labels: 'incident' },
    { replies: [json([]), json(issue, 201)] },
  );
  expect(step.exitCode).toBe(0);
  expect(step.outputs['issue-number']).toBe('12');
  expect(server?.requests[1]).toMatchObject({
    headers: { authorization: `token ${TOKEN}` },
    body: { labels: ['incident'] },
  });
  expect(step.record.findLast(({ step: name }) => name === 'issue')).toMatchObject({
    component: 'report',
    status: 'done',
    evidence: { number: 12, did: 'created' },
  });
  const { log, ...rest } = step;
  expect(JSON.stringify(rest)).not.toContain(TOKEN);
  expect(log.replace(`::add-mask::${TOKEN}\n`, '')).not.toContain(TOKEN);
});

test('without its issue the report is there all the same, and the step fails with the reason', async () => {
  const refuse = json({ message: 'Resource not accessible by integration' }, 403);
  const step = await report(complete, { issue: 'create' }, { replies: [refuse] });
  expect(step.exitCode).toBe(1);
  expect(step.outputs).toMatchObject({ result: 'failed', html: expect.stringContaining('report.html') });
  expect(step.errors).toEqual([
    'The report is written, but: GitHub did not list the issues of shop/shop (403: Resource not accessible by integration); give the job `permissions: {issues: write}`, or a `github-token` that may do it.',
  ]);
  expect(step.summary).toMatch(/^## ✅ production: Rolled back and confirmed healthy; 15 rows/);
});

test.each([
  ['an objective', { rto: 'api' }, 'Input `rto` has the line "api"; accepted are'],
  ['how an issue is meant', { issue: 'yes' }, 'Input `issue` is "yes"; accepted are none, create, update.'],
  [
    'no token',
    { issue: 'create', 'github-token': '' },
    'Input `github-token` is empty, and an issue needs one.',
  ],
])('%s: one sentence, before anything is written', async (_, inputs, sentence) => {
  const step = await report(complete, inputs);
  expect(step.exitCode).toBe(1);
  expect(step.errors).toEqual([expect.stringContaining(sentence)]);
  expect(step.outputs.html).toBeUndefined();
});
