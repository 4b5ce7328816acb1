/** What a report says first, of how many, and of what was lost. */
import { describe, expect, test } from '@jest/globals';
import type { RecordEvent } from '../../src/record/record.ts';
import { storyOf } from '../../src/record/story.ts';
import { runOf } from '../../src/report/history.ts';
import { incidentReport } from '../../src/report/incident.ts';
import { pageOf } from '../../src/report/page.ts';
import { parseObjectives } from '../../src/report/rto.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { action, event, workload } from '../record/events.ts';
import { reported } from './stories.ts';

const healthy = (seconds: number, name: string) =>
  event(seconds, { component: `deployment/${name}`, step: 'health check', status: 'done' });
/** Many services, of which those at the end failed. */
const fleet = (count: number, failed: number): RecordEvent[] => [
  ...action('rollback-service', [0, 90], failed > 0 ? 'failed' : 'done'),
  ...Array.from({ length: count }, (_, index) =>
    workload(
      `svc-${index}`,
      [1, 2, 5 + (index % 60)],
      index >= count - failed
        ? { status: 'failed', message: `pod svc-${index}-7d9f8b6c5d-x2x4z is in ImagePullBackOff` }
        : {},
    ),
  ).flat(),
];
const loss = (rows: number) => [
  ...action('rollback-db', [100, 160]),
  event(110, {
    component: 'database/shop',
    step: 'data loss',
    status: 'done',
    evidence: {
      'data-loss': { seconds: 1260, tables: [{ table: 'public.orders', lost: rows, changed: 0 }] },
    },
  }),
  event(150, { component: 'database/shop', step: 'switch', status: 'done' }),
  ...action('verify-integrity', [165, 170], 'done', {
    message: 'Intact: 5 tables.',
    evidence: { result: 'intact', outputs: { tables: 5 } },
  }),
];

describe('R13: what is asked at three in the morning comes first', () => {
  const order = ['Is it over?', 'What is still broken?', 'What was lost?', 'What to do now?'];
  const { report } = reported([...fleet(200, 6), ...loss(4450)]);

  test.each<[string, () => string | Promise<string>]>([
    ['summary', () => summaryOf(report)],
    ['page', () => pageOf(report)],
  ])('on the %s', async (_, render) => {
    const text = await render();
    const places = [...order, 'svc-199', 'Recovery time', 'Checklist'].map((each) => text.indexOf(each));
    const found = places.filter((place) => place >= 0);
    expect(places.slice(0, 5)).not.toContain(-1);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
  });

  test('the headline is a line', () => {
    expect(report.headline).toBe(
      'production: The rollback failed, 195 of 201 are back; 4,450 rows (up to 21 min of writes) lost',
    );
  });
});

test('what a repair brought back is in the headline, and what was lost is no row', async () => {
  const repaired = { back: 1500, set: 12, newer: 4 };
  const evidence = { 'data-loss': { seconds: null, tables: [], repaired } };
  const { report } = reported([
    ...fleet(1, 0),
    event(150, { component: 'database/shop', step: 'repair', status: 'done', evidence }),
    event(151, { component: 'database/shop', step: 'verify', status: 'done' }),
    healthy(160, 'svc-0'),
  ]);
  const told = '1,500 rows are back, 12 rows are set back, 4 newer rows are kept';
  expect(report.headline).toBe(`production: Rolled back and confirmed healthy; ${told}`);
  expect(report.answers.find(({ question }) => question === 'What was lost?')).toMatchObject({
    answer: `No row: ${told}.`,
    tone: 'good',
  });
  expect(summaryOf(report)).toContain(`no row is lost; ${told}`);
});

describe('R11: failures first, the rest folded', () => {
  test.each([
    [16, 2],
    [200, 6],
    [1000, 300],
  ])('of %i services %i failed', async (count, failed) => {
    const { report } = reported(fleet(count, failed));
    const [page, summary] = [await pageOf(report), summaryOf(report)];
    const folded = page.indexOf('As they should be');
    expect(folded).toBeGreaterThan(0);
    for (const index of [count - failed, count - 1]) {
      expect(page.indexOf(`svc-${index}<`)).toBeGreaterThan(0);
      expect(page.indexOf(`svc-${index}<`)).toBeLessThan(folded);
    }
    // All of them, whatever there is of them.
    for (let index = count - failed; index < count; index++) expect(page).toContain(`svc-${index}<`);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary.indexOf(`svc-${count - failed}`)).toBeLessThan(summary.indexOf('svc-0<'));
    // What they all failed by is said once.
    expect(page.match(/is in ImagePullBackOff/g)?.length).toBeLessThanOrEqual(3);
  });

  test('a picture of some says of how many', async () => {
    const { report } = reported(fleet(200, 6));
    expect(summaryOf(report)).toMatch(/Shown are the 30 that failed or took longest; 170 more/);
    expect(await pageOf(report)).toContain('184 more are in the table');
    expect(summaryOf(report)).toMatch(/✗ deployment\/svc-199 :crit/);
  });
});

