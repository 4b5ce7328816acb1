import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StepOptions, StepResult } from '../../support/action.ts';
import { type Distribution, PASSWORD, startDistribution, USER } from '../../support/distribution.ts';
import { startJsonServer } from '../../support/json-server.ts';
import { type Cluster, startCluster } from '../../support/postgres/cluster.ts';
import { queryOn, VERSION } from '../../support/postgres/database.ts';
import { type Server, startPrometheus } from '../../support/prometheus/server.ts';
import { pullSecret } from '../../support/registry.ts';
import { startSmtp } from '../../support/sinks/smtp.ts';
import { Platform } from './environment.ts';

export interface Line {
  readonly component: string;
  readonly check: string;
  readonly state: string;
  readonly since: string;
  readonly evidence: string;
  readonly remedy: string;
}

/** The sections of an environment in the configuration, and what its components say. */
export type Sections = Record<string, Record<string, unknown>> & {
  components: Record<string, Record<string, unknown>>;
};

const CORE = '/api/v1/namespaces/shop';

/** A platform that could be rolled back at any time: its images are in a real registry, all of it is marked good, and backed up. */
export class Healthy {
  declare readonly platform: Platform;
  /** Its own: a replication slot waits for the transactions of a whole cluster. */
  declare readonly cluster: Cluster;
  declare readonly registry: Distribution;
  declare readonly smtp: Awaited<ReturnType<typeof startSmtp>>;
  /** Takes whatever is sent to it, and remembers it. */
  declare readonly webhook: Awaited<ReturnType<typeof startJsonServer>>;
  declare readonly prometheus: Server;
  /** `api@sha256:…` of what runs. */
  declare readonly images: Readonly<Record<string, string>>;

  private constructor(
    parts: Omit<Healthy, 'check' | 'configure' | 'history' | 'withServices' | typeof Symbol.asyncDispose>,
  ) {
    Object.assign(this, parts);
  }

  static async open(): Promise<Healthy> {
    const cluster = await startCluster(VERSION, ['wal_level = logical']);
    const [platform, registry, smtp, webhook, prometheus] = await Promise.all([
      Platform.open(cluster.url()),
      startDistribution('basic'),
      startSmtp(),
      startJsonServer(() => ({ body: {} })),
      startPrometheus(),
    ]);
    const { shop, database } = platform;
    await shop.create(
      `${CORE}/secrets`,
      pullSecret('pull', { [registry.host]: { auth: `${USER}:${PASSWORD}` } }),
    );
    await shop.configMap('settings', { a: '1' });
    const images: Record<string, string> = {};
    for (const name of ['api', 'web']) {
      images[name] = `${registry.host}/${name}@${await registry.push(name, '3')}`;
      await shop.patch(name, {
        spec: { template: { spec: { imagePullSecrets: [{ name: 'pull' }] } } },
      });
      await shop.change(name, images[name]);
    }
    await shop.until('all is rolled out', async () => {
      const all = await Promise.all(['api', 'web'].map((name) => shop.deployment(name)));
      return all.every(
        ({ metadata, status }) =>
          status?.observedGeneration === metadata.generation &&
          status?.updatedReplicas === 3 &&
          status?.availableReplicas === 3 &&
          status?.replicas === 3,
      );
    });
    const marked = await shop.markGood();
    if (marked.errors.length > 0) throw new Error(marked.errors.join());
    // What a bad release has done to the data is what a newer backup holds.
    await queryOn(database.url, 'DROP TABLE bad_idea');
    database.dump(database.backup, '--format=custom');
    mkdirSync(join(platform.temp, 'kept'), { recursive: true });
    const healthy = new Healthy({ platform, cluster, registry, smtp, webhook, prometheus, images });
    healthy.configure();
    return healthy;
  }

  /** Writes the configuration; `change` may make it another one first. */
  configure(change: (environment: Sections) => void = () => {}): void {
    const { smtp, webhook, prometheus, platform } = this;
    platform.configure((environment) => {
      Object.assign(environment.notify as object, {
        ...smtp.inputs,
        'smtp-url': { env: 'SMTP' },
        'webhook-url': { env: 'WEBHOOK' },
        'slack-webhook-url': { env: 'SLACK_WEBHOOK' },
        'teams-webhook-url': { env: 'TEAMS' },
        'pagerduty-routing-key': { env: 'PAGERDUTY' },
        'pagerduty-url': webhook.url,
      });
      environment.assess = {
        'prometheus-url': prometheus.url,
        'error-rate-query': 'vector(0.001)',
        'requests-query': 'vector(1000)',
        'latency-query': 'vector(0.2)',
        'outage-query': 'vector(0)',
      };
      change(environment as unknown as Sections);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.webhook.stop();
    await Promise.all([
      this.platform[Symbol.asyncDispose](),
      this.registry.stop(),
      this.smtp.close(),
      this.prometheus.stop(),
    ]);
    await this.cluster.remove();
  }

  /** The file of earlier checks. */
  get history(): string {
    return join(this.platform.temp, 'kept/checks.json');
  }

  async check(
    inputs: Record<string, string> = {},
    options: Partial<StepOptions> = {},
  ): Promise<StepResult & { lines: Line[]; wrong: string[] }> {
    const { url } = this.webhook;
    const env = {
      SMTP: this.smtp.inputs['smtp-url'],
      WEBHOOK: `${url}/hook`,
      SLACK_WEBHOOK: `${url}/services/T/B/x`,
      TEAMS: `${url}/teams`,
      PAGERDUTY: '0123456789abcdef0123456789abcdef',
      ...options.env,
    };
    const step = await this.platform.rollBack(
      { action: 'check', reason: '', ...inputs },
      { ...options, env },
    );
    const lines = JSON.parse(step.outputs.checks ?? '[]') as Line[];
    const wrong = lines
      .filter(({ state }) => state === 'at-risk' || state === 'not-ready')
      .map(({ component, check, state }) => `${component} ${check} ${state}`);
    return { ...step, lines, wrong };
  }

  /** Deploys so many services, each with an image of its own, marks them good, and looks a second time. */
  async withServices(count: number): Promise<{ lines: Line[]; seconds: string; requests: string }> {
    const { shop } = this.platform;
    const names = Array.from({ length: count }, (_, at) => `service-${at}`);
    for (const name of names) {
      const image = `${this.registry.host}/${name}@${await this.registry.push(name, '1')}`;
      const spec = { containers: [{ name: 'app', image }], imagePullSecrets: [{ name: 'pull' }] };
      await shop.deploy(name, image, {
        replicas: 1,
        template: { metadata: { labels: { app: name } }, spec },
      });
    }
    await shop.until('all serve', async () => {
      const all = await Promise.all(names.map((name) => shop.deployment(name)));
      return all.every(({ status }) => status?.availableReplicas === 1);
    });
    const marked = await shop.markGood();
    if (marked.errors.length > 0) throw new Error(marked.errors.join());
    this.configure(({ components }) => Object.assign(components.services as object, { workloads: names }));
    await this.check({ 'check-history': this.history });
    const { lines, outputs } = await this.check({ 'check-history': this.history });
    return { lines, seconds: outputs.seconds ?? '', requests: outputs.requests ?? '' };
  }
}
