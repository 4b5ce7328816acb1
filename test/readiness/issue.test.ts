/** The one issue of an environment: opened when it is not ready, kept up to date, closed when it is ready again. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { keepIssue } from '../../src/readiness/issue.ts';
import { GitHubClient } from '../../src/systems/github/client.ts';
import { answer, SinkServer } from '../support/sinks/server.ts';

interface Issue {
  number: number;
  state: string;
  body: string;
  user: { type: string };
}

let server: SinkServer;
let issues: Issue[];
beforeEach(async () => {
  issues = [];
  server = await SinkServer.start((response, got) => {
    const [, number] = /^PATCH \/repos\/shop\/shop\/issues\/(\d+)$/.exec(got.path) ?? [];
    const known = issues.find((issue) => String(issue.number) === number);
    if (known) return answer(200, Object.assign(known, got.body))(response, got);
    if (got.path.startsWith('GET '))
      return answer(
        200,
        issues.filter(({ state }) => state === 'open'),
      )(response, got);
    const issue = { number: issues.length + 1, state: 'open', user: { type: 'Bot' }, ...got.body };
    issues.push(issue);
    return answer(201, issue)(response, got);
  });
});
afterEach(() => server.close());

const keep = (isReady: boolean, environment = 'prod') =>
  keepIssue(
    new GitHubClient(
      { token: 't', owner: 'shop', repo: 'shop', api: server.url },
      AbortSignal.timeout(20_000),
    ),
    { environment, isReady, message: 'm', summary: `ready: ${isReady} @somebody`, labels: [] },
  );

test('it is opened once, brought up to date, and closed', async () => {
  expect(await keep(true)).toBeUndefined();
  expect(await keep(false)).toBe(1);
  expect(await keep(false)).toBe(1);
  expect(await keep(true)).toBe(1);
  expect(issues.map(({ state }) => state)).toEqual(['closed']);
  // The next time it is another one.
  expect(await keep(false)).toBe(2);
});

test('each environment has its own', async () => {
  expect(await keep(false, 'prod')).toBe(1);
  expect(await keep(false, 'staging')).toBe(2);
});

test("a stranger's issue with the same marker is none of ours", async () => {
  await keep(false);
  (issues[0] as Issue).user = { type: 'User' };
  expect(await keep(false)).toBe(2);
});
