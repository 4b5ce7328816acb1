/**
 * Every event that can stand in the record, and what each means. All that is told of a rollback derives from this:
 * story, report, messages, history, checklist, live progress and the drill's score.
 */

import type { Back, DeliveryFields, QuestionFields, Way } from './fields.ts';
import { type ComponentKind, type ComponentPlaces, KINDS } from './places.ts';

/** What became of a step. */
export type Status = 'started' | 'done' | 'no-op' | 'planned' | 'failed' | 'skipped';

/** What it can mean that an event happened. Only `restores` puts something back. */
export const MEANINGS = [
  /** Looked at something and changed nothing. */
  'looks',
  /** Made something ready that changes nothing for users yet. */
  'prepares',
  /** Took users away from what is about to be changed. */
  'holds traffic',
  /** Put something where it was. */
  'restores',
  /** Gave users back. */
  'resumes traffic',
  /** Checked that what was put back is as it should be. */
  'verifies',
  /** Removed what was left over. */
  'cleans up',
  /** Wrote down that a revision is good. */
  'marks',
  /** Consent to go on in spite of a refusal. */
  'consents',
  /** Told people, or accounted for what was done. */
  'notifies',
  /** Judged whether something has to go back. */
  'decides',
  /** Paused an owner, had it go back, or handed workloads back to it. */
  'asks the owner',
  /** Broke something on purpose, or looked at what became of it. */
  'drills',
  /** Ran the other actions. */
  'encloses',
] as const;

export type Meaning = (typeof MEANINGS)[number];

/** What an event says besides how it ended. */
interface Entry<Fields extends object = object> {
  readonly means: Meaning;
  /** The step that has to follow before users are served again, where this one does not wait for that itself. */
  readonly provenBy?: string;
  /** Never set: carries the type of the fields. */
  readonly fields?: Fields;
}

const event = <Fields extends object = object>(means: Meaning, rest: Omit<Entry, 'means' | 'fields'> = {}) =>
  ({ means, ...rest }) as Entry<Fields>;

/** Since when an owner is paused (RFC 3339), and what brings the older version into its source. */
interface OwnerFields {
  readonly evidence?: { readonly since?: string; readonly 'pull-request'?: string };
}

const delivery = event<DeliveryFields>('notifies');
/** A phase of a database says what it found as it likes. */
const phase = event<{ readonly evidence?: object }>;

/**
 * The steps of each kind of component. A step whose name ends with ` …` says after it to what it is done: the record of
 * a DNS name, the keys of a cache.
 */
export const EVENTS = {
  workload: {
    'roll back': event<Back>('restores'),
    // At zero replicas: nothing runs before the step that resumes traffic proves it.
    'switch template': event<Back>('restores', { provenBy: 'roll back' }),
    'health check': event('verifies'),
    'mark good': event<Way & { readonly evidence: object }>('marks'),
  },
  configuration: {
    'put configuration back': event<Way>('restores'),
  },
  owner: {
    'go back …': event('asks the owner'),
    'pin …': event('asks the owner'),
    'make last …': event<OwnerFields>('asks the owner'),
    'find paused …': event<OwnerFields>('looks'),
    'hand back …': event<OwnerFields>('asks the owner'),
  },
  database: {
    fetch: phase('prepares'),
    'restore cluster': phase('prepares'),
    recover: phase('prepares'),
    dump: phase('prepares'),
    'drop unfinished': phase('prepares'),
    'create side database': phase('prepares'),
    restore: phase('prepares'),
    'data loss': phase('looks'),
    'safety dump': phase('prepares'),
    'hold traffic': phase('holds traffic'),
    switch: event<Way & { readonly evidence?: object }>('restores'),
    repair: event<Way & { readonly evidence?: object }>('restores'),
    // Some of a repair's rows, which say nothing of the others.
    'repair batch': phase('prepares'),
    'undo repair': event<Way & { readonly evidence?: object }>('restores'),
    'migrate down': event<Way & { readonly evidence?: object }>('restores'),
    'restore in place': event<Way & { readonly evidence?: object }>('restores'),
    verify: phase('verifies'),
    'resume traffic': phase('resumes traffic'),
    'drop older': phase('cleans up'),
    clean: phase('cleans up'),
    capture: phase('looks'),
    compare: phase('looks'),
    analyze: phase('looks'),
  },
  terraform: {
    'roll back': event<{ readonly to?: string; readonly evidence?: object }>('restores'),
  },
  resource: { apply: event('restores') },
  cache: {
    'clear …': event<{ readonly evidence: object }>('restores'),
    'raise …': event<Way>('restores'),
  },
  dns: {
    'switch …': event<Way & { readonly evidence: object }>('restores'),
  },
  assess: {
    look: event<{ readonly evidence: object }>('decides'),
    // `until` is RFC 3339; done where it has helped.
    'quick fix': event<{ readonly evidence: { readonly until: string } }>('decides'),
  },
  'smoke-test': { 'run …': event('looks') },
  notify: {
    slack: delivery,
    'slack-webhook': delivery,
    pagerduty: delivery,
    email: delivery,
    teams: delivery,
    webhook: delivery,
    'github-comment': delivery,
    'github-deployment': delivery,
  },
  report: {
    issue: event<{ readonly evidence?: object }>('notifies'),
  },
  consent: {
    'accept …': event<{ readonly evidence: object }>('consents'),
  },
  // An earlier attempt has died on another runner: since when it was at work (RFC 3339).
  attempt: { 'take over': event<{ readonly evidence: { readonly began: string } }>('looks') },
  // A decision that is a person's: asked for, reminded of, over, settled by itself, or taken.
  decision: {
    ask: event<QuestionFields>('notifies'),
    remind: event<QuestionFields>('notifies'),
    'time over': event<QuestionFields>('notifies'),
    settle: event<QuestionFields>('notifies'),
    answer: event<{ readonly evidence: { readonly by: string; readonly asked: string } }>('consents'),
  },
  drill: {
    steady: event('drills'),
    plan: event('drills'),
    inject: event('drills'),
    detect: event('drills'),
    decide: event('drills'),
    'roll back': event('drills'),
    verify: event('drills'),
    'clean up': event('drills'),
    'steady again': event('drills'),
  },
} as const satisfies Record<ComponentKind, Record<string, Entry>>;

