import { namesOf } from '../base/sentence.ts';
import { isOfRights } from '../domain/snapshots/rights.ts';
import { schemaObjects } from '../domain/snapshots/schema.ts';
import { quoteName } from '../systems/postgres/quote.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import { type Carried, objectsIn } from './backup/carry-over.ts';
import { textIn } from './backup/written.ts';
import type { RestoreRole } from './restore-role.ts';

/** What is changed in one transaction: each thing is locked until it ends, and a server has room for some thousands. */
const AT_A_TIME = 200;

/**
 * What lets any user act with the rights of a superuser, each as its owner and its definition: functions that are SECURITY
 * DEFINER, and views of what only a superuser may read. Those of the live database are known to its operators, those of a
 * backup are not.
 */
export type Definers = ReadonlySet<string>;

const DEFINERS = `
  WITH RECURSIVE views AS (
    -- Dependencies on PostgreSQL's own tables are not kept anywhere else.
    SELECT ev_class AS oid, source[1]::pg_catalog.oid AS source
    FROM pg_catalog.pg_rewrite CROSS JOIN pg_catalog.regexp_matches(ev_action::text, ':relid (\\d+)', 'g') AS source
    WHERE ev_class >= 16384 AND source[1]::pg_catalog.oid <> ev_class
  ), secret AS (
    SELECT oid FROM views WHERE source < 16384 AND NOT pg_catalog.has_table_privilege('public', source, 'SELECT')
    UNION SELECT views.oid FROM views JOIN secret ON secret.oid = views.source
  ), found AS (
    SELECT p.oid, 'pg_catalog.pg_proc'::pg_catalog.regclass AS class, proowner AS owner, p.oid::pg_catalog.regprocedure::text AS name, 'ROUTINE' AS kind,
      pg_catalog.pg_get_functiondef(p.oid) AS definition
    FROM pg_catalog.pg_proc p WHERE prosecdef AND prokind IN ('f', 'p')
    UNION ALL SELECT c.oid, 'pg_catalog.pg_class', relowner, c.oid::pg_catalog.regclass::text, 'VIEW', pg_catalog.pg_get_viewdef(c.oid)
    FROM pg_catalog.pg_class c JOIN secret ON secret.oid = c.oid
    WHERE relkind = 'v' AND NOT coalesce(reloptions, '{}') && '{security_invoker=true,security_invoker=on,security_invoker=1}'
  )
  SELECT kind, name, r.rolname || E'\\n' || definition AS definition FROM found JOIN pg_catalog.pg_roles r ON r.oid = owner
  WHERE r.rolsuper AND found.oid >= 16384
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = class AND d.objid = found.oid AND d.deptype = 'e')`;

interface Definer {
  readonly kind: 'ROUTINE' | 'VIEW';
  readonly name: string;
  readonly definition: string;
}

/** What was restored may have functions and operators that look like PostgreSQL's own. */
const SAFE_PATH = 'SET search_path = pg_catalog, pg_temp';

/** What was not carried out, and what else is to be said, a sentence each. */
interface Outcome {
  readonly refused: readonly string[];
  readonly warnings: readonly string[];
}

/** The functions of the live database that run with the rights of a superuser. */
export async function definersOf(session: Session): Promise<Definers> {
  await session.run(SAFE_PATH);
  const rows = await session.query<Definer>(DEFINERS);
  return new Set(rows.map(({ definition }) => definition));
}

/**
 * Gives what was restored to its owners: first all of it to the owner of the database, then what the backup says of owners and
 * privileges, a statement each and in latin1. It touches nothing but what was restored, and makes no role a superuser.
 *
 * @param known what in the live database lets any user act as a superuser
 */
export async function handOver(
  server: Server,
  database: string,
  {
    owner,
    restorer,
    after,
    known,
  }: { owner: string; restorer: RestoreRole | undefined; after: readonly string[]; known: Definers },
): Promise<Outcome> {
  return server.use(database, async (session) => {
    await session.run(SAFE_PATH);
    const warnings: string[] = [];
    if (restorer) {
      const role = quoteName(restorer.name);
      await giveTables(session, restorer.name, owner);
      const all = [`REASSIGN OWNED BY ${role} TO ${quoteName(owner)}`, `DROP OWNED BY ${role}`];
      warnings.push(...(await carriedOut(session, all, known)));
    }
    const outcome = await carryOut(session, schemasFirst(after), known);
    return { refused: outcome.refused, warnings: [...warnings, ...outcome.warnings] };
  });
}

