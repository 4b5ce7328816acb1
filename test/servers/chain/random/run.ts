/** An action in this process, with all that the runner does for it but writing files; it is killed by shutting its doors. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CancelledError, explained, messageOf } from '../../../../src/base/errors.ts';
import { loadDefaults } from '../../../../src/config/config.ts';
import { openRecord, type RecordEvent } from '../../../../src/record/record.ts';
import { type AnyAction, type Context, type Inputs, RESULTS } from '../../../../src/runner/action.ts';
import { consentOf } from '../../../../src/runner/consent.ts';
import { type CommonInputs, commonInputs, readInputs } from '../../../../src/runner/inputs.ts';
import { recorded, requireReason } from '../../../../src/runner/recorded.ts';

export interface Ended {
  readonly result: string;
  readonly message: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly summary: string;
  readonly warnings: readonly string[];
  readonly log: readonly string[];
  readonly record: readonly RecordEvent[];
}

export interface RunOptions {
  readonly run?: string;
  readonly attempt?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly phase?: 'post';
  /** Called after each event, with how many there were. */
  readonly onEvent?: (count: number, stop: { cancel(): void; kill(): void }) => void;
}

const load = async (name: string) =>
  ((await import(`../../../../src/actions/${name}.ts`)) as { action: AnyAction }).action;

export async function runAction(
  name: string,
  temp: string,
  given: Readonly<Record<string, string>>,
  options: RunOptions = {},
): Promise<Ended> {
  const before = { ...process.env };
  Object.assign(process.env, {
    ...{ RUNNER_TEMP: temp, GITHUB_EVENT_NAME: 'push', GITHUB_RUN_ID: options.run ?? '1' },
    ...{ GITHUB_RUN_ATTEMPT: String(options.attempt ?? 1) },
    ...options.env,
    ...Object.fromEntries(Object.entries(given).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value])),
  });
  try {
    return await run(await load(name), temp, options);
  } finally {
    for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key];
    Object.assign(process.env, before);
  }
}

async function run(action: AnyAction, temp: string, options: RunOptions): Promise<Ended> {
  const { GITHUB_RUN_ID = '1', GITHUB_RUN_ATTEMPT } = process.env;
  const warnings: string[] = [];
  const log: string[] = [];
  const path = join(temp, 'rollback-record.jsonl');
  const controller = new AbortController();
  let isKilled = false;
  const cancel = () => controller.abort(new CancelledError('SIGINT'));
  const kill = () => {
    isKilled = true;
    controller.abort(new CancelledError('SIGKILL'));
  };
  try {
    const defaults = await loadDefaults({
      ...{ path: process.env.INPUT_CONFIG, environment: undefined, component: undefined },
      action: action.name,
    });
    const all = readInputs({ ...commonInputs, ...action.inputs }, process.env, defaults);
    const common = { ...(all as CommonInputs), environment: defaults.environment };
    requireReason(action, all as Inputs, common);
    const rollbackId = `${GITHUB_RUN_ID}-${GITHUB_RUN_ATTEMPT}`;
    const redact = (text: string) => text;
    const write = openRecord(path, rollbackId, { redact, warn: (sentence) => warnings.push(sentence) });
    let count = 0;
    const record: Context['record'] = (event) => {
      // Who is dead writes nothing more.
      if (isKilled) return;
      write(event);
      options.onEvent?.(++count, { cancel, kill });
    };
    const context: Context = {
      signal: controller.signal,
      timeout: common.timeout,
      log: {
        info: (line) => log.push(line),
        warn: (sentence) => warnings.push(sentence),
        group: (title, lines) => log.push(title, ...lines),
      },
      ...{ mask() {}, redact, load, registerCleanup: () => () => {}, recordPath: path, record },
      accepts: consentOf(common.accept, 'somebody', record),
      ...{ rollbackId, run: GITHUB_RUN_ID, reason: common.reason ?? '', dryRun: common.dryRun },
      environment: common.environment,
    };
    if (options.phase === 'post') {
      await action.post?.(all as Inputs, context);
      return {
        ...{ result: 'done', message: '', outputs: {}, summary: '' },
        warnings,
        log,
        record: recordOf(path),
      };
    }
    const { result, message, outputs = {}, summary = '' } = await recorded(action, all as Inputs, context);
    const said = RESULTS[result] === 'failed' ? 'failed' : result;
    return { result: said, message, outputs, summary, warnings, log, record: recordOf(path) };
  } catch (thrown) {
    const error = explained(thrown);
    const details = (thrown as Error).stack ?? '';
    const message = messageOf(error);
    return {
      result: 'failed',
      message,
      outputs: {},
      summary: details,
      warnings,
      log,
      record: recordOf(path),
    };
  }
}

const recordOf = (path: string): RecordEvent[] => {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  } catch {
    return [];
  }
};
