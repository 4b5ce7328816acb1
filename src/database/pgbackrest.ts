import { rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ActionError } from '../base/errors.ts';
import { inAnyCase } from '../base/settled.ts';
import { type Account, serverAccount } from '../systems/postgres/account.ts';
import { environmentOfPgbackrest, readStanza, restoreSet } from '../systems/postgres/pgbackrest.ts';
import type { Server } from '../systems/postgres/session.ts';
import {
  logOf,
  makeFolder,
  removeCluster,
  removeRemains,
  type SideCluster,
  startCluster,
} from '../systems/postgres/side-cluster.ts';
import { toolsNamed } from '../systems/postgres/tools.ts';
import { run } from '../systems/process.ts';
import { clockOf } from './clock.ts';
import {
  type Choice,
  chooseSet,
  databasesFor,
  type Lineage,
  lastTransaction,
  type PointInTime,
  type RecoveryWindow,
  recoveryFailure,
  targetOf,
  windowOf,
} from './point-in-time.ts';
import { step, type Task } from './task.ts';

/** How a database comes back as it was at a time; nothing is made yet. */
interface RecoveryPlan {
  readonly source: PointInTime;
  readonly choice: Choice;
  readonly window: RecoveryWindow;
  /** Where the programs of that PostgreSQL are. */
  readonly bin: string;
  readonly account: Account;
  /** The cluster's first superuser. */
  readonly superuser: string;
  readonly inSet: readonly { name: string; oid: number }[];
  /** Those that are restored wholly; none is all. */
  readonly databases: readonly string[];
}

/** A dump of the database as it was; it goes on as any other backup does. */
interface Recovered {
  /** A folder of pg_dump's directory format. */
  readonly path: string;
  /** RFC 3339: the time that was requested. The dump's own header says when it was made. */
  readonly takenAt: string;
  /** When the last transaction before that time ended, in PostgreSQL's words. */
  readonly lastTransaction: string | undefined;
}

/** What a side cluster takes beside the database: catalogs, WAL, the dump. */
const ROOM = 1.5;
const MEGABYTE = 2 ** 20;

/**
 * Finds out whether a database can be recovered to a time on this machine.
 *
 * @param parent where there has to be room
 * @throws ActionError that says what is missing
 */
export async function planRecovery(
  source: PointInTime,
  server: Server,
  parent: string,
): Promise<RecoveryPlan> {
  const account = await serverAccount();
  const live = await server.use(server.database, async (session) => ({
    ...(await session.one<{ superuser: string; size: string } & Lineage>(
      `SELECT rolname::text AS superuser, pg_database_size(current_database())::text AS size,
              (SELECT system_identifier::text FROM pg_control_system()) AS "systemId",
              CASE WHEN NOT pg_is_in_recovery()
                THEN ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int END AS timeline
       FROM pg_roles WHERE oid = 10`,
    )),
    now: await clockOf(session),
  }));
  const stanza = await readStanza(source, account);
  const choice = chooseSet(stanza, source, live.now, live);
  const tools = await toolsNamed('pg_ctl');
  const tool = tools.find(({ major }) => major === choice.major);
  if (!tool)
    throw new ActionError(
      `The stanza "${source.stanza}" is of PostgreSQL ${choice.major}, whose server is needed on this machine for the recovery and is not there; install it in a step before, such as \`sudo apt-get install --yes postgresql-${choice.major}\` (from apt.postgresql.org where the system has no such version).`,
    );
  const detail = await readStanza(source, account, choice.set);
  const inSet = detail.backup[0]?.['database-ref'] ?? [];
  const databases = databasesFor(
    server.database,
    inSet.map(({ name }) => name),
  );
  const needed = ROOM * (databases.length > 0 ? Math.min(choice.size, Number(live.size)) : choice.size);
  const { bavail, bsize } = await statfs(parent);
  if (bavail * bsize < needed)
    throw new ActionError(
      `Recovery needs some ${Math.ceil(needed / MEGABYTE)} MB in ${parent}, which has ${Math.floor((bavail * bsize) / MEGABYTE)} MB; give the runner a larger disk, or set RUNNER_TEMP to another.`,
    );
  return {
    ...{ source, choice, window: windowOf(stanza), bin: dirname(tool.path), account },
    ...{ superuser: live.superuser, inSet, databases },
  };
}

