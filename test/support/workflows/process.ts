import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files by which a step tells the runner something. */
const FILES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const;

/** How long after SIGINT a runner sends SIGTERM, and how long after that it kills, in milliseconds. */
const PATIENCE = { interrupted: 7500, terminated: 2500 };

/** What a process of a step leaves behind. */
export interface Ended {
  readonly exitCode: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly summary: string;
}

export interface Command {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The runner's temporary folder. */
  readonly temp: string;
  /** Cancels it, as the runner does: SIGINT, then SIGTERM, then SIGKILL for all that it started. */
  readonly cancel: AbortSignal;
  /** The machine goes away: SIGKILL at once, for all that it started. */
  readonly death: AbortSignal;
  /** Is told what it prints, while it runs. */
  onText(text: string): void;
}

/** Runs one process of a step to its end. */
export async function runProcess({ argv, cwd, env, temp, cancel, death, onText }: Command): Promise<Ended> {
  const files = Object.fromEntries(FILES.map((name) => [name, join(temp, `${name}-${randomUUID()}`)]));
  for (const file of Object.values(files)) writeFileSync(file, '');
  const [command, ...args] = argv;
  // A group of its own, so that all that it started can be killed.
  const child = spawn(command, args, { cwd, env: { ...env, ...files }, detached: true });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      onText(text);
    });
  }
  const stop = stopOn(cancel, child);
  const die = () => killGroup(child);
  death.addEventListener('abort', die);
  const exitCode = await new Promise<number | null>((done, failed) =>
    child.on('error', failed).on('close', done),
  ).finally(() => {
    stop();
    death.removeEventListener('abort', die);
  });
  const read = (name: (typeof FILES)[number]) => readFileSync(files[name] as string, 'utf8');
  return {
    exitCode,
    log,
    outputs: keyValues(read('GITHUB_OUTPUT')),
    state: keyValues(read('GITHUB_STATE')),
    env: keyValues(read('GITHUB_ENV')),
    path: read('GITHUB_PATH').split('\n').filter(Boolean),
    summary: read('GITHUB_STEP_SUMMARY'),
  };
}

/** Sends the signals of a cancellation when it comes; the function returned ends that. */
function stopOn(cancel: AbortSignal, child: ChildProcess): () => void {
  const timers: NodeJS.Timeout[] = [];
  const interrupt = () => {
    child.kill('SIGINT');
    timers.push(setTimeout(() => child.kill('SIGTERM'), PATIENCE.interrupted));
    timers.push(setTimeout(() => killGroup(child), PATIENCE.interrupted + PATIENCE.terminated));
  };
  if (cancel.aborted) interrupt();
  cancel.addEventListener('abort', interrupt);
  return () => {
    cancel.removeEventListener('abort', interrupt);
    for (const timer of timers) clearTimeout(timer);
  };
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Reads a command file: lines `name=value`, and blocks that begin with `name<<delimiter`. */
function keyValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    if (!line) continue;
    const [, name, mark, rest] = /^(.*?)(<<|=)(.*)$/.exec(line) ?? [];
    if (!name || rest === undefined)
      throw new Error(`The runner does not take this line of a command file: ${line}`);
    if (mark === '=') {
      values[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest, index + 1);
    if (end < 0) throw new Error(`A command file has no end "${rest}" of the value of ${name}.`);
    values[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return values;
}
