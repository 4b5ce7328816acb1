import * as v from 'valibot';
import { isInstant } from '../base/instant.ts';
import { repairedInWords } from '../record/loss.ts';
import { facts, formatShortDuration, instant } from './words.ts';

const count = v.optional(v.nullable(v.number()), 0);
const time = v.nullish(v.pipe(v.string(), v.isoTimestamp(), v.check(isInstant)));

/** The part of rollback-db's output `data-loss` that people read. */
const LOSS = v.object({
  backupTime: time,
  lastWrite: time,
  seconds: v.nullish(v.number()),
  tables: v.nullish(
    v.array(
      v.object({ table: v.string(), lost: count, changed: count, exact: v.optional(v.boolean(), true) }),
    ),
  ),
});

/** The most tables that are named; the JSON report has them all. */
const MOST_TABLES = 10;

/** What going back took away, in words; evidence of another shape as it is. */
export function lossIn(evidence: unknown): string {
  const parsed = v.safeParse(LOSS, evidence);
  if (!parsed.success) return facts(evidence);
  const { backupTime, lastWrite, seconds, tables } = parsed.output;
  const counted = (tables ?? []).map(({ table, lost, changed, exact }) => ({
    table,
    lost: (lost ?? 0) + (changed ?? 0),
    exact,
  }));
  const gone = counted.filter(({ lost }) => lost > 0);
  const least = counted.every(({ exact }) => exact) ? '' : 'at least ';
  const named = gone.slice(0, MOST_TABLES).map(({ table, lost }) => `${table} (${lost})`);
  const more = gone.length > MOST_TABLES ? ` and ${gone.length - MOST_TABLES} more tables` : '';
  const rows = gone.reduce((sum, { lost }) => sum + lost, 0);
  const parts = [
    tables !== undefined &&
      lostRows(rows, { isCounted: tables !== null, least, named: `${named.join(', ')}${more}` }),
    rows > 0 && typeof seconds === 'number' && `up to ${formatShortDuration(seconds)} of writes`,
    backupTime && `backup of ${instant(backupTime)}`,
    repairedInWords([evidence]),
    lastWrite && `last write ${instant(lastWrite)}`,
  ];
  return parts.filter(Boolean).join('; ') || facts(evidence);
}

function lostRows(
  rows: number,
  { isCounted, least, named }: { isCounted: boolean; least: string; named: string },
): string {
  if (rows > 0) return `${least}${rows} rows lost or changed back: ${named}`;
  // That at least none is lost says nothing.
  return isCounted && least === '' ? 'no row is lost' : 'it is not known how many rows are lost';
}
