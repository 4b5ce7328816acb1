import { ActionError, messageOf } from '../base/errors.ts';
import { allSettled } from '../base/settled.ts';
import type { Context } from '../runner/action.ts';
import { giveLeaseBack, holderOf, lockOf, withLease } from '../systems/kubernetes/lease.ts';
import { runChain, type StepResult } from './chain.ts';
import { chainLog, stepLine } from './chain-log.ts';
import { answer } from './decision.ts';
import { judgedBy, type Verdict } from './judged.ts';
import type { Live } from './live.ts';
import type { Step } from './order.ts';
import { type ChainContext, notify, partFor, perform, type Request } from './perform.ts';
import { checkRights } from './rights.ts';
import { keepPromise } from './updates.ts';
import { isFailure, valuesOf } from './values.ts';
import { connectionOf, keeperOf, podWorkOf, stepNamed } from './whole.ts';

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
  if (request.decide === 'caller' && request.passed['quick-fix'] !== undefined)
    warnings.push(
      'Input `quick-fix` is not used, because the caller has decided; with `decide: assess` there is time for one.',
    );
  if (request.decide === 'assess' && !keeperOf(request))
    warnings.push(
      `environments.${request.environment.name} has no service and no database with \`quiesce\`, so no cluster keeps a question: where a person has to decide, they are asked once, and no reminder will be sent (docs/decide.md).`,
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
  if (context.checksWritePermissions) {
    const connection = await connectionOf(request, context);
    await checkRights(connection, podWorkOf(request, steps), context).finally(() =>
      connection?.client.close(),
    );
  }
  const plans = steps
    .filter(({ verb }) => verb === 'plan')
    .map((step) => ({ ...step, after: [], afterAnyOutcome: [] }));
  const log = chainLog(context.log);
  const results = await runChain({
    steps: plans,
    perform: (step, before) => perform(step, request, before, { ...context, log: log.of(step) }),
    onEnd: (result) => context.log.info(stepLine(result)),
  });
  log.fromTopToBottom(results.values());
  return results;
}

/** Carries all steps out, under the environment's lock where there is a cluster to keep it. */
export async function rollBack(
  request: Request,
  steps: readonly Step[],
  context: Context,
  verdict?: Verdict,
): Promise<Map<string, StepResult>> {
  const connection = await connectionOf(request, context);
  const answered: Parameters<typeof withLease<Map<string, StepResult>>>[3] = async (
    lock,
    { began, free },
  ) => {
    if (began !== undefined)
      context.record({
        ...{ component: 'attempt', step: 'take over', status: 'done', evidence: { began } },
        message: `An earlier attempt of this rollback, which died, began at ${began}; times count from there.`,
      });
    const by = verdict ? 'assess' : starter();
    const end = await answer(connection, request, by, context);
    const results = await runSteps(request, steps, context, { verdict, lock, free });
    await end(![...results.values()].some(isFailure));
    return results;
  };
  try {
    if (verdict?.is === 'stay') return await runSteps(request, steps, context, { verdict });
    await checkRights(connection, podWorkOf(request, steps), context);
    if (!connection) return await runSteps(request, steps, context, { verdict });
    return await withLease(connection, lockOf(connection, context.environment), context, answered);
  } finally {
    connection?.client.close();
  }
}

interface RunOptions {
  /** What assess decided already. */
  readonly verdict: Verdict | undefined;
  /** Aborts when the lock is lost. */
  readonly lock?: AbortSignal;
  /** Releases the lock early. */
  readonly free?: () => Promise<void>;
}

/** Runs the chain and keeps its channels informed: the live message, and the updates that `notify start` has promised. */
async function runSteps(
  request: Request,
  steps: readonly Step[],
  context: Context,
  { verdict, lock, free }: RunOptions,
): Promise<Map<string, StepResult>> {
  const signal = lock ? AbortSignal.any([context.signal, lock]) : context.signal;
  const live = await liveOf(request, steps, context);
  const record: Context['record'] = (event) => {
    context.record(event);
    live?.seen(event);
  };
  const inner: ChainContext = { ...context, signal, record, lock };
  const updates = keepPromise(
    () => notify('progress', 'update', request, inner),
    (error) => context.log.warn(`The promised update did not reach all channels: ${messageOf(error)}`),
  );
  const log = chainLog(context.log);
  try {
    const results = await runChain({
      steps,
      perform: async (step, results) => {
        if (step.verb === 'assess' && verdict) return judgedBy(verdict);
        // The lock is free while recovery is verified, so that a fix forward need not wait.
        if (step.verb === 'verify recovery') await free?.();
        if (step.verb === 'notify end') await Promise.all([updates.end(), live?.end()]);
        return perform(step, request, results, { ...inner, log: log.of(step) });
      },
      onEnd: (result) => {
        context.log.info(stepLine(result));
        if (result.step.verb === 'notify start' && !['declined', 'skipped'].includes(result.outcome))
          updates.begin();
      },
    });
    log.fromTopToBottom(results.values());
    return results;
  } finally {
    await updates.end();
  }
}

/** The user who started this run, as far as it is known. */
const starter = (): string =>
  process.env.GITHUB_TRIGGERING_ACTOR || process.env.GITHUB_ACTOR || 'An unknown person';

/** The run was cancelled or killed: every action that has paused something resumes it, and then the lock is released. */
export async function resumePaused(
  request: Request,
  steps: readonly Step[],
  context: Context,
): Promise<void> {
  // A service's own post releases its lock, and here that of the whole is held instead.
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
 * The run that rolls the environment back at the moment, and since when; undefined where there is none.
 *
 * @throws ActionError where no cluster keeps a lock, so that it is unknown
 */
export async function rollbackUnderWay(request: Request, context: Context): ReturnType<typeof holderOf> {
  const connection = await connectionOf(request, context);
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
  const connection = await connectionOf(request, context);
  if (!connection) return;
  await giveLeaseBack(connection, lockOf(connection, context.environment), context);
  connection.client.close();
}

/** With the templates of messages it is as large as the chain: loaded where a bot of Slack keeps a message up to date. */
async function liveOf(request: Request, steps: readonly Step[], context: Context): Promise<Live | undefined> {
  const step = steps.find(({ verb }) => verb === 'notify start');
  const values = step && valuesOf(step, request);
  if (!values?.['slack-token']) return undefined;
  const { liveProgress } = await import('./live.ts');
  return liveProgress(values, context, request.runUrl);
}
