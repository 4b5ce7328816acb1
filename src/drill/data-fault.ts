import { ActionError } from '../base/errors.ts';
import { quoteName, quoteTable, quoteText } from '../systems/postgres/quote.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import type { Fault } from './fault.ts';

/** A column that can be spoilt without anything that refuses it. */
interface Column {
  readonly schema: string;
  readonly name: string;
  readonly column: string;
  readonly isText: boolean;
}

/** What a spoilt row has, by type; and what a column is called that a bad migration has renamed. */
const TEXT = 'rollback-drill';
const NUMBER = -1313;
const PREFIX = 'rollback_drill_';

/** The columns of the application's own tables that no constraint, no unique index and no parent has a say in, biggest table first. */
const COLUMNS = `
  SELECT n.nspname::text AS schema, c.relname::text AS name, a.attname::text AS column,
         a.atttypid IN ('text'::regtype, 'varchar'::regtype) AS "isText"
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind = 'r' AND NOT c.relispartition AND c.relpersistence = 'p'
    AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = '' AND a.attinhcount = 0
    AND length(a.attname::text) <= 40
    AND (a.atttypid IN ('text'::regtype, 'integer'::regtype, 'bigint'::regtype, 'smallint'::regtype)
         OR a.atttypid = 'varchar'::regtype AND (a.atttypmod = -1 OR a.atttypmod >= 18)
         OR a.atttypid = 'numeric'::regtype AND a.atttypmod = -1)
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                    WHERE k.conrelid = c.oid AND a.attnum = ANY (k.conkey) AND k.contype <> 'n')
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                    WHERE i.indrelid = c.oid AND i.indisunique AND a.attnum = ANY (i.indkey))
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    AND pg_catalog.pg_relation_size(c.oid) > 0
  ORDER BY pg_catalog.pg_relation_size(c.oid) DESC, 1, 2, a.attnum
  LIMIT 1`;

const MOVED = `
  SELECT n.nspname::text AS schema, c.relname::text AS name, a.attname::text AS column
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND NOT a.attisdropped AND starts_with(a.attname::text, $1)`;

/** Every tenth row of a table gets an invalid value. */
export async function corruptedRows(server: Server): Promise<Fault> {
  const at = await columnOf(server);
  const [table, column] = [quoteTable(at), quoteName(at.column)];
  const value = at.isText ? quoteText(TEXT) : String(NUMBER);
  const count = async (session: Session) =>
    (
      await session.one<{ count: number }>(
        `SELECT count(*)::float AS count FROM ${table} WHERE ${column} = ${value}`,
      )
    ).count;
  const spoilt = () => on(server, count);
  const left = async () => {
    const rows = await spoilt();
    return rows > 0
      ? `${rows} rows of ${at.schema}.${at.name} in the database ${server.database} are corrupted`
      : undefined;
  };
  return {
    description: `${at.column} is corrupted in every tenth row of ${at.schema}.${at.name} in the database ${server.database}`,
    async strike() {
      const earlier = await left();
      if (earlier)
        throw new ActionError(
          `${earlier} already, by an earlier drill; restore the backup with rollback-db.`,
        );
      await on(server, (session) =>
        session.query(
          `UPDATE ${table} SET ${column} = ${value} WHERE ctid IN (
             SELECT ctid FROM (SELECT ctid, row_number() OVER () AS number FROM ${table}) AS numbered
             WHERE number % 10 = 1)`,
        ),
      );
    },
    isSeen: async () => (await spoilt()) > 0,
    remains: left,
    async undo() {
      const still = await left();
      if (still) throw new ActionError(`${still}; restore its backup with rollback-db.`);
    },
    close: () => {},
  };
}

/** A migration takes a column away from the services that ask for it. */
export async function badMigration(server: Server): Promise<Fault> {
  const at = await columnOf(server);
  const moved = () => on(server, (session) => session.query<Omit<Column, 'isText'>>(MOVED, [PREFIX]));
  const rename = (where: Omit<Column, 'isText'>, from: string, to: string) =>
    on(server, (session) =>
      session.query(`ALTER TABLE ${quoteTable(where)} RENAME COLUMN ${quoteName(from)} TO ${quoteName(to)}`),
    );
  return {
    description: `the column ${at.column} of ${at.schema}.${at.name} in the database ${server.database} is renamed`,
    strike: async () => void (await rename(at, at.column, `${PREFIX}${at.column}`)),
    isSeen: async () => (await moved()).length > 0,
    async remains() {
      const [first] = await moved();
      return first && `${first.schema}.${first.name} still has ${first.column}`;
    },
    async undo() {
      for (const each of await moved()) await rename(each, each.column, each.column.slice(PREFIX.length));
    },
    close: () => {},
  };
}

async function columnOf(server: Server): Promise<Column> {
  const [column] = await on(server, (session) => session.query<Column>(COLUMNS));
  if (column) return column;
  throw new ActionError(
    `The database ${server.database} has no table with rows and a column of texts or numbers that no constraint binds, so a drill cannot corrupt anything in it.`,
  );
}

const on = <T>(server: Server, work: (session: Session) => Promise<T>): Promise<T> =>
  server.use(server.database, work);
