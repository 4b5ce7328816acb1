import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../test/support/postgres/cluster.ts';

/** The database that is rolled back. */
export const NAME = 'app';

/** What a gigabyte is made of: six tenths are pgbench's, the rest is `organizations`. */
const SCALES_A_GB = 38;
const ROWS_A_GB = 820_000;

export interface Size {
  readonly gigabytes: number;
  readonly accounts: number;
  readonly organizations: number;
}

/** Fills the database anew, dumps it twice (as the runbook does, and in the custom format), and spoils it. */
export async function makeDatabase(
  cluster: Cluster,
  folder: string,
  gigabytes: number,
): Promise<Size & { plain: string; custom: string }> {
  await cluster.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  await cluster.query(`CREATE DATABASE ${NAME} TEMPLATE template0`);
  const scale = Math.max(1, Math.round(gigabytes * SCALES_A_GB));
  const organizations = Math.round(gigabytes * ROWS_A_GB);
  run(cluster, 'pgbench', ['--initialize', '--quiet', `--scale=${scale}`, NAME]);
  await cluster.query(organizationsOf(organizations), NAME);
  await cluster.query('ANALYZE', NAME);
  await cluster.query('CHECKPOINT');
  const [plain, custom] = [join(folder, 'app.sql'), join(folder, 'app.dump')];
  for (const file of [plain, custom]) rmSync(file, { force: true });
  run(cluster, 'pg_dump', [`--file=${plain}`, NAME]);
  run(cluster, 'pg_dump', ['--format=custom', '--compress=1', `--file=${custom}`, NAME]);
  await spoil(cluster);
  const [row] = await cluster.query<{ size: string }>(`SELECT pg_database_size('${NAME}')::text AS size`);
  return { gigabytes: Number(row?.size) / 1e9, accounts: scale * 100_000, organizations, plain, custom };
}

/** What a bad deploy does, so that there is something to go back from. */
export async function spoil(cluster: Cluster): Promise<void> {
  await cluster.query(`UPDATE organizations SET balance = 0 WHERE seats = 7`, NAME);
  await cluster.query(`DELETE FROM organizations WHERE seats = 8`, NAME);
  await cluster.query('UPDATE pgbench_accounts SET abalance = -1 WHERE aid % 1000 = 3', NAME);
}

/** How PostgreSQL's programs reach the cluster. */
export const environmentOf = ({ port, password }: Cluster): Record<string, string> => ({
  PGHOST: '127.0.0.1',
  PGPORT: String(port),
  PGUSER: 'postgres',
  PGPASSWORD: password,
});

function run(cluster: Cluster, program: string, args: readonly string[]): string {
  const path = join(cluster.bin, program);
  return execFileSync(path, args, {
    env: { ...process.env, ...environmentOf(cluster) },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1e9,
  });
}

/** A table as applications have them: keys that are not numbers, JSON, arrays, amounts, times. */
const organizationsOf = (rows: number): string => `
  CREATE TABLE organizations (
    id uuid PRIMARY KEY, name text NOT NULL, slug text NOT NULL, plan text NOT NULL, settings jsonb NOT NULL,
    balance numeric(14, 2) NOT NULL, tags text[] NOT NULL, seats integer NOT NULL, country char(2), active boolean,
    created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, notes text
  );
  INSERT INTO organizations
  SELECT md5(n::text)::uuid, 'Organization ' || n, 'organization-' || n, (ARRAY['free', 'team', 'enterprise'])[1 + n % 3],
         jsonb_build_object('theme', 'dark', 'limits', jsonb_build_object('cameras', n % 500, 'users', n % 50), 'region', 'eu'),
         n * 1.17, ARRAY['a' || n % 7, 'b' || n % 11], n % 1000, 'DE', n % 10 <> 0,
         timestamptz '2024-01-01' + n * interval '1 second', timestamptz '2026-01-01' + n * interval '1 second',
         repeat(md5(n::text), 3)
  FROM generate_series(1, ${rows}) n;
  CREATE INDEX ON organizations (slug);
`;
