import { updateQuotaStatus } from '../admission.ts';
import { eventReporter } from '../events.ts';
import { controllerOf, type KubeObject } from '../objects.ts';
import type { Registry } from '../registry.ts';
import type { Change } from '../store.ts';
import type { Timers } from '../timers.ts';
import type { Context } from './context.ts';
import { syncDaemonSet } from './daemonset.ts';
import { syncDeployment } from './deployment.ts';
import { collect, collectIfAbandoned } from './garbage.ts';
import { syncJob } from './job.ts';
import { syncNamespace } from './namespace.ts';
import { Queue } from './queue.ts';
import { syncReplicaSet } from './replicaset.ts';
import { syncStatefulSet } from './statefulset.ts';

/** Runs the controllers: each change of the store is looked at by those that it may concern. */
export function startControllers(registry: Registry, timers: Timers): void {
  const { store } = registry;
  const queue = (
    component: string,
    sync: (context: Context, namespace: string, name: string) => void,
  ): Queue => {
    const again = (namespace: string, name: string, ms: number) => created.addAfter(namespace, name, ms);
    const context = { registry, store, report: eventReporter(registry, component), again };
    const created: Queue = new Queue(timers, (namespace, name) => sync(context, namespace, name));
    return created;
  };
  const queues: Record<string, Queue> = {
    deployments: queue('deployment-controller', syncDeployment),
    replicasets: queue('replicaset-controller', syncReplicaSet),
    statefulsets: queue('statefulset-controller', syncStatefulSet),
    daemonsets: queue('daemonset-controller', syncDaemonSet),
    jobs: queue('job-controller', syncJob),
    namespaces: queue('namespace-controller', syncNamespace),
  };
  const quotas = new Queue(timers, (namespace) => updateQuotaStatus(store, namespace));
  const garbage = { registry, store, report: () => {}, again: () => {} };

  const add = (plural: string, { metadata }: KubeObject) =>
    queues[plural]?.add(metadata.namespace ?? '', metadata.name);
  store.onChange((change) => {
    const { plural, object, type } = change;
    add(plural, object);
    for (const [kind, owner] of interested(registry, change)) add(kind, owner);
    if (type === 'DELETED' && object.metadata.namespace)
      queues.namespaces?.add('', object.metadata.namespace);
    if (plural === 'pods' || plural === 'resourcequotas') quotas.add(object.metadata.namespace ?? '', '');
    if (plural === 'nodes') for (const set of store.all('daemonsets')) add('daemonsets', set);
    timers.soon(() => collectGarbage(garbage, change));
  });
}

const OWNERS: Record<string, string> = {
  Deployment: 'deployments',
  ReplicaSet: 'replicasets',
  StatefulSet: 'statefulsets',
  DaemonSet: 'daemonsets',
  Job: 'jobs',
};

/** The owner of what changed, before and after; whoever may adopt what has none. */
function interested(
  { store }: Registry,
  { plural, object, previous }: Change,
): [kind: string, owner: KubeObject][] {
  if (!['pods', 'replicasets', 'controllerrevisions'].includes(plural)) return [];
  const found: [string, KubeObject][] = [];
  for (const controller of [controllerOf(object), previous && controllerOf(previous)]) {
    const kind = OWNERS[controller?.kind ?? ''];
    const owner = kind && controller && store.index.byUid(controller.uid);
    if (owner) found.push([kind, owner.object]);
    // A Recreate waits for the last of the old pods, which its ReplicaSets no longer count.
    const grandparent = owner && plural === 'pods' ? controllerOf(owner.object) : undefined;
    const deployment = grandparent && store.index.byUid(grandparent.uid);
    if (deployment) found.push(['deployments', deployment.object]);
  }
  if (controllerOf(object)) return found;
  const adopters = plural === 'replicasets' ? ['deployments'] : ['replicasets', 'statefulsets', 'daemonsets'];
  for (const kind of adopters) {
    for (const owner of store.all(kind, object.metadata.namespace)) found.push([kind, owner]);
  }
  return found;
}

function collectGarbage(context: Context, { plural, object, type }: Change): void {
  const { namespace = '', name, uid } = object.metadata;
  if (type === 'DELETED') {
    collect(context, object, true);
    for (const owner of object.metadata.ownerReferences ?? []) {
      const waiting = context.store.index.byUid(owner.uid);
      if (waiting) collect(context, waiting.object, false);
    }
    return;
  }
  const now = context.store.get(plural, namespace, name);
  if (now?.metadata.uid !== uid) return;
  if (type === 'ADDED') collectIfAbandoned(context, plural, now);
  collect(context, now, false);
}
