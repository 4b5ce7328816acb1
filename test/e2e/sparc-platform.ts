/** The platform of examples/sparc as it stands in the tree, on a real node, with a server of each kind. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import type { RealNode } from '../real-node/real-node.ts';
import { historyOf } from '../servers/assess/history.ts';
import { type Cluster as Postgres, startCluster as startPostgres } from '../support/postgres/cluster.ts';
import { aptProgram } from '../support/postgres/tools.ts';
import { type Server, startAlertmanager, startPrometheus } from '../support/prometheus/server.ts';
import { startRedis, type TestServer } from '../support/redis/server.ts';
import { type S3Server, startS3 } from '../support/s3/server.ts';
import { startPagerDuty } from '../support/sinks/pagerduty.ts';
import { SLACK_TOKEN, startSlack } from '../support/sinks/slack.ts';
import { startSmtp } from '../support/sinks/smtp.ts';
import { infraProgram } from '../support/terraform/programs.ts';
import { type Running, type RunResult, startWorkflow } from '../support/workflows/run.ts';
import { Cluster } from './cluster.ts';

const CONFIG = '.github/rollback.yml';
const EXAMPLE = resolve(import.meta.dirname, '../../examples/sparc');
/** Seconds; the bad release is given up as soon as that. */
export const ROLLOUT_TIMEOUT = '20s';

export const SERVICES = readFileSync(join(EXAMPLE, 'kubernetes/services.txt'), 'utf8').trim().split('\n');
export const GOOD = 'v1.0.0';
export const BAD = 'v2.0.0';

/** What the images of a release do: `web` of the real node, told by its environment. */
const FAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'api-gateway': { EXIT: '1', LOG: 'boom: cannot read property of undefined' },
  'web-frontend': { HEALTH: '500' },
};

/** Spoils data as bad migrations do: values, rows and a name. */
const MIGRATION = `UPDATE incidents SET severity = severity * 10 WHERE id % 2 = 0;
DELETE FROM audit_logs WHERE id > 900;
ALTER TABLE cameras RENAME COLUMN place TO site;
`;

/** A release: what its commit changes in the tree. */
const RELEASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [GOOD]: {},
  [BAD]: { VERSION: `${BAD}\n`, [`migrations/${BAD}.sql`]: MIGRATION },
};

export type Kind = 'deploy' | 'rollback' | 'backup' | 'drill';

const EVENTS = {
  deploy: 'push',
  rollback: 'workflow_dispatch',
  backup: 'schedule',
  drill: 'schedule',
} as const;

export class Sparc {
  readonly production: Cluster;
  readonly node: RealNode;
  readonly postgres: Postgres;
  readonly redis: TestServer;
  readonly s3: S3Server;
  readonly prometheus: Server;
  readonly alertmanager: Server;
  readonly slack: Awaited<ReturnType<typeof startSlack>>;
  readonly pagerduty: Awaited<ReturnType<typeof startPagerDuty>>;
  readonly mail: Awaited<ReturnType<typeof startSmtp>>;
  readonly #kubeconfig: string;
  readonly #path: string;
  readonly #before = process.env.PATH;
  #runs = 4711;
  /** The release that is checked out. */
  release: string = GOOD;
  /** How long a rollback looks at what came of it, where that is not the minute that the example leaves it at. */
  shortWindow: string | undefined;

  private constructor(node: RealNode, servers: Servers) {
    this.node = node;
    this.postgres = servers.postgres;
    this.redis = servers.redis;
    this.s3 = servers.s3;
    this.prometheus = servers.prometheus;
    this.alertmanager = servers.alertmanager;
    this.slack = servers.slack;
    this.pagerduty = servers.pagerduty;
    this.mail = servers.mail;
    this.production = new Cluster(node.kubeconfig, node.kubectl);
    this.#kubeconfig = withContexts(readFileSync(node.kubeconfig, 'utf8'));
    this.#path = programs(node);
    process.env.PATH = `${this.#path}:${this.#before}`;
  }

