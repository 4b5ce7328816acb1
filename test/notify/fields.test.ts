import { describe, expect, test } from '@jest/globals';
import { cut, oneLine, readFields } from '../../src/notify/fields.ts';
import { internalNames } from '../../src/notify/internal-names.ts';
import { storyOf } from '../../src/record/story.ts';
import { action } from '../record/events.ts';
import { empty, ended, failed, HOSTILE_TEXT, messageFor, running } from './fixtures.ts';

describe('fields', () => {
  test('are texts, numbers, booleans and lists', () => {
    const { fields, problems } = readFields(
      '{"impact": "a", "users": 12, "smoke-tests": true, "services": ["a", 2], "eta": null, "issue": ""}',
    );
    expect(fields).toEqual({ impact: 'a', users: '12', 'smoke-tests': 'true', services: ['a', '2'] });
    expect(problems).toEqual([]);
  });

  test.each([
    [0.45, '45%'],
    [0.0012, '0.12%'],
    [0, '0%'],
    ['45%', '45%'],
    ['0.45', '45%'],
    [45, '45%'],
    ['twice as high', 'twice as high'],
  ])('an error rate of %j is told as %s', (given, told) => {
    expect(readFields(JSON.stringify({ 'error-rate': given })).fields).toEqual({ 'error-rate': told });
  });

  test.each(['{"impact": "say "no""}', '[]', '"text"', 'null', '{'])(
    '%s is not an object: a warning, and no field',
    (json) => {
      expect(readFields(json)).toEqual({
        fields: {},
        problems: [expect.stringMatching(/^Input `fields` is not a JSON object, .*\.$/)],
      });
    },
  );

  test.each([
    ['{"impact": {"a": 1}, "eta": "now"}', 'The field `impact` is left out'],
    ['{"Impact!": "a", "eta": "now"}', 'The field "Impact!" is left out'],
    ['{"__proto__": "a", "eta": "now"}', 'The field "__proto__" is left out'],
  ])('one that is wrong is left out of %s, and the rest stays', (json, problem) => {
    const { fields, problems } = readFields(json);
    expect(fields).toEqual({ eta: 'now' });
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });
});

test('a line is one line of signs that are seen', () => {
  expect(oneLine(HOSTILE_TEXT)).not.toMatch(/[\r\n\p{Cf}\p{Cc}\p{Co}]/u);
  expect(oneLine('a\u200bb\t\n c\u0000')).toBe('ab c');
});

test('what is too long is cut at a word, and never inside an entity or a pair', () => {
  expect(cut('one two three four', 12, '…')).toBe('one two …');
  expect(cut('short', 12, '…')).toBe('short');
  expect(cut(`${'x'.repeat(20)}&amp;${'y'.repeat(20)}`, 26, '…')).toBe(`${'x'.repeat(20)} …`);
  expect(cut(`${'x'.repeat(9)}😀${'y'.repeat(20)}`, 12, '…')).toBe(`${'x'.repeat(9)} …`);
});

describe('a message for customers', () => {
  test('has no estimate and no name of the house', () => {
    const given = {
      eta: '10 minutes',
      'incident-commander': 'Ada',
      services: 'api-gateway',
      version: '2.0.0',
      'incident-channel': '#ops',
      issue: 'pod crash',
    };
    const { message } = messageFor('customer', given);
    const all = JSON.stringify(message);
    for (const text of [
      ...Object.values(given),
      'deployment/web',
      'database/shop',
      '1.4.0',
      'production',
      'release 2.0.0',
      'actions/runs',
      '7-1',
    ])
      expect(all).not.toContain(text);
  });

  test('is a draft where a text has a name of the record', () => {
    const { missing } = messageFor('customer', { impact: 'deployment/web and database/shop. were down' });
    expect(missing).toEqual([
      'It has the internal name deployment/web; say it in the words of customers in `fields`.',
      'It has the internal name database/shop; say it in the words of customers in `fields`.',
    ]);
    expect(internalNames(ended, 'the web was down')).toEqual([]);
  });

  test('says resolved when the record or a person says so, and only then', () => {
    const says = (story: typeof ended, fields = {}) =>
      messageFor('customer', fields, { story }).message.subject;
    expect(says(ended)).toBe('Service restoration complete');
    expect(says(running)).toBe('Service disruption');
    expect(says(failed)).toBe('Service disruption');
    expect(says(empty, { resolved: true })).toBe('Service restoration complete');
    // What goes on is on record, whoever says that it is over.
    expect(says(running, { resolved: true })).toBe('Service disruption');
    expect(says(ended, { resolved: false })).toBe('Service disruption: a fix is in place');
  });
});

test('a message of success is doubted where the record says failure', () => {
  expect(messageFor('completed', {}, { story: failed }).problems).toEqual([
    'The event is `completed`, and the record says that the rollback failed; the message says that.',
  ]);
});

test.each([
  'xoxb-1234567890-abcdefghij',
  `ghp_${'a1B2'.repeat(9)}`,
  `github_pat_${'a1B2'.repeat(9)}`,
  'AKIAIOSFODNN7EXAMPLE',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl',
  'https://hooks.slack.com/services/T000/B000/XXXX',
  'postgres://app:hunter2hunter2@db.internal/shop',
  'xoxb-12345\u200b67890-abcdefghij',
])('a secret of a known look is not told: %s', (secret) => {
  const { message } = messageFor('started', { impact: `see ${secret} there`, 'incident-commander': secret });
  const kept = /:\/\/app:([^@]*)@/.exec(secret)?.[1] ?? secret.replace(/\s+/g, ' ').slice(-8);
  expect(JSON.stringify(message)).not.toContain(kept);
  expect(message.body.text).toMatch(/User impact: see .*\*\*\*.* there/);
});

test.each([
  [
    {
      seconds: 200,
      tables: [
        { lost: 3, changed: 1 },
        { lost: 0, changed: 0 },
      ],
    },
    '4 rows (up to 3 min 20 s of writes)',
  ],
  [{ seconds: 200, tables: null }, 'an unknown number of rows (up to 3 min 20 s of writes)'],
  [{ seconds: null, tables: [] }, 'no row is lost'],
  [
    { seconds: null, tables: [], repaired: { back: 2, set: 0, newer: 1 } },
    'no row is lost; 2 rows are back, 0 rows are set back, 1 newer row is kept',
  ],
  [{ seconds: null, tables: null }, 'an unknown number of rows'],
  ['much', 'an unknown number of rows'],
])('the loss %j is told as: %s', (loss, told) => {
  const events = action('rollback-db', [0, 9], 'done', { evidence: { outputs: { 'data-loss': loss } } });
  const { message } = messageFor('completed', {}, { story: storyOf(events, '7-1') });
  expect(message.body.text).toContain(`- Data loss: ${told}\n`);
});
