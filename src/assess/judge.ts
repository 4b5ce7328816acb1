import type { Severity } from '../record/severity.ts';
import { aggregateSamples } from './aggregate.ts';
import { atLeast, type Decision, TABLE, worst } from './levels.ts';
import { cooldownReason } from './memory.ts';
import type { Judgement, Observation, Row, Settings } from './observation.ts';
import { rowsOf } from './rows.ts';

/**
 * What is to be done, from what was seen: a pure function, so that the evidence of a run gives its answer again.
 *
 * What nobody knows is inconclusive unless what is known is bad enough for a rollback by itself. What was as bad
 * before the deploy does not roll it back, and neither does what a rollback has been made for already: a person
 * evaluates both. After a quick fix was tried in vain, only such a rollback keeps it from going back.
 */
export function judge(observation: Observation, settings: Settings): Judgement {
  const looks = observation.looks.map((look) => rowsOf(look, observation, settings));
  const rows = aggregateSamples(looks, settings.consecutive);
  const at = observation.looks.at(-1)?.at ?? 0;
  const severity = worst(rows.map(levelOfRow));
  const blamed = rows.filter((row) => row.causedByDeploy);
  const byDeploy = worst(blamed.map(levelOfRow));
  const missing = rows.filter((row) => row.severity === 'unknown');
  const isEnough = rows.some(asksForRollback) || atLeast(byDeploy, 'high');
  const inconclusive = rows.length === 0 || (missing.length > 0 && !isEnough);

  const decision = decisionOf(rows, severity, byDeploy);
  const hold = cooldownReason(observation, at, settings);
  const isTolerable = !inconclusive && !atLeast(severity, 'medium');
  const fixFailed = settings.afterQuickFix === true && !isTolerable;
  const wanted = fixFailed ? 'rollback' : inconclusive ? decisionUnknown(decision, settings) : decision;
  const held = hold !== undefined && (wanted === 'rollback' || wanted === 'quick-fix-then-rollback');
  const final = held ? 'evaluate' : wanted;
  const since = Math.min(
    at,
    ...rows.filter((row) => atLeast(levelOfRow(row), 'medium')).map((row) => row.since),
  );
  return {
    severity,
    decision: final,
    result: inconclusive ? 'inconclusive' : 'judged',
    decideBy: final === 'none' ? null : since + secondsFor(severity, inconclusive),
    message: messageOf({
      final,
      severity,
      rows,
      missing,
      inconclusive,
      byDeploy,
      hold: held ? hold : undefined,
      fixFailed,
    }),
    rows,
  };
}

/** True where a rule of the user's own says so, of this deploy. */
const asksForRollback = (row: Row): boolean => row.forcesRollback && row.causedByDeploy;

const levelOfRow = (row: Row): Severity => (row.severity === 'unknown' ? 'none' : row.severity);

function decisionOf(rows: readonly Row[], severity: Severity, byDeploy: Severity): Decision {
  if (rows.some(asksForRollback)) return 'rollback';
  if (byDeploy === severity) return TABLE[severity].decision;
  return atLeast(severity, 'medium') ? 'evaluate' : 'none';
}

const decisionUnknown = (known: Decision, { onInconclusive }: Settings): Decision =>
  (({ ask: 'evaluate', rollback: 'rollback', pass: known }) as const)[onInconclusive];

const secondsFor = (severity: Severity, inconclusive: boolean): number =>
  TABLE[inconclusive && !atLeast(severity, 'medium') ? 'medium' : severity].seconds;

const WORDS: Record<Decision, string> = {
  rollback: 'Roll back',
  'quick-fix-then-rollback': 'Roll back unless a quick fix helps',
  evaluate: 'Look closer before anything is rolled back',
  'fix-forward': 'Fix forward',
  none: 'All is well',
};

function messageOf(said: {
  readonly final: Decision;
  readonly severity: Severity;
  readonly rows: readonly Row[];
  readonly missing: readonly Row[];
  readonly inconclusive: boolean;
  readonly byDeploy: Severity;
  readonly hold: string | undefined;
  readonly fixFailed: boolean;
}): string {
  const { final, severity, rows, missing, inconclusive, byDeploy, hold, fixFailed } = said;
  const reasons = severity === 'none' ? [] : rows.filter((row) => row.severity === severity);
  const descriptions = (reasons.length > 0 ? reasons : rows.filter((row) => row.severity === 'none')).map(
    (row) => row.description,
  );
  const facts = descriptions.slice(0, 3).join('; ');
  const level = severity === 'none' ? '' : ` (${severity})`;
  if (hold) return `${WORDS.evaluate}: ${facts}${level}, but ${hold}.`;
  if (fixFailed) {
    const known = severity === 'none' ? [] : [`${facts}${level}`];
    return `Roll back, because no quick fix has helped in time: ${[...known, ...(inconclusive ? [`not known are ${lacksOf(missing)}`] : [])].join('; ')}.`;
  }
  if (inconclusive) {
    const lacks = lacksOf(missing);
    const but = facts ? `; what is known: ${facts}${level}` : '';
    const words = final === 'none' ? 'It is unknown whether all is well' : WORDS[final];
    return `${words}, because it is not known how the service is (${lacks}${but}).`;
  }
  if (byDeploy !== severity && atLeast(severity, 'medium'))
    return `${WORDS[final]}: ${facts}${level}, but it was so before the deploy, and a rollback would not help.`;
  return `${WORDS[final]}: ${facts}${level}.`;
}

/** What is not known and why, each reason once. */
function lacksOf(missing: readonly Row[]): string {
  const byReason = Map.groupBy(missing, (row) => row.description);
  const reasons = [...byReason].map(([why, rows]) => `${rows.map((row) => row.signal).join(', ')}: ${why}`);
  return reasons.join('; ') || 'nothing was asked';
}
