import type { Session } from '../systems/postgres/session.ts';
import type { Database, Observed } from './observe.ts';
import { drop } from './side.ts';

/** A database that a rollback has left, and why it may go. */
interface Leftover {
  readonly database: Database;
  readonly why: string;
}

/**
 * What rollbacks of a database have left and nobody needs: unfinished or unused side databases, undone ones, and
 * replaced ones beyond the newest `keep`. Pure.
 */
export function leftoversOf({ ours, live }: Observed, keep: number): Leftover[] {
  // What an undo would bring back is the newest that the live database has replaced.
  const replaced = ours.filter(({ note }) => note?.role === 'replaced');
  const undoable = replaced.filter(({ note }) => note?.replacedBy === live.oid);
  const kept = [...undoable, ...replaced.filter((database) => !undoable.includes(database))].slice(0, keep);
  const words = {
    side: 'was made for a switch that never came',
    undone: 'was undone',
    replaced: 'was replaced',
  };
  return ours
    .filter((database) => !kept.includes(database))
    .map((database) => {
      const { role = 'side', at } = database.note ?? {};
      return { database, why: at ? `${words[role]} at ${at}` : words[role] };
    });
}

/** A database that has to stay because its replication slots would go with it, without a word from PostgreSQL. */
interface Bound {
  readonly database: Database;
  readonly slots: readonly string[];
}

/** Drops databases, and keeps those that still have replication slots. @returns those that stayed */
export async function dropAll(session: Session, databases: readonly Database[]): Promise<Bound[]> {
  const slots = await session.query<{ database: string; name: string }>(
    'SELECT database::text, slot_name::text AS name FROM pg_replication_slots WHERE database IS NOT NULL',
  );
  const bound = databases.map((database) => ({
    database,
    slots: slots.filter((slot) => slot.database === database.name).map(({ name }) => name),
  }));
  for (const { database, slots } of bound) if (slots.length === 0) await drop(session, database.name);
  return bound.filter(({ slots }) => slots.length > 0);
}

export const describeBound = (bound: readonly Bound[]): string =>
  bound
    .map(
      ({ database, slots }) =>
        `"${database.name}" stays because of its replication slots ${slots.join(', ')}; drop them first`,
    )
    .join('; ');
