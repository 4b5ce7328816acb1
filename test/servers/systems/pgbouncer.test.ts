import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Poolers } from '../../../src/systems/postgres/pgbouncer.ts';
import { Server } from '../../../src/systems/postgres/session.ts';
import { createDatabase, queryOn, type TestDatabase, urlOf } from '../../support/postgres/database.ts';
import { type Pgbouncer, type PoolOptions, startPgbouncer } from '../../support/postgres/pgbouncer.ts';

const HOSTILE = `a"; pause; --' \\ ü`;
const context = { signal: new AbortController().signal, mask: () => {} };
const pools: Pgbouncer[] = [];
let database: TestDatabase;

const server = (url = database.url) => Server.parse(url, context);
const poolers = (...urls: string[]) => Poolers.parse(urls, context);

async function pool(options: PoolOptions = {}): Promise<Pgbouncer> {
  const { port, password } = new URL(urlOf('18'));
  const started = await startPgbouncer(
    { port: Number(port), password: decodeURIComponent(password) },
    options,
  );
  pools.push(started);
  return started;
}

/** A client with a transaction open. */
async function busy({ url }: Pgbouncer): Promise<pg.Client> {
  const { hostname: host, port, username: user, password } = new URL(url('any'));
  const client = new pg.Client({
    host,
    port: Number(port),
    user,
    password: decodeURIComponent(password),
    database: HOSTILE,
  });
  await client.connect();
  await client.query('BEGIN; SELECT 1');
  return client;
}

const paused = async ({ adminUrl }: Pgbouncer) => {
  const rows = await queryOn<{ name: string; paused: number }>(adminUrl, 'SHOW DATABASES');
  return rows.filter((row) => row.paused === 1).map(({ name }) => name);
};

beforeAll(async () => {
  database = await createDatabase('18', { name: HOSTILE });
});
afterEach(() => Promise.all(pools.splice(0).map(({ stop }) => stop())));
afterAll(() => database.drop());