/**
 * Recovers a cluster beside all others, dumps the database from it, and removes it again, whatever happens. What runs
 * that were killed have left in `parent` goes first.
 *
 * @param dump the folder that is made, for the caller to remove
 * @throws ActionError whose details are what pgBackRest or the server said
 */
export async function recover(
  plan: RecoveryPlan,
  task: Task,
  { parent, dump, jobs }: { parent: string; dump: string; jobs: number },
): Promise<Recovered> {
  for (const name of await removeRemains(parent))
    task.log.info(`Removed ${name}, which an earlier run has left.`);
  const side = await makeFolder(parent, plan.account);
  return await inAnyCase(
    () => recoverIn(side, plan, task, { dump, jobs }),
    () => removeCluster(side),
  );
}

async function recoverIn(
  side: SideCluster,
  plan: RecoveryPlan,
  task: Task,
  { dump, jobs }: { dump: string; jobs: number },
): Promise<Recovered> {
  const { source, choice } = plan;
  try {
    await step(
      task,
      'restore cluster',
      () => layDown(plan, side, task, jobs),
      () => `The set ${choice.set} of the stanza "${source.stanza}" is restored beside`,
    );
    const server = await step(
      task,
      'recover',
      () => replay(plan, side, task.signal),
      () => `Recovered to ${source.time}`,
    );
    await step(
      task,
      'dump',
      () => dumpFrom(plan, server, task, { dump, jobs }),
      () => `Dumped "${task.server.database}" as it was then`,
    );
    return { path: dump, takenAt: source.time, lastTransaction: lastTransaction(await logOf(side.folder)) };
  } catch (error) {
    await rm(dump, { recursive: true, force: true });
    throw error;
  }
}

function layDown(
  { source, choice, databases, account }: RecoveryPlan,
  side: SideCluster,
  { log, signal }: Task,
  jobs: number,
): Promise<void> {
  let reported = 0;
  return restoreSet(
    source,
    side,
    { ...choice, time: targetOf(source.time), databases, jobs },
    {
      account,
      signal,
      onPercent(percent) {
        if (percent < reported + 10) return;
        reported = percent;
        log.info(`Restored ${Math.floor(percent)} % of the set ${choice.set}.`);
      },
    },
  );
}

async function replay(plan: RecoveryPlan, side: SideCluster, signal: AbortSignal): Promise<Server> {
  const { source, account, bin, superuser: user } = plan;
  try {
    return await startCluster(side, {
      account,
      bin,
      user,
      environment: environmentOfPgbackrest(),
      signal,
    });
  } catch (error) {
    const log = await logOf(side.folder);
    const reason = recoveryFailure(log, source);
    throw reason ? new ActionError(reason, { details: log.slice(-40), cause: error }) : error;
  }
}

async function dumpFrom(
  plan: RecoveryPlan,
  server: Server,
  { server: { database }, signal }: Task,
  { dump, jobs }: { dump: string; jobs: number },
): Promise<void> {
  const { source, inSet, databases, bin } = plan;
  const found = await server.use(server.database, (session) =>
    session.query<{ name: string; oid: string }>(
      'SELECT datname::text AS name, oid::text FROM pg_database WHERE NOT datistemplate',
    ),
  );
  const then = found.find(({ name }) => name === database);
  if (!then)
    throw new ActionError(
      `At ${source.time} the stanza "${source.stanza}" had no database ${JSON.stringify(database)}; it had ${found.map(({ name }) => JSON.stringify(name)).join(', ')}.`,
    );
  const before = inSet.find(({ oid }) => oid === Number(then.oid));
  if (before && databases.length > 0 && !databases.includes(before.name))
    throw new ActionError(
      `Between the backup set and ${source.time} the database ${JSON.stringify(before.name)} was renamed to ${JSON.stringify(database)}; take a set from after that with \`&set=\`.`,
    );
  const args = ['--format=directory', `--jobs=${jobs}`, '--compress=1', '--no-sync', `--file=${dump}`];
  const { code, errors } = await run(join(bin, 'pg_dump'), args, {
    environment: server.environment(database),
    signal,
  });
  if (code !== 0)
    throw new ActionError(
      `The recovered database could not be dumped: ${errors.at(-1) ?? 'pg_dump did not say why'}.`,
      {
        details: errors,
      },
    );
}
