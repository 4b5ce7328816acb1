import { OWNED, ROLE } from '../../domain/snapshots/rights.ts';
import { USER_SCHEMA } from '../../domain/snapshots/tables.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { Backup } from './backup.ts';

/** A statement that gives an object of the live database's owner or grants to the same object of another. */
export interface Carried {
  /** The kind and name of the object, as `objectsIn` has them. */
  readonly object: string;
  readonly sql: string;
}

/** What GRANT calls a kind of object. */
const GRANTED: Readonly<Record<string, string>> = {
  VIEW: 'TABLE',
  'MATERIALIZED VIEW': 'TABLE',
  'FOREIGN TABLE': 'TABLE',
  PROCEDURE: 'PROCEDURE',
  AGGREGATE: 'FUNCTION',
  DOMAIN: 'TYPE',
};
const DEFAULTS: Readonly<Record<string, string>> = {
  r: 'TABLES',
  S: 'SEQUENCES',
  f: 'FUNCTIONS',
  T: 'TYPES',
  n: 'SCHEMAS',
  L: 'LARGE OBJECTS',
};
/** Privileges that PUBLIC has on a new object by default, and that may have been revoked. */
const OF_EVERYBODY: Readonly<Record<string, string>> = {
  FUNCTION: 'EXECUTE',
  PROCEDURE: 'EXECUTE',
  TYPE: 'USAGE',
};

/** Every object that has an owner and grants: `TABLE public.orders`. */
export async function objectsIn(session: Session): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { kind, name, from } of OWNED) {
    const rows = await session.query<{ object: string }>(
      `SELECT ${kind} || ' ' || ${name} AS object FROM ${from} AND ${USER_SCHEMA}`,
    );
    for (const { object } of rows) found.add(object);
  }
  return found;
}

/**
 * What a backup was made without (`pg_dump --no-owner`, `--no-acl`) and the live database has, as statements: schemas come
 * first. Nothing where the backup has both; what it has says how it was, and that is what people go back to.
 *
 * @param inPlace whether it is to the same database, where what is not this user's stays (clear.ts)
 */
export async function rightsToCarry(
  live: Session,
  { hasGrants, hasOwners }: Pick<Backup, 'hasGrants' | 'hasOwners'>,
  inPlace = false,
): Promise<Carried[]> {
  if (hasGrants && hasOwners) return [];
  // So that all names come out with their schemas.
  await live.run(`SET search_path = ''`);
  const carried: Carried[] = [];
  for (const one of OWNED.toReversed()) {
    if (!hasOwners) carried.push(...(await ownersOf(live, one)));
    if (!hasGrants) carried.push(...(await grantsOf(live, one)));
  }
  if (!hasGrants) carried.push(...(await columnGrants(live)), ...(await defaultPrivileges(live, inPlace)));
  return carried;
}

async function ownersOf(
  live: Session,
  { kind, name, from, owner }: (typeof OWNED)[number],
): Promise<Carried[]> {
  const rows = await live.query<{ kind: string; name: string; owner: string }>(
    `SELECT ${kind} AS kind, ${name} AS name, ${ROLE(owner)} AS owner FROM ${from} AND ${USER_SCHEMA}
       AND ${owner} <> (SELECT datdba FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`,
  );
  return rows
    .filter((row) => row.name !== 'public' || row.kind !== 'SCHEMA')
    .map((row) => ({
      object: `${row.kind} ${row.name}`,
      sql: `ALTER ${row.kind} ${row.name} OWNER TO ${row.owner}`,
    }));
}

interface Grant {
  readonly grantee: string;
  readonly privileges: string;
  readonly grantable: boolean;
}

/** An ACL as its grants to others than the owner, those with the right to hand them on by themselves. */
const exploded = (acl: string, owner: string) =>
  `(SELECT coalesce(pg_catalog.json_agg(g), '[]') FROM (SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE ${ROLE('grantee')} END AS grantee,
      pg_catalog.string_agg(privilege_type, ', ' ORDER BY privilege_type) AS privileges, is_grantable AS grantable
    FROM pg_catalog.aclexplode(${acl}) WHERE grantee <> ${owner} GROUP BY grantee, is_grantable) AS g WHERE g.grantee IS NOT NULL)`;

const toGrantee = ({ grantee, grantable }: Grant) => `${grantee}${grantable ? ' WITH GRANT OPTION' : ''}`;

