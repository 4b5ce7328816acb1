import { isDeepStrictEqual } from 'node:util';
import { holderOf } from '../domain/workloads/joined.ts';
import { canBePaused, isGoneThrough, ownerOf } from '../owners/find.ts';
import type { Found } from '../owners/owner.ts';
import { label, refOf, type WorkloadKind } from '../systems/kubernetes/kinds.ts';
import type { Pod, PodTemplate, Workload } from '../systems/kubernetes/objects.ts';
import { type Differing, differing, pinned, withIndexes } from './digests.ts';
import { currentRevision, imagesOf, type Revision, sameTemplate } from './history.ts';
import { goodMarkOf } from './lineage.ts';
import { lingeringWarning } from './lingering.ts';
import { type GoodMark, lastRollback, rolledBackMark } from './marks.ts';
import { isReactionTo } from './reaction.ts';
import { chooseTarget, isSameRollback, type Rollback, type Target } from './target.ts';
import type { To } from './to.ts';

/** A workload that may be rolled back, as it was observed. */
export interface Candidate {
  readonly workload: Workload;
  readonly history: readonly Revision[];
  /** Named by the user, and not found by a selector or `all`. */
  readonly named: boolean;
  /** Its pods: which images they really run. */
  readonly pods?: readonly Pod[];
  /**
   * Containers whose pods run what was marked good by other digests of it, which nodes of several architectures report: the
   * digest of the image itself.
   */
  readonly indexes?: ReadonlyMap<string, string>;
  /** Its owner, as the owner's own object shows it; without that, the workload's annotations say. */
  readonly owner?: Found | undefined;
  /** Why it is left as it is, whatever revisions it has; undefined where it is not. */
  readonly untouched?: string | undefined;
}

/** What is wanted of all of them. */
export interface Wanted {
  readonly to: To;
  readonly rollback: Rollback;
  readonly gitops: 'refuse' | 'ignore' | 'through';
  /** When the deploy began that is rolled back, in Unix seconds. */
  readonly deployedAt?: number | undefined;
}

/** A revision as it is shown: its number, where it has one, and its images by container. */
export interface RevisionSummary {
  readonly revision: number | null;
  readonly images: Readonly<Record<string, string>>;
}

/** What will be done to one workload, and why. */
export interface Step {
  readonly kind: WorkloadKind;
  readonly name: string;
  readonly uid: string;
  readonly action: 'roll-back' | 'no-op' | 'skip' | 'refuse';
  readonly reason: string;
  readonly workload: Workload;
  readonly owner?: Found | undefined;
  readonly from: RevisionSummary;
  readonly to: RevisionSummary;
  /** The template that the workload will have. */
  readonly template: PodTemplate;
  /** The revisions that it comes from and goes to, where the history has them. */
  readonly current: Revision | undefined;
  readonly target: Revision | undefined;
  /** What the target's mark says of it. */
  readonly good: GoodMark | undefined;
  /** Containers that are pinned because pods run other digests than the marked ones. */
  readonly differing?: readonly Differing[];
  readonly warnings: readonly string[];
}

/** Decides for one workload what a rollback does to it. Pure: nothing is asked and nothing is changed. */
export function planStep(candidate: Candidate, wanted: Wanted): Step {
  const { workload, history, named, untouched, pods = [], owner = ownerOf(candidate.workload) } = candidate;
  const current = currentRevision(workload, history);
  const target = chooseTarget(wanted.to, workload, history, wanted.rollback);
  const from = summarizeRevision(workload.spec.template, current);
  const base = {
    ...refOf(workload),
    uid: workload.metadata.uid,
    workload,
    owner,
    from,
    current,
    good: undefined,
    warnings: [],
  };
  const nowhere = { ...base, to: from, template: workload.spec.template, target: undefined };

  // What waits for its finalizers takes a change, and then is gone while it is waited for.
  if (workload.metadata.deletionTimestamp) {
    const going = { ...nowhere, reason: 'it is being deleted' };
    return named ? { ...going, action: 'refuse' } : { ...going, action: 'skip', warnings: [NOT_BACK] };
  }
  if (untouched !== undefined && wanted.to.type === 'last-good')
    return { ...nowhere, target: current, action: 'no-op', reason: untouched };
  if (target.type === 'none') {
    const action = target.noHistory && !named ? 'skip' : 'refuse';
    return { ...nowhere, action, reason: target.reason };
  }
  const asItWas = templateOf(target, workload);
  if (typeof asItWas === 'string') return { ...nowhere, action: 'refuse', reason: asItWas };
  return planMove({ ...candidate, owner, pods }, wanted, base, target, asItWas);
}

