import type { Severity } from '../record/severity.ts';
import { aggregateSamples } from './aggregate.ts';
import { atLeast, type Decision, RESPONSES, worst } from './levels.ts';
import { reasonToHold } from './memory.ts';
import type { Judgement, Observation, Row, Settings } from './observation.ts';
import { rowsOf } from './rows.ts';

/**
 * What is to be done, from what was seen: a pure function, so that the evidence of a run gives its answer again.
 *
 * An unknown signal makes the result inconclusive, unless the known signals alone justify a rollback. Two things turn a
 * rollback into `evaluate`, so that a person decides: the service was as bad before the deploy, or `reasonToHold` applies
 * (an earlier rollback, `cooldown`, `max-age`). After a failed quick fix the answer is always a rollback, even for a
 * problem that predates the deploy; only `reasonToHold` still prevents it.
 */
export function judge(observation: Observation, settings: Settings): Judgement {
  const samples = observation.looks.map((sample) => rowsOf(sample, observation, settings));
  const rows = aggregateSamples(samples, settings.consecutive);
  const at = observation.looks.at(-1)?.at ?? 0;
  const severity = worst(rows.map(levelOfRow));
  const blamed = rows.filter((row) => row.causedByDeploy);
  const severityByDeploy = worst(blamed.map(levelOfRow));
  const missing = rows.filter((row) => row.severity === 'unknown');
  const justifiesRollback = rows.some(demandsRollback) || atLeast(severityByDeploy, 'high');
  const inconclusive = rows.length === 0 || (missing.length > 0 && !justifiesRollback);

  const decision = decisionOf(rows, severity, severityByDeploy);
  const holdReason = reasonToHold(observation, at, settings);
  const isTolerable = !inconclusive && !atLeast(severity, 'medium');
  const fixFailed = settings.afterQuickFix === true && !isTolerable;
  const wanted = fixFailed ? 'rollback' : inconclusive ? decisionIfInconclusive(decision, settings) : decision;
  const held = holdReason !== undefined && (wanted === 'rollback' || wanted === 'quick-fix-then-rollback');
  const final = held ? 'evaluate' : wanted;
  const since = Math.min(
    at,
    ...rows.filter((row) => atLeast(levelOfRow(row), 'medium')).map((row) => row.since),
  );
  return {
    severity,
    decision: final,
    result: inconclusive ? 'inconclusive' : 'judged',
    decideBy: final === 'none' ? null : since + secondsToDecide(severity, inconclusive),
    message: describeJudgement({
      final,
      severity,
      rows,
      missing,
      inconclusive,
      byDeploy: severityByDeploy,
      holdReason: held ? holdReason : undefined,
      fixFailed,
    }),
    rows,
  };
}

/** Whether an alert that fires since the deploy, at medium or worse, demands a rollback. */
const demandsRollback = (row: Row): boolean => row.forcesRollback && row.causedByDeploy;

const levelOfRow = (row: Row): Severity => (row.severity === 'unknown' ? 'none' : row.severity);

function decisionOf(rows: readonly Row[], severity: Severity, byDeploy: Severity): Decision {
  if (rows.some(demandsRollback)) return 'rollback';
  if (byDeploy === severity) return RESPONSES[severity].decision;
  return atLeast(severity, 'medium') ? 'evaluate' : 'none';
}

const decisionIfInconclusive = (known: Decision, { onInconclusive }: Settings): Decision =>
  (({ ask: 'evaluate', rollback: 'rollback', pass: known }) as const)[onInconclusive];

const secondsToDecide = (severity: Severity, inconclusive: boolean): number =>
  RESPONSES[inconclusive && !atLeast(severity, 'medium') ? 'medium' : severity].seconds;

const DECISION_WORDS: Record<Decision, string> = {
  rollback: 'Roll back',
  'quick-fix-then-rollback': 'Roll back unless a quick fix helps',
  evaluate: 'Look closer before anything is rolled back',
  'fix-forward': 'Fix forward',
  none: 'All is well',
};

function describeJudgement(judged: {
  readonly final: Decision;
  readonly severity: Severity;
  readonly rows: readonly Row[];
  readonly missing: readonly Row[];
  readonly inconclusive: boolean;
  readonly byDeploy: Severity;
  readonly holdReason: string | undefined;
  readonly fixFailed: boolean;
}): string {
  const { final, severity, rows, missing, inconclusive, byDeploy, holdReason, fixFailed } = judged;
  const forcing = rows.filter(demandsRollback);
  const worstRows = severity === 'none' ? [] : rows.filter((row) => row.severity === severity);
  const reasons = forcing.length > 0 ? forcing : worstRows;
  const descriptions = (reasons.length > 0 ? reasons : rows.filter((row) => row.severity === 'none')).map(
    (row) => row.description,
  );
  const facts = descriptions.slice(0, 3).join('; ');
  const worstLevel = reasons.length > 0 ? worst(reasons.map(levelOfRow)) : severity;
  const level = worstLevel === 'none' ? '' : ` (${worstLevel})`;
  if (holdReason) return `${DECISION_WORDS.evaluate}: ${facts}${level}, but ${holdReason}.`;
  if (fixFailed) {
    const known = severity === 'none' ? [] : [`${facts}${level}`];
    return `Roll back, because no quick fix has helped in time: ${[...known, ...(inconclusive ? [`not known are ${describeMissing(missing)}`] : [])].join('; ')}.`;
  }
  if (inconclusive) {
    const lacks = describeMissing(missing);
    const but = facts ? `; what is known: ${facts}${level}` : '';
    const words = final === 'none' ? 'It is unknown whether all is well' : DECISION_WORDS[final];
    return `${words}, because it is not known how the service is (${lacks}${but}).`;
  }
  if (forcing.length === 0 && byDeploy !== severity && atLeast(severity, 'medium'))
    return `${DECISION_WORDS[final]}: ${facts}${level}, but it was so before the deploy, and a rollback would not help.`;
  return `${DECISION_WORDS[final]}: ${facts}${level}.`;
}

/** What is not known and why, each reason once. */
function describeMissing(missing: readonly Row[]): string {
  const byReason = Map.groupBy(missing, (row) => row.description);
  const reasons = [...byReason].map(
    ([description, rows]) => `${rows.map((row) => row.signal).join(', ')}: ${description}`,
  );
  return reasons.join('; ') || 'nothing was asked';
}
