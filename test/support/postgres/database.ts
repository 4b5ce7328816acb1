import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The clusters that the project `servers` runs on, oldest first. */
export const VERSIONS = ['14', '18'] as const;

export interface TestDatabase {
  readonly name: string;
  /** For the superuser. */
  readonly url: string;
  query<R extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<R[]>;
  drop(): Promise<void>;
}

/** The URL of a database of a shared cluster, for the superuser or another role (whose password is the same). */
export function urlOf(version: (typeof VERSIONS)[number], database = 'postgres', user?: string): string {
  const url = new URL(process.env[`TEST_POSTGRES_${version}`] as string);
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
  await client.connect();
  try {
    const result = await client.query(sql, values);
    return (Array.isArray(result) ? result.at(-1) : result).rows as R[];
  } finally {
    await client.end();
  }
}

/** An empty database of its own on a shared cluster; `name` stands in for the random one where the name is the test. */
export async function createDatabase(
  version: (typeof VERSIONS)[number],
  {
    sql,
    name = `test_${randomBytes(5).toString('hex')}`,
    options = '',
  }: { sql?: string; name?: string; options?: string } = {},
): Promise<TestDatabase> {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  await queryOn(urlOf(version), `CREATE DATABASE ${quoted} TEMPLATE template0 ${options}`);
  const url = urlOf(version, name);
  const query = <R extends object>(text: string, values?: unknown[]) => queryOn<R>(url, text, values);
  if (sql) await query(sql);
  return {
    name,
    url,
    query,
    drop: async () => void (await queryOn(urlOf(version), `DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`)),
  };
}
