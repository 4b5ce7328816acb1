import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../port.ts';
import { type Cluster, USER } from './cluster.ts';

export interface Pgbouncer {
  /** The admin console, for the user that may PAUSE, or for one that may only look (`viewer`). */
  readonly adminUrl: string;
  readonly viewerUrl: string;
  /** A database through the pool, for the superuser or another role with the same password. */
  url(database: string, user?: string): string;
  /** Stops as a crash does: sessions break off. */
  stop(): Promise<void>;
}

export interface PoolOptions {
  readonly mode?: 'session' | 'transaction';
  /** Plain names that the pool has for databases: `app` → `app_v1`. Without them it passes every name on. */
  readonly databases?: Readonly<Record<string, string>>;
  /** Roles that may come in, beside the superuser. */
  readonly users?: readonly string[];
}

const PROGRAM = '/usr/sbin/pgbouncer';

/** A pgbouncer on a free port before a cluster. */
export async function startPgbouncer(
  cluster: Pick<Cluster, 'port' | 'password'>,
  { mode = 'transaction', databases, users = [] }: PoolOptions = {},
): Promise<Pgbouncer> {
  const directory = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
  const file = (name: string, text: string) => {
    const path = join(directory, name);
    writeFileSync(path, text);
    if (USER.uid && USER.gid) chownSync(path, USER.uid, USER.gid);
    return path;
  };
  const port = await freePort();
  const logins = ['postgres', 'admin', 'viewer', ...users];
  const login = file(
    'users.txt',
    logins.map((name) => `${quoted(name)} ${quoted(cluster.password)}\n`).join(''),
  );
  const log = file('log', '');
  const at = `host=127.0.0.1 port=${cluster.port}`;
  const entries = databases
    ? Object.entries(databases).map(
        ([name, real]) => `${name} = ${at} dbname='${real.replaceAll("'", "''")}'`,
      )
    : [`* = ${at}`];
  const settings = [
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    `auth_file = ${login}`,
    'auth_type = scram-sha-256',
    'admin_users = admin',
    'stats_users = viewer',
    `pool_mode = ${mode}`,
    'max_client_conn = 500',
    'ignore_startup_parameters = extra_float_digits,options',
    // A login that a test holds back is not given up, however slow the machine.
    'server_connect_timeout = 600',
    // The package's own log is not nobody's; on standard error is all of it.
    'logfile =',
  ];
  const config = file(
    'pgbouncer.ini',
    ['[databases]', ...entries, '[pgbouncer]', ...settings, ''].join('\n'),
  );
  if (USER.uid && USER.gid) chownSync(directory, USER.uid, USER.gid);

  const pool = spawn('/bin/sh', ['-c', 'exec "$0" "$1" >> "$2" 2>&1', PROGRAM, config, log], {
    ...USER,
    stdio: 'ignore',
  });
  const url = (database: string, user = 'postgres') =>
    `postgres://${encodeURIComponent(user)}:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  const adminUrl = url('pgbouncer', 'admin');
  await accepting(adminUrl, pool, log);
  return {
    adminUrl,
    viewerUrl: url('pgbouncer', 'viewer'),
    url,
    async stop() {
      if (pool.exitCode === null && pool.signalCode === null) {
        const exited = once(pool, 'exit');
        pool.kill('SIGTERM');
        await exited;
      }
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A name or password as users.txt takes it. */
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

async function accepting(url: string, pool: ChildProcess, log: string): Promise<void> {
  for (;;) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (pool.exitCode !== null)
        throw new Error(`pgbouncer did not start: ${readFileSync(log, 'utf8')}`, { cause: error });
      await wait(30);
    }
  }
}
