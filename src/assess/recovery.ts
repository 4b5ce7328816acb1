import { judge } from './judge.ts';
import type { Thresholds } from './levels.ts';
import type { Observation, Settings } from './observation.ts';

/** The share of requests that may fail once all is well again: the runbook's. */
const WELL_AGAIN = 0.001;

/** The settings by which a sample after a rollback is judged: where `low` is not given, it begins at the runbook's 0.1 %. */
export function afterRollback(settings: Settings, isLowGiven: boolean): Settings {
  const { low = WELL_AGAIN } = settings.errorRate;
  const errorRate: Thresholds = {
    ...settings.errorRate,
    low: isLowGiven ? low : Math.min(low, WELL_AGAIN),
  };
  return { ...settings, errorRate, consecutive: 1 };
}

/**
 * Whether a sample after a rollback has seen enough: nothing is wrong, and what is not known will not be known by waiting,
 * as where there is no time before the deploy to compare with.
 */
export function isWellAgain(observation: Observation, settings: Settings): boolean {
  const { rows } = judge(observation, settings);
  const isHopeless = (signal: string) => signal === 'slowdown' && observation.baseline === undefined;
  return (
    rows.length > 0 &&
    rows.every(
      ({ severity, signal }) => severity === 'none' || (severity === 'unknown' && isHopeless(signal)),
    )
  );
}

/**
 * How a quick fix has ended before its time: it has helped (nothing is worse than low, in as many samples in a row as are
 * needed), or made it worse, so that the wait ends.
 */
export function quickFixEnd(observation: Observation, settings: Settings): 'helped' | 'worse' | undefined {
  if (observation.looks.length < settings.consecutive) return undefined;
  const { result, decision, severity } = judge(observation, { ...settings, afterQuickFix: false });
  if (result === 'judged' && (severity === 'none' || severity === 'low')) return 'helped';
  return result === 'judged' && decision === 'rollback' ? 'worse' : undefined;
}
