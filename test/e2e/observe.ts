import type { TestNamespace } from './cluster.ts';

/** All that a rollback may touch; events, which only tell, are not of it. */
const KINDS = [
  'deployments,replicasets,statefulsets,daemonsets,controllerrevisions,pods',
  'configmaps,secrets,leases.coordination.k8s.io,serviceaccounts,roles,rolebindings',
].join(',');

/**
 * Every object of a namespace but for what controllers still write after a rollout, the status and with it the version:
 * the same twice, and nothing was changed.
 */
export async function objectsOf(namespace: TestNamespace): Promise<Record<string, unknown>> {
  const objects = await namespace.list(KINDS);
  const staying = objects.filter(({ metadata }) => !metadata.deletionTimestamp);
  return Object.fromEntries(
    staying.map((object) => {
      const { resourceVersion, managedFields, ...metadata } = object.metadata;
      return [`${object.kind}/${metadata.name}`, { ...object, metadata, status: undefined }];
    }),
  );
}
