/** Clients that are sent away at the switch come back at once: whoever waits for it to end is told once that there is no such database. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { VERSION } from '../../support/postgres/database.ts';
import { ShopDatabase } from '../actions/shop-database.ts';

const CLIENTS = 50;
const NO_SUCH_DATABASE = '3D000';

let shop: ShopDatabase;
beforeAll(async () => {
  shop = await ShopDatabase.create(VERSION);
});
afterAll(() => shop.remove());

/** How often a client that was sent away was told so, up to the connection that it got: it tries again after 100 ms. */
async function comesBack(): Promise<number> {
  const connect = async () => {
    const client = new pg.Client({ connectionString: shop.url });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const first = await connect();
  // Until it is sent away.
  await first.query('SELECT pg_sleep(600)').catch(() => {});
  for (let refused = 0; ; refused++) {
    try {
      await (await connect()).end();
      return refused;
    } catch (error) {
      if ((error as { code?: string }).code !== NO_SUCH_DATABASE) throw error;
      await wait(100);
    }
  }
}

test('of 50 clients that reconnect at once at most 2 are refused when they try again after 100 ms', async () => {
  const clients = Array.from({ length: CLIENTS }, comesBack);
  const connected = () =>
    shop.database.query<{ count: string }>(
      `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query = 'SELECT pg_sleep(600)'`,
    );
  while (Number((await connected())[0]?.count) < CLIENTS) await wait(50);
  const step = await shop.rollBack();
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
  const refused = await Promise.all(clients);
  console.log(
    `${refused.filter((times) => times > 0).length} of ${CLIENTS} were refused at the first attempt`,
  );
  expect(refused.filter((times) => times > 1).length).toBeLessThanOrEqual(2);
});
