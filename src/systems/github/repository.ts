import { ActionError } from '../../base/errors.ts';
import { withoutEndSlashes } from '../../base/slashes.ts';
import type { GitHubClient, Purpose } from './client.ts';
import { GitHubError } from './errors.ts';
import type { Change, ChangedFile, Commit, Comparison, TreeEntry } from './git-objects.ts';

/** Pages of 100 commits that are searched. */
const MOST_PAGES = 5;
/** Bytes of a file that is read; manifests have less. */
const MAX_FILE_BYTES = 1024 ** 2;

interface PullRequest {
  readonly number: number;
  readonly html_url: string;
}

const READ = 'contents: read';
const WRITE = 'contents: write';
const PULLS = 'pull-requests: write';

interface RawCommit {
  readonly sha: string;
  readonly commit: { readonly message: string; readonly author?: { readonly name?: string } | null };
  readonly author?: { readonly login?: string } | null;
}

interface RawComparison {
  readonly status: Comparison['status'];
  readonly total_commits: number;
  readonly commits: readonly RawCommit[];
  readonly files?: readonly ChangedFile[];
}

/** A repository on GitHub, read and written without a clone. */
export class RemoteRepository {
  /** `shop/config`. */
  readonly name: string;
  readonly #client: GitHubClient;
  readonly #trees = new Map<string, Promise<readonly TreeEntry[]>>();
  readonly #roots = new Map<string, Promise<string>>();

  constructor(client: GitHubClient) {
    this.#client = client;
    this.name = `${client.target.owner}/${client.target.repo}`;
  }

  async defaultBranch(): Promise<string> {
    const { default_branch } = await this.#get<{ default_branch: string }>('', {}, `read ${this.name}`);
    return default_branch;
  }

