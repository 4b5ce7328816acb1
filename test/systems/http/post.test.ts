import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Budget, type Limits, UnknownOutcomeError } from '../../../src/base/budget.ts';
import { ActionError } from '../../../src/base/errors.ts';
import { objectOf, post } from '../../../src/systems/http/post.ts';
import { answer, cutOff, drip, hang, SinkServer } from '../../support/sinks/server.ts';
import { closedPort } from '../scripted-server.ts';
import '../realm.ts';

const LIMITS = { attempts: 3, attemptSeconds: 2, seconds: 12 };
const HTML = '<!doctype html>\n<html><title>502 Bad Gateway</title></html>';

let server: SinkServer;
beforeEach(async () => {
  server = await SinkServer.start(answer(200, { fine: true }));
});
afterEach(() => server.close());

const URL_OF = () => `${server.url}/services/part-that-nobody-may-see`;

async function send(url = URL_OF(), limits: Limits = LIMITS, repeatable = true) {
  const budget = new Budget(new AbortController().signal, limits);
  const sent = post({ to: 'Slack', url, body: '{"a":1}', repeatable }, budget, objectOf);
  const settled = await sent.then(
    (value) => ({ value, error: undefined }),
    (error: Error) => ({ value: undefined, error }),
  );
  return { ...settled, attempts: budget.attempts };
}

test('what is sent is JSON, once', async () => {
  expect(await send()).toEqual({ value: { fine: true }, error: undefined, attempts: 1 });
  expect(server.requests).toMatchObject([{ text: JSON.stringify({ a: 1 }) }]);
  expect(server.requests[0]?.headers['content-type']).toMatch(/^application\/json/);
});

test('user and password of a URL travel as a header, and are in no error', async () => {
  const url = server.url.replace('http://', 'http://ops:p%40ss@');
  server.faults.push(answer(401, 'who are you?'));
  expect((await send(url)).error?.message).not.toMatch(/ops|p@ss|p%40ss/);
  expect(server.requests[0]?.headers.authorization).toBe(`Basic ${btoa('ops:p@ss')}`);
});

describe('what may be over in a moment is tried again', () => {
  test.each([
    ['429 with Retry-After', answer(429, { error: 'slow down' }, { 'Retry-After': '1' })],
    ['429 without', answer(429, '')],
    ['408', answer(408, '')],
    ['500', answer(500, HTML)],
    ['503', answer(503, '')],
    ['a hang', hang],
    ['a slow drip', drip],
    ['a cut connection', cutOff],
  ])('%s', async (_, fault) => {
    server.faults.push(fault);
    expect(await send()).toEqual({ value: { fine: true }, error: undefined, attempts: 2 });
  });
});

describe('R5: what must not be there twice', () => {
  test.each([
    ['429 with Retry-After', answer(429, { error: 'slow down' }, { 'Retry-After': '1' })],
    ['500', answer(500, HTML)],
    ['503', answer(503, '')],
  ])('is sent again after %s, which says that it was not taken', async (_, fault) => {
    server.faults.push(fault);
    expect(await send(undefined, LIMITS, false)).toMatchObject({ value: { fine: true }, attempts: 2 });
  });

  test('leaves no connection open, which the other side may close just as the next message is sent', async () => {
    expect(await send(undefined, LIMITS, false)).toMatchObject({ error: undefined });
    expect(server.requests[0]?.headers.connection).toBe('close');
  });

  test('has all the time that there is for its answer', async () => {
    server.faults.push((response, got) => {
      setTimeout(() => answer(200, { fine: true })(response, got), 1000);
    });
    expect(await send(undefined, LIMITS, false)).toEqual({
      value: { fine: true },
      error: undefined,
      attempts: 1,
    });
  });

  test.each([
    ['silence', hang],
    ['a slow drip', drip],
    ['a cut connection', cutOff],
    ['a gateway that got no answer', answer(504, HTML)],
  ])('is not sent again after %s, and it is told that nobody knows', async (_, fault) => {
    server.faults.push(fault, fault);
    const { error } = await send(undefined, { ...LIMITS, seconds: 0.5 }, false);
    expect(error).toBeInstanceOf(UnknownOutcomeError);
    expect(error?.message).toMatch(
      /^Slack \(127\.0\.0\.1:\d+\) [^\n]+: it is unknown whether it was accepted, so it was not sent again; look there first\.$/,
    );
    expect(server.requests).toHaveLength(1);
  });

  test('is sent again where nobody was reached', async () => {
    const { error, attempts } = await send(await closedPort(), LIMITS, false);
    expect(error?.message).toContain('cannot be reached: nothing listens there');
    expect(attempts).toBe(3);
  });

  test('waits for a limit as often as there is time for it', async () => {
    const limited = answer(429, '', { 'Retry-After': '0' });
    server.faults.push(limited, limited);
    const one = { ...LIMITS, attempts: 1 };
    expect(await send(undefined, one, false)).toMatchObject({ value: { fine: true }, attempts: 3 });
  });
});

