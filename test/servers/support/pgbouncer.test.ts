/** The stand that the tests of PAUSE and RESUME rest on: is it a pgbouncer, in both modes, before the right cluster? */
import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createDatabase, queryOn, urlOf } from '../../support/postgres/database.ts';
import { type Pgbouncer, type PoolOptions, startPgbouncer } from '../../support/postgres/pgbouncer.ts';

const cluster = () => {
  const { port, password } = new URL(urlOf('18'));
  return { port: Number(port), password: decodeURIComponent(password) };
};

async function withPool<T>(options: PoolOptions, work: (pool: Pgbouncer) => Promise<T>): Promise<T> {
  const pool = await startPgbouncer(cluster(), options);
  return work(pool).finally(pool.stop);
}

/** How many server processes two clients meet that take turns. */
async function processes(url: string): Promise<number> {
  const clients = [new pg.Client(url), new pg.Client(url)];
  const seen = new Set<number>();
  for (const client of clients) {
    await client.connect();
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    seen.add((rows[0] as { pid: number }).pid);
  }
  await Promise.all(clients.map((client) => client.end()));
  return seen.size;
}

describe('pgbouncer as the tests start it', () => {
  test.each([
    ['session', 2],
    ['transaction', 1],
  ] as const)('in %s mode gives two idle clients %i server process(es)', async (mode, count) => {
    await withPool({ mode }, async ({ url }) => expect(await processes(url('postgres'))).toBe(count));
  });

  test('has a console, and leads to any database, by names of its own or the same', async () => {
    const name = `o'dd "name" \\ ü`;
    const database = await createDatabase('18', { name });
    await withPool({ databases: { app: name } }, async ({ url, adminUrl, viewerUrl }) => {
      expect(await queryOn(url('app'), 'SELECT current_database() AS name')).toEqual([{ name }]);
      for (const console of [adminUrl, viewerUrl])
        expect(await queryOn(console, 'SHOW DATABASES')).toContainEqual(
          expect.objectContaining({ name: 'app', database: name, paused: 0 }),
        );
    });
    await withPool({}, async ({ url }) => {
      expect(await queryOn(url(name), 'SELECT current_database() AS name')).toEqual([{ name }]);
    });
    await database.drop();
  });

  test('is gone when it is stopped', async () => {
    const url = await withPool({}, async (pool) => pool.url('postgres'));
    await expect(queryOn(url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
