import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** One process of the control plane, that can be stopped and started again. */
export interface Component {
  readonly name: string;
  start(): void;
  stop(): Promise<void>;
  /** Sends its process a signal: SIGSTOP makes it hang, SIGCONT has it go on. */
  signal(name: NodeJS.Signals): void;
  /** Why it is not running, with the end of its log; undefined while it runs. */
  failure(): string | undefined;
  logTail(): string;
}

/** @param env more of the environment than this process has */
export function component(
  binary: string,
  args: string[],
  log: string,
  env: Record<string, string> = {},
): Component {
  const name = binary.slice(binary.lastIndexOf('/') + 1);
  let child: ChildProcess | undefined;
  let spawnError: Error | undefined;
  const running = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  const logTail = () => {
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    return `The end of ${log}:\n${lines.slice(-30).join('\n')}`;
  };

  return {
    name,
    logTail,
    start() {
      const output = openSync(log, 'a');
      spawnError = undefined;
      // setpriv has the kernel end the component when this process dies, however that happens.
      child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', binary, ...args], {
        cwd: dirname(log),
        env: { ...process.env, ...env },
        stdio: ['ignore', output, output],
      });
      child.on('error', (error) => {
        spawnError = error;
      });
      child.unref();
      closeSync(output);
    },
    async stop() {
      if (!running() || child?.pid === undefined) return;
      const { pid } = child;
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      child.ref();
      // Nothing here outlives the run but etcd's data, and etcd writes that before it answers: no need to ask politely.
      process.kill(pid, 'SIGKILL');
      await gone;
    },
    signal(name) {
      if (running()) child?.kill(name);
    },
    failure() {
      if (spawnError !== undefined) return `${name} cannot be started: ${spawnError.message}.`;
      if (running()) return undefined;
      return `${name} has ended (${child?.signalCode ?? `exit code ${child?.exitCode}`}). ${logTail()}`;
    },
  };
}

/** Polls until the check holds; an error names what was waited for and has the log's end of who kept us waiting. */
export async function waitFor(
  what: string,
  suspects: [Component, ...Component[]],
  seconds: number,
  check: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await check().catch(() => false))) {
    const failure = suspects.map((suspect) => suspect.failure()).find((reason) => reason !== undefined);
    if (failure !== undefined) throw new Error(`Waited until ${what}, in vain: ${failure}`);
    if (Date.now() > deadline) {
      throw new Error(`Waited ${seconds} s until ${what}, in vain. ${suspects[0].logTail()}`);
    }
    await sleep(50);
  }
}
