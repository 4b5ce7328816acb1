import type { TestNamespace } from './cluster.ts';

/** All that a rollback may touch; events, which only tell, are not of it. */
const KINDS = [
  'deployments,replicasets,statefulsets,daemonsets,controllerrevisions,pods',
  'configmaps,secrets,leases.coordination.k8s.io,serviceaccounts,roles,rolebindings',
].join(',');

/** The resourceVersion of every object of a namespace: the same twice, and nothing was changed. */
export async function versions(namespace: TestNamespace): Promise<Record<string, string>> {
  const objects = await namespace.list(KINDS);
  return Object.fromEntries(
    objects.map(({ kind, metadata }) => [`${kind}/${metadata.name}`, metadata.resourceVersion]),
  );
}
