import { inert, withoutReferences } from '../../base/markdown.ts';
import type { Commit } from '../../systems/github/git-objects.ts';
import type { Restoration } from './git-state.ts';
import type { GitPlace } from './place.ts';

/** Commits and lines of a diff that are told. */
const MOST_COMMITS = 50;
const MOST_LINES = 400;

/** What a pull request is for. */
export interface Cause {
  /** The owners that it makes last, by name. */
  readonly owners: readonly string[];
  readonly id: string;
  readonly reason: string;
  /** The page of the run, where there is one. */
  readonly run: string | undefined;
}

const short = (commit: string) => commit.slice(0, 7);
const commitsOf = (places: readonly GitPlace[]) => [...new Set(places.map(({ commit }) => short(commit)))];

/** A word of others in Markdown that reads references and links: neither tells nor closes anything. */
const safe = (text: string) => withoutReferences(inert(text));

/** `Roll back Argo CD application shop to 3f2a9c1`. */
export const titleOf = ({ owners }: Cause, places: readonly GitPlace[]): string =>
  `Roll back ${owners.join(', ')} to ${commitsOf(places).join(', ')}`.slice(0, 200);

/** The line by which a commit of ours is known again. */
export const markOf = (key: string): string => `Rollback-Actions: ${key}`;

export const commitMessageOf = (cause: Cause, places: readonly GitPlace[], key: string): string =>
  [
    titleOf(cause, places),
    '',
    ...cause.reason.split('\n').slice(0, 5),
    `Rollback ${cause.id}`,
    '',
    markOf(key),
  ].join('\n');

/** The text of the pull request: why, what it restores, what goes, what may undo it. */
export function bodyOf(
  cause: Cause,
  places: readonly GitPlace[],
  { changes, warnings, ...rest }: Restoration,
): string {
  const run = cause.run ? ` ([the run](${cause.run}))` : '';
  const paths = changes.map(({ path }) => `- <code>${safe(path || '/')}</code>`);
  return [
    `Rollback ${safe(cause.id)}${run} put the workloads of ${cause.owners.map(safe).join(', ')} back to ${commitsOf(places).join(', ')}. They stay paused until this is merged and they are handed back.`,
    `**Why:** ${safe(cause.reason)}`,
    `It restores these paths to what they were, and nothing else:\n\n${paths.join('\n')}`,
    droppedWords(rest),
    ...warnings.map((warning) => `⚠️ ${safe(warning)}.`),
  ].join('\n\n');
}

function droppedWords({ dropped, isCut }: Pick<Restoration, 'dropped' | 'isCut'>): string {
  if (dropped.length === 0 && !isCut) return 'No other commit has changed them since.';
  const more = dropped.length - MOST_COMMITS;
  const rest = isCut ? ['- … there may be more'] : more > 0 ? [`- … and ${more} more`] : [];
  const lines = dropped.slice(0, MOST_COMMITS).map((commit) => `- ${commitWords(commit)}`);
  return `**What these commits have done to them goes:**\n\n${[...lines, ...rest].join('\n')}`;
}

const commitWords = ({ sha, message, author }: Commit): string =>
  `${sha} ${safe(message.split('\n', 1)[0] ?? '')} (${safe(author)})`;

/** For the summary, where there is no pull request: what would change, where that was read, and how it is done by hand. */
export function byHand(
  cause: Cause,
  places: readonly [GitPlace, ...GitPlace[]],
  seen: Restoration | undefined,
): string {
  const { url, branch = 'HEAD' } = places[0];
  const title = titleOf(cause, places);
  const all: readonly Pick<GitPlace, 'commit' | 'paths'>[] = seen?.changes.length
    ? seen.changes.map(({ commit, path }) => ({ commit, paths: [path] }))
    : places;
  const named = [...Map.groupBy(all, ({ commit }) => commit)].map(
    ([commit, own]) =>
      [commit, own.flatMap(({ paths }) => paths.map((path) => quoted(path || '.'))).join(' ')] as const,
  );
  const commands = [
    `git clone ${quoted(url)} config && cd config`,
    `git switch --create rollback ${quoted(branch === 'HEAD' ? 'origin/HEAD' : `origin/${branch}`)}`,
    ...named.map(([commit, paths]) => `git diff HEAD ${commit} -- ${paths} # what changes`),
    ...named.map(([commit, paths]) => `git restore --source=${commit} --staged --worktree -- ${paths}`),
    `git commit --message ${quoted(title)}`,
    'git push --set-upstream origin rollback && gh pr create --fill',
  ];
  const diff = seen?.diff.length ? [block('diff', cut(seen.diff))] : [];
  const also = seen ? [droppedWords(seen), ...seen.warnings.map((warning) => `⚠️ ${inert(warning)}.`)] : [];
  return [`### ${inert(title)}`, ...also, ...diff, block('sh', commands)].join('\n\n');
}

const cut = (lines: readonly string[]): readonly string[] =>
  lines.length > MOST_LINES
    ? [...lines.slice(0, MOST_LINES), `… ${lines.length - MOST_LINES} more lines`]
    : lines;

/** A block of code that its lines cannot end. */
function block(language: string, lines: readonly string[]): string {
  const longest = Math.max(
    2,
    ...(lines
      .join('\n')
      .match(/`{3,}/g)
      ?.map(({ length }) => length) ?? []),
  );
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** A word of a shell's command line. */
const quoted = (text: string): string =>
  /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
