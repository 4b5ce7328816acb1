import { isDeepStrictEqual } from 'node:util';
import { isTemplateOf } from '../owners/helm-manifest.ts';
import type {
  ControllerRevision,
  LabelSelector,
  PodTemplate,
  ReplicaSet,
  Workload,
} from '../systems/kubernetes/objects.ts';
import { ROLLOUT_HASH, withoutInjected } from './injected.ts';

export const REVISION = 'deployment.kubernetes.io/revision';
const TEMPLATE_HASH = 'pod-template-hash';
const ROLLOUT_REVISION = 'rollout.argoproj.io/revision';
const REVISION_HASH = 'controller-revision-hash';

/** A template that a workload has had, and where the API keeps it. */
export interface Revision {
  readonly number: number;
  /** Numbers that the same template had before. */
  readonly earlier: readonly number[];
  readonly object: ReplicaSet | ControllerRevision;
  readonly template: PodTemplate;
  /** The label, and its value, that pods of this revision carry. */
  readonly podLabel: readonly [key: string, value: string];
  /** The API shows that it is or was serving in full. */
  readonly available: boolean;
  /** The history has lost it: mark-good kept its template on the workload, and there is no such object. */
  readonly isKept?: true;
}

/**
 * The revisions of a workload, newest first: the objects that it controls and whose labels it selects, as
 * `kubectl rollout history` finds them. One without a number counts as 0, one with an unreadable number is left out.
 */
export function historyOf(
  workload: Workload,
  owned: readonly (ReplicaSet | ControllerRevision)[],
): Revision[] {
  return owned
    .filter(
      ({ metadata }) => !workload.spec.selector || selects(workload.spec.selector, metadata.labels ?? {}),
    )
    .map((object) =>
      object.kind === 'ReplicaSet'
        ? ofReplicaSet(workload, object as ReplicaSet)
        : ofControllerRevision(workload, object as ControllerRevision),
    )
    .filter((revision) => Number.isSafeInteger(revision.number))
    .sort((a, b) => b.number - a.number);
}

/** The revision that has the workload's present template; undefined while the controller has not made it. */
export function currentRevision(workload: Workload, history: readonly Revision[]): Revision | undefined {
  if (workload.kind === 'Rollout')
    return isObserved(workload) ? presentOfRollout(workload, history) : undefined;
  return history.find((revision) => sameTemplate(revision.template, workload.spec.template));
}

/**
 * The server fills in the template of a ReplicaSet, and not that of a Rollout, which says by its hash which one it has. Where
 * the controller refuses its spec, that hash is still the one from before.
 */
const presentOfRollout = ({ spec, status }: Workload, history: readonly Revision[]): Revision | undefined =>
  status?.conditions?.some((condition) => condition.type === 'InvalidSpec' && condition.status === 'True')
    ? history.find(({ template }) => isTemplateOf(spec.template, template))
    : history.find(({ podLabel: [, hash] }) => hash === status?.currentPodHash);

/** Whether the controller has seen the newest template, also where that is in another object. */
export const isObserved = ({ metadata, status, parts }: Workload): boolean =>
  Number(status?.observedGeneration ?? 0) >= (metadata.generation ?? 0) &&
  (!parts || status?.workloadObservedGeneration === String(parts.deployment.metadata.generation));

/** True where two templates are the same to the API, which writes some absent values as null. */
export function sameTemplate(a: PodTemplate, b: PodTemplate): boolean {
  return isDeepStrictEqual(withoutNulls(a), withoutNulls(b));
}

/** What `kubectl rollout restart` writes, too. */
export const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/**
 * Annotations by which something else starts pods anew and changes nothing: `vso.secrets.hashicorp.com/restartedAt` (at each
 * rotation), `openshift.openshift.io/restartedAt` and those of other consoles; Rancher's and Keel's.
 */
const RESTARTS = /(^|\/)restartedAt$|^cattle\.io\/timestamp$|^keel\.sh\/update-time$/;

/** Whether an annotation of a template only starts its pods anew. */
export const isRestart = (key: string): boolean => RESTARTS.test(key);

/** A template without the annotations by which a restart makes it another one. */
export function withoutRestart(template: PodTemplate): PodTemplate {
  const all = Object.entries(template.metadata?.annotations ?? {});
  const annotations = Object.fromEntries(all.filter(([key]) => !isRestart(key)));
  return { ...template, metadata: { ...template.metadata, annotations } };
}

/** The images of a template, by container. */
export function imagesOf(template: PodTemplate): Record<string, string> {
  return Object.fromEntries(template.spec.containers.map(({ name, image }) => [name, image]));
}

/** True where a label selector selects these labels. */
export function selects(selector: LabelSelector, labels: Readonly<Record<string, string>>): boolean {
  const exact = Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return (
    exact &&
    (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
      const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'DoesNotExist') return value === undefined;
      const listed = value !== undefined && values.includes(value);
      return operator === 'In' ? listed : !listed;
    })
  );
}

/** Whether the revisions of a kind are ReplicaSets, and its pods theirs. */
export const hasReplicaSets = (kind: Workload['kind']): boolean =>
  kind === 'Deployment' || kind === 'Rollout';

function ofReplicaSet({ kind, status }: Workload, object: ReplicaSet): Revision {
  const isRollout = kind === 'Rollout';
  const annotations = object.metadata.annotations ?? {};
  const desired = object.spec.replicas ?? 0;
  const key = isRollout ? ROLLOUT_REVISION : REVISION;
  const label = isRollout ? ROLLOUT_HASH : TEMPLATE_HASH;
  const hash = object.metadata.labels?.[label] ?? '';
  return {
    number: parseRevision(annotations[key] ?? '0'),
    earlier: (annotations[`${key}-history`] ?? '').split(',').filter(Boolean).map(Number),
    object,
    template: isRollout ? withoutInjected(object) : withoutHash(object.spec.template, label),
    podLabel: [label, hash],
    // A Rollout says which one has come to its end and serves.
    available: isRollout
      ? hash === status?.stableRS
      : desired > 0 && (object.status?.availableReplicas ?? 0) >= desired,
  };
}

const parseRevision = (text: string) => (/^-?\d+$/.test(text) ? Number(text) : Number.NaN);

function ofControllerRevision(workload: Workload, object: ControllerRevision): Revision {
  const { $patch: _, ...template } = object.data.spec.template as PodTemplate & { $patch?: string };
  const hash =
    workload.kind === 'StatefulSet' ? object.metadata.name : (object.metadata.labels?.[REVISION_HASH] ?? '');
  return {
    number: object.revision,
    earlier: [],
    object,
    template,
    podLabel: [REVISION_HASH, hash],
    available: isServing(workload, object, template),
  };
}

/** A StatefulSet's currentRevision is the last that reached every replica; a DaemonSet tells only of its newest. */
function isServing(
  { kind, spec, status = {} }: Workload,
  object: ControllerRevision,
  template: PodTemplate,
): boolean {
  if (kind === 'StatefulSet') return status.currentRevision === object.metadata.name;
  const { desiredNumberScheduled = 0, updatedNumberScheduled, numberAvailable } = status;
  const complete =
    updatedNumberScheduled === desiredNumberScheduled && numberAvailable === desiredNumberScheduled;
  return complete && sameTemplate(template, spec.template);
}

function withoutHash(template: PodTemplate, label: string): PodTemplate {
  const { [label]: _, ...labels } = template.metadata?.labels ?? {};
  return { ...template, metadata: { ...template.metadata, labels } };
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, withoutNulls(item)]),
  );
}
