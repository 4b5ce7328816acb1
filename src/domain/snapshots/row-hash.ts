/** The hashes of texts and rows, as SQL. */
import { quoteName } from '../../systems/postgres/quote.ts';
import type { Snapshot } from './snapshot.ts';
import type { Table } from './tables.ts';

/** The hash of a text, as SQL. Equal texts hash alike on every version and architecture of PostgreSQL. */
export const hashOf = (text: string, seed = 0): string =>
  `pg_catalog.hashtextextended((${text})::pg_catalog.text COLLATE "C", ${seed})`;

/**
 * The hash of a row by PostgreSQL's own hash functions, which takes less than half the time. It is for a comparison on
 * one server alone: others hash differently, and what PostgreSQL holds equal hashes alike, such as 1.0 and 1.00. The
 * outer hash is needed: sums of the inner one do not tell rows apart whose columns are swapped.
 */
export const quickHashOf = (row: string, seed = 0): string =>
  `pg_catalog.hashint8extended(pg_catalog.hash_record_extended(${row}, ${seed}), 0)`;

/** What stands for NULL in a hash, as SQL: random, so that no value is so by chance. */
const NO_NUMBER = `'-3131283927542019891'::pg_catalog.int8`;
const NO_TEXT = `'6782deab564837e92ec1e673a82a5983'`;
const NO_ID = `'a5a8b1a1-a0e7-4d37-a9d0-b64e47197ad6'::pg_catalog.uuid`;

/** Columns of a table that are hashed by themselves at most, as each makes the expression deeper. */
const MAX_OWN = 64;

/** The hash of a value together with that of what was hashed before. */
type Step = (value: string, before: string) => string;

// As a seed all 64 bits count; the hashes of bigint and of times have 32 bits of what they hash.
const ofNumber: Step = (value, before) =>
  `pg_catalog.hashint4extended(0, ${before} # coalesce(${value}, ${NO_NUMBER}))`;

const ofText: Step = (value, before) =>
  `pg_catalog.hashtextextended(coalesce(${value}::pg_catalog.text, ${NO_TEXT}) COLLATE "C", ${before})`;

/**
 * How a type is hashed by itself: one of which equal values are the same by its own hash, another by the text that PostgreSQL
 * writes for it, which is what its cast to text gives. Texts are hashed by their bytes, whatever their collation.
 */
const STEPS: readonly (readonly [RegExp, Step])[] = [
  [/^(?:smallint|integer|bigint)$/, (value, before) => ofNumber(`${value}::pg_catalog.int8`, before)],
  [/^boolean$/, (value, before) => ofNumber(`${value}::pg_catalog.int4::pg_catalog.int8`, before)],
  [/^uuid$/, (value, before) => `pg_catalog.uuid_hash_extended(coalesce(${value}, ${NO_ID}), ${before})`],
  [/^(?:text|character varying(?:\(\d+\))?)$/, ofText],
  [/^(?:numeric(?:\(-?\d+,-?\d+\))?|real|double precision|jsonb?|bytea|date)$/, ofText],
  [/^(?:time|timestamp)(?:\(\d\))? with(?:out)? time zone$/, ofText],
  [
    // Its length says how many blanks follow. The cast to text, which takes them away, takes longer than all the rest.
    /^character\(\d+\)$/,
    (value, before) => `pg_catalog.hashbpcharextended(coalesce(${value}, ${NO_TEXT}) COLLATE "C", ${before})`,
  ],
];

/**
 * The hash of a row, as SQL: in version 1 that of the text of it all; in version 2 of its columns one after another, those of
 * unusual types by one text. Each hash seeds the next, so that nothing cancels out where values change places.
 */
export function rowHashOf({ columns }: Table, row: string, version: Snapshot['version']): string {
  const value = ({ name }: Table['columns'][number]) => `${row}.${quoteName(name)}`;
  const steps = columns
    .flatMap((column) => {
      const step = STEPS.find(([types]) => version > 1 && types.test(column.type))?.[1];
      return step ? [{ column, step }] : [];
    })
    .slice(0, MAX_OWN);
  const others = columns.filter((column) => !steps.some((own) => own.column === column));
  // A row that is put together of its columns has the same text as the table's, sooner.
  const begun =
    others.length > 0 || steps.length === 0
      ? hashOf(`ROW(${others.map(value).join(', ')})`)
      : `0::pg_catalog.int8`;
  return steps.reduce((before, { column, step }) => step(value(column), before), begun);
}
