/** A platform with a component of every kind, whose database is repaired and whose services take a migration back. */
import { join } from 'node:path';
import { Cloudflare } from '../../support/dns/cloudflare.ts';
import { createDatabase, type TestDatabase, VERSION } from '../../support/postgres/database.ts';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram } from '../../support/terraform/programs.ts';
import { type NOTHING_HELD, Platform } from '../actions/environment.ts';

/** What the tool of migrations keeps, as Alembic does, and what its last migration added. */
const LEDGER = `CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);
  INSERT INTO alembic_version VALUES ('bbb2');
  CREATE TABLE entries (id int PRIMARY KEY, amount int, note text);
  INSERT INTO entries VALUES (1, 100, 'by a user')`;
const TAKE_BACK = `BEGIN; ALTER TABLE entries DROP COLUMN IF EXISTS note;
  UPDATE alembic_version SET version_num = 'aaa1' WHERE version_num = 'bbb2'; COMMIT`;

export class WholePlatform {
  readonly platform: Platform;
  readonly #checkout: Checkout;
  readonly #dns = new Cloudflare();
  readonly #ledger: TestDatabase;
  /** How often the migration was taken back. */
  ran = 0;

  private constructor(platform: Platform, checkout: Checkout, ledger: TestDatabase) {
    this.platform = platform;
    this.#checkout = checkout;
    this.#ledger = ledger;
  }

  static async open(): Promise<WholePlatform> {
    const program = infraProgram();
    const checkout = new Checkout(program);
    const version = (number: number) => ({
      'main.tf': `resource "terraform_data" "api" { input = "${number}" }\n`,
      '.gitignore': '.terraform*\n*.tfstate*\n',
    });
    checkout.commit('v1', version(1)).commit('v2', version(2)).deploy();
    const [platform, ledger] = await Promise.all([Platform.open(), createDatabase(VERSION, { sql: LEDGER })]);
    const whole = new WholePlatform(platform, checkout, ledger);
    await whole.#begin(program);
    return whole;
  }

  async #begin(program: string): Promise<void> {
    const { database, shop } = this.platform;
    await this.#dns.start();
    this.#dns.add({ type: 'A', name: 'shop.example.test', content: '192.0.2.2', ttl: 60 });
    const after = join(this.#checkout.temp, 'after.dump');
    database.dump(after, '--format=custom');
    await database.database.query(`INSERT INTO users (organization, mail) VALUES (1, 'newer@example.com')`);
    shop.api.pods.run = async () => {
      this.ran++;
      await this.#ledger.query(TAKE_BACK);
      return { exitCode: 0, stdout: 'Running downgrade bbb2 -> aaa1\n' };
    };
    this.platform.configure((environment) => {
      const { orders, services } = environment.components as Record<string, object>;
      Object.assign(orders as object, {
        ...{ strategy: 'repair', tables: ['public.users', 'public.organizations'], after },
      });
      Object.assign(services as object, {
        ...{ 'down-command': 'deployment/api: alembic downgrade -1', 'down-to': 'aaa1' },
        'database-url': { env: 'LEDGER_URL' },
      });
      Object.assign(environment.components as object, {
        net: { kind: 'infra', terraform: program, ref: 'v1' },
        www: {
          ...{ kind: 'dns', provider: 'cloudflare', zone: 'example.test', name: 'shop.example.test' },
          ...{ value: '192.0.2.1', verify: 'none', endpoint: this.#dns.endpoint },
          'api-token': { env: 'DNS_TOKEN' },
        },
      });
      environment['smoke-test'] = { commands: ['deployment/api: true', 'node --version'] };
    });
  }

  /** What the steps need beside what the platform gives them. */
  get env(): Record<string, string> {
    return {
      ...{ LEDGER_URL: this.#ledger.url, DNS_TOKEN: this.#dns.token },
      ...{ GITHUB_WORKSPACE: this.#checkout.path, TF_CLI_CONFIG_FILE: '/dev/null' },
    };
  }

  /** What tells one that is back from one that is not. */
  async state() {
    const { platform } = this;
    const images = await Promise.all(['api', 'web'].map((name) => platform.shop.image(name)));
    const replicas = ['api', 'web'].map(async (name) => (await platform.shop.deployment(name)).spec.replicas);
    const [rows] = await platform.database.database.query(
      `SELECT (SELECT count(*)::int FROM users) AS users,
         (SELECT count(*)::int FROM organizations WHERE settings IS NULL) AS damaged,
         (SELECT count(*)::int FROM users WHERE mail = 'newer@example.com') AS newer`,
    );
    const [ledger] = await this.#ledger.query(
      `SELECT (SELECT version_num FROM alembic_version) AS version, (SELECT amount FROM entries) AS amount,
         (SELECT count(*)::int FROM pg_attribute
          WHERE attrelid = 'entries'::regclass AND attname = 'note' AND NOT attisdropped) AS notes`,
    );
    return {
      images: images.map((image) => image?.replace('registry.example/', '')),
      replicas: await Promise.all(replicas),
      rows,
      ledger,
      cache: (await platform.redis.client.keys('*')).sort(),
      infrastructure: this.#checkout.state()['terraform_data.api']?.input,
      dns: this.#dns.records.map(({ content }) => content),
    };
  }

  held = (): Promise<typeof NOTHING_HELD> => this.platform.held() as Promise<typeof NOTHING_HELD>;

  async [Symbol.asyncDispose](): Promise<void> {
    this.#checkout.remove();
    await Promise.all([this.platform[Symbol.asyncDispose](), this.#dns.stop(), this.#ledger.drop()]);
  }
}

export const WHOLE_BACK = {
  images: ['api:1', 'web:1'],
  replicas: [3, 3],
  rows: { users: 2001, damaged: 0, newer: 1 },
  ledger: { version: 'aaa1', amount: 100, notes: 0 },
  cache: ['other'],
  infrastructure: '1',
  dns: ['192.0.2.1'],
};
