import type { RecordEvent, Status } from './record.ts';

/** A step of a component, as its newest event has it. Instants are RFC 3339 in UTC. */
interface StoryStep {
  readonly step: string;
  readonly status: Status;
  readonly started: string | undefined;
  readonly ended: string | undefined;
  readonly seconds: number | undefined;
  readonly message: string | undefined;
}

/** What happened to one component over all attempts. */
export interface StoryComponent {
  /** `deployment/web`, `ConfigMap/settings` … */
  readonly component: string;
  /** Where the first attempt found it. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** `running` is also what a killed run leaves, `planned` what was never begun. */
  readonly outcome: Exclude<Status, 'started'> | 'running';
  readonly started: string | undefined;
  readonly ended: string | undefined;
  /** From the first start to the end, attempts that were killed included. */
  readonly seconds: number | undefined;
  readonly message: string | undefined;
  /** True for a ConfigMap or Secret that goes back with a workload. */
  readonly configuration: boolean;
  readonly steps: readonly StoryStep[];
}

/** The step of a look at a component, which changes nothing. */
export const HEALTH_CHECK = 'health check';

/** What is done beside a live database, or before it is touched: nothing is back by it. */
const BEFOREHAND = [
  'fetch',
  'restore cluster',
  'recover',
  'dump',
  'drop unfinished',
  'create side database',
  'restore',
  'verify',
  'data loss',
];

/**
 * Groups events, oldest first, by component.
 *
 * @param attempts when each run of the action that encloses the others began
 */
export function componentsOf(
  events: readonly RecordEvent[],
  attempts: readonly string[] = [],
): StoryComponent[] {
  return [...Map.groupBy(events, ({ component }) => component)].map(([component, own]) => {
    const steps = [...Map.groupBy(own, ({ step }) => step)].map(([step, each]) =>
      stepOf(step, each, attempts),
    );
    const outcome = outcomeOf(steps);
    // What is checked on the way says no time of its own: a later look makes nobody's way longer.
    const way = steps.filter(({ step }) => step !== HEALTH_CHECK);
    const timed = way.length > 0 ? way : steps;
    const started = earliest(timed.map((step) => step.started));
    const open = outcome === 'running' || outcome === 'planned';
    const ended = open ? undefined : latest(timed.map((step) => step.ended));
    const said = steps.filter(({ message }) => message !== undefined);
    const telling = said.findLast(({ status }) => status === outcome) ?? said.at(-1);
    return {
      component,
      from: own.find(({ from }) => from !== undefined)?.from,
      to: own.findLast(({ to }) => to !== undefined)?.to,
      outcome,
      started,
      ended,
      seconds: secondsBetween(started, ended),
      message: telling?.message,
      configuration: steps.every(({ step }) => step === 'put configuration back'),
      steps,
    };
  });
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
  return { step, status: last.status, started, ended, seconds, message: last.message };
}

const attemptOf = ({ at }: RecordEvent, attempts: readonly string[]) =>
  attempts.filter((began) => byTime(began, at) <= 0).length;

/** An event that has no `started` before it says how long it took. */
function startOf({ status, at, seconds = 0 }: RecordEvent): string {
  return status === 'started' ? at : new Date(Date.parse(at) - seconds * 1000).toISOString();
}

/** The worst that the steps say, where not all is well. */
function outcomeOf(steps: readonly StoryStep[]): StoryComponent['outcome'] {
  const has = (status: Status) => steps.some((step) => step.status === status);
  if (has('failed')) return 'failed';
  if (has('started')) return 'running';
  if (has('planned')) return 'planned';
  if (steps.every(({ step }) => BEFOREHAND.includes(step))) return 'running';
  if (steps.some(({ step, status }) => status === 'done' && step !== HEALTH_CHECK)) return 'done';
  return has('no-op') ? 'no-op' : 'skipped';
}

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
