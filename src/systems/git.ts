import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ActionError } from '../runner/errors.ts';
import { outputOf } from './process.ts';

/** What git takes as part of a name, and the suffixes that count back from it. */
const REF = /^(?!-)(?!.*(?:\.\.|@\{|\/\/|\.lock(?:\/|$)))[^\s\p{Cc}:?*[\\~^]+(?:[~^]\d*)*$/u;

/**
 * For every call: a workspace that the runner mounted belongs to another user in a container, hooks of the repository
 * are not ours to run, and nobody is there to answer a question.
 */
const OPTIONS = ['-c', 'safe.directory=*', '-c', 'core.hooksPath=/dev/null'];
const QUIET = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: 'true' };
/** How the runner's git reaches others. What a hook or another step says of its own repository is not among it. */
const ACCESS = /^(GIT_SSH|GIT_CONFIG|SSH_|https?_proxy$|no_proxy$)/i;

/** A checkout of a git repository. */
export class Repository {
  /** The folder of the checkout, without symbolic links. */
  readonly top: string;

  private constructor(top: string) {
    this.top = top;
  }

  /** The repository that a directory is in; undefined where it is in none. */
  static async of(directory: string): Promise<Repository | undefined> {
    const found = await git(directory, 'rev-parse', '--show-toplevel');
    return found.code === 0 ? new Repository(realpathSync(found.output.trim())) : undefined;
  }

  /** The commit that is checked out. */
  async head(): Promise<string> {
    return this.#must(['rev-parse', '--verify', 'HEAD^{commit}'], `${this.top} has no commit yet`);
  }

  /**
   * The commit that a ref names now: a branch, also of the remote, a tag or a commit.
   *
   * @throws ActionError where it is no ref, or the clone does not have it, with how to get it
   */
  async pin(ref: string): Promise<string> {
    if (!REF.test(ref)) {
      throw new ActionError(
        `${JSON.stringify(ref)} is not a git ref; give a tag, a branch or a commit in the input \`ref\`.`,
      );
    }
    for (const name of [ref, `refs/remotes/origin/${ref}`]) {
      const { code, output } = await git(this.top, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`);
      if (code === 0) return output.trim();
    }
    const { output } = await git(this.top, 'rev-parse', '--is-shallow-repository');
    const why =
      output.trim() === 'true' ? 'this clone is shallow and does not have it' : 'this clone does not have it';
    throw new ActionError(
      `There is no commit ${ref}: ${why}; check out with \`fetch-depth: 0\`, or run \`git fetch --depth=1 origin ${ref}:${ref}\` before this step.`,
    );
  }

  /**
   * Checks a commit out into a folder of its own below `parent`, its submodules too, and leaves the checkout as it is.
   * `warn` is told of submodules that can't be had. `remove` always works, also after half of it.
   */
  async worktree(commit: string, parent: string, warn: (sentence: string) => void) {
    await this.prune();
    const path = realpathSync(mkdtempSync(join(parent, 'worktree-')));
    const remove = async () => {
      await git(this.top, 'worktree', 'remove', '--force', '--force', path);
      rmSync(path, { recursive: true, force: true });
      await this.prune();
    };
    try {
      const at = commit.slice(0, 12);
      await this.#must(
        ['worktree', 'add', '--detach', '--quiet', path, commit],
        `${at} can not be checked out`,
      );
      if (existsSync(join(path, '.gitmodules'))) {
        const { code, errors } = await git(
          path,
          'submodule',
          'update',
          '--init',
          '--recursive',
          '--depth',
          '1',
        );
        if (code !== 0) warn(`Not all submodules of ${at} can be fetched: ${lastLine(errors)}.`);
      }
      return { path, remove };
    } catch (error) {
      await remove();
      throw error;
    }
  }

  /** Forgets worktrees whose folders are gone. */
  async prune(): Promise<void> {
    await git(this.top, 'worktree', 'prune');
  }

  async #must(args: readonly string[], what: string): Promise<string> {
    const { code, output, errors } = await git(this.top, ...args);
    if (code !== 0) throw new ActionError(`${what}: ${lastLine(errors)}.`, { details: errors.split('\n') });
    return output.trim();
  }
}

async function git(directory: string, ...args: string[]) {
  const access = Object.entries(process.env).filter(([name]) => ACCESS.test(name));
  const environment = { ...(Object.fromEntries(access) as Record<string, string>), ...QUIET };
  const finished = await outputOf('git', ['-C', directory, ...OPTIONS, ...args], environment);
  if (!finished) throw new ActionError('There is no program git on the runner; install it before this step.');
  return finished;
}

const lastLine = (text: string): string =>
  text.trim().split('\n').at(-1)?.replace(/\.$/, '') || 'git does not say why';
