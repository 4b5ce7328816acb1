import { join } from 'node:path';
import { pause } from '../base/deadline.ts';
import { ActionError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { WAITS } from '../base/waits.ts';
import type { Component } from '../config/config.ts';
import { GO_BACK } from '../rollback/judged.ts';
import { settingsFor } from '../rollback/values.ts';
import type { Context, Outcome } from '../runner/action.ts';
import { readPart, runPart, type Values } from '../runner/part.ts';
import type { Connection } from '../systems/kubernetes/connect.ts';
import { giveLeaseBack, lockOf, withLease } from '../systems/kubernetes/lease.ts';
import { BREAKS, type Fault, type FaultName } from './fault.ts';
import { type Phase, type PhaseName, phase } from './phases.ts';
import { scoreOf, secondsTo, summaryOf } from './score.ts';
import { type DrillPlace, type DrillRequest, drillPlaceOf, faultOf, protect } from './setting.ts';

/** Says nothing: what is asked until it is known would say the same each time. */
const QUIET: Log = { info() {}, warn() {}, group() {} };

/** Faults that are a deploy: the others are no reason to roll a deploy back. */
const DEPLOYS: readonly FaultName[] = [
  'bad-image',
  'crash-loop',
  'failing-readiness',
  'error-rate',
  'slow-answers',
];

/** The actions that say of a component whether it is well, and change nothing that counts. */
const HEALTH_ACTIONS: Record<
  'service' | 'database' | 'cache',
  { action: string; values: Values; isDry: boolean }
> = {
  service: { action: 'mark-good', values: {}, isDry: false },
  database: { action: 'verify-integrity', values: { mode: 'capture' }, isDry: true },
  cache: { action: 'clear-cache', values: {}, isDry: true },
};

/**
 * Breaks one thing of an environment that is there for it, finds out, rolls back as in earnest, and proves that all is
 * as it was; each phase is timed.
 *
 * @throws ActionError before anything is broken, where the environment may not be, or is not well
 */
export async function drill(options: DrillRequest, context: Context): Promise<Outcome> {
  const place = await drillPlaceOf(options, context);
  try {
    await protect(options, place);
    const fault = await faultOf(options, place, context);
    try {
      if (context.dryRun) return planned(options, fault, context);
      const { environment } = options.request;
      const [keeper] = place.connections;
      const work = (lost?: AbortSignal) => {
        const signal = lost ? AbortSignal.any([context.signal, lost]) : context.signal;
        return carryOut(options, fault, { ...context, signal });
      };
      // The rollback takes the environment's own lock: this one keeps two drills apart.
      return await (keeper ? withLease(keeper, lockFor(keeper, environment.name), context, work) : work());
    } finally {
      fault.close();
    }
  } finally {
    for (const { client } of place.connections) client.close();
  }
}

const lockFor = (keeper: Connection, environment: string): string => `${lockOf(keeper, environment)}.drill`;

function planned({ request }: DrillRequest, { description }: Fault, { recordPath }: Context): Outcome {
  const names = request.components.map(({ name }) => name).join(', ');
  return {
    result: 'planned',
    message: `Planned: ${description}, and ${names} of ${request.environment.name} are rolled back; nothing was broken.`,
    outputs: { record: recordPath },
  };
}

async function carryOut(options: DrillRequest, fault: Fault, context: Context): Promise<Outcome> {
  const phases: Phase[] = [];
  const pass = async (name: PhaseName, work: () => Promise<string>) => {
    // A run that is cancelled ends here; the post phase takes the fault back.
    context.signal.throwIfAborted();
    const done = await phase(name, context, work);
    phases.push(done);
    return done;
  };
  const before = await pass('steady', () => steady(options, context, spoilt(options)));
  if (!before.isGood)
    throw new ActionError(`Nothing was broken, because not all is well before the drill: ${before.message}`);
  const plan = await pass('plan', () => planRollback(options, context));
  if (!plan.isGood)
    throw new ActionError(
      `Nothing was broken, because the rollback after it would not begin: ${plan.message}`,
    );
  const cleanedUp = context.registerCleanup();
  const at = new Date();
  const struck = await pass('inject', async () => {
    await fault.strike();
    return `Broken: ${fault.description}`;
  });
  let outcome: Outcome | undefined;
  if (struck.isGood) {
    await pass('detect', () => detect(options, fault, context));
    if (isJudged(options)) await pass('decide', () => decide(options, at, context));
    const { isGood: isBack } = await pass('roll back', async () => {
      outcome = await rollBack(options, context);
      if (outcome.result === 'failed') throw new ActionError(outcome.message);
      return outcome.message;
    });
    // What did not go back will not by waiting.
    await pass('verify', () => gone(fault, isBack ? WAITS.DRILL_GONE_SECONDS : 0, context.signal));
  }
  const cleaned = await pass('clean up', async () => {
    await fault.undo();
    return 'Nothing of the fault is left';
  });
  if (cleaned.isGood) cleanedUp();
  await pass('steady again', async () => {
    const left = await fault.remains();
    if (left !== undefined) throw new ActionError(left);
    return steady(options, context, undefined);
  });
  return outcomeOf(options, phases, outcome, context);
}

/** Whether assess judges the fault: what is not a deploy is no reason to roll one back. */
const isJudged = ({ fault, request }: DrillRequest): boolean =>
  DEPLOYS.includes(fault) && request.environment.sections.includes('assess');

/**
 * Every component is well; workloads that are get the mark to which a rollback goes, and the data that are to be corrupted are
 * noted, so that the corruption can be detected.
 */
async function steady(
  { request }: DrillRequest,
  context: Context,
  captured: Component | undefined,
): Promise<string> {
  for (const component of request.components) {
    const { action, values, isDry } = HEALTH_ACTIONS[component.kind as keyof typeof HEALTH_ACTIONS];
    const all = {
      ...settingsFor(request, action, component.name),
      ...values,
      snapshot: snapshotOf(request.folder),
    };
    const dryRun = isDry && component !== captured;
    const { result, message } = await runOne(action, all, { ...context, dryRun });
    if (result === 'failed') throw new ActionError(`${component.name}: ${message}`);
  }
  return `All is well: ${request.components.map(({ name }) => name).join(', ')}`;
}

/** Runs an action of which the story of the rollback says nothing. */
async function runOne(action: string, values: Values, context: Context): Promise<Outcome> {
  return runPart(readPart(await context.load(action), values, context), { ...context, record: () => {} });
}

/** The component whose data a fault spoils. */
const spoilt = ({ fault, request }: DrillRequest): Component | undefined =>
  BREAKS[fault] === 'database' ? request.components.find(({ kind }) => kind === 'database') : undefined;

const snapshotOf = (folder: string) => join(folder, 'before-the-drill.json');

/** The fault can be detected: the pods, the server; of data, the comparison with what they were. */
async function detect(options: DrillRequest, { isSeen }: Fault, context: Context): Promise<string> {
  const { request } = options;
  const component = spoilt(options);
  if (!component) {
    await until(isSeen, WAITS.DRILL_SEEN_SECONDS, context.signal, () => 'It was not detected');
    return 'It is seen';
  }
  const values = {
    ...settingsFor(request, 'verify-integrity', component.name),
    mode: 'compare',
    expect: 'identical',
  };
  const { result, message } = await runOne(
    'verify-integrity',
    { ...values, snapshot: snapshotOf(request.folder) },
    context,
  );
  if (result !== 'drift') throw new ActionError(`The comparison has not seen it: ${message}`);
  return message;
}

/** Assess says that this deploy has to go back. */
async function decide({ request }: DrillRequest, at: Date, context: Context): Promise<string> {
  const values = {
    ...settingsFor(request, 'assess', undefined),
    'deployed-at': at.toISOString(),
    // What an earlier drill has rolled back must not keep this one from it.
    cooldown: '1s',
  };
  let last: Outcome | undefined;
  const judged = async () => {
    last = await runOne('assess', values, { ...context, log: QUIET });
    return GO_BACK.includes(String(last.outputs?.decision));
  };
  await until(
    judged,
    WAITS.DRILL_JUDGED_SECONDS,
    context.signal,
    () => `It would not have been rolled back: ${last?.message}`,
    WAITS.DRILL_JUDGE_MS,
  );
  return last?.message ?? '';
}

/** The rollback would begin, and finds its target and its backup. @throws ActionError with what it lacks */
async function planRollback(options: DrillRequest, context: Context): Promise<string> {
  const part = await rootAction(options, 'plan', context);
  const { result, message } = await runPart(part, { ...context, record: () => {} });
  if (result === 'failed') throw new ActionError(message);
  return message;
}

async function rootAction({ request }: DrillRequest, action: 'plan' | 'rollback', context: Context) {
  const components = request.components.map(({ name }) => name).join(', ');
  return readPart(await context.load('rollback'), { ...request.passed, action, components }, context);
}

/** The root action itself, as in earnest. */
async function rollBack(options: DrillRequest, context: Context): Promise<Outcome> {
  const { fault } = options;
  const part = await rootAction(options, 'rollback', context);
  // What it holds it gives back by the end; what the drill has broken is not its to say.
  const reason = `Drill (${fault}): ${context.reason}`;
  const inner = { ...context, reason, registerCleanup: () => () => {} };
  return runPart(part, inner);
}

async function gone({ remains }: Fault, seconds: number, signal: AbortSignal): Promise<string> {
  let left: string | undefined;
  const isGone = async () => {
    left = await remains();
    return left === undefined;
  };
  await until(isGone, seconds, signal, () => `${left}`);
  return 'Nothing of it is left';
}

/** Looks until it is so, so many milliseconds apart. @throws ActionError with `otherwise` where it is not within `seconds` */
async function until(
  isSo: () => Promise<boolean>,
  seconds: number,
  signal: AbortSignal,
  otherwise: () => string,
  milliseconds = WAITS.DRILL_POLL_MS as number,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new ActionError(`${otherwise()} (after ${seconds} s).`);
    await pause(milliseconds, signal);
  }
}

