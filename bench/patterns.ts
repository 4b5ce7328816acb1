/**
 * How long the slowest patterns of src/ take on a megabyte that is made to be slow for them: `npx node bench/patterns.ts`. That
 * none takes more than linear time is a test's to say (`test/patterns.test.ts`).
 */
import { builtPatterns, hostile, type Pattern, patterns } from '../test/support/patterns.ts';

const SHORT = 4_000;
const MEGABYTE = 1024 ** 2;
/** Of the texts of each pattern, those that took longest while they were short. */
const TRIED = 3;
const SHOWN = 10;

/** Milliseconds of the processor, without what is done once. */
function timeOf(pattern: RegExp, text: string): number {
  const once = () => {
    const begun = process.cpuUsage();
    if (pattern.global) text.replace(pattern, '');
    else pattern.exec(text);
    return process.cpuUsage(begun).user / 1000;
  };
  return Math.min(once(), once());
}

function slowest({ at, pattern }: Pattern): { at: string; took: number; text: string } {
  const texts = [...hostile(pattern)].map((make) => ({ make, took: timeOf(pattern, make(SHORT)) }));
  const tried = texts.sort((one, other) => other.took - one.took).slice(0, TRIED);
  const long = tried.map(({ make }) => {
    const text = make(MEGABYTE);
    return { at, took: timeOf(pattern, text), text: JSON.stringify(text.slice(0, 24)) };
  });
  return long.reduce((one, other) => (other.took > one.took ? other : one));
}

const all = [...patterns, ...(await builtPatterns())];
const found = all.map(slowest).sort((one, other) => other.took - one.took);
console.log(`${all.length} patterns, each on a megabyte of what was slowest for it:`);
for (const { at, took, text } of found.slice(0, SHOWN))
  console.log(`${took.toFixed(1).padStart(8)} ms  ${at.slice(0, 90)} on ${text}…`);