  static async open(node: RealNode): Promise<Sparc> {
    const now = Math.floor(Date.now() / 1000);
    const history = historyOf({ sparc: { errors: () => 0.0001 } }, now - 600, now);
    const [postgres, redis, s3, prometheus, alertmanager, slack, pagerduty, mail] = await Promise.all([
      startPostgres('14'),
      startRedis(),
      startS3('sparc-backups'),
      startPrometheus('', history.replaceAll('job="sparc"', 'namespace="sparc-prod"')),
      startAlertmanager('route: {receiver: nobody}\nreceivers: [{name: nobody}]\n'),
      startSlack(),
      startPagerDuty(),
      startSmtp(),
    ]);
    const sparc = new Sparc(node, { postgres, redis, s3, prometheus, alertmanager, slack, pagerduty, mail });
    for (const name of ['sparc_prod', 'sparc_terraform']) await postgres.query(`CREATE DATABASE ${name}`);
    for (const service of SERVICES) {
      // No two services have one image.
      node.image(service, GOOD, { SERVICE: service, VERSION: GOOD });
      node.image(service, BAD, { SERVICE: service, VERSION: BAD, ...FAULTS[service] });
    }
    for (const name of ['sparc-prod', 'sparc-staging'])
      await sparc.production.kubectl(['create', 'namespace', name]);
    await sparc.production.kubectl(['label', 'namespace', 'sparc-staging', 'rollback-actions/drill=allowed']);
    await redis.client.mset(
      'cache:camera:1',
      GOOD,
      'page:/',
      GOOD,
      'queue:mail',
      'two letters',
      'session:1',
      'x',
    );
    return sparc;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    process.env.PATH = this.#before;
    await Promise.all([
      ...[this.postgres.remove(), this.redis.stop(), this.s3.remove(), this.prometheus.stop()],
      ...[this.alertmanager.stop(), this.slack.close(), this.pagerduty.close(), this.mail.close()],
    ]);
  }

