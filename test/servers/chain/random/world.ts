/** A random environment as it is built on servers and stand-ins, and how it stands. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { HELD } from '../../../../src/domain/workloads/held.ts';
import type { Config, KubeObject, Workload } from '../../../../src/systems/kubernetes/objects.ts';
import { Shop } from '../../../actions/shop.ts';
import { Cloudflare } from '../../../support/dns/cloudflare.ts';
import { queryOn, urlOf, VERSION } from '../../../support/postgres/database.ts';
import { dumpProgram } from '../../../support/postgres/tools.ts';
import { startRedis, type TestServer } from '../../../support/redis/server.ts';
import { answer, SinkServer } from '../../../support/sinks/server.ts';
import { until } from '../../../support/until.ts';
import { type Door, startDoor } from './door.ts';
import { runAction } from './run.ts';
import type { ServiceSpec, Spec } from './spec.ts';

/** A workload of the spec with its name and place. */
export interface Placed {
  readonly spec: ServiceSpec;
  readonly name: string;
  readonly namespace: string;
  readonly path: string;
  /** Which of its releases ran when the rollback began. */
  readonly current: number;
}

export interface WorkloadState {
  /** Number of its release; -1 where it is one that somebody else deployed. */
  readonly release: number;
  readonly image: string;
  readonly replicas: number;
  readonly isHeld: boolean;
  readonly serves: boolean;
  readonly config: string | undefined;
  readonly generation: number;
}

export interface State {
  readonly workloads: Readonly<Record<string, WorkloadState>>;
  readonly databases: readonly { readonly name: string; readonly oid: string; readonly content: string }[];
  /** All databases of the server that this environment may have to do with. */
  readonly oids: readonly string[];
  readonly cache: Readonly<Record<string, string>>;
  readonly dns: readonly { readonly name: string; readonly type: string; readonly content: string }[];
  readonly leases: readonly string[];
}

/** The servers that all environments of a test file share, and what is the same in each. */
export class Servers {
  readonly redis: TestServer;
  readonly sink: SinkServer;
  readonly cloudflare: Cloudflare;
  readonly doors: { readonly redis: Door; readonly postgres: Door; readonly dns: Door; readonly sink: Door };
  readonly folder: string = mkdtempSync(join(tmpdir(), 'environments-'));
  readonly owner = 'owner of environments';

  private constructor(redis: TestServer, sink: SinkServer, cloudflare: Cloudflare, doors: Servers['doors']) {
    this.redis = redis;
    this.sink = sink;
    this.cloudflare = cloudflare;
    this.doors = doors;
  }

  static async start(): Promise<Servers> {
    const cloudflare = new Cloudflare();
    const [redis, sink] = await Promise.all([
      startRedis(),
      SinkServer.start(answer(204, '')),
      cloudflare.start(),
    ]);
    const postgres = portOf(urlOf(VERSION));
    const doors = {
      redis: await startDoor(redis.port),
      postgres: await startDoor(postgres),
      dns: await startDoor(portOf(cloudflare.endpoint)),
      sink: await startDoor(portOf(sink.url)),
    };
    const servers = new Servers(redis, sink, cloudflare, doors);
    await servers.#prepareDatabases();
    return servers;
  }

  /** The URL of a database for its owner, through the door. */
  url(database: string): string {
    const url = new URL(urlOf(VERSION, database, this.owner));
    url.port = String(this.doors.postgres.port);
    return url.toString();
  }

  backup = (name: string): string => join(this.folder, `${name}.dump`);
  after = (name: string): string => join(this.folder, `${name}-after.dump`);

