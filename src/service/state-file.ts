import { stringify } from 'yaml';
import { writePrivate } from '../base/files.ts';
import { redacted } from '../base/redact.ts';
import { objectsOfWorkload } from '../domain/workloads/joined.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';
import type { NamespaceCache } from './namespace.ts';
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
 * Writes the manifests of all workloads of a plan as one file that `kubectl replace -f` and `kubectl apply -f` take.
 * The templates of their revisions are in it as comments: written back, a ReplicaSet would take its old size, and
 * serving pods with it. Secrets and ConfigMaps are not in it: what a rollback replaces of them is kept in the cluster.
 */
export function writeStateFile(path: string, steps: readonly Step[], namespace: NamespaceCache): void {
  const documents = steps.map((step) => {
    const revisions = namespace.history(step.workload).map(({ number, object, template }) => {
      const head = `Revision ${number}, ${object.kind} ${object.metadata.name}:`;
      return `${`${head}\n${yaml(template)}`.trimEnd().replace(/^/gm, '# ')}\n`;
    });
    const manifests = objectsOfWorkload(step.workload).map((object) => yaml(manifest(object)));
    return `${manifests.join('---\n')}${revisions.join('')}`;
  });
  writePrivate(path, documents.join('---\n'));
}

/** YAML 1.1, because that is what kubectl reads: it quotes the texts "on", "yes" and "1:30". */
const yaml = (value: object) => stringify(redacted(value), { version: '1.1', aliasDuplicateObjects: false });

function manifest(object: KubeObject): object {
  const { status: _, metadata, ...rest } = object as KubeObject & { status?: unknown };
  const kept = Object.entries(metadata).filter(([key]) => !OF_THE_SERVER.includes(key));
  const { apiVersion, kind, ...body } = rest;
  return { apiVersion, kind, metadata: Object.fromEntries(kept), ...body };
}
