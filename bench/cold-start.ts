import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median, moduleOf, peakMegabytes, TELL_MEMORY, tableOf, times } from './measure.ts';
import { type Peer, PUBLISHED, peers } from './peers.ts';
import type { Benchmark, Table } from './results.ts';

const ROUNDS = 11;
const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** A module for Node's `--import` after which a process says at its end how much of its files it loaded. */
const TELL_LOADED = moduleOf(`
  import { statSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  import { fileURLToPath } from 'node:url';
  let bytes = 0;
  registerHooks({ load(url, context, next) {
    if (url.startsWith('file:')) bytes += statSync(fileURLToPath(url)).size;
    return next(url, context);
  } });
  process.on('exit', () => console.log('loaded ' + bytes));
`);

/** What an action costs before it does anything. */
export const coldStart: Benchmark = {
  title: 'Cold start and size',
  async run(quick) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    try {
      const others = await peers(folder);
      const table = await starts(folder, others, quick ? 3 : ROUNDS);
      const versions = others.flatMap(({ version }) => version ?? []);
      return { versions, tables: [table, sizes()] };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function starts(folder: string, others: readonly Peer[], rounds: number): Promise<Table> {
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const ours = readdirSync(join(root, 'actions')).map((name) => ({
    name,
    script: join(dist, name, 'index.js'),
  }));
  const all: Peer[] = [{ name: 'an empty script (floor)', script: empty }, ...ours, ...others];
  const medians = await inTurn(
    all.map((peer) => () => untilEnd(peer, folder)),
    rounds,
  );
  const [floor = Number.NaN] = medians;
  const rows: string[][] = [];
  for (const [index, peer] of all.entries()) {
    const { log } = await start(peer, folder, ['--import', TELL_LOADED, '--import', TELL_MEMORY]);
    const [, loaded] = /^loaded (\d+)/m.exec(log) ?? [];
    const took = medians[index] ?? Number.NaN;
    rows.push([
      peer.name,
      took.toFixed(0),
      times(took, floor),
      (Number(loaded) / 1e6).toFixed(2),
      peakMegabytes(log).toFixed(0),
    ]);
  }
  const [first = Number.NaN] = await inTurn([() => untilFirstRequest(folder)], rounds);
  return {
    title: `From a process's start to its end with one sentence, median of ${rounds}`,
    says: `Each is loaded, reads its inputs, and ends because one is missing; Cypress's is told to do nothing. What is loaded is the size of its files that Node reads for that. With all its inputs, rollback-service has its first connection to the API server after ${first.toFixed(0)} ms.`,
    table: tableOf(['action', 'ms', 'to the floor', 'MB loaded', 'peak MiB'], rows),
  };
}

function sizes(): Table {
  const bytes = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  const count = readdirSync(join(root, 'actions')).length;
  return {
    title: 'What a runner downloads',
    says: "All actions here are chunks of one bundle, so that a workflow which uses several downloads it once. The others' main bundles are as public copies of their repositories held them at that commit, in characters, with neither their post step's bundle nor anything else.",
    table: tableOf(
      ['bundle', 'MB', 'commit'],
      [
        [`dist/ here, with ${count} actions`, (bytes / 1e6).toFixed(2), ''],
        ...PUBLISHED.map(({ file, characters, commit }) => [file, (characters / 1e6).toFixed(2), commit]),
      ],
    ),
  };
}

/** The median of each, taken round by round, so that what else the machine does meets all of them. */
async function inTurn(runs: readonly (() => Promise<number>)[], rounds: number): Promise<number[]> {
  const figures = runs.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++)
    for (const [index, run] of runs.entries()) figures[index]?.push(await run());
  return figures.map(median);
}

async function untilEnd(peer: Peer, folder: string): Promise<number> {
  const begun = performance.now();
  await start(peer, folder);
  return performance.now() - begun;
}

/** Runs it as the first step of a job would run: nothing is on record yet, where `report` would report what the others did. */
async function start(
  { script, inputs = { INPUT_REASON: 'benchmark' } }: Peer,
  folder: string,
  options: readonly string[] = [],
): Promise<{ log: string }> {
  const cwd = join(folder, 'work');
  mkdirSync(cwd, { recursive: true });
  const child = spawn(process.execPath, [...options, script], {
    cwd,
    env: { RUNNER_TEMP: mkdtempSync(join(folder, 'temp-')), HOME: folder, ...inputs },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
  await new Promise((done) => child.on('close', done));
  return { log };
}

async function untilFirstRequest(folder: string): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const kubeconfig = join(folder, 'kubeconfig');
  const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(
    kubeconfig,
    `{clusters: [{name: c, cluster: {server: "${address}"}}], users: [{name: u, user: {token: bench}}], contexts: [{name: c, context: {cluster: c, user: u}}], current-context: c}`,
  );
  const begun = performance.now();
  const child = spawn(process.execPath, [join(dist, 'rollback-service/index.js')], {
    stdio: 'ignore',
    env: {
      INPUT_KUBECONFIG: kubeconfig,
      INPUT_WORKLOADS: 'all',
      INPUT_REASON: 'benchmark',
      RUNNER_TEMP: folder,
    },
  });
  const gone = new Promise((done) => child.on('close', done));
  const milliseconds = await new Promise<number>((done) =>
    server.once('connection', (socket) => {
      done(performance.now() - begun);
      socket.destroy();
    }),
  );
  child.kill('SIGKILL');
  await gone;
  server.close();
  return milliseconds;
}
