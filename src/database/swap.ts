import { pause } from '../base/deadline.ts';
import { ActionError, messageOf } from '../base/errors.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { timeLimit } from '../base/time-limit.ts';
import { WAITS } from '../base/waits.ts';
import { quoteName, quoteText } from '../systems/postgres/quote.ts';
import { codeOf, type Server, type Session } from '../systems/postgres/session.ts';
import { describeClient } from './blockers.ts';
import { type Note, nameFor, writeNote } from './note.ts';
import { type Client, connectMaintenanceDb, readClients } from './observe.ts';
import { carryOutWherePossible, propertyStatements, readProperties } from './properties.ts';
import { withoutRestoredNote } from './restored-note.ts';

/** A database that takes the place of the live one, and the name under which the live one is kept. */
export interface Swap {
  /** The live database, which clients use. */
  readonly live: { readonly oid: number; readonly name: string; readonly comment: string | null };
  /** The name that it gets. */
  readonly keptAs: string;
  /** What is written on it. Its role is `undone` where this swap is an undo, else `replaced`. */
  readonly note: Note;
  /** The database that takes its name. */
  readonly incoming: { readonly oid: number; readonly name: string };
}

/** How often it is tried: a session that can't be ended in time may be gone the next time. */
const ATTEMPTS = 2;
/** What PostgreSQL says of a database that others are connected to. */
const BEING_ACCESSED = '55006';

/**
 * Gives the incoming database the name of the live one, with its owner, grants, settings and comment, in one transaction:
 * both names change or neither does. The first rename of each database takes its lock; new connections wait for that lock,
 * and existing ones are terminated until the rename succeeds. After any error the oids tell whether the swap took place.
 *
 * @returns an undo's statements about owner, grants and settings that PostgreSQL refused; they were left out
 * @throws ActionError that names the sessions that could not be terminated, or says why the swap failed
 */
export async function swap(server: Server, plan: Swap): Promise<readonly string[]> {
  for (let attempt = 1; ; attempt++) {
    // Without both sessions nothing was sent, so there is no need to check whether the swap took place.
    const sessions = await connectTwice(server).catch((error: unknown) => {
      throw switchError(plan, error);
    });
    // Filled on the way, because the answer to COMMIT may be lost and the swap done all the same.
    const refused: string[] = [];
    try {
      await attemptSwap(sessions, plan, refused).finally(() =>
        Promise.all(sessions.map((one) => one.close())),
      );
      return refused;
    } catch (error) {
      if (await foundSwapped(server, plan)) return refused;
      if (attempt === ATTEMPTS) throw await explainFailure(server, plan, error);
    }
  }
}

type SwapSessions = readonly [renamer: Session, terminator: Session];