describe('R9: what was lost is in the headline', () => {
  const { report } = reported([...fleet(2, 0), healthy(60, 'svc-0'), healthy(60, 'svc-1'), ...loss(4450)]);

  test('red, and no green tile or tick beside it', async () => {
    const page = await pageOf(report);
    expect(page).toMatch(/<h1>[^<]*4,450 rows/);
    expect(page).toMatch(/<dt>Data lost<\/dt><dd class="bad">4,450 rows/);
    expect(page).not.toMatch(/<dd class="good">intact/);
    expect(report.checklist.find(({ item }) => item === 'Data integrity verified')).toMatchObject({
      state: 'failed',
      evidence: expect.stringContaining('4,450 rows'),
    });
  });

  test.each<[string, (step: string) => boolean]>([
    ['nobody has counted', (step) => step !== 'data loss'],
    ['nobody could count', () => true],
  ])('where %s, nothing is green', async (_, isThere) => {
    const unknown = loss(0).map((each) =>
      each.step === 'data loss'
        ? { ...each, evidence: { 'data-loss': { seconds: 1260, tables: null } } }
        : each,
    );
    const { report: open } = reported(unknown.filter(({ step }) => isThere(step)));
    expect(await pageOf(open)).not.toMatch(/<dd class="good">|No row|no row is lost/);
    expect(open.checklist.find(({ item }) => item === 'Data integrity verified')?.state).not.toBe('done');
    expect(open.answers.find(({ question }) => question === 'What was lost?')?.tone).not.toBe('good');
  });

  test('a database that went back and failed afterwards is one that went back', () => {
    const failed = loss(0)
      .filter(({ step }) => step !== 'data loss')
      .concat(event(155, { component: 'database/shop', step: 'resume traffic', status: 'failed' }));
    expect(
      reported(failed).report.answers.find(({ question }) => question === 'What was lost?'),
    ).toMatchObject({
      answer: 'Unknown: the loss was not counted for database/shop.',
    });
  });

  test('what was found out and did not happen is no loss', () => {
    const refused = loss(4450).filter(({ step }) => step !== 'switch');
    expect(reported(refused).report.lost).toBeUndefined();
  });
});

test('R8: a message for customers that went to a channel of the team is none', () => {
  const sent = (sink: string) => [
    ...fleet(1, 0),
    event(95, { component: 'notify', step: sink, status: 'done', evidence: { event: 'customer' } }),
  ];
  const state = (sink: string) =>
    reported(sent(sink)).report.checklist.find(({ item }) => item.startsWith('Customer'))?.state;
  expect([state('slack'), state('email')]).toEqual(['human', 'done']);
});

test('R5: of a message that may have come it is not said that it failed', async () => {
  const unknown = event(95, {
    component: 'notify',
    step: 'email',
    status: 'failed',
    evidence: { event: 'completed', status: 'unknown' },
  });
  const { report } = reported([...fleet(1, 0), unknown]);
  expect(summaryOf(report)).toMatch(/❔ not known \|[^|]*\| completed \| email/);
  expect(await pageOf(report)).toContain('not known');
});

test('R10: who and which commit are those of the rollback, not of the report', () => {
  const [start] = action('report', [200]);
  const other = { ...start, evidence: { actor: 'reporter', sha: 'beef' } } as RecordEvent;
  expect(reported([...fleet(1, 0), other]).report).toMatchObject({ actor: 'octocat', sha: 'c0ffee' });
});

describe('R15: history and objectives know namesakes apart', () => {
  const inside = (namespace: string, end: number) =>
    workload('web', [1, 2, end]).map((each) => ({
      ...each,
      where: { cluster: 'k8s.example:6443', namespace },
    }));
  const events = [...action('rollback-service', [0, 60]), ...inside('blue', 10), ...inside('green', 50)];

  test('each has its own line in the history', () => {
    expect(runOf(storyOf(events))?.components).toEqual({
      'k8s.example:6443/blue/deployment/web': 10,
      'k8s.example:6443/green/deployment/web': 50,
    });
  });

  test('an objective is for one of them, or for all of that name', () => {
    const objectives = parseObjectives(
      'blue/deployment/web=15s, green/deployment/web=15s, deployment/web=15s',
    );
    const { report } = reported(events, { objectives });
    expect(report.rto.map(({ actual, state }) => [actual, state])).toEqual([
      [10, 'met'],
      [50, 'missed'],
      [50, 'missed'],
    ]);
    expect(summaryOf(report)).toContain('deployment/web (blue)');
  });
});

