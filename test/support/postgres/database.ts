import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The clusters that are there for all tests. */
export type Version = '14' | '15' | '16' | '17' | '18';

/** Those that tests of every version run on, oldest first; CONTRIBUTING.md says how to name others. */
export const VERSIONS: readonly Version[] =
  (process.env.POSTGRES_VERSIONS?.split(',') as Version[] | undefined) ??
  (process.env.EVERY_VERSION ? ['14', '18'] : ['18']);

/** The one for tests that run on one alone: where every version is asked for, what users have longest. */
export const VERSION: Version = VERSIONS[0] ?? '18';

export interface TestDatabase {
  readonly name: string;
  /** For the superuser. */
  readonly url: string;
  query<R extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<R[]>;
  drop(): Promise<void>;
}

/** A shared cluster by its version, or another one by the URL of its superuser. */
export type Place = Version | `postgres://${string}`;

/** The URL of a database of a cluster, for the superuser or another role (whose password is the same). */
export function urlOf(place: Place, database = 'postgres', user?: string): string {
  const url = new URL(process.env[`TEST_POSTGRES_${place}`] ?? place);
  url.pathname = `/${encodeURIComponent(database)}`;
  if (user) url.username = encodeURIComponent(user);
  return url.toString();
}

export async function queryOn<R extends object>(url: string, sql: string, values?: unknown[]): Promise<R[]> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const client = new pg.Client({
    host: hostname,
    port: Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  });
  // Who loses the connection in the middle is told by the query.
  client.on('error', () => {});
  await client.connect();
  try {
    const result = await client.query(sql, values);
    return (Array.isArray(result) ? result.at(-1) : result).rows as R[];
  } finally {
    await client.end();
  }
}

/** An empty database of its own on a cluster; `name` stands in for the random one where the name is the test. */
export async function createDatabase(
  place: Place,
  {
    sql,
    name = `test_${randomBytes(5).toString('hex')}`,
    options = '',
  }: { sql?: string; name?: string; options?: string } = {},
): Promise<TestDatabase> {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  await queryOn(urlOf(place), `CREATE DATABASE ${quoted} TEMPLATE template0 ${options}`);
  const url = urlOf(place, name);
  const query = <R extends object>(text: string, values?: unknown[]) => queryOn<R>(url, text, values);
  if (sql) await query(sql);
  return {
    name,
    url,
    query,
    drop: async () => void (await queryOn(urlOf(place), `DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`)),
  };
}
