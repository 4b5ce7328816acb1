import { Redactor } from '../../src/base/redact.ts';
import { compose } from '../../src/notify/compose.ts';
import type { EventName } from '../../src/notify/fields.ts';
import { type Story, storyOf } from '../../src/record/story.ts';
import { action, event, workload } from '../record/events.ts';

export const RUN = 'https://github.example/shop/shop/actions/runs/7';

/** Everything that a person could add. */
export const COMPLETE = {
  version: '2.0.0',
  'previous-version': '1.4.0',
  'deployed-at': '02:41 UTC',
  issue: 'Checkout answers 500',
  severity: 'critical',
  'error-rate': 0.2,
  'error-rate-before': '45%',
  'response-times': 'improving',
  services: ['api-gateway', 'web'],
  impact: 'Nobody can pay',
  eta: '10 minutes',
  'incident-commander': 'Ada',
  'incident-channel': '#incident-20261122-001',
  'next-update': 'at 03:15 UTC',
  'actions-required': ['QA: prepare the smoke tests', 'Support: prepare a text for customers'],
  'health-checks': '✓ all passing',
  'smoke-tests': '✓ complete',
  'data-integrity': '✓ verified',
  'data-loss': 'none',
  'post-mortem': 'Monday 10:00',
  'root-cause': 'analysis in progress',
  'customer-communication': 'sent',
  'follow-up': ['Pin the image by digest'],
  affected: 'payments',
  prevention: 'Releases are tried on one server first.',
  team: 'The shop team',
};

/** What somebody types who wants to be read as something else. */
export const HOSTILE_TEXT =
  '<!channel> @everyone *b* ](http://evil.example) <img src=x> {{ run_url }} | c\r\nBcc: x@evil.example\u200b\ue001';
export const HOSTILE = Object.fromEntries(
  Object.keys(COMPLETE).map((name) => [
    name,
    Array.isArray(COMPLETE[name as 'services']) ? [HOSTILE_TEXT] : HOSTILE_TEXT,
  ]),
);

/** A rollback that goes on, and one that has ended. */
export const running = storyOf(
  [...action('rollback-service', [0]), ...workload('web', [1, 2, 40]), ...workload('api', [1, 2])],
  '7-1',
);
export const ended = storyOf(
  [
    ...action('rollback-service', [0, 200]),
    ...workload('web', [1, 2, 40]),
    ...workload('api', [1, 2, 190]),
    ...['web', 'api'].map((name) =>
      event(190, { component: `deployment/${name}`, step: 'health check', status: 'done' }),
    ),
    event(195, { component: 'database/shop', step: 'switch', status: 'done', seconds: 3 }),
    event(194, {
      component: 'database/shop',
      step: 'data loss',
      status: 'done',
      evidence: { 'data-loss': { seconds: null, tables: [] } },
    }),
    event(198, {
      component: 'verify-integrity',
      step: 'compare',
      status: 'done',
      evidence: { result: 'intact', tables: 12 },
    }),
  ],
  '7-1',
);
export const failed = storyOf(
  [
    ...action('rollback-service', [0, 200], 'failed', {
      message: 'The rollback failed for 1 of 2 workloads.',
    }),
    ...action('notify', [3, 4], 'failed', { message: 'Slack was not reached.' }),
    ...workload('web', [1, 2, 40]),
    ...workload('api', [1, 2, 190], { status: 'failed', message: 'pod api-1 is in ImagePullBackOff' }),
  ],
  '7-1',
);
export const empty = storyOf([], '7-1');

/** A decision that somebody is asked for, and the time for a quick fix. */
export const asked = (step = 'ask', signal = 'error-rate: 20 % of requests fail') =>
  storyOf(
    [
      ...action('rollback', [0], 'started', { evidence: { environment: 'production' } }),
      event(2, {
        component: 'decision',
        step,
        status: 'done',
        message: 'Look closer before anything is rolled back: 20 % of requests fail (medium).',
        evidence: {
          until: '2026-11-22T03:30:00.000Z',
          asked: '2026-11-22T03:00:00.000Z',
          signals: [signal],
        },
      }),
    ],
    '7-1',
  );
export const fixing = (status: 'started' | 'done') =>
  storyOf(
    [
      ...action('rollback', [0], 'started', { evidence: { environment: 'production' } }),
      event(2, {
        component: 'assess',
        step: 'quick fix',
        status,
        message: 'Roll back unless a quick fix helps: 40 % of requests fail (high).',
        evidence: { until: '2026-11-22T03:15:00.000Z' },
      }),
    ],
    '7-1',
  );

const STORIES: Record<EventName, Story> = {
  asked: asked(),
  'quick-fix': fixing('started'),
  started: empty,
  progress: running,
  completed: ended,
  failed,
  customer: ended,
};

/** A message as the action makes it. */
export function messageFor(
  name: EventName,
  fields: object = {},
  options: { story?: Story; template?: string; earlier?: number[] } = {},
) {
  return compose({
    event: name,
    fields: JSON.stringify(fields),
    template: options.template,
    story: options.story ?? STORIES[name],
    earlier: options.earlier ?? [],
    runUrl: RUN,
    redact: new Redactor().redact,
  });
}
