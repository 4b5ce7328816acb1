import { quoteName } from '../../systems/postgres/quote.ts';
import type { Server, Session } from '../../systems/postgres/session.ts';
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
  const role = quoteName(restorer.name);
  return server.withSignal(signal).use(database, async (session) => {
    const schemas = new Set(own.flatMap(({ schema }) => (schema && !PRESENT.has(schema) ? [schema] : [])));
    for (const schema of schemas)
      await session.run(`CREATE SCHEMA ${quoteName(schema)} AUTHORIZATION ${role}`);
    for (const { name, schema } of own) {
      const where = schema === undefined ? '' : ` WITH SCHEMA ${quoteName(schema)}`;
      await session.run(`CREATE EXTENSION IF NOT EXISTS ${quoteName(name)}${where} CASCADE`);
    }
    await openExtensions(session, role);
    return schemas;
  });
}

/** The tables whose rows a dump has, and the wrappers whose servers it has. */
async function openExtensions(session: Session, role: string): Promise<void> {
  const tables = await session.query<{ name: string; sequence: boolean }>(
    `SELECT c.oid::pg_catalog.regclass::text AS name, c.relkind = 'S' AS sequence
     FROM pg_catalog.pg_extension e CROSS JOIN pg_catalog.unnest(e.extconfig) AS config
     JOIN pg_catalog.pg_class c ON c.oid = config WHERE pg_catalog.pg_has_role(c.relowner, 'USAGE')`,
  );
  for (const { name, sequence } of tables)
    await session.run(`GRANT ALL ON ${sequence ? 'SEQUENCE' : 'TABLE'} ${name} TO ${role}`);
  const wrappers = await session.query<{ name: string }>(
    `SELECT w.fdwname::text AS name FROM pg_catalog.pg_foreign_data_wrapper w
     JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass AND d.objid = w.oid AND d.deptype = 'e'
     WHERE pg_catalog.pg_has_role(w.fdwowner, 'USAGE')`,
  );
  for (const { name } of wrappers)
    await session.run(`GRANT USAGE ON FOREIGN DATA WRAPPER ${quoteName(name)} TO ${role}`);
}