/** An owner that goes back finds it there still, and leaves it to go (argo-cd#17484). */
const NOT_BACK =
  'it is being deleted, and nothing of this rollback brings it back; if the older release has it, deploy that again once it is gone';

/** Plans the way to a target whose template is known, where it is not there already. */
function planMove(
  {
    workload,
    history,
    named,
    pods,
    owner,
    indexes = new Map(),
  }: Candidate & { pods: readonly Pod[]; owner: Found | undefined },
  wanted: Wanted,
  base: Omit<Step, 'to' | 'template' | 'target' | 'reason' | 'action'>,
  target: Exclude<Target, { type: 'none' }>,
  asItWas: PodTemplate,
): Step {
  const mark = target.type === 'revision' ? goodMarkOf(target.revision, history) : undefined;
  const good = withIndexes(mark, indexes);
  const isOwn = ({ metadata }: Pod) =>
    target.type === 'revision' &&
    metadata.labels?.[target.revision.podLabel[0]] === target.revision.podLabel[1];
  const moved = differing(asItWas, mark, pods, isOwn).filter(({ container }) => !indexes.has(container.name));
  const template = pinned(asItWas, good, workload.spec.template, moved);
  const revision =
    target.type === 'revision'
      ? target.revision
      : history.find((item) => sameTemplate(item.template, template));
  const to = summarizeRevision(template, revision);
  const chosen = target.type === 'revision' ? target.reason : 'it was asked for';
  const reason =
    template === asItWas
      ? chosen
      : `${chosen}; a tag of it means another image now, so it is pinned to what was marked good`;
  const goes = { ...base, to, template, target: revision, reason, good, differing: moved };
  const isAtRevision =
    workload.kind === 'Rollout' &&
    revision !== undefined &&
    revision === base.current &&
    template === asItWas;
  if ((isAtRevision || isThere(workload, template, revision, wanted)) && !isHaltedMidway(workload)) {
    if (workload.spec.updateStrategy?.type !== 'OnDelete') return { ...goes, action: 'no-op' };
    return {
      ...goes,
      action: 'skip',
      reason: 'its template is right already; with OnDelete its pods stay as they are until they are deleted',
    };
  }
  const left = target.type === 'image' && revision && rolledBackMark(revision.object);
  if (left) {
    const again = `revision ${revision.number} has that image and was rolled back from by rollback ${left.id}`;
    return {
      ...goes,
      action: 'refuse',
      reason: `${again}; to go there all the same say \`to: revision=${revision.number}\``,
    };
  }
  const refusal = refusalOfChange(workload, owner, wanted);
  // What a controller made is not a release of the user who says `all`, and must not keep the others from going back.
  const isControlled = !named && owner?.isController === true;
  if (refusal) return { ...goes, action: isControlled ? 'skip' : 'refuse', reason: refusal };
  return { ...goes, action: 'roll-back', warnings: warningsOf(workload, owner, template, wanted) };
}

/** `deployment/api: revision 7 → revision 6 (api:v2 → api:v1), because it was marked good at …`. */
export function describeStep(step: Step): string {
  const what = {
    'roll-back': `${name(step.from)} → ${name(step.to)}${versions(step)}, because ${step.reason}`,
    'no-op': `stays at ${name(step.to)}: ${step.reason}`,
    skip: `skipped: ${step.reason}`,
    refuse: `refused: ${step.reason}`,
  }[step.action];
  return `${label(step)}: ${what}`;
}

const name = ({ revision, images }: RevisionSummary) =>
  revision === null ? Object.values(images).join(', ') : `revision ${revision}`;

/** The images that differ, where the revisions are shown by number alone: people know versions. */
function versions({ from, to }: Step): string {
  if (to.revision === null) return '';
  const different = Object.keys(to.images).filter(
    (container) => from.images[container] !== to.images[container],
  );
  const short = (image = 'nothing') => image.split('/').at(-1);
  const all = different.map(
    (container) => `${short(from.images[container])} → ${short(to.images[container])}`,
  );
  return all.length > 0 ? ` (${all.join(', ')})` : '';
}

function summarizeRevision(template: PodTemplate, revision: Revision | undefined): RevisionSummary {
  return { revision: revision?.number ?? null, images: imagesOf(template) };
}

