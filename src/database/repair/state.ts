import { createHash } from 'node:crypto';
import { ActionError } from '../../base/errors.ts';
import { REPAIR_MARK } from '../../domain/snapshots/tables.ts';
import { quoteName, quoteText } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { Counts } from './loss.ts';
import type { Lost } from './objects.ts';
import { LETTERS, type Piece } from './piece.ts';
import type { RepairOptions } from './request.ts';

/** What a repair writes on the schema that it has in the live database, so that a later run on another machine knows what it is. */
export interface RepairNote {
  readonly id: string;
  /** The workflow run, the same for every attempt. */
  readonly run: string;
  readonly backup: string;
  readonly after: string | null;
  readonly state: 'staging' | 'planned' | 'begun' | 'applied' | 'undone';
  /** The run that has taken it back. */
  readonly undoneBy?: string;
  /** RFC 3339. */
  readonly at: string;
  readonly options: RepairOptions;
  readonly pieces: readonly Piece[];
  readonly lost: readonly Lost[];
  /** What it has written, when it is applied. */
  readonly counts?: Counts;
  /** What is written by now, where it is done in batches. */
  readonly batches?: Batches;
}

/** Rows that are written by now. */
export interface Batches {
  readonly done: number;
  readonly tables: readonly { readonly table: string; readonly back: number; readonly set: number }[];
}

/** Whether something is left to be done. Pure. */
export const hasWorkLeft = ({ state }: RepairNote): boolean => state === 'planned' || state === 'begun';

/** Whether there is something for an undo to take back. Pure. */
export const isWritten = ({ state }: RepairNote): boolean => state === 'applied' || state === 'begun';

/** A repair's schema. */
export interface Kept {
  readonly schema: string;
  readonly note: RepairNote;
}

const PREFIX = 'rollback_';
/** Bytes that PostgreSQL keeps of a name. */
const LONGEST = 63;

/** The schemas of repairs, newest first. A schema of another owner does not count: every owner may write a comment on a schema of their own. */
export async function keptIn(live: Session): Promise<Kept[]> {
  const rows = await live.query<{ schema: string; comment: string }>(
    `SELECT nspname::text AS schema, obj_description(oid, 'pg_namespace') AS comment FROM pg_namespace
     WHERE starts_with(nspname::text, $1) AND pg_has_role(nspowner, 'USAGE') AND starts_with(obj_description(oid, 'pg_namespace'), $2)`,
    [PREFIX, REPAIR_MARK],
  );
  return rows
    .map(({ schema, comment }) => ({
      schema,
      note: JSON.parse(comment.slice(REPAIR_MARK.length)) as RepairNote,
    }))
    .sort((one, other) => other.note.at.localeCompare(one.note.at));
}

export const writeNote = (live: Session, schema: string, note: RepairNote): Promise<void> =>
  live.run(`COMMENT ON SCHEMA ${quoteName(schema)} IS ${quoteText(REPAIR_MARK + JSON.stringify(note))}`);

/** Makes the schema of a repair. @throws ActionError where this user may not */
export async function makeSchema(live: Session, note: RepairNote): Promise<string> {
  const taken = await live.query<{ name: string }>('SELECT nspname::text AS name FROM pg_namespace');
  const names = Array.from({ length: 100 }, (_, index) => nameOfSchema(note.id, index + 1));
  const schema = names.find((name) => !taken.some((other) => other.name === name)) as string;
  try {
    await live.transaction(async () => {
      await live.run(`CREATE SCHEMA ${quoteName(schema)}`);
      await writeNote(live, schema, note);
    });
  } catch (error) {
    throw new ActionError(
      `The schema "${schema}", in which a repair is prepared, cannot be made: use the owner of the database, or GRANT CREATE ON DATABASE.`,
      { cause: error },
    );
  }
  return schema;
}

/** `rollback_42-1`, and for a second repair of the same rollback `rollback_42-1_2`. Pure. */
export function nameOfSchema(id: string, time: number): string {
  const suffix = time === 1 ? '' : `_${time}`;
  const plain = `${PREFIX}${id}${suffix}`;
  if (Buffer.byteLength(plain) <= LONGEST) return plain;
  return `${PREFIX}${createHash('sha256').update(id).digest('hex').slice(0, 16)}${suffix}`;
}

/** Drops a repair's schema, a few tables at a time: each takes a lock. */
export async function dropSchema(live: Session, { schema, note }: Kept): Promise<void> {
  const numbers = Array.from({ length: note.pieces.length }, (_, index) => index + 1);
  for (const number of numbers) {
    const tables = LETTERS.map((letter) => `${quoteName(schema)}.${letter}${number}`);
    await live.run(`DROP TABLE IF EXISTS ${tables.join(', ')}`);
  }
  await live.run(`DROP SCHEMA ${quoteName(schema)} CASCADE`);
}
