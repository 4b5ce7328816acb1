import type { Log } from '../base/log.ts';
import { joined, templateRef } from '../domain/workloads/joined.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { kinds as kindsOf, type WorkloadKind, workloadPath } from '../systems/kubernetes/kinds.ts';
import { APPS, CORE, objectPath } from '../systems/kubernetes/names.ts';
import type {
  ControllerRevision,
  KubeEvent,
  KubeObject,
  Pod,
  ReplicaSet,
  Workload,
} from '../systems/kubernetes/objects.ts';
import { controllerOf, WatchedList } from '../systems/kubernetes/watch.ts';
import { hasReplicaSets, historyOf, type Revision } from './history.ts';
import { keptRevision } from './kept-template.ts';

interface Lists {
  readonly workloads: ReadonlyMap<WorkloadKind, WatchedList<Workload>>;
  /** Deployments, where Rollouts have their template from them. */
  templates?: WatchedList<Workload> | undefined;
  readonly replicaSets: WatchedList<ReplicaSet> | undefined;
  readonly revisions: WatchedList<ControllerRevision> | undefined;
  readonly pods: WatchedList<Pod>;
  readonly warnings: WatchedList<KubeEvent>;
}

/**
 * A live picture of the workloads of one namespace: everything is listed once and watched once, however many workloads are
 * rolled back. A wait for a workload wakes on changes to it, its revisions and its pods.
 */
export class NamespaceCache {
  readonly name: string;
  readonly log: Log;
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #client: KubeClient;
  #lists!: Lists;
  #failure: Error | undefined;

  private constructor(client: KubeClient, name: string, log: Log) {
    this.#client = client;
    this.name = name;
    this.log = log;
  }

