import * as v from 'valibot';
import { isInstant } from '../runner/instant.ts';
import { duration, facts, instant } from './words.ts';

const count = v.optional(v.number(), 0);
const time = v.nullish(v.pipe(v.string(), v.isoTimestamp(), v.check(isInstant)));

/** The part of rollback-db's output `data-loss` that people read. */
const LOSS = v.object({
  backupTime: time,
  lastWrite: time,
  seconds: v.nullish(v.number()),
  tables: v.nullish(v.array(v.object({ table: v.string(), lost: count, changed: count }))),
});

/** The most tables that are named; the JSON report has them all. */
const MOST_TABLES = 10;

/** What going back took away, in words; evidence of another shape as it is. */
export function lossIn(evidence: unknown): string {
  const parsed = v.safeParse(LOSS, evidence);
  if (!parsed.success) return facts(evidence);
  const { backupTime, lastWrite, seconds, tables } = parsed.output;
  const gone = (tables ?? []).filter(({ lost, changed }) => lost + changed > 0);
  const named = gone.slice(0, MOST_TABLES).map(({ table, lost, changed }) => `${table} (${lost + changed})`);
  const more = gone.length > MOST_TABLES ? ` and ${gone.length - MOST_TABLES} more tables` : '';
  const rows = gone.reduce((sum, { lost, changed }) => sum + lost + changed, 0);
  const told = [
    tables &&
      (rows === 0 ? 'no row is lost' : `${rows} rows lost or changed back: ${named.join(', ')}${more}`),
    rows > 0 && typeof seconds === 'number' && `up to ${duration(seconds)} of writes`,
    backupTime && `backup of ${instant(backupTime)}`,
    lastWrite && `last write ${instant(lastWrite)}`,
  ];
  return told.filter(Boolean).join('; ') || facts(evidence);
}