  /** A good state and its backup, and the state of the accident as a template that each environment copies. */
  async #prepareDatabases(): Promise<void> {
    const admin = urlOf(VERSION);
    const password = decodeURIComponent(new URL(admin).password);
    await queryOn(admin, `DROP ROLE IF EXISTS "${this.owner}"`);
    await queryOn(admin, `CREATE ROLE "${this.owner}" LOGIN CREATEDB PASSWORD '${password}'`);
    for (const name of DATABASES) {
      await queryOn(admin, `CREATE DATABASE ${name} OWNER "${this.owner}" TEMPLATE template0`);
      const url = urlOf(VERSION, name, this.owner);
      await queryOn(
        url,
        `CREATE TABLE users (id int PRIMARY KEY, mail text);
         INSERT INTO users SELECT n, 'user' || n FROM generate_series(1, 200) AS n`,
      );
      this.#dump(url, this.backup(name));
      await queryOn(url, 'DELETE FROM users WHERE id <= 20');
      this.#dump(url, this.after(name));
      await queryOn(url, `INSERT INTO users VALUES (1000, 'newer')`);
      await queryOn(admin, `ALTER DATABASE ${name} RENAME TO ${templateOf(name)}`);
    }
    await queryOn(admin, `CREATE DATABASE ${BYSTANDER} OWNER "${this.owner}" TEMPLATE template0`);
  }

  #dump(url: string, path: string): void {
    const { hostname, port, username, password, pathname } = new URL(url);
    execFileSync(dumpProgram(url), ['--format=custom', `--file=${path}`], {
      env: {
        ...process.env,
        ...{ PGHOST: hostname, PGPORT: port, PGDATABASE: pathname.slice(1) },
        ...{ PGUSER: decodeURIComponent(username), PGPASSWORD: decodeURIComponent(password) },
      },
      stdio: 'pipe',
    });
  }

  async stop(): Promise<void> {
    await this.dropDatabases();
    for (const name of [...DATABASES.map(templateOf), BYSTANDER])
      await queryOn(urlOf(VERSION), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await queryOn(urlOf(VERSION), `DROP ROLE IF EXISTS "${this.owner}"`);
    await Promise.all(Object.values(this.doors).map((door) => door.stop()));
    await Promise.all([this.redis.stop(), this.sink.close(), this.cloudflare.stop()]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Those of the last environment, and what its rollbacks have made. */
  async dropDatabases(): Promise<void> {
    for (const { datname } of await databasesNow()) {
      if (datname === BYSTANDER || DATABASES.map(templateOf).includes(datname)) continue;
      await queryOn(urlOf(VERSION), `DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
    }
  }
}

const DATABASES = ['random_orders', 'random_users'];
const BYSTANDER = 'random_bystander';
const templateOf = (name: string) => `${name}_template`;

const databasesNow = () =>
  queryOn<{ oid: string; datname: string }>(
    urlOf(VERSION),
    "SELECT oid::text, datname::text FROM pg_database WHERE datname LIKE 'random\\_%' ORDER BY oid",
  );

const OTHERS = { 'shop:session:1': 'kept', 'queue:1': 'kept', other: 'kept' };
const NAMESPACES = ['shop', 'pages'] as const;
export const foreignImage = 'registry.example/foreign:99';

export class World {
  readonly spec: Spec;
  readonly servers: Servers;
  readonly shop: Shop;
  readonly door: Door;
  readonly placed: readonly Placed[];
  /** The components that the configuration has, and of these the ones that are rolled back. */
  readonly components: readonly string[];
  readonly selected: readonly string[];
  temp: string;
  #kubeconfig = '';

  private constructor(spec: Spec, servers: Servers, shop: Shop, door: Door) {
    this.spec = spec;
    this.servers = servers;
    this.shop = shop;
    this.door = door;
    this.temp = newTemp();
    this.placed = place(spec.services);
    this.components = [
      ...spec.databases.map((_, index) => `db${index}`),
      ...(['first', 'second'] as const).filter((name) => this.of(name).length > 0),
      ...Array.from({ length: spec.caches }, (_, index) => `cache${index}`),
      ...spec.dns.map((_, index) => `dns${index}`),
    ];
    const left = spec.inputs.without.map((number) => this.components[number % this.components.length]);
    const rest = this.components.filter((name) => !left.includes(name));
    this.selected = rest.length > 0 ? rest : this.components;
  }

  of(component: ServiceSpec['component']): readonly Placed[] {
    return this.placed.filter(({ spec }) => spec.component === component);
  }

  static async build(spec: Spec, servers: Servers): Promise<World> {
    const shop = await Shop.open(5);
    const door = await startDoor(portOf(shop.api.url));
    const world = new World(spec, servers, shop, door);
    await world.#buildServices();
    await world.#buildDatabases();
    await servers.redis.client.flushall();
    await servers.redis.client.mset(OTHERS);
    for (let index = 0; index < spec.caches; index++)
      await servers.redis.client.mset(`cache${index}:a`, 'bad', `cache${index}:b`, 'bad');
    servers.cloudflare.records = [];
    servers.cloudflare.failures = [];
    servers.cloudflare.lostAnswers = 0;
    servers.cloudflare.add({ type: 'A', name: 'stranger.example.test', content: '192.0.2.99' });
    spec.dns.forEach(({ state }, index) => {
      if (state === 'missing') return;
      const name = `dns${index}.example.test`;
      servers.cloudflare.add({
        type: 'A',
        name,
        content: state === 'already back' ? '192.0.2.1' : '192.0.2.2',
        ttl: 60,
      });
      if (state === 'of external-dns')
        servers.cloudflare.add({
          type: 'TXT',
          name: `a-${name}`,
          content: '"heritage=external-dns,external-dns/owner=shop,external-dns/resource=ingress/shop/web"',
          ttl: 60,
        });
    });
    servers.sink.faults.length = 0;
    servers.sink.requests.length = 0;
    world.#configure();
    return world;
  }

  async #buildServices(): Promise<void> {
    await this.shop.create('/api/v1/namespaces', {
      ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'pages' } },
    });
    const most = Math.max(0, ...this.placed.map(({ spec }) => spec.releases.length));
    for (let number = 0; number < most; number++) {
      const now = this.placed.filter(({ spec }) => number < spec.releases.length);
      const isUndoneNext = now.some(
        ({ spec }) => spec.isUndone && spec.kind !== 'deployment' && number === spec.releases.length - 1,
      );
      if (isUndoneNext) await ofEarlierSecond(Date.now());
      await Promise.all(now.map((each) => this.#release(each, number)));
      for (const namespace of NAMESPACES) {
        const marked = now.filter(
          ({ spec, namespace: own }) =>
            own === namespace && spec.marks[number] && spec.releases[number] === 'serves',
        );
        if (marked.length === 0) continue;
        await runAction('mark-good', this.temp, {
          kubeconfig: this.shop.api.kubeconfig,
          namespace,
          workloads: marked.map(({ spec, name }) => `${spec.kind}/${name}`).join(','),
        });
      }
    }
    const undone = this.placed.filter(({ spec }) => spec.isUndone && spec.releases.length > 1);
    await Promise.all(undone.map((each) => this.#release(each, each.spec.releases.length - 2)));
    // Owners come last, as what they keep is deployed by them.
    await Promise.all(this.placed.map((each) => this.#own(each)));
  }

  async #release(each: Placed, number: number): Promise<void> {
    const { spec, name, namespace, path } = each;
    const template = templateFor(each, number);
    const isFirst = number === 0 && !(await this.#exists(each));
    const config = `/api/v1/namespaces/${namespace}/configmaps`;
    if (spec.hasConfig) {
      const data = { release: String(number) };
      if (isFirst)
        await this.shop.create(config, {
          ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${name}-settings` }, data },
        });
      else await this.shop.merge(`${config}/${name}-settings`, { data });
    }
    if (isFirst)
      await this.shop.create(path.slice(0, path.lastIndexOf('/')), {
        ...{ apiVersion: 'apps/v1', kind: KINDS[spec.kind], metadata: { name } },
        spec: {
          selector: { matchLabels: { app: name } },
          template,
          ...(spec.kind !== 'daemonset' && { replicas: spec.replicas }),
          ...(spec.kind === 'statefulset' && { serviceName: name, podManagementPolicy: 'Parallel' }),
        },
      });
    else await this.shop.merge(path, { spec: { template } });
    const isServed = spec.releases[number] === 'serves';
    await until(
      async () => {
        const workload = await this.shop.read<Workload>(path);
        return isServed ? isServing(spec.kind, workload) : isSeen(workload);
      },
      () => `${path} has release ${number}`,
    );
  }

  async #exists({ path }: Placed): Promise<boolean> {
    return this.shop.read(path).then(
      () => true,
      () => false,
    );
  }

  async #own({ spec, name, namespace, path }: Placed): Promise<void> {
    if (spec.owner === 'argo-cd')
      await this.shop.merge(path, {
        metadata: {
          annotations: {
            'argocd.argoproj.io/tracking-id': `${name}:apps/${KINDS[spec.kind]}:${namespace}/${name}`,
          },
        },
      });
    if (spec.owner === 'helm')
      await this.shop.merge(path, {
        metadata: {
          labels: { 'app.kubernetes.io/managed-by': 'Helm' },
          annotations: { 'meta.helm.sh/release-name': name, 'meta.helm.sh/release-namespace': namespace },
        },
      });
    if (spec.owner === 'operator')
      await this.shop.merge(path, {
        metadata: {
          ownerReferences: [
            {
              ...{ apiVersion: 'example.test/v1', kind: 'Shop', name: 'shop', uid: 'a-shop' },
              ...{ controller: true, blockOwnerDeletion: false },
            },
          ],
        },
      });
  }

  async #buildDatabases(): Promise<void> {
    await this.servers.dropDatabases();
    for (const [index] of this.spec.databases.entries()) {
      const name = DATABASES[index] as string;
      await queryOn(
        urlOf(VERSION),
        `CREATE DATABASE ${name} OWNER "${this.servers.owner}" TEMPLATE ${templateOf(name)}`,
      );
    }
  }

  #configure(): void {
    const { spec, servers } = this;
    const text = readFileSync(this.shop.api.kubeconfig, 'utf8');
    this.#kubeconfig = join(this.temp, 'kubeconfig');
    writeFileSync(this.#kubeconfig, text.replace(this.shop.api.url, `https://127.0.0.1:${this.door.port}`));
    const after = new Map<string, string[]>();
    const count = this.components.length;
    for (const [one, other] of spec.after) {
      const [a = '', b = ''] = [this.components[one % count], this.components[other % count]];
      // Of two the later one waits: what waits for itself is refused, and tried elsewhere.
      if (this.components.indexOf(a) > this.components.indexOf(b)) after.set(a, [...(after.get(a) ?? []), b]);
    }
    const waits = (name: string) => (after.has(name) ? { after: [...new Set(after.get(name))] } : {});
    const components: Record<string, object> = {};
    spec.databases.forEach(({ strategy, quiesce }, index) => {
      const name = DATABASES[index] as string;
      components[`db${index}`] = {
        ...{ kind: 'database', backup: servers.backup(name), confirm: name, strategy, namespace: 'shop' },
        'database-url': { env: `RANDOM_DATABASE_${index}` },
        ...(this.quiesced(quiesce).length > 0 && {
          quiesce: this.quiesced(quiesce).map((each) => `${each.spec.kind}/${each.name}`),
        }),
        ...(strategy === 'repair' && { tables: ['users'], after: servers.after(name) }),
        ...waits(`db${index}`),
      };
    });
    for (const component of ['first', 'second'] as const) {
      const all = this.of(component);
      if (all.length === 0) continue;
      components[component] = {
        ...{ kind: 'service', namespace: NAMESPACES[component === 'first' ? 0 : 1] },
        workloads: all.map((each) => `${each.spec.kind}/${each.name}`),
        ...waits(component),
      };
    }
    for (let index = 0; index < spec.caches; index++)
      components[`cache${index}`] = {
        ...{ kind: 'cache', prefix: `cache${index}:`, 'redis-url': { env: 'RANDOM_REDIS' } },
        ...waits(`cache${index}`),
      };
    spec.dns.forEach((_, index) => {
      components[`dns${index}`] = {
        ...{ kind: 'dns', provider: 'cloudflare', zone: 'example.test', name: `dns${index}.example.test` },
        ...{ value: '192.0.2.1', verify: 'none' },
        endpoint: servers.cloudflare.endpoint.replace(/:\d+/, `:${servers.doors.dns.port}`),
        'api-token': { env: 'RANDOM_DNS' },
        ...waits(`dns${index}`),
      };
    });
    const { onFailure, gitops } = spec.inputs;
    const environment = {
      defaults: { kubeconfig: this.#kubeconfig },
      'rollback-service': { 'on-failure': onFailure, gitops },
      ...(spec.sections.notify && { notify: { 'webhook-url': { env: 'RANDOM_HOOK' } } }),
      ...(spec.sections.integrity && spec.databases.length > 0 && { 'verify-integrity': {} }),
      ...(spec.sections.signals !== 'none' && { assess: { signals: SIGNALS[spec.sections.signals] } }),
      report: { history: join(this.temp, 'history.jsonl'), rto: ['all=20m'] },
      components,
    };
    mkdirSync(join(this.temp, '.github'), { recursive: true });
    writeFileSync(this.config, stringify({ environments: { random: environment } }));
  }

  get config(): string {
    return join(this.temp, '.github/rollback.yml');
  }

  /** The workloads that a database stops. */
  quiesced(numbers: readonly number[]): readonly Placed[] {
    const can = this.placed.filter(
      ({ spec, namespace }) => namespace === 'shop' && spec.kind !== 'daemonset',
    );
    const found = numbers.flatMap((number) => can[number] ?? []);
    return [...new Set(found)];
  }

  /** The next run is on another machine. */
  moveToNewRunner(): void {
    this.temp = newTemp();
    this.#configure();
  }

  /** What the configuration refers to by names of variables. */
  environment(): Record<string, string> {
    return {
      ...Object.fromEntries(
        DATABASES.map((name, index) => [`RANDOM_DATABASE_${index}`, this.servers.url(name)]),
      ),
      RANDOM_REDIS: `redis://127.0.0.1:${this.servers.doors.redis.port}`,
      RANDOM_DNS: this.servers.cloudflare.token,
      RANDOM_HOOK: `http://127.0.0.1:${this.servers.doors.sink.port}/hook`,
    };
  }

  get doors(): readonly Door[] {
    return [this.door, ...Object.values(this.servers.doors)];
  }

  async state(): Promise<State> {
    const workloads = await Promise.all(
      this.placed.map(
        async (each): Promise<[string, WorkloadState]> => [each.path, await this.#stateOf(each)],
      ),
    );
    const all = await databasesNow();
    const databases = await Promise.all(
      this.spec.databases.map(async (_, index) => {
        const name = DATABASES[index] as string;
        const oid = all.find(({ datname }) => datname === name)?.oid ?? 'none';
        return { name, oid, content: await contentOf(name) };
      }),
    );
    const { client } = this.servers.redis;
    const keys = (await client.keys('*')).sort();
    const values = await Promise.all(keys.map(async (key) => [key, (await client.get(key)) ?? '']));
    const leases = await Promise.all(
      NAMESPACES.map(
        async (namespace) =>
          (
            await this.shop.read<KubeObject & { items: KubeObject[] }>(
              `/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`,
            )
          ).items,
      ),
    );
    return {
      workloads: Object.fromEntries(workloads),
      databases,
      oids: all.map(({ oid }) => oid),
      cache: Object.fromEntries(values),
      dns: this.servers.cloudflare.records.map(({ name, type, content }) => ({ name, type, content })),
      leases: leases
        .flat()
        .map(({ metadata }) => metadata.name)
        .filter((name) => !name.endsWith('.question')),
    };
  }

  async #stateOf({ spec, name, namespace, path }: Placed): Promise<WorkloadState> {
    const workload = await this.shop.read<Workload>(path);
    const container = workload.spec.template.spec.containers[0];
    const release = Number(container?.env?.find((each) => each.name === 'RELEASE')?.value ?? -1);
    const config = spec.hasConfig
      ? (await this.shop.read<Config>(`/api/v1/namespaces/${namespace}/configmaps/${name}-settings`)).data
          ?.release
      : undefined;
    return {
      release,
      image: container?.image ?? '',
      replicas: workload.spec.replicas ?? 1,
      isHeld: workload.metadata.annotations?.[HELD] !== undefined,
      serves: isServing(spec.kind, workload),
      config,
      generation: workload.metadata.generation ?? 0,
    };
  }

  /** Somebody else's lock, or that of a lost runner, is a minute old. */
  async expireLocks(): Promise<void> {
    const renewTime = new Date(Date.now() - 60_000).toISOString().replace('Z', '000Z');
    await this.changeLocks({ renewTime });
  }

  async changeLocks(spec: object): Promise<void> {
    for (const namespace of NAMESPACES) {
      const path = `/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`;
      const { items } = await this.shop.read<KubeObject & { items: KubeObject[] }>(path);
      for (const { metadata } of items) await this.shop.merge(`${path}/${metadata.name}`, { spec });
    }
  }

  /** Somebody deploys something of their own. */
  async deployForeign({ path, name }: Placed): Promise<void> {
    const containers = [{ name: 'app', image: foreignImage, env: [{ name: 'RELEASE', value: '-1' }] }];
    await this.shop.merge(path, {
      spec: { template: { metadata: { labels: { app: name } }, spec: { containers } } },
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const door of this.doors) door.open();
    await this.door.stop();
    await this.shop[Symbol.asyncDispose]();
  }
}

const KINDS = { deployment: 'Deployment', statefulset: 'StatefulSet', daemonset: 'DaemonSet' };

const SIGNALS = {
  bad: JSON.stringify({ 'error-rate': 0.6, outage: true, impact: 'major' }),
  well: JSON.stringify({ 'error-rate': 0.001, slowdown: 0, impact: 'cosmetic' }),
  unclear: JSON.stringify({ 'error-rate': 0.02, slowdown: 0, impact: 'minor' }),
};

const portOf = (url: string) => Number(new URL(url).port);

/** Which ControllerRevision is older is known by its time alone, and that has no parts of a second. */
const ofEarlierSecond = (time: number) =>
  until(
    () => Math.floor(Date.now() / 1000) > Math.floor(time / 1000),
    () => 'the next second',
  );

const newTemp = () => mkdtempSync(join(tmpdir(), 'environment-'));

function place(services: readonly ServiceSpec[]): Placed[] {
  const counts = { shop: 0, pages: 0 };
  return services.map((spec) => {
    const namespace = spec.component === 'second' ? 'pages' : 'shop';
    const name = `w${counts[namespace]++}`;
    const path = `/apis/apps/v1/namespaces/${namespace}/${spec.kind}s/${name}`;
    const last = spec.releases.length - 1;
    return { spec, name, namespace, path, current: spec.isUndone && last > 0 ? last - 1 : last };
  });
}

const imageOf = ({ name, spec }: Placed, number: number): string => {
  const release = spec.releases[number];
  return `registry.example/${name}:${number + 1}${release === 'serves' ? '' : `-${release}`}`;
};

function templateFor(each: Placed, number: number): object {
  const { name, spec } = each;
  return {
    metadata: { labels: { app: name } },
    spec: {
      containers: [
        {
          name: 'app',
          image: imageOf(each, number),
          env: [{ name: 'RELEASE', value: String(number) }],
          ...(spec.hasConfig && { envFrom: [{ configMapRef: { name: `${name}-settings` } }] }),
        },
      ],
    },
  };
}

const isSeen = ({ metadata, status = {} }: Workload) => status.observedGeneration === metadata.generation;

/** Whether all of its pods are of the present template, and ready. */
function isServing(kind: ServiceSpec['kind'], workload: Workload): boolean {
  const status = (workload.status ?? {}) as Record<string, number | undefined>;
  if (!isSeen(workload)) return false;
  if (kind === 'daemonset')
    return (
      status.updatedNumberScheduled === status.desiredNumberScheduled &&
      status.numberAvailable === status.desiredNumberScheduled
    );
  const { replicas = 1 } = workload.spec;
  return (
    (status.updatedReplicas ?? 0) === replicas &&
    (status.availableReplicas ?? 0) === replicas &&
    (status.replicas ?? 0) === replicas
  );
}

async function contentOf(name: string): Promise<string> {
  try {
    const [row] = await queryOn<{ all: string; newer: string }>(
      urlOf(VERSION, name),
      'SELECT count(*)::text AS all, (count(*) FILTER (WHERE id = 1000))::text AS newer FROM users',
    );
    const found = `${row?.all}, ${row?.newer} newer`;
    return (
      { '200, 0 newer': 'backup', '181, 1 newer': 'accident', '201, 1 newer': 'repaired' }[found] ?? found
    );
  } catch (error) {
    return `unreadable: ${error}`;
  }
}
