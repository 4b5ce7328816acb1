import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { reportJsonSchema } from '../../scripts/schema.ts';
import { incidentReport } from '../../src/report/incident.ts';
import { bodyOf, titleOf } from '../../src/report/issue.ts';
import { pageOf } from '../../src/report/page.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { action, event, workload } from '../record/events.ts';
import { complete, full, history, hostile, many, NASTY, objectives, reported, sparse } from './stories.ts';

const stories = {
  complete: full(),
  sparse: reported(sparse),
  hostile: reported(hostile, {
    objectives: [...objectives, { component: NASTY, pattern: '*', seconds: 60 }],
    checklist: ['<b>bold</b> @everyone (<i>owner</i>)'],
  }),
};
const each = Object.entries(stories);

describe('the JSON report', () => {
  test.each(each)('is what its schema says: %s', (_, { report }) => {
    expect(v.parse(v.strictObject(reportSchema.pipe[0].entries), report)).toEqual(report);
  });

  test('the published schema is that of the code: else run `node scripts/schema.ts` and `npm run fix`', () => {
    const path = join(import.meta.dirname, '../../docs/schema/report.schema.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(reportJsonSchema());
  });

  test('has nothing that the record does not hold', () => {
    const { report } = stories.sparse;
    for (const key of ['environment', 'reason', 'actor', 'run', 'integrity', 'assessment'])
      expect(Object.hasOwn(report, key)).toBe(false);
  });
});

describe('one sentence says how it stands', () => {
  const sentence = (...events: ReturnType<typeof action>[]) => reported(events.flat()).report.sentence;
  const service = action('rollback-service', [0, 65]);
  test.each([
    [
      [service, workload('api', [1, 2, 9])],
      'Rolled production back in 1 min 5 s: 1 of 1 components are back; not confirmed healthy: the metrics have not been checked since, 1 of 1 services passed no health check.',
    ],
    [
      [service],
      'Rolled production back in 1 min 5 s; not confirmed healthy: the metrics have not been checked since.',
    ],
    [
      [
        service,
        workload('api', [1, 2, 9]),
        [event(9, { component: 'deployment/api', step: 'health check', status: 'done' })],
      ],
      'Rolled production back in 1 min 5 s: 1 of 1 components are back.',
    ],
    [[action('rollback-service', [0, 1], 'no-op')], 'The rollback of production had nothing to do.'],
    [
      [action('rollback-service', [0, 1], 'planned'), workload('api', [0])],
      'The rollback of production is planned for 1 components; nothing was changed.',
    ],
    [
      [action('rollback-service', [0]), workload('api', [1, 2])],
      'The rollback of production has not ended: 0 of 1 components are back.',
    ],
    [
      [
        action('rollback-service', [0, 9], 'failed'),
        workload('api', [1, 2, 9], { status: 'failed', message: 'it cannot start.' }),
      ],
      'The rollback of production failed: 0 of 1 components are back; it cannot start.',
    ],
    [
      [action('rollback-db', [0, 9], 'failed', { message: 'The backup is gone.' })],
      'The rollback of production failed; The backup is gone.',
    ],
    [
      [sparse],
      'Rolled back in 2.5 s: 1 of 1 components are back; not confirmed healthy: the metrics have not been checked since, 1 of 1 services passed no health check.',
    ],
  ])('%#: %j', (events, expected) => {
    expect(sentence(...(events as ReturnType<typeof action>[]))).toBe(expected);
  });
});

describe('the summary', () => {
  test.each(each)('%s', (_, { report }) => {
    expect(summaryOf(report)).toMatchSnapshot();
  });

  test('is under the 1 MiB of GitHub and the 50,000 characters of a diagram, however much there is', () => {
    const many = Array.from({ length: 3000 }, (_, index) => workload(`workload-${index}`, [0, 1, 2 + index]));
    const text = summaryOf(reported(many.flat()).report);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toContain('… and 2700 more, in the JSON report.');
    const diagrams = [...text.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(
      ([, diagram = '']) => diagram.length,
    );
    expect(diagrams.length).toBeGreaterThan(0);
    expect(Math.max(...diagrams)).toBeLessThan(50_000);
  });
});

describe('the draft of an incident report', () => {
  test.each(each)('%s', (_, { report, story }) => {
    expect(incidentReport(report, story)).toMatchSnapshot();
  });
});

describe('the issue', () => {
  test.each(each)('%s', (_, { report }) => {
    expect(`${titleOf(report)}\n\n${bodyOf(report)}`).toMatchSnapshot();
  });
});

/** All Markdown that text of others reaches. */
const markdowns = ({ report, story }: (typeof stories)['hostile']) => [
  summaryOf(report),
  incidentReport(report, story),
  bodyOf(report),
];

describe('text of others stays text in Markdown', () => {
  const texts = markdowns(stories.hostile);
  const own = /<\/?details>|<\/?summary>/g;

  test('no markup, no mention, no reference, no link, no line of its own', () => {
    for (const text of texts) {
      const withoutComments = text.replace(/<!-- (rollback-actions:|item) [^\n]*? -->/g, '').replace(own, '');
      expect(withoutComments).not.toMatch(/<(?!code>|\/code>|!-- -->)/);
      expect(text).not.toMatch(/@\w|&#64;\w/);
      expect(text).not.toMatch(/(?<!&)#\d/);
      expect(text).not.toMatch(/https?:\/\/|www\.|\]\(/);
      expect(text).not.toMatch(/^#+ fake/m);
      expect(text).not.toMatch(/[\u202a-\u202e\r]/);
      expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    }
  });

  test('tables keep their columns', () => {
    for (const text of texts) {
      const tables = text.split('\n\n').filter((block) => /^\| .*\n\| ---/.test(block));
      for (const block of tables) {
        const columns = block
          .trim()
          .split('\n')
          .map((row) => row.split(/(?<!\\)\|/).length);
        expect(new Set(columns).size).toBe(1);
      }
      expect(text.includes('# Incident') || text.includes('<code>')).toBe(true);
    }
  });

  test('a run that is not a web address is not a link', () => {
    expect(texts.join()).not.toContain('(javascript:');
  });
});

describe('diagrams', () => {
  test('a bar is a sign, a name of harmless signs, and two instants', () => {
    const { report } = stories.hostile;
    const [, diagram = ''] = /```mermaid\n(gantt[\s\S]*?)```/.exec(summaryOf(report)) ?? [];
    const bars = diagram.split('\n').slice(4, -1);
    expect(bars).toHaveLength(7);
    for (const bar of bars)
      expect(bar).toMatch(/^ {2}[✗✓…–] [\p{L}\p{N}/._ -]{1,60} :(crit, |active, |done, )?\d+, \d+$/u);
  });

  test('the trend has its objective as a line, where there is one', () => {
    const { report } = reported(complete, { history, objectives });
    const chart = (told: typeof report) => /```mermaid\n(xychart[\s\S]*?)```/.exec(summaryOf(told))?.[1];
    expect(chart(report)).toContain(
      '0 --> 1260\n  bar [61.0, 320.0, 75.0, 58.0, 240.0, 66.0, 90.0, 125.0]\n',
    );
    expect(chart(report)).toContain('  line [1200, 1200, 1200, 1200, 1200, 1200, 1200, 1200]\n');
    expect(chart({ ...report, rto: [] })).not.toContain('line [');
  });

  test('there is none without times', () => {
    const { report } = reported([
      event(0, { component: 'deployment/a', step: 'roll back', status: 'planned' }),
    ]);
    expect(summaryOf(report)).not.toContain('```mermaid');
  });
});

describe('the page', () => {
  test.each(each)(
    'has no script, no style but its own and nothing from elsewhere: %s',
    async (_, { report }) => {
      const page = await pageOf(report);
      expect(page).toMatch(/^<!doctype html>/);
      expect(page).not.toMatch(/<script|<img|<iframe|<object|\son\w+=|\sstyle=|javascript:/i);
      expect(page.match(/<style>/g)).toHaveLength(1);
      expect(page).not.toMatch(/(src|href)="(?!https:\/\/github\.example\/|data:,)/);
      expect(page).not.toMatch(/undefined|\[object|NaN|null/);
      expect(page).toMatch(/default-src 'none'; style-src 'sha256-[\w+/=]{44}'/);
    },
  );

  test('shows what there is', async () => {
    const page = await pageOf(stories.complete.report);
    for (const text of [
      'Timeline',
      'As they should be',
      'Is it over?',
      'What was lost?',
      'Recovery time',
      'run by run',
      'Notifications',
      'Checklist',
    ])
      expect(page).toContain(text);
    expect(page).toContain('RTO 20 min');
  });

  test('of many that are not back for one reason it says that first, and folds their names', async () => {
    const page = await pageOf(reported(many(1000, 300)).report);
    expect(page).toMatch(
      /<li><b class="failed">✗<\/b><span>100 components<small>pod is in ImagePullBackOff<\/small><code>deployment\/service-0<\/code>, (?:<code>[^<]*<\/code>, ){9}<details><summary>and 90 more<\/summary><code>deployment\/service-30<\/code>/,
    );
    const few = await pageOf(reported(many(200, 6)).report);
    expect(few).toContain(
      '<code>deployment/service-0</code>, <code>deployment/service-3</code><small>pod is in ImagePullBackOff</small>',
    );
  });

  test('leaves out what there is not', async () => {
    const page = await pageOf(stories.sparse.report);
    for (const text of ['Why:', 'Recovery time', 'run by run', 'Notifications', 'The run', '<h2>Data'])
      expect(page).not.toContain(text);
  });

  test('the trend needs two runs', async () => {
    const { report } = reported(sparse, { history: history.slice(0, 1) });
    expect(await pageOf(report)).toContain('run by run');
  });
});