describe('what stays as it is is told in one sentence', () => {
  test.each([
    ['400', answer(400, 'invalid_payload'), 1, /refused the message \(400: invalid_payload\); check/],
    ['403 as a page', answer(403, HTML), 1, /refused the message \(403, an HTML page\)/],
    ['404', answer(404, ''), 1, /refused the message \(404\)/],
    [
      'a redirect',
      answer(307, '', { Location: 'http://evil.example/' }),
      1,
      /it redirects, which is not followed/,
    ],
    [
      '500 to the end',
      answer(500, HTML),
      3,
      /refused the message \(500, an HTML page\); it does not work at the moment/,
    ],
    ['silence to the end', hang, 3, /gave no answer in 2 s/],
    ['a Retry-After past the budget', answer(429, '', { 'Retry-After': '3600' }), 1, /\(429\)/],
    [
      'a Retry-After by date',
      answer(429, '', { 'Retry-After': 'Fri, 01 Jan 2100 00:00:00 GMT' }),
      1,
      /\(429\)/,
    ],
  ])('%s', async (_, fault, attempts, sentence) => {
    server.faults.push(fault, fault, fault, fault);
    const { error, ...rest } = await send();
    expect(rest).toEqual({ value: undefined, attempts });
    expect(error).toBeInstanceOf(ActionError);
    expect(error?.message).toMatch(sentence);
    expect(error?.message).toMatch(/^Slack \(127\.0\.0\.1:\d+\) [^\n]+\.$/);
    expect(error?.message).not.toContain('part-that-nobody-may-see');
    expect(server.requests).toHaveLength(attempts);
  });

  test('nothing that listens', async () => {
    const { error, attempts } = await send(await closedPort());
    expect(error?.message).toContain('cannot be reached: nothing listens there');
    expect(attempts).toBe(3);
  });

  test('a certificate that nobody signed, which is final', async () => {
    const tls = await SinkServer.start(answer(200, {}), { tls: true });
    const { error, attempts } = await send(tls.url);
    await tls.close();
    expect(error?.message).toContain('its certificate is signed by an unknown authority');
    expect(attempts).toBe(1);
    expect(tls.requests).toEqual([]);
  });

  test.each(['file:///etc/passwd', 'ftp://x.example', 'hooks.slack.com/services', ''])(
    'the URL %j',
    async (url) => {
      await expect((async () => send(url))()).rejects.toThrow(
        'The URL for Slack is not an HTTP or HTTPS URL',
      );
    },
  );
});

test('the budget ends a hang, whatever an attempt may take', async () => {
  server.faults.push(hang);
  const { error, attempts } = await send(undefined, { attempts: 3, attemptSeconds: 600, seconds: 0.3 });
  expect(error?.message).toMatch(/gave no answer in 0.3 s|gave no answer in 600 s/);
  expect(attempts).toBe(1);
});

test('a deadline from outside ends it with its own reason', async () => {
  server.faults.push(hang);
  const outer = new AbortController();
  const budget = new Budget(outer.signal, { attempts: 3, attemptSeconds: 600, seconds: 600 });
  const sent = post({ to: 'Slack', url: server.url, body: '{}', repeatable: false }, budget, objectOf);
  outer.abort(new ActionError('The run was cancelled (SIGINT).'));
  await expect(sent).rejects.toThrow('The run was cancelled (SIGINT).');
});
