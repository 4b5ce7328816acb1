import { asSentence, withoutFullStop } from '../base/sentence.ts';
import { ACTION_STEP, kindOf, type Meaning, meaningOf, type RecordEvent, type Status } from './catalogue.ts';
import { lookUp, newest, nonEmptyText } from './evidence.ts';
import { attemptsOf, incidentIn } from './incident.ts';
import { type Recovery, recoveryOf, type Standing, standingOf } from './recovery.ts';
import { failedChecksOf, sinceLast } from './since.ts';
import { actionsOf, newestRuns, type StoryAction } from './story-actions.ts';
import { componentsOf, failedUnseenIn, type StoryComponent, secondsBetween } from './story-components.ts';
import { type Counts, countsOf } from './story-counts.ts';
import {
  type Assessment,
  assessmentsOf,
  type DataLoss,
  type Delivery,
  dataLossOf,
  deliveriesOf,
  type Integrity,
  integrityOf,
  originOf,
  type Question,
  type QuickFix,
  questionIn,
  quickFixIn,
  type SmokeTests,
  smokeTestsIn,
} from './story-findings.ts';
import { ownersOf, type StoryOwner } from './story-owners.ts';

/** How the whole rollback stands. `running` is also what a killed run leaves. */
type WholeOutcome = 'running' | 'done' | 'failed' | 'no-op' | 'planned';

/** A rollback, derived from its record. What the record does not hold is undefined, or an empty list. */
export interface Story {
  readonly id: string | undefined;
  /** What all attempts of it have in common; else its id. */
  readonly incident: string | undefined;
  readonly environment: string | undefined;
  readonly reason: string | undefined;
  readonly actor: string | undefined;
  readonly repository: string | undefined;
  readonly sha: string | undefined;
  /** URL of the workflow run. */
  readonly run: string | undefined;
  readonly dryRun: boolean;
  /** RFC 3339 in UTC. */
  readonly started: string | undefined;
  readonly ended: string | undefined;
  /** From `started` to `ended`. */
  readonly seconds: number | undefined;
  readonly outcome: WholeOutcome | undefined;
  readonly actions: readonly StoryAction[];
  readonly components: readonly StoryComponent[];
  /** Runs that failed and were to put back what is no component here, because the record has nothing of it yet. */
  readonly failedUnseen: readonly StoryAction[];
  /**
   * Of the components that are not configuration, and of what `failedUnseen` was to put back; `done` is what went back, or was
   * there already, and holds what it should.
   */
  readonly counts: Counts;
  readonly dataLoss: readonly DataLoss[];
  readonly integrity: Integrity | undefined;
  readonly deliveries: readonly Delivery[];
  /** What `assess` said before anything was back: how bad it was. */
  readonly assessment: Assessment | undefined;
  /** What it said in a sample that began after the end: how well it is now. */
  readonly aftermath: Assessment | undefined;
  /** The owners of what went back, and their state. */
  readonly owners: readonly StoryOwner[];
  /** What a person is asked to decide. */
  readonly question: Question | undefined;
  readonly quickFix: QuickFix | undefined;
  readonly smokeTests: SmokeTests | undefined;
  /** Whether `verify-integrity` failed after the last change. */
  readonly isVerificationFailed: boolean;
  readonly recovery: Recovery;
  readonly standing: Standing;
  /** What the record shows to be unsettled, a sentence each. */
  readonly openItems: readonly string[];
  /** The events of this rollback, oldest first. */
  readonly events: readonly RecordEvent[];
}

/** What is part of a rollback; the rest checks it, judges it or reports it. */
const ROLLBACK: readonly (Meaning | undefined)[] = [
  'encloses',
  'prepares',
  'holds traffic',
  'restores',
  'resumes traffic',
  'verifies',
  'cleans up',
];

const acts = (event: RecordEvent) =>
  ROLLBACK.includes(meaningOf(event)) && !(isAction(event) && meaningOf(event) === 'verifies');
/** A question to a person, or its reminder, is a story as well. */
const isQuestion = ({ component }: RecordEvent) => kindOf(component) === 'decision';
const isAction = ({ step }: RecordEvent) => step === ACTION_STEP;
const restores = (event: RecordEvent) => !isAction(event) && meaningOf(event) === 'restores';
const encloses = (event: RecordEvent) => meaningOf(event) === 'encloses';

