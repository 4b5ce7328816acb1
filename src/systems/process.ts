import { execFile, spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { getExecOutput } from '@actions/exec';
import { ActionError, messageOf } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import { linesWithin } from './bounded.ts';

/** What a program gets of the runner's environment: what finds programs, files and time, and no secret. */
const INHERITED = ['PATH', 'HOME', 'USER', 'TMPDIR', 'TZDIR', 'LD_LIBRARY_PATH', 'SYSTEMROOT'];
/** Lines of standard error that are kept for the details of a failure. */
const LAST_LINES = 40;
/** Signs of a line of theirs that are read. */
const LONGEST_LINE = 64 * 1024;

interface Finished {
  /** The exit code; undefined where a signal ended it. */
  readonly code: number | undefined;
  /** The last lines of standard error. */
  readonly errors: readonly string[];
}

interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Ends the program: SIGINT, then SIGKILL. */
  readonly signal: AbortSignal;
  /** What it reads; where it ends with an error the program is killed, so that it cannot take it for the end. */
  readonly input?: Readable;
  /** Where its output goes; without it, it is discarded. */
  readonly output?: Writable;
  /** Every line of its standard error, as it comes. */
  readonly onError?: (line: string) => void;
}

interface ProgramOutput {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs a program that says a few lines of its own, such as its version, without a shell, and gives all of its output; `undefined`
 * where there is no such program. Nothing of it is written to the log.
 */
export async function answerOf(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ProgramOutput | undefined> {
  try {
    const { exitCode, stdout, stderr } = await getExecOutput(quoted(file), [...args], {
      silent: true,
      ignoreReturnCode: true,
      env: environmentWith(environment),
    });
    return { code: exitCode, output: stdout, errors: stderr };
  } catch (error) {
    // The package says the same of all programs that it cannot start, in words alone.
    if (/Unable to locate executable|no such file|ENOENT|EACCES/i.test(messageOf(error))) return undefined;
    throw error;
  }
}

/** The package splits its first argument at blanks. */
const quoted = (file: string) => `"${file.replaceAll('"', '\\"')}"`;

/** Bytes of a program's output that are kept; the list of an archive with a million entries is a part of it. */
const MAX_OUTPUT_BYTES = 256 * 1024 ** 2;
/** What a program that is not there, or is none, fails with. */
const NO_PROGRAM = ['ENOENT', 'EACCES', 'ENOTDIR'];

/**
 * Runs a program that prints untrusted text, without a shell, and gives all of its output; `undefined` where there is no such
 * program. It is ended where it prints too much, which `@actions/exec` cannot do. Nothing of it is written to the log.
 *
 * @throws ActionError where it printed too much
 */
export function outputOf(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ProgramOutput | undefined> {
  const options = { env: environmentWith(environment), maxBuffer: MAX_OUTPUT_BYTES };
  return new Promise((resolve, reject) => {
    execFile(file, [...args], options, (error, output, errors) => {
      if (!error) resolve({ code: 0, output, errors });
      else if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
        reject(
          new ActionError(
            `${basename(file)} printed more than ${MAX_OUTPUT_BYTES / 1024 ** 2} MiB; what it reads is not what it should be.`,
          ),
        );
      else if (typeof error.code === 'string')
        NO_PROGRAM.includes(error.code) ? resolve(undefined) : reject(error);
      // A signal has no code; none of PostgreSQL's programs ends with this one.
      else resolve({ code: error.code ?? 255, output, errors });
    });
  });
}

/**
 * Runs a long program, without a shell, to its end.
 *
 * @throws the signal's reason when it was cancelled, what `input` or `output` failed with, or what kept it from starting
 */
export async function run(file: string, args: readonly string[], options: RunOptions): Promise<Finished> {
  const { signal, input, output, onError } = options;
  signal.throwIfAborted();
  const child = spawn(file, args, {
    env: environmentWith(options.environment ?? {}),
    stdio: [input ? 'pipe' : 'ignore', output ? 'pipe' : 'ignore', 'pipe'],
  });
  let kill: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill('SIGINT');
    kill = setTimeout(() => child.kill('SIGKILL'), WAITS.PROCESS_KILL_MS);
  };
  signal.addEventListener('abort', stop, { once: true });
  const errors: string[] = [];
  const lines = linesWithin(LONGEST_LINE, (line) => {
    errors.push(line);
    if (errors.length > LAST_LINES) errors.shift();
    onError?.(line);
  });
  child.stderr?.on('data', lines.hear).on('end', lines.end);
  const ended = new Promise<number | undefined>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve(code ?? undefined));
  });
  const flows = [
    input && feed(input, child.stdin as Writable, () => child.kill('SIGKILL')),
    output && pipeline(child.stdout as Readable, output),
  ];
  try {
    const [code] = await Promise.all([ended, ...flows]);
    signal.throwIfAborted();
    return { code, errors };
  } catch (error) {
    child.kill('SIGKILL');
    await ended.catch(() => {});
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(kill);
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Gives a program its input, or kills it where that fails. Once the program reads no more, what becomes of its input is
 * no failure: it says itself why it left, perhaps a while later.
 */
async function feed(input: Readable, stdin: Writable, kill: () => void): Promise<void> {
  let hasLeft = false;
  const leave = () => {
    hasLeft = true;
  };
  stdin.once('error', leave).once('close', leave);
  let failure = input.errored;
  if (failure) kill();
  // Before the pipeline closes its standard input, which it would take for the end.
  input.prependOnceListener('error', (error) => {
    if (hasLeft) return;
    failure = error;
    kill();
  });
  await pipeline(input, stdin).catch(() => {});
  if (failure) throw failure;
}

function environmentWith(more: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = INHERITED.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  // What the programs say is read, so it must be in one language and one time zone.
  return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC', ...more };
}
