import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ActionError } from '../base/errors.ts';
import { namesOf } from '../base/sentence.ts';
import type { Repository } from '../systems/git.ts';

/** What Terraform keeps for itself: its folder, its states and their locks. */
const TERRAFORMS_OWN =
  /(^|\/)(\.terraform|\.git|terraform\.tfstate\.d)(\/|$)|\.tfstate(\.|$)|(^|\/)\.terraform\.tfstate/;
/** Files that Terraform writes itself, or does not read. */
const IS_NO_INPUT = /(^|\/)(\.terraform\.lock\.hcl|[^/]*\.md|\.gitignore)$/;

interface Folders {
  /** The folder of the checkout whose configuration is planned. */
  readonly directory: string;
  /** Where the older ref is checked out. */
  readonly worktree: string;
  /** Folders that are ours, and no part of the checkout. */
  readonly ours: readonly string[];
}

/**
 * Takes over what the present checkout has and git does not know, such as `terraform.tfvars` or what a step before has made:
 * the deploy was planned with it. What the older ref has itself stays as it has it.
 *
 * @returns the files in the folder that is planned, by their path in the checkout
 * @throws ActionError naming tracked files of that folder that were changed since
 */
export async function carryOver(
  repository: Repository,
  { directory, worktree, ours }: Folders,
): Promise<string[]> {
  const inDirectory = (path: string) => !relative(directory, join(repository.top, path)).startsWith('..');
  const changed = (await repository.changed()).filter(
    (path) => inDirectory(path) && !IS_NO_INPUT.test(path) && !TERRAFORMS_OWN.test(path),
  );
  if (changed.length > 0)
    throw new ActionError(
      `${listed(changed)} ${changed.length === 1 ? 'is' : 'are'} changed in this checkout and not committed, so an older ref would be planned without that; commit it or undo it, or give its values in \`vars\`.`,
    );
  const isOurs = (path: string) =>
    ours.some((folder) => !relative(folder, join(repository.top, path)).startsWith('..'));
  const found = (await repository.untracked())
    .flatMap((path) => (path.endsWith('/') ? filesIn(repository.top, path) : [path]))
    .filter((path) => !TERRAFORMS_OWN.test(path) && !isOurs(path));
  const carried = found.filter((path) =>
    take(join(repository.top, path), join(worktree, path), inDirectory(path)),
  );
  return carried.filter(inDirectory);
}

/** The files of a repository in the repository, which git tells as one. */
function filesIn(top: string, folder: string): string[] {
  const entries = readdirSync(join(top, folder), { withFileTypes: true }).filter(
    ({ name }) => name !== '.git',
  );
  return entries.flatMap((entry) =>
    entry.isDirectory() ? filesIn(top, `${folder}${entry.name}/`) : [`${folder}${entry.name}`],
  );
}

/** Copies what Terraform may write; what lies elsewhere may be large, and is the same file. */
function take(from: string, to: string, isCopied: boolean): boolean {
  const kind = lstatSync(from, { throwIfNoEntry: false });
  if (!kind || existsSync(to) || !(kind.isFile() || kind.isSymbolicLink())) return false;
  if (!isReachable(dirname(to))) return false;
  mkdirSync(dirname(to), { recursive: true });
  if (kind.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else if (isCopied) copyFileSync(from, to, constants.COPYFILE_FICLONE);
  else linkOrCopy(from, to);
  return true;
}

/** False where the older ref has a file in the place of a folder, or a link that leads somewhere else. */
function isReachable(folder: string): boolean {
  if (!existsSync(folder))
    return lstatSync(folder, { throwIfNoEntry: false }) === undefined && isReachable(dirname(folder));
  return realpathSync(folder) === folder && lstatSync(folder).isDirectory();
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another file system, or one without links.
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

/** The first few of many names. */
export const listed = (names: readonly string[]): string => namesOf(names, 5);
