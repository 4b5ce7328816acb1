import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ActionError } from '../base/errors.ts';
import { lastLine, splitAtZeros, tryGit } from './git-command.ts';

interface Submodule {
  readonly name: string;
  readonly path: string;
  readonly commit: string;
}

/**
 * Fills the folders of submodules with what a commit refers to, out of the clones that the checkout has of them: they
 * hold the commits, or the credentials to get them. What the checkout has no clone of is fetched; that may not be
 * possible, and the deploy did without.
 *
 * @param path the folder in which the commit is checked out
 * @param store the folder of git that has the commit, and the clones of submodules below `modules`
 * @param warn gets submodules that cannot be fetched
 * @throws ActionError where the checkout has a submodule, and its commit cannot be fetched
 */
export async function fillSubmodules(
  path: string,
  { commit, store }: { commit: string; store: string },
  warn: (sentence: string) => void,
): Promise<void> {
  if (!existsSync(join(path, '.gitmodules'))) return;
  for (const submodule of await submodulesOf(path, commit, store)) {
    const clone = join(store, 'modules', submodule.name);
    const folder = join(path, submodule.path);
    if (existsSync(clone)) {
      await fill(submodule, clone, folder);
      await fillSubmodules(folder, { commit: submodule.commit, store: clone }, warn);
    } else await fetchAnew(submodule, path, warn);
  }
}

async function submodulesOf(path: string, commit: string, store: string): Promise<Submodule[]> {
  const listed = await tryGit(path, [
    'config',
    '--file',
    '.gitmodules',
    '--null',
    '--get-regexp',
    '^submodule\\..*\\.path$',
  ]);
  const found = splitAtZeros(listed?.output ?? '').flatMap((entry) => {
    const [, name, folder] = /^submodule\.([\s\S]*)\.path\n([\s\S]*)$/.exec(entry) ?? [];
    return name !== undefined && folder !== undefined && isInside(name) && isInside(folder)
      ? [{ name, path: folder }]
      : [];
  });
  const submodules: Submodule[] = [];
  for (const each of found) {
    const tree = await tryGit(path, [
      `--git-dir=${store}`,
      'ls-tree',
      '-z',
      '--full-tree',
      commit,
      '--',
      each.path,
    ]);
    const [, recorded] = /^160000 commit ([0-9a-f]+)\t/.exec(tree?.output ?? '') ?? [];
    if (recorded !== undefined) submodules.push({ ...each, commit: recorded });
  }
  return submodules;
}

/** Names and paths of submodules are a commit's own words, and become folders here. */
const isInside = (name: string) =>
  !name.startsWith('/') && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

async function fill({ name, commit }: Submodule, clone: string, folder: string): Promise<void> {
  const at = [`--git-dir=${clone}`, `--work-tree=${folder}`];
  const has = async () =>
    (await tryGit(clone, [`--git-dir=${clone}`, 'cat-file', '-e', `${commit}^{commit}`]))?.code === 0;
  const fetched = (await has())
    ? undefined
    : await tryGit(clone, [`--git-dir=${clone}`, 'fetch', '--quiet', '--depth=1', 'origin', commit]);
  if (fetched && !(await has()))
    throw new ActionError(
      `The submodule ${name} is needed at ${commit.slice(0, 12)}, which this clone does not have and cannot fetch: ${lastLine(fetched.errors)}; check out with \`submodules: recursive\` and \`fetch-depth: 0\`.`,
    );
  mkdirSync(folder, { recursive: true });
  // The clone's own index belongs to the checkout.
  const index = join(folder, '..', `.rollback-actions-index-${process.pid}`);
  try {
    for (const args of [
      ['read-tree', commit],
      ['checkout-index', '--all', '--force', '--quiet'],
    ]) {
      const done = await tryGit(folder, [...at, ...args], { GIT_INDEX_FILE: index });
      if (done?.code !== 0)
        throw new ActionError(
          `The submodule ${name} cannot be checked out at ${commit.slice(0, 12)}: ${lastLine(done?.errors ?? '')}.`,
        );
    }
  } finally {
    rmSync(index, { force: true });
  }
}

async function fetchAnew(
  { path: folder }: Submodule,
  path: string,
  warn: (sentence: string) => void,
): Promise<void> {
  const args = ['submodule', 'update', '--init', '--recursive', '--depth', '1', '--', folder];
  const done = await tryGit(path, args);
  if (done?.code !== 0)
    warn(
      `The submodule ${folder} is not in this checkout and cannot be fetched, so it is planned without: ${lastLine(done?.errors ?? '')}.`,
    );
}
