import { describe, expect, test } from '@jest/globals';
import { Redactor, redactedJson } from '../../src/base/redact.ts';
import { namedSecretsIn } from '../../src/base/secret-parts.ts';
import { hardLines, hardWord, toldIn } from '../support/marked-secrets.ts';

function redactor(...secrets: string[]) {
  const all = new Redactor();
  for (const secret of secrets) all.add(secret);
  return all.redact;
}

describe('redact', () => {
  test.each<[string, string[], string, string]>([
    ['a secret, everywhere', ['hunter2'], 'a hunter2, hunter2!', 'a ***, ***!'],
    [
      'a secret as it is in JSON',
      ['say "hi"\\now'],
      JSON.stringify({ text: 'say "hi"\\now' }),
      '{"text":"***"}',
    ],
    ['a secret as it is in a URL', ['p@ss/word?'], 'postgres://u:p%40ss%2Fword%3F@db', 'postgres://u:***@db'],
    [
      'each line of a secret',
      ['first-line\nsecond-line\r\nthird-line'],
      'x third-line y second-line z first-line',
      'x *** y *** z ***',
    ],
    [
      'a whole secret of several lines, in JSON',
      ['first-line\nsecond-line'],
      JSON.stringify('first-line\nsecond-line'),
      '"***"',
    ],
    ['a secret with blanks around', ['  hunter2\n'], 'hunter2', '***'],
    ['nothing where there is no secret', [], 'hunter2', 'hunter2'],
    ['signs that mean something in patterns', ['a.c$&*('], 'abc a.c$&*( x', 'abc *** x'],
    ['no text of less than four characters', ['abc', 'a\nb', ' ab ', ''], 'abc a b ab', 'abc a b ab'],
    ['a text of four', ['abcd'], 'abcd', '***'],
  ])('takes out %s', (_, secrets, given, expected) => {
    expect(redactor(...secrets)(given)).toBe(expected);
  });

  test.each([
    ['hunter2', 'hunter2-and-more'],
    ['and-more', 'hunter2-and-more'],
  ])('leaves nothing of a secret that holds another one, %s', (short, long) => {
    expect(redactor(short, long)(`x ${long} y`)).toBe('x *** y');
    expect(redactor(long, short)(`x ${long} y`)).toBe('x *** y');
  });

  const PASSWORD = 'Corr3ct-h0rse/battery+staple';
  test.each([
    ['Basic', Buffer.from(`ops:${PASSWORD}`).toString('base64')],
    ['Basic of a longer user', Buffer.from(`deployer:${PASSWORD}`).toString('base64')],
    ['Basic of no user', Buffer.from(`:${PASSWORD}`).toString('base64')],
    ['AUTH PLAIN', Buffer.from(`\0ops\0${PASSWORD}`).toString('base64')],
    ['base64', Buffer.from(PASSWORD).toString('base64')],
    ['base64 with more behind it', Buffer.from(`${PASSWORD}, and more`).toString('base64')],
    ['base64 for URLs', Buffer.from(`x:${PASSWORD}`).toString('base64url')],
    ['capitals', PASSWORD.toUpperCase()],
    ['small letters', PASSWORD.toLowerCase()],
    ['a URL in small letters', encodeURIComponent(PASSWORD).replace(/%../g, (code) => code.toLowerCase())],
  ])('X17: a secret as it is sent: %s', (_, sent) => {
    const told = redactor(PASSWORD)(`it said: ${sent}.`);
    expect(told).toContain('***');
    const [left = ''] = told.replace('it said: ', '').split('***');
    expect(left.length).toBeLessThan(16);
    expect(told.split('***').at(-1)?.length).toBeLessThan(20);
  });

  test('X11: a megabyte without a line end, made to be slow, is not', () => {
    for (const unit of [
      'eyJ-',
      'eyJaaaaaaaa.',
      '-----BEGIN PRIVATE KEY',
      'a://:',
      'aws_secret_access_key ',
      ' ',
      'xoxb-',
    ]) {
      const begun = process.cpuUsage();
      redactor('hunter2')(unit.repeat(1024 ** 2 / unit.length));
      expect(process.cpuUsage(begun).user / 1000).toBeLessThan(1500);
    }
  });

  test('knows secrets that are added later', () => {
    const all = new Redactor();
    const { redact } = all;
    expect(redact('hunter2')).toBe('hunter2');
    all.add('hunter2');
    expect(redact('hunter2')).toBe('***');
  });
});

