import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pause } from '../../base/deadline.ts';
import { ActionError } from '../../base/errors.ts';
import { timeLimit } from '../../base/time-limit.ts';
import { WAITS } from '../../base/waits.ts';
import { answerOf, run } from '../process.ts';
import type { Account } from './account.ts';
import { codeOf, Server } from './session.ts';

const PREFIX = 'rollback-cluster-';
/** Bytes that the path of a Unix socket may have. */
const SOCKET_PATH = 107;
const SOCKET = '/.s.PGSQL.5432';

/** A folder for a cluster that lives beside others for some minutes and that cannot be reached from outside this machine. */
export interface SideCluster {
  readonly folder: string;
  readonly data: string;
}

/**
 * Makes the empty folder, readable for its account alone, with the mark of the process that made it.
 *
 * @throws ActionError where the path is too long for a socket
 */
export async function makeFolder(parent: string, account: Account): Promise<SideCluster> {
  const folder = await mkdtemp(join(parent, PREFIX));
  if (Buffer.byteLength(folder + SOCKET) > SOCKET_PATH) {
    await rm(folder, { recursive: true });
    throw new ActionError(
      `The path ${folder} is too long for a server's socket; set RUNNER_TEMP to a shorter one.`,
    );
  }
  await writeFile(join(folder, 'maker'), await lifeOf(process.pid));
  await writeFile(join(folder, 'postgresql.conf'), '');
  await writeFile(join(folder, 'pg_ident.conf'), '');
  await writeFile(join(folder, 'pg_hba.conf'), 'local all all trust\n');
  await mkdir(join(folder, 'tablespaces'));
  for (const name of await readdir(folder)) await account.own(join(folder, name));
  await account.own(folder);
  return { folder, data: join(folder, 'data') };
}

/**
 * Starts the server on what lies in `data`, whatever it was configured for where it came from, and waits until it
 * has recovered and takes connections.
 *
 * @param bin where the server's programs are
 * @param user a superuser of that cluster
 * @param environment what recovery needs to fetch what it replays
 * @returns the server, by its database template1
 * @throws ActionError whose details are the server's log
 */
export async function startCluster(
  { folder, data }: SideCluster,
  options: {
    account: Account;
    bin: string;
    user: string;
    environment: Readonly<Record<string, string>>;
    signal: AbortSignal;
  },
): Promise<Server> {
  const { account, bin, user, environment, signal } = options;
  const control = (...args: string[]) => account.command(join(bin, 'pg_ctl'), ['-D', data, ...args]);
  const settings = Object.entries(await settingsFor(folder, data, account, bin)).map(
    ([name, value]) => `-c ${name}='${value.replaceAll("'", `'\\''`)}'`,
  );
  const start = control('-w', '-t', '3600', '-l', join(folder, 'log'), '-o', settings.join(' '), 'start');
  const died = async () =>
    new ActionError('The side cluster did not start.', { details: await logOf(folder) });
  // It comes back when recovery has begun, or the server is gone.
  if ((await run(...start, { signal, environment })).code !== 0) throw await died();
  const server = Server.parse(
    `postgres://${encodeURIComponent(user)}@localhost:5432/template1?host=${encodeURIComponent(folder)}`,
    { signal, mask: () => {} },
  );
  for (;;) {
    try {
      await (await server.connectOnce()).close();
      return server;
    } catch (error) {
      signal.throwIfAborted();
      if ((await answerOf(...control('status')))?.code !== 0) throw await died();
      // A missing role, say, will not come any more.
      if (!['57P03', 'ECONNRESET'].includes(codeOf(error))) throw error;
    }
    await pause(WAITS.SIDE_CLUSTER_POLL_MS, signal);
  }
}

/** The lines of the server's log. */
export async function logOf(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}

/** Stops the server, if it runs, and removes all of it; also when the run is being cancelled. */
export async function removeCluster({ folder, data }: SideCluster): Promise<void> {
  const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  const isServer = async () => (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === data;
  if (pid && (await isServer())) {
    process.kill(pid, 'SIGQUIT');
    const signal = timeLimit(WAITS.SIDE_CLUSTER_STOP_MS, 'The temporary server of the restore did not stop');
    while (await isServer()) await pause(WAITS.SIDE_CLUSTER_POLL_MS / 4, signal);
  }
  // Where there is no /proc the server ends by itself: once a minute it looks whether its folder is still there.
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Removes what runs that were killed have left below `parent`. @returns their folders */
export async function removeRemains(parent: string): Promise<string[]> {
  const names = (await readdir(parent)).filter((name) => name.startsWith(PREFIX));
  const removed: string[] = [];
  for (const folder of names.map((name) => join(parent, name))) {
    const maker = await readFile(join(folder, 'maker'), 'utf8').catch(() => '');
    if (maker !== '' && maker === (await lifeOf(Number(maker.split(' ')[0])))) continue;
    await removeCluster({ folder, data: join(folder, 'data') });
    removed.push(basename(folder));
  }
  return removed;
}

/** A process's id and when it started: two of the same id in turn are distinguished. Empty for one that is gone. */
async function lifeOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return started === undefined ? '' : `${pid} ${started}`;
}

/**
 * What makes a cluster from anywhere run here, small, unseen and silent. They stand on the command line, which wins
 * over all that the cluster brings along (ports, libraries, memory, archiving into the archive that it came from).
 */
async function settingsFor(
  folder: string,
  data: string,
  account: Account,
  bin: string,
): Promise<Record<string, string>> {
  const control = await answerOf(...account.command(join(bin, 'pg_controldata'), ['-D', data]));
  const prepared = /max_prepared_xacts setting:\s+(\d+)/.exec(control?.output ?? '')?.[1] ?? '0';
  return {
    config_file: join(folder, 'postgresql.conf'),
    hba_file: join(folder, 'pg_hba.conf'),
    ident_file: join(folder, 'pg_ident.conf'),
    unix_socket_directories: folder,
    listen_addresses: '',
    port: '5432',
    archive_mode: 'off',
    // Without readers during recovery the limits of the cluster that it was do not bind.
    hot_standby: 'off',
    max_connections: '50',
    max_wal_senders: '0',
    // What it subscribed to then would be taken from the publisher, whose slot the live server goes on with.
    max_logical_replication_workers: '0',
    max_prepared_transactions: prepared,
    shared_buffers: '128MB',
    huge_pages: 'off',
    shared_preload_libraries: '',
    session_preload_libraries: '',
    synchronous_standby_names: '',
    autovacuum: 'off',
    fsync: 'off',
    ssl: 'off',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_min_messages: 'warning',
    lc_messages: 'C',
    log_timezone: 'UTC',
  };
}
