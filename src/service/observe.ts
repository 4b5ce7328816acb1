import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { timeLimit } from '../base/time-limit.ts';
import { WAITS } from '../base/waits.ts';
import { kindsIn } from '../domain/workloads/select.ts';
import type { Selection } from '../domain/workloads/selection.ts';
import type { PodState, RollbackMemory } from '../domain/workloads/workload-state.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import type { Connection } from '../systems/kubernetes/connect.ts';
import type { WorkloadKind } from '../systems/kubernetes/kinds.ts';
import type { Workload } from '../systems/kubernetes/objects.ts';
import { lastRollback } from './marks.ts';
import { NamespaceCache } from './namespace.ts';
import { toObserve } from './permissions.ts';
import { select } from './select.ts';
import { deployedAt, restartsBefore, rollbackHistory, type Seen, vitalsOf } from './vitals.ts';

interface Wanted {
  readonly selection: Selection;
  readonly kinds: readonly WorkloadKind[];
}

/** Workloads that are looked at and not changed. */
export class Observed {
  readonly #connection: Connection;
  readonly #wanted: Wanted;
  readonly #log: Log;
  readonly #first: readonly Seen[];
  #before: ReadonlyMap<string, number> = new Map();

  private constructor(connection: Connection, wanted: Wanted, log: Log, first: readonly Seen[]) {
    this.#connection = connection;
    this.#wanted = wanted;
    this.#log = log;
    this.#first = first;
  }

  /** Takes the first observation. @throws ActionError where a right is missing, a workload is not there or the API server does not answer */
  static async open(connection: Connection, selection: Selection, log: Log): Promise<Observed> {
    const { client, namespace } = connection;
    const wanted = { selection, kinds: await kindsIn(client, selection, namespace) };
    await requirePermissions(client, namespace, toObserve(wanted.kinds));
    return new Observed(connection, wanted, log, await observeOne(connection, wanted, log));
  }

  get workloads(): Workload[] {
    return this.#first.map(({ workload }) => workload);
  }

  /** What the workloads remember of rollbacks. */
  get memory(): RollbackMemory[] {
    return this.#first.map(rollbackHistory);
  }

  /**
   * When the newest revision came that no rollback brought, in Unix seconds; null where there is none. After a rollback
   * that is the one that was left: what was before it is what things are compared with.
   */
  get deployedAt(): number | null {
    const made = this.#first.flatMap(({ workload, history }) => {
      const brought = lastRollback(workload)?.to;
      const own = history.filter(({ object }) => object.metadata.uid !== brought);
      return own.map((revision) => deployedAt(revision, workload, history));
    });
    return Math.max(0, ...made) || null;
  }

  /** From here on, restarts so far count only where the pod is younger than the deploy (Unix seconds). */
  startAt(deployedAt: number | null): void {
    this.#before = restartsBefore(this.#first, deployedAt);
  }

  /** A fresh look at the pods, or why there is none. */
  async vitals(): Promise<{ items: PodState[] } | { reason: string }> {
    try {
      const seen = await observeOne(this.#connection, this.#wanted, this.#log);
      return { items: seen.map((one) => vitalsOf(one, this.#before)) };
    } catch (error) {
      this.#connection.client.signal.throwIfAborted();
      return { reason: messageOf(error) };
    }
  }
}

async function observeOne(
  { client, namespace: name }: Connection,
  { selection, kinds }: Wanted,
  log: Log,
): Promise<Seen[]> {
  const once = client.withSignal(
    AbortSignal.any([
      client.signal,
      timeLimit(WAITS.PODS_STATE_MS, 'The API server did not show the workloads and their pods'),
    ]),
  );
  try {
    const namespace = await NamespaceCache.watch(once, name, kinds, log);
    const workloads = (await select(once, namespace, selection)).flat();
    return workloads.map(({ workload }) => ({
      workload,
      history: namespace.history(workload),
      pods: namespace.pods(workload),
    }));
  } finally {
    once.close();
  }
}
