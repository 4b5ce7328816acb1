import { execFileSync } from 'node:child_process';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { mailOf } from '../../../src/notify/sinks/email.ts';
import { changeEvent, incidentEvent } from '../../../src/notify/sinks/pagerduty.ts';
import { sections, slackMessage } from '../../../src/notify/sinks/slack-blocks.ts';
import { cardOf } from '../../../src/notify/sinks/teams.ts';
import { cloudEvent, sign } from '../../../src/notify/sinks/webhook.ts';
import { messageFor, RUN } from '../fixtures.ts';

const LONG = 'word '.repeat(390).trim();
const many = Object.fromEntries(
  [
    'issue',
    'impact',
    'services',
    'next-update',
    'version',
    'incident-commander',
    'eta',
    'incident-channel',
  ].map((name) => [name, LONG]),
);
const long = messageFor('progress', { ...many, 'actions-required': Array(100).fill(LONG) }).message;
const short = messageFor('started').message;

describe('Slack', () => {
  test('gets no more than it takes, and a link to the rest', () => {
    const { text, blocks } = slackMessage(long) as {
      text: string;
      blocks: { type: string; text?: { text: string } }[];
    };
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(blocks.length).toBeLessThanOrEqual(50);
    const bodies = blocks.filter(({ type }) => type === 'section').map((block) => block.text?.text ?? '');
    for (const body of bodies) expect(body.length).toBeLessThanOrEqual(3000);
    expect(bodies.join('').length).toBeLessThanOrEqual(12_500);
    expect(bodies.at(-1)).toContain(`… the rest is in <${RUN}|the run>`);
  });

  test('lines stay whole where they can, and are cut at a word where not', () => {
    expect(sections('one\ntwo\n\nthree', '…')).toEqual(['one\ntwo\n\nthree']);
    const [first = '', second] = sections(`${'a'.repeat(2000)}\n${'b'.repeat(2000)}`, '…');
    expect([first.length, second?.length]).toEqual([2000, 2000]);
    const [cut = ''] = sections('&lt;&amp; '.repeat(600), '…');
    expect(cut.length).toBeLessThanOrEqual(3000);
    expect(cut).toMatch(/&(lt|amp);( …)?$/);
    const [packed = ''] = sections('&lt;'.repeat(1500), '…');
    expect(packed.replaceAll('&lt;', '')).toBe(' …');
  });
});

describe('Teams', () => {
  test('gets less than 28 KB, whatever the signs weigh', () => {
    const heavy = messageFor('progress', {
      'actions-required': Array(100).fill('"\\€😀'.repeat(100)),
    }).message;
    for (const message of [long, heavy])
      expect(Buffer.byteLength(JSON.stringify(cardOf(message)))).toBeLessThan(28 * 1024);
    expect(JSON.stringify(cardOf(long))).toContain('… the rest is in the run');
  });

  test('a card is headed by its subject, with bold where the template has it', () => {
    expect(cardOf(short)).toMatchObject({
      attachments: [
        {
          content: {
            version: '1.4',
            body: [
              { inlines: [{ text: short.subject, weight: 'Bolder' }] },
              {},
              { inlines: [{ text: 'Issue summary', weight: 'Bolder' }, { weight: 'Default' }] },
              {},
              {},
            ],
          },
        },
      ],
    });
  });
});

describe('PagerDuty', () => {
  const settings = { api: '', routingKey: 'key', dedupKey: '7-1', source: 'shop/shop' };

  test('an incident is triggered with all that it needs, and resolved with its key alone', () => {
    expect(incidentEvent('trigger', short, settings)).toMatchObject({
      routing_key: 'key',
      event_action: 'trigger',
      dedup_key: '7-1',
      payload: {
        summary: short.subject,
        source: 'shop/shop',
        severity: 'critical',
        timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      },
      client_url: RUN,
      links: [{ href: RUN }],
    });
    expect(incidentEvent('resolve', short, settings)).toEqual({
      routing_key: 'key',
      event_action: 'resolve',
      dedup_key: '7-1',
      links: [{ href: RUN, text: 'The run' }],
    });
  });

  test('a change event has no action and no key', () => {
    expect(Object.keys(changeEvent(short, settings))).toEqual(['routing_key', 'payload', 'links']);
  });
});

