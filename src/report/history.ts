import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { isInstant } from '../base/instant.ts';
import type { Story } from '../record/story.ts';
import { earlierOf, recoverySeconds } from './rto.ts';
import { type Run, runSchema } from './schema.ts';

/** The most runs that are looked at, and shown. */
const MOST_RUNS = 200;

/**
 * The earlier runs of an environment, oldest first: the newest line of each rollback but this one's; and those of the other
 * environments, such as drills in staging. Lines that are not runs are passed over and counted.
 */
export function parseHistory(
  content: string,
  story: Pick<Story, 'incident' | 'environment'>,
): { runs: Run[]; elsewhere: Run[]; broken: number } {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  const all = lines.map(parseRun).filter((run) => run !== undefined);
  const earlier = all.filter((run) => run.id !== story.incident || run.environment !== story.environment);
  const [runs, elsewhere] = [true, false].map((isMine) =>
    newestOf(earlier.filter((run) => (run.environment === story.environment) === isMine)),
  );
  return { runs: runs ?? [], elsewhere: elsewhere ?? [], broken: lines.length - all.length };
}

/** The newest line of each rollback, oldest first. */
const newestOf = (runs: readonly Run[]): Run[] =>
  [...new Map(runs.map((run) => [`${run.environment} ${run.id}`, run])).values()]
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .slice(-MOST_RUNS);

/** What this rollback adds to the history; undefined where nothing was rolled back, or it has not ended. */
export function runOf(story: Story): Run | undefined {
  const { incident: id, outcome, ended, seconds, environment } = story;
  if (id === undefined || ended === undefined || seconds === undefined) return undefined;
  if (outcome !== 'done' && outcome !== 'failed') return undefined;
  const times = story.components
    .filter(({ configuration }) => !configuration)
    .map((each) => [each.key, recoverySeconds(story, each)] as const)
    .filter((entry): entry is readonly [string, number] => entry[1] !== undefined);
  const components = Object.fromEntries(times);
  return { id, at: ended, ...(environment !== undefined && { environment }), outcome, seconds, components };
}

/**
 * How many seconds what a pattern matches took the last time, by the history in a file; undefined where that is unknown. A file
 * that is missing or cannot be read counts as empty: the number is for information, and decides nothing.
 */
export function lastTimes(
  path: string | undefined,
  environment: string,
): (pattern: string) => number | undefined {
  const { runs } = parseHistory(contentOf(path), { incident: undefined, environment });
  return (pattern) => runs.map((run) => earlierOf(run, pattern)).findLast((seconds) => seconds !== undefined);
}

/** How many earlier times an estimate is made of. */
const MOST_TIMES = 5;

/**
 * How many seconds it took the last times until all that this rollback changes was back, oldest first; a time when not all
 * of it went back says nothing. A file that is not there, or not readable, knows none.
 */
export function earlierTimes(path: string | undefined, story: Story): number[] {
  const { runs } = parseHistory(contentOf(path), story);
  const keys = story.components
    .filter(({ configuration, outcome }) => !configuration && !['no-op', 'skipped'].includes(outcome))
    .map(({ key }) => key);
  if (keys.length === 0) return [];
  const whole = runs.map(({ components }) => keys.map((key) => components[key]));
  return whole
    .filter((times) => times.every((time) => time !== undefined))
    .map((times) => Math.max(...times))
    .slice(-MOST_TIMES);
}

function contentOf(path: string | undefined): string {
  try {
    return path === undefined ? '' : readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function parseRun(line: string): Run | undefined {
  try {
    const parsed = v.safeParse(runSchema, JSON.parse(line));
    return parsed.success && isInstant(parsed.output.at) ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
