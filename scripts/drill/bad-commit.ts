import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Application } from '../../src/owners/argo-cd.ts';
import { KubeClient, PATCH } from '../../src/systems/kubernetes/client.ts';
import { loadKubeConfig } from '../../src/systems/kubernetes/kubeconfig.ts';
import type { Config, Workload } from '../../src/systems/kubernetes/objects.ts';
import { isBuilt } from '../../test/control-plane/built.ts';
import { type ControlPlane, startControlPlane } from '../../test/control-plane/control-plane.ts';
import { Repository, serveRepositories } from '../../test/owners/real/repositories.ts';
import { startArgoCd } from '../../test/owners/real/start-argo-cd.ts';
import { argoCd, ownerManifests } from '../../test/setup/artifacts.ts';
import { onPath } from '../../test/setup/programs.ts';
import { until } from '../../test/support/until.ts';
import { runStep } from './runner.ts';
import { v1, v2, workloads } from './shop.ts';
import { brokenPods, showPage, step } from './show.ts';

/** The fault that needs Argo CD, which deploys what a Git repository says. */
export const BAD_COMMIT = 'bad-commit';

const READY_MS = 800;
const APPLICATIONS = '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications';
const DEPLOYMENT = '/apis/apps/v1/namespaces/shop/deployments/web';
const CONFIG_MAPS = '/api/v1/namespaces/shop/configmaps';

interface Shop {
  readonly folder: string;
  readonly client: KubeClient;
  readonly repository: Repository;
}

/**
 * A bad commit in the Git repository of a shop that Argo CD deploys: it is rolled back with `gitops: through`, and handed
 * back to Argo CD once Git has the older version.
 */
export async function badCommitDrill(folder: string): Promise<void> {
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  try {
    await play(await start(folder, stops));
  } finally {
    await stop();
  }
}

/** @throws where it was not built yet */
export function requireArgoCd(): void {
  const isThere = isBuilt() && argoCd.isThere && ownerManifests.isThere && onPath('redis-server');
  if (!isThere)
    throw new Error(
      `The fault ${BAD_COMMIT} needs Argo CD, a Kubernetes control plane and redis-server, which are not all here: \`npm run test:setup -- all\` gets them, once.`,
    );
}

async function start(folder: string, stops: (() => unknown)[]): Promise<Shop> {
  return step('Start a Kubernetes control plane, Argo CD and a Git server, on free ports', async () => {
    const root = join(folder, 'git');
    const served = await serveRepositories(root);
    stops.push(() => served.close());
    const plane: ControlPlane = await startControlPlane({ readyMs: READY_MS });
    stops.push(() => plane.stop());
    const { kubeconfig, kubectl } = plane;
    const argo = await startArgoCd({ kubeconfig, kubectl, folder });
    stops.push(() => argo.stop());
    const client = new KubeClient(
      loadKubeConfig({ kubeconfig }, () => {}),
      AbortSignal.timeout(600_000),
    );
    stops.push(() => client.close());
    const repository = await Repository.make('shop', { root, url: served.url });
    stops.push(() => repository[Symbol.asyncDispose]());
    configure(folder, kubeconfig);
    return { folder, client, repository };
  });
}

function configure(folder: string, kubeconfig: string): void {
  const drill = {
    defaults: { namespace: 'shop', kubeconfig },
    components: {
      shop: { kind: 'service', workloads: 'all', gitops: 'through', rto: { 'deployment/web': '2m' } },
    },
    report: { rto: ['Whole shop: all=5m'], history: join(folder, '../history.jsonl') },
  };
  mkdirSync(join(folder, '.github'), { recursive: true });
  writeFileSync(join(folder, '.github/rollback.yml'), stringify({ environments: { drill } }));
}

