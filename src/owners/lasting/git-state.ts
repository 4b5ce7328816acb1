import { ActionError } from '../../base/errors.ts';
import type { Change, ChangedFile, Commit } from '../../systems/github/git-objects.ts';
import type { RemoteRepository } from '../../systems/github/repository.ts';
import { type Files, isWithin, withBases } from './paths.ts';
import type { GitPlace } from './place.ts';

/** What a branch would get back, found out without a change. */
export interface Restoration {
  readonly branch: string;
  readonly head: string;
  readonly changes: readonly (Change & { readonly commit: string })[];
  /** Commits of the branch whose changes of these paths go, the newest first. */
  readonly dropped: readonly Commit[];
  /** The list of them may not be whole. */
  readonly isCut: boolean;
  /** What it comes to, as `diff` writes it; a line a file that has no text. */
  readonly diff: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Finds out what has to change on a branch so that it holds these places as they were.
 *
 * @throws ActionError where a place cannot be restored
 */
export async function readGitState(
  repository: RemoteRepository,
  places: readonly [GitPlace, ...GitPlace[]],
): Promise<Restoration> {
  const branch = places[0].branch ?? (await repository.defaultBranch());
  const head = await repository.headOf(branch);
  if (head === undefined)
    throw new ActionError(
      `There is no branch ${branch} in ${repository.name}, so nothing can be merged there.`,
    );
  const changes = new Map<string, Restoration['changes'][number]>();
  for (const place of places) {
    for (const change of await changesOf(repository, place, head)) {
      const other = changes.get(change.path);
      if (other && other.sha !== change.sha)
        throw new ActionError(
          `The good commits have different versions of ${change.path || 'the repository'}.`,
        );
      changes.set(change.path, change);
    }
  }
  const paths = [...changes.keys()];
  const commits = [...new Set(places.map(({ commit }) => commit))];
  const since = paths.length === 0 ? [] : commits.map((commit) => sinceThen(repository, commit, head, paths));
  const seen = await Promise.all(since);
  const dropped = new Map(seen.flatMap((each) => each.dropped).map((commit) => [commit.sha, commit]));
  const files = new Map(seen.flatMap((each) => each.files).map((file) => [file.filename, file]));
  return {
    ...{ branch, head, changes: [...changes.values()], dropped: [...dropped.values()] },
    isCut: seen.some((each) => each.isCut),
    diff: [...files.values()].flatMap(backwards),
    warnings: [...seen.flatMap((each) => each.warnings), ...automationIn([...files.values()])],
  };
}

async function changesOf(
  repository: RemoteRepository,
  place: GitPlace,
  head: string,
): Promise<Restoration['changes']> {
  const { commit, paths } = place;
  const all = await withBases(filesOf(repository, commit), paths);
  const changes = all.map(async (path) => {
    const [good, now] = await Promise.all([repository.entry(commit, path), repository.entry(head, path)]);
    if (!good)
      throw new ActionError(`The commit ${commit.slice(0, 7)} of ${repository.name} has no ${path}.`);
    const { mode, type, sha } = good;
    return sha === now?.sha && mode === now.mode ? [] : [{ path, mode, type, sha, commit }];
  });
  return (await Promise.all(changes)).flat();
}

const filesOf = (repository: RemoteRepository, commit: string): Files => ({
  async kindOf(path) {
    const type = (await repository.entry(commit, path))?.type;
    return type === 'tree' ? 'folder' : type === 'blob' ? 'file' : undefined;
  },
  async read(path) {
    const entry = await repository.entry(commit, path);
    return entry?.type === 'blob' ? (await repository.read(entry)).toString() : undefined;
  },
});

/** What a branch has done to these paths since a commit. */
async function sinceThen(
  repository: RemoteRepository,
  commit: string,
  head: string,
  paths: readonly string[],
): Promise<Pick<Restoration, 'dropped' | 'isCut' | 'warnings'> & { files: readonly ChangedFile[] }> {
  const { status, commits, files, isCut } = await repository.compare(commit, head);
  const touching = await Promise.all(paths.map((path) => repository.commitsOf(head, path)));
  const touched = new Set(touching.flat().map(({ sha }) => sha));
  const warnings =
    status === 'ahead'
      ? []
      : [
          `the good commit ${commit.slice(0, 7)} is not in the history of the branch, so compare them by hand`,
        ];
  return {
    dropped: commits.filter(({ sha }) => touched.has(sha)).toReversed(),
    isCut: isCut || touching.some((each) => each.length === 100),
    files:
      status === 'ahead'
        ? files.filter(({ filename }) => paths.some((path) => isWithin(filename, path)))
        : [],
    warnings,
  };
}

/** A change of a file the other way round, as lines of a diff. */
function backwards({ filename, previous_filename: before = filename, status, patch }: ChangedFile): string[] {
  const head = [
    `--- ${status === 'removed' ? '/dev/null' : filename}`,
    `+++ ${status === 'added' ? '/dev/null' : before}`,
  ];
  if (patch === undefined) return [...head, '(no text, or too long)'];
  const lines = patch.split('\n').map((line) => {
    if (line.startsWith('+')) return `-${line.slice(1)}`;
    if (line.startsWith('-')) return `+${line.slice(1)}`;
    return line.replace(/^@@ -(\S+) \+(\S+) @@/, '@@ -$2 +$1 @@');
  });
  return [...head, ...removalsFirst(lines)];
}

/** As `diff` writes it: what goes before what comes. */
function removalsFirst(lines: readonly string[]): string[] {
  const sorted: string[] = [];
  let block: string[] = [];
  const flush = () => {
    sorted.push(...block.filter((line) => line[0] === '-'), ...block.filter((line) => line[0] !== '-'));
    block = [];
  };
  for (const line of lines) {
    if (line[0] === '+' || line[0] === '-' || line[0] === '\\') block.push(line);
    else {
      flush();
      sorted.push(line);
    }
  }
  flush();
  return sorted;
}

/** Flux's image automation writes where such a marker is. */
function automationIn(files: readonly ChangedFile[]): string[] {
  const marked = files.filter(({ patch = '' }) => patch.includes('$imagepolicy'));
  return marked.map(
    ({ filename }) =>
      `Flux's image automation writes the image in ${filename} (\`$imagepolicy\`) and may put the newer one back; suspend it first`,
  );
}
