import * as v from 'valibot';
import { claimed, claimedInstant, claimedText, readClaim } from '../base/claims.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { APPS, isName, objectPath } from '../systems/kubernetes/names.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';

/**
 * What this project writes on objects, so that the state a later run needs lives where it belongs.
 *
 * `good`, `rolledBack` and `leftConfig` are on revisions (ReplicaSets, ControllerRevisions), `lastRollback`,
 * `lastMarked` and `pendingRestart` on workloads. The Deployment controller and `kubectl rollout undo` copy annotations between a
 * Deployment and its ReplicaSets, so a mark names the uid that it was written for, and counts nowhere else.
 */
export const PREFIX = 'rollback-actions/';
const GOOD = `${PREFIX}good`;
const ROLLED_BACK = `${PREFIX}rolled-back`;
const LEFT_CONFIG = `${PREFIX}left-config`;
const PENDING_RESTART = `${PREFIX}pending-restart`;
const LAST_MARKED = `${PREFIX}last-marked`;
const LAST_ROLLBACK = `${PREFIX}last-rollback`;

const uid = claimedText(100);
/** Names of copies by what they are copies of. */
export const copiesSchema = v.record(
  v.pipe(
    v.string(),
    v.check((ref) => /^(ConfigMap|Secret)\//.test(ref) && isName(ref.slice(ref.indexOf('/') + 1))),
  ),
  v.pipe(v.string(), v.check(isName)),
);

/** A revision that passed its deploy's checks. */
const goodSchema = v.object({
  revision: uid,
  at: claimedInstant(),
  /** The run that said so. */
  run: claimedText(),
  /** Image digests as the nodes report them, by container. */
  images: v.record(claimedText(), claimedText()),
  /** The kept copies of what the template refers to: `ConfigMap/app` → name of the copy. */
  config: copiesSchema,
  /** What its owner had in sync, where it is an application of Argo CD. */
  owner: v.optional(
    v.object({
      name: claimedText(),
      history: v.pipe(v.number(), v.integer()),
      revision: claimedText(),
    }),
  ),
});
export type GoodMark = v.InferOutput<typeof goodSchema>;

/** A revision that was rolled back from. */
const rolledBackSchema = v.object({
  revision: uid,
  id: claimedText(),
  at: claimedInstant(),
  reason: claimedText(),
});
export type RolledBackMark = v.InferOutput<typeof rolledBackSchema>;

/** The configuration that a revision had when another one's was put in its place, as in GoodMark, and by which rollback. */
const leftConfigSchema = v.object({
  revision: uid,
  id: claimedText(),
  run: claimedText(),
  at: claimedInstant(),
  config: copiesSchema,
});
type LeftConfigMark = v.InferOutput<typeof leftConfigSchema>;

/** The configuration of a workload goes back, and its pods have not been started anew for it yet. */
const pendingRestartSchema = v.object({
  /** The uid of the revision whose pods are meant: those of another one are younger. */
  revision: uid,
  id: claimedText(),
  at: claimedInstant(),
});
type PendingRestart = v.InferOutput<typeof pendingRestartSchema>;

/** The newest rollback of a workload, with its target pinned. */
const lastRollbackSchema = v.object({
  id: claimedText(),
  run: claimedText(),
  at: claimedInstant(),
  /** What was asked for: `previous`, `revision=3`. */
  wanted: claimedText(),
  /** The uid of the revision that it went to, and the number that it had then. */
  to: v.pipe(v.string(), v.maxLength(100)),
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type LastRollback = v.InferOutput<typeof lastRollbackSchema>;

/** On a workload: which revision was marked good last, for the time when its history has lost it. */
const lastMarkedSchema = v.object({
  revision: uid,
  number: v.pipe(v.number(), v.integer()),
  at: claimedInstant(),
  images: v.record(claimedText(), claimedText()),
});
type LastMarked = v.InferOutput<typeof lastMarkedSchema>;

export const lastMarked = (object: KubeObject) => claimed(read(object, LAST_MARKED, lastMarkedSchema));
export const lastMarkedAnnotation = (mark: LastMarked) => ({ [LAST_MARKED]: JSON.stringify(mark) });

export const goodMark = (object: KubeObject) => markFor(object, GOOD, goodSchema);
export const rolledBackMark = (object: KubeObject) => markFor(object, ROLLED_BACK, rolledBackSchema);
export const leftConfigMark = (object: KubeObject) => markFor(object, LEFT_CONFIG, leftConfigSchema);
export const lastRollback = (object: KubeObject) => claimed(read(object, LAST_ROLLBACK, lastRollbackSchema));

export const pendingRestart = (object: KubeObject) =>
  claimed(read(object, PENDING_RESTART, pendingRestartSchema));

/** What is written on an object and cannot be read, a part of a sentence each: it is passed over. */
export function brokenMarks(object: KubeObject): string[] {
  const all = [
    [GOOD, goodSchema],
    [ROLLED_BACK, rolledBackSchema],
    [LEFT_CONFIG, leftConfigSchema],
    [PENDING_RESTART, pendingRestartSchema],
    [LAST_ROLLBACK, lastRollbackSchema],
    [LAST_MARKED, lastMarkedSchema],
  ] as const;
  return all.flatMap(([key, schema]) => {
    const claim = read(object, key, schema);
    return claim && 'broken' in claim
      ? [`the annotation ${key} of ${object.kind} ${object.metadata.name} cannot be read (${claim.broken})`]
      : [];
  });
}

export const goodAnnotation = (mark: GoodMark | null) => ({ [GOOD]: mark && JSON.stringify(mark) });
export const rolledBackAnnotation = (mark: RolledBackMark | null) => ({
  [ROLLED_BACK]: mark && JSON.stringify(mark),
});
export const leftConfigAnnotation = (mark: LeftConfigMark) => ({ [LEFT_CONFIG]: JSON.stringify(mark) });
export const lastRollbackAnnotation = (mark: LastRollback) => ({ [LAST_ROLLBACK]: JSON.stringify(mark) });

export const pendingRestartAnnotation = (mark: PendingRestart | null) => ({
  [PENDING_RESTART]: mark && JSON.stringify(mark),
});

/** Takes what is written about a restart off a workload, also where it cannot be read. */
export const withoutPendingRestart = ({ metadata }: KubeObject): Record<string, null> =>
  metadata.annotations?.[PENDING_RESTART] === undefined ? {} : { [PENDING_RESTART]: null };

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
  const path = objectPath(APPS, object.metadata.namespace, collection, object.metadata.name);
  await client.patch(path, PATCH.merge, { metadata: { annotations } });
}

/** A mark of a revision counts on the revision that it was written for, and nowhere else. */
function markFor<S extends v.GenericSchema<unknown, { revision: string }>>(
  object: KubeObject,
  key: string,
  schema: S,
): v.InferOutput<S> | undefined {
  const mark = claimed(read(object, key, schema));
  return mark?.revision === object.metadata.uid ? mark : undefined;
}

const read = <S extends v.GenericSchema>(object: KubeObject, key: string, schema: S) =>
  readClaim(object.metadata.annotations?.[key], schema);
