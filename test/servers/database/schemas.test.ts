/** Schemas that nobody here wrote, in every format and by both strategies, verified and undone. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runAction } from '../../support/action.ts';
import { queryOn, type TestDatabase } from '../../support/postgres/database.ts';
import { dumpProgram } from '../../support/postgres/tools.ts';
import { loadStranger, type Stranger, schemas } from './strangers.ts';

const FORMS: readonly [name: string, ...options: string[]][] = [
  ['plain'],
  ['plain.gz'],
  ['custom', '--format=custom'],
  ['directory', '--format=directory'],
  ['tar', '--format=tar'],
];

if (schemas.length === 0)
  test('real schemas are not tested: ROLLBACK_TEST_SCHEMAS names no folder with any', () => {
    expect(schemas).toEqual([]);
  });
else
  describe.each(schemas)('%s', (file) => {
    const snapshot = join(mkdtempSync(join(tmpdir(), 'schemas-')), 'good.json');
    const url = () => stranger.url;
    let stranger: Stranger;
    let database: TestDatabase;
    beforeAll(async () => {
      stranger = await loadStranger(file);
      database = stranger.database;
    });
    afterAll(() => stranger.remove());

    const verify = async (mode: string, of = snapshot) => {
      const step = await runAction('verify-integrity', {
        with: { mode, 'database-url': url(), snapshot: of },
      });
      return [step.errors, step.outputs.result];
    };
    const rollBack = (inputs: Record<string, string>) =>
      runAction('rollback-db', {
        with: { 'database-url': url(), confirm: database.name, reason: 'a bad release', ...inputs },
      });

    test.each(FORMS)(
      'goes back from %s by swap and in place, verified, and is undone',
      async (form, ...options) => {
        const at = mkdtempSync(join(tmpdir(), 'schemas-'));
        const backup = join(at, `backup.${form}`);
        const path = form === 'plain.gz' ? join(at, 'backup.sql') : backup;
        execFileSync(dumpProgram(url()), [...options, `--file=${path}`, `--dbname=${url()}`], {
          stdio: 'pipe',
        });
        if (form === 'plain.gz') writeFileSync(backup, gzipSync(readFileSync(path)));
        expect(await verify('capture')).toEqual([[], 'captured']);
        const [table] = await database.query<{ name: string }>(
          `SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables ORDER BY pg_relation_size(relid) DESC LIMIT 1`,
        );
        const spoil = () =>
          queryOn(
            url(),
            `ALTER TABLE ${table?.name} ADD COLUMN spoiled int DEFAULT 1; CREATE TABLE bad_idea (x int)`,
          );

        await spoil();
        const swapped = await rollBack({ backup, 'rollback-id': `swap-${form}` });
        expect(swapped).toMatchObject({ errors: [], outputs: { result: 'done' } });
        expect(await verify('compare')).toEqual([[], 'intact']);
        expect(await rollBack({ phase: 'undo', 'rollback-id': `undo-${form}` })).toMatchObject({
          errors: [],
          outputs: { result: 'done' },
        });
        expect(await database.query(`SELECT to_regclass('public.bad_idea')::text AS bad`)).toEqual([
          { bad: 'bad_idea' },
        ]);

        const replaced = await rollBack({ backup, strategy: 'in-place', 'rollback-id': `in-place-${form}` });
        expect(replaced).toMatchObject({ errors: [], outputs: { result: 'done' } });
        expect(await verify('compare')).toEqual([[], 'intact']);
        rmSync(at, { recursive: true });
      },
    );
  });
