import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { commitAnswer, compareAnswer, entriesOf } from './git-answers.ts';
import { GitHost } from './git-host.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the token may do; `none` hides the repository, as GitHub does. */
export interface Rights {
  readonly contents: 'none' | 'read' | 'write';
  readonly 'pull-requests': 'none' | 'write';
}

interface PullRequest {
  readonly number: number;
  title: string;
  body: string;
  readonly head: string;
  readonly base: string;
  state: 'open' | 'closed';
  labels: string[];
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const REPOSITORY = 'shop/config';
const OF = `/repos/${REPOSITORY}`;

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * A stand-in for GitHub's REST and GraphQL APIs for one repository, which real git keeps. It refuses what GitHub refuses:
 * other tokens, rights that are missing, keys that it does not know, references and pull requests that are there already.
 */
export class ConfigRepositoryServer {
  readonly git: GitHost;
  readonly token = 'ghs_config';
  readonly pulls: PullRequest[] = [];
  readonly told: string[] = [];
  rights: Rights = { contents: 'write', 'pull-requests': 'write' };
  /** Whether commits by REST are signed: for an app's token they are, for a person's they are not. */
  signs = true;
  /** What went wrong in here, which no test expects. */
  readonly faults: unknown[] = [];
  /** Commits that GitHub has signed. */
  readonly signed = new Set<string>();
  readonly #server = createServer(async (request, response) => {
    const body = await text(request);
    this.told.push(`${request.method} ${request.url}`);
    const { status, body: answer } = this.#answer(request.method ?? '', request.url ?? '', body, {
      authorization: String(request.headers.authorization),
      agent: request.headers['user-agent'],
    });
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(answer === undefined ? undefined : JSON.stringify(answer));
  });

  private constructor(git: GitHost) {
    this.git = git;
  }

  /** @param folder a bare repository that others use as well */
  static async start(folder?: string): Promise<ConfigRepositoryServer> {
    const server = new ConfigRepositoryServer(new GitHost(folder));
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  [Symbol.dispose](): void {
    this.#server.closeAllConnections();
    this.#server.close();
    this.git[Symbol.dispose]();
  }

  #answer(
    method: string,
    target: string,
    body: string,
    { authorization, agent }: { authorization: string; agent: string | undefined },
  ): Answer {
    try {
      if (!agent) throw new Refusal(403, 'Please make sure your request has a User-Agent header');
      if (![`token ${this.token}`, `bearer ${this.token}`].includes(authorization.replace(/^B/, 'b')))
        throw new Refusal(401, 'Bad credentials');
      const url = new URL(target, 'http://localhost');
      const fields = body === '' ? {} : (JSON.parse(body) as Fields);
      if (url.pathname === '/graphql') return { status: 200, body: this.#graphql(method, fields) };
      const path = decodeURIComponent(url.pathname);
      if (this.rights.contents === 'none' || !`${path}/`.startsWith(`${OF}/`))
        throw new Refusal(404, 'Not Found');
      return this.#rest(method, path.slice(OF.length), url.searchParams, fields);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        this.faults.push(error);
        return { status: 501, body: { message: String(error) } };
      }
      return { status: error.status, body: { message: error.message } };
    }
  }

  #rest(method: string, path: string, query: URLSearchParams, fields: Fields): Answer {
    const [, area = '', id = '', ...rest] = path.split('/');
    const what = area === 'git' ? `${method} git/${id}` : `${method} ${area}`;
    const tail = (area === 'git' ? rest : [id, ...rest]).join('/');
    switch (what) {
      case 'GET ':
        return { status: 200, body: { full_name: REPOSITORY, default_branch: 'main' } };
      case 'GET git/ref':
        return { status: 200, body: { ref: `refs/${tail}`, object: { sha: this.#known(`refs/${tail}`) } } };
      case 'GET git/commits': {
        const sha = this.#known(`${tail}^{commit}`);
        return { status: 200, body: { sha, tree: { sha: this.#known(`${sha}^{tree}`) } } };
      }
      case 'GET git/trees': {
        const tree = entriesOf(this.git, this.#known(`${tail}^{tree}`), query.get('recursive') !== null);
        return { status: 200, body: { sha: tail, tree, truncated: false } };
      }
      case 'GET git/blobs': {
        const content = Buffer.from(this.git.git(['cat-file', 'blob', this.#known(`${tail}^{blob}`)]));
        return { status: 200, body: { sha: tail, encoding: 'base64', content: content.toString('base64') } };
      }
      case 'GET compare': {
        const [base = '', head = ''] = tail.split('...').map((each) => this.#known(`${each}^{commit}`));
        const answer = compareAnswer(this.git, base, head, pageOf(query));
        if (!answer) throw new Refusal(404, `No common ancestor between ${base} and ${head}.`);
        return { status: 200, body: answer };
      }
      case 'GET commits': {
        const path = query.get('path') ?? '';
        const args = [
          'rev-list',
          '-n',
          query.get('per_page') ?? '30',
          this.#known(query.get('sha') ?? 'main'),
        ];
        const list = this.git
          .git([...args, '--', ...(path ? [path] : [])])
          .split('\n')
          .filter(Boolean);
        return { status: 200, body: list.map((sha) => commitAnswer(this.git, sha)) };
      }
      case 'POST git/trees':
        return { status: 201, body: { sha: this.#makeTree(fields) } };
      case 'POST git/commits':
        return { status: 201, body: this.#makeCommit(fields) };
      case 'POST git/refs':
        return { status: 201, body: this.#setRef(String(fields.ref), fields, false) };
      case 'PATCH git/refs':
        return { status: 200, body: this.#setRef(`refs/${tail}`, fields, true) };
      case 'DELETE git/refs':
        this.#mustWrite();
        this.git.git(['update-ref', '-d', `refs/${tail}`, this.#known(`refs/${tail}`)]);
        return { status: 204 };
      case 'GET pulls': {
        const [head, base] = [query.get('head')?.split(':')[1], query.get('base')];
        const found = this.pulls.filter(
          (each) => each.state === 'open' && each.head === head && each.base === base,
        );
        return { status: 200, body: found.map((pull) => this.#told(pull)) };
      }
      case 'POST pulls':
        return { status: 201, body: this.#told(this.#open(fields)) };
      case 'PATCH pulls': {
        allow(fields, 'title', 'body');
        const pull = this.#pull(tail);
        Object.assign(pull, fields);
        return { status: 200, body: this.#told(pull) };
      }
      case 'POST issues': {
        allow(fields, 'labels');
        const pull = this.#pull(rest[0] === 'labels' ? id : '');
        pull.labels.push(...(fields.labels as string[]));
        return { status: 200, body: pull.labels.map((name) => ({ name })) };
      }
      default:
        throw new Refusal(404, 'Not Found');
    }
  }

  #known(name: string): string {
    const sha = this.git.try('rev-parse', '--verify', '--quiet', name);
    if (!sha) throw new Refusal(404, 'Not Found');
    return sha;
  }

  #mustWrite(right: keyof Rights = 'contents'): void {
    if (this.rights[right] !== 'write')
      throw new Refusal(403, 'Resource not accessible by personal access token');
  }

  #makeTree(fields: Fields): string {
    this.#mustWrite();
    allow(fields, 'base_tree', 'tree');
    const entries = fields.tree as { path: string; mode: string; type: string; sha: string }[];
    return this.git.withIndex(this.#known(String(fields.base_tree)), (index) => {
      for (const entry of entries) {
        allow(entry, 'path', 'mode', 'type', 'sha');
        const { path, mode, type, sha } = entry;
        if (this.git.try('cat-file', '-t', sha) !== type || path === '' || /^\/|\/$/.test(path))
          throw new Refusal(422, 'tree.sha is not a valid object');
        index(['rm', '-r', '-q', '--cached', '--ignore-unmatch', path]);
        if (type === 'tree') index(['read-tree', `--prefix=${path}/`, sha]);
        else index(['update-index', '--add', '--cacheinfo', `${mode},${sha},${path}`]);
      }
    });
  }

  #makeCommit(fields: Fields): object {
    this.#mustWrite();
    allow(fields, 'message', 'tree', 'parents', 'author', 'committer');
    const sha = this.git.commitTree(String(fields.tree), fields.parents as string[], String(fields.message));
    const verified = this.signs && !fields.author && !fields.committer;
    if (verified) this.signed.add(sha);
    return { sha, verification: { verified, reason: verified ? 'valid' : 'unsigned' } };
  }

  #setRef(ref: string, fields: Fields, isThere: boolean): object {
    this.#mustWrite();
    allow(fields, ...(isThere ? ['sha', 'force'] : ['ref', 'sha']));
    const before = this.git.try('rev-parse', '--verify', '--quiet', ref);
    if (isThere && !before) throw new Refusal(422, 'Reference does not exist');
    if (!isThere && before) throw new Refusal(422, 'Reference already exists');
    if (ref === 'refs/heads/main')
      throw new Refusal(422, 'Protected branch update failed for refs/heads/main.');
    const sha = String(fields.sha);
    const isForward = !before || this.git.try('merge-base', '--is-ancestor', before, sha) !== undefined;
    if (!isForward && fields.force !== true) throw new Refusal(422, 'Update is not a fast forward');
    this.git.git(['update-ref', ref, this.#known(`${sha}^{commit}`)]);
    this.#closeEmpty();
    return { ref, object: { sha } };
  }

  /** GitHub closes a pull request whose branch has nothing that its base has not. */
  #closeEmpty(): void {
    for (const pull of this.pulls) {
      const isEmpty = this.git.git(['rev-list', '--count', `${pull.base}..${pull.head}`]).trim() === '0';
      if (isEmpty) pull.state = 'closed';
    }
  }

  #open(fields: Fields): PullRequest {
    this.#mustWrite('pull-requests');
    allow(fields, 'title', 'body', 'head', 'base');
    const { title, body, head, base } = fields as Readonly<Record<string, string>>;
    if (!title || !head || !base || !this.git.head(head) || !this.git.head(base))
      throw new Refusal(422, 'Validation Failed');
    if (this.pulls.some((pull) => pull.state === 'open' && pull.head === head && pull.base === base))
      throw new Refusal(422, `A pull request already exists for shop:${head}.`);
    if (this.git.git(['rev-list', '--count', `${base}..${head}`]).trim() === '0')
      throw new Refusal(422, `No commits between ${base} and ${head}`);
    const pull = { number: this.pulls.length + 1, title, body: body ?? '', head, base, labels: [] };
    this.pulls.push({ ...pull, state: 'open' });
    return this.pulls.at(-1) as PullRequest;
  }

  #pull(number: string): PullRequest {
    this.#mustWrite('pull-requests');
    const pull = this.pulls[Number(number) - 1];
    if (!pull) throw new Refusal(404, 'Not Found');
    return pull;
  }

  #told = ({ number, state }: PullRequest) => ({
    ...{ number, state },
    html_url: `https://github.test/${REPOSITORY}/pull/${number}`,
  });

  #graphql(method: string, fields: Fields): object {
    allow(fields, 'query', 'variables');
    const { query, variables } = fields as { query: string; variables: { input: Fields } };
    if (method !== 'POST' || !/^mutation \(\$input: CreateCommitOnBranchInput!\)/.test(query))
      throw new Refusal(400, 'A query attribute must be specified and must be a string.');
    const { input } = variables;
    allow(input, 'branch', 'expectedHeadOid', 'message', 'fileChanges');
    const { branch, expectedHeadOid, message, fileChanges } = input as {
      branch: { repositoryNameWithOwner: string; branchName: string };
      expectedHeadOid: string;
      message: { headline: string; body: string };
      fileChanges: { additions: { path: string; contents: string }[]; deletions: { path: string }[] };
    };
    const fail = (text: string) => ({ data: null, errors: [{ type: 'UNPROCESSABLE', message: text }] });
    if (this.rights.contents !== 'write') return fail('Resource not accessible by personal access token');
    if (branch.repositoryNameWithOwner !== REPOSITORY) return fail('Could not resolve to a Repository');
    const head = this.git.head(branch.branchName);
    if (!head || branch.branchName === 'main')
      return fail('A path was requested for a branch that cannot be written');
    if (head !== expectedHeadOid)
      return fail(`Expected branch to point to "${expectedHeadOid}" but it did not.`);
    const tree = this.git.withIndex(head, (index) => {
      for (const { path } of fileChanges.deletions) index(['rm', '-q', '--cached', path]);
      for (const { path, contents } of fileChanges.additions) {
        const sha = this.git.git(['hash-object', '-w', '--stdin'], Buffer.from(contents, 'base64')).trim();
        index(['update-index', '--add', '--cacheinfo', `100644,${sha},${path}`]);
      }
    });
    const oid = this.git.commitTree(
      tree,
      [head],
      `${message.headline}\n\n${message.body}`,
      branch.branchName,
    );
    this.signed.add(oid);
    return { data: { createCommitOnBranch: { commit: { oid } } } };
  }
}

const pageOf = (query: URLSearchParams) => ({
  page: Number(query.get('page') ?? 1),
  size: Number(query.get('per_page') ?? 30),
});

function allow(fields: object, ...known: string[]): void {
  const unknown = Object.keys(fields).find((key) => !known.includes(key));
  if (unknown) throw new Refusal(422, `"${unknown}" is not a permitted key.`);
}
