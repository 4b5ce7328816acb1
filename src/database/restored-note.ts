import * as v from 'valibot';
import { quoteName, quoteText } from '../systems/postgres/quote.ts';
import type { Session } from '../systems/postgres/session.ts';

/**
 * What a restore in place writes on the live database once it is done: nothing else there tells a later attempt of the same run
 * that it would destroy what was written since. It is the last line of the database's comment, below whatever else that says.
 */
const schema = v.object({
  /** `restored` has its contents and its owners; `verified` is also what the snapshot of the backup says, where there is one. */
  restored: v.picklist(['restored', 'verified']),
  /** The workflow run, the same for every attempt. */
  run: v.string(),
  /** RFC 3339. */
  at: v.string(),
  /** The backup as it was given, without secrets. */
  backup: v.string(),
  /** The file with what was there before, on the machine that wrote it. */
  safetyDump: v.string(),
  /** How long the contents were locked. */
  downtimeSeconds: v.number(),
});

export type RestoredNote = v.InferOutput<typeof schema>;

const LINE = /(?:^|\n)rollback-actions in place: (.*)$/;

/** The note in the comment of a database, if there is one. Pure. */
export function restoredNoteIn(comment: string | null): RestoredNote | undefined {
  const text = LINE.exec(comment ?? '')?.[1];
  if (text === undefined) return undefined;
  try {
    return v.parse(schema, JSON.parse(text));
  } catch {
    // A line that only looks like ours says nothing.
    return undefined;
  }
}

/** A comment without the note: what it says of the contents is not so of those of another database. Pure. */
export const withoutRestoredNote = (comment: string | null): string | null =>
  comment?.replace(LINE, '') || null;

/** The comment with this note in the place of an older one. Pure. */
function withRestoredNote(comment: string | null, note: RestoredNote): string {
  const rest = withoutRestoredNote(comment);
  const line = `rollback-actions in place: ${JSON.stringify(note)}`;
  return rest === null ? line : `${rest}\n${line}`;
}

/** Writes it. @throws where the user of the session does not own the database */
export async function writeRestoredNote(
  session: Session,
  database: string,
  note: RestoredNote,
): Promise<void> {
  const { comment } = await session.one<{ comment: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
    [database],
  );
  await session.run(
    `COMMENT ON DATABASE ${quoteName(database)} IS ${quoteText(withRestoredNote(comment, note))}`,
  );
}