describe('X2: what is in a secret', () => {
  const sql = 'Authorization: Basic c2hvcDpodW50ZXIyIQ==';
  test.each<[string, string, string, string]>([
    ['texts of JSON', '{"user":"svc_shop","password":"hunter2!"}', 'svc_shop hunter2!', '*** ***'],
    ['texts of JSON in JSON', JSON.stringify({ a: '{"b":["hunter2!"]}' }), 'hunter2!', '***'],
    ['JSON behind a name', 'x=1\ndb={"user":"svc","password":"hunter2!"}', 'hunter2!', '***'],
    [
      'short values of names that say it',
      '{"pin":"77","other":"77a"}',
      'pin 77, 777, 77a',
      'pin ***, 777, 77a',
    ],
    ['whatever is below such a name', '{"secrets":{"a":["q7"]}}', 'a: q7', 'a: ***'],
    ['numbers of such names', '{"token":123456}', 'is 123456', 'is ***'],
    ['lines of dotenv', "export DB_PASSWORD='hunter2!'\nA=b", 'is hunter2!', 'is ***'],
    ['lines of YAML', 'db:\n  password: "hunter2!"\n  - token: hunter3!', 'hunter2! hunter3!', '*** ***'],
    ['passwords of URLs', 'redis://:hun%74er2@db:1/0', 'hunter2 and hun%74er2', '*** and ***'],
    ['passwords that nobody encoded', 'postgres://u:h@n/ter2@db/x', 'h@n/ter2 at db', '*** at db'],
    ['each URL of a list', 'redis://a:hunter2@x,redis://b:hunter3@y', 'hunter2 hunter3', '*** ***'],
    ['what is sent for a URL', 'https://shop:hunter2!@db', sql.toUpperCase(), 'AUTHORIZATION: BASIC ***'],
    ['what a header decodes to', sql, 'hunter2! for shop', '*** for shop'],
    ['a secret of a query', 'https://db/x?sslmode=full&password=hunter%32', 'hunter2 full', '*** full'],
    ['words of a DSN', "host=db user=shop password='hunter2!'", 'shop at db: hunter2!', 'shop at db: ***'],
    ['long parts of a hook', 'https://x.test/services/T0/part-that-lets-in', 'part-that-lets-in', '***'],
  ])('%s', (_, secret, given, expected) => {
    expect(redactor(secret)(given)).toBe(expected);
  });

  test('short values of other names are known where they are a whole value', () => {
    const all = new Redactor();
    all.add('db={"user":"svc","port":5432,"password":"abc"}');
    expect(['svc', 5432, 'abc', 'svc-a'].map(all.isShortSecret)).toEqual([true, true, true, false]);
    expect(all.redact('svc-api on 5432')).toBe('svc-api on 5432');
  });
});

describe('X1: a secret with all signs that mean something', () => {
  const secret = hardWord('all');
  const html = secret.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  test.each<[string, string]>([
    ['as it is', secret],
    ['in capitals', secret.toUpperCase()],
    ['in JSON', JSON.stringify(secret)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify({ secret }))],
    ['in a URL', encodeURIComponent(secret)],
    ['in a form', new URLSearchParams({ secret }).toString()],
    ['in HTML', html],
    ['as a user\u2019s password', Buffer.from(`user:${secret}`).toString('base64')],
    ['in base64 of more', Buffer.from(`{"a":"${secret}"}`).toString('base64url')],
    ['beside another', `${secret}${secret}`],
  ])('%s', (_, text) => {
    expect(toldIn(text)).not.toEqual([]);
    expect(toldIn(redactor(secret)(text))).toEqual([]);
  });

  test('of several lines, each alone', () => {
    for (const line of hardLines('two').split('\n')) expect(redactor(hardLines('two'))(line)).toBe('***');
  });

  test('two that overlap leave nothing of either', () => {
    expect(redactor('abcdefgh', 'efghijkl')('x abcdefghijkl y')).toBe('x *** y');
  });
});

