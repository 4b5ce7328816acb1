import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { KubeClient } from '../src/systems/kubernetes/client.ts';
import { loadKubeConfig } from '../src/systems/kubernetes/kubeconfig.ts';
import type { Config, Workload } from '../src/systems/kubernetes/objects.ts';
import { type ControlPlane, startControlPlane } from '../test/control-plane/control-plane.ts';
import { kubectl, type Place } from '../test/owners/real/controllers.ts';
import { serveRepositories } from '../test/owners/real/repositories.ts';
import { startArgoCd } from '../test/owners/real/start-argo-cd.ts';
import { startFlux } from '../test/owners/real/start-flux.ts';
import { startRollouts } from '../test/owners/real/start-rollouts.ts';
import { until } from '../test/support/until.ts';
import { measure } from './measure.ts';

const READY_MS = 1000;
const dist = resolve(import.meta.dirname, '../dist');

/** A control plane with the controllers of all owners, and a Git server. */
export interface OwnerBench {
  readonly client: KubeClient;
  readonly place: Place;
  readonly git: { readonly root: string; readonly url: string };
  kubectl(args: readonly string[], stdin?: object): Promise<string>;
  /** Runs an action from dist/ on a namespace. @returns the seconds that it took */
  act(name: string, namespace: string, inputs: Record<string, string>, path?: string): Promise<number>;
  stop(): Promise<void>;
}

export async function startOwnerBench(): Promise<OwnerBench> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-owners-'));
  const root = join(folder, 'git');
  const served = await serveRepositories(root);
  const plane: ControlPlane = await startControlPlane({ readyMs: READY_MS });
  const { kubeconfig } = plane;
  const place = { kubeconfig, kubectl: plane.kubectl, folder };
  const started = [await startArgoCd(place), await startFlux(place), await startRollouts(place)];
  const client = new KubeClient(
    loadKubeConfig({ kubeconfig }, () => {}),
    AbortSignal.timeout(7_200_000),
  );
  return {
    ...{ client, place, git: { root, url: served.url } },
    kubectl: (args, stdin) => kubectl(place, args, stdin && JSON.stringify(stdin)),
    async act(name, namespace, inputs, path = process.env.PATH ?? '') {
      const all = { kubeconfig, namespace, workloads: 'all', reason: 'benchmark', timeout: '10m', ...inputs };
      const given = Object.entries(all).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]);
      const { seconds } = await measure([process.execPath, join(dist, name, 'index.js')], {
        ...Object.fromEntries(given),
        RUNNER_TEMP: mkdtempSync(join(tmpdir(), 'bench-')),
        GITHUB_RUN_ID: String(performance.now()),
        PATH: path,
      });
      return seconds;
    },
    async stop() {
      client.close();
      await Promise.all(started.map((each) => each.stop()));
      await plane.stop();
      served.close();
    },
  };
}

/** A bad release of an owner in a namespace of its own. */
export interface BadRelease {
  /** Ways back, by their names. @returns what else the owner has to say of it */
  readonly ways: Readonly<Record<string, () => Promise<unknown>>>;
  /** Whether all pods serve the good version, and nothing of another one is left. */
  serves(): Promise<boolean>;
  /** The next deploy. @throws where it fails */
  next(): Promise<void>;
  end(): Promise<void>;
}

export type Owner = (bench: OwnerBench, namespace: string, count: number) => Promise<BadRelease>;

export const GOOD = 1;
export const FEATURE = { name: 'FEATURE', value: 'on' };

export const image = (version: number) =>
  `registry.test/app:${version}.0.0${version === 2 ? '-not-ready' : ''}`;

/** A version of the shop: only the first has a variable, and only the second a ConfigMap more. Its pods get ready, but for those of the second. */
export function shop(version: number, count: number): { kind: string; metadata: { name: string } }[] {
  const configMap = (name: string) => ({
    ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } },
    data: { version: String(version) },
  });
  return [
    ...Array.from({ length: count }, (_, index) => deployment(`app-${index}`, version)),
    configMap('settings'),
    ...(version === 2 ? [configMap('added')] : []),
  ];
}

export function deployment(name: string, version: number) {
  const container = { name: 'app', image: image(version), ...(version === GOOD && { env: [FEATURE] }) };
  return {
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name } },
    spec: {
      replicas: 2,
      strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { containers: [container] } },
    },
  };
}

/** The same as files of a repository; null where this version has taken one away. */
export const filesOf = (version: number, count: number): Record<string, object | null> => ({
  'app/added.yaml': null,
  ...Object.fromEntries(shop(version, count).map((each) => [`app/${each.metadata.name}.yaml`, each])),
});

export const deploymentsOf = async (
  { client }: OwnerBench,
  namespace: string,
): Promise<readonly Workload[]> =>
  (await client.list<Workload>(`/apis/apps/v1/namespaces/${namespace}/deployments`)).items;

/** Whether so many Deployments serve a version, and nothing else. */
export async function serves(bench: OwnerBench, namespace: string, count: number, version: number) {
  const items = await deploymentsOf(bench, namespace);
  return items.length === count && items.every((each) => hasRolledOut(each, image(version)));
}

function hasRolledOut({ metadata, spec, status = {} }: Workload, wanted: string): boolean {
  const { observedGeneration, replicas, updatedReplicas, availableReplicas } = status;
  const counts = [replicas, updatedReplicas, availableReplicas];
  return (
    spec.template.spec.containers[0]?.image === wanted &&
    observedGeneration === metadata.generation &&
    counts.every((each) => each === spec.replicas)
  );
}

/** What else of the release than its Deployments went back. */
export async function elseBack({ client }: OwnerBench, namespace: string): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/configmaps`;
  const settings = await client.find<Config>(`${path}/settings`);
  if (!settings) return '–';
  const added = await client.find(`${path}/added`);
  const isBack = settings.data?.version === String(GOOD);
  return (
    [...(isBack ? ['the ConfigMap'] : []), ...(added ? [] : ['what was added is gone'])].join(', ') ||
    'nothing'
  );
}

/** What the next deploy does: whether it fails, and whether it leaves something of the older version behind. */
export async function nextDeploy(
  release: BadRelease,
  { client }: OwnerBench,
  namespace: string,
): Promise<string> {
  try {
    await release.next();
  } catch (error) {
    return /conflict/.test(String(error)) ? 'fails: a conflict' : `fails: ${String(error).slice(0, 80)}`;
  }
  const path = `/namespaces/${namespace}/`;
  const { spec } =
    (await client.find<Workload>(`/apis/apps/v1${path}deployments/app-0`)) ??
    (await client.get<Workload>(`/apis/argoproj.io/v1alpha1${path}rollouts/app-0`));
  const container = spec.template.spec.containers[0] as { image: string; env?: unknown[] };
  if (container.image !== image(3)) return `is not there: ${container.image}`;
  return container.env?.length ? 'keeps a variable of the older version' : 'clean';
}

/** Seconds from now until a way is through and all pods serve the good version. */
export async function timed(
  release: BadRelease,
  way: () => Promise<unknown>,
): Promise<{ serving: number; ended: number }> {
  const begun = performance.now();
  const since = () => (performance.now() - begun) / 1000;
  const [serving, ended] = await Promise.all([
    (async () => {
      while (!(await release.serves())) await wait(50);
      return since();
    })(),
    way().then(since),
  ]);
  // It may serve for a moment, and be brought back by its owner.
  await until(
    () => release.serves(),
    () => 'it serves still',
  );
  return { serving, ended };
}
