import { forbidden, notFound } from './failure.ts';
import { isFinished, isTerminating, type KubeObject, type Pod } from './objects.ts';
import { type Resource, resourceNamed } from './resources.ts';
import type { Store } from './store.ts';

/** Why a new pod is refused, as an admission webhook would say it; undefined lets it in. */
export type DenyPod = (pod: KubeObject) => string | undefined;

/** Why a workload is refused, as an admission webhook would say it; it may change the object, as a mutating one does. */
export type Policy = (object: KubeObject) => string | undefined;

/** What stands between a valid new object and the store. */
export function admit(store: Store, denyPod: DenyPod, resource: Resource, object: KubeObject): void {
  const { name, namespace = '' } = object.metadata;
  if (resource.namespaced) {
    const home = store.get('namespaces', '', namespace);
    if (!home) throw notFound(resourceNamed('namespaces'), namespace);
    if (isTerminating(home)) {
      const why = `unable to create new content in namespace ${namespace} because it is being terminated`;
      throw forbidden(resource, name, why, [
        {
          reason: 'NamespaceTerminating',
          message: `namespace ${namespace} is being terminated`,
          field: 'metadata.namespace',
        },
      ]);
    }
  }
  if (resource.plural !== 'pods') return;
  const denial = denyPod(object);
  if (denial !== undefined) {
    throw Object.assign(forbidden(resource, name, ''), {
      message: `admission webhook "deny.test" denied the request: ${denial}`,
      details: undefined,
    });
  }
  for (const quota of store.list<Quota>('resourcequotas', namespace)) {
    for (const [key, limit] of Object.entries(quota.spec.hard)) {
      if (key !== 'pods' && key !== 'count/pods') continue;
      const used = podsUsed(store, namespace);
      if (used < Number(limit)) continue;
      const why = `exceeded quota: ${quota.metadata.name}, requested: ${key}=1, used: ${key}=${used}, limited: ${key}=${limit}`;
      throw forbidden(resource, name, why);
    }
  }
}

/** Quotas say what is used; the real admission counts by that too. */
export function updateQuotaStatus(store: Store, namespace: string): void {
  for (const quota of store.list<Quota>('resourcequotas', namespace)) {
    const used = String(podsUsed(store, namespace));
    const counted = Object.keys(quota.spec.hard).filter((key) => key === 'pods' || key === 'count/pods');
    const status = { hard: quota.spec.hard, used: Object.fromEntries(counted.map((key) => [key, used])) };
    if (JSON.stringify(quota.status) !== JSON.stringify(status))
      store.put('resourcequotas', { ...quota, status });
  }
}

interface Quota extends KubeObject {
  spec: { hard: Record<string, string | number> };
}

function podsUsed(store: Store, namespace: string): number {
  return store.list<Pod>('pods', namespace).filter((pod) => !isFinished(pod)).length;
}
