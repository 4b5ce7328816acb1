/**
 * A full rollback drill on an environment of its own: a small shop is deployed and marked good, a bad release
 * breaks it, and the actions of dist/ bring it back. Ends with the report of it.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { KubeClient, PATCH } from '../../src/systems/kubernetes/client.ts';
import { loadKubeConfig } from '../../src/systems/kubernetes/kubeconfig.ts';
import type { Pod } from '../../src/systems/kubernetes/objects.ts';
import { startStandIn } from '../../test/support/kubernetes/stand-in.ts';
import { runStep } from './runner.ts';
import { v1, v2, workloads } from './shop.ts';

const folder = resolve(
  import.meta.dirname,
  '../../drill',
  new Date().toISOString().replaceAll(':', '-').slice(0, 19),
);
mkdirSync(folder, { recursive: true });

const cluster = await step('Start a stand-in for Kubernetes', () => startStandIn({ readyMs: 800 }));
try {
  await drill(cluster.kubeconfig);
} finally {
  await cluster.stop();
}

async function drill(kubeconfig: string): Promise<void> {
  const client = new KubeClient(
    loadKubeConfig({ kubeconfig }, () => {}),
    AbortSignal.timeout(300_000),
  );
  const inputs = { kubeconfig, namespace: 'shop', workloads: 'all' };
  await step('Deploy release 1.4.0 and mark it good', async () => {
    await client.request('POST', '/api/v1/namespaces', {
      body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
    });
    await client.request('POST', '/api/v1/namespaces/shop/configmaps', {
      body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: v1.settings },
    });
    for (const { path, body } of workloads(v1)) await client.request('POST', path, { body });
    await succeed('mark-good', inputs);
  });
  await step('Deploy release 2.0.0: three images that do not start, and other settings', async () => {
    await client.patch('/api/v1/namespaces/shop/configmaps/settings', PATCH.merge, { data: v2.settings });
    for (const { path, name, body } of workloads(v2))
      await client.patch(`${path}/${name}`, PATCH.strategic, body);
    for (const pod of await brokenPods(client, 3)) console.log(`    ✗ ${pod}`);
  });
  const rollback = await step('Roll back to last-good', () =>
    succeed('rollback-service', { ...inputs, reason: 'drill: release 2.0.0 does not start' }),
  );
  const report = await step('Report', () => succeed('report', { rto: 'all=5m' }));
  await step('Roll back again: nothing is left to do', async () => {
    const again = await succeed('rollback-service', { ...inputs, reason: 'drill: the same again' });
    if (again.outputs.result !== 'no-op')
      throw new Error(`The second rollback ended with ${again.outputs.result}, not with no-op.`);
  });
  client.close();
  const seconds = Number(rollback.outputs.seconds).toFixed(1);
  console.log(`\nThe shop is back at release 1.4.0, ${seconds} s after the rollback began.\n`);
  console.log(`The page: ${report.outputs.html}`);
}

async function succeed(action: string, inputs: Record<string, string>) {
  const result = await runStep(action, inputs, folder);
  if (result.exitCode !== 0) throw new Error(`${action} ended with exit code ${result.exitCode}.`);
  return result;
}

/** Waits until so many pods say that they can't start or stay unready, and says what they say. */
async function brokenPods(client: KubeClient, count: number): Promise<string[]> {
  for (;;) {
    const { items } = await client.list<Pod>('/api/v1/namespaces/shop/pods');
    const broken = items.flatMap((pod) => {
      const status = pod.status?.containerStatuses?.[0];
      const waiting = status?.state?.waiting?.reason;
      if (!status?.image.includes('2.0.0') || status.ready || waiting === 'ContainerCreating') return [];
      return [`${pod.metadata.name}: ${waiting ?? 'running, but not ready'}`];
    });
    if (broken.length >= count) return broken;
    await wait(100);
  }
}

async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  console.log(`\n● ${name}`);
  const begun = performance.now();
  const result = await run();
  console.log(`  ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}
