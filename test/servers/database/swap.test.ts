import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { measureDowntime } from '../../../src/database/downtime.ts';
import { type Note, nameFor } from '../../../src/database/note.ts';
import {
  connectMaintenanceDb,
  type Database,
  observe,
  readDatabases,
} from '../../../src/database/observe.ts';
import { readProperties } from '../../../src/database/properties.ts';
import { createSide, drop } from '../../../src/database/side.ts';
import { type Swap, swap } from '../../../src/database/swap.ts';
import { Server, type Session } from '../../../src/systems/postgres/session.ts';
import {
  createDatabase,
  queryOn,
  type TestDatabase,
  urlOf,
  VERSIONS,
} from '../../support/postgres/database.ts';

const HOSTILE = `a"; drop table x; --'\\ü`;
const signal = new AbortController().signal;
const context = { signal, mask: () => {} };

const note = (of: string, id: string): Note => ({
  of,
  role: 'side',
  state: 'verified',
  id,
  run: '1',
  at: new Date().toISOString(),
  backup: 'a backup',
  sha256: '0',
});

describe.each(VERSIONS)('a swap on PostgreSQL %s', (version) => {
  let database: TestDatabase;
  let beside: Session;

  /** A live database that says `old` and a side database that says `new`. */
  async function ready(name: string, options = ''): Promise<{ server: Server; plan: Swap }> {
    database = await createDatabase(version, {
      name,
      sql: `CREATE TABLE says AS SELECT 'old' AS it`,
      options,
    });
    const server = Server.parse(database.url, context);
    beside = await connectMaintenanceDb(server);
    const { live } = await observe(beside, name);
    const side = await createSide(beside, live, note(name, 'swap-1'));
    await queryOn(urlOf(version, side), `CREATE TABLE says AS SELECT 'new' AS it`);
    const incoming = (await readDatabases(beside)).find((found) => found.name === side) as Database;
    return {
      server,
      plan: {
        live,
        incoming,
        keptAs: nameFor(name, 'swap-1', 'old'),
        note: { ...note(name, 'swap-1'), role: 'replaced' },
      },
    };
  }

  afterEach(async () => {
    await database.drop();
    for (const { name, note } of await readDatabases(beside))
      if (note?.of === database.name) await drop(beside, name);
    await beside.close();
  });

  test('puts one database in the place of another, whatever its name is, and keeps what was there', async () => {
    const { server, plan } = await ready(`${HOSTILE}${version}`);
    await swap(server, plan);
    expect(await database.query('SELECT it FROM says')).toEqual([{ it: 'new' }]);
    const { ours } = await observe(beside, database.name);
    expect(ours).toMatchObject([{ name: plan.keptAs, oid: plan.live.oid, note: { role: 'replaced' } }]);
    await expect(queryOn(urlOf(version, plan.keptAs), 'SELECT 1')).rejects.toThrow(
      /not currently accepting connections/,
    );
  });

  test('sends away who is connected, while others go on trying to connect', async () => {
    const { server, plan } = await ready(`busy${version}`);
    const stop = new AbortController();
    let failures = 0;
    const client = async () => {
      while (!stop.signal.aborted) {
        const connection = new pg.Client(database.url);
        connection.on('error', () => {});
        try {
          await connection.connect();
          for (let count = 0; count < 50 && !stop.signal.aborted; count++)
            await connection.query('SELECT it FROM says');
        } catch {
          failures++;
        }
        await connection.end().catch(() => {});
      }
    };
    const clients = Array.from({ length: 20 }, client);
    const seconds = await measureDowntime(server, signal, () => swap(server, plan));
    stop.abort();
    await Promise.all(clients);
    expect(failures).toBeGreaterThan(0);
    expect(seconds).toBeGreaterThan(0);
    expect(await database.query('SELECT it FROM says')).toEqual([{ it: 'new' }]);
  });

  test('who is left in the database that comes in has gone before users are sent away', async () => {
    const { server, plan } = await ready(`left${version}`);
    const gone: string[] = [];
    const connect = async (name: string) => {
      const client = new pg.Client(urlOf(version, name));
      client.on('error', () => {});
      await client.connect();
      return () => client.query('SELECT pg_sleep(600)').catch(() => gone.push(name));
    };
    const busy = await Promise.all([database.name, plan.incoming.name].map(connect));
    const clients = busy.map((sleep) => sleep());
    await swap(server, plan);
    await Promise.all(clients);
    expect(gone).toEqual([plan.incoming.name, database.name]);
    expect(await database.query('SELECT it FROM says')).toEqual([{ it: 'new' }]);
  });

  test('what somebody has given the name by hand is the live one, and none that a rollback may drop', async () => {
    const { plan } = await ready(`hand${version}`);
    await queryOn(
      urlOf(version),
      `ALTER DATABASE ${database.name} RENAME TO ${database.name}_broken; ALTER DATABASE ${plan.incoming.name} RENAME TO ${database.name}`,
    );
    const { live, ours } = await observe(beside, database.name);
    expect(live).toMatchObject({ oid: plan.incoming.oid, note: { role: 'side' } });
    expect(ours).toEqual([]);
    await queryOn(urlOf(version), `DROP DATABASE ${database.name}_broken`);
  });

  test('a database that was given the live name since the plan is not put aside as the one that was planned', async () => {
    const { server, plan } = await ready(`renamed${version}`);
    const moved = `moved${version}`;
    await beside.run(`ALTER DATABASE ${plan.live.name} RENAME TO ${moved}`);
    await beside.run(`CREATE DATABASE ${plan.live.name}`);
    try {
      await expect(swap(server, plan)).rejects.toThrow(/is not the one that was planned/);
      const names = (await readDatabases(beside)).map(({ oid, name }) => [oid, name]);
      expect(names).toContainEqual([plan.live.oid, moved]);
      expect(names).toContainEqual([plan.incoming.oid, plan.incoming.name]);
      expect(names.map(([, name]) => name)).not.toContain(plan.keptAs);
    } finally {
      await beside.run(`DROP DATABASE ${moved}`);
    }
  });

  test('everything that hangs on the name comes along', async () => {
    const name = `props${version}`;
    const { server, plan } = await ready(name, 'CONNECTION LIMIT 42');
    const [one, two] = [`one "${version}"`, `two_${version}`];
    const quoted = `"${one.replaceAll('"', '""')}"`;
    await queryOn(
      urlOf(version),
      `CREATE ROLE ${quoted}; CREATE ROLE ${two};
       ALTER DATABASE ${name} OWNER TO ${quoted};
       REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC;
       GRANT CONNECT ON DATABASE ${name} TO ${two} WITH GRANT OPTION;
       ALTER DATABASE ${name} SET search_path TO "$user", public, "odd ""name""";
       ALTER DATABASE ${name} SET work_mem TO '8MB';
       ALTER DATABASE ${name} SET "my.tenant" TO 'it''s \\ me';
       ALTER ROLE ${two} IN DATABASE ${name} SET statement_timeout TO '5s';
       COMMENT ON DATABASE ${name} IS 'It''s the shop \\o/'`,
    );
    const { live } = await observe(beside, name);
    const before = await readProperties(beside, live.oid);
    expect(before).toMatchObject({
      owner: one,
      connectionLimit: 42,
      settings: { length: 4 },
      grants: { length: 5 },
    });
    await swap(server, { ...plan, live });
    const after = await observe(beside, name);
    expect(after.live.oid).toBe(plan.incoming.oid);
    expect(await readProperties(beside, after.live.oid)).toEqual(before);
    expect(after.live.comment).toBe(`It's the shop \\o/`);
    const show = (role?: string) =>
      queryOn(
        urlOf(version, name, role),
        `SELECT current_setting('search_path') AS path, current_setting('my.tenant') AS tenant`,
      );
    expect(await show()).toEqual([{ path: `"$user", public, "odd ""name"""`, tenant: `it's \\ me` }]);
    await queryOn(urlOf(version), `ALTER DATABASE ${name} OWNER TO postgres`);
    for (const left of [`DATABASE "${plan.keptAs}"`, `DATABASE ${name}`, `ROLE ${quoted}`, `ROLE ${two}`])
      await queryOn(urlOf(version), `DROP ${left}`);
  });

  test('a prepared transaction stops it, and nothing has changed', async () => {
    const { server, plan } = await ready(`prepared${version}`);
    await database.query(`BEGIN; INSERT INTO says VALUES ('never'); PREPARE TRANSACTION 'held${version}'`);
    await expect(swap(server, plan)).rejects.toThrow(/could not be switched, and is as it was/);
    expect(await database.query('SELECT it FROM says')).toEqual([{ it: 'old' }]);
    await database.query(`ROLLBACK PREPARED 'held${version}'`);
  });

  test('where there is no connection left, it says so once, and nothing was begun', async () => {
    const { plan } = await ready(`full${version}`);
    const role = `full_${version}`;
    const { password } = new URL(urlOf(version));
    await queryOn(
      urlOf(version),
      `CREATE ROLE ${role} LOGIN PASSWORD '${decodeURIComponent(password)}' CONNECTION LIMIT 1`,
    );
    const server = Server.parse(urlOf(version, database.name, role), context);
    const only = await connectMaintenanceDb(server);
    const failed = await swap(server, plan).catch((error: Error) => error.message);
    expect(failed).toMatch(
      /^The database "full\d+" could not be switched, and is as it was: PostgreSQL at .* has no connection left .*; run this again with `phase: switch` when that is over\.$/,
    );
    await only.close();
    await queryOn(urlOf(version), `DROP ROLE ${role}`);
  });

  test('nobody is waited for for long when it is done', async () => {
    const { server } = await ready(`closed${version}`);
    const close = () =>
      queryOn(urlOf(version), `ALTER DATABASE ${database.name} ALLOW_CONNECTIONS false`).then(() => {});
    const seconds = await measureDowntime(server, signal, close);
    expect(seconds).toBeGreaterThan(4.9);
    await queryOn(urlOf(version), `ALTER DATABASE ${database.name} ALLOW_CONNECTIONS true`);
  });

  // None of them is what the cluster has by default.
  test.each([
    "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'",
    "LC_COLLATE 'C.utf8' LC_CTYPE 'C.utf8'",
    ...(Number(version) >= 16 ? ["LOCALE_PROVIDER icu ICU_LOCALE 'de-DE' ICU_RULES '&b < a'"] : []),
    ...(Number(version) >= 17 ? ["LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"] : []),
  ])('the encoding and the locale are those of the live database: %s', async (options) => {
    const { server, plan } = await ready(`locale${version}`, options);
    const settings = async () => {
      const [row] = await database.query<{ all: object }>(
        'SELECT to_jsonb(d) AS all FROM pg_database d WHERE datname = current_database()',
      );
      return Object.entries(row?.all ?? {}).filter(([name]) => /encoding|collate|ctype|loc|rules/.test(name));
    };
    const before = await settings();
    expect(before.length).toBeGreaterThanOrEqual(3);
    await swap(server, plan);
    expect(await database.query('SELECT it FROM says')).toEqual([{ it: 'new' }]);
    expect(await settings()).toEqual(before);
  });
});

test('how long nobody gets in is not measured any further where what was to be done fails', async () => {
  let tries = 0;
  const closed = createServer((socket) => {
    tries++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  const server = Server.parse(`postgres://user:password@127.0.0.1:${port}/app`, context);
  const failing = measureDowntime(server, signal, async () => {
    const before = tries;
    while (tries < before + 3) await wait(1);
    throw new Error('it failed');
  });
  await expect(failing).rejects.toThrow('it failed');
  const before = tries;
  // It would try every 5 ms; these take longer together.
  for (let count = 0; count < 100; count++) await once(connect(port, '127.0.0.1'), 'close');
  expect(tries).toBe(before + 100);
  closed.close();
});
