import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RecordEvent } from '../../src/record/record.ts';

const dist = resolve(import.meta.dirname, '../../dist');
/** Node's cache of what it has compiled: an action starts some hundred times in a run of tests, and a quarter of that is compiling. */
const COMPILED = join(tmpdir(), 'rollback-actions-compiled');

/** What a step of a workflow leaves behind. */
export interface StepResult {
  readonly exitCode: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly record: readonly RecordEvent[];
  /** The messages of `::error::` and `::warning::` lines. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

export interface StepOptions {
  /** Inputs by the names that users write: `max-parallel`. */
  readonly with: Readonly<Record<string, string>>;
  /** The run's id; two steps of one run share it. */
  readonly run?: string;
  /** `GITHUB_STATE` of the main phase: given, this is the post phase. */
  readonly state?: Readonly<Record<string, string>>;
  /** The runner's temporary folder; steps of one job share it. */
  readonly temp?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A step that runs: its process, its log so far, and what it leaves behind. */
export interface RunningStep {
  readonly process: ChildProcess;
  log(): string;
  readonly result: Promise<StepResult>;
}

/** Runs an action from dist/ to its end, as the runner does: a process, `INPUT_*` and the command files. */
export function runAction(name: string, options: StepOptions): Promise<StepResult> {
  return startAction(name, options).result;
}

/** The same, for tests that cancel or kill it on the way. */
export function startAction(name: string, options: StepOptions): RunningStep {
  const temp = options.temp ?? mkdtempSync(join(tmpdir(), 'runner-'));
  const files = { GITHUB_OUTPUT: '', GITHUB_STATE: '', GITHUB_STEP_SUMMARY: '' };
  for (const key of Object.keys(files) as (keyof typeof files)[]) {
    files[key] = join(temp, `${key.toLowerCase()}-${randomUUID()}`);
    writeFileSync(files[key], '');
  }
  const inputs = Object.entries(options.with).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]);
  const state = Object.entries(options.state ?? {}).map(([key, value]) => [`STATE_${key}`, value]);
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(dist, name, 'index.js')], {
    cwd: temp,
    env: {
      PATH,
      HOME,
      // A test file that shortens waits of the product does so in its children too (src/base/waits.ts).
      ROLLBACK_TEST_WAITS: process.env.ROLLBACK_TEST_WAITS,
      NODE_COMPILE_CACHE: COMPILED,
      RUNNER_TEMP: temp,
      GITHUB_RUN_ID: options.run ?? randomUUID(),
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_EVENT_NAME: 'push',
      ...files,
      ...Object.fromEntries([...inputs, ...state]),
      ...options.env,
    },
  });
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const result = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  }).then((exitCode) => ({
    exitCode,
    log,
    outputs: keyValues(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
    state: keyValues(readFileSync(files.GITHUB_STATE, 'utf8')),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    record: recordOf(temp),
    errors: annotations(log, 'error'),
    warnings: annotations(log, 'warning'),
  }));
  return { process: child, log: () => log, result };
}

/** Every line of the record: a run leaves none that is cut, not even one that was killed, but where the disk is full. */
function recordOf(temp: string): RecordEvent[] {
  const path = join(temp, 'rollback-record.jsonl');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  const whole = statfsSync(temp).bavail > 0 ? lines : lines.filter((line) => line.endsWith('}'));
  return whole.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** Reads the `name<<delimiter` blocks of a command file. */
function keyValues(text: string): Record<string, string> {
  const blocks = text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries([...blocks].map(([, name, , value]) => [name, value]));
}

function annotations(log: string, kind: string): string[] {
  const lines = log.matchAll(new RegExp(`^::${kind}[^:]*::(.*)$`, 'gm'));
  return [...lines].map(([, message = '']) =>
    message.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%'),
  );
}
