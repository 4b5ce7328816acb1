import { ACTION_STEP, type Meaning, meaningOf, type RecordEvent, type Status } from './catalogue.ts';
import { lookUp, nonEmptyText } from './evidence.ts';

/** One run of one action; `started` until its end is recorded. Instants are RFC 3339 in UTC. */
export interface StoryAction {
  readonly name: string;
  /** What running it means; the one that encloses others, `notify` and `report` too, is told by its parts. */
  readonly means: Meaning | undefined;
  /** The step of the enclosing action that it was, such as `switch orders`. */
  readonly part: string | undefined;
  readonly status: Status;
  readonly started: string | undefined;
  readonly ended: string | undefined;
  readonly seconds: number | undefined;
  /** The sentence that it ended with. */
  readonly message: string | undefined;
}

/** Which part of the enclosing action an event is of, where it is of one. */
export const enclosingPartOf = (event: RecordEvent): string | undefined =>
  event.part ?? nonEmptyText(lookUp(event, 'part'));

/** What a step of the root action does to one component; its part in the record is the verb and the component's name. */
const COMPONENT_VERBS = [
  'plan',
  'prepare',
  'capture',
  'switch',
  'roll back',
  'resume',
  'health',
  'apply',
  'clear',
  'compare',
] as const;
export type ComponentVerb = (typeof COMPONENT_VERBS)[number];

const PART = new RegExp(`^(?:${COMPONENT_VERBS.join('|')}) (.+)$`);

/** The component of the configuration that a part is about: `carts` of `clear carts`. */
export const componentOfPart = (part: string | undefined): string | undefined => PART.exec(part ?? '')?.[1];

/** All runs of all actions, in the order in which they began. */
export function actionsOf(events: readonly RecordEvent[]): StoryAction[] {
  const actions: StoryAction[] = [];
  for (const event of events) {
    const { component: name, step, status, at, seconds, message } = event;
    if (step !== ACTION_STEP) continue;
    const run = { name, means: meaningOf(event), part: enclosingPartOf(event), status, seconds, message };
    if (status === 'started') {
      actions.push({ ...run, started: at, ended: undefined });
      continue;
    }
    const open = actions.findLastIndex((action) => action.status === 'started' && isSame(action, run));
    const ended = { ...run, started: actions[open]?.started, ended: at };
    if (open < 0) actions.push(ended);
    else actions[open] = ended;
  }
  return actions;
}

/**
 * The newest run of each action: it makes up for those before it. Each part of an enclosing action has its own, since what
 * is done to one database makes up for no other one; those of an attempt before the newest count no more.
 */
export function newestRuns(actions: readonly StoryAction[]): StoryAction[] {
  const attempt = actions.findLastIndex(({ means }) => means === 'encloses');
  const counting = actions.filter(({ part }, index) => part === undefined || index > attempt);
  return [...new Map(counting.map((action) => [`${action.name} ${action.part ?? ''}`, action])).values()];
}

type Identity = Pick<StoryAction, 'name' | 'part'>;

const isSame = (one: Identity, other: Identity) => one.name === other.name && one.part === other.part;
