import type { GitHubClient } from './client.ts';

/** Pages of 100 issues that are searched. */
const MOST_PAGES = 5;

/** What is read of an issue. */
export interface Issue {
  readonly number: number;
  readonly html_url?: string;
  readonly body?: string | null;
  readonly author_association?: string;
  readonly user?: { readonly type?: string } | null;
  readonly pull_request?: unknown;
}

/**
 * The newest issue whose text is one of ours and that was written by a member of the repository, or by a workflow.
 *
 * @param query which issues are looked through, in the words of GitHub's API
 * @throws GitHubError
 */
export async function findOwnIssue(
  client: GitHubClient,
  query: { readonly state: 'all' | 'open'; readonly since?: string | undefined },
  isOurText: (body: string) => boolean,
): Promise<Issue | undefined> {
  const { owner, repo } = client.target;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const issues = await client.request<Issue[]>(
      'GET /repos/{owner}/{repo}/issues',
      { ...query, sort: 'created', direction: 'desc', per_page: 100, page },
      { what: `list the issues of ${owner}/${repo}`, permission: 'issues: write', repeatable: true },
    );
    const found = issues.find((issue) => !issue.pull_request && isByUs(issue) && isOurText(issue.body ?? ''));
    if (found || issues.length < 100) return found;
  }
  return undefined;
}

/** In a public repository anyone may open an issue with such a text: a stranger's is not ours. */
const isByUs = ({ author_association: role = '', user }: Issue) =>
  user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(role);
