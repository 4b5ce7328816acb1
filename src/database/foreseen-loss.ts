import { formatDuration } from '../base/duration.ts';
import { ActionError } from '../base/errors.ts';
import { namesOf } from '../base/sentence.ts';
import { WAITS } from '../base/waits.ts';
import type { Snapshot } from '../domain/snapshots/snapshot.ts';
import { nameOf, readableTables } from '../domain/snapshots/tables.ts';
import { quoteTable, quoteText } from '../systems/postgres/quote.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import { describeMadeAt, type MadeAt } from './backup/made-at.ts';
import { secondsSince } from './clock.ts';

/** Rows by table, of those that there was time for. */
type Counted = ReadonlyMap<string, number>;

/** How many rows of a table were written since, as far as that can be counted. */
type Count = (name: string, sql: string) => Promise<number>;

const LATER =
  'what was written since would be lost; how many rows that is, is counted once it is restored, before anything is replaced';

/**
 * Says of a backup that is not restored yet how old it is, and how many rows were written since, in a sentence. It is counted
 * by the server's commit times, else by the rows that its snapshot had, and no longer than a plan may take.
 *
 * @param session to any database of the server
 * @param counts false where the result is not needed
 */
export async function foreseenLoss(
  server: Server,
  backup: MadeAt,
  { session, snapshot, counts }: { session: Session; snapshot: Snapshot | undefined; counts: boolean },
): Promise<string> {
  const { takenAt } = backup;
  const seconds = takenAt === undefined ? undefined : await secondsSince(takenAt, session);
  const age = seconds === undefined || seconds < 0 ? '' : `, ${formatDuration(seconds)} old`;
  return `The backup is ${describeMadeAt(backup)}${age}; ${counts ? await writtenSince(server, takenAt, snapshot) : LATER}.`;
}

async function writtenSince(
  server: Server,
  takenAt: string | undefined,
  snapshot: Snapshot | undefined,
): Promise<string> {
  try {
    return await server.use(server.database, async (session) => {
      const { on } = await session.one<{ on: string }>(
        `SELECT current_setting('track_commit_timestamp') AS on`,
      );
      if (on === 'on' && takenAt !== undefined) {
        const since = `pg_catalog.pg_xact_commit_timestamp(xmin) > ${quoteText(takenAt)}::timestamptz`;
        return describeWritten(
          await count(session, (_, table) => rowsIn(session, `${table} WHERE ${since}`)),
        );
      }
      if (snapshot === undefined) return LATER;
      const known = new Map(snapshot.tables.map((table) => [nameOf(table), Number(table.rows)]));
      return describeMore(
        await count(session, async (name, table) => {
          const before = known.get(name);
          return before === undefined ? 0 : (await rowsIn(session, table)) - before;
        }),
      );
    });
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return LATER;
  }
}

/** Counts table by table, small ones first, until the time is over. */
async function count(session: Session, rowsOf: Count): Promise<Counted> {
  const end = performance.now() + WAITS.PLAN_COUNT_MS;
  await session.run(`SET lock_timeout = '1s'`);
  const tables = await readableTables(session);
  const rows = new Map<string, number>();
  for (const table of tables.toSorted((one, other) => one.bytes - other.bytes)) {
    const left = Math.floor(end - performance.now());
    if (left <= 0) break;
    await session.run(`SET statement_timeout = ${left}`);
    const found = await rowsOf(nameOf(table), quoteTable(table)).catch(() => 0);
    if (found > 0) rows.set(nameOf(table), found);
  }
  return rows;
}

async function rowsIn(session: Session, from: string): Promise<number> {
  const { rows } = await session.one<{ rows: string }>(`SELECT count(*)::text AS rows FROM ONLY ${from}`);
  return Number(rows);
}

/**
 * Rows by their commit times: those that were added, and those that were changed. Others may have been written before the
 * server kept such times, so that none says nothing. Pure.
 */
export const describeWritten = (rows: Counted): string =>
  rows.size === 0
    ? LATER
    : `${describeRows(rows)} written since and would be lost or go back to older contents`;

/** Rows that there are more than in a snapshot; what was changed since, it does not show. Pure. */
export const describeMore = (rows: Counted): string =>
  rows.size === 0
    ? LATER
    : `${describeRows(rows)} added since its snapshot and would be lost; what was changed since goes back as well`;

function describeRows(rows: Counted): string {
  const total = [...rows.values()].reduce((sum, each) => sum + each, 0);
  const most = [...rows].toSorted(([, one], [, other]) => other - one);
  const names = most.map(([name, each]) => `${name} ${each.toLocaleString('en')}`);
  const [noun, verb] = total === 1 ? ['row', 'was'] : ['rows', 'were'];
  return `at least ${total.toLocaleString('en')} ${noun} (${namesOf(names)}) ${verb}`;
}
