import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build, cacheDirectory } from './build.ts';
import { startControlPlane } from './control-plane.ts';

const usage = `Usage: node test/control-plane/cli.ts up [readyMs] | down | build
  up     starts a control plane that stays until \`down\`, and prints the line that points kubectl at it
  down   ends it
  build  only builds the binaries`;

const stateFile = join(cacheDirectory(), 'control-plane.json');
const logFile = join(cacheDirectory(), 'control-plane.log');

interface State {
  pid: number;
  kubeconfig: string;
  kubectl: string;
  directory: string;
  podIP: string;
}

const commands: Record<string, (argument?: string) => Promise<void>> = { up, down, build: buildOnly, serve };

const [name = '', argument] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  console.error(usage);
  process.exit(2);
}
await command(argument).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});

async function up(readyMs?: string): Promise<void> {
  const before = await runningState();
  if (before !== undefined) return printState(before);
  await buildOnly();
  await rm(stateFile, { force: true });
  const log = openSync(logFile, 'w');
  const server = spawn(process.execPath, [import.meta.filename, 'serve', readyMs ?? ''], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  for (;;) {
    const state = await runningState();
    if (state !== undefined) {
      server.unref();
      return printState(state);
    }
    if (server.exitCode !== null) throw new Error((await readFile(logFile, 'utf8')).trim());
    await sleep(100);
  }
}

async function down(): Promise<void> {
  const state = await runningState();
  if (state === undefined) return console.error('No control plane is up.');
  process.kill(state.pid, 'SIGTERM');
  while (await isOurs(state.pid)) await sleep(50);
}

async function buildOnly(): Promise<void> {
  await mkdir(cacheDirectory(), { recursive: true });
  console.error(`The binaries are in ${await build((line) => console.error(line))}.`);
}

/** What `up` leaves behind. */
async function serve(readyMs?: string): Promise<void> {
  const { kubeconfig, kubectl, directory, podIP, stop } = await startControlPlane(
    readyMs ? { readyMs: Number(readyMs) } : {},
  );
  const state: State = { pid: process.pid, kubeconfig, kubectl, directory, podIP };
  await writeFile(stateFile, JSON.stringify(state, null, 2));
  const forever = setInterval(() => {}, 2 ** 30);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.once(signal, async () => {
      clearInterval(forever);
      await stop();
      await rm(stateFile, { force: true });
    });
  }
}

async function runningState(): Promise<State | undefined> {
  const text = await readFile(stateFile, 'utf8').catch(() => undefined);
  // The file may be half written.
  if (text === undefined || !text.endsWith('}')) return undefined;
  const state: State = JSON.parse(text);
  return (await isOurs(state.pid)) ? state : undefined;
}

/** Process ids are used again: one that a state file names may have become somebody else's. */
async function isOurs(pid: number): Promise<boolean> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.split('\0').includes(import.meta.filename);
}

function printState({ kubeconfig, kubectl, podIP }: State): void {
  console.error(`Its kubectl is ${kubectl}; every pod has the address ${podIP}.`);
  console.log(`export KUBECONFIG=${kubeconfig}`);
}
