import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { ActionError } from '../../base/errors.ts';
import { WAITS } from '../../base/waits.ts';
import { linesWithin, textWithin } from '../bounded.ts';

/** Where and how a program runs. */
export interface CommandOptions {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/**
 * The path of a program by its name or path. The actions that set Terraform up put a wrapper in its place, which
 * mixes its own lines into the output and passes no signal on: the real one lies beside it.
 *
 * @throws ActionError where there is none
 */
export function findProgram(name: string, path = ''): string {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const places = name.includes('/') ? [resolve(name)] : folders.map((folder) => join(folder, name));
  const found = places.find(isProgram);
  if (!found) {
    throw new ActionError(
      `There is no program ${name} on the runner; set it up before this step, or say where it is in the input \`terraform\`.`,
    );
  }
  const real = join(dirname(found), `${basename(found)}-bin`);
  return existsSync(real) && isProgram(real) ? real : found;
}

/** Bytes of a program's output that are read: the JSON of a plan of ten thousand resources is a part of it. */
const MAX_OUTPUT_BYTES = 256 * 1024 ** 2;
/** Bytes of its standard error. */
const MAX_ERRORS_BYTES = 16 * 1024 ** 2;
/** Signs of a line of its output. */
const MAX_LINE = 1024 ** 2;

/**
 * Runs a program that only reads, to its end; its output stays in memory.
 *
 * @throws ActionError where that is too much
 */
export async function capture(
  program: string,
  args: readonly string[],
  { directory, environment, signal }: CommandOptions,
): Promise<{ code: number | null; output: string; errors: string }> {
  signal.throwIfAborted();
  const child = spawn(program, args, { cwd: directory, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = interrupting(child, signal);
  try {
    const most = (stream: Readable, bytes: number) =>
      textWithin(stream, bytes).then(({ text, isCut }) => {
        if (!isCut) return text;
        child.kill('SIGKILL');
        throw new ActionError(
          `${basename(program)} ${args[0]} printed more than ${bytes / 1024 ** 2} MiB, which is not read; see what its backend gives.`,
        );
      });
    const [code, output, errors] = await Promise.all([
      ended(child),
      most(child.stdout, MAX_OUTPUT_BYTES),
      most(child.stderr, MAX_ERRORS_BYTES),
    ]);
    signal.throwIfAborted();
    return { code, output, errors };
  } finally {
    stop();
  }
}

/**
 * Runs a program that may hold a lock or write a state, to its end, however long that takes: when the signal aborts, it gets
 * one SIGINT, on which it ends what it is doing, writes the state and releases the lock; a second one or SIGKILL would lose
 * them. It outlives this process: it has a session of its own and writes to a file, because a pipe without a reader would end
 * it.
 *
 * @param file where its output goes
 * @returns its exit code; null where a signal ended it. It is for the caller to look at `signal` then.
 */
export async function follow(
  program: string,
  args: readonly string[],
  { directory, environment, signal }: CommandOptions,
  {
    file,
    onLine,
    onStart = () => {},
    onInterrupt = () => {},
  }: {
    file: string;
    onLine: (line: string) => void;
    onStart?: (pid: number) => void;
    onInterrupt?: () => void;
  },
): Promise<number | null> {
  signal.throwIfAborted();
  const output = openSync(file, 'wx', 0o600);
  const child = spawn(program, args, {
    cwd: directory,
    // At the end of a job the runner kills every process that has its tracking id.
    env: { ...environment, RUNNER_TRACKING_ID: '' },
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  if (child.pid) onStart(child.pid);
  const tail = startTail(file, onLine);
  const stop = interrupting(child, signal, onInterrupt);
  try {
    return await ended(child);
  } finally {
    stop();
    tail.end();
  }
}

function interrupting(child: ChildProcess, signal: AbortSignal, before = () => {}): () => void {
  const interrupt = () => {
    before();
    child.kill('SIGINT');
  };
  signal.addEventListener('abort', interrupt, { once: true });
  return () => signal.removeEventListener('abort', interrupt);
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done, failed) => child.once('error', failed).once('close', done));
}

/** Reads what is added to a file, line by line. */
function startTail(file: string, onLine: (line: string) => void): { end(): void } {
  const input = openSync(file, 'r');
  const chunk = Buffer.alloc(64 * 1024);
  const lines = linesWithin(MAX_LINE, onLine);
  const scan = () => {
    for (let bytes = readSync(input, chunk); bytes > 0; bytes = readSync(input, chunk))
      lines.hear(chunk.subarray(0, bytes));
  };
  const timer = setInterval(scan, WAITS.TERRAFORM_POLL_MS);
  return {
    end() {
      clearInterval(timer);
      scan();
      lines.end();
      closeSync(input);
    },
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether a process of an earlier run is still there and is what it was: it has `argument` on its command line. */
export function isRunning(pid: number, argument: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(argument);
  } catch {
    return false;
  }
}

/** Asks a process to stop; one that has ended meanwhile has. */
export function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
