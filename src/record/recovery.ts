import { withoutFullStop } from '../base/sentence.ts';
import { kindOf } from './catalogue.ts';
import type { StoryComponent } from './story-components.ts';
import type { Assessment, Integrity, SmokeTests } from './story-findings.ts';

/** What is known of how well users are served after the last change. */
export interface Recovery {
  /**
   * `confirmed`: a sample or check after the last change says so. `contradicted`: one says the opposite. Else nothing was
   * checked.
   */
  readonly state: 'confirmed' | 'unconfirmed' | 'contradicted';
  /** What says so, or what is missing, a few words each. */
  readonly because: readonly string[];
}

interface Known {
  readonly outcome: string | undefined;
  readonly components: readonly StoryComponent[];
  readonly integrity: Integrity | undefined;
  readonly smokeTests: SmokeTests | undefined;
  /** What `assess` said in a look that began after the last change. */
  readonly aftermath: Assessment | undefined;
  /** Why a look that began after the last change ended without a verdict, where one did. */
  readonly verificationFailed: string | undefined;
  /** Whether verify-integrity failed after the last change. */
  readonly isVerificationFailed: boolean;
}

/** How a whole rollback stands, as far as messages may say. */
export type Standing =
  | 'resolved'
  /** It went back, and it was not verified whether that helped. */
  | 'unconfirmed'
  /** It went back, and something says that all is not well. */
  | 'unhealthy'
  /** There was nothing to put back; `still-unhealthy` where something says that all is not well. */
  | 'nothing'
  | 'still-unhealthy'
  /** A person has to decide; nothing was changed. */
  | 'asked'
  | 'failed'
  | 'running'
  | 'planned'
  /** The record has nothing of a rollback. */
  | 'unknown';

export function standingOf(outcome: string | undefined, { state }: Recovery): Standing {
  if (outcome === 'done')
    return ({ confirmed: 'resolved', unconfirmed: 'unconfirmed', contradicted: 'unhealthy' } as const)[state];
  if (outcome === 'no-op') return state === 'contradicted' ? 'still-unhealthy' : 'nothing';
  if (outcome === 'failed' || outcome === 'running' || outcome === 'planned') return outcome;
  return 'unknown';
}

/** Judges whether the record holds evidence that all is well again. Nothing that is not in it counts. */
export function recoveryOf({
  outcome,
  components,
  integrity,
  smokeTests,
  aftermath,
  verificationFailed,
  isVerificationFailed,
}: Known): Recovery {
  const against = [
    ...(outcome === 'done' || outcome === 'no-op' ? [] : ['the rollback has not ended well']),
    ...(healthIn(aftermath) === 'unhealthy' ? [describe(aftermath)] : []),
    ...(integrity?.result === 'drift' ? ['the data differs from what it was'] : []),
    ...(smokeTests && smokeTests.passed < smokeTests.total
      ? [`${smokeTests.total - smokeTests.passed} of ${smokeTests.total} smoke tests did not pass`]
      : []),
    ...(isVerificationFailed && integrity?.result !== 'drift' ? ['the data could not be verified'] : []),
  ];
  if (against.length > 0) return { state: 'contradicted', because: against };
  if (healthIn(aftermath) === 'healthy') return { state: 'confirmed', because: [describe(aftermath)] };
  const { passed, missing } = checksOf(components, integrity);
  // Where recovery was verified, that counts, and not what was checked before.
  const isVerified = aftermath !== undefined || verificationFailed !== undefined;
  if (passed.length > 0 && missing.length === 0 && !isVerified)
    return { state: 'confirmed', because: passed };
  return { state: 'unconfirmed', because: [doubtOf(aftermath, verificationFailed), ...missing] };
}

function doubtOf(aftermath: Assessment | undefined, verificationFailed: string | undefined): string {
  if (aftermath?.result === 'inconclusive') return 'the metrics since were inconclusive';
  if (aftermath) return describe(aftermath);
  return verificationFailed === undefined
    ? 'the metrics have not been checked since'
    : `the check of the metrics since failed: ${withoutFullStop(verificationFailed)}`;
}

/** What an assessment after the last change says; an inconclusive one, and a low severity, say neither. */
export function healthIn(
  assessment: Pick<Assessment, 'severity' | 'result'> | undefined,
): 'healthy' | 'unhealthy' | 'unknown' {
  if (assessment?.severity === undefined || assessment.result === 'inconclusive') return 'unknown';
  if (assessment.severity === 'low') return 'unknown';
  return assessment.severity === 'none' ? 'healthy' : 'unhealthy';
}

const describe = (assessment: Assessment | undefined): string =>
  (assessment?.message && withoutFullStop(assessment.message)) ?? `severity ${assessment?.severity} since`;

/** What was checked in the components that are back, and what was not. */
function checksOf(
  components: readonly StoryComponent[],
  integrity: Integrity | undefined,
): { passed: string[]; missing: string[] } {
  const back = components.filter(
    ({ configuration, outcome }) => !configuration && (outcome === 'done' || outcome === 'no-op'),
  );
  const workloads = back.filter(({ component }) => kindOf(component) === 'workload');
  const databases = back.filter(({ component }) => kindOf(component) === 'database');
  const checked = workloads.filter((each) => each.isVerified).length;
  const isCompared = integrity?.result === 'intact';
  const verified = databases.filter((each) => isCompared || each.isVerified).length;
  return {
    passed: [
      ...(checked > 0 ? [`${checked} of ${workloads.length} health checks passed`] : []),
      ...(verified > 0 ? [verifiedWords(verified, databases.length)] : []),
    ],
    missing: [
      ...(checked < workloads.length
        ? [`${workloads.length - checked} of ${workloads.length} services passed no health check`]
        : []),
      ...(verified < databases.length
        ? [
            `${databases.length - verified} of ${databases.length} databases ${databases.length - verified === 1 ? 'was' : 'were'} not verified`,
          ]
        : []),
    ],
  };
}

const verifiedWords = (verified: number, all: number): string =>
  all === 1
    ? 'the database was verified'
    : `${verified} of ${all} databases ${verified === 1 ? 'was' : 'were'} verified`;
