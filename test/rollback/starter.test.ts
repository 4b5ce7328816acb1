/** Who has no right to decide over production starts nothing, by whatever workflow it comes here. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { refuseStrangers } from '../../src/rollback/starter.ts';

const folder = mkdtempSync(join(tmpdir(), 'event-'));

function startedBy(event: string | undefined, payload: object = {}): () => void {
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify(payload));
  const env = { GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: 'shop/shop' };
  return () => refuseStrangers(event === undefined ? env : { ...env, GITHUB_EVENT_NAME: event });
}
const pull = (repo: object | null) => ({ pull_request: { head: { repo } } });
const run = (event: string, name: string | undefined) => ({
  workflow_run: { event, head_repository: name === undefined ? null : { full_name: name } },
});
const OURS = { full_name: 'shop/shop' };
const FORK = { full_name: 'mallory/shop' };

test.each<[string, string | undefined, object]>([
  ['a dispatch', 'workflow_dispatch', {}],
  ['a push', 'push', {}],
  ['a schedule', 'schedule', {}],
  ['a shell on somebody’s machine', undefined, {}],
  ['a pull request of the repository itself', 'pull_request', pull(OURS)],
  ['a workflow that a push has started', 'workflow_run', run('push', 'shop/shop')],
])('%s may', (_, event, payload) => {
  expect(startedBy(event, payload)).not.toThrow();
});

test.each<[string, string, object, RegExp]>([
  [
    'a comment',
    'issue_comment',
    {},
    /^This run was started by the event issue_comment, which anyone can cause/,
  ],
  ['an issue', 'issues', {}, /the event issues/],
  ['a review', 'pull_request_review', pull(OURS), /the event pull_request_review/],
  [
    'a pull request of a fork',
    'pull_request',
    pull(FORK),
    /^This run was started by a fork, so it does not touch production/,
  ],
  ['a pull request of a fork with our secrets', 'pull_request_target', pull(FORK), /by a fork/],
  ['a pull request whose fork is gone', 'pull_request', pull(null), /by a fork/],
  ['a workflow of a fork', 'workflow_run', run('push', 'mallory/shop'), /by a fork/],
  ['a workflow that nobody knows whence', 'workflow_run', run('push', undefined), /by a fork/],
  [
    'a workflow that a comment has started',
    'workflow_run',
    run('issue_comment', 'shop/shop'),
    /the event issue_comment/,
  ],
])('%s may not', (_, event, payload, sentence) => {
  expect(startedBy(event, payload)).toThrow(sentence);
});