async function play(shop: Shop): Promise<void> {
  const { client, repository } = shop;
  const good = await step('Commit release 1.4.0; Argo CD deploys it, and it is marked good', async () => {
    const commit = await repository.commit('release 1.4.0', filesOf(v1));
    await client.request('POST', '/api/v1/namespaces', {
      body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
    });
    await client.request('POST', APPLICATIONS, { body: application(repository.url) });
    await synced(client, commit);
    await serves(client);
    await succeed(shop, 'mark-good', { component: 'shop' });
    return commit;
  });
  await step('Commit release 2.0.0: images that do not start, other settings, a ConfigMap more', async () => {
    await repository.commit('release 2.0.0', {
      ...filesOf(v2),
      'app/promotion.json': configMap('promotion', {}),
    });
    await refresh(client);
    for (const pod of await brokenPods(client, 3)) console.log(`    ✗ ${pod}`);
  });
  const { outputs } = await step(
    'Roll it back, in one step: Argo CD itself goes back to the good commit',
    () => succeed(shop, 'rollback', { reason: 'drill: release 2.0.0 does not start' }),
  );
  await step('Look whether all of it is back, and stays', async () => {
    await refresh(client);
    const { spec, status } = await read(client);
    const settings = (await client.get<Config>(`${CONFIG_MAPS}/settings`)).data?.CHECKOUT;
    const added = await client.find(`${CONFIG_MAPS}/promotion`);
    const image = await imageOf(client);
    if (image !== v1.images.web || settings !== v1.settings.CHECKOUT || added)
      throw new Error(
        `It is not back: ${image}, settings ${settings}, ${added ? 'with' : 'without'} the ConfigMap.`,
      );
    if (spec?.syncPolicy?.automated?.enabled !== false) throw new Error('Argo CD is not paused.');
    console.log(`    ${image}, its settings too, and the ConfigMap is gone`);
    console.log(
      `    Argo CD is paused at ${good.slice(0, 7)}; Git still has the bad commit (${status?.sync?.status})`,
    );
  });
  await step('Merge the older version into Git, and hand back: Argo CD is in control again', async () => {
    const merged = await repository.commit('back to release 1.4.0', {
      ...filesOf(v1),
      'app/promotion.json': null,
    });
    await succeed(shop, 'rollback', { action: 'hand-back' });
    const { spec } = await read(client);
    if (spec?.syncPolicy?.automated?.enabled === false) throw new Error('Argo CD is still paused.');
    await synced(client, merged);
    console.log(`    Argo CD syncs by itself, at ${merged.slice(0, 7)}`);
  });
  console.log(
    `\nThe shop is back at release 1.4.0, ${Number(outputs.seconds).toFixed(1)} s after the rollback began.`,
  );
  showPage(outputs.html);
}

const configMap = (name: string, data: Readonly<Record<string, string>>) => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap' },
  metadata: { name },
  data,
});

function filesOf(release: typeof v1): Record<string, object> {
  const all = workloads(release, (image) => ({ image }));
  return {
    ...Object.fromEntries(all.map(({ name, body }) => [`app/${name}.json`, body])),
    'app/settings.json': configMap('settings', release.settings),
  };
}

const application = (repoURL: string) => ({
  ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
  metadata: { name: 'shop', namespace: 'argocd' },
  spec: {
    project: 'default',
    source: { repoURL, path: 'app', targetRevision: 'main' },
    destination: { server: 'https://kubernetes.default.svc', namespace: 'shop' },
    syncPolicy: { automated: { prune: true, selfHeal: true } },
  },
});

const read = (client: KubeClient) => client.get<Application>(`${APPLICATIONS}/shop`);

const imageOf = async (client: KubeClient): Promise<string | undefined> =>
  (await client.get<Workload>(DEPLOYMENT)).spec.template.spec.containers[0]?.image;

/** Has Argo CD look at Git now, and waits until it has. */
async function refresh(client: KubeClient): Promise<void> {
  const REFRESH = 'argocd.argoproj.io/refresh';
  await client.patch(`${APPLICATIONS}/shop`, PATCH.merge, {
    metadata: { annotations: { [REFRESH]: 'normal' } },
  });
  await until(async () => (await read(client)).metadata.annotations?.[REFRESH] === undefined);
}

async function synced(client: KubeClient, commit: string): Promise<void> {
  await until(async () => {
    const { status } = await read(client);
    return status?.sync?.status === 'Synced' && status.sync.revision === commit;
  });
}

async function serves(client: KubeClient): Promise<void> {
  await until(async () => {
    const { status } = (await read(client)) as { status?: { health?: { status?: string } } };
    return status?.health?.status === 'Healthy';
  });
}

async function succeed({ folder }: Shop, action: string, inputs: Record<string, string>) {
  const result = await runStep(action, inputs, folder);
  if (result.exitCode !== 0) throw new Error(`${action} ended with exit code ${result.exitCode}.`);
  return result;
}
