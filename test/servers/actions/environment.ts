import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { HELD } from '../../../src/domain/workloads/held.ts';
import { Shop } from '../../actions/shop.ts';
import { type RunningStep, type StepOptions, type StepResult, startAction } from '../../support/action.ts';
import { type Place, VERSION } from '../../support/postgres/database.ts';
import { startRedis, type TestServer } from '../../support/redis/server.ts';
import { SLACK_TOKEN, startSlack } from '../../support/sinks/slack.ts';
import { ShopDatabase } from './shop-database.ts';

/** The sections of an environment in the configuration. */
type Sections = Record<string, Record<string, unknown>>;
type Change = (environment: Sections, environments: Record<string, Sections>) => void;

const newFolder = () => mkdtempSync(join(tmpdir(), 'platform-'));

/** A small platform after a bad release: workloads, their database and cache, and Slack; and the root action on it. */
export class Platform {
  /** The runner's temporary folder, and its checkout. */
  temp: string = newFolder();
  readonly shop: Shop;
  readonly database: ShopDatabase;
  /** The master, where there are several. */
  redis: TestServer;
  readonly slack: Awaited<ReturnType<typeof startSlack>>;
  /** Its name in the configuration. */
  name = 'prod';
  #change: Change = () => {};

  private constructor(
    shop: Shop,
    database: ShopDatabase,
    redis: TestServer,
    slack: Awaited<ReturnType<typeof startSlack>>,
  ) {
    this.shop = shop;
    this.database = database;
    this.redis = redis;
    this.slack = slack;
  }

  /** @param place the cluster with its database, where it is not one that all tests share */
  static async open(place: Place = VERSION): Promise<Platform> {
    const [shop, database, redis, slack] = await Promise.all([
      Shop.open(),
      ShopDatabase.create(place),
      startRedis(),
      startSlack(),
    ]);
    const platform = new Platform(shop, database, redis, slack);
    for (const name of ['api', 'web']) await shop.deploy(name, `registry.example/${name}:1`, { replicas: 3 });
    await shop.markGood();
    for (const name of ['api', 'web']) await shop.deploy(name, `registry.example/${name}:2`);
    await redis.client.mset('shop:cart:1', 'bad', 'shop:cart:2', 'bad', 'other', 'kept');
    platform.configure();
    return platform;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([
      this.shop[Symbol.asyncDispose](),
      this.database.remove(),
      this.redis.stop(),
      this.slack.close(),
    ]);
  }

  /** Writes the configuration; `change` may make it another one first, also with other environments. */
  configure(change: Change = () => {}): void {
    this.#change = change;
    const environment = {
      defaults: { namespace: 'shop', kubeconfig: this.shop.api.kubeconfig },
      notify: {
        'slack-channel': '#incidents',
        'slack-api-url': this.slack.api,
        'slack-token': { env: 'SLACK' },
      },
      'verify-integrity': {},
      report: { history: join(this.temp, 'history.jsonl'), rto: ['all=20m'] },
      components: {
        orders: {
          kind: 'database',
          rto: '15m',
          backup: this.database.backup,
          confirm: this.database.name,
          quiesce: ['api', 'web'],
          'database-url': { env: 'DATABASE_URL' },
        },
        services: { kind: 'service', workloads: ['api', 'web'], rto: { 'deployment/api': '5m' } },
        carts: { kind: 'cache', prefix: 'shop:cart:', 'redis-url': { env: 'REDIS_URL' } },
      },
    };
    const environments = { [this.name]: environment };
    change(environment, environments);
    mkdirSync(join(this.temp, '.github'), { recursive: true });
    writeFileSync(join(this.temp, '.github/rollback.yml'), stringify({ environments }));
  }

  /** The next step runs on another machine, which knows nothing of what was before. */
  moveToNewRunner(): void {
    this.temp = newFolder();
    this.configure(this.#change);
  }

  start(inputs: Record<string, string> = {}, options: Partial<StepOptions> = {}): RunningStep {
    const secrets = {
      SLACK: SLACK_TOKEN,
      DATABASE_URL: this.database.url,
      REDIS_URL: `redis://127.0.0.1:${this.redis.port}`,
    };
    return startAction('rollback', {
      temp: this.temp,
      ...options,
      with: { reason: 'release 2 is bad', ...inputs },
      env: { ...secrets, ...options.env },
    });
  }

  rollBack(inputs: Record<string, string> = {}, options: Partial<StepOptions> = {}): Promise<StepResult> {
    return this.start(inputs, options).result;
  }

  /** Who has what that somebody else may wait for: locks, and workloads that are kept at zero. */
  async held() {
    const deployments = await Promise.all(['api', 'web'].map((name) => this.shop.deployment(name)));
    return {
      leases: (await this.shop.leases()).map(({ metadata }) => metadata.name),
      workloads: deployments
        .filter(({ metadata }) => metadata.annotations?.[HELD] !== undefined)
        .map(({ metadata }) => metadata.name),
    };
  }

  /** What tells a platform that is back from one that is not. */
  async state() {
    const images = await Promise.all(['api', 'web'].map((name) => this.shop.image(name)));
    const replicas = await Promise.all(
      ['api', 'web'].map(async (name) => (await this.shop.deployment(name)).spec.replicas),
    );
    return {
      images: images.map((image) => image?.replace('registry.example/', '')),
      replicas,
      database: await this.database.state(),
      cache: (await this.redis.client.keys('*')).sort(),
    };
  }
}

export const BACK = {
  images: ['api:1', 'web:1'],
  replicas: [3, 3],
  database: 'backup',
  cache: ['other'],
};

export const NOTHING_HELD = { leases: [], workloads: [] };

export const BAD = {
  images: ['api:2', 'web:2'],
  replicas: [3, 3],
  database: 'bad release',
  cache: ['other', 'shop:cart:1', 'shop:cart:2'],
};
