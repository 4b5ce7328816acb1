import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Redis } from 'ioredis';
import { startRedis, type TestServer } from '../test/support/redis/server.ts';
import { measure, median, peakMegabytes, TELL_MEMORY, tableOf, times } from './measure.ts';
import type { Benchmark } from './results.ts';

/** Rounds, and keys of which half go; the last number is the one that is compared. */
const FULL = { rounds: 5, sizes: [200_000, 2_000_000] };
const QUICK = { rounds: 1, sizes: [20_000, 200_000] };

interface Run {
  readonly seconds: number;
  /** Milliseconds that 99 of 100 requests of another client took at most. */
  readonly p99: number;
  /** The most memory that it took; undefined for the shell's two programs. */
  readonly megabytes: number | undefined;
}
type Way = (port: number) => Promise<number | undefined>;

const WAYS: Readonly<Record<string, Way>> = {
  'redis-cli --scan | xargs redis-cli unlink': async (port) => {
    const cli = `redis-cli -p ${port}`;
    execFileSync('bash', ['-c', `${cli} --scan --pattern 'shop:*' | xargs ${cli} unlink > /dev/null`]);
    return undefined;
  },
  'clear-cache': (port) => action(port, {}),
  'clear-cache, `pause: 0`': (port) => action(port, { INPUT_PAUSE: '0' }),
};

/** clear-cache beside what one would type into a shell, and what another client of the server waits for meanwhile. */
export const cache: Benchmark = {
  title: 'Cache',
  async run(quick) {
    const { rounds, sizes } = quick ? QUICK : FULL;
    const server = await startRedis({ settings: ['--enable-debug-command', 'yes'] });
    comesFirst(server.process);
    try {
      const version = /redis_version:(\S+)/.exec(await server.client.info('server'))?.[1];
      const rows: string[][] = [];
      for (const size of sizes)
        rows.push(...(await compare(server, size, size === sizes.at(-1) ? rounds : 1)));
      return {
        versions: [`Redis ${version}`],
        tables: [
          {
            title: 'Keys with a prefix, which are half of all',
            says: `Median of ${rounds} rounds, in turn, of the whole process; one round of the smaller number. p99 is that of another client, which asks for one key again and again, a millisecond after each answer. Where it may, the benchmark gives the server and that client priority over all else on the machine, as if each had one of its own. \`pause: 0\` never rests.`,
            table: tableOf(
              ['keys', 'way', 'seconds', 'to the shell', 'p99, ms', 'to the shell', 'peak MiB'],
              rows,
            ),
          },
        ],
      };
    } finally {
      await server.stop();
    }
  },
};

/** A row a way. */
async function compare(server: TestServer, size: number, rounds: number): Promise<string[][]> {
  const runs = new Map<string, Run[]>(Object.keys(WAYS).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, way] of Object.entries(WAYS)) {
      await seed(server.client, size);
      runs.get(name)?.push(await beside(server.port, way));
      const left = await server.client.dbsize();
      if (left > size / 2 + 1) throw new Error(`${name} has left ${left} keys.`);
    }
  const middle = (name: string, of: (run: Run) => number) => median((runs.get(name) ?? []).map(of));
  const [shell = ''] = runs.keys();
  return [...runs].map(([name, all]) => {
    const seconds = middle(name, (run) => run.seconds);
    const p99 = middle(name, (run) => run.p99);
    return [
      String(size),
      name,
      seconds.toFixed(2),
      times(
        seconds,
        middle(shell, (run) => run.seconds),
      ),
      p99.toFixed(1),
      times(
        p99,
        middle(shell, (run) => run.p99),
      ),
      all[0]?.megabytes === undefined ? '' : middle(name, (run) => run.megabytes ?? 0).toFixed(0),
    ];
  });
}

async function seed(client: Redis, size: number): Promise<void> {
  await client.flushall('SYNC');
  await client.call('DEBUG', 'POPULATE', String(size / 2), 'shop:product');
  await client.call('DEBUG', 'POPULATE', String(size / 2), 'other:thing');
}

/** What is measured is the server's work, and not what else the machine has to do. */
function comesFirst({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, -10);
  } catch {
    // Who is not root does without.
  }
}

async function beside(port: number, way: Way): Promise<Run> {
  const child = fork(resolve(import.meta.dirname, 'cache-probe.ts'), {
    env: { ...process.env, PROBE_PORT: String(port) },
  });
  comesFirst(child);
  await new Promise((ready, failed) => {
    child.once('message', ready);
    child.once('exit', () => failed(new Error('The other client did not get to the server.')));
  });
  const started = performance.now();
  const megabytes = await way(port);
  const seconds = (performance.now() - started) / 1000;
  const told = new Promise<number>((done) => child.once('message', (p99) => done(Number(p99))));
  child.send('stop');
  return { seconds, p99: await told, megabytes };
}

/** Runs the bundle as a runner would; gives the most memory that it took. */
async function action(port: number, inputs: Record<string, string>): Promise<number> {
  const temp = mkdtempSync(join(tmpdir(), 'bench-cache-'));
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(temp, name)]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');
  const env = {
    RUNNER_TEMP: temp,
    ...files,
    'INPUT_REDIS-URL': `redis://127.0.0.1:${port}`,
    INPUT_PREFIX: 'shop:',
    INPUT_REASON: 'bench',
    ...inputs,
  };
  const script = resolve(import.meta.dirname, '../dist/clear-cache/index.js');
  try {
    const { log } = await measure([process.execPath, '--import', TELL_MEMORY, script], env);
    return peakMegabytes(log);
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}
