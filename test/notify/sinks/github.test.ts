import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Budget } from '../../../src/base/budget.ts';
import { commentSink, deploymentSink } from '../../../src/notify/sinks/github.ts';
import { GITHUB_TOKEN, startGitHub } from '../../support/sinks/github.ts';
import { answer } from '../../support/sinks/server.ts';
import '../../systems/realm.ts';
import { messageFor } from '../fixtures.ts';

let gitHub: Awaited<ReturnType<typeof startGitHub>>;
beforeEach(async () => {
  gitHub = await startGitHub();
});
afterEach(() => gitHub.close());

const budget = () =>
  new Budget(new AbortController().signal, { attempts: 3, attemptSeconds: 30, seconds: 60 });
const target = (token = GITHUB_TOKEN) => ({ token, owner: 'shop', repo: 'shop', api: gitHub.url });
const { message } = messageFor('started');

test.each([{ issue: '5' }, { commit: 'c0ffee' }])('one comment on %j is changed in place', async (on) => {
  const first = await commentSink({ target: target(), on }, {}).send(message, budget());
  const second = await commentSink({ target: target(), on }, first.keep ?? {}).send(
    messageFor('completed').message,
    budget(),
  );
  expect(second.id).toBe(first.id);
  expect([...gitHub.comments]).toEqual([
    ['1', expect.stringContaining('[RESOLVED]'.replace('[', '&#91;').replace(']', '&#93;'))],
  ]);
});

test('a comment that was deleted, or is elsewhere, is written anew', async () => {
  const gone = { comment: '77', on: 'issue 5' };
  await commentSink({ target: target(), on: { issue: '5' } }, gone).send(message, budget());
  await commentSink({ target: target(), on: { commit: 'c0ffee' } }, { comment: '1', on: 'issue 5' }).send(
    message,
    budget(),
  );
  expect(gitHub.comments.size).toBe(2);
});

test('5xx is tried again, a wrong token is final', async () => {
  gitHub.faults.push(answer(502, '<html></html>'));
  const spent = budget();
  expect(await deploymentSink(target(), '9').send(message, spent)).toEqual({ id: '101' });
  expect(spent.attempts).toBe(2);
  await expect(deploymentSink(target('ghs_wrong'), '9').send(message, budget())).rejects.toThrow(
    'GitHub did not set the status of deployment 9 (401: Bad credentials); the token is wrong or has expired: give another one as `github-token`.',
  );
});

test('a comment that is too long is cut and keeps its link', async () => {
  const long = { ...message, body: { ...message.body, markdown: 'word '.repeat(20_000) } };
  await commentSink({ target: target(), on: { issue: '5' } }, {}).send(long, budget());
  const [comment = ''] = [...gitHub.comments.values()];
  expect(comment.length).toBeLessThanOrEqual(65_536);
  expect(comment).toMatch(/word …\n\n\[The run\]\(https:.*\)$/);
});
