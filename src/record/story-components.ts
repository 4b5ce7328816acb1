import { kindOf, type Meaning, meaningOf, provenBy, type RecordEvent, type Status } from './catalogue.ts';
import { keyOf, namesOf } from './component.ts';
import { componentOfPart, enclosingPartOf, newestRuns, type StoryAction } from './story-actions.ts';

/** A step of a component, as its newest event has it. Instants are RFC 3339 in UTC. */
interface StoryStep {
  readonly step: string;
  readonly means: Meaning;
  readonly status: Status;
  readonly started: string | undefined;
  readonly ended: string | undefined;
  readonly seconds: number | undefined;
  readonly message: string | undefined;
}

/** What happened to one component over all attempts. */
export interface StoryComponent {
  /** This one and no other: its name, with where it is before it. */
  readonly key: string;
  /** `deployment/web`, `ConfigMap/settings` …: others may be called the same. */
  readonly component: string;
  /** For people: `component`, with what sets it apart where others are called the same. */
  readonly name: string;
  /** Where the first attempt found it. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /**
   * `done`: it was put back, and that is proven. `running` is also what a killed run leaves, `planned` what was never
   * begun.
   */
  readonly outcome: Exclude<Status, 'started'> | 'running';
  readonly started: string | undefined;
  readonly ended: string | undefined;
  /** From the first start to the end, attempts that were killed included. */
  readonly seconds: number | undefined;
  readonly message: string | undefined;
  /** True for what goes back with something else and is not counted: a ConfigMap, a resource of Terraform. */
  readonly configuration: boolean;
  readonly steps: readonly StoryStep[];
  /** Whether what it went back to was checked, and was as it should be. */
  readonly isVerified: boolean;
}

/** What happens on a component's way back, and takes part of its time. */
const ON_THE_WAY: readonly Meaning[] = ['prepares', 'holds traffic', 'restores', 'resumes traffic'];
/** What makes it a component that is to go back: that leftovers were removed or traffic given back does not. */
const TOWARD: readonly Meaning[] = ['prepares', 'holds traffic', 'restores'];

/**
 * Groups events, oldest first, by component; those that nothing was to be put back of are none.
 *
 * @param runs of actions, by which an event without an end is known to have failed
 */
export function componentsOf(
  events: readonly RecordEvent[],
  runs: readonly StoryAction[] = [],
): StoryComponent[] {
  const attempts = runs.flatMap(({ means, started }) => (means === 'encloses' && started ? [started] : []));
  const toward = Map.groupBy(events, keyOf);
  const components = [...toward].filter(([, own]) => own.some(isToward));
  const names = namesOf(components.flatMap(([, [first]]) => (first ? [first] : [])));
  return components.map(([key, own]) => ({
    key,
    name: names.get(key) ?? key,
    ...componentOf(own, runs, attempts),
  }));
}

/**
 * The newest runs that failed before the record had anything of what they were to put back, one each: the plan of a cache that does
 * not answer. An earlier attempt may have more of it.
 */
export function failedUnseenIn(events: readonly RecordEvent[], runs: readonly StoryAction[]): StoryAction[] {
  const toward = events.filter(isToward);
  const known = new Set(toward.map((event) => componentOfPart(enclosingPartOf(event))));
  const isSeen = ({ name, part }: StoryAction) =>
    known.has(componentOfPart(part) ?? name) ||
    runs.some(
      (run) =>
        run.name === name &&
        run.part === part &&
        toward.some((event) => [undefined, part].includes(enclosingPartOf(event)) && isDuring(event, run)),
    );
  const unseen = newestRuns(runs).filter(
    (run) => run.means === 'restores' && run.status === 'failed' && !isSeen(run),
  );
  return [...new Map(unseen.map((run) => [componentOfPart(run.part) ?? run.name, run])).values()];
}

const isDuring = ({ at }: RecordEvent, { started, ended }: StoryAction): boolean =>
  (started === undefined || byTime(started, at) <= 0) && (ended === undefined || byTime(at, ended) <= 0);

const isToward = (event: RecordEvent) => TOWARD.includes(meaningOf(event) as Meaning);

function componentOf(
  own: readonly RecordEvent[],
  runs: readonly StoryAction[],
  attempts: readonly string[],
): Omit<StoryComponent, 'key' | 'name'> {
  const steps = [...Map.groupBy(own, ({ step }) => step)].map(([step, each]) => stepOf(step, each, attempts));
  const way = steps.filter(({ means }) => ON_THE_WAY.includes(means));
  const broken = brokenBy(own, runs);
  const outcome = outcomeOf(steps, own, broken !== undefined);
  const started = earliest(way.map((step) => step.started));
  const open = outcome === 'running' || outcome === 'planned';
  const ended = open ? undefined : latest(way.map((step) => step.ended));
  return {
    component: own[0]?.component ?? '',
    from: own.find(({ from }) => from !== undefined)?.from,
    to: own.findLast(({ to }) => to !== undefined)?.to,
    outcome,
    started,
    ended,
    seconds: secondsBetween(started, ended),
    message: messageOf(steps, outcome, broken),
    configuration: own.every(goesWithAnother),
    steps,
    isVerified: isVerified(own, steps),
  };
}

