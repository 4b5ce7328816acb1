import { createHash } from 'node:crypto';
import * as v from 'valibot';

/**
 * What a rollback writes on a database as its comment, so that a later run on another machine knows what it is. The
 * server is where the state of a rollback lives: a runner that dies takes nothing with it.
 */
const schema = v.object({
  /** The name that this database had, or is to have. */
  of: v.string(),
  /** `side` is being made; `replaced` was live before a rollback; `undone` was live between a rollback and its undoing. */
  role: v.picklist(['side', 'replaced', 'undone']),
  /** How far a side database is. */
  state: v.optional(v.picklist(['created', 'restored', 'verified'])),
  /** The rollback, and the workflow run, the same for every attempt. */
  id: v.string(),
  run: v.string(),
  /** RFC 3339. */
  at: v.string(),
  /** The backup as it was given, and the SHA-256 of its bytes. */
  backup: v.string(),
  sha256: v.optional(v.string()),
  /** The oid of the database that took its place. */
  replacedBy: v.optional(v.number()),
  /** Of an undone one: which run had switched to it, and when. */
  switched: v.optional(v.object({ run: v.string(), at: v.string() })),
  /** What was found when the side database was verified, for a switch that comes later, and a run that takes over after it. */
  loss: v.optional(v.unknown()),
  tables: v.optional(v.number()),
});

export type Note = v.InferOutput<typeof schema>;

const MARK = 'rollback-actions: ';

export const writeNote = (note: Note): string => `${MARK}${JSON.stringify(note)}`;

/** The note that a comment holds; undefined where the comment is not ours. */
export function readNote(comment: string | null): Note | undefined {
  if (!comment?.startsWith(MARK)) return undefined;
  try {
    return v.parse(schema, JSON.parse(comment.slice(MARK.length)));
  } catch {
    // A database whose comment only looks like ours is neither dropped nor swapped.
    return undefined;
  }
}

/**
 * The connection limit of a side database until it goes live: with the form of its name it shows one whose run died before its
 * comment was written. Superusers and the restore's few connections do not notice it.
 */
export const SIDE_CONNECTIONS = 77;

/** The note of a side database whose maker died before it wrote one. */
export function unfinishedNote(of: string): Note {
  return { of, role: 'side', state: 'created', id: '', run: '', at: '', backup: '' };
}

/** Bytes that PostgreSQL keeps of a name. */
const LONGEST = 63;

/**
 * The name of a database that a rollback makes, or of the role that restores in place: `app_rb_1f3c9a2e_new`. Whatever the id, it
 * is as long as a name may be at most, and cut between characters.
 */
export function nameFor(
  database: string,
  id: string,
  what: 'new' | 'next' | 'old' | 'undone' | 'role',
): string {
  const suffix = `_rb_${createHash('sha256').update(id).digest('hex').slice(0, 8)}_${what}`;
  return headOf(database, suffix) + suffix;
}

/** Whether `name` is that of a role which a restore in place has made for `database`, for whatever id. Pure. */
export function isRoleNameOf(name: string, database: string): boolean {
  const suffix = /_rb_[0-9a-f]{8}_role$/.exec(name)?.[0];
  return suffix !== undefined && name === headOf(database, suffix) + suffix;
}

/** What the name of a database of each role ends with. */
const ENDS: Record<Note['role'], 'new' | 'old' | 'undone'> = {
  side: 'new',
  replaced: 'old',
  undone: 'undone',
};

/** Whether `name` is one that `nameFor` gives to a database of this role beside `database`, for whatever id. Pure. */
export function isNameOf(name: string, { of, role }: Pick<Note, 'of' | 'role'>): boolean {
  const suffix = new RegExp(`_rb_[0-9a-f]{8}_${ENDS[role]}$`).exec(name)?.[0];
  return suffix !== undefined && name === headOf(of, suffix) + suffix;
}

function headOf(database: string, suffix: string): string {
  let head = database;
  while (Buffer.byteLength(head + suffix) > LONGEST) head = [...head].slice(0, -1).join('');
  return head;
}
