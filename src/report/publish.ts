import type { GitHubClient } from '../systems/github/client.ts';
import { GitHubError } from '../systems/github/errors.ts';
import { bodyOf, markerOf, titleOf } from './issue.ts';
import type { Report } from './schema.ts';

/** Pages of 100 issues that are looked through, newest first, of those that changed since the rollback began. */
const MOST_PAGES = 5;

interface Issue {
  readonly number: number;
  readonly html_url?: string;
  readonly body?: string | null;
  readonly author_association?: string;
  readonly user?: { readonly type?: string } | null;
  readonly pull_request?: unknown;
}

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
  if (how.mode === 'create') return told(earlier, 'found');
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
  return told(issue, 'updated');
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
    return told(issue, 'created');
  } catch (error) {
    // No answer may still mean an issue: a second one is worse than a second look.
    const unsure = error instanceof GitHubError && error.passing && error.mayBeDone;
    const issue = unsure && (await find(client, report).catch(() => undefined));
    if (issue) return told(issue, 'created');
    throw error;
  }
}

/** The issue that has this rollback's marker and was written by somebody of the repository, or by a workflow. */
async function find(client: GitHubClient, { incident, started }: Report): Promise<Issue | undefined> {
  const { owner, repo } = client.target;
  const marker = markerOf(incident);
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = { state: 'all', sort: 'created', direction: 'desc', per_page: 100, page, since: started };
    const issues = await client.request<Issue[]>('GET /repos/{owner}/{repo}/issues', query, {
      what: `list the issues of ${owner}/${repo}`,
      permission: 'issues: write',
      repeatable: true,
    });
    const found = issues.find(
      (issue) => !issue.pull_request && isOurs(issue) && issue.body?.includes(marker),
    );
    if (found || issues.length < 100) return found;
  }
  return undefined;
}

/** Anybody may open an issue with such a marker in a public repository: a stranger's is not ours. */
const isOurs = ({ author_association: role = '', user }: Issue) =>
  user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(role);

const told = ({ number, html_url: url }: Issue, did: Published['did']): Published => ({ number, url, did });
