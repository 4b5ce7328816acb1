import fc from 'fast-check';
import { quoteName, quoteText } from '../../../src/systems/postgres/quote.ts';

/** The types that columns are made of, each with texts of values that are all different from one another. */
const TYPES: Record<string, readonly string[]> = {
  integer: ['0', '-1', '2147483647'],
  smallint: ['0', '-1', '1'],
  bigint: ['0', '1', '-1', '4294967296', '-4294967297', '9223372036854775807'],
  'character varying(9)': ['', ' ', 'a', 'ä'],
  'character(3)': ['', 'a', ' a', 'ä'],
  uuid: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  numeric: ['1', '1.0', '1.00', 'NaN'],
  text: ['', ' ', 'a', `'; drop table x; --`, 'NULL', 'ä', 'a\u0308', '\\N', ','],
  'double precision': ['0', '-0', '0.1', '0.10000000000000002', 'Infinity'],
  json: ['{"a":1}', '{"a": 1}', 'null'],
  jsonb: ['null', '{}', '[1, 1]'],
  'text[]': ['{}', '{NULL}', '{"NULL"}', '{{a},{b}}', '{a,b}'],
  bytea: ['', '\\x00', '\\x0000'],
  timestamptz: ['2024-03-31 00:59:59+00', '2024-03-31 01:00+00', 'infinity'],
  int4range: ['empty', '[1,2)', '[1,3)', '(,)'],
  boolean: ['true', 'false'],
  interval: ['1 day', '24:00:00', '1 mon'],
};

export interface RandomTable {
  readonly name: string;
  readonly keyed: boolean;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Null is SQL's NULL. */
  readonly rows: readonly (readonly (string | null)[])[];
}

const name = fc.constantFrom('t', 'T', '_rb_row_', 'a"; drop table x; --', 'ü.b', 'select', `it's`, '表');

const columns = fc.uniqueArray(fc.record({ name, type: fc.constantFrom(...Object.keys(TYPES)) }), {
  minLength: 1,
  maxLength: 5,
  selector: (column) => column.name,
});

const table = fc.record({ name, keyed: fc.boolean(), columns }).chain((head) =>
  fc
    .array(
      fc.tuple(...head.columns.map(({ type }) => fc.option(fc.constantFrom(...(TYPES[type] as string[]))))),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((rows): RandomTable => ({ ...head, rows })),
);

/** One to three tables with columns and rows of any kind. */
export const database = fc.uniqueArray(table, { minLength: 1, maxLength: 3, selector: (one) => one.name });

/** The tables as SQL, their rows in this order or the other way round. */
export function sqlOf(tables: readonly RandomTable[], backwards: boolean): string {
  return tables
    .flatMap(({ name, keyed, columns, rows }) => {
      const defined = columns.map((column) => `${quoteName(column.name)} ${column.type}`);
      const inserts = rows.map(
        (row, index) =>
          `INSERT INTO ${quoteName(name)} VALUES (${[...row.map(literal), ...(keyed ? [index] : [])].join(', ')})`,
      );
      const key = keyed ? ['"the key" serial PRIMARY KEY CHECK ("the key" > -9)'] : [];
      return [
        `CREATE TABLE ${quoteName(name)} (${[...defined, ...key].join(', ')})`,
        ...(backwards ? inserts.reverse() : inserts),
      ];
    })
    .join(';\n');
}

/** Every single change that the tests know for a table, by what it is. */
export function changesOf(table: RandomTable, row: number, column: number): Record<string, string> {
  const target = quoteName(table.name);
  const at = row % table.rows.length;
  const { name, type } = table.columns[column % table.columns.length] as RandomTable['columns'][number];
  const index = table.columns.findIndex((one) => one.name === name);
  const now = table.rows[at]?.[index] ?? null;
  const others = [null, ...(TYPES[type] as string[])].filter((value) => value !== now);
  const other = others[Math.floor(row / table.rows.length) % others.length] as string | null;
  // The first of equal rows, for a table without a key.
  const first = table.rows.findIndex((one) => JSON.stringify(one) === JSON.stringify(table.rows[at]));
  const where = table.keyed
    ? `"the key" = ${first}`
    : `ctid = (SELECT ctid FROM ${target} ORDER BY ctid OFFSET ${table.rows.length - 1 - first} LIMIT 1)`;
  return {
    'a cell is changed': `UPDATE ${target} SET ${quoteName(name)} = ${literal(other)} WHERE ${where}`,
    'a row is deleted': `DELETE FROM ${target} WHERE ${where}`,
    'a row is added': table.keyed
      ? `INSERT INTO ${target} ("the key") VALUES (99)`
      : `INSERT INTO ${target} SELECT * FROM ${target} WHERE ${where}`,
    'a column is lost': `ALTER TABLE ${target} DROP COLUMN ${quoteName(name)}`,
    'a column is added': `ALTER TABLE ${target} ADD COLUMN "one more" integer`,
    'a column has a default': `ALTER TABLE ${target} ALTER COLUMN ${quoteName(name)} SET DEFAULT NULL, ALTER COLUMN ${quoteName(name)} SET DEFAULT ${literal(other ?? now)}`,
    'the table is lost': `DROP TABLE ${target}`,
    'an index is added': `CREATE INDEX ON ${target} ((1))`,
    ...(table.keyed && {
      'a sequence has moved': `SELECT nextval(pg_get_serial_sequence(${quoteText(target)}, 'the key'))`,
      'the key is dropped': `ALTER TABLE ${target} DROP CONSTRAINT ${quoteName(`${table.name}_pkey`)}`,
      'the check is dropped': `ALTER TABLE ${target} DROP CONSTRAINT ${quoteName(`${table.name}_the key_check`)}`,
    }),
  };
}

const literal = (value: string | null) => (value === null ? 'NULL' : quoteText(value));
