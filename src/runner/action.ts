import type * as v from 'valibot';
import type { Log } from '../base/log.ts';
import type { ActionName } from '../record/catalogue.ts';
import type { NewEvent, Status } from '../record/record.ts';
import type { Accepts } from './consent.ts';

/** The words that actions end with, and what each means to the record; what has failed ends with exit code 1. */
export const RESULTS = {
  done: 'done',
  'no-op': 'no-op',
  planned: 'planned',
  // A person has to decide; nothing was changed.
  asked: 'no-op',
  failed: 'failed',
  intact: 'done',
  drift: 'failed',
  captured: 'done',
  analyzed: 'done',
  judged: 'done',
  inconclusive: 'done',
  // Whether it could be rolled back; at risk is a warning.
  ready: 'done',
  'at-risk': 'done',
  'not-ready': 'failed',
} as const satisfies Record<string, Status>;

/** What an action says when it ends. */
export interface Outcome {
  readonly result: keyof typeof RESULTS;
  /** One sentence: what was done, or what failed and what to do. */
  readonly message: string;
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** Markdown for the job summary. */
  readonly summary?: string;
}

/** What a chain tells an action that it runs as one of its steps. */
interface ChainStep {
  /** `switch orders`. */
  readonly name: string;
  /** Aborts when the environment's lock is lost, which the chain holds; undefined where it holds none yet. */
  readonly lock: AbortSignal | undefined;
  /** This dry run is a step of a rollback that goes on at once: what only a reader of a plan wants to know is left out. */
  readonly continuesAtOnce: boolean;
}

/** What every action gets from the runner. */
export interface Context {
  /** Aborts at the deadline and when the job is cancelled; every wait and every client call takes it. */
  readonly signal: AbortSignal;
  /** Seconds that the whole action may take. */
  readonly timeout: number;
  readonly log: Log;
  readonly record: (event: NewEvent) => void;
  /** Where the record is, for actions that report it. */
  readonly recordPath: string;
  readonly rollbackId: string;
  /** The workflow run, the same for every attempt of it. */
  readonly run: string;
  readonly reason: string;
  readonly dryRun: boolean;
  /** Whether the run goes on in spite of a refusal, by the word of consent that it named. */
  readonly accepts: Accepts;
  /** This dry run is the plan of a rollback that goes on from here: rights that it will need are asked for now. */
  readonly checksWritePermissions?: boolean;
  readonly environment: string | undefined;
  /** Says that there is something that the post phase has to give back, until the function that it returns is called. */
  readonly registerCleanup: () => () => void;
  /** Keeps a secret that was found on the way out of log, record, outputs and summary. */
  readonly mask: (secret: string) => void;
  /** The step of a chain that this action runs as; undefined where it runs by itself. */
  readonly step?: ChainStep;
  /** The action of a name, for the one that runs others as its parts. */
  readonly load: (name: string) => Promise<AnyAction>;
  /** Takes secrets out of a text that leaves the runner on another way than log, record, outputs and summary. */
  readonly redact: (text: string) => string;
}

/** An action: its inputs, and what it does with them. `post` runs at the end of a job whose main phase required it. */
export interface Action<E extends v.ObjectEntries> {
  readonly name: ActionName;
  /** What the record calls it, where that is not its name. */
  readonly recordedAs?: (inputs: v.InferOutput<v.ObjectSchema<E, undefined>>) => ActionName;
  readonly inputs: E;
  /** Actions that change something need a reason, unless they run dry; where that depends on its inputs, what they say. */
  readonly changes: boolean | ((inputs: v.InferOutput<v.ObjectSchema<E, undefined>>) => boolean);
  /** Whether an input, by its key, asks for something that no configuration has a say in; asked before it is read. */
  readonly ignoresConfig?: (input: (key: string) => string | undefined) => boolean;
  readonly main: (inputs: v.InferOutput<v.ObjectSchema<E, undefined>>, context: Context) => Promise<Outcome>;
  readonly post?: (inputs: v.InferOutput<v.ObjectSchema<E, undefined>>, context: Context) => Promise<void>;
}

/** Inputs that were read and are valid; only the action itself knows what they are. */
export type Inputs = v.InferOutput<v.ObjectSchema<v.ObjectEntries, undefined>>;

/** An action whose type of inputs does not matter. */
export type AnyAction = Action<v.ObjectEntries>;

/** Declares an action. It reads exactly the inputs that it declares, so its runner need not know their type. */
export const defineAction = <const E extends v.ObjectEntries>(action: Action<E>): AnyAction =>
  action as unknown as AnyAction;
