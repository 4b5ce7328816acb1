import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';

/**
 * What this project writes on objects, so that the state a later run needs lives where it belongs.
 *
 * `good`, `rolledBack` and `leftConfig` are on revisions (ReplicaSets, ControllerRevisions), `lastRollback` and
 * `pendingRestart` on workloads. The Deployment controller and `kubectl rollout undo` copy annotations between a
 * Deployment and its ReplicaSets, so a mark names the uid that it was written for, and counts nowhere else.
 */
export const PREFIX = 'rollback-actions/';
const GOOD = `${PREFIX}good`;
const ROLLED_BACK = `${PREFIX}rolled-back`;
const LEFT_CONFIG = `${PREFIX}left-config`;
const PENDING_RESTART = `${PREFIX}pending-restart`;
const LAST_ROLLBACK = `${PREFIX}last-rollback`;

/** A revision that passed its deploy's checks. */
export interface GoodMark {
  readonly revision: string;
  readonly at: string;
  /** The run that said so. */
  readonly run: string;
  /** Image digests as the nodes report them, by container. */
  readonly images: Readonly<Record<string, string>>;
  /** The kept copies of what the template refers to: `ConfigMap/app` → name of the copy. */
  readonly config: Readonly<Record<string, string>>;
}

/** A revision that was rolled back from. */
export interface RolledBackMark {
  readonly revision: string;
  readonly id: string;
  readonly at: string;
  readonly reason: string;
}

/** The configuration that a revision had when another one's was put in its place, as in GoodMark, and by which rollback. */
interface LeftConfigMark {
  readonly revision: string;
  readonly id: string;
  readonly run: string;
  readonly at: string;
  readonly config: Readonly<Record<string, string>>;
}

/** The configuration of a workload goes back, and its pods have not been started anew for it yet. */
interface PendingRestart {
  /** The uid of the revision whose pods are meant: those of another one are younger. */
  readonly revision: string;
  readonly id: string;
  readonly at: string;
}

/** The newest rollback of a workload, with its target pinned. */
export interface LastRollback {
  readonly id: string;
  readonly run: string;
  readonly at: string;
  /** What was asked for: `previous`, `revision=3`. */
  readonly wanted: string;
  /** The uid of the revision that it went to, and the number that it had then. */
  readonly to: string;
  readonly revision: number;
}

export const goodMark = (object: KubeObject) => markFor<GoodMark>(object, GOOD);
export const rolledBackMark = (object: KubeObject) => markFor<RolledBackMark>(object, ROLLED_BACK);
export const leftConfigMark = (object: KubeObject) => markFor<LeftConfigMark>(object, LEFT_CONFIG);
export const lastRollback = (object: KubeObject) => read<LastRollback>(object, LAST_ROLLBACK);

export const pendingRestart = (object: KubeObject) => read<PendingRestart>(object, PENDING_RESTART);

export const goodAnnotation = (mark: GoodMark | null) => ({ [GOOD]: mark && JSON.stringify(mark) });
export const rolledBackAnnotation = (mark: RolledBackMark | null) => ({
  [ROLLED_BACK]: mark && JSON.stringify(mark),
});
export const leftConfigAnnotation = (mark: LeftConfigMark) => ({ [LEFT_CONFIG]: JSON.stringify(mark) });
export const lastRollbackAnnotation = (mark: LastRollback) => ({ [LAST_ROLLBACK]: JSON.stringify(mark) });

export const pendingRestartAnnotation = (mark: PendingRestart | null) => ({
  [PENDING_RESTART]: mark && JSON.stringify(mark),
});

/** Takes marks of revisions off a Deployment: `kubectl rollout undo` puts them there, and its controller on new ReplicaSets. */
export function withoutCopiedMarks({ metadata }: KubeObject): Record<string, null> {
  const copied = [GOOD, ROLLED_BACK, LEFT_CONFIG].filter((key) => metadata.annotations?.[key] !== undefined);
  return Object.fromEntries(copied.map((key) => [key, null]));
}

/** Writes annotations on a ReplicaSet or ControllerRevision; null takes one away. */
export async function annotateRevision(
  client: KubeClient,
  object: KubeObject,
  annotations: Record<string, string | null>,
): Promise<void> {
  const collection = object.kind === 'ReplicaSet' ? 'replicasets' : 'controllerrevisions';
  const path = `/apis/apps/v1/namespaces/${object.metadata.namespace}/${collection}/${object.metadata.name}`;
  await client.patch(path, PATCH.merge, { metadata: { annotations } });
}

function markFor<T extends { revision: string }>(object: KubeObject, key: string): T | undefined {
  const mark = read<T>(object, key);
  return mark?.revision === object.metadata.uid ? mark : undefined;
}

function read<T>(object: KubeObject, key: string): T | undefined {
  const text = object.metadata.annotations?.[key];
  if (!text) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    // Somebody edited it by hand: it says nothing then.
    return undefined;
  }
}
