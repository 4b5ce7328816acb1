import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import type { KubeObject } from '../systems/kubernetes/objects.ts';
import type { Namespace } from './namespace.ts';
import type { Step } from './plan.ts';

/** Metadata that belongs to one life of an object and is refused or ignored when it is written back. */
const OF_THE_SERVER = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
  'deletionTimestamp',
];

/**
 * Writes the manifests of all workloads of a plan, with the templates of their revisions, as one file that
 * `kubectl replace -f` and `kubectl apply -f` take. Secrets and ConfigMaps are not in it: what a rollback
 * replaces of them is kept in the cluster.
 */
export function writeStateFile(path: string, steps: readonly Step[], namespace: Namespace): void {
  const objects = steps.flatMap((step) => [
    step.workload,
    ...namespace.history(step.workload).map((revision) => revision.object),
  ]);
  mkdirSync(dirname(path), { recursive: true });
  // YAML 1.1, because that is what kubectl reads: it quotes the texts "on", "yes" and "1:30".
  const documents = objects.map((object) =>
    stringify(manifest(object), { version: '1.1', aliasDuplicateObjects: false }),
  );
  writeFileSync(path, documents.join('---\n'));
}

function manifest(object: KubeObject): object {
  const { status: _, metadata, ...rest } = object as KubeObject & { status?: unknown };
  const kept = Object.entries(metadata).filter(([key]) => !OF_THE_SERVER.includes(key));
  const { apiVersion, kind, ...body } = rest;
  return { apiVersion, kind, metadata: Object.fromEntries(kept), ...body };
}
