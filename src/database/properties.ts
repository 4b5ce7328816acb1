import { quoteName, quoteText } from '../systems/postgres/quote.ts';
import type { Session } from '../systems/postgres/session.ts';

/** What hangs on a database itself and not on what is in it, so that neither a dump nor a rename carries it along. */
export interface Properties {
  readonly owner: string;
  readonly connectionLimit: number;
  readonly grants: readonly Grant[];
  readonly settings: readonly Setting[];
  readonly labels: readonly { readonly provider: string; readonly label: string }[];
}

interface Grant {
  /** Null is PUBLIC. */
  readonly grantee: string | null;
  readonly privilege: 'CREATE' | 'CONNECT' | 'TEMPORARY';
  readonly grantable: boolean;
}

interface Setting {
  /** Null: the database's own, for all roles. */
  readonly role: string | null;
  readonly name: string;
  readonly value: string;
}

export async function readProperties(session: Session, oid: number): Promise<Properties> {
  const database = await session.one<Pick<Properties, 'owner' | 'connectionLimit'>>(
    `SELECT rolname::text AS owner, datconnlimit AS "connectionLimit"
     FROM pg_database d JOIN pg_roles r ON r.oid = datdba WHERE d.oid = $1`,
    [oid],
  );
  const grants = await session.query<Grant>(
    `SELECT rolname::text AS grantee, privilege_type AS privilege, is_grantable AS grantable
     FROM pg_database d, aclexplode(coalesce(datacl, acldefault('d', datdba))) LEFT JOIN pg_roles r ON r.oid = grantee
     WHERE d.oid = $1 AND (grantee = 0 OR rolname IS NOT NULL) ORDER BY 1, 2`,
    [oid],
  );
  const settings = await session.query<Setting>(
    `SELECT rolname::text AS role, split_part(setting, '=', 1) AS name,
            substr(setting, strpos(setting, '=') + 1) AS value
     FROM pg_db_role_setting CROSS JOIN unnest(setconfig) AS setting LEFT JOIN pg_roles r ON r.oid = setrole
     WHERE setdatabase = $1 ORDER BY 1, 2`,
    [oid],
  );
  const labels = await session.query<{ provider: string; label: string }>(
    `SELECT provider, label FROM pg_shseclabel WHERE objoid = $1 AND classoid = 'pg_database'::regclass ORDER BY 1`,
    [oid],
  );
  return { ...database, grants, settings, labels };
}

/** The statements that give the database `name`, which has the properties `from`, the properties `to`. Pure. */
export function propertyStatements(name: string, from: Properties, to: Properties): string[] {
  const database = `DATABASE ${quoteName(name)}`;
  const grantees = new Set(from.grants.map(({ grantee }) => grantee));
  return [
    ...(from.owner === to.owner ? [] : [`ALTER ${database} OWNER TO ${quoteName(to.owner)}`]),
    `ALTER ${database} CONNECTION LIMIT ${to.connectionLimit}`,
    ...[...grantees].map((grantee) => `REVOKE ALL ON ${database} FROM ${roleName(grantee)} CASCADE`),
    ...to.grants.map(
      ({ grantee, privilege, grantable }) =>
        `GRANT ${privilege} ON ${database} TO ${roleName(grantee)}${grantable ? ' WITH GRANT OPTION' : ''}`,
    ),
    ...from.settings.map(
      ({ role, name: parameter }) => `${alter(database, role)} RESET ${parameterName(parameter)}`,
    ),
    ...to.settings.map((setting) => settingStatement(database, setting)),
    ...from.labels.map(({ provider }) => `SECURITY LABEL FOR ${quoteName(provider)} ON ${database} IS NULL`),
    ...to.labels.map(
      ({ provider, label }) =>
        `SECURITY LABEL FOR ${quoteName(provider)} ON ${database} IS ${quoteText(label)}`,
    ),
  ];
}

/** For the application: the role that a session becomes, and its limits. A dump writes every name with its schema. */
const NOT_FOR_RESTORE = new Set(['role', 'session_authorization', 'temp_file_limit', 'search_path']);

/**
 * The statements that give the database `name` those of the live one's settings that a restore needs: a check may read one, and
 * a provider of labels is loaded by one. Those of single roles are not meant for it. Pure.
 */
export const settingsForRestore = (name: string, { settings }: Pick<Properties, 'settings'>): string[] =>
  settings
    .filter(({ role, name: parameter }) => role === null && !NOT_FOR_RESTORE.has(parameter.toLowerCase()))
    .map((setting) => settingStatement(`DATABASE ${quoteName(name)}`, setting));

/**
 * Carries out statements in a transaction that goes on where some are refused.
 *
 * @returns those that were
 */
export async function carryOutWherePossible(
  session: Session,
  statements: readonly string[],
): Promise<string[]> {
  await session.run('SAVEPOINT properties');
  try {
    await session.run(statements.join(';\n'));
    return [];
  } catch {
    await session.run('ROLLBACK TO SAVEPOINT properties');
  }
  const refused: string[] = [];
  for (const statement of statements)
    try {
      await session.run(`SAVEPOINT property; ${statement}`);
    } catch {
      // Which ones is what is told.
      await session.run('ROLLBACK TO SAVEPOINT property');
      refused.push(statement);
    }
  return refused;
}

const QUOTED = '"(?:[^"]|"")*"';
const SET_VALUE = new RegExp(
  `^(ALTER (?:DATABASE ${QUOTED}|ROLE ${QUOTED} IN DATABASE ${QUOTED}) SET ${QUOTED}(?:\\.${QUOTED})*) TO `,
  's',
);

/** A statement about properties as it may be told: the value of a setting may be a key that tokens are signed with. Pure. */
export const withoutValue = (statement: string): string => SET_VALUE.exec(statement)?.[1] ?? statement;

const roleName = (role: string | null) => (role === null ? 'PUBLIC' : quoteName(role));

const alter = (database: string, role: string | null) =>
  role === null ? `ALTER ${database}` : `ALTER ROLE ${quoteName(role)} IN ${database}`;

const settingStatement = (database: string, { role, name, value }: Setting): string =>
  `${alter(database, role)} SET ${parameterName(name)} TO ${settingValue(name, value)}`;

const parameterName = (name: string) => name.split('.').map(quoteName).join('.');

/** Settings that hold a list of names: as one literal they would become one name (GUC_LIST_QUOTE in guc_tables.c). */
const LISTS = new Set([
  'search_path',
  'temp_tablespaces',
  'local_preload_libraries',
  'session_preload_libraries',
  'shared_preload_libraries',
  'unix_socket_directories',
]);

function settingValue(name: string, value: string): string {
  if (!LISTS.has(name.toLowerCase())) return quoteText(value);
  const items = [...value.matchAll(/"((?:[^"]|"")*)"|([^\s,"]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? (plain as string),
  );
  return items.length > 0 ? items.map(quoteText).join(', ') : "''";
}
