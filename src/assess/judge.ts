import type { Severity } from '../record/severity.ts';
import { aggregateSamples } from './aggregate.ts';
import { atLeast, type Decision, RESPONSES, worst } from './levels.ts';
import { reasonToHold } from './memory.ts';
import type { Judgement, Observation, Row, Settings } from './observation.ts';
import { rowsOf } from './rows.ts';

/**
 * Decides what is done about what was sampled: a pure function, so that the evidence of a run gives its answer again.
 *
 * The severity decides, by `RESPONSES`. An unknown signal makes the result inconclusive, unless the known signals alone
 * justify a rollback. Two things turn a rollback into `evaluate`, so that a person decides: the service was as bad before the
 * deploy, or `reasonToHold` applies (an earlier rollback, `cooldown`, `max-age`). Where a quick fix was tried and the severity
 * is still medium or worse, or not known, the answer is a rollback, even for a problem that predates the deploy; only
 * `reasonToHold` still prevents it.
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

  const known = decisionOf(rows, severity, severityByDeploy);
  const holdReason = reasonToHold(observation, at, settings);
  const isTolerable = !inconclusive && !atLeast(severity, 'medium');
  const fixFailed = settings.afterQuickFix === true && !isTolerable;
  const wanted = fixFailed ? 'rollback' : inconclusive ? decisionIfInconclusive(known, settings) : known;
  const held = holdReason !== undefined && (wanted === 'rollback' || wanted === 'quick-fix-then-rollback');
  const decision = held ? 'evaluate' : wanted;
  const since = Math.min(
    at,
    ...rows.filter((row) => atLeast(levelOfRow(row), 'medium')).map((row) => row.since),
  );
  return {
    severity,
    decision,
    result: inconclusive ? 'inconclusive' : 'judged',
    decideBy: decision === 'none' ? null : since + secondsToDecide(severity, inconclusive),
    message: describeJudgement({
      decision,
      severity,
      rows,
      missing,
      inconclusive,
      severityByDeploy,
      holdReason: held ? holdReason : undefined,
      fixFailed,
    }),
    rows,
  };
}

/** Whether an alert that fires since the deploy, at medium or worse, demands a rollback. */
const demandsRollback = (row: Row): boolean => row.forcesRollback && row.causedByDeploy;

const levelOfRow = (row: Row): Severity => (row.severity === 'unknown' ? 'none' : row.severity);

/** What the known signals alone ask for; where the deploy is not the cause, a person decides. */
function decisionOf(rows: readonly Row[], severity: Severity, severityByDeploy: Severity): Decision {
  if (rows.some(demandsRollback)) return 'rollback';
  if (severityByDeploy === severity) return RESPONSES[severity].decision;
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

/** The decision in words, with the three worst facts that led to it and what stands against it. */
function describeJudgement(judged: {
  readonly decision: Decision;
  readonly severity: Severity;
  readonly rows: readonly Row[];
  readonly missing: readonly Row[];
  readonly inconclusive: boolean;
  readonly severityByDeploy: Severity;
  readonly holdReason: string | undefined;
  readonly fixFailed: boolean;
}): string {
  const { decision, severity, rows, missing, inconclusive, severityByDeploy, holdReason, fixFailed } = judged;
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
    return `Roll back, because no quick fix has helped in time: ${[...known, ...(inconclusive ? [`unknown are ${describeMissing(missing)}`] : [])].join('; ')}.`;
  }
  if (inconclusive) {
    const lacks = describeMissing(missing);
    const but = facts ? `; what is known: ${facts}${level}` : '';
    const words = decision === 'none' ? 'It is unknown whether all is well' : DECISION_WORDS[decision];
    return `${words}, because it is unknown how the service is (${lacks}${but}).`;
  }
  if (forcing.length === 0 && severityByDeploy !== severity && atLeast(severity, 'medium'))
    return `${DECISION_WORDS[decision]}: ${facts}${level}, but it was so before the deploy, and a rollback would not help.`;
  return `${DECISION_WORDS[decision]}: ${facts}${level}.`;
}

/** What is not known and why, each reason once. */
function describeMissing(missing: readonly Row[]): string {
  const byReason = Map.groupBy(missing, (row) => row.description);
  const reasons = [...byReason].map(
    ([description, rows]) => `${rows.map((row) => row.signal).join(', ')}: ${description}`,
  );
  return reasons.join('; ') || 'nothing was queried';
}
