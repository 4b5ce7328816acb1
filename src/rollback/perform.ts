import { ActionError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { timeLimit } from '../base/time-limit.ts';
import { WAITS } from '../base/waits.ts';
import type { Component, Environment } from '../config/config.ts';
import type { EventName } from '../notify/fields.ts';
import { meaningOfAction } from '../record/catalogue.ts';
import { ACTION_STEP } from '../record/record.ts';
import type { AnyAction, Context, Outcome } from '../runner/action.ts';
import { type Part, readPart, runPart, type Values } from '../runner/part.ts';
import type { StepResult } from './chain.ts';
import type { Step } from './order.ts';
import { valuesOf } from './values.ts';

/** A whole rollback, as requested. */
export interface Request {
  readonly environment: Environment;
  /** The components of the environment that are selected. */
  readonly components: readonly Component[];
  /** Inputs of the whole that belong to its parts. */
  readonly passed: Values;
  /** `caller`: the person who started it has decided; `assess`: it continues only if assess decides to roll back. */
  readonly decide: 'caller' | 'assess';
  readonly folder: string;
  readonly load: (action: string) => Promise<AnyAction>;
  readonly runUrl: string | undefined;
}

/** What the chain knows beyond what every action gets. */
export interface ChainContext extends Context {
  /** Aborts when the environment's lock is lost; undefined where it is not held yet. */
  readonly lock?: AbortSignal | undefined;
}

/** Does a step: its action with its inputs, under its own name. */
export async function perform(
  step: Step,
  request: Request,
  results: ReadonlyMap<string, StepResult>,
  context: ChainContext,
): Promise<Outcome> {
  return runPart(await partFor(step, request, results, context), contextFor(step, context));
}

/** Sends an event to every sink, outside the steps of the chain. @throws ActionError where a required sink was not reached */
export const notify = (
  event: EventName,
  name: string,
  request: Request,
  context: ChainContext,
): Promise<Outcome> =>
  perform(
    {
      ...{ name, verb: 'notify', component: undefined, action: 'notify', values: { event } },
      ...{ after: [], when: 'always' },
    },
    request,
    new Map(),
    context,
  );

/** A step's action with its inputs. @throws ActionError that names the component where they are wrong */
export async function partFor(
  step: Step,
  request: Request,
  results: ReadonlyMap<string, StepResult>,
  context: Context,
): Promise<Part> {
  try {
    return readPart(await request.load(step.action), valuesOf(step, request, results), context);
  } catch (error) {
    if (!(error instanceof ActionError) || step.component === undefined) throw error;
    throw new ActionError(`The component ${step.component}: ${error.message}`, { cause: error });
  }
}

/** A step's own log, and what it may still do. */
function contextFor(step: Step, context: ChainContext): Context {
  const signal = signalFor(step, context);
  // A restored database that waits beside the live one is not a component of its own.
  const record: Context['record'] = (event) => {
    if (step.verb !== 'capture' || event.step === ACTION_STEP) context.record(event);
  };
  return {
    ...context,
    signal,
    record,
    log: prefixed(context.log, step.name),
    // A plan that its step says how to keep (order.ts) is made in earnest; it changes nothing but a file of ours.
    dryRun: context.dryRun || (step.verb === 'plan' && step.values.phase !== 'plan'),
    checksWritePermissions: context.checksWritePermissions ?? !context.dryRun,
    step: { name: step.name, lock: context.lock, continuesAtOnce: !context.dryRun },
    // The chain as a whole says what there is to give back.
    registerCleanup: () => () => {},
  };
}

/** Notifying and resuming traffic go on after the deadline and a cancelled run; but a run that lost the lock leaves traffic to the next one. */
function signalFor({ verb, action }: Step, { signal, lock }: ChainContext): AbortSignal {
  // Messages have to be sent even when nothing else may be done any more.
  if (meaningOfAction(action) === 'notifies')
    return timeLimit(WAITS.CHAIN_NOTIFY_MS, 'The messages were not sent');
  if (verb !== 'resume') return signal;
  const giving = timeLimit(WAITS.CHAIN_RESUME_MS, 'Traffic was not resumed');
  return lock ? AbortSignal.any([giving, lock]) : giving;
}

const prefixed = (log: Log, name: string): Log => ({
  info: (line) => log.info(`[${name}] ${line}`),
  warn: (sentence) => log.warn(`${name}: ${sentence}`),
  group: (title, lines) => log.group(`[${name}] ${title}`, lines),
});
