import { messageOf } from '../../base/errors.ts';
import type { Log } from '../../base/log.ts';
import type { TreeEntry } from '../../systems/github/git-objects.ts';
import type { RemoteRepository } from '../../systems/github/repository.ts';
import type { Restoration } from './git-state.ts';

/** Files that a signed commit takes at most. */
const MOST_FILES = 300;

/** A pull request that is to be there. */
interface Proposal {
  /** The branch, the same for every run about the same owners. */
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  /** Ends with the line by which a commit of ours is known. */
  readonly message: string;
  readonly mark: string;
  readonly labels: readonly string[];
}

interface Proposed {
  readonly url: string;
  readonly change: 'opened' | 'updated' | 'left';
  readonly isSigned: boolean;
}

/** Opens a pull request that restores a branch, or brings the one that is open up to date. @throws GitHubError */
export async function propose(
  repository: RemoteRepository,
  restoration: Restoration,
  proposal: Proposal,
  log: Log,
): Promise<Proposed> {
  const { branch: base, head } = restoration;
  const { branch, title, body, labels } = proposal;
  const [open, before] = await Promise.all([
    repository.openPullRequest(branch, base),
    repository.headOf(branch),
  ]);
  // Commits that people added there exist only once.
  if (before && !(await isOurs(repository, head, before, proposal.mark))) {
    if (open) return { url: open.html_url, change: 'left', isSigned: true };
    return propose(repository, restoration, { ...proposal, branch: `${branch}-${head.slice(0, 7)}` }, log);
  }
  const { sha, isSigned, beside } = await commitOf(repository, restoration, proposal, log);
  await repository.setBranch(branch, sha);
  if (beside) await repository.deleteBranch(beside);
  if (open) {
    const { html_url: url } = await repository.updatePullRequest(open.number, { title, body });
    return { url, change: 'updated', isSigned };
  }
  const made = await repository
    .createPullRequest({ title, body, head: branch, base })
    // The answer to the first attempt may have been lost.
    .catch(async (error) => (await repository.openPullRequest(branch, base)) ?? Promise.reject(error));
  await repository
    .label(made.number, labels)
    .catch((error) => log.warn(`The pull request ${made.html_url} has no label: ${messageOf(error)}`));
  return { url: made.html_url, change: 'opened', isSigned };
}

/** Whether all commits of a branch are ours. */
async function isOurs(
  repository: RemoteRepository,
  head: string,
  tip: string,
  mark: string,
): Promise<boolean> {
  const { commits, isCut } = await repository.compare(head, tip);
  return !isCut && commits.every(({ message }) => message.split('\n').includes(mark));
}

async function commitOf(
  repository: RemoteRepository,
  { head, changes }: Restoration,
  { branch, message }: Proposal,
  log: Log,
): Promise<{ sha: string; isSigned: boolean; beside?: string }> {
  const made = await repository.makeCommit(head, changes, message);
  if (made.isSigned) return made;
  const files = await fileChanges(repository, head, changes);
  if (!files) return made;
  // On a branch of its own: one that is where its base is for a moment closes its pull request.
  const beside = `${branch}-signed`;
  try {
    await repository.setBranch(beside, head);
    const sha = await repository.makeSignedCommit(beside, head, files, message);
    return { sha, isSigned: true, beside };
  } catch (error) {
    log.warn(`The commit in ${repository.name} is not signed: ${messageOf(error)}`);
    return made;
  }
}

/** What changes file by file; undefined where a commit that is made of files cannot hold it: modes, links, submodules. */
async function fileChanges(repository: RemoteRepository, head: string, changes: Restoration['changes']) {
  const additions: { path: string; contents: string }[] = [];
  const deletions: string[] = [];
  for (const { path, type, sha, mode } of changes) {
    const now = await repository.entry(head, path);
    const before = await filesBelow(repository, now);
    const after = await filesBelow(repository, { path, type, sha, mode });
    const changed = [...after].filter(([name, { sha, mode }]) => {
      const old = before.get(name);
      return old?.sha !== sha || old.mode !== mode;
    });
    const isPlain = changed.every(
      ([name, entry]) => entry.mode === '100644' && [undefined, '100644'].includes(before.get(name)?.mode),
    );
    if (!isPlain || additions.length + changed.length > MOST_FILES) return undefined;
    for (const [name, entry] of changed)
      additions.push({ path: name, contents: (await repository.read(entry)).toString('base64') });
    deletions.push(...[...before.keys()].filter((name) => !after.has(name)));
  }
  return { additions, deletions };
}

async function filesBelow(
  repository: RemoteRepository,
  entry: TreeEntry | undefined,
): Promise<ReadonlyMap<string, TreeEntry>> {
  if (!entry) return new Map();
  if (entry.type !== 'tree') return new Map([[entry.path, entry]]);
  const files = await repository.files(entry.sha);
  const prefix = entry.path === '' ? '' : `${entry.path}/`;
  return new Map(files.map((file) => [prefix + file.path, file]));
}