/**
 * Tells the rollback `id` from the events of a record, with all attempts of it; where the record has nothing that it
 * put back or asked, or none is named, the last one that put something back.
 */
export function storyOf(record: readonly RecordEvent[], id?: string): Story {
  const acting = record.filter(acts);
  const attempts = id === undefined ? new Set<string>() : attemptsOf(record, id);
  const isNamed = record.some((event) => attempts.has(event.id) && (acts(event) || isQuestion(event)));
  const chosen = isNamed ? id : (acting.at(-1) ?? record.at(-1))?.id;
  const ids = chosen === undefined ? attempts : attemptsOf(record, chosen);
  const events = record
    .filter((event) => ids.has(event.id))
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return storyFrom(chosen, events);
}

function storyFrom(id: string | undefined, recorded: readonly RecordEvent[]): Story {
  const events = withEarlier(recorded);
  const own = events.filter(acts);
  const actions = actionsOf(events);
  const changes = own.filter(({ status }) => status === 'done').filter(restores);
  const data = changes.filter(({ component }) => kindOf(component) === 'database');
  const checks = { all: sinceLast(changes, events), data: sinceLast(data, events) };
  const failedChecks = failedChecksOf(actions, changes, data);
  const isVerificationFailed = failedChecks.some(({ name }) => name === 'verify-integrity');
  const parts = {
    actions,
    components: componentsOf(
      own.filter((event) => !isAction(event)),
      actions,
    ),
    integrity: integrityOf(checks.data),
    deliveries: deliveriesOf(events),
    owners: ownersOf(events),
    dryRun: newest(own.filter(isAction), 'dry-run')?.value === true,
  };
  const failedUnseen = failedUnseenIn(
    own.filter((event) => !isAction(event)),
    actions,
  );
  const question = questionIn(events);
  const smokeTests = smokeTestsIn(checks.all);
  // A question, or its reminder, has changed nothing.
  const isUndecided =
    question !== undefined && question.state !== 'answered' && parts.components.length === 0;
  const outcome = isUndecided ? 'no-op' : outcomeOf(parts, own.every(isAction), failedChecks.length > 0);
  const started = startOf(events, own[0]?.at);
  // What comes after the last part only reports it, and is not downtime.
  const last = own.findLast((event) => !encloses(event)) ?? own.at(-1);
  const ended = outcome === 'running' ? undefined : last?.at;
  const { before, after } = assessmentsOf(events, ended);
  const recovery = recoveryOf({
    outcome,
    ...parts,
    // Where nothing was changed, every sample is one since the last change.
    aftermath: after ?? (outcome === 'no-op' ? before : undefined),
    verificationFailed: verificationFailureIn(actions, ended),
    smokeTests,
    isVerificationFailed,
  });
  return {
    id,
    incident: id === undefined ? undefined : incidentIn(events, id),
    ...originOf(own.filter(isAction), events.filter(isAction)),
    started,
    ended,
    seconds: secondsBetween(started, ended),
    outcome,
    ...parts,
    failedUnseen,
    counts: countsOf({ components: parts.components, failedUnseen, own, checks: checks.data }),
    dataLoss: dataLossOf(events),
    assessment: before,
    aftermath: after,
    question,
    quickFix: quickFixIn(events),
    smokeTests,
    isVerificationFailed,
    recovery,
    standing: isUndecided ? 'asked' : standingOf(outcome, recovery),
    openItems: openItemsOf(outcome, parts),
    events,
  };
}

/** What an attempt that died has put back is done: the attempt that took over found it so, and proved it. */
function withEarlier(events: readonly RecordEvent[]): readonly RecordEvent[] {
  if (!events.some(({ component }) => kindOf(component) === 'attempt')) return events;
  const isEarlier = (event: RecordEvent) =>
    event.status === 'no-op' && nonEmptyText(lookUp(event, 'earlier')) !== undefined;
  return events.map((event) => (isEarlier(event) ? { ...event, status: 'done' } : event));
}

