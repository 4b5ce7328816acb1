import { newest, textOf } from './evidence.ts';
import { ACTION_STEP, type RecordEvent } from './record.ts';
import { actionsOf, ENCLOSING, newestRuns, type StoryAction } from './story-actions.ts';
import { componentsOf, type StoryComponent, secondsBetween } from './story-components.ts';
import {
  type Assessment,
  assessmentOf,
  type DataLoss,
  type Delivery,
  dataLossOf,
  deliveriesOf,
  type Integrity,
  integrityOf,
} from './story-findings.ts';

/** How the whole rollback stands. `running` is also what a killed run leaves. */
type WholeOutcome = 'running' | 'done' | 'failed' | 'no-op' | 'planned';

/** A rollback as its record tells it. What the record does not hold is undefined, or an empty list. */
export interface Story {
  readonly id: string | undefined;
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
  /** Of the components that are no configuration; `done` is what went back and what was there already. */
  readonly counts: { readonly done: number; readonly failed: number; readonly total: number };
  readonly dataLoss: readonly DataLoss[];
  readonly integrity: Integrity | undefined;
  readonly deliveries: readonly Delivery[];
  /** What `assess` said before anything was back: how bad it was. */
  readonly assessment: Assessment | undefined;
  /** What it said after the end: how well it is now. */
  readonly aftermath: Assessment | undefined;
  /** What the record shows to be unsettled, a sentence each. */
  readonly openItems: readonly string[];
  /** The events of this rollback, oldest first. */
  readonly events: readonly RecordEvent[];
}

/** Actions that judge, check, mark, tell, account or configure, and what people agreed to: they put nothing back. */
const BESIDE = ['assess', 'mark-good', 'verify-integrity', 'notify', 'report', 'drill', 'init', 'consent'];

/** Those that are at work while they read the record. */
export const TELLING = ['notify', 'report'];

/** Steps that only look at a component, or write on it. */
const LOOKS = ['mark good', 'capture', 'compare', 'analyze'];

const acts = ({ component, step }: RecordEvent) => !BESIDE.includes(component) && !LOOKS.includes(step);
const isAction = ({ step }: RecordEvent) => step === ACTION_STEP;
const encloses = (event: RecordEvent) => isAction(event) && event.component === ENCLOSING;

/**
 * Tells the rollback `id` from the events of a record; where the record has nothing that it put back, or none is
 * named, the last one that put something back.
 */
export function storyOf(record: readonly RecordEvent[], id?: string): Story {
  const acting = record.filter(acts);
  const told = acting.some((event) => event.id === id) ? id : (acting.at(-1) ?? record.at(-1))?.id;
  const events = record
    .filter((event) => event.id === told)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const own = events.filter(acts);
  const attempts = events.filter((event) => encloses(event) && event.status === 'started');
  const parts = {
    actions: actionsOf(events),
    components: componentsOf(
      own.filter((event) => !isAction(event)),
      attempts.map(({ at }) => at),
    ),
    integrity: integrityOf(events),
    deliveries: deliveriesOf(events),
    dryRun: newest(own.filter(isAction), 'dry-run')?.value === true,
  };
  const outcome = outcomeOf(parts);
  const started = own[0]?.at;
  // What comes after the last part tells of it, and takes nobody's service away.
  const last = own.findLast((event) => !encloses(event)) ?? own.at(-1);
  const ended = outcome === 'running' ? undefined : last?.at;
  const isLate = ({ at }: RecordEvent) => ended !== undefined && Date.parse(at) >= Date.parse(ended);
  const known = (name: string) => textOf(newest(events.filter(isAction), name)?.value);
  return {
    id: told,
    environment: known('environment'),
    reason: known('reason'),
    actor: known('actor'),
    repository: known('repository'),
    sha: known('sha'),
    run: known('run'),
    started,
    ended,
    seconds: secondsBetween(started, ended),
    outcome,
    ...parts,
    counts: countsOf(parts.components),
    dataLoss: dataLossOf(events),
    assessment: assessmentOf(events.filter((event) => !isLate(event))) ?? assessmentOf(events),
    aftermath: assessmentOf(events.filter(isLate)),
    openItems: openItemsOf(outcome, parts),
    events,
  };
}

type Parts = Pick<Story, 'actions' | 'components' | 'integrity' | 'deliveries' | 'dryRun'>;

function outcomeOf({ actions, components, dryRun }: Parts): WholeOutcome | undefined {
  const runs = newestRuns(actions);
  const enclosing = runs.find(({ name }) => name === ENCLOSING)?.status;
  // A plan that the whole has gone on from says no more how it stands.
  const isPast = ({ part, status }: StoryAction) => part !== undefined && status === 'planned' && !dryRun;
  const acting = runs.filter((run) => !BESIDE.includes(run.name) && run.name !== ENCLOSING && !isPast(run));
  const parts: readonly string[] =
    acting.length > 0 ? acting.map(({ status }) => status) : components.map(({ outcome }) => outcome);
  const told = parts.length > 0 || enclosing === undefined ? parts : [enclosing];
  if (told.length === 0) return undefined;
  if (told.includes('started') || told.includes('running')) return 'running';
  const spoilt = runs.some(({ name, status }) => name === 'verify-integrity' && status === 'failed');
  if (told.includes('failed') || spoilt || enclosing === 'failed') return 'failed';
  const left = components.some(({ outcome }) => outcome === 'planned' || outcome === 'running');
  if (enclosing === 'started' && left && !dryRun) return 'running';
  if (told.includes('done') || components.some(({ outcome }) => outcome === 'done')) return 'done';
  return told.includes('planned') ? 'planned' : 'no-op';
}

function countsOf(components: readonly StoryComponent[]): Story['counts'] {
  const outcomes = components.filter((each) => !each.configuration).map(({ outcome }) => outcome);
  return {
    done: outcomes.filter((outcome) => outcome === 'done' || outcome === 'no-op').length,
    failed: outcomes.filter((outcome) => outcome === 'failed').length,
    total: outcomes.length,
  };
}

function openItemsOf(outcome: WholeOutcome | undefined, parts: Parts): string[] {
  const begun = newestRuns(parts.actions).filter(
    ({ status, name }) => status === 'started' && !TELLING.includes(name) && name !== ENCLOSING,
  );
  const newestDeliveries = new Map(parts.deliveries.map((each) => [`${each.sink} ${each.event}`, each]));
  return [
    ...begun.map(({ name, part }) => `${part ? `"${part}"` : name} began and has not ended.`),
    ...(outcome === 'planned' ? [] : parts.components.flatMap(openItemOf)),
    ...(parts.integrity?.result === 'drift'
      ? ['The data differs from what it was: see verify-integrity.']
      : []),
    ...[...newestDeliveries.values()]
      .filter(({ status }) => status === 'failed')
      .map(({ sink, event }) => `The message ${event ? `"${event}" ` : ''}did not reach ${sink}.`),
  ];
}

function openItemOf({ component, outcome, message }: StoryComponent): string[] {
  if (outcome === 'running') return [`${component} was begun and has not ended.`];
  if (outcome === 'planned') return [`${component} was planned and has not begun.`];
  if (outcome !== 'failed') return [];
  return [`${component} failed${message ? `: ${message.replace(/\.$/, '')}` : ''}.`];
}
