import { createHash } from 'node:crypto';
import { withoutReferences } from '../runner/markdown.ts';
import type { GitHubClient } from '../systems/github/client.ts';

/** Pages of 100 open issues that are looked through. */
const MOST_PAGES = 5;

interface Issue {
  readonly number: number;
  readonly body?: string | null;
  readonly author_association?: string;
  readonly user?: { readonly type?: string } | null;
  readonly pull_request?: unknown;
}

/** Anybody may open an issue in a public repository; one of these only who may write there, or a workflow. */
const OURS = ['OWNER', 'MEMBER', 'COLLABORATOR'];

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
  const earlier = await find(client, marker);
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

async function find(client: GitHubClient, marker: string): Promise<Issue | undefined> {
  const { owner, repo } = client.target;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const issues = await client.request<Issue[]>(
      'GET /repos/{owner}/{repo}/issues',
      { state: 'open', sort: 'created', direction: 'desc', per_page: 100, page },
      { what: `list the issues of ${owner}/${repo}`, permission: 'issues: write', repeatable: true },
    );
    const found = issues.find(
      ({ pull_request, body, user, author_association: role = '' }) =>
        !pull_request && body?.startsWith(marker) && (user?.type === 'Bot' || OURS.includes(role)),
    );
    if (found || issues.length < 100) return found;
  }
  return undefined;
}
