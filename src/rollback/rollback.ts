import type { Component, Environment } from '../config/config.ts';
import { KINDS } from '../config/kinds.ts';
import { SINK_INPUTS } from '../notify/sinks/sink.ts';
import { meaningOfAction } from '../record/catalogue.ts';
import { ACTION_STEP } from '../record/record.ts';
import type { AnyAction, Context } from '../runner/action.ts';
import { ActionError } from '../runner/errors.ts';
import type { Log } from '../runner/log.ts';
import { type Part, partOf, runPart, type Values } from '../runner/part.ts';
import { allSettled } from '../runner/settled.ts';
import { WAITS } from '../runner/waits.ts';
import { type Connection, connect } from '../systems/kubernetes/connect.ts';
import { giveLeaseBack, holderOf, lockOf, withLease } from '../systems/kubernetes/lease.ts';
import { carryOut, type Did, type StepResult } from './chain.ts';
import { type Live, liveProgress } from './live.ts';
import { orderOf, type Parts, type Step } from './order.ts';
import { checkRights } from './rights.ts';
import { valuesOf } from './values.ts';

/** A whole rollback that is asked for. */
export interface Request {
  readonly environment: Environment;
  /** Those of the environment that are meant. */
  readonly components: readonly Component[];
  /** Inputs of the whole that belong to its parts. */
  readonly passed: Values;
  /** `caller`: who started it has decided; `assess`: it goes on only where assess says that it has to go back. */
  readonly decide: 'caller' | 'assess';
  readonly folder: string;
  readonly load: (action: string) => Promise<AnyAction>;
  readonly runUrl: string | undefined;
}

/** Decisions of assess after which it is rolled back. */
export const GO_BACK = ['rollback', 'quick-fix-then-rollback'];

/** The steps that the request comes to. @throws ActionError where it can not be a whole */
export function stepsOf(request: Request): Step[] {
  return orderOf(partsOf(request));
}

/** Reads the inputs of every step, so that nothing is begun where any of them is wrong. */
export async function checkInputs(request: Request, steps: readonly Step[], context: Context): Promise<void> {
  for (const step of steps) await partFor(step, request, new Map(), context);
  const warnings = steps.flatMap(
    ({ action, component }) => request.environment.defaultsFor(action, component).warnings,
  );
  const bake =
    steps.some(({ verb }) => verb === 'assess') && request.environment.defaultsFor('assess').values.bake;
  if (bake)
    warnings.push(
      `environments.${request.environment.name}.assess has \`bake: ${bake}\`, and a rollback would wait that long for its judgement; give it to the workflow that watches the deploy.`,
    );
  for (const warning of new Set(warnings)) context.log.warn(warning);
  const databases = request.components.filter(({ kind }) => kind === 'database');
  for (const { name } of databases) {
    const { confirm } = valuesOf(stepNamed(steps, `switch ${name}`), request);
    if (confirm === undefined && !context.dryRun)
      throw new ActionError(
        `Input \`confirm\` is missing: type the name of the database to say that you mean it, or put it into the component ${name} where the environment's approval is enough.`,
      );
  }
}

/** Shows what every component's action would do; changes nothing. @throws ActionError where rights for the whole are missing */
export async function plan(
  request: Request,
  steps: readonly Step[],
  context: Context,
): Promise<Map<string, StepResult>> {
  if (context.rehearses) {
    const connection = connectionOf(request, context);
    await checkRights(connection, comparisonsOf(request, steps), context).finally(() =>
      connection?.client.close(),
    );
  }
  const plans = steps
    .filter(({ verb }) => verb === 'plan')
    .map((step) => ({ ...step, after: [], afterAny: [] }));
  return carryOut({
    steps: plans,
    perform: (step, results) => perform(step, request, results, context),
    over: (result) => context.log.info(lineOf(result)),
  });
}