function outcomeOf(
  { fault, request }: DrillRequest,
  phases: readonly Phase[],
  rolledBack: Outcome | undefined,
  { recordPath }: Context,
): Outcome {
  const { rto = '', report = '', html = '', steps = [] } = rolledBack?.outputs ?? {};
  const { percent, missing } = scoreOf(phases, rto);
  const failed = phases.find(({ isGood }) => !isGood);
  const [seen, back] = (['detect', 'roll back'] as const).map((name) => secondsTo(name, phases)?.toFixed(1));
  const lacks = missing.length > 0 ? `, without ${missing.join(', ')}` : '';
  const message = failed
    ? `The drill of ${request.environment.name} failed (${fault}, score ${percent} %): "${failed.name}" failed: ${failed.message}`
    : `The drill of ${request.environment.name} is done (${fault}): seen after ${seen} s, back after ${back} s, score ${percent} %${lacks}.`;
  return {
    result: failed ? 'failed' : 'done',
    message,
    outputs: { rto, report, html, steps, score: percent, phases: phases.map(toOutput), record: recordPath },
    summary: `${summaryOf(message, phases)}\n${rolledBack?.summary ?? ''}`,
  };
}

const toOutput = ({ name, isGood, seconds, message }: Phase) => ({
  phase: name,
  outcome: isGood ? 'done' : 'failed',
  seconds: Number(seconds.toFixed(3)),
  message,
});

/** The run was cancelled or killed: what it has broken is repaired, and the lock released. @throws ActionError where that fails */
export async function takeBack(options: DrillRequest, context: Context): Promise<void> {
  const place: DrillPlace = await drillPlaceOf(options, context);
  const [keeper] = place.connections;
  try {
    const fault = await faultOf(options, place, context);
    await fault.undo().finally(fault.close);
  } finally {
    if (keeper) await giveLeaseBack(keeper, lockFor(keeper, options.request.environment.name), context);
    for (const { client } of place.connections) client.close();
  }
}