  /** Runs a workflow of the example, with the files of the release that is checked out. */
  async run(kind: Kind, inputs: Record<string, string | boolean> = {}): Promise<RunResult> {
    const run = await this.start(kind, inputs).result;
    const kept = join(run.artifacts, 'rollback-history/history.jsonl');
    if (existsSync(kept)) copyFileSync(kept, join(this.#path, HISTORY));
    return run;
  }

  start(kind: Kind, inputs: Record<string, string | boolean> = {}): Running {
    const files = { ...EXAMPLE_FILES, ...RELEASES[this.release], ...this.#config() };
    return startWorkflow({
      workflow: { text: files[`.github/workflows/${kind}.yml`] ?? '' },
      event: EVENTS[kind],
      ...(kind === 'rollback' && { inputs: { reason: `${this.release} is bad`, ...inputs } }),
      files,
      github: { run_id: String(this.#runs++), repository: 'sparc/platform', repository_owner: 'sparc' },
      environments: this.#environments(),
      vars: {
        SPARC_REGISTRY: this.node.registry,
        SPARC_ROLLOUT_TIMEOUT: ROLLOUT_TIMEOUT,
        SPARC_BAKE: '30s',
        SPARC_PROMETHEUS_URL: this.prometheus.url,
        SPARC_ALERTMANAGER_URL: this.alertmanager.url,
        SPARC_SLACK_API_URL: this.slack.api,
        SPARC_PAGERDUTY_URL: this.pagerduty.inputs['pagerduty-url'],
        SPARC_AWS_ROLE: 'arn:aws:iam::123456789012:role/sparc',
        SPARC_AWS_REGION: 'us-east-1',
        SPARC_STAGING_HOSTS: this.node.gateway,
      },
      standIns: {
        // The programs are on the PATH already.
        'hashicorp/setup-terraform': () => ({ env: { TF_CLI_CONFIG_FILE: '/dev/null' } }),
        'aws-actions/configure-aws-credentials': () => ({
          env: { ...this.s3.environment, AWS_ENDPOINT_URL: this.s3.endpoint },
        }),
      },
    });
  }

  #config(): Record<string, string> {
    if (this.shortWindow === undefined) return {};
    const text = EXAMPLE_FILES[CONFIG] ?? '';
    return { [CONFIG]: text.replace('window: 5m', `window: 5m\n      short-window: ${this.shortWindow}`) };
  }

  /** The secrets of GitHub's environments, as the example's README has them: each has its own. */
  #environments(): Record<string, Record<string, string>> {
    const kubeconfig = { KUBECONFIG: this.#kubeconfig };
    const prometheus = { SPARC_PROMETHEUS_TOKEN: 'a token of Prometheus' };
    const database = { SPARC_DATABASE_URL: this.postgres.url('sparc_prod') };
    return {
      production: {
        ...kubeconfig,
        ...prometheus,
        ...database,
        SPARC_TERRAFORM_STATE: `${this.postgres.url('sparc_terraform')}?sslmode=disable`,
        SPARC_REDIS_URL: `redis://127.0.0.1:${this.redis.port}`,
        SPARC_SLACK_TOKEN: SLACK_TOKEN,
        SPARC_PAGERDUTY_KEY: this.pagerduty.inputs['pagerduty-routing-key'],
        SPARC_SMTP_URL: this.mail.inputs['smtp-url'],
      },
      'production-watch': { ...kubeconfig, ...prometheus },
      'production-backup': database,
      staging: kubeconfig,
    };
  }

  /** Commits and pushes a release, as far as its tree goes, and has it deployed. */
  deploy(release: string): Promise<RunResult> {
    this.release = release;
    return this.run('deploy');
  }

  /** What tells a platform that is back from one that is not. */
  async state() {
    const { items } = JSON.parse(
      await this.production.kubectl(['-n', 'sparc-prod', 'get', 'deployments', '-o', 'json']),
    ) as { items: Workload[] };
    const versions = items.map(({ metadata, spec }) => {
      const tag = spec.template.spec.containers[0]?.image?.split(':').at(-1);
      return [metadata.name, `${tag} × ${spec.replicas}`];
    });
    return {
      services: Object.fromEntries(versions) as Record<string, string>,
      data: await this.#data(),
      infrastructure: await this.#infrastructure(),
      cache: (await this.redis.client.keys('*')).sort(),
    };
  }

  /** A line a table, over every row and every name of a column. */
  async #data(): Promise<string[]> {
    const rows = await this.postgres.query<{ line: string }>(
      `SELECT format('%s(%s): %s', c.relname, string_agg(a.attname, ', ' ORDER BY a.attnum),
         (xpath('/row/sum/text()', query_to_xml(format('SELECT md5(string_agg(t::text, '','' ORDER BY t::text)) AS sum FROM %I AS t', c.relname), false, true, '')))[1]) AS line
       FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname ORDER BY c.relname`,
      'sparc_prod',
    );
    return rows.map(({ line }) => line);
  }

  /** The outputs of what Terraform has, of the state where it is kept. */
  async #infrastructure(): Promise<unknown> {
    const tables = await this.postgres.query<{ there: boolean }>(
      "SELECT to_regclass('terraform_remote_state.states') IS NOT NULL AS there",
      'sparc_terraform',
    );
    if (!tables[0]?.there) return undefined;
    const [row] = await this.postgres.query<{ data: string }>(
      'SELECT data FROM terraform_remote_state.states',
      'sparc_terraform',
    );
    return JSON.parse(row?.data ?? '{}').outputs?.image_tag?.value;
  }
}

interface Servers
  extends Pick<
    Sparc,
    'postgres' | 'redis' | 's3' | 'prometheus' | 'alertmanager' | 'slack' | 'pagerduty' | 'mail'
  > {}

/** Every file of the example. */
const EXAMPLE_FILES: Readonly<Record<string, string>> = Object.fromEntries(
  [...globSync('**/*', { cwd: EXAMPLE }), ...globSync('.github/**/*', { cwd: EXAMPLE })]
    .filter((path) => statSync(join(EXAMPLE, path)).isFile())
    .map((path) => [path, readFileSync(join(EXAMPLE, path), 'utf8')]),
);

/** The kubeconfig of the example's secret: a context an environment, and both are this node. */
function withContexts(kubeconfig: string): string {
  const config = JSON.parse(kubeconfig) as { contexts: { name: string; context: object }[] };
  const context = config.contexts[0]?.context;
  const contexts = ['sparc-production', 'sparc-staging'].map((name) => ({ name, context }));
  return JSON.stringify({ ...config, contexts, 'current-context': 'sparc-production' });
}

/** GitHub's client, which finds the history that the newest run has left. */
const HISTORY = 'history.jsonl';
const GH = `#!/bin/sh
kept="$(dirname "$0")/${HISTORY}"
[ -e "$kept" ] || exit 0
if [ "$1" = api ]; then echo 4711; else mkdir -p .rollback && cp "$kept" .rollback/; fi
`;

/** A folder with the programs that a runner has: those of the example's steps. */
function programs(node: RealNode): string {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'));
  const found = {
    kubectl: node.kubectl,
    terraform: infraProgram(),
    psql: aptProgram('psql'),
    pg_dump: aptProgram('pg_dump'),
  };
  for (const [name, path] of Object.entries(found)) symlinkSync(path, join(folder, name));
  const aws = resolve(import.meta.dirname, '../support/s3/aws.ts');
  writeFileSync(join(folder, 'aws'), `#!/bin/sh\nexec ${process.execPath} ${aws} "$@"\n`);
  writeFileSync(join(folder, 'gh'), GH);
  for (const name of ['aws', 'gh']) chmodSync(join(folder, name), 0o755);
  return folder;
}
