/** D11: what takes a superuser is known by its statement, and what can be made last is kept out of a script, to its end. */
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { lastOf, privilegedIn } from '../../../src/database/backup/privileged.ts';
import { Script } from '../../../src/database/backup/script.ts';
import { rightsConcerns } from '../../../src/database/privileged.ts';

describe('what only a superuser may make', () => {
  test.each([
    [
      'CREATE EVENT TRIGGER "a b" ON ddl_command_end\n   EXECUTE FUNCTION public.f();',
      'event trigger',
      'a b',
      true,
    ],
    ["CREATE PUBLICATION p FOR ALL TABLES WITH (publish = 'insert');", 'publication', 'p', true],
    ['CREATE PUBLICATION p FOR TABLES IN SCHEMA s;', 'publication', 'p', true],
    ['ALTER PUBLICATION p ADD TABLES IN SCHEMA s;', 'publication', 'p', true],
    ['CREATE FOREIGN DATA WRAPPER w HANDLER public.h;', 'foreign data wrapper', 'w', false],
    ['CREATE TRUSTED PROCEDURAL LANGUAGE l HANDLER h;', 'language', 'l', false],
    ['CREATE ACCESS METHOD m TYPE INDEX HANDLER h;', 'access method', 'm', false],
    ['CREATE TEXT SEARCH TEMPLATE public.t (LEXIZE = x );', 'text search template', 'public.t', false],
    ['CREATE TEXT SEARCH PARSER public."t u" (START = x);', 'text search parser', 'public.t u', false],
    [
      'CREATE OPERATOR CLASS public.c\n    FOR TYPE x USING btree AS STORAGE x;',
      'operator class',
      'public.c',
      false,
    ],
    ['CREATE OPERATOR FAMILY public.c USING btree;', 'operator family', 'public.c', false],
    ['CREATE TYPE public.shell;', 'type', 'public.shell', false],
    ['CREATE TYPE public.base (\n    INTERNALLENGTH = 16,\n    INPUT = i);', 'type', 'public.base', false],
    [
      'CREATE AGGREGATE public.a(integer) (\n    SFUNC = f,\n    STYPE = internal\n);',
      'aggregate',
      'public.a',
      false,
    ],
    ['CREATE CAST (text AS integer) WITH INOUT AS IMPLICIT;', 'cast', '(text AS integer)', false],
    ['CREATE CAST (public.a AS public.b) WITHOUT FUNCTION;', 'cast', '(public.a AS public.b)', false],
    [
      "CREATE FUNCTION public.f(a integer) RETURNS integer\n    LANGUAGE c STRICT\n    AS 'l', 's';",
      'function',
      'public.f',
      false,
    ],
    [
      'CREATE FUNCTION public.f() RETURNS integer\n    LANGUAGE plpython3u\n    AS $$1$$;',
      'function',
      'public.f',
      false,
    ],
    [
      'CREATE FUNCTION public.f() RETURNS integer\n    LANGUAGE sql IMMUTABLE LEAKPROOF\n    AS $$1$$;',
      'function',
      'public.f',
      false,
    ],
    ['CREATE PROCEDURE public.f()\n    LANGUAGE plperlu\n    AS $$1$$;', 'procedure', 'public.f', false],
  ])('%j', (statement, kind, name, isLast) => {
    expect(privilegedIn(statement)).toEqual({ kind, name, isLast });
  });

  test.each([
    'CREATE PUBLICATION p FOR TABLE ONLY public.t;',
    "CREATE PUBLICATION p WITH (publish = 'insert');",
    "CREATE TYPE public.e AS ENUM (\n    'a'\n);",
    'CREATE TYPE public.c AS (\n\ta integer\n);',
    'CREATE CAST (public.c AS text) WITH FUNCTION public.f(public.c);',
    'CREATE AGGREGATE public.a(integer) (\n    SFUNC = int4pl,\n    STYPE = integer\n);',
    'CREATE FUNCTION public.f() RETURNS integer\n    LANGUAGE sql\n    AS $$SELECT 1 -- LEAKPROOF\n    LANGUAGE c$$;',
    'CREATE TRIGGER t BEFORE INSERT ON public.t EXECUTE FUNCTION public.f();',
    "COMMENT ON TABLE public.t IS 'CREATE EVENT TRIGGER x ON y';",
  ])('not %j', (statement) => {
    expect(privilegedIn(statement)).toBeUndefined();
  });
});

const DUMP = `CREATE TABLE public.t (a integer);
CREATE EVENT TRIGGER "a;b" ON ddl_command_end
         WHEN TAG IN ('CREATE TABLE', 'it''s; one')
   EXECUTE FUNCTION public.f();
ALTER EVENT TRIGGER "a;b" DISABLE;
COMMENT ON EVENT TRIGGER "a;b" IS 'of
two lines';
CREATE PUBLICATION p FOR TABLE ONLY public.t;
CREATE PUBLICATION q FOR ALL TABLES WITH (publish = 'insert');
ALTER PUBLICATION q OWNER TO app;
COMMENT ON TABLE public.t IS 'kept';
--
-- PostgreSQL database dump complete
--
`;

test.each([1, 7, 4096])(
  'what is made last is left out of a script that comes in pieces of %d bytes',
  async (size) => {
    const known = new Script({ name: 'it' });
    Readable.from([Buffer.from(DUMP)]).pipe(known);
    await text(known);
    expect(known.contents.privileged.map(({ name }) => name)).toEqual(['a;b', 'q']);
    const pieces = Array.from({ length: Math.ceil(DUMP.length / size) }, (_, at) =>
      Buffer.from(DUMP.slice(at * size, (at + 1) * size)),
    );
    const script = new Script({ name: 'it', drop: lastOf(known.contents.privileged) });
    Readable.from(pieces).pipe(script);
    expect((await text(script)).split('\n').filter((line) => line && !line.startsWith('--'))).toEqual([
      'CREATE TABLE public.t (a integer);',
      'CREATE PUBLICATION p FOR TABLE ONLY public.t;',
      "COMMENT ON TABLE public.t IS 'kept';",
    ]);
  },
);

test('what is left out is still looked at', async () => {
  const hidden = 'CREATE EVENT TRIGGER e ON ddl_command_end\n EXECUTE FUNCTION f(); DROP DATABASE x;\n';
  const script = new Script({
    name: 'it',
    drop: lastOf([{ kind: 'event trigger', name: 'e', isLast: true }]),
  });
  Readable.from([Buffer.from(hidden)]).pipe(script);
  await expect(text(script)).rejects.toThrow(/so it would be restored into a different database/);
});

test('D11: what would be restored with all rights, or left out, is said with the right that is needed', () => {
  const trigger = { kind: 'event trigger', name: 'e', isLast: true };
  const cast = { kind: 'cast', name: '(text AS integer)', isLast: false };
  expect(rightsConcerns('it', [], [], true)).toEqual([]);
  const reasons = [
    ...rightsConcerns('it', [cast], [trigger], true),
    ...rightsConcerns('it', [], [trigger], true),
    ...rightsConcerns('it', [], [trigger], false),
  ].map(({ reason }) => reason);
  expect(reasons).toEqual([
    'it makes the cast "(text AS integer)", which only a superuser may make: all of it would be restored with the rights of the user of `database-url`, who may do anything on the server',
    'it makes the event trigger "e", which the live database does not have: it would be left out',
    'it makes the event trigger "e", which only a superuser may make: it would be left out',
  ]);
});
