import { formatDuration } from '../base/duration.ts';
import type { Story } from '../record/story.ts';

/**
 * When it will be over, by what the same components took before: `about 03:05 UTC (the last 3 times it took 40 s to 1 min 5
 * s)`. Where that is unknown, it says so.
 *
 * @param earlier seconds until all of them were back, oldest first
 */
export function estimateOf(story: Pick<Story, 'started'>, earlier: readonly number[]): string {
  if (earlier.length === 0) return 'not known: no earlier rollback of this is on record';
  const sorted = [...earlier].sort((one, other) => one - other);
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const times = [...new Set([sorted[0], sorted.at(-1)].map(formatDuration))].join(' to ');
  const took = `${sorted.length === 1 ? 'the last time' : `the last ${sorted.length} times`} it took ${times}`;
  const over = story.started === undefined ? undefined : Date.parse(story.started) + usual * 1000;
  const when =
    over === undefined
      ? `in about ${formatDuration(usual)}`
      : `about ${new Date(over).toISOString().slice(11, 16)} UTC`;
  return `${when} (${took})`;
}