function stepOf(step: string, events: readonly RecordEvent[], attempts: readonly string[]): StoryStep {
  const newest = events.at(-1) as RecordEvent;
  // That nothing is left to do the second time, or not yet begun, does not undo what the first did.
  const idle = ['no-op', 'skipped', 'planned'].includes(newest.status);
  const last = (idle && events.findLast(({ status }) => status === 'done')) || newest;
  const first = events.find(({ status }) => status !== 'planned');
  const open = last.status === 'started' || last.status === 'planned';
  const started = first && startOf(first);
  // One attempt does a thing again only to prove it: a workload that went back while it stood at zero serves from then.
  const proof = newest.status === 'no-op' && attemptOf(newest, attempts) === attemptOf(last, attempts);
  const ended = open ? undefined : proof && attempts.length > 0 ? newest.at : last.at;
  const seconds = secondsBetween(started, ended);
  const means = meaningOf(newest) as Meaning;
  return { step, means, status: last.status, started, ended, seconds, message: last.message };
}

const attemptOf = ({ at }: RecordEvent, attempts: readonly string[]) =>
  attempts.filter((began) => byTime(began, at) <= 0).length;

/** An event that has no `started` before it says how long it took. */
function startOf({ status, at, seconds = 0 }: RecordEvent): string {
  return status === 'started' ? at : new Date(Date.parse(at) - seconds * 1000).toISOString();
}

/** The worst that the steps say, where not all is well. Leftovers that stay make nothing worse. */
function outcomeOf(
  all: readonly StoryStep[],
  events: readonly RecordEvent[],
  isBroken: boolean,
): StoryComponent['outcome'] {
  const steps = all.filter(({ means }) => means !== 'cleans up' && means !== 'looks');
  const has = (status: Status) => steps.some((step) => step.status === status);
  if (has('failed')) return 'failed';
  if (has('started')) return isBroken ? 'failed' : 'running';
  if (has('planned')) return 'planned';
  const restoring = steps.filter(({ means }) => means === 'restores');
  const isBack = restoring.length > 0 && restoring.every((step) => isProven(step, events)) && !isHeld(events);
  if (!isBack) return isBroken ? 'failed' : 'running';
  if (restoring.some(({ status }) => status === 'done')) return 'done';
  return restoring.some(({ status }) => status === 'no-op') ? 'no-op' : 'skipped';
}

/** Whether what a step put back is known to be: it waits for that itself, or another one came after it. */
function isProven({ step, status }: StoryStep, events: readonly RecordEvent[]): boolean {
  if (status !== 'done') return true;
  const last = events.findLastIndex((event) => event.step === step && event.status === 'done');
  const proof = provenBy(events[last] as RecordEvent);
  const after = events.slice(last + 1);
  return (
    proof === undefined ||
    after.some((event) => event.step === proof && ['done', 'no-op'].includes(event.status))
  );
}

/**
 * Whether it passed a check. What a workload passed before it went back, it passed in what it went back from; a database is
 * checked before it takes the other's place.
 */
function isVerified(events: readonly RecordEvent[], steps: readonly StoryStep[]): boolean {
  if (!steps.some(({ means, status }) => means === 'verifies' && status === 'done')) return false;
  const last = events.findLastIndex((event) => meaningOf(event) === 'restores' && event.status === 'done');
  const back = events[last];
  if (!back || kindOf(back.component) !== 'workload') return true;
  const began = events
    .slice(0, last)
    .findLast(({ step, status }) => step === back.step && status === 'started');
  const since = Date.parse(startOf(began ?? back));
  return events.some(
    (event) => meaningOf(event) === 'verifies' && event.status === 'done' && Date.parse(event.at) >= since,
  );
}

/** Whether users were taken away and not given back since. */
function isHeld(events: readonly RecordEvent[]): boolean {
  const traffic = events.filter(
    (event) =>
      event.status === 'done' && ['holds traffic', 'resumes traffic'].includes(meaningOf(event) as Meaning),
  );
  const [last] = traffic.slice(-1);
  return last !== undefined && meaningOf(last) === 'holds traffic';
}

/** The run that failed before it had done what it began to do to a component. */
function brokenBy(events: readonly RecordEvent[], runs: readonly StoryAction[]): StoryAction | undefined {
  const last = events.findLast(isToward);
  if (last === undefined) return undefined;
  const own = runs.filter(
    ({ means, part, started }) =>
      means === 'restores' && part === last.part && (started === undefined || byTime(started, last.at) <= 0),
  );
  const newest = own.at(-1);
  return newest?.status === 'failed' ? newest : undefined;
}

function messageOf(
  steps: readonly StoryStep[],
  outcome: StoryComponent['outcome'],
  broken: StoryAction | undefined,
): string | undefined {
  const withMessage = steps.filter(({ message }) => message !== undefined);
  const decisive = withMessage.filter(({ status }) => status === outcome);
  if (outcome === 'failed') return (decisive.at(-1) ?? broken ?? withMessage.at(-1))?.message;
  // That traffic is resumed does not say what was put back.
  const restored = decisive.findLast(({ means }) => means === 'restores');
  return (restored ?? decisive.at(-1) ?? withMessage.at(-1))?.message;
}

const goesWithAnother = ({ component }: RecordEvent): boolean =>
  ['configuration', 'resource'].includes(kindOf(component) ?? '');

const byTime = (one: string, other: string) => Date.parse(one) - Date.parse(other);
const known = (instants: readonly (string | undefined)[]) => instants.filter((at) => at !== undefined);

/** The first of some instants, where there is one. */
const earliest = (instants: readonly (string | undefined)[]) => known(instants).sort(byTime).at(0);

/** The last of some instants, where there is one. */
const latest = (instants: readonly (string | undefined)[]) => known(instants).sort(byTime).at(-1);

/** Seconds from one instant to another, where both are known. */
export function secondsBetween(from: string | undefined, to: string | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : (Date.parse(to) - Date.parse(from)) / 1000;
}
