import { quoteName, quoteText } from '../../systems/postgres/quote.ts';
import type { Server } from '../../systems/postgres/session.ts';
import type { Extension } from './backup.ts';
import { deniedOf, type Rights } from './ownership.ts';

/** Schemas that a new database has. */
const PRESENT = new Set(['public', 'pg_catalog']);

/**
 * Creates in an empty database the extensions of a backup that the role that restores may not create and the user of
 * `server` may, before anything of the backup is there. The role may fill their tables and use their foreign data wrappers.
 *
 * @returns schemas that were made for them
 */
export async function createExtensions(
  {
    server,
    database,
    restorer,
    signal,
  }: { server: Server; database: string; restorer: { name: string; server: Server }; signal: AbortSignal },
  wanted: readonly Extension[],
  rights: Rights,
): Promise<ReadonlySet<string>> {
  const creatable = wanted.filter(({ name }) => !rights.deniedExtensions.has(name));
  if (creatable.length === 0) return new Set();
  const names = creatable.map(({ name }) => name);
  const denied = await restorer.server
    .withSignal(signal)
    .use(database, (session) => deniedOf(session, names));
  const own = creatable.filter(({ name }) => denied.includes(name));
  if (own.length === 0) return new Set();
  await server
    .withSignal(signal)
    .use(database, (session) => session.run(`DO ${quoteText(extensionsBlock(own, restorer.name))}`));
  return schemasOf(own);
}

/** The schemas that have to be made for extensions. Pure. */
export const schemasOf = (extensions: readonly Extension[]): ReadonlySet<string> =>
  new Set(extensions.flatMap(({ schema }) => (schema && !PRESENT.has(schema) ? [schema] : [])));

/**
 * A block of PL/pgSQL that creates extensions where they are not there, and lets a role fill their tables, whose rows a dump has,
 * and use their foreign data wrappers, whose servers it has. Pure.
 */
export function extensionsBlock(extensions: readonly Extension[], role: string): string {
  const own = quoteName(role);
  const schemas = [...schemasOf(extensions)].map(
    (schema) => `CREATE SCHEMA IF NOT EXISTS ${quoteName(schema)} AUTHORIZATION ${own};`,
  );
  const created = extensions.map(({ name, schema }) => {
    const where = schema === undefined ? '' : ` WITH SCHEMA ${quoteName(schema)}`;
    return `CREATE EXTENSION IF NOT EXISTS ${quoteName(name)}${where} CASCADE;`;
  });
  return `
DECLARE
  found record;
BEGIN
  ${[...schemas, ...created].join('\n  ')}
  FOR found IN SELECT format('%s %s', CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, format('%I.%I', n.nspname, c.relname)) AS name
    FROM pg_catalog.pg_extension e CROSS JOIN pg_catalog.unnest(e.extconfig) AS config
    JOIN pg_catalog.pg_class c ON c.oid = config JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE pg_catalog.pg_has_role(c.relowner, 'USAGE')
  LOOP EXECUTE format('GRANT ALL ON %s TO %I', found.name, ${quoteText(role)}); END LOOP;
  FOR found IN SELECT w.fdwname AS name FROM pg_catalog.pg_foreign_data_wrapper w
    JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass AND d.objid = w.oid AND d.deptype = 'e'
    WHERE pg_catalog.pg_has_role(w.fdwowner, 'USAGE')
  LOOP EXECUTE format('GRANT USAGE ON FOREIGN DATA WRAPPER %I TO %I', found.name, ${quoteText(role)}); END LOOP;
END`;
}