/** Carries all steps out, under the environment's lock where there is a cluster to keep it. */
export async function rollBack(
  request: Request,
  steps: readonly Step[],
  context: Context,
): Promise<Map<string, StepResult>> {
  const connection = connectionOf(request, context);
  const carry = async (lock?: AbortSignal) => {
    const signal = lock ? AbortSignal.any([context.signal, lock]) : context.signal;
    const live = liveOf(request, steps, context);
    const record: Context['record'] = (event) => {
      context.record(event);
      live?.seen(event);
    };
    const inner = { ...context, signal, record, ...(lock && { lock }) };
    return carryOut({
      steps,
      perform: async (step, results) => {
        if (step.verb === 'tell end') await live?.end();
        return perform(step, request, results, inner);
      },
      over: (result) => context.log.info(lineOf(result)),
    });
  };
  try {
    await checkRights(connection, comparisonsOf(request, steps), context);
    if (!connection) return await carry();
    return await withLease(connection, lockOf(connection, context.environment), context, carry);
  } finally {
    connection?.client.close();
  }
}

/** The run was cancelled or killed: every action that can give something back does, and then the lock is free. */
export async function giveBack(request: Request, steps: readonly Step[], context: Context): Promise<void> {
  // What a service's own post gives back is its lock, and here that of the whole is held instead.
  const givers = steps.filter(({ verb }) => ['switch', 'apply'].includes(verb));
  const given = allSettled(
    givers.map(async (step) => {
      const { action, inputs } = await partFor(step, request, new Map(), context);
      await action.post?.(inputs, context);
    }),
  );
  await given.finally(() => giveLockBack(request, context));
}

/**
 * Who rolls the environment back at the moment, and since when; undefined where nobody does.
 *
 * @throws ActionError where no cluster keeps a lock, so that nobody can know
 */
export async function rollbackUnderWay(request: Request, context: Context): ReturnType<typeof holderOf> {
  const connection = connectionOf(request, context);
  if (!connection)
    throw new ActionError(
      `${request.environment.path}: environments.${request.environment.name} has no service and no database with \`quiesce\`, so no cluster keeps its lock: whether a rollback is under way is unknown.`,
    );
  try {
    return await holderOf(connection, lockOf(connection, context.environment));
  } finally {
    connection.client.close();
  }
}

async function giveLockBack(request: Request, context: Context): Promise<void> {
  const connection = connectionOf(request, context);
  if (!connection) return;
  await giveLeaseBack(connection, lockOf(connection, context.environment), context);
  connection.client.close();
}

async function perform(
  step: Step,
  request: Request,
  results: ReadonlyMap<string, StepResult>,
  context: Context,
): Promise<Did> {
  const part = await partFor(step, request, results, context);
  const outcome = await runPart(part, contextFor(step, context));
  if (step.verb !== 'assess' || request.decide === 'caller') return outcome;
  const decision = String(outcome.outputs?.decision);
  return GO_BACK.includes(decision) ? outcome : { result: 'declined', message: outcome.message };
}

async function partFor(
  step: Step,
  request: Request,
  results: ReadonlyMap<string, StepResult>,
  context: Context,
): Promise<Part> {
  try {
    return partOf(await request.load(step.action), valuesOf(step, request, results), context);
  } catch (error) {
    if (!(error instanceof ActionError) || step.component === undefined) throw error;
    throw new ActionError(`The component ${step.component}: ${error.message}`, { cause: error });
  }
}

/** A step's own log, and what it may still do. */
function contextFor(step: Step, context: Context): Context {
  const signal = signalFor(step, context);
  // A restored database that waits beside the live one is no component of its own.
  const record: Context['record'] = (event) => {
    if (step.verb !== 'capture' || event.step === ACTION_STEP) context.record(event);
  };
  return {
    ...context,
    part: step.name,
    signal,
    record,
    log: prefixed(context.log, step.name),
    // A plan that its step says how to keep (order.ts) is made in earnest; it changes nothing but a file of ours.
    dryRun: context.dryRun || (step.verb === 'plan' && step.values.phase !== 'plan'),
    rehearses: context.rehearses ?? !context.dryRun,
    // The chain as a whole says what there is to give back.
    requirePost: () => () => {},
  };
}

