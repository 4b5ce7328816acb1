import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ActionError } from '../base/errors.ts';
import { git, lastLine, splitAtZeros, tryGit } from './git-command.ts';
import { fillSubmodules } from './git-submodules.ts';

/** What git takes as part of a name, and the suffixes that count back from it. */
const REF = /^(?!-)(?!.*(?:\.\.|@\{|\/\/|\.lock(?:\/|$)))[^\s\p{Cc}:?*[\\~^]+(?:[~^]\d*)*$/u;

/** A checkout of a git repository. */
export class Repository {
  /** The folder of the checkout, without symbolic links. */
  readonly top: string;

  private constructor(top: string) {
    this.top = top;
  }

  /** The repository that a directory is in; undefined where it is in none, or there is no git to ask. */
  static async of(directory: string): Promise<Repository | undefined> {
    const found = await tryGit(directory, ['rev-parse', '--show-toplevel']);
    return found?.code === 0 ? new Repository(realpathSync(found.output.trim())) : undefined;
  }

  /** @throws ActionError that says whether git is missing, or the repository */
  static async required(directory: string, name: string): Promise<Repository> {
    await git(directory, 'version');
    const found = await Repository.of(directory);
    if (found) return found;
    throw new ActionError(
      `${name} is not in a git repository, so \`ref\` means nothing there; check it out first.`,
    );
  }

  /** The commit that is checked out. */
  async head(): Promise<string> {
    return this.#must(['rev-parse', '--verify', 'HEAD^{commit}'], `${this.top} has no commit yet`);
  }

  /**
   * The commit that a ref names now: a branch, also of the remote, a tag or a commit.
   *
   * @throws ActionError where it is not a ref, or the clone does not have it, with how to get it
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
    const reason =
      output.trim() === 'true' ? 'this clone is shallow and does not have it' : 'this clone does not have it';
    throw new ActionError(
      `There is no commit ${ref}: ${reason}; check out with \`fetch-depth: 0\`, or run \`git fetch --depth=1 origin ${ref}:${ref}\` before this step.`,
    );
  }

  /** Files that git knows and that are not as in the commit that is checked out. */
  async changed(): Promise<string[]> {
    const options = ['--name-only', '-z', '--ignore-submodules', '--no-renames'];
    const args = ['-c', 'core.fileMode=false', 'diff', ...options, 'HEAD'];
    return splitAtZeros(await this.#must(args, `What is changed in ${this.top} cannot be determined`));
  }

  /** Files that git does not know, ignored ones too; a repository in this one is its folder, with a slash. */
  async untracked(): Promise<string[]> {
    const args = ['ls-files', '--others', '-z'];
    return splitAtZeros(await this.#must(args, `What is in ${this.top} cannot be determined`));
  }

  /**
   * Checks a commit out into a folder of its own below `parent`, its submodules too, and leaves the checkout as it is. `warn`
   * gets the submodules that cannot be fetched. `remove` always works, also after half of it.
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
        `${at} cannot be checked out`,
      );
      await fillSubmodules(path, { commit, store: await this.#store() }, warn);
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

  /** The folder that all checkouts of this clone share. */
  async #store(): Promise<string> {
    return resolve(this.top, await this.#must(['rev-parse', '--git-common-dir'], `${this.top} has no store`));
  }

  async #must(args: readonly string[], what: string): Promise<string> {
    const { code, output, errors } = await git(this.top, ...args);
    if (code !== 0) throw new ActionError(`${what}: ${lastLine(errors)}.`, { details: errors.split('\n') });
    return output.trim();
  }
}
