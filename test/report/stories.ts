import type { RecordEvent } from '../../src/record/record.ts';
import { type Story, storyOf } from '../../src/record/story.ts';
import { type Accounting, reportOf } from '../../src/report/report.ts';
import { parseObjective } from '../../src/report/rto.ts';
import type { Report, Run } from '../../src/report/schema.ts';
import { action, at, event, workload } from '../record/events.ts';

/** Everything that a rollback can leave behind. */
export const complete: RecordEvent[] = [
  ...action('assess', [0, 3], 'done', {
    message: 'Roll back: 45 of 100 requests fail.',
    evidence: {
      result: 'judged',
      outputs: { severity: 'critical', decision: 'rollback', 'decide-by': at(300) },
    },
  }),
  event(4, {
    component: 'notify',
    step: 'slack',
    status: 'done',
    evidence: { event: 'started' },
    message: 'told',
  }),
  ...action('rollback-service', [5, 70], 'done', { message: 'Rolled back and serving: 4 of 4 workloads.' }),
  event(7, {
    component: 'ConfigMap/settings',
    step: 'put configuration back',
    status: 'done',
    to: 'settings-1a2b',
  }),
  ...workload('api-gateway', [6, 8, 41]),
  ...workload('video-ingest', [6, 8, 66]),
  ...workload('video-player', [6, 8, 25]),
  ...workload('web', [6, 8, 9], { status: 'no-op', message: 'it is where it should be' }),
  ...['api-gateway', 'video-ingest', 'video-player', 'web'].map((name) =>
    event(9, { component: `deployment/${name}`, step: 'health check', status: 'done' }),
  ),
  ...action('rollback-db', [71, 130], 'done', {
    message: 'The database is back.',
    evidence: {
      result: 'done',
      outputs: {
        'data-loss': {
          backupTime: at(-600),
          lastWrite: at(-2),
          seconds: 598,
          measuredAt: at(80),
          tables: [{ table: 'public.orders', lost: 12, changed: 3, back: 0, exact: true }],
        },
      },
    },
  }),
  event(72, { component: 'database/shop', step: 'restore', status: 'started' }),
  event(120, { component: 'database/shop', step: 'restore', status: 'done' }),
  event(121, { component: 'database/shop', step: 'switch', status: 'started' }),
  event(126, { component: 'database/shop', step: 'switch', status: 'done', message: 'downtime 4.6 s' }),
  ...action('verify-integrity', [131, 140], 'done', {
    message: 'Intact: 5 tables, 120000 rows.',
    evidence: { result: 'intact', outputs: { tables: 5, rows: 120_000 } },
  }),
  event(141, { component: 'notify', step: 'slack', status: 'done', evidence: { event: 'completed' } }),
  event(141, {
    component: 'notify',
    step: 'email',
    status: 'failed',
    evidence: { event: 'completed' },
    message: 'no answer',
  }),
].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));

/** What the oldest records have: nothing but workloads. */
export const sparse: RecordEvent[] = [
  event(0, { component: 'deployment/web', step: 'roll back', status: 'started' }),
  event(2.5, { component: 'deployment/web', step: 'roll back', status: 'done' }),
];

export const NASTY =
  '<script>alert(1)</script> ](http://evil.example) @everyone #1 GH-2 | a\r\nb\n\n# fake : ; %% `x` {{ 1 }} \u202egnp.exe www.evil.example "\'';

/** What somebody wrote who wants to be more than text. */
export const hostile: RecordEvent[] = [
  ...action('rollback-service', [0, 9], 'failed', { message: NASTY }).map((each) =>
    each.status === 'started'
      ? {
          ...each,
          evidence: {
            environment: NASTY,
            reason: NASTY,
            actor: NASTY,
            repository: NASTY,
            sha: NASTY,
            run: 'javascript:alert(1)',
          },
        }
      : each,
  ),
  ...[NASTY, 'section x', 'title y', 'click a href "x"', '', '- [x] ticked', '日本語/ウェブ'].flatMap(
    (component, index) => [
      event(index, {
        component: `deployment/${component}`,
        step: 'roll back',
        status: 'started',
        from: NASTY,
        to: `${NASTY} two`,
      }),
      event(index + 1, {
        component: `deployment/${component}`,
        step: 'roll back',
        status: 'failed',
        from: NASTY,
        to: NASTY,
        message: `${NASTY} ${'long '.repeat(200_000)}`,
      }),
    ],
  ),
  event(8, {
    component: 'notify',
    step: 'slack',
    status: 'failed',
    evidence: { event: NASTY },
    message: NASTY,
  }),
  event(8, {
    component: 'database/x',
    step: 'data loss',
    status: 'done',
    evidence: { 'data-loss': { [NASTY]: NASTY } },
  }),
];

/** Many services, of which the first failed for a few reasons. */
export const many = (count: number, failed: number): RecordEvent[] => [
  ...action('rollback-service', [3, 90], failed > 0 ? 'failed' : 'done', { message: 'The rollback ended.' }),
  ...Array.from({ length: count }, (_, index) => {
    const end = 20 + ((index * 37) % 60);
    if (index >= failed) return workload(`service-${index}`, [4, 5, end]);
    const message = ['pod is in ImagePullBackOff', 'its health check answers 503', 'it was still waiting'];
    return workload(`service-${index}`, [4, 5, end], { status: 'failed', message: message[index % 3] ?? '' });
  }).flat(),
];

export const history: Run[] = [61, 320, 75, 58, 240, 66, 90].map((seconds, index) => ({
  id: `${index}-1`,
  at: new Date(Date.UTC(2026, 4 + index, 1, 3)).toISOString(),
  environment: 'production',
  outcome: 'done',
  seconds,
  components: { 'deployment/api-gateway': seconds / 2, 'database/shop': seconds },
}));

export const objectives = [
  'API Gateway: deployment/api-gateway=5m',
  'video-*=45s',
  'database/shop=15m',
  'deployment/web=5m',
  'all=20m',
].map(parseObjective);

export function reported(
  events: readonly RecordEvent[],
  accounting: Partial<Accounting> = {},
): { story: Story; report: Report } {
  const story = storyOf(events);
  const nothing = { objectives: [], history: [], checklist: [], brokenLines: [] };
  return { story, report: reportOf(story, { ...nothing, ...accounting }) };
}

export const full = () =>
  reported(complete, { objectives, history, checklist: ['Run the smoke tests (QA)'], brokenLines: [7] });
