import { createHash } from 'node:crypto';
import { withoutReferences } from '../base/markdown.ts';
import type { GitHubClient } from '../systems/github/client.ts';
import { findOwnIssue, type Issue } from '../systems/github/own-issue.ts';

const markerOf = (environment: string): string =>
  `<!-- rollback-readiness ${createHash('sha256').update(environment).digest('hex').slice(0, 16)} -->`;

/**
 * Keeps one issue open for as long as an environment is not ready: opens it, brings it up to date, and closes it when all is
 * well again.
 *
 * @returns its number; undefined where there is none and none is needed
 * @throws GitHubError
 */
export async function keepIssue(
  client: GitHubClient,
  {
    environment,
    isReady,
    message,
    summary,
    labels,
  }: {
    environment: string;
    isReady: boolean;
    message: string;
    summary: string;
    labels: readonly string[];
  },
): Promise<number | undefined> {
  const { owner, repo } = client.target;
  const marker = markerOf(environment);
  const earlier = await findOwnIssue(client, { state: 'open' }, (body) => body.startsWith(marker));
  if (!earlier && isReady) return undefined;
  const body = `${marker}\n${withoutReferences(summary)}\n`;
  const purpose = { permission: 'issues: write' };
  if (!earlier) {
    const title = `The rollback of ${environment} is not ready`;
    const what = `create an issue in ${owner}/${repo}`;
    const made = await client.request<Issue>(
      'POST /repos/{owner}/{repo}/issues',
      { title, body, labels },
      { ...purpose, what, repeatable: false },
    );
    return made.number;
  }
  const closing = isReady ? { state: 'closed', state_reason: 'completed' } : {};
  await client.request<Issue>(
    'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
    { issue_number: earlier.number, body, ...closing },
    {
      ...purpose,
      what: `update issue ${earlier.number} of ${owner}/${repo} (${message})`.slice(0, 100),
      repeatable: true,
    },
  );
  return earlier.number;
}
