import { formatDuration } from '../base/duration.ts';
import { ActionError } from '../base/errors.ts';
import { namesOf, withoutFullStop } from '../base/sentence.ts';
import type { TableName } from '../domain/snapshots/snapshot.ts';
import { nameOf } from '../domain/snapshots/tables.ts';
import type { Accepts } from '../runner/consent.ts';
import { quoteTable } from '../systems/postgres/quote.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import type { Backup } from './backup/backup.ts';

/** What a rollback would take away, which needs consent. */
export interface Concern {
  /** The word of consent. */
  readonly word: 'data-loss' | 'rights' | 'unknown';
  /** Tables that may be named instead of the word. */
  readonly tables: readonly string[];
  /** A part of a sentence: what would happen. */
  readonly reason: string;
}

/**
 * The share of the live rows that may go without a word. A backup of last night lacks a day: of a database that is worth
 * keeping, far less than a tenth. What lacks more is most likely the wrong one.
 */
const MOST_SHARE = 0.1;
/** Rows below which a share says nothing. */
const FEW_ROWS = 100;

/** Whether more of the live rows would go than a usual backup lacks. Pure. */
export function shareConcern(lost: number, live: number): Concern[] {
  if (lost <= FEW_ROWS || lost <= live * MOST_SHARE) return [];
  const percent = Math.min(100, Math.round((100 * lost) / Math.max(1, live)));
  const reason = `${lost} of ${live} rows of the live database (${percent} %) would be lost`;
  return [{ word: 'data-loss', tables: [], reason }];
}

/** What a dump without rows takes. Pure. */
export const emptyConcern = ({ hasData, source }: Backup): Concern[] =>
  hasData
    ? []
    : [
        {
          word: 'data-loss',
          tables: [],
          reason: `${source} has tables and no rows (pg_dump --schema-only): all rows of the live database would be lost`,
        },
      ];

/** Tables whose rows the backup was made without, though they were there. Pure. */
export function lackingConcern(tables: readonly TableName[]): Concern[] {
  if (tables.length === 0) return [];
  const names = tables.map(nameOf);
  const reason = `the backup was made without the rows of ${namesOf(names)}, which the live database has`;
  return [{ word: 'data-loss', tables: names, reason }];
}

/** What the live database has of kinds of things that a backup may have been made without. */
export interface DatabaseParts {
  readonly hasKeys: boolean;
  readonly largeObjects: number;
}

/** Kinds of things of which the backup has none at all and the live database has some. Pure. */
export function partsConcern(
  { hasData, hasKeys, hasLargeObjects, source }: Backup,
  live: DatabaseParts,
): Concern[] {
  const lacking: [boolean, string][] = [
    [
      live.hasKeys && !hasKeys,
      `${source} makes no key and no index (pg_dump --section without post-data): the database would be without all of them, and without foreign keys and triggers`,
    ],
    [
      hasData && live.largeObjects > 0 && !hasLargeObjects,
      `${source} has none of the ${live.largeObjects} large objects of the live database (pg_dump -n, -t and --no-large-objects leave them out): they would be lost`,
    ],
  ];
  return lacking.flatMap(([applies, reason]) => (applies ? [{ word: 'data-loss', tables: [], reason }] : []));
}

/** What a backup lacks that the restore cannot show: a sentence, or undefined. Pure. */
export function mappingsWarning({ emptyMappings, source }: Backup): string | undefined {
  if (emptyMappings.length === 0) return undefined;
  return `${source} has user mappings of foreign servers without options: ${namesOf(emptyMappings)}. pg_dump leaves out passwords that its role may not read; where the live ones have any, their foreign tables fail afterwards until they are given again (ALTER USER MAPPING … OPTIONS (ADD password …)).`;
}

/** What is made from other tables and could not be made again. Pure. */
export const emptyViewsConcern = (reason: string): Concern => ({
  word: 'data-loss',
  tables: [],
  reason: `materialized views could not be refreshed and would be empty (${withoutFullStop(reason)})`,
});

/** What could not be compared. Pure. */
export const unknownConcern = (reason: string): Concern => ({
  word: 'unknown',
  tables: [],
  reason: `what would be lost is unknown: ${reason}`,
});

/** Seconds after which a count of what would be lost is old, and after which it says nothing of a day's work. */
export const OLD_COUNT_S = 600;
const OUTDATED_COUNT_S = 86_400;

/** What was prepared days ago was compared with a live database that users have written to since. Pure. */
export const ageConcern = (seconds: number): Concern[] =>
  seconds > OUTDATED_COUNT_S
    ? [unknownConcern(`it was counted ${formatDuration(seconds)} ago, and users have gone on since`)]
    : [];

/**
 * @param consequence what has become of the work so far
 * @throws ActionError that says all that was not agreed to, and how it is
 */
export function requireAccepted(concerns: readonly Concern[], accepts: Accepts, consequence: string): void {
  const open = concerns.filter(({ word, tables }) => {
    if (accepts(word) || (word === 'unknown' && accepts('data-loss'))) return false;
    return tables.length === 0 || !tables.every((name) => accepts(name));
  });
  if (open.length === 0) return;
  const words = [...new Set(open.map(({ word }) => word))].map((word) => `\`accept: ${word}\``).join(' and ');
  const named = open.some(({ tables }) => tables.length > 0) ? ', or name each of these tables there' : '';
  throw new ActionError(
    `This needs your consent: ${open.map(({ reason }) => reason).join('; and ')}; ${consequence}. To go on all the same, say ${words}${named}.`,
    { details: open.flatMap(({ tables }) => tables) },
  );
}

/**
 * Of tables with rows that the live database has and the backup has no rows of: those that were there when it was made. What
 * was created since can be in no backup; where that is unknown, only the number of rows decides.
 */
export async function tablesLeftOut(
  server: Server,
  backup: Backup,
  candidates: readonly TableName[],
): Promise<TableName[]> {
  const certain = candidates.filter((table) =>
    backup.definesWithoutRows.has(`${table.schema}.${table.name}`),
  );
  const others = candidates.filter(
    (table) => !certain.includes(table) && !backup.rowsOf.has(`${table.schema}.${table.name}`),
  );
  if (others.length === 0 || backup.takenAt === undefined) return certain;
  const takenAt = Date.parse(backup.takenAt);
  return server.use(server.database, async (session) => {
    const created = await createdAt(session, others);
    return [
      ...certain,
      ...others.filter((_, at) => (created[at] ?? Number.POSITIVE_INFINITY) < takenAt - 1000),
    ];
  });
}

/** When tables were created, where the server keeps commit times: an attribute of the system is never written again. */
async function createdAt(session: Session, tables: readonly TableName[]): Promise<(number | undefined)[]> {
  const { on } = await session.one<{ on: string }>(`SELECT current_setting('track_commit_timestamp') AS on`);
  if (on !== 'on') return tables.map(() => undefined);
  const rows = await session.query<{ at: Date | null }>(
    `SELECT (SELECT pg_xact_commit_timestamp(a.xmin) FROM pg_attribute a WHERE a.attrelid = to_regclass(name) AND a.attname = 'ctid') AS at
     FROM unnest($1::text[]) WITH ORDINALITY AS t(name, place) ORDER BY place`,
    [tables.map(quoteTable)],
  );
  return rows.map(({ at }) => at?.getTime());
}