describe('PAUSE and RESUME', () => {
  test('hold queries of one database back, whatever its name, and let them go on', async () => {
    const { adminUrl, url } = await pool();
    const through = poolers(adminUrl);
    await queryOn(url(HOSTILE), 'SELECT 1');
    await through.pause(server(), 5);
    expect(await through.paused(server())).toBe(true);
    // What can wait for the pool only is found waiting there; another database is not held back.
    const query = queryOn(url(HOSTILE), 'SELECT current_database() AS name');
    const waiting = () => queryOn<{ state: string; database: string }>(adminUrl, 'SHOW CLIENTS');
    while (!(await waiting()).some((row) => row.state === 'waiting' && row.database === HOSTILE));
    expect(await queryOn(url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await through.resume(server())).toBe(1);
    expect(await query).toEqual([{ name: HOSTILE }]);
    expect(await through.paused(server())).toBe(false);
    expect(await through.resume(server())).toBe(0);
  });

  describe('while pgbouncer logs in', () => {
    let lock: pg.Client;
    let one: Pgbouncer;
    let query: Promise<object[]>;
    const logins = async () => {
      const rows = await queryOn<{ database: string; sv_login: number }>(one.adminUrl, 'SHOW POOLS');
      return rows.find(({ database }) => database === HOSTILE)?.sv_login ?? 0;
    };
    beforeEach(async () => {
      one = await pool();
      lock = new pg.Client(urlOf('18'));
      await lock.connect();
      // Who logs in waits for a database that is being renamed.
      await lock.query(`BEGIN; ALTER DATABASE "${HOSTILE.replaceAll('"', '""')}" RENAME TO locked`);
      query = queryOn(one.url(HOSTILE), 'SELECT 1 AS one');
      while ((await logins()) === 0);
    });
    afterEach(() => lock.end());
    const letIn = () => lock.query('ROLLBACK');

    test('wait, as pgbouncer would turn clients away for a while after a login that is cut off', async () => {
      const through = poolers(one.adminUrl);
      const pausing = through.pause(server(), 60);
      // A console that is asked after it has begun: what it would have cut off is cut off by now.
      await poolers(one.adminUrl).check(server());
      expect(await logins()).toBe(1);
      await letIn();
      await pausing;
      await through.resume(server());
      expect(await query).toEqual([{ one: 1 }]);
    });

    test('give up after the time limit', async () => {
      await expect(poolers(one.adminUrl).pause(server(), 1)).rejects.toThrow(
        /could not pause within 1 s and goes on, as PostgreSQL did not let pgbouncer in meanwhile; fix that and run again\.$/,
      );
      expect(await paused(one)).toEqual([]);
      await letIn();
      expect(await query).toEqual([{ one: 1 }]);
    });
  });

  test('work before anybody has connected, and twice', async () => {
    const one = await pool();
    await poolers(one.adminUrl).pause(server(), 5);
    await poolers(one.adminUrl).pause(server(), 5);
    expect(await poolers(one.adminUrl).paused(server())).toBe(true);
  });

  test('go on too where the last client has left meanwhile, and SHOW DATABASES no longer has the database', async () => {
    const { adminUrl, url } = await pool();
    const through = poolers(adminUrl);
    await queryOn(url(HOSTILE), 'SELECT 1');
    await through.pause(server(), 5);
    while (
      (await queryOn<{ name: string }>(adminUrl, 'SHOW DATABASES')).some(({ name }) => name === HOSTILE)
    );
    expect(await through.paused(server())).toBe(true);
    expect(await through.resume(server())).toBe(1);
    expect(await queryOn(url(HOSTILE), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('mean every entry that leads to the database, and no other', async () => {
    const one = await pool({ databases: { app: HOSTILE, app_too: HOSTILE, other: 'postgres' } });
    await poolers(one.adminUrl).pause(server(), 5);
    expect((await paused(one)).sort()).toEqual(['app', 'app_too']);
    expect(await poolers(one.adminUrl).resume(server())).toBe(2);
    expect(await paused(one)).toEqual([]);
  });

  test('a name of 63 bytes is not an obstacle', async () => {
    const long = await createDatabase('18', { name: `a${'0'.repeat(62)}` });
    const one = await pool();
    await poolers(one.adminUrl).pause(server(long.url), 5);
    expect(await poolers(one.adminUrl).paused(server(long.url))).toBe(true);
    await long.drop();
  });
});

describe('a client that does not end its transaction', () => {
  test('is named after the time limit, and nothing stays paused', async () => {
    const one = await pool();
    const client = await busy(one);
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    const error = await poolers(one.adminUrl)
      .pause(server(), 1)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      message: expect.stringMatching(/could not pause within 1 s and goes on, as 1 clients/),
      details: [
        expect.stringMatching(
          new RegExp(`user "postgres" from 127.0.0.1:\\d+, .*process ${rows[0].pid as number}$`),
        ),
      ],
    });
    expect(await paused(one)).toEqual([]);
    await client.end();
  });

  test('is not waited for where the time is up before PAUSE is given', async () => {
    const one = await pool();
    const client = await busy(one);
    await expect(poolers(one.adminUrl).pause(server(), 0)).rejects.toThrow('could not pause within 0 s');
    expect(await paused(one)).toEqual([]);
    await client.end();
  });

  test('on one of several pgbouncers lets none of them stay paused', async () => {
    const [free, held] = [await pool(), await pool()];
    const client = await busy(held);
    const both = poolers(free.adminUrl, held.adminUrl);
    await expect(both.pause(server(), 1)).rejects.toThrow(/could not pause/);
    expect([...(await paused(free)), ...(await paused(held))]).toEqual([]);
    await client.end();
    await both.pause(server(), 5);
    expect(await both.resume(server())).toBe(2);
  });

  test('a cancelled run resumes as well', async () => {
    const one = await pool();
    const client = await busy(one);
    const controller = new AbortController();
    const pause = poolers(one.adminUrl).withSignal(controller.signal).pause(server(), 60);
    pause.catch(() => {});
    while ((await paused(one)).length === 0);
    controller.abort(new Error('cancelled'));
    await expect(pause).rejects.toThrow('cancelled');
    expect(await paused(one)).toEqual([]);
    await client.end();
  });
});

describe('before anything is changed', () => {
  test('an ordinary pool gives no warning and stays as it is', async () => {
    const one = await pool();
    expect(await poolers(one.adminUrl).check(server())).toEqual([]);
    expect(await paused(one)).toEqual([]);
  });

  test('a pool by session and one whose server has another name are told', async () => {
    const { adminUrl } = await pool({ mode: 'session' });
    const warnings = await poolers(adminUrl).check(server(database.url.replace('127.0.0.1', 'localhost')));
    expect(warnings).toEqual([
      expect.stringMatching(/leads .* to 127\.0\.0\.1:\d+, which `database-url` calls localhost:\d+/),
      expect.stringMatching(/pools .* by session/),
    ]);
  });

  test.each([
    ['a user that may only look', (one: Pgbouncer) => one.viewerUrl, /lets this user only read/],
    [
      'a user of no console',
      (one: Pgbouncer) => one.url('pgbouncer'),
      /does not let the user "postgres" into/,
    ],
    [
      'a wrong password',
      (one: Pgbouncer) => one.adminUrl.replace('Pg-', 'x'),
      /cannot be reached as "admin"/,
    ],
    ['PostgreSQL itself', () => urlOf('18', 'pgbouncer'), /there is a PostgreSQL and no pgbouncer/],
    ['nobody', () => 'postgres://admin@127.0.0.1:1/pgbouncer', /cannot be reached as "admin" \(.*REFUSED/],
  ])('%s is one clear sentence', async (_, url, message) => {
    const one = await pool();
    await expect(poolers(url(one)).check(server())).rejects.toThrow(message);
  });

  test('a pool that leads elsewhere, and one that is paused as a whole', async () => {
    const one = await pool({ databases: { other: 'postgres' } });
    await expect(poolers(one.adminUrl).check(server())).rejects.toThrow(/leads no client to the database "a/);
    await queryOn(one.adminUrl, 'PAUSE');
    await expect(poolers(one.adminUrl).pause(server(urlOf('18')), 5)).rejects.toThrow(/paused as a whole/);
  });

  test.each([
    ['postgres://admin@host/app', /admin console is \/pgbouncer/],
    ['pgbouncer', /`pgbouncer-url` is not a URL/],
  ])('%s is not a console', (url, message) => {
    expect(() => poolers(url)).toThrow(message);
  });
});
