import { afterEach, describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/base/errors.ts';
import { GitHubClient, type Purpose } from '../../../src/systems/github/client.ts';
import type { GitHubError } from '../../../src/systems/github/errors.ts';
import {
  closedPort,
  hang,
  json,
  type Reply,
  reset,
  ScriptedServer,
  stream,
  text,
} from '../scripted-server.ts';

let server: ScriptedServer;
afterEach(() => server.close());

const purpose: Purpose = { what: 'list issues of shop/shop', permission: 'issues: read', repeatable: true };
const once = { ...purpose, repeatable: false };

async function ask(
  replies: Reply[],
  options: { purpose?: Purpose; api?: string; signal?: AbortSignal } = {},
) {
  server = await ScriptedServer.start(...replies);
  const target = {
    token: 'ghs_secret',
    owner: 'shop',
    repo: 'shop',
    api: options.api ?? `${server.url}/api/v3/`,
  };
  const limits = { attemptMs: 1000, attempts: 3 };
  const client = new GitHubClient(target, options.signal ?? AbortSignal.timeout(20_000), limits);
  const route = 'POST /repos/{owner}/{repo}/issues';
  return client.request<{ number: number }>(route, { title: 'It' }, options.purpose ?? purpose);
}

const failure = (replies: Reply[], options: Parameters<typeof ask>[1] = {}): Promise<GitHubError> =>
  ask(replies, options).then(
    () => Promise.reject(new Error('it did not fail')),
    (error: GitHubError) => error,
  );

const done = json({ number: 7 }, 201);
const error = (status: number, message = 'by script', headers = {}): Reply =>
  json({ message }, status, headers);

test('a request goes to the API of the runner, with the token and what it is about', async () => {
  expect(await ask([done])).toEqual({ number: 7 });
  expect(server.told).toEqual(['POST /api/v3/repos/shop/shop/issues']);
  expect(server.requests[0]).toMatchObject({
    headers: { authorization: 'token ghs_secret' },
    body: { title: 'It' },
  });
});

describe('what may be over in a moment is tried again', () => {
  test.each([
    ['500', [error(500), done]],
    ['502 in HTML, twice', [text('<html>', 502), text('<html>', 502), done]],
    ['429', [error(429), done]],
    ['a secondary rate limit', [error(403, 'You have exceeded a secondary rate limit'), done]],
    ['a primary one', [error(403, 'no', { 'x-ratelimit-remaining': '0' }), done]],
    ['a limit, however often', [error(429), error(429), error(429), error(429), error(429), done]],
    ['a cut connection', [reset, done]],
    ['a server that hangs', [hang, done]],
    ['a body that drips', [stream(['{"number":', '7'], 'stays'), done]],
    ['a body that is cut', [stream(['{"number":', '7'], 'is cut'), done]],
    ['an answer that is not JSON', [text('<html>welcome</html>'), done]],
  ])('%s', async (_, replies) => {
    expect(await ask(replies)).toEqual({ number: 7 });
    expect(server.requests).toHaveLength(replies.length);
  });

  test('after the pause that GitHub wants', async () => {
    await ask([error(429, 'slow', { 'retry-after': '1' }), done]);
    const [first, second] = server.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1000);
  });
});