/** Telling and giving back go on after the deadline and a cancelled run; but who lost the lock leaves traffic to the next. */
function signalFor({ verb, action }: Step, { signal, lock }: Context): AbortSignal {
  // It still has to be said when nothing else may be done any more.
  if (meaningOfAction(action) === 'notifies') return AbortSignal.timeout(WAITS.CHAIN_TELLING_MS);
  if (verb !== 'resume') return signal;
  const giving = AbortSignal.timeout(WAITS.CHAIN_RESUME_MS);
  return lock ? AbortSignal.any([giving, lock]) : giving;
}

const prefixed = (log: Log, name: string): Log => ({
  info: (line) => log.info(`[${name}] ${line}`),
  warn: (sentence) => log.warn(`${name}: ${sentence}`),
  group: (title, lines) => log.group(`[${name}] ${title}`, lines),
});

const lineOf = ({ step, outcome, message, seconds }: StepResult) =>
  `${{ done: '✓', 'no-op': '✓', planned: '·', failed: '✗', skipped: '-', declined: '·' }[outcome]} ${step.name}: ${outcome} in ${seconds.toFixed(1)} s — ${message}`;

function partsOf({ environment, components, decide, passed }: Request): Parts {
  const databases = components.filter(({ kind }) => kind === 'database');
  const settings = (action: string, component?: string) => environment.defaultsFor(action, component).values;
  const named = databases.filter((each) => {
    const values = settings('rollback-db', each.name);
    return Boolean(values.quiesce || values['pgbouncer-url'] || passed['pgbouncer-url']);
  });
  if (decide === 'assess' && !environment.sections.includes('assess'))
    throw new ActionError(
      `\`decide: assess\` needs to know what to judge by: give environments.${environment.name} in ${environment.path} a section \`assess\`.`,
    );
  const told = environment.sections.includes('notify') || SINK_INPUTS.some((name) => name in passed);
  return {
    components,
    assess: decide === 'assess' ? 'first' : environment.sections.includes('assess') ? 'beside' : 'never',
    notify: told,
    // Where databases are components, data that none of those meant holds is not looked at.
    integrity:
      environment.sections.includes('verify-integrity') &&
      (databases.length > 0 || !environment.components.some(({ kind }) => kind === 'database')),
    holding: named.map(({ name }) => name),
    inPlace: databases
      .filter(({ name }) => settings('rollback-db', name).strategy === 'in-place')
      .map(({ name }) => name),
  };
}

/** The cluster that keeps the lock: that of the services, else that of workloads that a database stops. */
function connectionOf(
  { environment, components, passed }: Request,
  context: Context,
): Connection | undefined {
  const keeper =
    components.find(({ kind }) => kind === 'service') ??
    components.find(
      ({ name, kind }) => kind === 'database' && environment.defaultsFor('rollback-db', name).values.quiesce,
    );
  if (!keeper) return undefined;
  const {
    kubeconfig,
    context: name,
    namespace,
  } = { ...environment.defaultsFor(KINDS[keeper.kind], keeper.name).values, ...passed };
  return connect({ kubeconfig, context: name, namespace }, context);
}

/** The values of the steps that run the services' own checks. */
const comparisonsOf = (request: Request, steps: readonly Step[]) =>
  steps.filter(({ verb }) => verb === 'compare').map((step) => valuesOf(step, request));

function liveOf(request: Request, steps: readonly Step[], context: Context): Live | undefined {
  const step = steps.find(({ verb }) => verb === 'tell start');
  return step && liveProgress(valuesOf(step, request), context, request.runUrl);
}

const stepNamed = (steps: readonly Step[], name: string): Step =>
  steps.find((step) => step.name === name) as Step;