describe('X1: each sign that means something somewhere, in whatever the secret is written', () => {
  const inWhat: Record<string, (text: string) => string> = {
    'as it is': (text) => text,
    'in JSON': (text) => JSON.stringify({ text }),
    'in JSON in JSON': (text) => JSON.stringify(JSON.stringify({ text })),
    'in a URL': (text) => `https://x.example/?q=${encodeURIComponent(text)}`,
    'in a form': (text) => String(new URLSearchParams({ text })),
    'as a password of a URL': (text) => {
      const url = new URL('redis://user@x.example');
      url.password = text;
      return url.href;
    },
    'in HTML': (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
    'in Markdown': (text) => text.replace(/[&<>|@[\]`*_~\\]/g, (sign) => `&#${sign.charCodeAt(0)};`),
    'in a wiki': (text) => text.replace(/[\\`*_{}[\]()#+.!|<>~-]/g, '\\$&'),
    'in SQL': (text) => `'${text.replaceAll("'", "''")}'`,
    'in base64': (text) => Buffer.from(text).toString('base64'),
    'as a login in base64': (text) => Buffer.from(`user:${text}`).toString('base64'),
    'in capitals': (text) => text.toUpperCase(),
  };
  const given: Record<string, (secret: string) => string> = {
    'by itself': (secret) => secret,
    'as a value of JSON': (secret) => JSON.stringify({ user: 'svc', password: secret }),
    'as the password of a URL': (secret) => `postgresql://svc:${encodeURIComponent(secret)}@db/shop`,
    'as a header': (secret) => `X-Api-Key: ${secret}`,
  };
  const HALVES = /q7w2e|m4n6b/i;
  const all = [...'&<>|@[]\\`*_~"\'%$\n'].flatMap((sign) =>
    Object.keys(given).flatMap((how) => Object.keys(inWhat).map((where) => [sign, how, where] as const)),
  );
  const inBase64 = (text: string) =>
    [...text.matchAll(/[A-Za-z0-9+/=]{12,}/g)].map(([coded]) =>
      Buffer.from(coded, 'base64').toString('latin1'),
    );

  test.each(all)('%j given %s, %s', (sign, how, where) => {
    // A header has one line, and the lines of a secret are told one by one.
    const secret = sign === '\n' && how === 'as a header' ? 'q7w2e5m4n6b' : `q7w2e5${sign}m4n6b8`;
    const told = redactor((given[how] as (text: string) => string)(secret))(
      (inWhat[where] as (text: string) => string)(secret),
    );
    expect([told, ...inBase64(told)].filter((text) => HALVES.test(text))).toEqual([]);
  });
});

describe('X2: what is short in a JSON secret', () => {
  const json = JSON.stringify({
    engine: 'pg',
    port: 5432,
    pin: '739',
    login: { user: 'svc', password: 'a1b' },
  });

  test('is told nowhere by itself where its name says what it is', () => {
    const told = redactor(json)('the pin is 739, the password a1b.');
    expect(told).toBe('the pin is ***, the password ***.');
  });

  test('is not a value of its own in what is told of a plan', () => {
    const all = new Redactor();
    all.add(json);
    expect(['svc', 'a1b', '739', 'pg'].map(all.isShortSecret)).toEqual([true, true, true, true]);
  });
});

describe('what is a secret by its looks', () => {
  test.each([
    ['a token of Slack', 'a xoxb-123456789-abc b', 'a *** b'],
    ['a token of GitHub', `a ghp_${'x'.repeat(36)} b`, 'a *** b'],
    ['a key of AWS', 'a AKIAIOSFODNN7EXAMPLE b', 'a *** b'],
    ['a secret key of AWS', `aws_secret_access_key = ${'k'.repeat(40)}`, 'aws_secret_access_key = ***'],
    ['a JWT', 'a eyJhbGciOiJI.eyJzdWIiOiIx.c2ln b', 'a *** b'],
    ['a private key, in JSON', '{"k":"-----BEGIN RSA PRIVATE KEY-----\\nMII","b":1}', '{"k":"***","b":1}'],
    ['the password of a URL', 'postgres://app:hunter2@db:5432/shop', 'postgres://app:***@db:5432/shop'],
    [
      'a hook of Slack',
      'https://hooks.slack.com/services/T0/B0/xyz.',
      'https://hooks.slack.com/services/***.',
    ],
  ])('%s', (_, given, expected) => {
    expect(redactor()(given)).toBe(expected);
  });

  test.each([
    'http://web:8080/health?user=a@b',
    'registry.test:5000/web@sha256:c0ffee',
    'mailto:ops@shop.example',
    'git@github.com:shop/shop.git',
    '{"a":"http://x:","b":"y@z"}',
    'eyJhbGciOiJI',
  ])('and what is none: %s', (text) => {
    expect(redactor()(text)).toBe(text);
  });
});

test('JSON stays JSON where a secret is a word of it, and names have no secrets either', () => {
  const value = { hunter2: true, port: 5432, other: 15432, list: ['hunter2', null, { 'a-5432': 'true' }] };
  expect(JSON.parse(redactedJson(value, redactor('hunter2', '5432', 'true')))).toEqual({
    '***': true,
    port: '***',
    other: 15432,
    list: ['***', null, { 'a-***': '***' }],
  });
});

test('what has the name of a secret is one, in a kubeconfig given as content and in headers', () => {
  const yaml = 'users:\n- name: ops\n  user:\n    token: abcdef\n    client-key-data: "Zm9v"\n';
  expect(namedSecretsIn(yaml)).toEqual(['abcdef', 'Zm9v']);
  const json = JSON.stringify({ users: [{ name: 'ops', user: { password: 'abcdef', username: 'ops' } }] });
  expect(namedSecretsIn(json)).toEqual(['abcdef']);
  expect(namedSecretsIn('Authorization: Token abc\nX-Key: k')).toEqual(['Token abc', 'abc', 'k']);
  expect(namedSecretsIn('/home/runner/.kube/config')).toEqual([]);
});
