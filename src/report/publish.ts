import type { GitHubClient } from '../systems/github/client.ts';
import { GitHubError } from '../systems/github/errors.ts';
import { findOwnIssue, type Issue } from '../systems/github/own-issue.ts';
import { bodyOf, markerOf, titleOf } from './issue.ts';
import type { Report } from './schema.ts';

/** The issue of a rollback, and whether it was there before. */
export interface Published {
  readonly number: number;
  readonly url: string | undefined;
  readonly did: 'created' | 'updated' | 'found';
}

/**
 * Makes sure that there is one issue for this rollback: finds the earlier one by its hidden marker, else opens one.
 * `create` leaves an earlier one as it is, `update` brings it up to date.
 *
 * @throws GitHubError
 */
export async function publish(
  client: GitHubClient,
  report: Report,
  how: { mode: 'create' | 'update'; labels: readonly string[] },
): Promise<Published> {
  const earlier = await find(client, report);
  if (!earlier) return open(client, report, how.labels);
  if (how.mode === 'create') return published(earlier, 'found');
  const body = bodyOf(report, earlier.body ?? '');
  const { owner, repo } = client.target;
  const issue = await client.request<Issue>(
    'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
    { issue_number: earlier.number, body },
    {
      what: `update issue ${earlier.number} of ${owner}/${repo}`,
      permission: 'issues: write',
      repeatable: true,
    },
  );
  return published(issue, 'updated');
}

async function open(client: GitHubClient, report: Report, labels: readonly string[]): Promise<Published> {
  const { owner, repo } = client.target;
  const parameters = { title: titleOf(report), body: bodyOf(report), labels };
  const purpose = { permission: 'issues: write', repeatable: false };
  try {
    const issue = await client.request<Issue>('POST /repos/{owner}/{repo}/issues', parameters, {
      ...purpose,
      what: `create an issue in ${owner}/${repo}`,
    });
    return published(issue, 'created');
  } catch (error) {
    // No answer may still mean an issue: a second one is worse than a second look.
    const unsure = error instanceof GitHubError && error.passing && error.mayBeDone;
    const issue = unsure && (await find(client, report).catch(() => undefined));
    if (issue) return published(issue, 'created');
    throw error;
  }
}

const find = (client: GitHubClient, { incident, started }: Report): Promise<Issue | undefined> =>
  findOwnIssue(client, { state: 'all', since: started }, (body) => body.includes(markerOf(incident)));

const published = ({ number, html_url: url }: Issue, change: Published['did']): Published => ({
  number,
  url,
  did: change,
});
