import { once } from 'node:events';
import { chmod, chown, copyFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { quoteName, quoteText } from '../../../src/systems/postgres/quote.ts';
import { codeOf, Server } from '../../../src/systems/postgres/session.ts';
import { startCluster, USER } from '../../support/postgres/cluster.ts';
import {
  createDatabase,
  queryOn,
  type TestDatabase,
  urlOf,
  VERSION,
  VERSIONS,
} from '../../support/postgres/database.ts';
import { startTcpProxy } from '../../support/tcp-proxy.ts';
import { until } from '../../support/until.ts';

const HOSTILE = `a"; drop table x; --'\\ ü\n`;
const context = { signal: new AbortController().signal, mask: () => {} };
const server = (url: string) => Server.parse(url, context);

test('a server that was there and restarts is waited for', async () => {
  const cluster = await startCluster(VERSION);
  try {
    const known = server(cluster.url());
    await known.use('postgres', (session) => session.run('SELECT 1'));
    await cluster.kill();
    await expect(known.connectOnce()).rejects.toThrow(/has stopped answering/);
    const later = known.connect();
    await wait(1000);
    await cluster.start();
    await (await later).close();
  } finally {
    await cluster.remove();
  }
});

test('a server that was there and hangs up on who logs in, as one that crashes does, is asked again', async () => {
  const { hostname, port } = new URL(urlOf(VERSION));
  const proxy = await startTcpProxy({ host: hostname, port: Number(port) });
  try {
    const url = new URL(urlOf(VERSION));
    url.port = String(proxy.port);
    const known = server(url.toString());
    await known.use('postgres', (session) => session.run('SELECT 1'));
    proxy.cutAt('application_name', 'before');
    await expect(known.connectOnce()).rejects.toThrow(/has stopped answering/);
    proxy.cutAt('application_name', 'before');
    await (await known.connect()).close();
    expect(proxy.cuts).toBe(2);
  } finally {
    await proxy.stop();
  }
});

test('brianc/node-postgres#2720: a server without TLS is connected to by `sslmode=prefer`, as psql does', async () => {
  const url = (mode: string) => `${urlOf(VERSION)}?sslmode=${mode}`;
  await server(url('prefer')).use('postgres', (session) => session.run('SELECT 1'));
  await expect(server(url('require')).connectOnce()).rejects.toThrow(/does not support SSL/);
});

test('joshstevens19/rindexer#116: a URL without sslmode gets TLS where the server has it, and where it insists on one way', async () => {
  const cluster = await startCluster(VERSION);
  try {
    await cluster.query("CREATE ROLE encrypted LOGIN PASSWORD 'p'; CREATE ROLE plain LOGIN PASSWORD 'p'");
    for (const part of ['crt', 'key']) {
      const path = join(cluster.data, `server.${part}`);
      await copyFile(join(import.meta.dirname, `../../support/kubernetes/localhost.${part}`), path);
      await chmod(path, 0o600);
      if (USER.uid && USER.gid) await chown(path, USER.uid, USER.gid);
    }
    const allowed = ['host all postgres', 'hostssl all encrypted', 'hostnossl all plain'];
    const lines = allowed.map((line) => `${line} 127.0.0.1/32 scram-sha-256\n`);
    await writeFile(join(cluster.data, 'pg_hba.conf'), lines);
    await cluster.query('ALTER SYSTEM SET ssl = on');
    await cluster.query('SELECT pg_reload_conf()');
    const isEncrypted = (user: string, more = '') => {
      const url = new URL(cluster.url());
      if (user !== 'postgres') [url.username, url.password] = [user, 'p'];
      return server(`${url}${more}`).use('postgres', async (session) => {
        const own = 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()';
        return (await session.one<{ ssl: boolean }>(own)).ssl;
      });
    };
    await until(() => isEncrypted('postgres', '?sslmode=require').catch(() => false));
    expect(await isEncrypted('postgres')).toBe(true);
    expect(await isEncrypted('encrypted')).toBe(true);
    expect(await isEncrypted('encrypted', '?sslmode=allow')).toBe(true);
    expect(await isEncrypted('postgres', '?sslmode=disable')).toBe(false);
    await expect(isEncrypted('nobody')).rejects.toThrow(
      /does not let the user "nobody" in \(.*SSL encryption/,
    );
    expect(await isEncrypted('plain')).toBe(false);
  } finally {
    await cluster.remove();
  }
});

test('a session whose server has fallen silent is closed all the same', async () => {
  const { hostname, port } = new URL(urlOf(VERSION));
  const sockets: Socket[] = [];
  let silent = false;
  const wire = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ host: hostname, port: Number(port) });
    sockets.push(client, upstream);
    client.on('data', (bytes) => silent || upstream.write(bytes)).on('error', () => {});
    upstream.on('data', (bytes) => silent || client.write(bytes)).on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(wire, 'listening');
  const url = new URL(urlOf(VERSION));
  url.port = String((wire.address() as AddressInfo).port);
  const session = await server(url.toString()).connectOnce();
  silent = true;
  const closed = await Promise.race([session.close().then(() => 'closed'), wait(10_000, 'still open')]);
  for (const socket of sockets) socket.destroy();
  wire.close();
  expect(closed).toBe('closed');
});

describe.each(VERSIONS)('a session on PostgreSQL %s', (version) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase(version, { name: `${HOSTILE}${version}` });
  });
  afterAll(() => database.drop());

  test('reaches a database of any name, and knows its process and version', async () => {
    await server(database.url).use(`${HOSTILE}${version}`, async (session) => {
      const row = await session.one(`SELECT current_database() AS name, pg_backend_pid() AS pid`);
      expect(row).toEqual({ name: `${HOSTILE}${version}`, pid: session.pid });
      expect(Math.floor(session.version / 10000)).toBe(Number(version));
    });
  });

  test('names and texts are quoted whatever they hold', async () => {
    await server(database.url).use(database.name, async (session) => {
      const row = await session.one(`SELECT ${quoteText(HOSTILE)} AS ${quoteName(HOSTILE)}`);
      expect(row).toEqual({ [HOSTILE]: HOSTILE });
    });
  });

  test('tells in PostgreSQL’s words what is wrong with a query, with its code', async () => {
    await server(database.url).use(database.name, async (session) => {
      const error = await session.query('SELECT 1/0').catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ message: 'PostgreSQL says: division by zero.' });
      expect(codeOf(error)).toBe('22012');
    });
  });

  test.each([
    ['a wrong password', (url: URL) => (url.password = 'falsch'), /does not let the user "postgres" in/],
    ['a database that is not there', (url: URL) => (url.pathname = '/nowhere'), /has no database "nowhere"/],
    ['a port where nobody listens', (url: URL) => (url.port = '1'), /cannot be reached/],
  ])('%s is one clear sentence', async (_, change, message) => {
    const url = new URL(urlOf(version));
    change(url);
    await expect(server(url.toString()).connect()).rejects.toThrow(message);
  });

  test('a cancelled run ends the query on the server as well, and says that it was cancelled', async () => {
    const controller = new AbortController();
    const session = await Server.parse(database.url, { ...context, signal: controller.signal }).connect();
    const reason = new Error('cancelled');
    const query = session.query('SELECT pg_sleep(600)').catch((error) => error);
    controller.abort(reason);
    expect(await query).toBe(reason);
    await expect(session.run('SELECT 1')).rejects.toBe(reason);
    const running = () =>
      queryOn(urlOf(version), 'SELECT 1 FROM pg_stat_activity WHERE pid = $1', [session.pid]);
    while ((await running()).length > 0);
    await session.close();
  });
});
