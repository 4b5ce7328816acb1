/**
 * Each kind of bad release on a real node, of a Deployment, a StatefulSet and a DaemonSet: seconds until the good one serves
 * again by ours, and by `kubectl rollout undo` with `kubectl rollout status`, which may wait for ever.
 */
import { resolve } from 'node:path';
import { Cluster, type TestNamespace } from '../test/e2e/namespace.ts';
import {
  BAD_RELEASES,
  type BadRelease,
  badRelease,
  deployEach,
  label,
  NAMES,
  type Name,
  ofEachKind,
  untilSeen,
  web,
} from '../test/e2e/releases.ts';
import { type RealNode, startRealNode } from '../test/real-node/real-node.ts';
import { measure, tableOf } from './measure.ts';
import type { Benchmark } from './results.ts';

/** Seconds after which a way has failed. */
const PATIENCE = 30;
const dist = resolve(import.meta.dirname, '../dist');

export const badReleases: Benchmark = {
  title: 'Bad releases',
  async run(quick) {
    const node = await startRealNode();
    try {
      const rows: string[][] = [];
      for (const bad of BAD_RELEASES.slice(0, quick ? 1 : undefined))
        rows.push(...(await compare(node, bad)));
      const [ours, kubectl] = [1, 2].map(
        (column) => rows.filter((row) => !row[column + 1]?.includes('not')).length,
      );
      return {
        versions: ['Kubernetes 1.37.2 with a kubelet and containerd'],
        tables: [
          {
            title: `${rows.length} bad releases, seconds until the good one serves again`,
            says: `Two replicas, one of the DaemonSet; pods that are asked for their readiness each second. A way that has not come to its end after ${PATIENCE} s has failed: ${ours} of ${rows.length} go back by rollback-service, ${kubectl} by kubectl rollout undo and status.`,
            table: tableOf(['bad release', 'of a', 'rollback-service', 'kubectl'], rows),
          },
        ],
      };
    } finally {
      await node.stop();
    }
  },
};

/** One kind of bad release of each kind of workload, by both ways one after another. */
async function compare(node: RealNode, bad: BadRelease): Promise<string[][]> {
  const cluster = new Cluster(node.kubeconfig, node.kubectl);
  await using ns = await cluster.namespace();
  if (bad.beside) await ns.apply(...bad.beside);
  const names = bad.of ?? NAMES;
  await deployEach(ns, web(node, '1'), {}, names);
  await action(ns, 'mark-good', { WORKLOADS: 'all' });
  const spoil = async (trial: string) => {
    const { container, options } = badRelease(node, bad, trial);
    await ns.apply(...ofEachKind(container, options, names));
    await untilSeen(ns, bad);
  };
  await spoil('1');
  const ours: Partial<Record<Name, string>> = {};
  for (const name of names)
    ours[name] = await seconds(() =>
      action(ns, 'rollback-service', { WORKLOADS: label(name), REASON: 'benchmark' }),
    );
  await spoil('2');
  const kubectl: Partial<Record<Name, string>> = {};
  for (const name of names) kubectl[name] = await seconds(() => undo(node, ns, label(name)));
  return names.map((name) => [
    bad.name,
    label(name).split('/')[0] ?? '',
    ours[name] ?? '',
    kubectl[name] ?? '',
  ]);
}

async function seconds(way: () => Promise<{ seconds: number }>): Promise<string> {
  try {
    return (await way()).seconds.toFixed(1);
  } catch {
    return `not in ${PATIENCE} s`;
  }
}

const action = (ns: TestNamespace, name: string, inputs: Record<string, string>) =>
  measure([process.execPath, resolve(dist, name, 'index.js')], {
    INPUT_KUBECONFIG: ns.cluster.kubeconfig,
    INPUT_NAMESPACE: ns.name,
    INPUT_TIMEOUT: `${PATIENCE}s`,
    RUNNER_TEMP: ns.temp,
    GITHUB_RUN_ID: String(performance.now()),
    ...Object.fromEntries(Object.entries(inputs).map(([key, value]) => [`INPUT_${key}`, value])),
  });

const undo = (node: RealNode, ns: TestNamespace, what: string) =>
  measure(
    [
      'bash',
      '-c',
      `"$KUBECTL" rollout undo "$WHAT" -n "$NS" && "$KUBECTL" rollout status "$WHAT" -n "$NS" --timeout=${PATIENCE}s`,
    ],
    { KUBECTL: node.kubectl, WHAT: what, NS: ns.name, KUBECONFIG: node.kubeconfig },
  );
