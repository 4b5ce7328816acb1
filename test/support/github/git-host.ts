import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEV = {
  GIT_AUTHOR_NAME: 'Dana Dev',
  GIT_AUTHOR_EMAIL: 'dana@shop.test',
  GIT_COMMITTER_NAME: 'Dana Dev',
  GIT_COMMITTER_EMAIL: 'dana@shop.test',
};

/** What a file holds, with its mode where that is not the usual one. */
type Content = string | { readonly mode: '100755' | '120000'; readonly text: string };

/** A bare repository as GitHub keeps it, told and changed by git itself. */
export class GitHost {
  readonly folder: string;
  readonly #isOwn: boolean;

  /** @param folder a bare repository that is there already */
  constructor(folder?: string) {
    this.#isOwn = folder === undefined;
    this.folder = folder ?? mkdtempSync(join(tmpdir(), 'git-host-'));
    if (this.#isOwn) this.git(['init', '-q', '--bare', '-b', 'main']);
  }

  git(args: readonly string[], input?: string | Buffer, env: Record<string, string> = {}): string {
    return execFileSync('git', args, {
      ...{ cwd: this.folder, input: input ?? '', stdio: ['pipe', 'pipe', 'pipe'] },
      env: { ...process.env, ...DEV, ...env, GIT_DIR: this.folder },
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
  }

  /** What `git` says in one word; undefined where it says that there is no such thing. */
  try(...args: string[]): string | undefined {
    try {
      return this.git(args).trim();
    } catch {
      return undefined;
    }
  }

  /** Commits files (null takes one away) to a branch, as a person would. @returns the commit */
  commit(message: string, files: Readonly<Record<string, Content | null>>, branch = 'main'): string {
    const parent = this.try('rev-parse', '--verify', '--quiet', `refs/heads/${branch}`);
    const tree = this.withIndex(parent, (index) => {
      for (const [path, content] of Object.entries(files)) {
        if (content === null) {
          index(['rm', '-q', '--cached', path]);
          continue;
        }
        const { mode, text } = typeof content === 'string' ? { mode: '100644', text: content } : content;
        const sha = this.git(['hash-object', '-w', '--stdin'], text).trim();
        index(['update-index', '--add', '--cacheinfo', `${mode},${sha},${path}`]);
      }
    });
    return this.commitTree(tree, parent ? [parent] : [], message, branch);
  }

  commitTree(tree: string, parents: readonly string[], message: string, branch?: string): string {
    const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-F', '-'];
    const sha = this.git(args, message).trim();
    if (branch) this.git(['update-ref', `refs/heads/${branch}`, sha]);
    return sha;
  }

  /** A tree that comes of another one. */
  withIndex(base: string | undefined, change: (index: (args: readonly string[]) => void) => void): string {
    const env = { GIT_INDEX_FILE: join(this.folder, `index-${Math.random()}`), GIT_WORK_TREE: this.folder };
    const index = (args: readonly string[]) => void this.git(args, undefined, env);
    if (base) index(['read-tree', base]);
    change(index);
    return this.git(['write-tree'], undefined, env).trim();
  }

  /** What a branch or commit has at a path. */
  at(commit: string, path: string): string | undefined {
    return this.try('rev-parse', '--verify', '--quiet', `${commit}:${path}`);
  }

  head(branch: string): string | undefined {
    return this.try('rev-parse', '--verify', '--quiet', `refs/heads/${branch}`);
  }

  [Symbol.dispose](): void {
    if (this.#isOwn) rmSync(this.folder, { recursive: true, force: true });
  }
}
