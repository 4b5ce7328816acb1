import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDeadline } from '../base/deadline.ts';
import { ActionError, explained, messageOf } from '../base/errors.ts';
import { inert } from '../base/markdown.ts';
import { WAITS } from '../base/waits.ts';
import { loadDefaults, noDefaults } from '../config/config.ts';
import { openRecord } from '../record/record.ts';
import { type AnyAction, type Context, type Inputs, type Outcome, RESULTS } from './action.ts';
import { consentOf } from './consent.ts';
import { githubRunner } from './github.ts';
import { type CommonInputs, commonInputs, inputName, rawInput, readInputs, secretsIn } from './inputs.ts';
import { recorded, requireReason } from './recorded.ts';

type Runner = ReturnType<typeof githubRunner> & Pick<Context, 'load'>;

/** The one way in for every action and both of its phases; ends with the exit code set and never throws. */
export async function run(action: AnyAction, load: Context['load']): Promise<void> {
  const runner = { ...githubRunner(), load };
  // Node itself would print it with all that is in it.
  process.on('uncaughtException', (error) => {
    reportFailure(error, runner);
    process.exit();
  });
  try {
    for (const secret of secretsIn(action.inputs, (key) => rawInput(process.env, key))) runner.mask(secret);
    await (runner.isPost() ? runPost(action, runner) : runMain(action, runner));
  } catch (error) {
    reportFailure(error, runner);
  } finally {
    // A socket that will not close must not hold the job.
    setTimeout(() => process.exit(), WAITS.EXIT_MS).unref();
  }
}

function reportFailure(thrown: unknown, runner: Runner): void {
  const error = explained(thrown);
  runner.error(messageOf(error));
  const details = detailsOf(error);
  if (details.length > 0) runner.log.group('Details', details);
  process.exitCode = 1;
}

async function runMain(action: AnyAction, runner: Runner): Promise<void> {
  const started = performance.now();
  runner.markMain();
  try {
    const { common, inputs } = await validated(action, runner);
    const outcome = await beforeDeadline(action, inputs, common, runner);
    for (const [name, value] of Object.entries(outcome.outputs ?? {})) runner.output(name, value);
    runner.output('result', outcome.result);
    if (outcome.summary) await runner.summary(outcome.summary);
    if (RESULTS[outcome.result] !== 'failed') runner.log.info(outcome.message);
    else {
      runner.error(outcome.message);
      process.exitCode = 1;
    }
  } catch (error) {
    for (const [name, value] of Object.entries(error instanceof ActionError ? error.outputs : {}))
      runner.output(name, value);
    runner.output('result', 'failed');
    await runner.summary(failureSummary(error));
    throw error;
  } finally {
    runner.output('seconds', ((performance.now() - started) / 1000).toFixed(1));
  }
}

/** Runs the main phase before the deadline, with its start and its end in the record. */
async function beforeDeadline(
  action: AnyAction,
  inputs: Inputs,
  common: CommonInputs,
  runner: Runner,
): Promise<Outcome> {
  const deadline = startDeadline(common.timeout);
  try {
    return await recorded(action, inputs, contextOf(common, deadline.signal, runner));
  } finally {
    deadline.stop();
  }
}

async function runPost(action: AnyAction, runner: Runner): Promise<void> {
  if (!runner.needsPost()) return;
  const { common, inputs } = await validated(action, runner);
  const deadline = startDeadline(WAITS.POST_PHASE_SECONDS);
  await action.post?.(inputs, contextOf(common, deadline.signal, runner)).finally(deadline.stop);
}

const detailsOf = (error: unknown): readonly string[] =>
  error instanceof ActionError ? error.details : [(error as Error).stack ?? ''];

function failureSummary(error: unknown): string {
  const details = detailsOf(error);
  const lines = details.length > 0 ? `\n\n<pre>${details.map(inert).join('\n')}</pre>` : '';
  return `## ❌ ${inert(messageOf(error))}${lines}\n`;
}

async function validated(action: AnyAction, runner: Runner) {
  const input = (key: string) => rawInput(process.env, key);
  const wanted = { path: input('config'), environment: input('environment'), component: input('component') };
  const defaults = action.ignoresConfig?.(input)
    ? noDefaults(wanted.environment)
    : await loadDefaults({ ...wanted, action: action.name });
  for (const secret of secretsIn(action.inputs, (key) => defaults.values[inputName(key)]))
    runner.mask(secret);
  for (const warning of defaults.warnings) runner.log.warn(warning);
  const entries = { ...commonInputs, ...action.inputs };
  const all = readInputs(entries, process.env, defaults);
  const common = { ...(all as CommonInputs), environment: defaults.environment };
  requireReason(action, all as Inputs, common);
  return { common, inputs: all as Inputs };
}

function contextOf(common: CommonInputs, signal: AbortSignal, runner: Runner): Context {
  const {
    GITHUB_RUN_ID,
    GITHUB_RUN_ATTEMPT = '1',
    GITHUB_ACTOR,
    GITHUB_TRIGGERING_ACTOR,
    RUNNER_TEMP,
  } = process.env;
  const run = GITHUB_RUN_ID ?? `local-${process.ppid}`;
  const rollbackId = common.rollbackId ?? `${run}-${GITHUB_RUN_ATTEMPT}`;
  const path = common.record ?? join(RUNNER_TEMP ?? tmpdir(), 'rollback-record.jsonl');
  const record = openRecord(path, rollbackId, { redact: runner.redact, warn: runner.log.warn });
  return {
    signal,
    timeout: common.timeout,
    log: runner.log,
    mask: runner.mask,
    redact: runner.redact,
    load: runner.load,
    registerCleanup: runner.registerCleanup,
    recordPath: path,
    record,
    // A re-run may be started by another user than the first run.
    accepts: consentOf(common.accept, GITHUB_TRIGGERING_ACTOR || GITHUB_ACTOR, record),
    rollbackId,
    run,
    reason: runner.redact(common.reason ?? ''),
    dryRun: common.dryRun,
    environment: common.environment,
  };
}
