/**
 * Rolls the same 16 Deployments of 3 replicas back in several ways, on one real control plane: patches that nobody
 * watches as the floor, one Deployment alone, the runbook's loop, its parallel form, Helm, ours. Then ours at growing
 * sizes: requests, time, memory.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readEvents } from '../src/record/read.ts';
import { KubeClient, PATCH } from '../src/systems/kubernetes/client.ts';
import { loadKubeConfig } from '../src/systems/kubernetes/kubeconfig.ts';
import type { Workload } from '../src/systems/kubernetes/objects.ts';
import { type ControlPlane, startControlPlane } from '../test/control-plane/control-plane.ts';
import { countRequests } from './counting-proxy.ts';
import { HELM_VERSION, helmRelease } from './helm.ts';
import { type Cost, measure, median, peakMegabytes, TELL_MEMORY, tableOf, times } from './measure.ts';
import type { Benchmark, Table } from './results.ts';
import { ready, seed, setImages } from './shop.ts';

const DEPLOYMENTS = 16;
const ROUNDS = 3;
const SIZES = [25, 50, 100, 200];
const action = resolve(import.meta.dirname, '../dist/rollback-service/index.js');

/** 16 Deployments side by side with other ways, and then more and more of them. */
export const services: Benchmark = {
  title: 'Services',
  async run(quick) {
    const plane = await startControlPlane({ readyMs: 1000 });
    try {
      const side = await sideBySide(plane, quick ? 1 : ROUNDS);
      const growing = await growth(plane, quick ? [5, 10] : SIZES);
      return { versions: [await kubernetesVersion(plane), `Helm ${HELM_VERSION}`], tables: [side, growing] };
    } finally {
      await plane.stop();
    }
  },
};

/** What one of them took, and of ours what went by before its first patch. */
type WayCost = Cost & { readonly beforePatch?: number };

/** A way to roll 16 Deployments back, and how they come to be spoilt before. */
interface Way {
  readonly run: () => Promise<WayCost>;
  readonly spoil?: (version: string) => Promise<void>;
  /** Measured in the first round alone. */
  readonly isOnce?: boolean;
}

const FLOOR = 'patches alone: what the control plane takes (floor)';
const LOOP = "the runbook's loop";
const PARALLEL = "kubectl's parallel form";
const OURS = 'rollback-service';
const BEFORE = 'of it, before the first patch: what is looked up';
const AFTER = 'of it, from the first patch on';

async function sideBySide(plane: ControlPlane, rounds: number): Promise<Table> {
  const ns = await seed(plane, 'bench', DEPLOYMENTS);
  const release = await helmRelease(plane, DEPLOYMENTS);
  const undo = 'kubectl rollout undo "$d" -n "$NS" && kubectl rollout status "$d" -n "$NS" --timeout=300s';
  const each = 'for d in $(kubectl get deployments -n "$NS" -o name)';
  const ways: Readonly<Record<string, Way>> = {
    [FLOOR]: { run: () => patchesAlone(plane.kubeconfig, ns) },
    'one Deployment alone, kubectl': { run: () => shell(plane, ns, `d=deployment/app-0; ${undo}`) },
    [LOOP]: { run: () => shell(plane, ns, `${each}; do ${undo}; done`) },
    [PARALLEL]: { run: () => shell(plane, ns, `${each}; do (${undo}) & done; wait`) },
    // Two and a half minutes each time.
    'helm rollback --wait': { run: () => release.rollback('watcher'), spoil: release.deploy, isOnce: true },
    'helm rollback --wait=legacy': { run: () => release.rollback('legacy'), spoil: release.deploy },
    [OURS]: { run: () => ours(plane.kubeconfig, ns) },
  };
  const costs = await inTurn(ways, rounds, async (version) => {
    await setImages(plane, ns, version);
    await ready(plane, ns);
  });
  const seconds = (name: string) => median((costs.get(name) ?? []).map((cost) => cost.seconds));
  const cpu = (name: string) => median((costs.get(name) ?? []).map((cost) => cost.cpuSeconds));
  const own = (costs.get(OURS) ?? []).map(({ seconds, beforePatch = Number.NaN }) => ({
    seconds,
    beforePatch,
  }));
  const before = median(own.map(({ beforePatch }) => beforePatch));
  const after = median(own.map(({ seconds, beforePatch }) => seconds - beforePatch));
  const part = (name: string, figure: number) => [
    name,
    figure.toFixed(2),
    times(figure, seconds(FLOOR)),
    times(figure, seconds(OURS)),
    '',
    '',
  ];
  return {
    title: `${DEPLOYMENTS} Deployments of 3 replicas, pods ready after 1 s, median of ${rounds}; helm rollback --wait once`,
    says: `Seconds until all of them serve the older version, and the processor's time that the one who rolls back takes for it (the control plane's not counted). rollback-service takes ${times(seconds(OURS), seconds(LOOP))} the time of the runbook's loop, and from its first patch on ${times(after, seconds(FLOOR))} of what nothing can be faster than.`,
    table: tableOf(
      ['way', 'seconds', 'to the floor', 'to ours', 'CPU seconds', 'to ours'],
      [
        ...Object.keys(ways).map((name) => [
          ...part(name, seconds(name)).slice(0, 4),
          cpu(name).toFixed(2),
          times(cpu(name), cpu(OURS)),
        ]),
        part(BEFORE, before),
        part(AFTER, after),
      ],
    ),
  };
}