describe('mail', () => {
  const settings = { smtpUrl: '', from: 'Ops <ops@shop.example>', to: ['a@b.example'], incident: '7-1' };
  const mail = (event: Parameters<typeof messageFor>[0], now = 1) =>
    mailOf(messageFor(event).message, settings, now);

  test('all mails of a rollback are one thread, and no two have one ID', () => {
    const root = '<rollback.7-1@shop.example>';
    expect(mail('started')).toMatchObject({ messageId: root });
    expect(mail('started').references).toBeUndefined();
    for (const event of ['progress', 'completed', 'failed'] as const)
      expect(mail(event)).toMatchObject({ inReplyTo: root, references: [root] });
    const ids = [mail('started'), mail('progress', 1), mail('progress', 2), mail('completed')].map(
      ({ messageId }) => messageId,
    );
    expect(new Set(ids).size).toBe(4);
  });

  // jstedfast/MailKit#181, stalwartlabs/stalwart#632: the second mail of an ID is dropped without a word.
  test('the start of a later attempt is a mail of its own, in the thread of the first', () => {
    const root = '<rollback.7-1@shop.example>';
    const second = mailOf(messageFor('started').message, { ...settings, isBegun: true }, 2);
    expect(second).toMatchObject({ inReplyTo: root, references: [root] });
    expect(second.messageId).not.toBe(root);
  });

  test("customers get one that stands alone and has no link to the team's run", () => {
    const own = mail('customer');
    expect([own.inReplyTo, own.references]).toEqual([undefined, undefined]);
    expect(`${own.text}${own.html}`).not.toContain(RUN);
    expect(mail('completed').html).toContain(`<a href="${RUN}">The run</a>`);
  });

  test('R4: customers do not learn who the others are, and get it from the team that signs it', () => {
    const many = { ...settings, to: ['a@b.example', 'c@d.example'] };
    const signed = (fields: object) => mailOf(messageFor('customer', fields).message, many, 1);
    expect(signed({ team: 'The shop team' })).toMatchObject({
      from: { name: 'The shop team', address: 'ops@shop.example' },
      to: 'undisclosed-recipients:;',
      bcc: ['a@b.example', 'c@d.example'],
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    expect(signed({}).from).toBe('Ops <ops@shop.example>');
    expect(mail('started').to).toEqual(['a@b.example']);
  });
});

describe('webhook', () => {
  const settings = { url: '', secret: 's', source: 'https://github.example/shop/shop', incident: '7-1' };

  test('is a CloudEvent 1.0', () => {
    expect(cloudEvent('id-1', short, settings)).toMatchObject({
      specversion: '1.0',
      id: 'id-1',
      source: settings.source,
      type: 'rollback-actions.rollback.started.v1',
      subject: '7-1',
      datacontenttype: 'application/json',
      data: {
        event: 'started',
        subject: short.subject,
        markdown: short.body.markdown,
        facts: { services: null },
      },
    });
  });

  // The vector of the specification, https://github.com/standard-webhooks/standard-webhooks.
  test('is signed as Standard Webhooks are', () => {
    const signature = sign(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1614265330,
      '{"test": 2432232314}',
    );
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  test('any other secret is the key itself', () => {
    const theirs = createHmac('sha256', 'sécret').update('id.5.{}').digest();
    expect(timingSafeEqual(Buffer.from(sign('sécret', 'id', 5, '{}').slice(3), 'base64'), theirs)).toBe(true);
  });

  const example = (name: string) =>
    readFileSync(join(import.meta.dirname, '../../../examples/webhooks', name), 'utf8');
  const RUNNERS: [string, string, string, string][] = [
    [
      'is-genuine.mjs',
      process.execPath,
      '--input-type=module',
      'console.log(isGenuine(JSON.parse(process.env.HEADERS), process.env.BODY, process.env.SECRET))',
    ],
    [
      'is_genuine.py',
      'python3',
      '-',
      'import json, os\nprint(str(is_genuine(json.loads(os.environ["HEADERS"]), os.environ["BODY"].encode(), os.environ["SECRET"])).lower())',
    ],
  ];

  describe.each(RUNNERS)('the example %s', (name, command, flag, ask) => {
    const now = Math.floor(Date.now() / 1000);
    const body = '{"text": "é"}';
    const headers = (secret: string, at: number) => ({
      'webhook-id': 'a.1',
      'webhook-timestamp': String(at),
      'webhook-signature': sign(secret, 'a.1', at, body),
    });
    test.each([
      ['what we signed', headers('s', now), body, 's', true],
      ['a whsec_ secret', headers('whsec_c2VjcmV0', now), body, 'whsec_c2VjcmV0', true],
      ['another secret', headers('t', now), body, 's', false],
      ['another body', headers('s', now), `${body} `, 's', false],
      ['an old one', headers('s', now - 3600), body, 's', false],
      ['none', {}, body, 's', false],
    ])('%s', (_, given, text, secret, genuine) => {
      const env = { PATH: process.env.PATH, HEADERS: JSON.stringify(given), BODY: text, SECRET: secret };
      const said = execFileSync(command, [flag], {
        input: `${example(name)}\n${ask}\n`,
        env,
        encoding: 'utf8',
      });
      expect(said.trim()).toBe(String(genuine));
    });
  });
});