/** When its first attempt began, also where that was on a runner whose record is gone. */
function startOf(events: readonly RecordEvent[], first: string | undefined): string | undefined {
  const began = nonEmptyText(
    newest(
      events.filter(({ component }) => kindOf(component) === 'attempt'),
      'began',
    )?.value,
  );
  const isEarlier = began !== undefined && first !== undefined && Date.parse(began) < Date.parse(first);
  return isEarlier ? new Date(began).toISOString() : first;
}

/** Why the newest sample that began after the last change has failed, where it has. */
function verificationFailureIn(
  actions: readonly StoryAction[],
  ended: string | undefined,
): string | undefined {
  const newestAssessment = actions.findLast(
    ({ means, started }) =>
      means === 'decides' &&
      ended !== undefined &&
      started !== undefined &&
      Date.parse(started) >= Date.parse(ended),
  );
  return newestAssessment?.status === 'failed'
    ? (newestAssessment.message ?? 'the record does not say why')
    : undefined;
}

type Parts = Pick<Story, 'actions' | 'components' | 'integrity' | 'deliveries' | 'owners' | 'dryRun'>;

/**
 * @param isBare the record says nothing but that actions ran
 * @param isSpoilt what was checked after the last change is not as it should be
 */
function outcomeOf(
  { actions, components, dryRun }: Parts,
  isBare: boolean,
  isSpoilt: boolean,
): WholeOutcome | undefined {
  const runs = newestRuns(actions);
  const enclosing = runs.find(({ means }) => means === 'encloses')?.status;
  // A plan that the whole has gone on from says no more how it stands.
  const isPast = ({ part, status }: StoryAction) => part !== undefined && status === 'planned' && !dryRun;
  const acting = runs.filter((run) => run.means === 'restores' && !isPast(run)).map(({ status }) => status);
  const outcomes = components.map(({ outcome }) => outcome);
  if (acting.length === 0 && outcomes.length === 0) return wordOf(enclosing);
  if (acting.includes('started')) return 'running';
  if (acting.includes('failed') || outcomes.includes('failed') || isSpoilt) return 'failed';
  if (enclosing === 'failed') return 'failed';
  if (outcomes.includes('running')) return 'running';
  const isBegun = enclosing === 'started' || [...acting, ...outcomes].some((each) => each !== 'planned');
  if (outcomes.includes('planned') && isBegun && !dryRun) return 'running';
  // What an action says that it did is believed where it says nothing of what it did it to.
  if (outcomes.includes('done') || (isBare && acting.includes('done'))) return 'done';
  return acting.includes('planned') || outcomes.includes('planned') ? 'planned' : 'no-op';
}

const wordOf = (status: Status | undefined): WholeOutcome | undefined =>
  status === 'started' ? 'running' : status === 'skipped' ? 'no-op' : status;

function openItemsOf(outcome: WholeOutcome | undefined, parts: Parts): string[] {
  const begun = newestRuns(parts.actions).filter(
    ({ status, means }) => status === 'started' && means !== 'notifies' && means !== 'encloses',
  );
  const newestDeliveries = new Map(parts.deliveries.map((each) => [`${each.sink} ${each.event}`, each]));
  return [
    ...begun.map(({ name, part }) => `${part ? `"${part}"` : name} began and has not ended.`),
    ...(outcome === 'planned' ? [] : parts.components.flatMap(openItemOf)),
    ...(parts.integrity?.result === 'drift'
      ? ['The data differs from what it was: see verify-integrity.']
      : []),
    ...parts.owners.flatMap(({ state, message }) =>
      state === 'paused' && message ? [asSentence(message)] : [],
    ),
    ...[...newestDeliveries.values()]
      .filter(({ status }) => status === 'failed')
      .map(({ sink, event, isUnknown }) => {
        const message = `message ${event ? `"${event}" ` : ''}`;
        return isUnknown
          ? `It is not known whether the ${message}reached ${sink}.`
          : `The ${message}did not reach ${sink}.`;
      }),
  ];
}

function openItemOf({ name, outcome, message }: StoryComponent): string[] {
  if (outcome === 'running') return [`${name} was begun and has not ended.`];
  if (outcome === 'planned') return [`${name} was planned and has not begun.`];
  if (outcome !== 'failed') return [];
  return [`${name} failed${message ? `: ${withoutFullStop(message)}` : ''}.`];
}
