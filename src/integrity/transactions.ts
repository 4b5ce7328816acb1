import { entriesOf, type LogMessage } from './log-entries.ts';

/** A write that a log tells of. */
export interface Write {
  readonly sql: string;
  readonly context: string | undefined;
  failed: boolean;
}

/** How many writes back a failure is looked for that names its statement or its request. */
const BACK = 200;
/** How many entries later a failure without a name of its own may still be that of the last write. */
const NEAR = 3;

const NAME = String.raw`(?:"[^"]+"|\w+)(?:\.(?:"[^"]+"|\w+))*`;
/** Statements as SQL has them: `INSERT INTO t`, `UPDATE t SET`, `DELETE FROM t`; no button of that name, no HTTP method. */
const STATEMENTS = [
  new RegExp(String.raw`\bINSERT\s+INTO\s+${NAME}`),
  new RegExp(
    String.raw`\binsert\s+into\s+${NAME}\s*(?:as\s+\w+\s*)?(?:\(|values\b|select\b|default\b|$)`,
    'i',
  ),
  new RegExp(String.raw`\bUPDATE\s+(?:ONLY\s+)?${NAME}(?:\s+(?:AS\s+)?\w+)?\s+SET\b`, 'i'),
  new RegExp(String.raw`(?:^|\s)UPDATE\s+${NAME}\s*:`),
  new RegExp(String.raw`\bDELETE\s+FROM\s+${NAME}`),
  new RegExp(String.raw`\bdelete\s+from\s+${NAME}\s*(?:where\b|using\b|returning\b|;|$)`, 'i'),
  new RegExp(String.raw`\bMERGE\s+INTO\s+${NAME}`, 'i'),
  /\b(?:INSERT|UPDATE|DELETE) (?:failed|aborted|rolled back)\b/,
];
/** `SELECT … FOR UPDATE` and comments about statements change nothing. */
const READS = /^\s*(?:SELECT|EXPLAIN|SHOW)\b/i;
const FAILED_WORDS = /\b(?:ERROR|FATAL|ROLLBACK)\b/;
/** Sentences of databases and their drivers, by which a failure is known as one of the last statement. */
const OF_DATABASE =
  /duplicate key|violates|deadlock|could not serialize|SQLSTATE|transaction is aborted|does not exist|null value in column|canceling statement|out of range|value too long|roll(?:ed)? ?back|PSQLException|DataAccess|ConstraintViolation|SequelizeDatabase|QueryFailed|pq:|lock timeout|connection (?:reset|terminated|refused)/i;

/** What one log tells: its writes in order, which of them failed, also where a later line says so; and all that failed. */
export function transactionsIn(lines: readonly string[]): { writes: Write[]; errors: number } {
  const writes: Write[] = [];
  /** The writes of transactions whose beginning the log tells. */
  const open = new Map<string | undefined, Write[]>();
  const committed = new Set<Write>();
  let errors = 0;
  let sinceWrite = 0;
  for (const entry of entriesOf(lines)) {
    const { context } = entry;
    const sql = statementOf(entry);
    const command = sql === undefined ? commandOf(entry) : undefined;
    const failed = fails(entry) || command === 'rollback';
    if (failed) errors++;
    sinceWrite++;
    if (sql !== undefined) {
      const write = addWrite(writes, sql, entry);
      open.get(context)?.push(write);
      sinceWrite = 0;
      continue;
    }
    const own = open.get(context);
    if (command === 'begin') open.set(context, []);
    if (command === 'commit' || command === 'rollback') open.delete(context);
    if (command === 'commit') for (const each of own ?? []) committed.add(each);
    if (command === 'rollback' && own) for (const each of own) each.failed = true;
    else if (failed && entry.postgres === undefined) {
      const last = lastOf(writes, entry, sinceWrite);
      if (last && !committed.has(last)) last.failed = true;
    }
  }
  return { writes, errors };
}

/** Takes a statement down, once: where it failed, the log may have told it before. */
function addWrite(writes: Write[], sql: string, entry: LogMessage): Write {
  // PostgreSQL writes the statement after its error, and only where there was one.
  const failed = fails(entry) || entry.postgres === 'STATEMENT';
  const known = failed ? earlier(writes, sql, entry) : undefined;
  const write = known ?? { sql, context: entry.context, failed };
  write.failed ||= failed;
  if (!known) writes.push(write);
  return write;
}

/** The statement that an entry tells of; undefined where it tells of none that writes. */
function statementOf({ sql, text, postgres }: LogMessage): string | undefined {
  if (postgres !== undefined && sql === undefined) return undefined;
  const statement = sql ?? text;
  if (READS.test(statement) || !STATEMENTS.some((each) => each.test(statement))) return undefined;
  const found = STATEMENTS.map((each) => each.exec(statement)).find(Boolean);
  return statement.slice(found?.index ?? 0);
}

const fails = ({ isFailure, isFine, text, postgres }: LogMessage): boolean =>
  isFailure || (!isFine && postgres === undefined && FAILED_WORDS.test(text.replace(/'[^']*'/g, '')));

/** What an entry says of a whole transaction. */
function commandOf({ sql, text }: LogMessage): 'begin' | 'commit' | 'rollback' | undefined {
  const [, word] =
    /(?:^|[\s:>-])(BEGIN|START TRANSACTION|COMMIT|ROLLBACK)(?: TRANSACTION| WORK)?;?\s*$/.exec(sql ?? text) ??
    [];
  if (word === undefined) return undefined;
  return word === 'COMMIT' ? 'commit' : word === 'ROLLBACK' ? 'rollback' : 'begin';
}

/** The same statement, told just before it failed by the same request or process. */
function earlier(writes: readonly Write[], sql: string, { context }: LogMessage): Write | undefined {
  const last = writes.slice(-BACK).findLast((each) => each.context === context);
  return last && !last.failed && shapeOf(last.sql) === shapeOf(sql) ? last : undefined;
}

/** Whose failure an entry without a statement tells: that of its request, else of the write just before it. */
function lastOf(
  writes: readonly Write[],
  { context, text }: LogMessage,
  sinceWrite: number,
): Write | undefined {
  const recent = writes.slice(-BACK);
  const own = context === undefined ? undefined : recent.findLast((each) => each.context === context);
  if (own && OF_DATABASE.test(text)) return own;
  const last = recent.at(-1);
  const isNear = sinceWrite <= NEAR && OF_DATABASE.test(text);
  return isNear && (context === undefined || last?.context === undefined) ? last : undefined;
}

/** A statement as far as both lines are sure to have it. */
const shapeOf = (sql: string): string => sql.replace(/\s+/g, ' ').trim().slice(0, 80);
