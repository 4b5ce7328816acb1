import { ACTION_STEP, type RecordEvent, type Status } from './record.ts';

/** One run of one action; `started` until its end is recorded. Instants are RFC 3339 in UTC. */
export interface StoryAction {
  readonly name: string;
  readonly status: Status;
  readonly started: string | undefined;
  readonly ended: string | undefined;
  readonly seconds: number | undefined;
  /** The sentence that it ended with. */
  readonly message: string | undefined;
}

/** All runs of all actions, in the order in which they began. */
export function actionsOf(events: readonly RecordEvent[]): StoryAction[] {
  const actions: StoryAction[] = [];
  for (const { component: name, step, status, at, seconds, message } of events) {
    if (step !== ACTION_STEP) continue;
    if (status === 'started') {
      actions.push({ name, status, started: at, ended: undefined, seconds, message });
      continue;
    }
    const open = actions.findLastIndex((action) => action.name === name && action.status === 'started');
    const ended = { name, status, started: actions[open]?.started, ended: at, seconds, message };
    if (open < 0) actions.push(ended);
    else actions[open] = ended;
  }
  return actions;
}

/** The newest run of each action: it makes up for those before it. */
export const newestRuns = (actions: readonly StoryAction[]): StoryAction[] => [
  ...new Map(actions.map((action) => [action.name, action])).values(),
];