async function grantsOf(live: Session, one: (typeof OWNED)[number]): Promise<Carried[]> {
  const rows = await live.query<{ kind: string; name: string; grants: Grant[] }>(
    `SELECT ${one.kind} AS kind, ${one.name} AS name, ${exploded(one.acl, one.owner)} AS grants
     FROM ${one.from} AND ${USER_SCHEMA} AND ${one.acl} IS NOT NULL`,
  );
  return rows.flatMap(({ kind, name, grants }) => {
    const on = `${GRANTED[kind] ?? kind} ${name}`;
    const open = OF_EVERYBODY[GRANTED[kind] ?? kind];
    const isTaken = open !== undefined && !grants.some(({ grantee }) => grantee === 'PUBLIC');
    const object = `${kind} ${name}`;
    return [
      ...(isTaken ? [{ object, sql: `REVOKE ${open} ON ${on} FROM PUBLIC` }] : []),
      ...grants.map((grant) => ({
        object,
        sql: `GRANT ${grant.privileges} ON ${on} TO ${toGrantee(grant)}`,
      })),
    ];
  });
}

async function columnGrants(live: Session): Promise<Carried[]> {
  const rows = await live.query<{ kind: string; table: string; column: string; grants: Grant[] }>(
    `SELECT ${OWNED[0].kind} AS kind, ${OWNED[0].name} AS table, pg_catalog.quote_ident(attname) AS column, ${exploded('attacl', 'o.relowner')} AS grants
     FROM pg_catalog.pg_attribute a JOIN ${OWNED[0].from.replace(' WHERE ', ' ON o.oid = a.attrelid WHERE ')} AND ${USER_SCHEMA} AND attacl IS NOT NULL AND NOT attisdropped`,
  );
  return rows.flatMap(({ kind, table, column, grants }) =>
    grants.map((grant) => {
      const privileges = grant.privileges.split(', ').map((privilege) => `${privilege} (${column})`);
      return {
        object: `${kind} ${table}`,
        sql: `GRANT ${privileges.join(', ')} ON TABLE ${table} TO ${toGrantee(grant)}`,
      };
    }),
  );
}

async function defaultPrivileges(live: Session, inPlace: boolean): Promise<Carried[]> {
  const rows = await live.query<{ role: string; schema: string | null; type: string; grants: Grant[] }>(
    `SELECT ${ROLE('defaclrole')} AS role, (SELECT pg_catalog.quote_ident(nspname) FROM pg_catalog.pg_namespace n WHERE n.oid = defaclnamespace) AS schema,
       defaclobjtype::text AS type, ${exploded('defaclacl', 'defaclrole')} AS grants FROM pg_catalog.pg_default_acl
     WHERE NOT ${inPlace} OR pg_catalog.pg_has_role(defaclrole, 'USAGE')`,
  );
  return rows.flatMap(({ role, schema, type, grants }) => {
    const where = `ALTER DEFAULT PRIVILEGES FOR ROLE ${role}${schema === null ? '' : ` IN SCHEMA ${schema}`}`;
    const kind = DEFAULTS[type] as string;
    const open = OF_EVERYBODY[kind.slice(0, -1)];
    const isTaken =
      open !== undefined && schema === null && !grants.some(({ grantee }) => grantee === 'PUBLIC');
    const object = schema === null ? '' : `SCHEMA ${schema}`;
    return [
      ...(isTaken ? [{ object, sql: `${where} REVOKE ${open} ON ${kind} FROM PUBLIC` }] : []),
      ...grants.map((grant) => ({
        object,
        sql: `${where} GRANT ${grant.privileges} ON ${kind} TO ${toGrantee(grant)}`,
      })),
    ];
  });
}

/** The same inside of a transaction that must not fail for what is not there: each statement by itself. */
export const guarded = (statements: readonly string[]): string =>
  statements
    .map(
      (sql) => `DO $carried$ BEGIN EXECUTE ${literal(sql)};
        EXCEPTION WHEN undefined_object OR undefined_table OR undefined_function OR undefined_column OR invalid_schema_name OR wrong_object_type OR insufficient_privilege
        THEN RAISE WARNING '${REFUSED}%', ${literal(sql)}; END $carried$;`,
    )
    .join('\n');

const REFUSED = 'not carried over: ';

/** The statements of those that were not carried out, by what PostgreSQL warned of: of the backup, and others. */
export function refusedOf(
  warnings: readonly string[],
  ofBackup: readonly string[],
): { refused: string[]; others: string[] } {
  const all = warnings.flatMap((line) => line.split(`WARNING:  ${REFUSED}`)[1] ?? []);
  const own = new Set(ofBackup);
  return { refused: all.filter((sql) => own.has(sql)), others: all.filter((sql) => !own.has(sql)) };
}

/** Says which owners and grants of the live database the restored one does not have; undefined where it has all. */
export function notCarriedSentence(statements: readonly string[]): string | undefined {
  if (statements.length === 0) return undefined;
  const more = statements.length > 3 ? ` and ${statements.length - 3} more` : '';
  return `${statements.length} owners or grants of the live database could not be carried over, because the user of \`database-url\` may not give them: ${statements.slice(0, 3).join('; ')}${more}.`;
}

/** A text that may hold the end of the body that it stands in. */
const literal = (text: string): string =>
  `convert_from(decode('${Buffer.from(text).toString('hex')}', 'hex'), 'UTF8')`;
