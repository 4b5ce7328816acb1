import { describe, expect, test } from '@jest/globals';
import { EVENTS, oneLine } from '../../src/notify/fields.ts';
import { mailOf } from '../../src/notify/sinks/email.ts';
import { slackMessage } from '../../src/notify/sinks/slack-blocks.ts';
import { cardOf } from '../../src/notify/sinks/teams.ts';
import { cloudEvent } from '../../src/notify/sinks/webhook.ts';
import { asked, HOSTILE, messageFor } from './fixtures.ts';

/** What a person may type, and where it would be more than text. */
const TABLE: [string, string, { slack?: RegExp; html?: RegExp; markdown?: RegExp; all?: RegExp }][] = [
  ['a mention of all', '<!channel> <!here> <!everyone>', { slack: /<!/, html: /<!/, markdown: /<!/ }],
  ['a mention of one', '<@U012AB3CD> @octocat @team/x', { slack: /<@/, markdown: /@/ }],
  ['a link of Slack', '<https://evil.example|Click>', { slack: /<https:\/\/evil/, html: /<https/ }],
  ['a link of Markdown', '[Click](https://evil.example)', { markdown: /\]\(https:\/\/evil/ }],
  ['the end of a link', 'x](https://evil.example)', { markdown: /\]\(https:\/\/evil/ }],
  ['an image', '![x](https://evil.example/x.png)', { markdown: /!\[/, html: /<img/ }],
  ['HTML', '<img src=x onerror=alert(1)><script>', { html: /<(img|script)/, markdown: /<(img|script)/ }],
  ['the end of an attribute', '" onmouseover="x', { html: /" onmouseover/ }],
  ['bold', '*b* **b** `c` ~s~', { slack: /\*b\*|`c`|~s~/, markdown: /\*b|`c|~s/ }],
  ['a template', '{{ run_url }}{% for x in components %}', { all: /actions\/runs\/7.*\{%/ }],
  [
    'a line end',
    'one\r\nBcc: x@evil.example\n- item\u2028- item\u0085x',
    { all: /\n(Bcc|- item)|[\r\u2028\u0085]/ },
  ],
  [
    'signs nobody sees',
    'pay\u200bpal \u202etxt.exe\u2066 \u{e0041}\ufeff',
    { all: /[\u200b\u202e\u2066\ufeff]|\u{e0041}/u },
  ],
  [
    'the marks of templates',
    '\ue001bold\ue002 \ue003x\ue004https://evil.example\ue005',
    { html: /<strong>bold|<a href="https:\/\/evil/, slack: /\*bold|<https/, all: /[\ue003-\ue006]/ },
  ],
  ['a command of the runner', '::set-output name=x::y', {}],
];

describe.each(TABLE)('%s', (_, typed, never) => {
  test.each(EVENTS)('stays text in %s', (event) => {
    const { message } = messageFor(
      event,
      Object.fromEntries(
        ['impact', 'issue', 'affected', 'team', 'response-times', 'incident-commander', 'follow-up'].map(
          (name) => [name, typed],
        ),
      ),
      // What is asked of a person has nothing that a person types: its text is what was seen, such as lines of logs.
      event === 'asked' ? { story: asked('ask', typed) } : {},
    );
    const { body, subject } = message;
    for (const target of ['slack', 'html', 'markdown'] as const)
      if (never[target]) expect(body[target]).not.toMatch(never[target]);
    for (const text of [subject, ...Object.values(body)]) if (never.all) expect(text).not.toMatch(never.all);
    // Not vacuous: what was typed is there, as text.
    expect(body.text).toContain(oneLine(typed).slice(0, 20));
  });
});

test('what was typed is told, in words', () => {
  expect(messageFor('started', { impact: '5 < 6 & <b>' }).message.body).toMatchObject({
    slack: expect.stringContaining('User impact: 5 &lt; 6 &amp; &lt;b&gt;'),
    html: expect.stringContaining('User impact: 5 &#60; 6 &#38; &#60;b&#62;'),
    text: expect.stringContaining('User impact: 5 < 6 & <b>'),
  });
});

describe.each(EVENTS)('payloads of %s', (event) => {
  const { message } = messageFor(event, HOSTILE);

  test('Slack looks for no names and no links in them', () => {
    const { blocks } = slackMessage(message);
    for (const block of JSON.parse(JSON.stringify(blocks)))
      if (block.type === 'section') expect(block.text).toMatchObject({ type: 'mrkdwn', verbatim: true });
  });

  test('a card has no Markdown, and one link: the run', () => {
    const json = JSON.stringify(cardOf(message));
    expect(json).not.toContain('"TextBlock"');
    expect(json.match(/"url":"[^"]*"/g) ?? []).toEqual(
      event === 'customer' ? [] : ['"url":"https://github.example/shop/shop/actions/runs/7"'],
    );
  });

  test('a subject is one line', () => {
    const settings = { smtpUrl: '', from: 'a@b.example', to: ['c@d.example'], incident: '7-1' };
    expect(mailOf(message, settings, 0).subject).not.toMatch(/[\r\n]/);
  });

  test('a CloudEvent is JSON', () => {
    const settings = { url: '', secret: undefined, source: 's', incident: '7-1' };
    expect(JSON.parse(JSON.stringify(cloudEvent('1', message, settings)))).toMatchObject({
      specversion: '1.0',
    });
  });
});
