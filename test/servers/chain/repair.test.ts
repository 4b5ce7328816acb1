/** A whole rollback whose database gets back only what was destroyed: services go to the older image, and newer rows stay. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { NOTHING_HELD, Platform } from '../actions/environment.ts';

let platform: Platform;
beforeEach(async () => {
  platform = await Platform.open();
  const after = join(platform.temp, 'after.dump');
  platform.database.dump(after, '--format=custom');
  await platform.database.database.query(
    `INSERT INTO users (organization, mail) VALUES (1, 'newer@example.com'); UPDATE organizations SET name = 'renamed' WHERE id = 7`,
  );
  platform.configure((prod) => {
    const { orders } = prod.components as Record<string, object>;
    const tables = ['public.users', 'public.organizations'];
    Object.assign(orders as object, { strategy: 'repair', tables, after });
  });
});
afterEach(() => platform[Symbol.asyncDispose]());

const found = () =>
  platform.database.database.query(
    `SELECT (SELECT count(*)::int FROM users) AS users, (SELECT count(*)::int FROM organizations WHERE settings IS NULL) AS damaged,
       (SELECT count(*)::int FROM users WHERE mail = 'newer@example.com') AS newer, (SELECT name FROM organizations WHERE id = 7) AS renamed`,
  );
const DAMAGED = [{ users: 1901, damaged: 50, newer: 1, renamed: 'renamed' }];
const REPAIRED = [{ users: 2001, damaged: 0, newer: 1, renamed: 'renamed' }];
const COUNTS = '100 rows are back, 50 rows are set back, 2 newer rows are kept';

test('its rows come back and its newer rows stay, and the report, the message and the summary say so', async () => {
  const planned = await platform.rollBack({ 'dry-run': 'true' });
  expect(planned).toMatchObject({ errors: [], outputs: { result: 'planned' } });
  expect(planned.summary).toContain(
    '100 rows would come back and 50 would be set back; 2 newer rows would stay',
  );
  expect(await found()).toEqual(DAMAGED);

  const step = await platform.rollBack();
  expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
  expect(await found()).toEqual(REPAIRED);
  expect(await Promise.all(['api', 'web'].map((name) => platform.shop.image(name)))).toEqual([
    'registry.example/api:1',
    'registry.example/web:1',
  ]);
  expect(await platform.redis.client.keys('*')).toEqual(['other']);
  expect(await platform.held()).toEqual(NOTHING_HELD);
  expect(step.summary).toContain(COUNTS);
  const report = JSON.parse(readFileSync(step.outputs.report ?? '', 'utf8'));
  expect(report.headline).toContain(COUNTS);
  expect(report.answers).toContainEqual({
    question: 'What was lost?',
    answer: `No row: ${COUNTS}.`,
    tone: 'good',
  });
  expect(JSON.stringify([...platform.slack.messages.values()])).toContain(COUNTS);
  // It proves itself against the counters of the server; a snapshot of what users go on writing would cry wolf.
  expect(step.record.some(({ component }) => component === 'verify-integrity')).toBe(false);

  expect((await platform.rollBack()).errors).toEqual([]);
  expect(await found()).toEqual(REPAIRED);
});
