/** What an accident destroyed in schemas that nobody here wrote comes back, and nothing else differs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runAction } from '../../support/action.ts';
import { queryOn } from '../../support/postgres/database.ts';
import { dumpProgram } from '../../support/postgres/tools.ts';
import { loadStranger, type Stranger, schemas } from './strangers.ts';

/** By the script: the table that is meant, and what happens to it. */
const ACCIDENTS: Readonly<
  Record<string, readonly [table: string, sql: string, format?: 'plain' | 'custom'][]>
> = {
  'chinook.sql': [
    ['playlist_track', 'DELETE FROM playlist_track WHERE playlist_id = 1', 'plain'],
    ['track', 'UPDATE track SET unit_price = 0'],
    ['customer', 'ALTER TABLE customer DROP COLUMN fax CASCADE'],
    ['invoice', 'DROP TABLE invoice CASCADE'],
  ],
  'northwind.sql': [
    ['order_details', 'DELETE FROM order_details WHERE order_id < 10400', 'plain'],
    ['products', 'UPDATE products SET unit_price = 0'],
    ['customers', 'ALTER TABLE customers DROP COLUMN contact_title CASCADE'],
    ['orders', 'DROP TABLE orders CASCADE'],
  ],
  'pagila-schema.sql': [
    ['payment', 'DELETE FROM payment WHERE customer_id <= 50', 'plain'],
    ['film', 'UPDATE film SET rental_rate = 0'],
    ['customer', 'ALTER TABLE customer DROP COLUMN email CASCADE'],
    ['rental', 'DROP TABLE rental CASCADE'],
  ],
};
const known = Object.keys(ACCIDENTS).filter((name) => schemas.includes(name));

if (known.length === 0)
  test('real schemas are not repaired: ROLLBACK_TEST_SCHEMAS names no folder with those that are known', () => {
    expect(known).toEqual([]);
  });
else
  describe.each(known)('%s', (file) => {
    let stranger: Stranger;
    beforeEach(async () => {
      stranger = await loadStranger(file);
    });
    afterEach(() => stranger.remove());

    test.each(ACCIDENTS[file] ?? [])('%s: %s', async (name, sql, format = 'custom') => {
      const at = mkdtempSync(join(tmpdir(), 'repair-schemas-'));
      const dump = (state: string) => {
        const path = join(at, state);
        const options = [`--format=${format}`, `--file=${path}`, `--dbname=${stranger.url}`];
        execFileSync(dumpProgram(stranger.url), options, { stdio: 'pipe' });
        return path;
      };
      const verify = (mode: string) =>
        runAction('verify-integrity', {
          with: { mode, 'database-url': stranger.url, snapshot: join(at, 'good.json') },
        });
      // Columns by name: one that comes back is the last.
      const rows = () =>
        stranger.database.query(`SELECT to_jsonb(t)::text AS row FROM public.${name} AS t ORDER BY 1`);
      const before = await rows();
      expect(before.length).toBeGreaterThan(50);
      const backup = dump('before');
      expect((await verify('capture')).errors).toEqual([]);
      await queryOn(stranger.url, sql);
      const step = await runAction('rollback-db', {
        with: {
          ...{ 'database-url': stranger.url, confirm: stranger.database.name, reason: 'an accident' },
          ...{ strategy: 'repair', tables: `public.${name}`, backup, after: dump('after') },
        },
      });
      expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
      expect(await rows()).toEqual(before);
      const found = await verify('compare');
      const { findings } = JSON.parse(found.outputs.report as string) as {
        findings: { kind: string; name: string; what: string }[];
      };
      // A column that comes back is the last of its table; all else is as it was.
      const isOfTable = ({ name: of }: { name: string }) =>
        sql.includes('DROP COLUMN') && of.includes(`public.${name}`);
      expect(findings.filter((finding) => !isOfTable(finding))).toEqual([]);
      if (!sql.includes('DROP COLUMN')) expect(found.outputs.result).toBe('intact');
    });
  });
