import { install, isInstalled } from '../../scripts/tool.ts';
import { build } from '../control-plane/build.ts';
import { isBuilt } from '../control-plane/built.ts';
import { busybox, packages as realNode } from '../real-node/packages.ts';
import { programs } from '../real-node/programs.ts';
import type { Artifact } from './artifact.ts';
import * as artifacts from './artifacts.ts';
import { browser, hasPostgres, onPath } from './programs.ts';
import { hasPython } from './python.ts';

/** What tests have beside node_modules. */
export interface Need {
  readonly name: string;
  /** The files of tests that need it, by their path from the root (`/test/e2e/…`): left out where it cannot be obtained. */
  readonly files: RegExp;
  /** Whether only a run of every version needs it. */
  readonly isOfEveryVersion?: boolean;
  isThere(): boolean;
  /** The package of Debian or Ubuntu that brings it; all that are missing are installed in one go. */
  readonly apt?: string;
  get?(): void | Promise<void>;
}

const onDatabases =
  /\/servers\/(actions|backup|chain|database|integrity|support|systems|workflows)\/|\/e2e\/(quiesce|sparc|real-node-(down|inside))/;
const onMigrations = /\/down-migration/;
const onGolangMigrate = /\/down-migration|\/e2e\/real-node-down/;
const ofPython = new RegExp(`${onDatabases.source}|/cache/(in-pod|versions)|/dns/route53`);
const onRealNode = /\/e2e\/(real-node|sparc)/;
const onInfra = /\/servers\/(infra\/|chain\/plans|actions\/check-systems)|\/e2e\/sparc/;

export const needs: readonly Need[] = [
  fromApt('postgresql', onDatabases, hasPostgres),
  fromApt('pgbouncer', /pgbouncer|db-traffic/),
  fromApt('pgbackrest', /pgbackrest/),
  fromApt(
    'redis-server',
    /\/servers\/(actions|cache|chain|workflows)\/|\/e2e\/(sparc|real-node-(cache|inside))|\/owners\/real\/argo-cd/,
  ),
  fromApt('bind9', /\/dns\/rfc2136|\/actions\/check-systems/, () => onPath('named') !== undefined),
  fromApt('openssl', /\/servers\/(cache|dns|infra)\/|\/systems\/registry/),
  fromApt('zstd', /\/servers\/backup\//),
  fromApt('faketime', /\/rights-kubernetes|\/database\/place/),
  fromApt('python3-venv', ofPython, hasPython),
  fromApt('python3-pip', ofPython, hasPython),
  fromApt('chromium', /\/e2e\/page/, () => browser() !== undefined),
  made('Prometheus', artifacts.prometheus, /\/servers\/assess\/|drill-answers|\/e2e\/sparc/),
  made(
    'versitygw (S3)',
    artifacts.versitygw,
    /\/backup\/s3|\/infra\/s3-backend|\/chain\/faults|\/actions\/(rollback-db\.test|check-systems)|\/e2e\/sparc/,
  ),
  made(
    'a registry of images',
    artifacts.distribution,
    /\/servers\/(systems\/registry|actions\/(check\.|architectures))/,
  ),
  machines('terraform', artifacts.terraform),
  { ...machines('tofu', artifacts.tofu), isOfEveryVersion: true },
  { ...machines('tofu', artifacts.tofu), files: /\/infra\/encryption/ },
  made('a provider of Terraform', artifacts.providerMirror, /\/infra\/mirror/),
  made('Alertmanager', artifacts.alertmanager, /\/assess\/(alertmanager|bake)|\/e2e\/sparc/),
  made('moto (AWS)', artifacts.moto, /\/dns\/route53|\/systems\/registry-ecr|\/database\/rds/),
  made("PostgreSQL's programs of version 18", artifacts.postgresPrograms, onDatabases),
  made('Valkey', artifacts.valkey, /\/cache\/(in-pod|versions)/),
  made('Redis 8', artifacts.redis8, /\/cache\/versions/),
  made('RediSearch', artifacts.redisearch, /\/cache\/versions/),
  made('Node 18', artifacts.oldNode('18.20.8'), /\/old-node/),
  made('Node 20', artifacts.oldNode('20.20.2'), /\/old-node/),
  made('act', artifacts.act, /\/e2e\/(workflow|watch)\./),
  made('actionlint', artifacts.actionlint, /\/servers\/workflows\/lint/),
  made('zizmor', artifacts.zizmor, /\/servers\/workflows\/lint/),
  made('containerd and what it needs, unpacked', realNode, onRealNode),
  made('BusyBox, unpacked', busybox, onRealNode),
  made('the web program of a real node', programs.web, onRealNode),
  made('the pause program of a real node', programs.pause, onRealNode),
  made('Argo CD (seven minutes)', artifacts.argoCd, /\/owners\/real\/argo-cd/),
  made('Argo Rollouts (five minutes)', artifacts.argoRollouts, /\/owners\/real\/(argo-)?rollouts/),
  ...artifacts.fluxControllers.map((each) =>
    made('a controller of Flux (five minutes)', each, /\/owners\/real\/flux/),
  ),
  ...[artifacts.helm[3], artifacts.helm[4]].map((each) =>
    made('Helm (five minutes)', each, /\/owners\/real\/helm/),
  ),
  made(
    'CustomResourceDefinitions of the owners',
    artifacts.ownerManifests,
    /\/owners\/real\/(argo|flux|rollouts)/,
  ),
  made('Alembic', artifacts.alembic, onMigrations),
  made('golang-migrate', artifacts.golangMigrate, onGolangMigrate),
  {
    name: 'Knex',
    files: onMigrations,
    isThere: () => isInstalled('migrations'),
    get: () => install('migrations'),
  },
  {
    name: 'puppeteer',
    files: /\/e2e\/page/,
    isThere: () => isInstalled('browser'),
    get: () => install('browser'),
  },
  {
    name: 'a control plane of Kubernetes (ten minutes)',
    files: /\/e2e\/|\/owners\/real\//,
    isThere: () => process.env.KUBECONFIG !== undefined || isBuilt(),
    get: async () => void (await build(console.log)),
  },
];

/** A package of Debian or Ubuntu. */
function fromApt(apt: string, files: RegExp, isThere = () => onPath(apt) !== undefined): Need {
  return { name: apt, apt, files, isThere };
}

/** What is made into the cache folder. */
function made(name: string, artifact: Artifact, files: RegExp): Need {
  return { name, files, isThere: () => artifact.isThere, get: () => artifact.get() };
}

/** The machine's own, or one that is built (four minutes on two cores). */
function machines(name: string, artifact: Artifact): Need {
  return { ...made(name, artifact, onInfra), isThere: () => onPath(name) !== undefined || artifact.isThere };
}
