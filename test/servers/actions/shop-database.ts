import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runAction, type StepOptions, type StepResult, startAction } from '../../support/action.ts';
import {
  createDatabase,
  type Place,
  queryOn,
  type TestDatabase,
  urlOf,
} from '../../support/postgres/database.ts';
import { dumpProgram } from '../../support/postgres/tools.ts';

const SCHEMA = `
  CREATE TABLE organizations (id bigserial PRIMARY KEY, name text NOT NULL, settings jsonb);
  CREATE TABLE users (id bigserial PRIMARY KEY, organization bigint REFERENCES organizations, mail text UNIQUE);
  CREATE TABLE audit_logs (at timestamptz DEFAULT now(), line text);
  CREATE INDEX ON users (organization);
  ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;
  INSERT INTO organizations (name, settings) SELECT 'org ' || n, '{"a": 1}' FROM generate_series(1, 200) AS n;
  INSERT INTO users (organization, mail) SELECT 1 + n % 200, 'user' || n || '@example.com' FROM generate_series(1, 2000) AS n;
  INSERT INTO audit_logs (line) SELECT 'line ' || n FROM generate_series(1, 500) AS n;`;

/** A database with some tables, its backup, and the action to roll it back as a runner starts it. */
export class ShopDatabase {
  readonly place: Place;
  readonly database: TestDatabase;
  readonly backup: string;
  /** The role of `database-url`: the owner with CREATEDB, and nothing more. */
  readonly owner: string;
  readonly #temp = mkdtempSync(join(tmpdir(), 'shop-database-'));

  private constructor(place: Place, database: TestDatabase, owner: string) {
    this.place = place;
    this.database = database;
    this.owner = owner;
    this.backup = join(this.#temp, 'backup.dump');
  }

  /** With a backup in custom format, and then a bad release that changed rows and tables. */
  static async create(place: Place, name = `shop_${randomUUID().slice(0, 8)}`): Promise<ShopDatabase> {
    const owner = `owner of ${name}`.slice(0, 60);
    const shop = await ShopDatabase.#healthy(place, name, owner);
    shop.dump(shop.backup, '--format=custom');
    await queryOn(
      shop.url,
      `DELETE FROM users WHERE id <= 100; UPDATE organizations SET settings = NULL WHERE id <= 50;
       INSERT INTO audit_logs (line) VALUES ('since'), ('then'); CREATE TABLE bad_idea (x int); INSERT INTO bad_idea VALUES (1)`,
    );
    return shop;
  }

  static async #healthy(place: Place, name: string, owner: string): Promise<ShopDatabase> {
    const password = decodeURIComponent(new URL(urlOf(place)).password);
    await queryOn(urlOf(place), `CREATE ROLE ${quoted(owner)} LOGIN CREATEDB PASSWORD '${password}'`);
    const database = await createDatabase(place, { name, options: `OWNER ${quoted(owner)}` });
    const shop = new ShopDatabase(place, database, owner);
    await queryOn(shop.url, SCHEMA);
    return shop;
  }

  get name(): string {
    return this.database.name;
  }

  /** For the owner. */
  get url(): string {
    return urlOf(this.place, this.database.name, this.owner);
  }

  dump(path: string, ...options: string[]): void {
    execFileSync(dumpProgram(this.url), [...options, `--file=${path}`], {
      env: { ...process.env, ...this.environment() },
      stdio: 'pipe',
    });
  }

  environment(): Record<string, string> {
    const { hostname, port, username, password } = new URL(this.url);
    return {
      PGHOST: hostname,
      PGPORT: port,
      PGUSER: decodeURIComponent(username),
      PGPASSWORD: decodeURIComponent(password),
      PGDATABASE: this.name,
    };
  }

  inputs(more: Record<string, string> = {}): Record<string, string> {
    return {
      'database-url': this.url,
      backup: this.backup,
      confirm: this.name,
      reason: 'a bad release',
      ...more,
    };
  }

  rollBack(more: Record<string, string> = {}, options: Partial<StepOptions> = {}): Promise<StepResult> {
    return runAction('rollback-db', { with: this.inputs(more), ...options });
  }

  start(more: Record<string, string> = {}, options: Partial<StepOptions> = {}) {
    return startAction('rollback-db', { with: this.inputs(more), ...options });
  }

  /** What tells the backup from the bad release. */
  async state(): Promise<'backup' | 'bad release'> {
    const [row] = await this.database.query<{ users: string; bad: string | null }>(
      `SELECT (SELECT count(*) FROM users) AS users, to_regclass('public.bad_idea') AS bad`,
    );
    if (row?.users === '2000' && row.bad === null) return 'backup';
    if (row?.users === '1900' && row.bad === 'bad_idea') return 'bad release';
    throw new Error(`Neither the backup nor the bad release: ${JSON.stringify(row)}`);
  }

  /** The databases beside it that rollbacks have made. */
  async beside(): Promise<string[]> {
    const rows = await queryOn<{ name: string }>(
      urlOf(this.place),
      `SELECT datname::text AS name FROM pg_database WHERE datname ~ '_rb_[0-9a-f]{8}_' ORDER BY 1`,
    );
    return rows.map(({ name }) => name).filter((name) => name.startsWith(this.name.slice(0, 20)));
  }

  /** Waits until the server has noticed that a process that was killed is gone, and has given its lock back. */
  async unlocked(): Promise<void> {
    const held = () =>
      queryOn(
        urlOf(this.place),
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = hashtext('${this.name}')::oid`,
      );
    while ((await held()).length > 0) await wait(20);
  }

  async remove(): Promise<void> {
    for (const name of await this.beside())
      await queryOn(urlOf(this.place), `DROP DATABASE ${quoted(name)} WITH (FORCE)`);
    await this.database.drop();
    await queryOn(urlOf(this.place), `DROP ROLE ${quoted(this.owner)}`);
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