/** The template to go to, or a sentence that says why there is none. */
function templateOf(target: Exclude<Target, { type: 'none' }>, workload: Workload): PodTemplate | string {
  if (target.type === 'revision') return target.revision.template;
  const { template } = workload.spec;
  const { container, image } = target;
  if (!Object.hasOwn(imagesOf(template), container)) {
    return `it has no container ${container}; it has ${Object.keys(imagesOf(template)).join(', ')}`;
  }
  const containers = template.spec.containers.map((item) =>
    item.name === container ? { ...item, image } : item,
  );
  return { ...template, spec: { ...template.spec, containers } };
}

/** Why a change to this workload would come to nothing or be undone. */
export function refusalOfChange(
  { spec }: Workload,
  owner: Found | undefined,
  { gitops }: Pick<Wanted, 'gitops'>,
): string | undefined {
  if (spec.updateStrategy?.type === 'OnDelete') {
    return 'its update strategy is OnDelete, so its pods stay as they are until they are deleted';
  }
  if (gitops === 'through' && isGoneThrough(owner)) return undefined;
  if (owner?.heals && owner.paused === undefined && gitops !== 'ignore') {
    const unread = owner.unread ? `; whether it is paused is not known: ${owner.unread}` : '';
    return `the ${owner.name} owns it and would undo the rollback; stop that first: ${owner.remedy} (or say \`gitops: ${isGoneThrough(owner) ? 'through' : 'ignore'}\`)${unread}`;
  }
  return undefined;
}

/**
 * True where it has the template, also with what controllers or policies have added since this rollback put it there. What
 * was added since an earlier one may be the bad deploy that is rolled back now: a command, a probe, a sidecar.
 */
function isThere(
  workload: Workload,
  template: PodTemplate,
  revision: Revision | undefined,
  { rollback }: Wanted,
): boolean {
  const present = workload.spec.template;
  if (sameTemplate(template, present)) return true;
  const pinned = lastRollback(workload);
  const wasPut = revision !== undefined && pinned?.to === revision.object.metadata.uid;
  return wasPut && isSameRollback(pinned, rollback) && isReactionTo(template, present);
}

/** A paused Deployment whose pods are not all of its present template: nothing goes on before its pause is taken away. */
function isHaltedMidway({ spec, status = {} }: Workload): boolean {
  const { replicas = 0, updatedReplicas = 0 } = status;
  return spec.paused === true && (updatedReplicas < (spec.replicas ?? 1) || replicas > updatedReplicas);
}

const isApplied = ({ metadata }: Workload): boolean =>
  metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined;

/** What may undo a rollback that is not refused. */
function warningsOf(
  workload: Workload,
  owner: Found | undefined,
  template: PodTemplate,
  { gitops }: Wanted,
): string[] {
  const warnings: string[] = [];
  if (workload.spec.paused) warnings.push('its rollout is paused; the pause is removed with the rollback');
  if (isDeepStrictEqual(imagesOf(template), imagesOf(workload.spec.template)))
    warnings.push(
      'its images stay the same by name; where a tag was moved, the rollback does not bring the older image back',
    );
  const isThroughHelm = gitops === 'through' && owner?.release !== undefined;
  // Whether anything stays then depends on what becomes of Helm.
  const stays = isThroughHelm ? undefined : lingeringWarning(workload, template);
  if (stays) warnings.push(stays);
  if (isThroughHelm) {
    warnings.push(
      `the ${owner.name} owns it: the next helm upgrade brings what its chart and values then say, so put the older version into them`,
    );
  } else if (gitops === 'through' && canBePaused(owner)) {
    warnings.push(
      `the ${owner?.name} owns it and stays paused after the rollback: put the older version into its source, then hand it back (docs/gitops.md)`,
    );
  } else if (owner?.paused) {
    warnings.push(
      `the ${owner.name} owns it and undoes nothing at present (${owner.paused}); before that ends, put the older version into its source`,
    );
  } else if (owner) {
    warnings.push(`the ${owner.name} owns it and may undo the rollback; to make it last: ${owner.remedy}`);
  }
  // Argo CD writes that annotation too.
  if (isApplied(holderOf(workload)) && owner?.object?.type !== 'application') {
    warnings.push('it was made by kubectl apply: the next apply of the newer manifest brings that back');
  }
  return warnings;
}