describe('one sentence says what GitHub did not do, and what to do', () => {
  test.each([
    [
      '401',
      error(401, 'Bad credentials'),
      'GitHub did not list issues of shop/shop (401: Bad credentials); the token is wrong or has expired: give another one as `github-token`.',
    ],
    [
      '403',
      error(403, 'Resource not accessible by integration'),
      'GitHub did not list issues of shop/shop (403: Resource not accessible by integration); give the job `permissions: {issues: read}`, or a `github-token` that may do it.',
    ],
    [
      'a locked issue (probot/stale#25)',
      error(403, 'Unable to create comment because issue is locked.'),
      'GitHub did not list issues of shop/shop (403: Unable to create comment because issue is locked); unlock it, or name another one.',
    ],
    [
      'too many comments',
      error(403, 'Commenting is disabled on issues with more than 2500 comments'),
      'GitHub did not list issues of shop/shop (403: Commenting is disabled on issues with more than 2500 comments); name another one.',
    ],
    [
      'an archived repository',
      error(403, 'Repository was archived so is read-only.'),
      'GitHub did not list issues of shop/shop (403: Repository was archived so is read-only); an archived repository takes nothing.',
    ],
    [
      'single sign-on',
      error(403, 'Resource protected by organization SAML enforcement.'),
      'GitHub did not list issues of shop/shop (403: Resource protected by organization SAML enforcement); authorize the token for the single sign-on of the organization.',
    ],
    [
      'an IP allow list',
      error(403, 'the `shop` organization has an IP allow list enabled'),
      "GitHub did not list issues of shop/shop (403: the `shop` organization has an IP allow list enabled); use a runner whose address is on the organization's IP allow list.",
    ],
    [
      '404',
      error(404, 'Not Found'),
      'GitHub did not list issues of shop/shop (404: Not Found); give the job `permissions: {issues: read}`, or a `github-token` that may do it.',
    ],
    [
      '410',
      error(410, 'Issues has been disabled in this repository.'),
      'GitHub did not list issues of shop/shop (410: Issues has been disabled in this repository).',
    ],
    [
      '422',
      json({ message: 'Validation Failed', errors: [{ field: 'title' }] }, 422),
      'GitHub did not list issues of shop/shop (422: Validation Failed).',
    ],
    [
      '422 with a number that is too long for one',
      text('{"message": "Validation Failed", "errors": [{"id": 9007308412291850000}]}', 422, {
        'Content-Type': 'application/json',
      }),
      'GitHub did not list issues of shop/shop (422: Validation Failed).',
    ],
    [
      'a limit that lasts',
      error(429, 'slow', { 'retry-after': '3600' }),
      'GitHub did not list issues of shop/shop (429: slow); its rate limit is used up: run it again later.',
    ],
  ])('%s, and is not asked again', async (_, reply, sentence) => {
    const said = await failure([reply, done]);
    expect(said.message).toBe(sentence);
    expect(said).toBeInstanceOf(ActionError);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    [
      '500',
      error(500, 'oops'),
      'GitHub did not list issues of shop/shop (500: oops); run it again, or look at githubstatus.com.',
    ],
    [
      'a hang',
      hang,
      'GitHub cannot be reached to list issues of shop/shop: no answer in 1 s; check the network of the runner, or run it again.',
    ],
    [
      'a cut',
      reset,
      'GitHub cannot be reached to list issues of shop/shop: the connection was cut; check the network of the runner, or run it again.',
    ],
  ])('%s that stays', async (_, reply, sentence) => {
    expect((await failure([reply, reply, reply])).message).toBe(sentence);
    expect(server.requests).toHaveLength(3);
  });

  test('nothing listens there', async () => {
    const said = await failure([], { api: await closedPort(), purpose: once });
    expect(said.message).toContain('to list issues of shop/shop: nothing listens there;');
  });

  test('the fields that were wrong are in the details, the token is nowhere', async () => {
    const said = await failure([json({ message: 'Validation Failed', errors: [{ field: 'title' }] }, 422)]);
    expect(said.details).toEqual(['[{"field":"title"}]']);
    expect(JSON.stringify([said.message, said.details, said.stack])).not.toContain('ghs_secret');
  });
});

describe('what must not be done twice', () => {
  test.each([
    ['500', error(500)],
    ['a hang', hang],
    ['a cut', reset],
  ])('is not sent again after %s', async (_, reply) => {
    expect(await failure([reply, done], { purpose: once })).toMatchObject({ passing: true, mayBeDone: true });
    expect(server.requests).toHaveLength(1);
  });

  test('is sent again after a refusal', async () => {
    expect(await ask([error(429), done], { purpose: once })).toEqual({ number: 7 });
  });
});

test('the deadline of the action ends it at once, in its own words', async () => {
  const controller = new AbortController();
  const asked = failure([hang], { signal: controller.signal });
  while (!server || server.requests.length < 1) await new Promise((resolve) => setImmediate(resolve));
  controller.abort(new ActionError('The deadline has passed.'));
  expect((await asked).message).toBe('The deadline has passed.');
});
