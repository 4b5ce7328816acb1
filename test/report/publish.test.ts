import { afterEach, describe, expect, test } from '@jest/globals';
import { bodyOf, markerOf } from '../../src/report/issue.ts';
import { publish } from '../../src/report/publish.ts';
import { GitHubClient } from '../../src/systems/github/client.ts';
import { type Got, hang, json, type Reply, ScriptedServer } from '../systems/scripted-server.ts';
import { full } from './stories.ts';

const { report } = full();
const marked = (number: number, rest: object = {}) => ({
  number,
  html_url: `https://github.example/shop/shop/issues/${number}`,
  body: bodyOf(report).replace('- [ ] Post-mortem', '- [x] Post-mortem'),
  user: { type: 'Bot' },
  author_association: 'NONE',
  ...rest,
});
const created = json(marked(9), 201);
const updated: Reply = (response, request) =>
  json(marked(Number(request.path.split('/').at(-1))))(response, request);

let server: ScriptedServer;
afterEach(() => server.close());

async function run(mode: 'create' | 'update', ...replies: Reply[]) {
  server = await ScriptedServer.start(...replies);
  const target = { token: 't', owner: 'shop', repo: 'shop', api: server.url };
  const client = new GitHubClient(target, AbortSignal.timeout(20_000), { attemptMs: 3_000, attempts: 3 });
  return publish(client, report, { mode, labels: ['incident', 'rollback'] });
}

const list = 'GET /repos/shop/shop/issues';
const post = 'POST /repos/shop/shop/issues';
const bodyAt = (index: number) => (server.requests[index] as Got).body as Record<string, unknown>;

describe.each(['create', 'update'] as const)('%s', (mode) => {
  test('opens an issue where there is none, with its labels', async () => {
    expect(await run(mode, json([]), created)).toMatchObject({ number: 9, did: 'created' });
    expect(server.told).toEqual([list, post]);
    expect(bodyAt(1)).toEqual({
      title: 'Rollback of production on 2026-11-22 (7-1)',
      body: bodyOf(report),
      labels: ['incident', 'rollback'],
    });
    expect(server.requests[0]?.query).toMatchObject({ state: 'all', since: report.started, per_page: '100' });
  });

  test("passes over other issues, pull requests and strangers' markers", async () => {
    const others = [
      marked(1, { body: markerOf('8-1') }),
      marked(2, { body: null }),
      marked(3, { pull_request: {} }),
      marked(4, { user: { type: 'User' }, author_association: 'CONTRIBUTOR' }),
    ];
    expect(await run(mode, json(others), created)).toMatchObject({ number: 9, did: 'created' });
  });

  test('looks at the next page', async () => {
    const page = Array.from({ length: 100 }, (_, index) => marked(100 + index, { body: '' }));
    const earlier = marked(5, { user: { type: 'User' }, author_association: 'MEMBER' });
    expect(await run(mode, json(page), json([earlier]), updated)).toMatchObject({ number: 5 });
    expect(server.requests[1]?.query.page).toBe('2');
  });
});

test('update brings the earlier one up to date, and keeps what people ticked', async () => {
  expect(await run('update', json([marked(5)]), updated)).toEqual({
    number: 5,
    url: 'https://github.example/shop/shop/issues/5',
    did: 'updated',
  });
  expect(server.told).toEqual([list, 'PATCH /repos/shop/shop/issues/5']);
  expect(Object.keys(bodyAt(1))).toEqual(['body']);
  expect(bodyAt(1).body).toContain('- [x] Post-mortem scheduled');
});

test('create leaves the earlier one as it is', async () => {
  expect(await run('create', json([marked(5)]))).toMatchObject({ number: 5, did: 'found' });
  expect(server.told).toEqual([list]);
});

describe('where nobody knows whether it was opened', () => {
  test.each([
    ['500', json({ message: 'oops' }, 500)],
    ['a hang', hang],
  ])('after %s it looks again and finds it', async (_, reply) => {
    expect(await run('update', json([]), reply, json([marked(9)]))).toMatchObject({
      number: 9,
      did: 'created',
    });
    expect(server.told).toEqual([list, post, list]);
  });

  test('or fails, and opens no second one', async () => {
    await expect(run('update', json([]), json({ message: 'oops' }, 500), json([]))).rejects.toThrow(
      'GitHub did not create an issue in shop/shop (500: oops)',
    );
    expect(server.told).toEqual([list, post, list]);
  });
});

test.each([
  [403, 'Resource not accessible by integration', 'give the job `permissions: {issues: write}`'],
  [404, 'Not Found', 'give the job `permissions: {issues: write}`'],
  [422, 'Validation Failed', '(422: Validation Failed).'],
])('%d is one sentence, and nothing is sent again', async (status, message, words) => {
  await expect(run('update', json([]), json({ message }, status))).rejects.toThrow(words);
  expect(server.told).toEqual([list, post]);
});
