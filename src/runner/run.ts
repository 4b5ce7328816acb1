import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as v from 'valibot';
import { loadDefaults } from '../config/config.ts';
import { ACTION_STEP, type NewEvent, openRecord, type Status } from '../record/record.ts';
import { startDeadline } from './deadline.ts';
import { ActionError, messageOf } from './errors.ts';
import { githubRunner } from './github.ts';
import { type CommonInputs, commonInputs, rawInput, readInputs, secretKeys } from './inputs.ts';
import type { Log } from './log.ts';
import { inert } from './markdown.ts';

/** The words that actions end with, and what each means to the record; what has failed ends with exit code 1. */
const RESULTS = {
  done: 'done',
  'no-op': 'no-op',
  planned: 'planned',
  failed: 'failed',
  intact: 'done',
  drift: 'failed',
  captured: 'done',
  analyzed: 'done',
  judged: 'done',
  inconclusive: 'done',
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

/** What every action gets from the runner. */
export interface Context {
  /** Aborts at the deadline and when the job is cancelled; every wait and every client call takes it. */
  readonly signal: AbortSignal;
  /** Seconds that the whole action may take. */
  readonly timeout: number;
  readonly log: Log;
  readonly record: (event: NewEvent) => void;
  /** Where the record is, for those who tell what is in it. */
  readonly recordPath: string;
  readonly rollbackId: string;
  /** The workflow run, the same for every attempt of it. */
  readonly run: string;
  readonly reason: string;
  readonly dryRun: boolean;
  readonly environment: string | undefined;
  /** Says that there is something that the post phase has to give back, until the function that it returns is called. */
  readonly requirePost: () => () => void;
  /** Keeps a secret that was found on the way out of log, record, outputs and summary. */
  readonly mask: (secret: string) => void;
  /** Takes secrets out of a text that leaves the runner on another way than log, record, outputs and summary. */
  readonly redact: (text: string) => string;
}

/** An action: its inputs, and what it does with them. `post` runs at the end of a job whose main phase required it. */
export interface Action<E extends v.ObjectEntries> {
  readonly name: string;
  readonly inputs: E;
  /** Actions that change something need a reason, unless they run dry. */
  readonly changes: boolean;
  readonly main: (inputs: v.InferOutput<v.ObjectSchema<E, undefined>>, context: Context) => Promise<Outcome>;
  readonly post?: (inputs: v.InferOutput<v.ObjectSchema<E, undefined>>, context: Context) => Promise<void>;
}

/** Seconds that the post step may take to give things back. */
const POST_SECONDS = 30;

type Runner = ReturnType<typeof githubRunner>;

/** The one way in for every action and both of its phases; ends with the exit code set and never throws. */
export async function run<const E extends v.ObjectEntries>(action: Action<E>): Promise<void> {
  const runner = githubRunner();
  try {
    for (const key of secretKeys(action.inputs)) {
      const secret = rawInput(process.env, key);
      if (secret) runner.mask(secret);
    }
    await (runner.isPost() ? runPost(action, runner) : runMain(action, runner));
  } catch (error) {
    runner.error(messageOf(error));
    const details = detailsOf(error);
    if (details.length > 0) runner.log.group('Details', details);
    process.exitCode = 1;
  } finally {
    // A socket that will not close must not hold the job.
    setTimeout(() => process.exit(), 1000).unref();
  }
}

async function runMain<E extends v.ObjectEntries>(action: Action<E>, runner: Runner): Promise<void> {
  const started = performance.now();
  runner.markMain();
  try {
    const { common, inputs } = await validated(action);
    const outcome = await recorded(action, inputs, common, runner);
    for (const [name, value] of Object.entries(outcome.outputs ?? {})) runner.output(name, value);
    runner.output('result', outcome.result);
    if (outcome.summary) await runner.summary(outcome.summary);
    if (RESULTS[outcome.result] !== 'failed') runner.log.info(outcome.message);
    else {
      runner.error(outcome.message);
      process.exitCode = 1;
    }
  } catch (error) {
    runner.output('result', 'failed');
    await runner.summary(failureSummary(error));
    throw error;
  } finally {
    runner.output('seconds', ((performance.now() - started) / 1000).toFixed(1));
  }
}

/** Runs the main phase, with its start and its end in the record. */
async function recorded<E extends v.ObjectEntries>(
  action: Action<E>,
  inputs: v.InferOutput<v.ObjectSchema<E, undefined>>,
  common: CommonInputs,
  runner: Runner,
): Promise<Outcome> {
  const deadline = startDeadline(common.timeout);
  const context = contextOf(common, deadline.signal, runner);
  const begun = performance.now();
  const event = { component: action.name, step: ACTION_STEP };
  const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
  context.record({ ...event, status: 'started', evidence: circumstances(common) });
  try {
    const outcome = await action.main(inputs, context);
    const { result, message, outputs } = outcome;
    context.record({ ...ended(), status: RESULTS[result], message, evidence: { result, outputs } });
    return outcome;
  } catch (error) {
    context.record({ ...ended(), status: 'failed', message: messageOf(error) });
    throw error;
  } finally {
    deadline.stop();
  }
}

/** Who runs this where and why, as far as it is known. */
function circumstances({ environment, reason, dryRun }: CommonInputs): object {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: id,
    GITHUB_RUN_ATTEMPT: attempt = '1',
    GITHUB_ACTOR: actor,
    GITHUB_SHA: sha,
  } = process.env;
  const run = server && repository && id && `${server}/${repository}/actions/runs/${id}/attempts/${attempt}`;
  return { environment, reason, 'dry-run': dryRun, run, actor, repository, sha };
}

