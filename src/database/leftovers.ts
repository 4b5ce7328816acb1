import type { Accepts } from '../runner/consent.ts';
import type { Session } from '../systems/postgres/session.ts';
import type { MadeAt } from './backup/made-at.ts';
import { type Database, type Databases, isHalfDropped } from './observe.ts';
import { annotate, drop } from './side.ts';

/** A database that a rollback has left, and why it may go. */
interface Leftover {
  readonly database: Database;
  readonly reason: string;
}

/** Hours for which a restored database has to be live before what is written there counts as new rows of its own. */
const CHAIN_HOURS = 24;

/**
 * Replaced databases that hold what users last wrote: what was live before a rollback that no other had preceded within
 * a day. What rollbacks to other backups replaced after it was restored itself. Pure.
 */
function originalsOf({ ours }: Pick<Databases, 'ours'>): Database[] {
  const replaced = ours.filter(({ note }) => note?.role === 'replaced');
  const hoursLive = ({ oid, note }: Database) => {
    const before = replaced.find((other) => other.note?.replacedBy === oid);
    if (!before) return Number.POSITIVE_INFINITY;
    return (Date.parse(note?.at ?? '') - Date.parse(before.note?.at ?? '')) / 3_600_000;
  };
  return replaced.filter((database) => !(hoursLive(database) <= CHAIN_HOURS) && !isHalfDropped(database));
}

/**
 * The one of them that led to what is live now, where that is not what users have written to for a day: what they last wrote is
 * there. Not for a backup that was made since the live database was restored: that has what they wrote after it. Pure.
 */
export function originalOf(
  { ours, live }: Pick<Databases, 'ours' | 'live'>,
  { takenAt, takenBetween }: Pick<MadeAt, 'takenAt' | 'takenBetween'>,
  now: number,
): Database | undefined {
  const originals = originalsOf({ ours });
  const before = ({ oid }: { oid: number }) =>
    ours.find(({ note }) => note?.role === 'replaced' && note.replacedBy === oid);
  let found = before(live);
  const restoredAt = Date.parse(found?.note?.at ?? '');
  if (!found || now - restoredAt > CHAIN_HOURS * 3_600_000) return undefined;
  if (Date.parse(takenAt ?? takenBetween?.earliest ?? '') > restoredAt) return undefined;
  while (found && !originals.includes(found)) found = before(found);
  return found;
}

/**
 * What rollbacks of a database have left and is not needed any more: unfinished or unused side databases, undone ones, and
 * replaced ones beyond the newest `keep`. What exists only once is never among it, unless it is named. Pure.
 */
export function leftoversOf(databases: Databases, keep: number, names: Accepts = () => false): Leftover[] {
  const { ours, live } = databases;
  // What an undo would bring back is the newest that the live database has replaced.
  const replaced = ours.filter((database) => database.note?.role === 'replaced' && !isHalfDropped(database));
  const undoable = replaced.filter(({ note }) => note?.replacedBy === live.oid);
  const newest = [...undoable, ...replaced.filter((database) => !undoable.includes(database))].slice(0, keep);
  const originals = originalsOf(databases);
  const words = {
    side: 'was made for a switch that never came',
    undone: 'was undone',
    replaced: 'was replaced',
  };
  return ours
    .filter((database) => names(database.name) || ![...newest, ...originals].includes(database))
    .map((database) => {
      const { role = 'side', at } = database.note ?? {};
      return { database, reason: at ? `${words[role]} at ${at}` : words[role] };
    });
}

/** A database that has to stay because its replication slots would go with it, without a word from PostgreSQL. */
interface Bound {
  readonly database: Database;
  readonly slots: readonly string[];
}

/**
 * Drops databases, and keeps those that still have replication slots.
 *
 * @param ours all that rollbacks have left, so that an undo finds its way past what goes
 * @returns those that stayed
 */
export async function dropAll(
  session: Session,
  databases: readonly Database[],
  ours: readonly Database[],
): Promise<Bound[]> {
  const slots = await session.query<{ database: string; name: string }>(
    'SELECT database::text, slot_name::text AS name FROM pg_replication_slots WHERE database IS NOT NULL',
  );
  const bound = databases.map((database) => ({
    database,
    slots: slots.filter((slot) => slot.database === database.name).map(({ name }) => name),
  }));
  for (const { database, slots } of bound) {
    if (slots.length > 0) continue;
    await relink(session, database, ours);
    await drop(session, database.name);
  }
  return bound.filter(({ slots }) => slots.length > 0);
}

/** What a database had replaced is from now on what its successor has replaced. */
async function relink(session: Session, { oid, note }: Database, ours: readonly Database[]): Promise<void> {
  if (note?.role !== 'replaced') return;
  for (const before of ours) {
    if (before.note?.role !== 'replaced' || before.note.replacedBy !== oid) continue;
    await annotate(session, before.name, { ...before.note, replacedBy: note.replacedBy });
  }
}

export const describeBound = (bound: readonly Bound[]): string =>
  bound
    .map(
      ({ database, slots }) =>
        `"${database.name}" stays because of its replication slots ${slots.join(', ')}; drop them first`,
    )
    .join('; ');

/** What no number lets go, and how it is let go of; empty where there is none. */
export function describeOriginals(databases: Pick<Databases, 'ours'>): string {
  const names = originalsOf(databases).map(({ name }) => `"${name}"`);
  if (names.length === 0) return '';
  return `; what was live before a first rollback is dropped by \`phase: clean\` with \`accept: <its name>\` alone (${names.join(', ')})`;
}
