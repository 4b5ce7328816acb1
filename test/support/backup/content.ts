import type { TestDatabase } from '../postgres/database.ts';

export const HOSTILE = `a"; drop table x; --'\\ ü`;
const q = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A schema with a little of everything that a dump has to bring back. */
export const SHOP = `
CREATE SCHEMA shop;
CREATE TYPE shop.state AS ENUM ('new', 'paid');
CREATE SEQUENCE shop.numbers START 77;
CREATE TABLE shop.customers (id serial PRIMARY KEY, name text NOT NULL, note text, state shop.state DEFAULT 'new',
  tags text[], info jsonb, upper_name text GENERATED ALWAYS AS (upper(name)) STORED);
CREATE TABLE shop.orders (id bigint PRIMARY KEY, customer int REFERENCES shop.customers, total numeric(12,2) CHECK (total >= 0), at timestamptz, raw bytea);
CREATE TABLE ${q(HOSTILE)} (${q(HOSTILE)} text, b text);
CREATE TABLE shop.parts (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE shop.parts_old PARTITION OF shop.parts FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE shop.nothing ();
INSERT INTO shop.customers (name, note, tags, info) SELECT 'c' || i, E'line\\n\\\\.\\n\\tx' || i, ARRAY['a', NULL, '\\.'], jsonb_build_object('n', i) FROM generate_series(1, 500) i;
INSERT INTO shop.orders SELECT i, 1 + i % 500, i * 1.5, '2026-01-01'::timestamptz + i * interval '1 s', decode(md5(i::text), 'hex') FROM generate_series(1, 3000) i;
INSERT INTO ${q(HOSTILE)} VALUES ('\\connect postgres', E'x\\n\\\\!id\\n'), ('-- PostgreSQL database dump complete', NULL), ('', 'COPY a FROM stdin;');
INSERT INTO shop.parts VALUES (1, '2020-05-05');
CREATE INDEX ON shop.orders (customer) WHERE total > 10;
CREATE VIEW shop.totals AS SELECT customer, sum(total) AS total FROM shop.orders GROUP BY customer;
CREATE MATERIALIZED VIEW shop.total AS SELECT count(*) AS n FROM shop.orders;
CREATE FUNCTION shop.odd() RETURNS text LANGUAGE plpgsql AS $f$
BEGIN
  -- a body with what looks like a dump's own lines
  RETURN '
\\connect nowhere
COPY shop.orders FROM stdin;
-- PostgreSQL database dump complete
';
END $f$;
CREATE FUNCTION shop.atomic(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN a > 1 THEN 1 ELSE 2 END; SELECT 3; END;
CREATE TRIGGER t BEFORE UPDATE ON shop.orders FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE RULE r AS ON DELETE TO shop.nothing DO INSTEAD (SELECT 1; SELECT 2);
COMMENT ON TABLE shop.orders IS E'it''s; a\\n-- comment \\\\';
SELECT lo_from_bytea(0, 'large');
SELECT nextval('shop.numbers');`;

/** Rows and definitions of a database, comparable across major versions. */
export async function contentOf(database: Pick<TestDatabase, 'query'>): Promise<Record<string, unknown>> {
  const tables = await database.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind IN ('r', 'm', 'S') AND relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_' OR nspname = 'information_schema') ORDER BY 1`,
  );
  const rows: Record<string, unknown> = {};
  for (const { name } of tables) {
    const columns = (await kindOf(database, name)) === 'S' ? 'x.last_value, x.is_called' : 'x.*';
    const [row] = await database.query(
      `SELECT count(*)::text AS n, sum(hashtextextended((SELECT r FROM (SELECT ${columns}) r)::text, 0))::text AS hash FROM ONLY ${name} AS x`,
    );
    rows[name] = row;
  }
  const [definitions] = await database.query(
    `SELECT
      (SELECT array_agg(conname || ' ' || pg_get_constraintdef(oid) || convalidated ORDER BY conname, oid::text) FROM pg_constraint WHERE connamespace::regnamespace::text !~ '^(pg_|information_schema)' AND contype <> 'n') AS constraints,
      (SELECT array_agg(indexdef ORDER BY indexdef) FROM pg_indexes WHERE schemaname !~ '^(pg_|information_schema)') AS indexes,
      (SELECT array_agg(pg_get_functiondef(oid) ORDER BY oid::regprocedure::text) FROM pg_proc WHERE pronamespace = to_regnamespace('shop')) AS functions,
      (SELECT array_agg(viewname ORDER BY viewname) FROM pg_views WHERE schemaname = 'shop') AS views,
      (SELECT array_agg(description ORDER BY description) FROM pg_description WHERE classoid = 'pg_class'::regclass AND objoid::regclass::text LIKE 'shop%') AS comments,
      (SELECT array_agg(tgname ORDER BY tgname) FROM pg_trigger WHERE NOT tgisinternal) AS triggers,
      (SELECT array_agg(encode(lo_get(oid), 'escape')) FROM pg_largeobject_metadata) AS large_objects`,
  );
  return { rows, ...definitions };
}

async function kindOf(database: Pick<TestDatabase, 'query'>, name: string): Promise<string> {
  const [row] = await database.query<{ relkind: string }>(
    'SELECT relkind FROM pg_class WHERE oid = $1::regclass',
    [name],
  );
  return row?.relkind ?? '';
}
