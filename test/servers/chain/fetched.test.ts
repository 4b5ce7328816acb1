/** Backups that a chain fetches: each database has its own, and the plan's is the one that is restored. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { VERSION } from '../../support/postgres/database.ts';
import { Platform } from '../actions/environment.ts';
import { ShopDatabase } from '../actions/shop-database.ts';

let platform: Platform;
let users: ShopDatabase;
let store: Server;
/** How often more than a look was fetched, by name. */
let fetched: Record<string, number>;
let tag: string;

beforeEach(async () => {
  [platform, users] = await Promise.all([Platform.open(), ShopDatabase.create(VERSION)]);
  fetched = {};
  tag = '"1"';
  const files: Record<string, () => Buffer> = {
    '/orders': () => readFileSync(platform.database.backup),
    '/users': () => readFileSync(users.backup),
  };
  store = createServer(({ url = '', headers }, response) => {
    const body = files[url]?.();
    if (!body) return void response.writeHead(404).end();
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    const part = body.subarray(Number(from), Number(to) + 1);
    if (Number(to) > 0) fetched[url] = (fetched[url] ?? 0) + 1;
    const range = `bytes ${from}-${Number(from) + part.length - 1}/${body.length}`;
    response.writeHead(206, { etag: tag, 'content-range': range }).end(part);
  }).listen(0, '127.0.0.1');
  await once(store, 'listening');
  const at = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
  platform.configure((prod) => {
    const { orders, services } = prod.components as Record<string, object>;
    const other = { confirm: users.name, 'database-url': { env: 'USERS_URL' }, quiesce: ['web'] };
    prod.components = {
      orders: { ...orders, backup: `${at}/orders`, quiesce: ['api'] },
      users: { ...orders, ...other, backup: `${at}/users` },
      services,
    };
  });
});
afterEach(async () => {
  store.close();
  await platform[Symbol.asyncDispose]();
  await users.remove();
});

test('two databases go back to a backup each, which is fetched once, and is gone in the end', async () => {
  const step = await platform.rollBack({}, { env: { USERS_URL: users.url } });
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
  expect([await platform.database.state(), await users.state()]).toEqual(['backup', 'backup']);
  expect(fetched).toEqual({ '/orders': 1, '/users': 1 });
  expect(readdirSync(platform.temp).filter((name) => name.startsWith('rollback-db-'))).toEqual([]);
});
