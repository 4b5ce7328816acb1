import type { Change } from './changes.ts';
import { type AttributeDifference, differences } from './diff.ts';
import { unquoted } from './hcl.ts';

/** Stands for every path. */
const ALL = '*';

/** Parts of a list: quoted texts, brackets, and what is between commas. What has no end goes on to that of the text. */
const ITEM = /(?:"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|\[[^\]]*(?:\]|$)|[^,"[])+/g;

/**
 * The paths that `ignore_changes` names, as differences are named: `tags["Name"]` is `tags.Name`. Pure.
 *
 * @param text the expression, such as `[desired_count, tags["Name"]]` or `all`
 */
export function ignoredPaths(text: string): string[] {
  const list = /^\[([\s\S]*)\]$/.exec(text.trim())?.[1] ?? text;
  const items = (list.match(ITEM) ?? []).map((item) => item.trim()).filter((item) => item !== '');
  return items.map((item) => pathOf(unquoted(item) ?? item));
}

/** `all` and, as it was once written, `*` are everything. */
const pathOf = (item: string): string =>
  item === 'all' || item === ALL ? ALL : item.replace(/\["([\p{L}_][\p{L}\p{N}_-]*)"\]/gu, '.$1');

/**
 * What an update would change although it is left to others, such as an autoscaler or what deploys the application: an older ref
 * may be of a time before that, and would set what was true then. Pure.
 */
export function ignoredChanges(change: Change, paths: readonly string[]): AttributeDifference[] {
  if (change.kind !== 'update' || paths.length === 0) return [];
  return differences(change.values).filter(({ path }) =>
    paths.some((ignored) => ignored === ALL || isWithin(path, ignored) || isWithin(ignored, path)),
  );
}

const isWithin = (path: string, outer: string): boolean =>
  path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
