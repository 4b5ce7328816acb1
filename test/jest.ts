import { execFileSync, spawn } from 'node:child_process';
import { availableParallelism, constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { postgresPrograms } from './setup/artifacts.ts';
import { setUp } from './setup/set-up.ts';

const root = resolve(import.meta.dirname, '..');
const JEST = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')];

/** Tests wait for servers, for locks of each other's and for time-outs: with a worker a core, the cores idle. */
const WORKERS = 3 * availableParallelism();

export interface Run {
  readonly projects: readonly string[];
  /** What jest takes, as somebody has typed it. */
  readonly words: readonly string[];
  /** Whether tests of several versions of a server run on all of them, or on the newest alone. */
  readonly isEveryVersion?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** The test files that jest would run. */
export function filesOf({ projects, words }: Run): string[] {
  const listing = [...JEST, '--listTests', ...projects.map((name) => `--selectProjects=${name}`), ...words];
  const said = execFileSync(process.execPath, listing, { cwd: root, encoding: 'utf8' });
  return said.split('\n').filter((line) => line.endsWith('.test.ts'));
}

/** Sets up what its files need, runs them to the end and answers jest's exit code; above 128 where a signal ended it. */
export async function runJest(run: Run): Promise<number> {
  const { projects, words, isEveryVersion = false, env = {} } = run;
  const files = filesOf(run);
  const left = await setUp(files, isEveryVersion);
  const command = [
    ...JEST,
    ...(words.some((word) => word.startsWith('--maxWorkers')) ? [] : [`--maxWorkers=${WORKERS}`]),
    // Only a test that hangs needs as long, however busy the machine is: what must be quick is expected to be, by the test.
    '--testTimeout=300000',
    ...['--reporters=default', '--reporters=./test/support/summary.js'],
    ...projects.map((name) => `--selectProjects=${name}`),
    ...words,
    ...files.filter((file) => !left.includes(file)).map((file) => `--testPathIgnorePatterns=${file}`),
  ];
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, PATH: pathOfTests(), ...(isEveryVersion && { EVERY_VERSION: '1' }), ...env },
    stdio: 'inherit',
    detached: true,
  });
  // Jest that is interrupted leaves its workers, and they their servers: all of them are one group of processes.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal);
    });
  return new Promise((done, failed) => {
    child
      .on('error', failed)
      .on('exit', (code, signal) => done(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
  });
}

/** What tests and the actions that they start find programs by: those that fit the newest server first. */
function pathOfTests(): string {
  const own = postgresPrograms.isThere ? [postgresPrograms.path('bin')] : [];
  return [...own, process.env.PATH].join(delimiter);
}
