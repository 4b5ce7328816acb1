/** What messages may say of how it stands, what was lost, and what people claim. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { EventName } from '../../src/notify/fields.ts';
import { internalNames } from '../../src/notify/internal-names.ts';
import { incidentEvent } from '../../src/notify/sinks/pagerduty.ts';
import type { RecordEvent } from '../../src/record/record.ts';
import { storyOf } from '../../src/record/story.ts';
import { action, event, workload } from '../record/events.ts';
import { messageFor } from './fixtures.ts';

const assessed = ([from, to]: [number, number], severity: string, rate?: number) =>
  action('assess', [from, to], 'done', {
    message: `Severity ${severity}: ${rate === undefined ? 'an alert fires' : `${100 * rate}% of requests fail`}.`,
    evidence: {
      result: 'judged',
      outputs: {
        severity,
        decision: severity === 'none' ? 'none' : 'rollback',
        evidence: rate === undefined ? [] : [{ signal: 'error-rate', value: rate }],
      },
    },
  });
const back = [...action('rollback-service', [10, 60]), ...workload('web', [11, 12, 55])];
const healthy = event(54, { component: 'deployment/web', step: 'health check', status: 'done' });
const lost = (rows: number) => [
  event(20, {
    component: 'database/shop',
    where: { server: 'db:5432' },
    step: 'data loss',
    status: 'done',
    evidence: {
      'data-loss': { seconds: 1260, tables: [{ table: 'public.orders', lost: rows, changed: 0 }] },
    },
  }),
  event(30, { component: 'database/shop', where: { server: 'db:5432' }, step: 'switch', status: 'done' }),
];
const told = (name: EventName, events: RecordEvent[], fields: object = {}, earlier: number[] = []) => {
  const composed = messageFor(name, fields, { story: storyOf(events), earlier });
  return { ...composed, text: `${composed.message.subject}\n${composed.message.body.text}` };
};

describe('R2: resolved is what something that was seen after the last change says', () => {
  test.each<[string, RecordEvent[], RegExp, RegExp]>([
    [
      'a look after it finds that 97 % fail',
      [...back, healthy, ...assessed([70, 75], 'critical', 0.97)],
      /NOT RESOLVED.*still not healthy[\s\S]*97% of requests fail/,
      /RESOLVED\] production: rollback complete|operating normally|swift/,
    ],
    [
      'nobody has looked',
      back,
      /ROLLED BACK.*not confirmed healthy[\s\S]*passed no health check/,
      /\[RESOLVED/,
    ],
    [
      'the look began before the last change',
      [...back, ...assessed([50, 70], 'none', 0)],
      /not confirmed healthy/,
      /\[RESOLVED/,
    ],
    [
      'the look was inconclusive',
      [
        ...back,
        ...action('assess', [70, 71], 'done', {
          evidence: { result: 'inconclusive', outputs: { severity: 'none', decision: 'none' } },
        }),
      ],
      /not confirmed healthy[\s\S]*inconclusive/,
      /\[RESOLVED/,
    ],
    [
      'one of two is not back',
      [...back, healthy, ...workload('api', [11, 12, 50], { status: 'failed', message: 'no image' })],
      /FAILED[\s\S]*Restored: 1 of 2[\s\S]*deployment\/api: no image/,
      /\[RESOLVED|Rollback completed/,
    ],
    [
      'K5: there was nothing to do, and the alert still fires',
      [
        ...assessed([1, 2], 'critical', 0.4),
        ...action('rollback-service', [10, 20], 'no-op'),
        ...workload('web', [11, 12, 15], { status: 'no-op' }),
      ],
      /nothing to roll back, and still not healthy[\s\S]*40% of requests fail/,
      /\[RESOLVED|Rollback completed/,
    ],
  ])('not where %s', (_, events, says, never) => {
    const { text, message } = told('completed', events);
    expect(text).toMatch(says);
    expect(text).not.toMatch(never);
    expect(message.facts.resolved).toBe(false);
    expect(told('customer', events).text).not.toMatch(/operating normally|resolved|verified/);
  });

  test.each<[string, RecordEvent[]]>([
    ['every workload passed its health check', [...back, healthy]],
    ['a look after it finds nothing', [...back, ...assessed([70, 75], 'none', 0.0002)]],
  ])('where %s', (_, events) => {
    const { text, message } = told('completed', events);
    expect(text).toMatch(/^✅ \[RESOLVED\]/);
    expect(message.facts.resolved).toBe(true);
    expect(told('customer', events).text).toMatch(/operating normally again/);
  });

  test('after a no-op nobody went back to a previous version', () => {
    const events = [...action('rollback-service', [10, 20], 'no-op'), ...assessed([30, 31], 'none')];
    expect(told('customer', events).text).not.toMatch(/previous version/);
  });
});

describe('R3: the message for customers', () => {
  test('has the times of the disruption or none, never those of the rollback', () => {
    const { text } = told('customer', [...back, healthy]);
    expect(text).not.toMatch(/2026|Duration/);
    const since = told('customer', [...back, healthy], { 'deployed-at': '2026-11-22 02:41 UTC' }).text;
    expect(since).toContain('between 2026-11-22 02:41 UTC and 2026-11-22 03:01 UTC');
    expect(since).toContain('Duration: 20 min');
  });

  test('has no end where nothing has ended well', () => {
    const failure = [...back, ...workload('api', [11, 12, 50], { status: 'failed' })];
    const { text } = told('customer', failure, { 'deployed-at': '2026-11-22 02:41 UTC' });
    expect(text).toContain('since 2026-11-22 02:41 UTC');
    expect(text).not.toMatch(/ and 2026|Duration/);
  });

  test('is a draft while it does not say what customers could not do', () => {
    expect(told('customer', [...back, healthy]).missing).toEqual([
      expect.stringMatching(/^It does not say what customers could not do; say it in the field `affected`/),
    ]);
    for (const fields of [{ affected: 'payments' }, { impact: 'Nobody could pay.' }])
      expect(told('customer', [...back, healthy], fields).missing).toEqual([]);
  });

  test('can be sent as it is once that is said', () => {
    const { text, missing } = told('customer', [...back, healthy], {
      affected: 'payments',
      'deployed-at': '2026-11-22 02:41 UTC',
      team: 'The shop team',
    });
    expect(missing).toEqual([]);
    expect(text).toBe(`Service restoration complete
Dear customer,

We experienced a service disruption affecting payments between 2026-11-22 02:41 UTC and 2026-11-22 03:01 UTC. The issue has been resolved, and services are operating normally again.

What happened
A recent update of our service caused unexpected problems, so we went back to the previous version and verified that services are functioning correctly.

Impact
- Duration: 20 min

Prevention
We are conducting a thorough review to prevent similar issues.

We apologize for any inconvenience caused.

The shop team`);
  });

  test('is a draft while it does not say that data was lost', () => {
    const events = [...back, healthy, ...lost(6697)];
    expect(told('customer', events, { affected: 'payments' }).missing).toEqual([
      'It does not say that data was lost (6,697 rows (up to 21 min of writes) lost); say it in the field `data-loss`.',
    ]);
    const said = told('customer', events, {
      affected: 'payments',
      'data-loss': 'Orders of 21 minutes were lost.',
    });
    expect(said.missing).toEqual([]);
    expect(said.text).toContain('Data: Orders of 21 minutes were lost.');
  });

  test('is a draft while nobody knows what a database has lost', () => {
    const switched = event(30, { component: 'database/shop', step: 'switch', status: 'done' });
    expect(told('customer', [...back, healthy, switched], { impact: 'Nobody could pay' }).missing).toEqual([
      expect.stringContaining('It is not known what database/shop lost'),
    ]);
  });
});

describe('K3: what people say and the record contradicts is left out', () => {
  const events = [...back, healthy, ...lost(6697)];

  test.each([
    ['data-integrity', 'No data loss occurred'],
    ['data-integrity', '✓ verified'],
    ['data-loss', 'none'],
    ['impact', 'Checkout was down. Nothing was lost.'],
    ['root-cause', 'a migration; all data is intact'],
    ['impact', 'Nobody could pay; your data is safe'],
    ['impact', 'We did not lose any orders'],
    ['impact', 'Nobody has lost an order'],
    ['data-loss', 'It has not been lost'],
    ['follow-up', 'Tell support that data loss did not occur'],
  ])('%s: %s', (name, claim) => {
    const { text, problems } = told('completed', events, { [name]: claim });
    expect(text).not.toContain(claim);
    expect(text).toMatch(/data was lost\n[\s\S]*Data loss: 6,697 rows \(up to 21 min of writes\)/);
    expect(problems).toEqual([
      `The field \`${name}\` is left out: it says ${JSON.stringify(claim)}, and the record says that 6,697 rows (up to 21 min of writes) are lost.`,
    ]);
    expect(told('customer', events, { [name]: claim }).missing).not.toEqual([]);
  });

  test('that all is well, where a look after it finds that it is not', () => {
    const sick = [...back, ...assessed([70, 75], 'critical', 0.97)];
    const { message, problems } = told('completed', sick, {
      resolved: true,
      impact: 'All systems are operational',
    });
    expect(message.facts.resolved).toBe(false);
    expect(problems).toHaveLength(2);
  });

  const critical = assessed([70, 75], 'critical', 0.97);
  const smoke = event(70, { component: 'smoke-test', step: 'run login', status: 'failed' });
  test.each<[string, string, RecordEvent[], string]>([
    ['smoke-tests', '✓ all passed', [...back, smoke], '1 of 1 smoke tests did not pass'],
    [
      'health-checks',
      'all green',
      workload('api', [11, 12, 50], { status: 'failed' }),
      '1 of its components failed',
    ],
    ['error-rate', '0.1', [...back, ...critical], '97% of requests fail since'],
    ['error-rate', '0.2%', [...back, ...critical], '97% of requests fail since'],
    ['severity', 'low', [...back, ...critical], 'the severity is critical'],
    ['ended-at', '2026-11-22 03:01 UTC', [...back, ...critical], 'Severity critical: 97% of requests fail'],
    ['version', '1.9.0', back, 'the version is 2.0.0'],
    ['previous-version', 'v1.3.9', back, 'the version is 1.4.0'],
    [
      'impact',
      'The incident was resolved',
      [...back, ...critical],
      'Severity critical: 97% of requests fail',
    ],
  ])('%s: %s, beside what was looked at', (name, claim, record, why) => {
    const { problems } = told('completed', record, { [name]: claim });
    expect(problems[0]).toContain(`and the record says that ${why}.`);
  });

  test.each<[string, string, RecordEvent[]]>([
    ['error-rate', '96%', [...back, ...critical]],
    ['error-rate', '0.1%', back],
    ['severity', 'SEV1', [...back, ...critical]],
    ['severity', 'critical', [...back, ...assessed([1, 2], 'high', 0.4)]],
    ['version', 'the release of Monday', back],
    ['previous-version', 'v1.4.0', back],
    ['smoke-tests', '✓ all passed', back],
    ['ended-at', '2026-11-22 03:01 UTC', back],
    ['impact', 'Orders of 21 minutes could not be recovered', events],
  ])('%s: %s stays where the record does not say otherwise', (name, claim, record) => {
    expect(told('completed', record, { [name]: claim }).problems).toEqual([]);
  });

  test('that a person has looked makes a rollback of nothing', () => {
    const nothing = [
      ...action('rollback-service', [10, 20], 'no-op'),
      ...workload('web', [11, 12, 15], { status: 'no-op' }),
    ];
    for (const record of [nothing, action('verify-integrity', [1, 2])]) {
      const { text, message } = told('completed', record, { resolved: true });
      expect(text).not.toMatch(/\[RESOLVED\]|Rollback completed|rollback complete|Restored: 1/);
      expect(message.facts.resolved).toBe(true);
      const customer = told('customer', record, { resolved: true, affected: 'payments' }).text;
      expect(customer).toContain('operating normally again');
      expect(customer).not.toContain('previous version');
      const since = { resolved: true, 'started-at': '2026-11-22 02:41 UTC' };
      expect(told('customer', record, since).text).toContain(
        'disruption since 2026-11-22 02:41 UTC. The issue',
      );
    }
  });

  test.each([
    ['message.liquid', 'Subject: ✅ [RESOLVED] all done\nThank you.'],
    ['message.liquid', 'Subject: Rollback\nAll services are operating normally.'],
    ['mail.html', '<p>No data was lost.</p>'],
    ['data.json', '{"text": "No data was lost"}'],
    ['chat.body.json', '{"text": "All systems are operational"}'],
  ])('nor is a template used that says it: %s %s', (name, source) => {
    const template = join(mkdtempSync(join(tmpdir(), 'claims-')), name);
    writeFileSync(template, source);
    const sick = storyOf([...events, ...critical]);
    const { message, problems } = messageFor('completed', {}, { story: sick, template });
    expect(problems.join()).toMatch(
      /The template .* says what the record contradicts, so the built-in one was used: /,
    );
    expect(JSON.stringify(message)).not.toMatch(/\[RESOLVED\]|No data was|operating normally|operational/);
    const well = storyOf([...back, healthy]);
    expect(messageFor('completed', {}, { story: well, template }).problems).toEqual([]);
  });

  test.each([
    ['data-loss', '6,697 rows are lost and have to be entered again'],
    ['data-integrity', 'orders of the last 21 minutes are missing'],
    ['impact', 'Nobody can pay'],
  ])('what it does not contradict stays: %s: %s', (name, claim) => {
    const { text, problems } = told('started', events, { [name]: claim });
    expect(problems).toEqual([]);
    if (name === 'impact') expect(text).toContain(claim);
  });

  test('where nothing was lost, that is said', () => {
    expect(told('completed', [...back, healthy, ...lost(0)], { 'data-loss': 'none' }).problems).toEqual([]);
  });
});

describe('R7, K11: what is on record is told without being typed', () => {
  test('health checks, error rates before and after, customers', () => {
    const sent = event(80, {
      component: 'notify',
      step: 'email',
      status: 'done',
      evidence: { event: 'customer' },
    });
    const { text } = told('completed', [
      ...assessed([1, 2], 'critical', 0.45),
      ...back,
      healthy,
      ...assessed([70, 75], 'none', 0.0002),
      sent,
    ]);
    expect(text).toContain('Health checks: ✓ 1 of 1 passed');
    expect(text).toContain('Error rate: 0.02% (was 45%)');
    expect(text).toContain('Customer communication: sent by email');
  });

  test('customers have read nothing of what the team was told', () => {
    const inside = event(80, {
      component: 'notify',
      step: 'slack',
      status: 'done',
      evidence: { event: 'customer' },
    });
    expect(told('completed', [...back, inside]).text).toContain(
      'Customer communication: open: it went to the team alone',
    );
  });

  test.each<EventName>(['progress', 'failed'])(
    '%s: what was measured before is not told as of now',
    (name) => {
      const { text } = told(name, [...assessed([1, 2], 'critical', 0.45), ...back]);
      expect(text).toContain('Error rate: was 45%, not measured since');
      expect(told(name, [...back, ...assessed([70, 71], 'low', 0.02)]).text).toContain('Error rate: now 2%');
    },
  );

  test('the start has the rate that was measured', () => {
    expect(told('started', assessed([1, 2], 'critical', 0.45)).text).toContain('Error rate: 45%');
  });

  test('F15: nothing to do is no urgent rollback', () => {
    const { text } = told('started', action('rollback-service', [1, 2], 'no-op'));
    expect(text).not.toMatch(/URGENT|[Ii]nitiating/);
  });
});

describe('the start, once every part is planned', () => {
  const chain = action('rollback', [0]);
  const plan = (name: string, status: 'planned' | 'no-op' = 'planned', way = {}) =>
    event(2, { component: `deployment/${name}`, step: 'roll back', status, part: 'plan services', ...way });
  const image = (name: string, version: string) => `registry.test/shop/${name}:${version}`;
  const web = plan('web', 'planned', { from: image('web', '2.0.0'), to: image('web', '1.4.0') });
  const database = event(2, {
    component: 'database/shop',
    where: { server: 'db:5432' },
    step: 'switch',
    status: 'planned',
    to: 's3://backups/shop-0300.dump',
    part: 'plan orders',
  });

  test('says what goes back to what, and from which version to which', () => {
    const { text } = told('started', [...chain, web, plan('api', 'no-op'), database]);
    expect(text).toMatch(/^🔴 \[URGENT\] production: deployment issue, initiating rollback/);
    expect(text).toContain('the recent deployment (version 2.0.0)');
    expect(text).toContain('Initiating rollback to version 1.4.0');
    expect(text).toContain(
      'What goes back\n- deployment/web: 2.0.0 → 1.4.0\n- database/shop: back to s3://backups/shop-0300.dump\n',
    );
    expect(text).not.toContain('- deployment/api');
  });

  test('says so where nothing has to change, and wakes nobody', () => {
    const { text, message } = told('started', [...chain, plan('web', 'no-op'), plan('api', 'no-op')]);
    expect(text).toMatch(/^⚪ \[NOTHING TO DO\] production: nothing to roll back/);
    expect(text).not.toMatch(/URGENT|[Ii]nitiating|Estimated|experiencing issues|What goes back/);
    expect(message.facts.nothing_to_do).toBe(true);
  });

  test('other images have their names, several containers all of theirs, and digests are short', () => {
    const digest = `@sha256:${'ab'.repeat(32)}`;
    const { text } = told('started', [
      ...chain,
      plan('web', 'planned', { from: image('web', '2'), to: image('old-web', '1') }),
      plan('api', 'planned', {
        from: `${image('api', '2')} ${image('proxy', '9')}`,
        to: `${image('api', '1')} ${image('proxy', '8')}`,
      }),
      plan('pay', 'planned', { from: image('pay', '2'), to: `${image('pay', '1')}${digest}` }),
    ]);
    expect(text).toContain('deployment/web: web:2 → old-web:1');
    expect(text).toContain('deployment/api: api:2 proxy:9 → api:1 proxy:8');
    expect(text).toContain('deployment/pay: 2 → 1@abababababab');
  });

  test('names ten, and how many more there are', () => {
    const many = Array.from({ length: 16 }, (_, index) => plan(`api-${index}`));
    const { text } = told('started', [...chain, ...many]);
    expect(text.match(/^- deployment\/api-/gm)).toHaveLength(10);
    expect(text).toContain('- … and 6 more');
  });

  test.each<[string, number[], string]>([
    ['once', [45], 'about 03:00 UTC (the last time it took 45 s)'],
    ['three times', [70, 40, 300], 'about 03:01 UTC (the last 3 times it took 40 s to 5 min)'],
    ['as long each time', [60, 60], 'about 03:01 UTC (the last 2 times it took 1 min)'],
    ['never', [], 'not known: no earlier rollback of this is on record'],
  ])('is estimated by how long it took before: %s', (_, earlier, expected) => {
    expect(told('started', [...chain, web], {}, earlier).text).toContain(
      `Estimated completion: ${expected}\n`,
    );
  });

  test('what a person says of it wins', () => {
    expect(told('started', [...chain, web], { eta: 'in an hour' }, [45]).text).toContain(
      'Estimated completion: in an hour\n',
    );
  });

  test('on the way it is told where it is known, and nothing failed', () => {
    const going = [...chain, ...workload('web', [1, 2]), ...workload('api', [1, 2, 9])];
    expect(told('progress', going, {}, [70]).text).toContain('ETA: about 03:01 UTC');
    expect(told('progress', going).text).not.toContain('ETA');
    const failed = [
      ...chain,
      ...workload('web', [1, 2]),
      ...workload('api', [1, 2, 9], { status: 'failed' }),
    ];
    expect(told('progress', failed, {}, [70]).text).not.toContain('ETA');
  });
});

test('where the record has nothing of a rollback, nobody is told that there was one', () => {
  const { text } = told('completed', action('verify-integrity', [1, 2], 'failed'));
  expect(text).toMatch(/^🟡 \[NOT KNOWN\] production: the record has nothing of a rollback/);
  expect(text).not.toMatch(/[Rr]olled back/);
});

describe('R12', () => {
  test('60 failures: 30 are named, and how many are not', () => {
    const events = Array.from({ length: 60 }, (_, index) =>
      workload(`api-${index}`, [1, 2, 5], { status: 'failed', message: 'no image' }),
    ).flat();
    const { text } = told('failed', [...action('rollback-service', [0, 9], 'failed'), ...events]);
    expect(text.match(/^- deployment\/api-/gm)).toHaveLength(29);
    expect(text).toContain('… and 31 more, in the report');
  });

  test.each(['می‌خواهم', '👩‍🚒 and 👍🏽', '🏳️‍🌈'])('signs are joined as they were: %s', (text) => {
    expect(told('started', [], { impact: text }).text).toContain(text);
  });

  test('and hide nothing', () => {
    expect(told('started', [], { impact: 'p\u200day\u200bpal \u202etxt' }).text).toContain('paypal txt');
  });

  test('PagerDuty’s title says why', () => {
    const settings = { api: 'https://x', routingKey: 'k', dedupKey: '42', source: 's' };
    const { message } = told('started', [], { issue: 'Checkout answers 500' });
    expect(incidentEvent('trigger', message, settings)).toMatchObject({
      payload: { summary: '🔴 [URGENT] deployment issue, initiating rollback: Checkout answers 500' },
    });
  });

  test('internal names are those of databases, servers, caches and DNS names too, and addresses of the inside', () => {
    const story = storyOf([
      event(1, {
        component: 'database/shop',
        where: { server: 'db.internal:5432' },
        step: 'switch',
        status: 'done',
      }),
      event(2, { component: 'cache/redis.shop.svc', step: 'clear a:*', status: 'done' }),
      event(3, { component: 'dns/api.shop.example', step: 'switch A', status: 'done' }),
    ]);
    const text =
      'database/shop on db.internal, redis.shop.svc and api.shop.example; see http://grafana:3000/d/1 or https://status.shop.example';
    expect(internalNames(story, text)).toEqual(
      expect.arrayContaining([
        'database/shop',
        'db.internal',
        'redis.shop.svc',
        'api.shop.example',
        'http://grafana:3000/d/1',
      ]),
    );
    expect(internalNames(story, text)).not.toContain('https://status.shop.example');
    expect(internalNames(story, 'The shop was slow.')).toEqual([]);
  });
});

describe('bodies for whoever takes another JSON', () => {
  const folder = join(import.meta.dirname, '../../examples/templates');
  test.each([
    ['discord', 'content', 2000],
    ['google-chat', 'text', 4096],
    ['mattermost', 'text', 16_383],
    ['rocket-chat', 'text', 5000],
  ])('%s', (name, field, most) => {
    const template = join(folder, `${name}.body.json`);
    expect(readFileSync(template, 'utf8')).not.toBe('');
    const { message, problems } = messageFor(
      'completed',
      { impact: 'a "quote"\\ and\nmore @everyone', 'follow-up': Array(100).fill('long '.repeat(300)) },
      { template },
    );
    expect(problems).toEqual([]);
    const body = message.foreign as Record<string, string>;
    expect(body[field]).toMatch(/\[RESOLVED\].*\n[\s\S]*Health checks/);
    expect(body[field]?.length).toBeLessThanOrEqual(most);
  });
});