  /** The commit of a branch; undefined where there is no such branch. */
  async headOf(branch: string): Promise<string | undefined> {
    const what = `read the branch ${branch} of ${this.name}`;
    const found = await this.#get<{ object: { sha: string } }>(
      '/git/ref/{ref}',
      { ref: `heads/${branch}` },
      what,
    ).catch(unlessMissing);
    return found?.object.sha;
  }

  /** The tree of a commit; each is read once. @throws GitHubError where there is no such commit */
  treeOf(commit: string): Promise<string> {
    const what = `read the commit ${commit.slice(0, 7)} of ${this.name}`;
    const known =
      this.#roots.get(commit) ??
      this.#get<{ tree: { sha: string } }>('/git/commits/{commit}', { commit }, what).then(
        ({ tree }) => tree.sha,
      );
    this.#roots.set(commit, known);
    return known;
  }

  /** What a commit has at a path; its whole tree for an empty one. */
  async entry(commit: string, path: string): Promise<TreeEntry | undefined> {
    const sha = await this.treeOf(commit);
    let found: TreeEntry | undefined = { path: '', mode: '040000', type: 'tree', sha };
    for (const name of path.split('/').filter(Boolean)) {
      if (found?.type !== 'tree') return undefined;
      found = (await this.folder(found.sha)).find((each) => each.path === name);
    }
    return found && { ...found, path };
  }

  /** The entries of a folder, by its tree; each is read once. */
  folder(tree: string): Promise<readonly TreeEntry[]> {
    const known = this.#trees.get(tree) ?? this.#tree(tree, false);
    this.#trees.set(tree, known);
    return known;
  }

  /** All files below a tree, with their paths in it. */
  async files(tree: string): Promise<readonly TreeEntry[]> {
    return (await this.#tree(tree, true)).filter(({ type }) => type !== 'tree');
  }

  /** @throws ActionError where it is too large to be text that people write */
  async read({ sha, path, size = 0 }: TreeEntry): Promise<Buffer> {
    if (size > MAX_FILE_BYTES)
      throw new ActionError(`The file ${path} of ${this.name} is too large to be read (${size} bytes).`);
    const { content } = await this.#get<{ content: string }>(
      '/git/blobs/{sha}',
      { sha },
      `read ${path} of ${this.name}`,
    );
    return Buffer.from(content, 'base64');
  }

  /** What a commit has that an older one has not. */
  async compare(older: string, newer: string): Promise<Comparison> {
    const basehead = `${older}...${newer}`;
    const what = `compare ${older.slice(0, 7)} with ${newer.slice(0, 7)} in ${this.name}`;
    const commits: Commit[] = [];
    const files: ChangedFile[] = [];
    for (let page = 1; ; page++) {
      const parameters = { basehead, per_page: 100, page };
      const answer = await this.#get<RawComparison>('/compare/{basehead}', parameters, what).catch(
        unlessMissing,
      );
      // Both are there, and come from no commit that they share.
      if (!answer) return { status: 'diverged', commits, files, isCut: true };
      commits.push(...answer.commits.map(toCommit));
      const isAll = commits.length >= answer.total_commits || answer.commits.length === 0;
      // The files stand on the first page alone.
      if (page === 1) files.push(...(answer.files ?? []));
      if (isAll || page === MOST_PAGES) return { status: answer.status, commits, files, isCut: !isAll };
    }
  }

  /** The newest commits of a branch that have changed a path. */
  async commitsOf(head: string, path: string): Promise<readonly Commit[]> {
    const what = `list the commits of ${path || 'the repository'} in ${this.name}`;
    const found = await this.#get<RawCommit[]>('/commits', { sha: head, path, per_page: 100 }, what);
    return found.map(toCommit);
  }

  /** A commit on top of another one, in which some paths hold something else. @returns it, and whether it is signed */
  async makeCommit(
    parent: string,
    changes: readonly Change[],
    message: string,
  ): Promise<{ sha: string; isSigned: boolean }> {
    const tree = changes.find(({ path }) => path === '')?.sha ?? (await this.#makeTree(parent, changes));
    // Only one without author and committer is signed, and only for an app or a bot.
    const { sha, verification } = await this.#send<{ sha: string; verification?: { verified: boolean } }>(
      'POST',
      '/git/commits',
      { message, tree, parents: [parent] },
      `write a commit in ${this.name}`,
    );
    return { sha, isSigned: verification?.verified === true };
  }

  /** The same by the API whose commits GitHub signs for every account: file by file, on a branch whose newest commit is `parent`. */
  async makeSignedCommit(
    branch: string,
    parent: string,
    {
      additions,
      deletions,
    }: { additions: readonly { path: string; contents: string }[]; deletions: readonly string[] },
    message: string,
  ): Promise<string> {
    const [headline = '', ...body] = message.split('\n');
    const input = {
      branch: { repositoryNameWithOwner: this.name, branchName: branch },
      expectedHeadOid: parent,
      message: { headline, body: body.join('\n').trim() },
      fileChanges: { additions, deletions: deletions.map((path) => ({ path })) },
    };
    const { createCommitOnBranch } = await this.#graphql<{
      createCommitOnBranch: { commit: { oid: string } };
    }>(SIGNED_COMMIT, { input }, `write a signed commit in ${this.name}`);
    return createCommitOnBranch.commit.oid;
  }

  /** Puts a branch on a commit, whether there is one or not. */
  async setBranch(branch: string, sha: string): Promise<void> {
    const what = `write the branch ${branch} of ${this.name}`;
    if ((await this.headOf(branch)) === undefined) {
      await this.#send('POST', '/git/refs', { ref: `refs/heads/${branch}`, sha }, what);
      return;
    }
    await this.#send('PATCH', '/git/refs/{ref}', { ref: `heads/${branch}`, sha, force: true }, what);
  }

  async deleteBranch(branch: string): Promise<void> {
    const what = `delete the branch ${branch} of ${this.name}`;
    await this.#send('DELETE', '/git/refs/{ref}', { ref: `heads/${branch}` }, what);
  }

  /** The open pull request of a branch of this repository. */
  async openPullRequest(branch: string, base: string): Promise<PullRequest | undefined> {
    const { owner } = this.#client.target;
    const found = await this.#request<PullRequest[]>(
      'GET /repos/{owner}/{repo}/pulls',
      { state: 'open', head: `${owner}:${branch}`, base },
      { what: `list the pull requests of ${this.name}`, permission: PULLS, repeatable: true },
    );
    return found[0];
  }

  createPullRequest(text: { title: string; body: string; head: string; base: string }): Promise<PullRequest> {
    const what = `open a pull request in ${this.name}`;
    return this.#send<PullRequest>('POST', '/pulls', text, what, PULLS);
  }

  updatePullRequest(number: number, text: { title: string; body: string }): Promise<PullRequest> {
    const what = `change the pull request ${number} of ${this.name}`;
    return this.#send<PullRequest>('PATCH', '/pulls/{number}', { number, ...text }, what, PULLS);
  }

  async label(number: number, labels: readonly string[]): Promise<void> {
    const what = `label the pull request ${number} of ${this.name}`;
    await this.#send('POST', '/issues/{number}/labels', { number, labels }, what, PULLS);
  }

  async #makeTree(parent: string, tree: readonly Change[]): Promise<string> {
    const entries = tree.map(({ path, mode, type, sha }) => ({ path, mode, type, sha }));
    const body = { base_tree: await this.treeOf(parent), tree: entries };
    const { sha } = await this.#send<{ sha: string }>(
      'POST',
      '/git/trees',
      body,
      `write a tree in ${this.name}`,
    );
    return sha;
  }

  async #tree(sha: string, isRecursive: boolean): Promise<readonly TreeEntry[]> {
    const { tree, truncated } = await this.#get<{ tree: TreeEntry[]; truncated: boolean }>(
      '/git/trees/{sha}',
      { sha, ...(isRecursive && { recursive: '1' }) },
      `read a folder of ${this.name}`,
    );
    if (truncated) throw new ActionError(`A folder of ${this.name} has more entries than GitHub lists.`);
    return tree;
  }

  #get<T>(path: string, parameters: object, what: string): Promise<T> {
    return this.#request(`GET /repos/{owner}/{repo}${path}`, parameters, {
      ...{ what, permission: READ, repeatable: true },
    });
  }

  #send<T>(method: string, path: string, parameters: object, what: string, permission = WRITE): Promise<T> {
    // A new branch or pull request is refused the second time, and a tree or commit is the same one again.
    return this.#request(`${method} /repos/{owner}/{repo}${path}`, parameters, {
      ...{ what, permission, repeatable: true },
    });
  }

  async #graphql<T>(query: string, variables: object, what: string): Promise<T> {
    const api = withoutEndSlashes(this.#client.target.api).replace(/\/v3$/, '');
    const { data, errors } = await this.#request<{ data?: T; errors?: { message: string }[] }>(
      `POST ${api}/graphql`,
      { query, variables },
      { what, permission: WRITE, repeatable: false },
    );
    if (!data || errors?.length)
      throw new ActionError(`GitHub did not ${what}: ${errors?.[0]?.message ?? 'it does not say why'}.`);
    return data;
  }

  #request<T>(route: string, parameters: object, purpose: Purpose): Promise<T> {
    return this.#client.request<T>(route, { ...parameters }, purpose);
  }
}

const SIGNED_COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

const toCommit = ({ sha, commit, author }: RawCommit): Commit => ({
  sha,
  message: commit.message,
  author: author?.login ?? commit.author?.name ?? 'unknown',
});

function unlessMissing(error: unknown): undefined {
  if (error instanceof GitHubError && error.status === 404) return undefined;
  throw error;
}
