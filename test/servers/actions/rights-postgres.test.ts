/** The SQL of docs/permissions.md makes a role; each action runs as it, and without each of its grants says what is missing. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { runAction, type StepResult } from '../../support/action.ts';
import { documentedSql } from '../../support/permissions.ts';
import { startCluster } from '../../support/postgres/cluster.ts';
import {
  type Place,
  queryOn,
  urlOf,
  VERSION,
  VERSIONS,
  type Version,
} from '../../support/postgres/database.ts';
import { ShopDatabase } from './shop-database.ts';

const password = decodeURIComponent(new URL(urlOf(VERSION)).password);
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A role as a block of the page makes it, without the part `but`. */
class Role {
  readonly name = `role_${randomBytes(4).toString('hex')}`;
  readonly #shop: ShopDatabase;

  constructor(shop: ShopDatabase) {
    this.#shop = shop;
  }

  async make(words: string, but?: string): Promise<this> {
    const sql = documentedSql(words).replaceAll(/--.*$/gm, '');
    if (but !== undefined && !sql.includes(but)) throw new Error(`"${words}" has no ${but}`);
    const statements = sql
      .split(';')
      .map((statement) => statement.trim())
      .filter((statement) => statement !== '' && !(but?.startsWith('GRANT') && statement.startsWith(but)));
    const ready = statements.map((statement) =>
      statement
        .replace(but === undefined || but.startsWith('GRANT') ? '' : but, '')
        .replaceAll(/\b(restorer|verifier)\b/g, this.name)
        .replaceAll('shop_owner', quoted(this.#shop.owner))
        .replace('…', decodeURIComponent(new URL(urlOf(this.#shop.place)).password)),
    );
    await this.#shop.database.query(ready.join(';'));
    return this;
  }

  get url(): string {
    return urlOf(this.#shop.place, this.#shop.name, this.name);
  }

  async drop(): Promise<void> {
    // What it was granted in the database that was restored is gone with the one that was replaced, and the other way round.
    for (const database of [this.#shop.name, ...(await this.#shop.beside())]) {
      await queryOn(urlOf(this.#shop.place), `ALTER DATABASE ${quoted(database)} ALLOW_CONNECTIONS true`);
      await queryOn(urlOf(this.#shop.place, database), `DROP OWNED BY ${this.name}`);
    }
    await queryOn(urlOf(this.#shop.place), `DROP ROLE ${this.name}`);
  }
}

describe.each(VERSIONS)('on PostgreSQL %s', (version: Version) => {
  let shop: ShopDatabase;
  let role: Role;
  beforeEach(async () => {
    shop = await ShopDatabase.create(version);
    role = new Role(shop);
  });
  afterEach(async () => {
    await role.drop();
    await shop.remove();
  });

  /** Somebody of the application, who is connected by a role of its own. */
  async function connected(): Promise<{ close: () => Promise<void> }> {
    const name = `app_${randomBytes(4).toString('hex')}`;
    await queryOn(urlOf(version), `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`);
    const client = new pg.Client(urlOf(version, shop.name, name));
    client.on('error', () => {});
    await client.connect();
    return {
      close: async () => {
        await client.end().catch(() => {});
        await queryOn(urlOf(version), `DROP ROLE ${name}`);
      },
    };
  }

  const untouched = async (step: StepResult) => {
    expect([step.exitCode, await shop.state(), await shop.beside()]).toEqual([1, 'bad release', []]);
    expect(step.record.filter(({ step }) => step === 'fetch')).toEqual([]);
  };

  describe('rollback-db', () => {
    const rollBack = () => shop.rollBack({ 'database-url': role.url });

    test('as that role replaces the database, whose owner and contents stay the owner’s', async () => {
      await role.make('rollback-db');
      const app = await connected();
      const step = await rollBack();
      await app.close();
      expect([step.errors, step.outputs.result]).toEqual([[], 'done']);
      expect(await shop.state()).toBe('backup');
      const owners = await shop.database.query(
        `SELECT DISTINCT pg_get_userbyid(relowner) AS owner FROM pg_class WHERE relnamespace = 'public'::regnamespace
         UNION SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()`,
      );
      expect(owners).toEqual([{ owner: shop.owner }]);
    });

    test.each([
      [
        'CREATEDB',
        /^The database ".*" cannot be replaced now, and nothing was changed: the user "role_\w+" may not create databases: ALTER ROLE … CREATEDB\.$/,
      ],
      [
        'GRANT shop_owner',
        /^The database ".*" cannot be replaced now, and nothing was changed: the user "role_\w+" does not own the database ".*" \(".*" does\): use the owner, or a member of it(; and .*)?\.$/,
      ],
      [
        'GRANT pg_signal_backend',
        /^The database ".*" cannot be replaced now, and nothing was changed: sessions that "role_\w+" may not end are connected .* use a member of pg_signal_backend/,
      ],
    ])('without %s', async (but, sentence) => {
      await role.make('rollback-db', but);
      const app = await connected();
      const step = await rollBack();
      await app.close();
      expect(step.errors).toEqual([expect.stringMatching(sentence)]);
      await untouched(step);
    });

    // Only where a tablespace needs no folder of the server's own.
    if (version !== '14')
      test('in a tablespace that it may not create in', async () => {
        const space = `space_${randomBytes(4).toString('hex')}`;
        const move = (where: string) =>
          queryOn(urlOf(version), `ALTER DATABASE ${quoted(shop.name)} SET TABLESPACE ${where}`);
        await role.make('rollback-db');
        const superuser = new pg.Client(urlOf(version));
        await superuser.connect();
        await superuser.query('SET allow_in_place_tablespaces = on');
        await superuser.query(`CREATE TABLESPACE ${space} LOCATION ''`);
        await superuser.end();
        await move(space);
        const step = await rollBack();
        await move('pg_default');
        await queryOn(urlOf(version), `DROP TABLESPACE ${space}`);
        expect(step.errors).toEqual([
          expect.stringMatching(
            /nothing was changed: the user "role_\w+" may not create in the tablespace "space_\w+", where it lies: GRANT CREATE ON TABLESPACE\.$/,
          ),
        ]);
        await untouched(step);
      });
  });

  // The system's pg_dump may be older than the newer server.
  if (version === '14')
    describe('rollback-db in place', () => {
      const rollBack = () => shop.rollBack({ 'database-url': role.url, strategy: 'in-place' });

      test('as that role replaces the contents', async () => {
        await role.make('rollback-db in place');
        const dry = await shop.rollBack({
          'database-url': role.url,
          strategy: 'in-place',
          'dry-run': 'true',
        });
        expect([dry.errors, dry.outputs.result]).toEqual([[], 'planned']);
        const step = await rollBack();
        expect([step.errors, step.outputs.result]).toEqual([[], 'done']);
        expect(await shop.state()).toBe('backup');
      });

      test('without the owner', async () => {
        await role.make('rollback-db in place', 'GRANT shop_owner');
        // Reading is not owning.
        await shop.database.query(`GRANT pg_read_all_data TO ${role.name}`);
        const step = await rollBack();
        expect(step.errors).toEqual([
          expect.stringMatching(
            /^The contents of ".*" cannot be replaced now, and nothing was changed: the user "role_\w+" does not own public\.audit_logs, public\.bad_idea, public\.organizations and \d more: use their owner, or a member of it\.$/,
          ),
        ]);
        await untouched(step);
      });

      test('where a table is somebody else’s', async () => {
        await role.make('rollback-db in place');
        await shop.database.query('ALTER TABLE audit_logs OWNER TO postgres');
        await shop.database.query(`GRANT pg_read_all_data TO ${role.name}`);
        const step = await rollBack();
        expect(step.errors).toEqual([
          expect.stringMatching(
            /^The contents of ".*" cannot be replaced now, and nothing was changed: the user "role_\w+" does not own public\.audit_logs: use their owner/,
          ),
        ]);
        await untouched(step);
      });
    });

  describe('verify-integrity', () => {
    const verify = (mode: string, more: Record<string, string> = {}) =>
      runAction('verify-integrity', {
        with: { mode, 'database-url': role.url, snapshot: join(shop.backup, '../snapshot.json'), ...more },
      });

    test('captures and compares as that role', async () => {
      await role.make('verify-integrity: capture, compare');
      const captured = await verify('capture');
      expect([captured.errors, captured.warnings, captured.outputs.result]).toEqual([[], [], 'captured']);
      const compared = await verify('compare');
      expect([compared.errors, compared.warnings, compared.outputs.result]).toEqual([[], [], 'intact']);
    });

    test.each(['capture', 'compare'])('%s without pg_read_all_data', async (mode) => {
      await role.make('verify-integrity: capture, compare', 'GRANT pg_read_all_data');
      if (mode === 'compare') {
        const owner = { 'database-url': shop.url };
        expect((await verify('capture', owner)).errors).toEqual([]);
      }
      const step = await verify(mode);
      expect(step.errors).toEqual([
        expect.stringMatching(
          /^The user "role_\w+" cannot read the table .* grant SELECT on it and USAGE on its schema, or the role pg_read_all_data/,
        ),
      ]);
    });

    describe('of one schema', () => {
      const words = 'of what is in one schema';
      beforeEach(async () => {
        await shop.database.query(
          'CREATE SCHEMA app; CREATE TABLE app.orders (id serial); INSERT INTO app.orders DEFAULT VALUES',
        );
      });
      const ofApp = { tables: 'app.*' };

      test('captures and compares as that role', async () => {
        await role.make(words);
        const captured = await verify('capture', ofApp);
        expect([captured.errors, captured.outputs]).toMatchObject([[], { result: 'captured', tables: '1' }]);
        const compared = await verify('compare', ofApp);
        expect([compared.errors, compared.outputs.result]).toEqual([[], 'intact']);
      });

      test.each(['GRANT USAGE ON SCHEMA', 'GRANT SELECT ON ALL TABLES'])('without %s', async (but) => {
        await role.make(words, but);
        expect((await verify('capture', ofApp)).errors).toEqual([
          expect.stringMatching(
            /^The user "role_\w+" cannot read the table app\.orders; grant SELECT on it and USAGE on its schema/,
          ),
        ]);
      });

      test('without GRANT SELECT ON ALL SEQUENCES it tells which it could not read', async () => {
        await role.make(words, 'GRANT SELECT ON ALL SEQUENCES');
        const captured = await verify('capture', ofApp);
        expect([captured.errors, captured.outputs.result]).toEqual([[], 'captured']);
        expect(JSON.parse(captured.outputs.report ?? '').told).toContainEqual({
          kind: 'sequence',
          name: 'app.orders_id_seq',
          because: 'no SELECT on it',
        });
      });
    });

    test('analyzes without any grant', async () => {
      await role.make('verify-integrity: analyze', 'GRANT pg_monitor');
      const step = await verify('analyze', { since: '1h', snapshot: '' });
      expect([step.errors, step.outputs.result]).toEqual([[], 'analyzed']);
    });
  });
});

test('a role that may connect nowhere beside the database is told so', async () => {
  // Nobody may, while it lasts: a cluster that others use is no place for that.
  const cluster = await startCluster(VERSION);
  try {
    const shop = await ShopDatabase.create(cluster.url('postgres') as Place);
    const role = await new Role(shop).make('rollback-db');
    await shop.database.query('REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC');
    const step = await shop.rollBack({ 'database-url': role.url });
    expect(step.errors).toEqual([expect.stringMatching(/GRANT CONNECT ON DATABASE postgres/)]);
    expect([step.exitCode, await shop.state(), await shop.beside()]).toEqual([1, 'bad release', []]);
    expect(step.record.filter(({ step }) => step === 'fetch')).toEqual([]);
  } finally {
    await cluster.remove();
  }
});
