import { kindOf, type RecordEvent, verbOf } from './catalogue.ts';
import { lookUp, nonEmptyText } from './evidence.ts';

/** The owners of what went back (Argo CD, Flux), and their state. */
export interface StoryOwner {
  readonly name: string;
  /** It undoes nothing until it is handed back; it was handed back; or it could not be paused. */
  readonly state: 'paused' | 'handed back' | 'not paused';
  /** RFC 3339. */
  readonly since: string | undefined;
  /** URL of what brings the older version into its source. */
  readonly pullRequest: string | undefined;
  /** What was said of it last. */
  readonly message: string | undefined;
}

/** The owners in the events, each in its newest state. */
export function ownersOf(events: readonly RecordEvent[]): StoryOwner[] {
  const owners = new Map<string, StoryOwner>();
  for (const event of events) {
    const verb = verbOf(event);
    if (kindOf(event.component) !== 'owner' || ['started', 'planned'].includes(event.status)) continue;
    const name = event.step.slice(verb.length).trim();
    const before = owners.get(name);
    owners.set(name, {
      name,
      state: stateOf(verb, event),
      since: nonEmptyText(lookUp(event, 'since')) ?? before?.since,
      pullRequest: nonEmptyText(lookUp(event, 'pull-request')) ?? before?.pullRequest,
      message: event.message ?? before?.message,
    });
  }
  return [...owners.values()];
}

function stateOf(verb: string, { status }: RecordEvent): StoryOwner['state'] {
  if (verb === 'hand back' && status === 'done') return 'handed back';
  return verb === 'go back' && status === 'failed' ? 'not paused' : 'paused';
}