/** One session to rename, the other to terminate the connections that are in its way. */
async function connectTwice(server: Server): Promise<SwapSessions> {
  const session = await connectMaintenanceDb(server);
  try {
    return [session, await connectMaintenanceDb(server)];
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** @param refused gets the statements about owner, grants and settings that an undo goes on without */
async function attemptSwap(
  [session, terminator]: SwapSessions,
  plan: Swap,
  refused: string[],
): Promise<void> {
  const { live, incoming, keptAs, note } = plan;
  const comment = withoutRestoredNote(live.comment);
  const wanted = await readProperties(session, live.oid);
  const present = await readProperties(session, incoming.oid);
  // COMMIT does not wait for a synchronous standby: until one that lags had replayed the restore, no client could connect.
  await session.run(`BEGIN; SET LOCAL synchronous_commit = local; SET LOCAL lock_timeout = ${WAITS.SWITCH_LOCK_MS}; SET LOCAL statement_timeout = ${WAITS.SWITCH_STATEMENT_MS};
    SET LOCAL idle_in_transaction_session_timeout = '10s'`);
  // The incoming database first: what is still in it, such as autovacuum, is waited for before users have to wait.
  const transitName = nameFor(live.name, note.id, 'next');
  await renameAndEndSessions(session, terminator, incoming, transitName);
  await renameAndEndSessions(session, terminator, live, keptAs);
  await session.run(`ALTER DATABASE ${quoteName(transitName)} RENAME TO ${quoteName(live.name)}`);
  const properties = propertyStatements(live.name, present, wanted);
  // An undo must work, whatever was granted or set meanwhile.
  if (note.role === 'undone') refused.push(...(await carryOutWherePossible(session, properties)));
  else await session.run(properties.join(';\n'));
  await session.run(
    [
      `ALTER DATABASE ${quoteName(live.name)} ALLOW_CONNECTIONS true`,
      `COMMENT ON DATABASE ${quoteName(live.name)} IS ${comment === null ? 'NULL' : quoteText(comment)}`,
      `ALTER DATABASE ${quoteName(keptAs)} ALLOW_CONNECTIONS false`,
      `COMMENT ON DATABASE ${quoteName(keptAs)} IS ${quoteText(writeNote(note))}`,
    ].join(';\n'),
  );
  await requireOid(session, live.name, incoming.oid);
  await requireOid(session, keptAs, live.oid);
  await session.run('COMMIT');
}

/**
 * Renames a database while the other session terminates its connections. The rename holds the lock, so no new connection
 * gets in until the transaction ends.
 */
async function renameAndEndSessions(
  session: Session,
  terminator: Session,
  { oid, name }: Swap['incoming'],
  to: string,
): Promise<void> {
  const renamed = session.run(`ALTER DATABASE ${quoteName(name)} RENAME TO ${quoteName(to)}`);
  await Promise.all([renamed, endSessionsUntil(renamed, terminator, oid)]);
}

async function endSessionsUntil(done: Promise<void>, terminator: Session, oid: number): Promise<void> {
  const ended = new AbortController();
  const end = () => ended.abort();
  done.then(end, end);
  while (!ended.signal.aborted) {
    const clients = await readClients(terminator, oid);
    const pids = clients.filter(({ endable }) => endable).map(({ pid }) => pid);
    // In one query: while they were ended one by one, new sessions would arrive.
    if (pids.length > 0)
      await terminator.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [pids]);
    await pause(WAITS.SWITCH_ROUND_MS, ended.signal).catch(() => {});
  }
}

/** Databases may have been renamed since the plan, so the oid is checked and not the name alone. */
async function requireOid(session: Session, name: string, oid: number): Promise<void> {
  const found = await oidOf(session, name);
  if (found !== oid)
    throw new ActionError(
      `The database "${name}" is not the one that was planned; someone else has renamed databases meanwhile.`,
    );
}

async function oidOf(session: Session, name: string): Promise<number | undefined> {
  const rows = await session.query<{ oid: number }>(
    'SELECT oid::int8::float8 AS oid FROM pg_database WHERE datname = $1',
    [name],
  );
  return rows[0]?.oid;
}

/** The same as isSwapped. @throws ActionError that says so where it cannot find out */
async function foundSwapped(server: Server, plan: Swap): Promise<boolean> {
  try {
    return await isSwapped(server, plan);
  } catch (error) {
    // Only the cause: this message gives its own advice.
    const [cause] = messageOf(error).split(/; |\.$/);
    throw new ActionError(
      `It is unknown whether "${plan.live.name}" was switched: ${cause}; run this again when that is over, and it goes on from there.`,
      { cause: error },
    );
  }
}

/** Whether the swap took place: the oid is the truth, also where the answer to COMMIT was lost. */
async function isSwapped(server: Server, { live, incoming }: Swap): Promise<boolean> {
  const session = await connectMaintenanceDb(
    server.withSignal(timeLimit(WAITS.SWITCH_CHECK_MS, 'PostgreSQL did not answer')),
  );
  try {
    return (await oidOf(session, live.name)) === incoming.oid;
  } finally {
    await session.close();
  }
}

async function explainFailure(server: Server, plan: Swap, error: unknown): Promise<ActionError> {
  if (codeOf(error) !== BEING_ACCESSED) return switchError(plan, error);
  // Even where the clients cannot be listed, the message says why the swap failed.
  return switchError(plan, error, await readClientsOf(server, plan.live.oid).catch(() => []));
}

async function readClientsOf(server: Server, oid: number): Promise<readonly Client[]> {
  const session = await connectMaintenanceDb(
    server.withSignal(timeLimit(WAITS.SWITCH_CHECK_MS, 'PostgreSQL did not answer')),
  );
  try {
    return await readClients(session, oid);
  } finally {
    await session.close();
  }
}

function switchError({ live, note }: Swap, error: unknown, clients: readonly Client[] = []): ActionError {
  const held =
    clients.length > 0 ? `; connected are ${clients.slice(0, 5).map(describeClient).join('; ')}` : '';
  const again = note.role === 'undone' ? 'run this again' : 'run this again with `phase: switch`';
  return new ActionError(
    `The database "${live.name}" could not be switched, and is as it was: ${withoutFullStop(messageOf(error))}${held}; ${again} when ${held ? 'they are gone' : 'that is over'}.`,
    { cause: error },
  );
}
