import { execFileSync, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Redis } from 'ioredis';
import { startRedis } from '../test/support/redis/server.ts';

/**
 * clear-cache beside `redis-cli --scan | xargs redis-cli unlink`: two million keys of which half go, and what another
 * client of the same server has to wait meanwhile. `npx node bench/cache.ts [keys] [rounds]`
 */

const KEYS = Number(process.argv[2] ?? 2_000_000);
const ROUNDS = Number(process.argv[3] ?? 3);

interface Run {
  readonly seconds: number;
  /** Milliseconds that 99 of 100 requests of another client took at most. */
  readonly p99: number;
}

if (process.send) await probe(Number(process.env.PROBE_PORT));
else await compare();

/** Another client: one request after another, a millisecond between them, until it is told to stop. */
async function probe(port: number): Promise<void> {
  const client = new Redis({ port, host: '127.0.0.1' });
  const times: number[] = [];
  let isOver = false;
  process.once('message', () => {
    isOver = true;
  });
  await client.set('probe', 'x');
  process.send?.('ready');
  while (!isOver) {
    const started = performance.now();
    await client.get('probe');
    times.push(performance.now() - started);
    await new Promise((next) => setTimeout(next, 1));
  }
  times.sort((a, b) => a - b);
  process.send?.(times[Math.floor(times.length * 0.99)] ?? 0);
  client.disconnect();
  process.disconnect();
}

async function compare(): Promise<void> {
  const server = await startRedis({ settings: ['--enable-debug-command', 'yes'] });
  const ways = {
    shell: () => shell(server.port),
    'clear-cache': () => action(server.port, {}),
    'clear-cache, pause: 0': () => action(server.port, { INPUT_PAUSE: '0' }),
  };
  const runs = new Map<string, Run[]>(Object.keys(ways).map((name) => [name, []]));
  try {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [name, way] of Object.entries(ways)) {
        await seed(server.client);
        const run = await beside(server.port, way);
        runs.get(name)?.push(run);
        const left = await server.client.dbsize();
        if (left > KEYS / 2 + 1) throw new Error(`${name} has left ${left} keys.`);
        console.log(`${name}: ${run.seconds.toFixed(1)} s, p99 ${run.p99.toFixed(1)} ms`);
      }
  } finally {
    await server.stop();
  }
  const shellRun = median(runs.get('shell') ?? []);
  console.log(
    '\n| | Seconds | Of the shell | p99 of another client | Of the shell |\n| --- | --- | --- | --- | --- |',
  );
  for (const [name, all] of runs) {
    const { seconds, p99 } = median(all);
    const share = (own: number, other: number) => (own / other).toFixed(2);
    console.log(
      `| ${name} | ${seconds.toFixed(1)} | ${share(seconds, shellRun.seconds)} | ${p99.toFixed(1)} ms | ${share(p99, shellRun.p99)} |`,
    );
  }
}

async function seed(client: Redis): Promise<void> {
  await client.flushall('SYNC');
  await client.call('DEBUG', 'POPULATE', String(KEYS / 2), 'shop:product');
  await client.call('DEBUG', 'POPULATE', String(KEYS / 2), 'other:thing');
}

async function beside(port: number, way: () => Promise<void>): Promise<Run> {
  const child = fork(import.meta.filename, { env: { ...process.env, PROBE_PORT: String(port) } });
  await new Promise((ready) => child.once('message', ready));
  const started = performance.now();
  await way();
  const seconds = (performance.now() - started) / 1000;
  const told = new Promise<number>((done) => child.once('message', (p99) => done(Number(p99))));
  child.send('stop');
  return { seconds, p99: await told };
}

async function shell(port: number): Promise<void> {
  const cli = `redis-cli -p ${port}`;
  execFileSync('bash', ['-c', `${cli} --scan --pattern 'shop:*' | xargs ${cli} unlink > /dev/null`]);
}

function action(port: number, inputs: Record<string, string>): Promise<void> {
  const temp = mkdtempSync(join(tmpdir(), 'bench-cache-'));
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(temp, name)]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');
  const env = {
    PATH: process.env.PATH,
    RUNNER_TEMP: temp,
    ...files,
    'INPUT_REDIS-URL': `redis://127.0.0.1:${port}`,
    INPUT_PREFIX: 'shop:',
    INPUT_REASON: 'bench',
    ...inputs,
  };
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '../dist/clear-cache/index.js')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((done, failed) => {
    child.once('exit', (code) => {
      rmSync(temp, { recursive: true, force: true });
      if (code === 0) done();
      else failed(new Error(`clear-cache ended with ${code}.`));
    });
  });
}

/** The run in the middle. */
function median(runs: readonly Run[]): Run {
  const middle = (of: (run: Run) => number) =>
    runs.map(of).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  return { seconds: middle(({ seconds }) => seconds), p99: middle(({ p99 }) => p99) };
}
