import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../port.ts';

/** What every server of the tests has as its password, where it has one. */
export const PASSWORD = 'R3d!s-Pässwort:@/';

export interface TestServer {
  readonly port: number;
  readonly process: ChildProcess;
  /** A client of its own, which `stop` closes. */
  readonly client: Redis;
  /** As a crash does, without a word to anybody. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Words of the command line: `--requirepass x`. */
  readonly settings?: readonly string[];
  readonly program?: string;
  readonly port?: number;
  /** How the test's own client gets in. */
  readonly password?: string;
}

/** A server of one's own on a free port, which keeps nothing on disk. */
export async function startRedis(options: ServerOptions = {}): Promise<TestServer> {
  const { settings = [], program = '/usr/bin/redis-server' } = options;
  // The port of a cluster's bus is ten thousand higher.
  const port = options.port ?? (await freePort());
  const directory = mkdtempSync(join(tmpdir(), 'redis-'));
  const log = join(directory, 'server.log');
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--logfile', log];
  const child = spawn(program, [...words, '--save', '', '--appendonly', 'no', ...settings], {
    stdio: 'ignore',
    cwd: directory,
  });
  const client = new Redis({
    port,
    host: '127.0.0.1',
    protocol: 2,
    lazyConnect: true,
    retryStrategy: () => 50,
    maxRetriesPerRequest: null,
    ...(options.password !== undefined && { password: options.password }),
  });
  client.on('error', () => {});
  await answering(client, child, log);
  const end = async (signal: NodeJS.Signals) => {
    client.disconnect();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return {
    port,
    process: child,
    client,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function answering(client: Redis, child: ChildProcess, log: string): Promise<void> {
  child.once('exit', () => client.disconnect());
  try {
    await client.connect().catch(() => {});
    await client.ping();
  } catch (error) {
    throw new Error(`The server did not start; ${log} says why.`, { cause: error });
  }
}

export interface TestSentinel {
  readonly port: number;
  /** Whether it knows a replica that could take over, and another sentinel where it takes two to decide. */
  isReady(): Promise<boolean>;
  stop(): Promise<void>;
}

/** A sentinel that watches one master under the name `shop`; `own` is what it wants from its own clients. */
export async function startSentinel(
  master: number,
  quorum: number,
  password?: string,
  own?: string,
  tls?: { ca: string; certificate: string; key: string },
): Promise<TestSentinel> {
  const directory = mkdtempSync(join(tmpdir(), 'sentinel-'));
  const file = join(directory, 'sentinel.conf');
  const lines = [
    `sentinel monitor shop 127.0.0.1 ${master} ${quorum}`,
    'sentinel down-after-milliseconds shop 500',
    'sentinel failover-timeout shop 3000',
    ...(password ? [`sentinel auth-pass shop "${password}"`] : []),
    ...(own ? [`requirepass "${own}"`] : []),
    ...(tls
      ? [
          'tls-replication yes',
          `tls-cert-file ${tls.certificate}`,
          `tls-key-file ${tls.key}`,
          `tls-ca-cert-file ${tls.ca}`,
          'tls-auth-clients no',
        ]
      : []),
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  const port = await freePort();
  const child = spawn(
    '/usr/bin/redis-server',
    [
      file,
      '--sentinel',
      tls ? '--tls-port' : '--port',
      String(port),
      ...(tls ? ['--port', '0'] : []),
      '--dir',
      directory,
    ],
    {
      stdio: 'ignore',
    },
  );
  const login = own === undefined ? {} : { password: own };
  const client = new Redis({
    port,
    ...login,
    ...(tls && { tls: { rejectUnauthorized: false } }),
    protocol: 2,
    retryStrategy: () => 50,
    maxRetriesPerRequest: null,
  });
  client.on('error', () => {});
  await client.ping();
  return {
    port,
    async isReady() {
      const replicas = (await client.call('SENTINEL', 'replicas', 'shop')) as string[][];
      const others = (await client.call('SENTINEL', 'sentinels', 'shop')) as string[][];
      const isUp = (each: string[]) => String(each).includes('master-link-status,ok');
      return replicas.some(isUp) && others.length >= quorum - 1;
    },
    async stop() {
      client.disconnect();
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export interface TestCluster {
  readonly nodes: readonly TestServer[];
  /** The servers that are masters now, by what the first one that answers says. */
  masters(): Promise<TestServer[]>;
  stop(): Promise<void>;
}

/** Three masters, each with as many replicas. */
export async function startCluster(
  replicas: number,
  settings: readonly string[] = [],
  program?: string,
): Promise<TestCluster> {
  const cluster = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '1000'];
  const options = { settings: [...cluster, ...settings], ...(program && { program }) };
  const nodes = await Promise.all(Array.from({ length: 3 * (1 + replicas) }, () => startRedis(options)));
  const places = nodes.map(({ port }) => `127.0.0.1:${port}`);
  const words = ['--cluster', 'create', ...places, '--cluster-replicas', String(replicas), '--cluster-yes'];
  execFileSync('/usr/bin/redis-cli', words, { stdio: 'pipe' });
  const masters = async () => {
    const alive = nodes.find(({ process }) => process.exitCode === null && process.signalCode === null);
    const lines = String(await alive?.client.call('CLUSTER', 'NODES')).split('\n');
    const ports = lines
      .filter((line) => /master/.test(line) && !/fail/.test(line) && /\d+-\d+/.test(line.split(' ')[8] ?? ''))
      .map((line) => Number(/:(\d+)@/.exec(line)?.[1]));
    return nodes.filter(({ port }) => ports.includes(port));
  };
  const ready = async () => {
    const states = await Promise.all(nodes.map(({ client }) => client.call('CLUSTER', 'INFO')));
    const links = await Promise.all(nodes.map(({ client }) => client.info('replication')));
    return (
      states.every((state) => String(state).includes('cluster_state:ok')) &&
      links.every((info) => info.includes('role:master') || info.includes('master_link_status:up'))
    );
  };
  while (!(await ready())) await wait(50);
  return {
    nodes,
    masters,
    stop: async () => void (await Promise.all(nodes.map((node) => node.stop()))),
  };
}