  /** Lists what there is of these kinds, and follows it until the client's signal aborts. @throws ApiError where a list may not be read */
  static async watch(
    client: KubeClient,
    name: string,
    kinds: readonly WorkloadKind[],
    log: Log,
  ): Promise<NamespaceCache> {
    const namespace = new NamespaceCache(client, name, log);
    const [workloads, replicaSets, revisions, pods, warnings] = await Promise.all([
      Promise.all(
        kinds.map(
          async (kind) => [kind, await namespace.#start<Workload>(workloadPath(name, kind))] as const,
        ),
      ),
      kinds.some(hasReplicaSets)
        ? namespace.#start<ReplicaSet>(objectPath(APPS, name, 'replicasets'))
        : undefined,
      kinds.some((kind) => !hasReplicaSets(kind))
        ? namespace.#start<ControllerRevision>(objectPath(APPS, name, 'controllerrevisions'))
        : undefined,
      namespace.#start<Pod>(objectPath(CORE, name, 'pods')),
      namespace.#start<KubeEvent>(objectPath(CORE, name, 'events'), { fieldSelector: 'type=Warning' }),
    ]);
    namespace.#lists = { workloads: new Map(workloads), replicaSets, revisions, pods, warnings };
    return namespace;
  }

  #start<T extends KubeObject>(path: string, query: Readonly<Record<string, string>> = {}) {
    return WatchedList.start<T>(this.#client, path, query, {
      change: (object) => this.#wake(object),
      error: (error) => this.#fail(error),
      onDegraded: (error) =>
        this.log.info(`… the API server does not answer and is asked again: ${error.message}`),
    });
  }

  /** The kinds of workloads that are looked at. */
  get kinds(): readonly WorkloadKind[] {
    return [...this.#lists.workloads.keys()];
  }

  /** Follows Deployments as those that Rollouts have their template from. @throws ApiError where they may not be read */
  async followTemplates(): Promise<void> {
    this.#lists.templates ??=
      this.#lists.workloads.get('Deployment') ??
      (await this.#start<Workload>(workloadPath(this.name, 'Deployment')));
  }

  workloads(): Workload[] {
    return [...this.#lists.workloads.values()].flatMap((list) =>
      [...list.items.values()].map((workload) => this.#whole(workload)),
    );
  }

  workload(kind: WorkloadKind, uid: string): Workload | undefined {
    const found = this.#listOf(kind)?.items.get(uid);
    const whole = found && this.#whole(found);
    // Whose Deployment has gone has no template any more.
    return whole && templateRef(whole) && this.#lists.templates && !whole.parts ? undefined : whole;
  }

  /** Takes in what the API answered to a change, so that no later step acts on the state before it. */
  put(workload: Workload): void {
    this.#listOf(workload.kind)?.upsert(workload);
  }

  #listOf(kind: WorkloadKind): WatchedList<Workload> | undefined {
    return this.#lists.workloads.get(kind) ?? (kind === 'Deployment' ? this.#lists.templates : undefined);
  }

  #whole(workload: Workload): Workload {
    const ref = templateRef(workload);
    const found = ref && this.#lists.templates?.named(ref.name);
    return found ? joined(workload, found) : workload;
  }

  history(workload: Workload): Revision[] {
    const list = hasReplicaSets(workload.kind) ? this.#lists.replicaSets : this.#lists.revisions;
    const history = historyOf(workload, list?.ownedBy(workload.metadata.uid) ?? []);
    const kept = keptRevision(workload, history);
    return kept ? [...history, kept].sort((a, b) => b.number - a.number) : history;
  }

  pods(workload: Workload): Pod[] {
    const { uid } = workload.metadata;
    if (!hasReplicaSets(workload.kind)) return this.#lists.pods.ownedBy(uid);
    return (this.#lists.replicaSets?.ownedBy(uid) ?? []).flatMap((owned) =>
      this.#lists.pods.ownedBy(owned.metadata.uid),
    );
  }

  /** The cluster's warnings about the object with this uid, oldest first. */
  warnings(uid: string): KubeEvent[] {
    const about = [...this.#lists.warnings.items.values()].filter(
      (event) => event.involvedObject.uid === uid,
    );
    return about.sort((a, b) => eventTime(a).localeCompare(eventTime(b)));
  }

  /** Those that say that a pod could not be made for it. */
  failedCreateEvents(uid: string): KubeEvent[] {
    return this.warnings(uid).filter(({ reason }) => reason === 'FailedCreate');
  }

  /**
   * Resolves at the next change to the workload with this uid, or after so many milliseconds.
   *
   * @throws what ended the watch, or the signal's reason
   */
  async changed(uid: string, signal: AbortSignal, withinMs?: number): Promise<void> {
    signal.throwIfAborted();
    if (this.#failure) throw this.#failure;
    const waiting = this.#waiting.get(uid) ?? new Set();
    this.#waiting.set(uid, waiting);
    await new Promise<void>((resolve) => {
      const timer = withinMs === undefined ? undefined : setTimeout(() => wake(), withinMs);
      const wake = () => {
        clearTimeout(timer);
        waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
    signal.throwIfAborted();
    if (this.#failure) throw this.#failure;
  }

  #wake(object: KubeObject): void {
    for (const uid of [this.#workloadOf(object), ...this.#rolloutsOf(object)])
      for (const wake of this.#waiting.get(uid) ?? []) wake();
  }

  /** The uids of Rollouts that have their template from an object. */
  #rolloutsOf({ kind, metadata }: KubeObject): string[] {
    if (kind !== 'Deployment' || !this.#lists?.templates) return [];
    const rollouts = [...(this.#lists.workloads.get('Rollout')?.items.values() ?? [])];
    return rollouts
      .filter((rollout) => templateRef(rollout)?.name === metadata.name)
      .map((rollout) => rollout.metadata.uid);
  }

  /** The uid of the workload that an object belongs to, however far below it. */
  #workloadOf(object: KubeObject): string {
    if (object.kind === 'Event') {
      const about = (object as KubeEvent).involvedObject.uid ?? '';
      const pod = this.#lists?.pods.items.get(about);
      return pod ? this.#workloadOf(pod) : about;
    }
    const owner = controllerOf(object);
    if (owner === undefined || Object.hasOwn(kindsOf, object.kind)) return object.metadata.uid;
    const replicaSet = this.#lists?.replicaSets?.items.get(owner);
    return (replicaSet && controllerOf(replicaSet)) ?? owner;
  }

  #fail(error: Error): void {
    this.#failure = error;
    for (const waiting of this.#waiting.values()) for (const wake of waiting) wake();
  }
}

const eventTime = (event: KubeEvent) => event.lastTimestamp ?? event.eventTime ?? '';
