/**
 * Rolls the same 16 Deployments of 3 replicas back in several ways, on one real control plane: patches that nobody
 * watches as the floor, one Deployment alone, the runbook's loop, its parallel form, ours. Then ours at growing sizes:
 * requests, time, memory.
 */
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { KubeClient, PATCH } from '../src/systems/kubernetes/client.ts';
import { loadKubeConfig } from '../src/systems/kubernetes/kubeconfig.ts';
import type { Workload } from '../src/systems/kubernetes/objects.ts';
import { type ControlPlane, startControlPlane } from '../test/control-plane/control-plane.ts';
import { countRequests } from './counting-proxy.ts';
import { type Cost, measure, median, printTable } from './measure.ts';
import { ready, seed, setImages } from './shop.ts';

const ROUNDS = 3;
const SIZES = [25, 50, 100, 200];
const action = resolve(import.meta.dirname, '../dist/rollback-service/index.js');

export async function benchService(): Promise<void> {
  const plane = await startControlPlane({ readyMs: 1000 });
  try {
    await sideBySide(plane);
    await growth(plane);
  } finally {
    await plane.stop();
  }
}

async function sideBySide(plane: ControlPlane): Promise<void> {
  const ns = await seed(plane, 'bench', 16);
  const undo = 'kubectl rollout undo "$d" -n "$NS" && kubectl rollout status "$d" -n "$NS" --timeout=300s';
  const each = 'for d in $(kubectl get deployments -n "$NS" -o name)';
  const ways: Record<string, () => Promise<Cost>> = {
    'patches alone: what the control plane takes (floor)': () => patchesAlone(plane.kubeconfig, ns),
    'one Deployment, kubectl': () => shell(plane, ns, `d=deployment/app-0; ${undo}`),
    'runbook: loop': () => shell(plane, ns, `${each}; do ${undo}; done`),
    'runbook: parallel': () => shell(plane, ns, `${each}; do (${undo}) & done; wait`),
    'rollback-service': () => ours(plane.kubeconfig, ns),
  };
  const costs = new Map<string, Cost[]>(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(ways)) {
      await setImages(plane, ns, `2.${round}.${Object.keys(ways).indexOf(name)}`);
      await ready(plane, ns);
      costs.get(name)?.push(await run());
      await ready(plane, ns);
    }
  }
  const seconds = (name: string) => median((costs.get(name) ?? []).map((cost) => cost.seconds));
  const cpu = (name: string) => median((costs.get(name) ?? []).map((cost) => cost.cpuSeconds));
  const [floor = '', , , parallel = ''] = Object.keys(ways);
  console.log(`\n16 Deployments of 3 replicas, 1 s to ready, median of ${ROUNDS}:`);
  printTable(
    ['way', 'seconds', 'to the floor', 'CPU seconds', "to kubectl's parallel form"],
    Object.keys(ways).map((name) => [
      name,
      seconds(name).toFixed(2),
      `${(seconds(name) / seconds(floor)).toFixed(2)}×`,
      cpu(name).toFixed(2),
      `${(cpu(name) / cpu(parallel)).toFixed(2)}×`,
    ]),
  );
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

async function growth(plane: ControlPlane): Promise<void> {
  const rows: string[][] = [];
  for (const size of SIZES) {
    const ns = await seed(plane, `size-${size}`, size);
    await setImages(plane, ns, '2.0.0');
    await ready(plane, ns);
    const proxy = await countRequests(plane.kubeconfig);
    const { seconds, cpuSeconds, log } = await ours(proxy.kubeconfig, ns);
    proxy.stop();
    const memory = Number(/peak memory (\d+) KiB/.exec(log)?.[1]) / 1024;
    rows.push([
      String(size),
      seconds.toFixed(1),
      String(proxy.count()),
      (proxy.count() / size).toFixed(2),
      cpuSeconds.toFixed(2),
      memory.toFixed(0),
    ]);
  }
  console.log('\nrollback-service as it grows:');
  printTable(['Deployments', 'seconds', 'requests', 'requests each', 'CPU seconds', 'peak MiB'], rows);
}

function ours(kubeconfig: string, namespace: string): Promise<Cost> {
  const tellMemory = `data:text/javascript,process.on('exit',()=>console.log('peak memory '+process.resourceUsage().maxRSS+' KiB'))`;
  return measure([process.execPath, '--import', tellMemory, action], {
    INPUT_KUBECONFIG: kubeconfig,
    INPUT_NAMESPACE: namespace,
    INPUT_WORKLOADS: 'all',
    INPUT_TO: 'previous',
    INPUT_REASON: 'benchmark',
    GITHUB_RUN_ID: String(performance.now()),
  });
}

function shell(plane: ControlPlane, namespace: string, script: string): Promise<Cost> {
  const folder = resolve(plane.kubectl, '..');
  return measure(['bash', '-c', script], {
    NS: namespace,
    KUBECONFIG: plane.kubeconfig,
    PATH: `${folder}:${process.env.PATH}`,
  });
}