/** One way after the other, round by round, so that what else the machine does meets all of them. */
async function inTurn(
  ways: Readonly<Record<string, Way>>,
  rounds: number,
  deploy: (version: string) => Promise<void>,
): Promise<Map<string, WayCost[]>> {
  const costs = new Map<string, WayCost[]>(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [index, [name, { run, spoil = deploy, isOnce }]] of Object.entries(ways).entries()) {
      if (isOnce && round > 0) continue;
      await spoil(`2.${round}.${index}`);
      costs.get(name)?.push(await run());
    }
  }
  return costs;
}

/** Sends the patches and looks ten times a second whether the controllers are through. */
async function patchesAlone(kubeconfig: string, namespace: string): Promise<Cost> {
  const client = new KubeClient(
    loadKubeConfig({ kubeconfig }, () => {}),
    AbortSignal.timeout(300_000),
  );
  const path = `/apis/apps/v1/namespaces/${namespace}/deployments`;
  const { items } = await client.list<Workload>(path);
  const containers = [{ name: 'app', image: `registry.test/app:${performance.now()}` }];
  const cpu = process.cpuUsage();
  const begun = performance.now();
  await Promise.all(
    items.map(({ metadata }) =>
      client.patch(`${path}/${metadata.name}`, PATCH.strategic, {
        spec: { template: { spec: { containers } } },
      }),
    ),
  );
  while (!(await client.list<Workload>(path)).items.every(isRolledOut)) await wait(100);
  const { user, system } = process.cpuUsage(cpu);
  client.close();
  return { seconds: (performance.now() - begun) / 1000, cpuSeconds: (user + system) / 1e6, log: '' };
}

function isRolledOut({ metadata, spec, status = {} }: Workload): boolean {
  const { observedGeneration, replicas, updatedReplicas, availableReplicas } = status;
  const counts = [replicas, updatedReplicas, availableReplicas];
  return observedGeneration === metadata.generation && counts.every((count) => count === spec.replicas);
}

async function growth(plane: ControlPlane, sizes: readonly number[]): Promise<Table> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const ns = await seed(plane, `size-${size}`, size);
    await setImages(plane, ns, '2.0.0');
    await ready(plane, ns);
    const proxy = await countRequests(plane.kubeconfig);
    const { seconds, cpuSeconds, log } = await ours(proxy.kubeconfig, ns);
    proxy.stop();
    rows.push([
      String(size),
      seconds.toFixed(1),
      String(proxy.count()),
      (proxy.count() / size).toFixed(2),
      cpuSeconds.toFixed(2),
      peakMegabytes(log).toFixed(0),
    ]);
  }
  return {
    title: 'rollback-service as it grows',
    says: 'Requests to the API server stay near one patch a Deployment, because everything is listed and watched once a namespace; memory is that of the whole process, Node included.',
    table: tableOf(['Deployments', 'seconds', 'requests', 'requests each', 'CPU seconds', 'peak MiB'], rows),
  };
}

async function ours(kubeconfig: string, namespace: string): Promise<WayCost> {
  const record = join(mkdtempSync(join(tmpdir(), 'bench-')), 'record.jsonl');
  const begun = Date.now();
  const cost = await measure([process.execPath, '--import', TELL_MEMORY, action], {
    INPUT_KUBECONFIG: kubeconfig,
    INPUT_NAMESPACE: namespace,
    INPUT_WORKLOADS: 'all',
    INPUT_TO: 'previous',
    INPUT_REASON: 'benchmark',
    INPUT_RECORD: record,
    GITHUB_RUN_ID: String(performance.now()),
  });
  const first = readEvents(record).events.find(
    ({ step, status }) => step === 'roll back' && status === 'started',
  );
  return { ...cost, beforePatch: (Date.parse(first?.at ?? '') - begun) / 1000 };
}

function shell(plane: ControlPlane, namespace: string, script: string): Promise<Cost> {
  const folder = resolve(plane.kubectl, '..');
  return measure(['bash', '-c', script], {
    NS: namespace,
    KUBECONFIG: plane.kubeconfig,
    PATH: `${folder}:${process.env.PATH}`,
  });
}

async function kubernetesVersion(plane: ControlPlane): Promise<string> {
  const { log } = await measure([plane.kubectl, 'version', '--output=json'], {
    KUBECONFIG: plane.kubeconfig,
  });
  const { serverVersion } = JSON.parse(log) as { serverVersion: { gitVersion: string } };
  return `Kubernetes ${serverVersion.gitVersion}`;
}
