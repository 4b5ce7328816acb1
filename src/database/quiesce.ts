import { ActionError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { allSettled } from '../base/settled.ts';
import { brokenHeldNote, HELD, type HeldNote, heldNote, isHeld } from '../domain/workloads/held.ts';
import type { Permission } from '../systems/kubernetes/access.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { kinds, label, parseRef, type Ref, refOf, workloadPath } from '../systems/kubernetes/kinds.ts';
import { CORE, objectPath } from '../systems/kubernetes/names.ts';
import type { Pod, Workload } from '../systems/kubernetes/objects.ts';
import { WatchedList } from '../systems/kubernetes/watch.ts';
import { selectorText } from '../systems/kubernetes/workload-pods.ts';
import { type ReadHeld, whileDown } from './stay-down.ts';

/** Workloads that are stopped while their database is switched. */
export interface Quiesce {
  readonly client: KubeClient;
  readonly namespace: string;
  /** `all` is every Deployment of the namespace: a database may well be a StatefulSet in it. */
  readonly wanted: 'all' | readonly Ref[];
}

/** What the credentials need to stop these workloads and give them back. */
export function toQuiesce(wanted: Quiesce['wanted']): Permission[] {
  const verbs = wanted === 'all' ? ['get', 'list', 'patch'] : ['get', 'patch'];
  const resources = new Set(
    wanted === 'all' ? [kinds.Deployment.plural] : wanted.map(({ kind }) => kinds[kind].plural),
  );
  return [
    ...[...resources].map((resource) => ({ group: 'apps', resource, verbs })),
    { group: '', resource: 'pods', verbs: ['list', 'watch'] },
  ];
}

/** Reads the input `quiesce`. @throws ActionError where it names what cannot be scaled */
export function parseQuiesce(items: readonly string[]): Quiesce['wanted'] {
  if (items.includes('all')) {
    if (items.length > 1)
      throw new ActionError('Input `quiesce` is `all`; leave other names out, or leave `all` out.');
    return 'all';
  }
  const refs = items.map(parseRef);
  const daemon = refs.find(({ kind }) => kind === 'DaemonSet');
  if (daemon)
    throw new ActionError(
      `Input \`quiesce\` names ${label(daemon)}, which has no replicas to scale to zero; accepted are Deployments and StatefulSets.`,
    );
  return refs;
}

/** The workloads as they are. @throws ActionError naming the first that does not exist, or must not be stopped */
export async function findWorkloads({ client, namespace, wanted }: Quiesce): Promise<Workload[]> {
  if (wanted === 'all') {
    const list = await client.list<Workload>(workloadPath(namespace, 'Deployment'));
    return list.items;
  }
  return Promise.all(
    wanted.map(async (ref) => {
      const found = await client.find<Workload>(workloadPath(namespace, ref.kind, ref.name));
      if (!found) throw notThere(ref, namespace);
      requireVolumesStay(found);
      return found;
    }),
  );
}

/** At zero replicas a StatefulSet may lose the volumes of all of them, for good. */
function requireVolumesStay({ kind, metadata, spec }: Workload): void {
  const { persistentVolumeClaimRetentionPolicy, volumeClaimTemplates = [], replicas } = spec;
  if (persistentVolumeClaimRetentionPolicy?.whenScaled !== 'Delete') return;
  if (volumeClaimTemplates.length === 0 || replicas === 0) return;
  throw new ActionError(
    `Input \`quiesce\` names ${label({ kind, name: metadata.name })}, whose volumes are deleted when it is scaled to zero (persistentVolumeClaimRetentionPolicy.whenScaled is Delete); set that to Retain first, or leave it out.`,
  );
}

const notThere = (ref: Ref, namespace: string): ActionError =>
  new ActionError(`Input \`quiesce\` names ${label(ref)}, which is not in the namespace ${namespace}.`);

/** The workloads that still exist: one that was deleted must not keep the others stopped. */
async function presentWorkloads({ client, namespace, wanted }: Quiesce): Promise<Workload[]> {
  if (wanted === 'all') return findWorkloads({ client, namespace, wanted });
  const found = await Promise.all(
    wanted.map(({ kind, name }) => client.find<Workload>(workloadPath(namespace, kind, name))),
  );
  return found.filter((workload) => workload !== undefined);
}

/** Those that a rollback holds at zero by their notes, as they are now. */
export const notedNow =
  (target: Quiesce): ReadHeld =>
  async (client) =>
    (await presentWorkloads({ ...target, client })).filter((workload) => heldNote(workload) !== undefined);

/** Those that this rollback has scaled to zero, as they are now; what scales one up may have removed its note. */
export const heldNow = (target: Quiesce): ReadHeld =>
  // Of `all`, what was deployed meanwhile was never held.
  target.wanted === 'all' ? notedNow(target) : (client) => presentWorkloads({ ...target, client });

/**
 * Scales the workloads to zero, each with its number of replicas written on it in the same request, and waits until
 * every pod is gone: one that is being terminated may still write.
 *
 * @throws ActionError where something scales one of them up again
 */
export async function quiesce(target: Quiesce, id: string, log: Log): Promise<void> {
  const workloads = await findWorkloads(target);
  await Promise.all(
    workloads.map((workload) =>
      patched(target, workload, (fresh) => {
        if (isHeld(fresh)) return takenOver(fresh, id);
        // How many replicas it had is not known: a zero written over it would be taken for the number.
        if (brokenHeldNote(fresh) && fresh.spec.replicas === 0) return undefined;
        const note: HeldNote = { replicas: fresh.spec.replicas ?? 1, id, at: new Date().toISOString() };
        return { metadata: { annotations: { [HELD]: JSON.stringify(note) } }, spec: { replicas: 0 } };
      }),
    ),
  );
  await whileDown(heldNow(target), target.client, (client) =>
    Promise.all(workloads.map((workload) => podsGone({ ...target, client }, workload, log))),
  );
}

/** Makes what a dead rollback holds this one's, whose post step then gives it back. */
export async function takeOver(target: Quiesce, id: string): Promise<void> {
  for (const workload of await presentWorkloads(target))
    if (isHeld(workload)) await patched(target, workload, (fresh) => takenOver(fresh, id));
}

function takenOver(fresh: Workload, id: string): object | undefined {
  const note = heldNote(fresh);
  if (!note || note.id === id) return undefined;
  return { metadata: { annotations: { [HELD]: JSON.stringify({ ...note, id }) } } };
}

/**
 * Restores the replicas of every workload that a rollback stopped; one that was scaled up since is left as it is.
 *
 * @param id of the rollback whose workloads these are; all where there is none
 * @returns the labels of those that were restored
 * @throws the first failure, after every workload was tried
 */
export async function resume(target: Quiesce, log: Log, id?: string): Promise<string[]> {
  const workloads = await presentWorkloads(target);
  const given = await allSettled(workloads.map((workload) => restoreReplicas(target, workload, log, id)));
  return given.filter((each) => each !== undefined);
}

async function restoreReplicas(
  target: Quiesce,
  workload: Workload,
  log: Log,
  id: string | undefined,
): Promise<string | undefined> {
  const broken = brokenHeldNote(workload);
  if (broken) log.warn(broken);
  const held = heldNote(workload);
  if (!held || (id !== undefined && held.id !== id)) return undefined;
  await patched(target, workload, (fresh) => {
    const note = heldNote(fresh);
    if (!note) return undefined;
    const metadata = { annotations: { [HELD]: null } };
    if (fresh.spec.replicas === 0) return { metadata, spec: { replicas: note.replicas } };
    log.warn(
      `${label(refOf(fresh))} was scaled to ${fresh.spec.replicas} meanwhile and is left so; it had ${note.replicas} replicas before.`,
    );
    return { metadata };
  });
  return `${label(refOf(workload))} (${held.replicas})`;
}

/** Patches the state that `change` was made for: read again after a conflict. */
async function patched(
  { client, namespace }: Quiesce,
  workload: Workload,
  change: (fresh: Workload) => object | undefined,
): Promise<void> {
  const path = workloadPath(namespace, workload.kind, workload.metadata.name);
  for (let fresh = workload; ; fresh = await client.get<Workload>(path)) {
    const patch = change(fresh) as { metadata: object } | undefined;
    if (!patch) return;
    const { resourceVersion } = fresh.metadata;
    try {
      await client.patch(path, PATCH.merge, { ...patch, metadata: { ...patch.metadata, resourceVersion } });
      return;
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409)) throw error;
    }
  }
}

async function podsGone({ client, namespace }: Quiesce, workload: Workload, log: Log): Promise<void> {
  const watching = client.withSignal(client.signal);
  const labelSelector = selectorText(workload.spec.selector);
  try {
    await new Promise<void>((resolve, reject) => {
      const stop = () => reject(client.signal.reason);
      client.signal.addEventListener('abort', stop, { once: true });
      let pods: WatchedList<Pod> | undefined;
      const check = () => {
        if (pods && ![...pods.items.values()].some(isAlive)) resolve();
      };
      WatchedList.start<Pod>(
        watching,
        objectPath(CORE, namespace, 'pods'),
        { labelSelector },
        {
          change: check,
          error: reject,
          onDegraded: (error) =>
            log.info(`… the API server does not answer and is asked again: ${error.message}`),
        },
      ).then((list) => {
        pods = list;
        check();
      }, reject);
    });
  } finally {
    watching.close();
  }
}

/** Pods that have ended, evicted ones say, stay until they are garbage-collected. */
const isAlive = (pod: Pod): boolean => !['Succeeded', 'Failed'].includes(pod.status?.phase ?? '');
