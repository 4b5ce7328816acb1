/** A schema with a column of every kind of type, and one of every kind of object: what a fingerprint must bear. */
export const EVERY_TYPE = `
CREATE SCHEMA "Größe ""x""; drop table y; --";
CREATE TYPE mood AS ENUM ('sad', 'o''k', 'happy');
CREATE TYPE pair AS (a integer, "b c" text);
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TYPE floats AS RANGE (subtype = float8);
CREATE SEQUENCE counter START 5 INCREMENT 3;
CREATE SEQUENCE untouched START 7;
SELECT nextval('counter'), nextval('counter');

CREATE TABLE everything (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  b boolean, s smallint, i integer, n numeric, n2 numeric(12,4), r real, d double precision, m money,
  c char(5), v varchar(20), t text, by bytea, ts timestamp, tz timestamptz, da date, ti time, tt timetz, iv interval,
  u uuid, j json, jb jsonb, jp jsonpath, x xml, ip inet, ci cidr, ma macaddr, ma8 macaddr8, bi bit(5), vb bit varying,
  po point, li line, ls lseg, bo box, pa path, pg polygon, cr circle, tv tsvector, tq tsquery,
  ia integer[], ta text[][], ea mood[], e mood, co pair, coa pair[], dom positive,
  ir int4range, nr numrange, tr tstzrange, fr floats, mr int4multirange,
  rc regclass, rt regtype, o oid, l pg_lsn, nm name,
  g integer GENERATED ALWAYS AS (i * 2) STORED,
  CHECK (v IN ('a', 'b', 'ä "quoted"') OR v IS NULL), CONSTRAINT "odd "" name" CHECK (((s > 0) OR (i > 0)) AND NOT (s > 5 AND i > 9) OR s IS NULL)
);
INSERT INTO everything (b, s, i, n, n2, r, d, m, c, v, t, by, ts, tz, da, ti, tt, iv, u, j, jb, jp, x, ip, ci, ma, ma8, bi, vb,
  po, li, ls, bo, pa, pg, cr, tv, tq, ia, ta, ea, e, co, coa, dom, ir, nr, tr, fr, mr, rc, rt, o, l, nm) VALUES
(true, 1, 2, 1.00, 3.5, 0.1, 0.1, '12.34', 'ab', 'a', E'a\\tb\\nü "\\\\', '\\x00ff27', '2024-02-29 12:00:00.123456', '2024-02-29 12:00+02', '0044-03-15 BC',
  '23:59:59.999999', '12:00+05:30', '1 year 2 mons -3 days 04:05:06.7', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{"a": 1,  "a":2}', '{"b": [1, null]}', '$.a[*] ? (@ > 1)',
  '<a b="c">&lt;</a>', '::1/64', '10.0.0.0/8', '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05', '10101', '101',
  '(1.5,-2)', '{1,2,3}', '[(1,2),(3,4)]', '(3,4),(1,2)', '[(1,2),(3,4)]', '((1,2),(3,4),(5,6))', '<(1,2),3>', 'a:1A b', 'a & !b',
  '{1,NULL,3}', '{{a,"b c"},{NULL,"NULL"}}', '{sad,"o''k"}', 'happy', '(1,"x ""y""")', ARRAY['(1,)'::pair], 5,
  '[1,5)', '(,2.5]', '[2024-01-01,)', '[0.1,0.2)', '{[1,3),[5,7)}', 'everything', 'mood', 4000000000, '16/B374D848', 'n"m'),
(false, -1, 3, 'NaN', NULL, 'Infinity', '-0', '-1', '', 'b', '', '', 'infinity', '-infinity', NULL, NULL, NULL, '-1 day', NULL, 'null', 'null', NULL, '', NULL,
  NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', NULL, '{}', '{}', '{}', NULL, NULL, '{}', NULL, 'empty', NULL, NULL, NULL, '{}', NULL, NULL, NULL, NULL, NULL),
(NULL, NULL, NULL, 1e-20, 0, 1e-40, 1e300, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

CREATE TABLE keyless (a integer, b text);
INSERT INTO keyless VALUES (1, 'x'), (1, 'x'), (2, NULL), (2, '');
CREATE TABLE _rb_row_ (_rb_row_ integer, "_rb_row__" text);
INSERT INTO _rb_row_ VALUES (1, 'alias');
CREATE TABLE nothing ();
INSERT INTO nothing DEFAULT VALUES;
CREATE TABLE empty (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
CREATE TABLE "Größe ""x""; drop table y; --"."a""; drop table x; --" ("i""d" integer PRIMARY KEY, "’; --" text DEFAULT 'a''b');
INSERT INTO "Größe ""x""; drop table y; --"."a""; drop table x; --" SELECT g, 'ß' || g FROM generate_series(1, 500) g;
CREATE TABLE orders (id bigint, at date, total numeric, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE orders_2023 PARTITION OF orders FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
INSERT INTO orders SELECT g, '2023-06-01'::date + g, g * 1.10 FROM generate_series(1, 600) g;
CREATE INDEX orders_total ON orders (total) WHERE total > 5;
CREATE TABLE lines (order_id bigint, at date, no integer, FOREIGN KEY (order_id, at) REFERENCES orders, PRIMARY KEY (order_id, no));
INSERT INTO lines SELECT id, at, 1 FROM orders;
CREATE TABLE parent (id serial PRIMARY KEY, t text);
CREATE TABLE child (extra text) INHERITS (parent);
INSERT INTO parent (t) VALUES ('p'); INSERT INTO child (t, extra) VALUES ('c', 'e');
CREATE UNLOGGED TABLE scratch (id integer PRIMARY KEY);
INSERT INTO scratch VALUES (1);
ALTER TABLE keyless ADD COLUMN gone integer; ALTER TABLE keyless DROP COLUMN gone; ALTER TABLE keyless ADD COLUMN late integer DEFAULT 3;

CREATE VIEW summary AS SELECT e.e, count(*) AS n FROM everything e LEFT JOIN keyless k ON k.a = e.i GROUP BY e.e;
CREATE MATERIALIZED VIEW kept AS SELECT a, b FROM keyless;
CREATE INDEX kept_a ON kept (a);
CREATE FUNCTION double(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT x * 2';
CREATE FUNCTION sum_of(a integer, b integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT a + b; END;
CREATE PROCEDURE nap() LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; END $$;
CREATE AGGREGATE total (integer) (sfunc = int4pl, stype = integer, initcond = '0');
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE OF b ON keyless FOR EACH ROW WHEN (OLD.b IS DISTINCT FROM NEW.b) EXECUTE FUNCTION touch();
CREATE TRIGGER touched BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION touch();
CREATE RULE quiet AS ON DELETE TO parent DO INSTEAD NOTHING;
ALTER TABLE keyless ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON keyless FOR SELECT USING (b = current_user AND a IN (1, 2));
CREATE STATISTICS related ON a, b FROM keyless;
CREATE INDEX words ON everything (lower(t) text_pattern_ops, (d + 1)) INCLUDE (b);
SELECT lo_from_bytea(4242, '\\x0001ff'), lo_from_bytea(4243, '');
CREATE TABLE flyway_schema_history (installed_rank integer PRIMARY KEY, version text, description text, success boolean);
INSERT INTO flyway_schema_history VALUES (1, '1.0', 'first', true), (2, '1.10', 'second', true);
CREATE TABLE wide (${Array.from({ length: 1600 }, (_, index) => `c${index} ${index % 2 ? 'text' : 'integer'}`).join(', ')});
INSERT INTO wide (c0, c1, c1599) VALUES (1, 'x', 'y'), (2, NULL, 'z');
`;