async function runPost<E extends v.ObjectEntries>(action: Action<E>, runner: Runner): Promise<void> {
  if (!runner.needsPost()) return;
  const { common, inputs } = await validated(action);
  const deadline = startDeadline(POST_SECONDS);
  await action.post?.(inputs, contextOf(common, deadline.signal, runner)).finally(deadline.stop);
}

const detailsOf = (error: unknown): readonly string[] =>
  error instanceof ActionError ? error.details : [(error as Error).stack ?? ''];

function failureSummary(error: unknown): string {
  const details = detailsOf(error);
  const lines = details.length > 0 ? `\n\n<pre>${details.map(inert).join('\n')}</pre>` : '';
  return `## ❌ ${inert(messageOf(error))}${lines}\n`;
}

async function validated<E extends v.ObjectEntries>(action: Action<E>) {
  const defaults = await loadDefaults({
    path: rawInput(process.env, 'config'),
    environment: rawInput(process.env, 'environment'),
    action: action.name,
    inputs: [...Object.keys(commonInputs), ...Object.keys(action.inputs)],
  });
  const entries = { ...commonInputs, ...action.inputs };
  const all = readInputs(entries, process.env, defaults.values);
  const common = { ...(all as CommonInputs), environment: defaults.environment };
  if (action.changes && !common.dryRun && !common.reason) {
    throw new ActionError(
      'Input `reason` is required: say in a few words why, for the record and for those who ask later.',
    );
  }
  return { common, inputs: all as v.InferOutput<v.ObjectSchema<E, undefined>> };
}

function contextOf(common: CommonInputs, signal: AbortSignal, runner: Runner): Context {
  const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = '1', RUNNER_TEMP } = process.env;
  const run = GITHUB_RUN_ID ?? `local-${process.ppid}`;
  const rollbackId = common.rollbackId ?? `${run}-${GITHUB_RUN_ATTEMPT}`;
  const path = common.record ?? join(RUNNER_TEMP ?? tmpdir(), 'rollback-record.jsonl');
  return {
    signal,
    timeout: common.timeout,
    log: runner.log,
    mask: runner.mask,
    redact: runner.redact,
    requirePost: runner.requirePost,
    recordPath: path,
    record: openRecord(path, rollbackId, { redact: runner.redact, warn: runner.log.warn }),
    rollbackId,
    run,
    reason: common.reason ?? '',
    dryRun: common.dryRun,
    environment: common.environment,
  };
}
