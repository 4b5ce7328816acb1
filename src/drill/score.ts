import * as v from 'valibot';
import { inert, table } from '../base/markdown.ts';
import type { Phase, PhaseName } from './phases.ts';

/** What counts, and what each is called in the score. */
const COUNTED: Partial<Record<PhaseName, string>> = {
  detect: 'detected',
  decide: 'decided',
  'roll back': 'rolled back',
  verify: 'verified',
  'steady again': 'steady again',
};

/** The part of a recovery time that the score looks at. */
const objectives = v.array(v.object({ state: v.string(), component: v.string() }));

/** How a drill went. */
interface Score {
  /** Of what counts, how much was as it should be, in percent. */
  readonly percent: number;
  /** What was not. */
  readonly missing: readonly string[];
}

/**
 * Scores a drill by its phases and its times.
 *
 * @param rto recovery times against their objectives, as `report` gives them
 */
export function scoreOf(phases: readonly Phase[], rto: unknown): Score {
  const counted = phases.flatMap(({ name, isGood }) => {
    const what = COUNTED[name];
    return what ? [{ what, isGood }] : [];
  });
  const parsed = v.safeParse(objectives, rto);
  const held = parsed.success ? parsed.output.filter(({ state }) => state !== 'untested') : [];
  const missed = held.filter(({ state }) => state === 'missed').map(({ component }) => component);
  const all = [
    ...counted,
    ...(held.length > 0 ? [{ what: `in time (${missed.join(', ')})`, isGood: missed.length === 0 }] : []),
  ];
  const missing = all.filter(({ isGood }) => !isGood).map(({ what }) => what);
  return { percent: Math.round((100 * (all.length - missing.length)) / all.length), missing };
}

/** Seconds from the fault to the end of a phase; undefined where the drill did not come so far. */
export function secondsTo(name: PhaseName, phases: readonly Phase[]): number | undefined {
  const since = phases.findIndex((each) => each.name === 'inject') + 1;
  const until = phases.findIndex((each) => each.name === name);
  if (since === 0 || until < since) return undefined;
  return phases.slice(since, until + 1).reduce((sum, { seconds }) => sum + seconds, 0);
}

/** What was done, for the job's summary. */
export function summaryOf(sentence: string, phases: readonly Phase[]): string {
  const rows = phases.map(({ name, isGood, message, seconds }) => [
    isGood ? '✅' : '❌',
    name,
    `${seconds.toFixed(1)} s`,
    inert(message),
  ]);
  return `## ${inert(sentence)}\n\n${table(['', 'Phase', 'Took', ''], rows)}\n`;
}