/** What the run of each action means; its parts say what it did. */
export const ACTIONS = {
  rollback: 'encloses',
  'rollback-service': 'restores',
  'rollback-db': 'restores',
  'rollback-infra': 'restores',
  'clear-cache': 'restores',
  'switch-dns': 'restores',
  'verify-integrity': 'verifies',
  'smoke-test': 'verifies',
  assess: 'decides',
  notify: 'notifies',
  report: 'notifies',
  'mark-good': 'marks',
  'hand-back': 'asks the owner',
  drill: 'drills',
  init: 'looks',
  check: 'looks',
  status: 'looks',
  remind: 'notifies',
} as const satisfies Record<string, Meaning>;

export type ActionName = keyof typeof ACTIONS;

/** The step that an action's own start and end are recorded as; the component is then the action's name. */
export const ACTION_STEP = 'action';

type Named<K extends ComponentKind> = {
  [Word in keyof typeof KINDS]: (typeof KINDS)[Word] extends K ? Word : never;
}[keyof typeof KINDS];

/** What an event of a kind is about: its component, and where that is. */
export type Subject<K extends ComponentKind> = K extends keyof ComponentPlaces
  ? {
      readonly component: `${Named<K>}/${string}` | (K extends 'terraform' ? 'terraform' : never);
      readonly where: ComponentPlaces[K];
    }
  : { readonly component: K };

/** How it went, which every event says. */
interface Course {
  readonly status: Status;
  readonly seconds?: number;
  /** One sentence. */
  readonly message?: string;
  /** The step of an enclosing action that it is of, such as `switch orders`. */
  readonly part?: string;
}

type StepName<Key> = Key extends `${infer Verb} …` ? `${Verb} ${string}` : Key;
type FieldsOf<E> = E extends Entry<infer Fields> ? Fields : never;

/** The steps of a kind of component. */
export type StepOf<K extends ComponentKind> = StepName<keyof (typeof EVENTS)[K]>;

/** The events of a kind of component. */
export type EventOf<K extends ComponentKind> = {
  [Key in keyof (typeof EVENTS)[K]]: Subject<K> & {
    readonly step: StepName<Key>;
  } & Course &
    FieldsOf<(typeof EVENTS)[K][Key]>;
}[keyof (typeof EVENTS)[K]];

/** An action's start, with its actor, place and reason; or its end, with what it left. */
interface ActionEvent extends Course {
  readonly component: ActionName;
  readonly step: typeof ACTION_STEP;
  readonly evidence?: object;
}

/** An event as a room reports it; the record adds actor and time. */
export type NewEvent = { [K in ComponentKind]: EventOf<K> }[ComponentKind] | ActionEvent;

/** One line of the rollback record, as it is read: `at` is RFC 3339 in UTC. */
export interface RecordEvent {
  readonly id: string;
  readonly at: string;
  readonly component: string;
  readonly where?: Readonly<Record<string, string>>;
  readonly step: string;
  readonly status: Status;
  readonly from?: string;
  readonly to?: string;
  readonly seconds?: number;
  readonly evidence?: unknown;
  readonly message?: string;
  readonly part?: string;
}

type What = Pick<RecordEvent, 'component' | 'step'>;

/** What kind of thing a component is, by its name; undefined where it is none that the record knows. */
export function kindOf(component: string): ComponentKind | undefined {
  const [word = ''] = component.split('/');
  return Object.hasOwn(KINDS, word) ? KINDS[word as keyof typeof KINDS] : undefined;
}

/** What it means that this happened; undefined where the catalogue does not have it. */
export const meaningOf = (what: What): Meaning | undefined =>
  what.step === ACTION_STEP ? meaningOfAction(what.component) : entryOf(what)?.means;

/** What a run of an action means, by its name. */
export const meaningOfAction = (name: string): Meaning | undefined =>
  Object.hasOwn(ACTIONS, name) ? ACTIONS[name as ActionName] : undefined;

/** The step that has to follow a restoring one before users are served again. */
export const provenBy = (what: What): string | undefined => entryOf(what)?.provenBy;

/** The part of a step that the catalogue knows it by: all of it, or what stands before what it is done to. */
export function verbOf(what: What): string {
  const key = keyOf(what);
  return key === undefined ? (what.step.split(' ', 1)[0] ?? '') : key.replace(/ …$/, '');
}

function entryOf(what: What): Entry | undefined {
  const key = keyOf(what);
  return key === undefined ? undefined : stepsOf(what.component)[key];
}

/** The step of the catalogue that this is: itself, or one that says after its words to what it is done. */
function keyOf({ component, step }: What): string | undefined {
  const steps = stepsOf(component);
  if (Object.hasOwn(steps, step)) return step;
  return Object.keys(steps).find((key) => key.endsWith(' …') && step.startsWith(key.slice(0, -1)));
}

function stepsOf(component: string): Readonly<Record<string, Entry>> {
  const kind = kindOf(component);
  return kind ? EVENTS[kind] : {};
}
