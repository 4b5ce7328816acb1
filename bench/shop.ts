import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ControlPlane } from '../test/control-plane/control-plane.ts';

const run = promisify(execFile);

/** Makes a namespace with so many Deployments of 3 replicas, all serving. */
export async function seed(plane: ControlPlane, namespace: string, count: number): Promise<string> {
  await kubectl(plane, ['create', 'namespace', namespace]);
  await apply(plane, namespace, count, '1.0.0');
  await ready(plane, namespace);
  return namespace;
}

/** Deploys another version of everything in the namespace. */
export async function setImages(plane: ControlPlane, namespace: string, version: string): Promise<void> {
  const { stdout } = await kubectl(plane, ['get', 'deployments', '-n', namespace, '-o', 'name']);
  await apply(plane, namespace, stdout.trim().split('\n').length, version);
}

/** Waits until everything in the namespace is rolled out. */
export async function ready(plane: ControlPlane, namespace: string): Promise<void> {
  const { stdout } = await kubectl(plane, ['get', 'deployments', '-n', namespace, '-o', 'name']);
  for (const name of stdout.trim().split('\n'))
    await kubectl(plane, ['rollout', 'status', name, '-n', namespace, '--timeout=300s']);
}

async function apply(plane: ControlPlane, namespace: string, count: number, version: string): Promise<void> {
  const items = Array.from({ length: count }, (_, index) => deployment(`app-${index}`, version));
  const child = kubectl(plane, ['apply', '-n', namespace, '-f', '-']);
  child.child.stdin?.end(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  await child;
}

/** A Deployment of 3 replicas. */
export function deployment(name: string, version: string): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas: 3,
      strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'app', image: `registry.test/app:${version}` }] },
      },
    },
  };
}

const kubectl = (plane: ControlPlane, args: string[]) =>
  run(plane.kubectl, args, { env: { ...process.env, KUBECONFIG: plane.kubeconfig }, maxBuffer: 1e8 });