const isOfSchema = (line: string): boolean => / ON SCHEMA /.test(line);

/** A new owner needs CREATE on the schema. */
export const schemasFirst = (lines: readonly string[]): string[] => [
  ...lines.filter(isOfSchema),
  ...lines.filter((line) => !isOfSchema(line)),
];

/** Many tables go to their owner some at a time, with their indexes; the last ones with all the rest. */
async function giveTables(session: Session, from: string, to: string): Promise<void> {
  for (;;) {
    const tables = await session.query<{ name: string }>(
      `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
       JOIN pg_roles r ON r.oid = relowner WHERE rolname = $1 AND relkind IN ('r', 'p', 'm', 'f') LIMIT ${AT_A_TIME}`,
      [from],
    );
    if (tables.length < AT_A_TIME) return;
    const all = tables.map(({ name }) => `ALTER TABLE ${name} OWNER TO ${quoteName(to)}`);
    await session.run(['BEGIN', ...all, 'COMMIT'].join('; '));
  }
}

/** Some at a time. */
async function carryOut(session: Session, lines: readonly string[], known: Definers): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < lines.length; at += AT_A_TIME)
    outcomes.push(await carryOutTogether(session, lines.slice(at, at + AT_A_TIME), known));
  return togetherOf(outcomes);
}

const togetherOf = (outcomes: readonly Outcome[]): Outcome => ({
  refused: outcomes.flatMap(({ refused }) => refused),
  warnings: outcomes.flatMap(({ warnings }) => warnings),
});

/**
 * All at once, or where that fails half by half, down to the statements that are not carried out: those that the server
 * refuses, and grants on something that was not restored.
 */
async function carryOutTogether(
  session: Session,
  lines: readonly string[],
  known: Definers,
): Promise<Outcome> {
  try {
    const before = await foreignRights(session);
    const warnings = await carriedOut(session, lines.map(statementText), known, async () => {
      if ((await foreignRights(session)) !== before) throw new Error('something else was changed');
    });
    return { refused: [], warnings };
  } catch {
    const half = Math.ceil(lines.length / 2);
    if (half === lines.length) return { refused: [...lines], warnings: [] };
    return togetherOf([
      await carryOutTogether(session, lines.slice(0, half), known),
      await carryOutTogether(session, lines.slice(half), known),
    ]);
  }
}

/** Carries out statements together, after which no function of theirs runs as a superuser for others. */
async function carriedOut(
  session: Session,
  statements: readonly string[],
  known: Definers,
  check: () => Promise<void> = async () => {},
): Promise<string[]> {
  return session.transaction(async () => {
    await session.run(statements.join(';\n'));
    const warnings: string[] = [];
    for (const definer of await session.query<Definer>(DEFINERS)) {
      if (known.has(definer.definition)) continue;
      const { undo, done } = asInvoker(definer, session.version);
      await session.run(undo);
      warnings.push(
        `${definer.name} would let anyone do something with the rights of a superuser, and the live database does not have the same: ${done}; grant that by hand if it is intended.`,
      );
    }
    await check();
    return warnings;
  });
}

/** What takes the rights of its owner from a function or a view. */
function asInvoker({ kind, name }: Definer, version: number): { undo: string; done: string } {
  if (kind === 'ROUTINE')
    return { undo: `ALTER ROUTINE ${name} SECURITY INVOKER`, done: 'it is SECURITY INVOKER now' };
  if (version >= 150_000)
    return { undo: `ALTER VIEW ${name} SET (security_invoker = true)`, done: 'it is security_invoker now' };
  // Before PostgreSQL 15 a view has no rights but its owner's.
  return { undo: `DROP VIEW ${name} CASCADE`, done: 'it is left out' };
}