describe('R14: the draft of an incident report', () => {
  const { report, story } = reported([
    ...action('assess', [0, 1], 'done', {
      message: 'Roll back: 45% of requests fail.',
      evidence: {
        result: 'judged',
        outputs: { severity: 'critical', evidence: [{ signal: 'error-rate', value: 0.45 }] },
      },
    }),
    ...fleet(16, 0).map((each) => ({ ...each, at: new Date(Date.parse(each.at) + 2000).toISOString() })),
  ]);
  const draft = incidentReport(report, story);

  test('pastes into a wiki: no entities, no tags, no log of a machine', () => {
    expect(draft).not.toMatch(/&#\d+;|<code>|action started/);
    for (const chapter of [
      'Summary',
      'Impact',
      'Timeline',
      'What changed',
      'Root cause',
      'Action items',
      'Links',
    ])
      expect(draft).toContain(`## ${chapter}`);
  });

  test('has days with its times, and few lines', () => {
    const [, timeline = ''] = /## Timeline\n\n([\s\S]*?)\n\n##/.exec(draft) ?? [];
    const lines = timeline.split('\n');
    expect(lines.length).toBeLessThan(10);
    for (const line of lines) expect(line).toMatch(/^- \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: /);
    expect(draft).toMatch(/\| Detected \| 2026-11-22 03:00:01 UTC \|/);
    expect(draft).toMatch(/\| Resolved \| \*\*Open\*\*: not confirmed/);
  });

  test('nothing is mitigated that is not confirmed to have helped', () => {
    const unwell = reported(fleet(2, 0));
    const draft = incidentReport(unwell.report, unwell.story);
    expect(draft).toMatch(/\| Mitigated \| \*\*Open\*\*: it went back at 2026-11-22 03:01:30 UTC/);
  });

  test('a judgement beside the rollback has not found it out', () => {
    const beside = reported([...action('rollback', [0, 90]), ...fleet(3, 0), ...action('assess', [5, 6])]);
    expect(incidentReport(beside.report, beside.story)).toMatch(
      /\| Detected \| \*\*Open\*\*: before 2026-11-22 03:00:00 UTC \|/,
    );
  });

  test('reads as a person would write it: one thing a sentence, one line a version, things to do', () => {
    expect(draft).toMatch(/octocat began to roll production back: release 2\.0\.0 does not start\. 16 of 16/);
    const [, changed = ''] = /## What changed\n\n([\s\S]*?)\n\n##/.exec(draft) ?? [];
    expect(changed).toMatch(/^- `deployment\/.*`, .* and 6 more went back from `2\.0\.0` to `1\.4\.0`$/m);
    const [, items = ''] = /## Action items\n\n([\s\S]*?)\n\n##/.exec(draft) ?? [];
    expect(items).toMatch(/^\| Look at the error rates \| on-call engineer \|/m);
    expect(items).not.toMatch(/normal|sent\b|scheduled|cleared/);
    expect(items.match(/root cause/g)).toHaveLength(1);
  });

  test('what is lost and what is not back has somebody who does something about it', () => {
    const bad = reported([
      ...action('rollback', [0, 90], 'failed'),
      ...fleet(16, 12),
      event(20, {
        component: 'database/shop',
        step: 'data loss',
        status: 'done',
        evidence: { 'data-loss': { seconds: 60, tables: [{ table: 'public.orders', lost: 7, changed: 0 }] } },
      }),
      event(30, { component: 'database/shop', step: 'switch', status: 'done', to: 's3://backups/shop.dump' }),
    ]);
    const told = incidentReport(bad.report, bad.story);
    expect(told).toMatch(/^\| Bring back `deployment\/.*` and 2 more \| on-call engineer \|/m);
    expect(told).toMatch(/^\| Decide what becomes of what was lost \(7 rows.*\| database owner \|/m);
    expect(told).toContain('- `database/shop` went back to `s3://backups/shop.dump`');
    expect(told).toContain('Data was lost: 7 rows');
  });
});