/** A digest of the owners and grants of PostgreSQL's own objects and of extensions' functions, which a restore must not change; those in `public` are the backup's. */
async function foreignRights(session: Session): Promise<string> {
  const { digest } = await session.one<{ digest: string }>(
    `SELECT pg_catalog.md5(pg_catalog.string_agg(pg_catalog.concat_ws(' ', kind, object, owner, acl), ',' ORDER BY kind, object)) AS digest FROM (
       SELECT 'p' AS kind, p.oid::text AS object, proowner AS owner, proacl::text AS acl FROM pg_catalog.pg_proc p
         WHERE p.oid < 16384 OR EXISTS (SELECT FROM pg_catalog.pg_depend d
           WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e')
       UNION ALL SELECT 'c', oid::text, relowner, relacl::text FROM pg_catalog.pg_class WHERE oid < 16384
       UNION ALL SELECT 'a', pg_catalog.concat(attrelid, '.', attnum), 0, attacl::text FROM pg_catalog.pg_attribute WHERE attrelid < 16384 AND attacl IS NOT NULL
       UNION ALL SELECT 't', oid::text, typowner, typacl::text FROM pg_catalog.pg_type WHERE oid < 16384
       UNION ALL SELECT 'n', oid::text, nspowner, nspacl::text FROM pg_catalog.pg_namespace WHERE oid < 16384 AND nspname <> 'public'
     ) AS rights`,
  );
  return digest;
}

/** A statement of a backup, which comes in latin1, as text. */
export const statementText = (line: string): string => textIn(line).replace(/;$/, '');

/** A statement as those of a backup are. */
export const inLatin1 = ({ sql }: Pick<Carried, 'sql'>): string => Buffer.from(sql).toString('latin1');

/**
 * Gives the objects of a restored database the owners and grants that the live one's have or had, where the backup was made
 * without any.
 *
 * @param again statements of the backup that were refused, maybe for want of such a grant
 * @param known what in the live database lets any user act as a superuser
 * @returns the statements that the server refused: of the backup in latin1, and the others
 */
export async function carryOver(
  server: Server,
  database: string,
  { carried, again, known }: { carried: readonly Carried[]; again: readonly string[]; known: Definers },
): Promise<Outcome & { readonly notCarried: readonly string[] }> {
  if (carried.length === 0 && again.length === 0) return { refused: [], warnings: [], notCarried: [] };
  return server.use(database, async (session) => {
    await session.run(`SET search_path = ''`);
    const there = await objectsIn(session);
    await session.run(SAFE_PATH);
    const lines = carried.filter(({ object }) => object === '' || there.has(object)).map(inLatin1);
    const { refused, warnings } = await carryOut(session, [...lines, ...again], known);
    const ofBackup = new Set(again);
    return {
      refused: refused.filter((line) => ofBackup.has(line)),
      notCarried: refused.filter((line) => !ofBackup.has(line)).map(statementText),
      warnings,
    };
  });
}

/**
 * Rights, and what acts by itself (triggers, rules, policies), that differ between the restored database and the live one: it
 * was so when the backup was made, or was not carried out.
 *
 * @returns a sentence; undefined where there is nothing
 */
export async function describeOtherRights(server: Server, database: string): Promise<string | undefined> {
  const read = (name: string) =>
    server.use(name, async (session) => {
      await session.run(`SET search_path = ''; SET lock_timeout = '2s'`);
      return schemaObjects(session);
    });
  const [live, restored] = [await read(server.database), await read(database)];
  const key = ({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`;
  const isReported = ({ kind }: { kind: string }) =>
    isOfRights(kind) || ['policy', 'trigger', 'rule'].includes(kind);
  const hashes = new Map(restored.map((object) => [key(object), object.hash]));
  const tables = new Set(restored.flatMap(({ table }) => (table ? [JSON.stringify(table)] : [])));
  const differ = live.filter(isReported).filter((object) => {
    const hash = hashes.get(key(object));
    // What belongs to a table that is missing, or is a right on an object that is missing, is missing with it.
    if (hash === undefined)
      return (
        !/^(?:owner|grants) /.test(object.kind) && (!object.table || tables.has(JSON.stringify(object.table)))
      );
    return hash !== object.hash;
  });
  if (differ.length === 0) return undefined;
  return `In the restored database ${differ.length} owners, grants, policies, triggers and the like are not what they are in the live one: ${namesOf(differ.map(key))}.`;
}
