import * as v from 'valibot';
import { claimed, claimedInstant, claimedText, readClaim } from '../base/claims.ts';
import type { ControllerRevision, PodTemplate, ReplicaSet, Workload } from '../systems/kubernetes/objects.ts';
import { hasReplicaSets, type Revision, sameTemplate } from './history.ts';
import { copiesSchema, type GoodMark, goodAnnotation, PREFIX } from './marks.ts';

export const KEPT_TEMPLATE = `${PREFIX}kept-template`;

/** A history that keeps fewer revisions than this may lose the one that is marked now before it is needed. */
const ENOUGH_HISTORY = 3;
const DEFAULT_HISTORY = 10;
/** All annotations of an object together hold 256 KiB (apimachinery TotalAnnotationSizeLimitB); others have theirs. */
const MAX_CHARACTERS = 128 * 1024;

const keptSchema = v.object({
  /** The uid of the workload: copied to another object, it is none of its own. */
  workload: claimedText(100),
  number: v.pipe(v.number(), v.integer(), v.minValue(0)),
  at: claimedInstant(),
  run: claimedText(),
  images: v.record(claimedText(), claimedText()),
  config: copiesSchema,
  template: v.looseObject({
    spec: v.looseObject({ containers: v.array(v.looseObject({ name: v.string(), image: v.string() })) }),
  }),
});

/** Whether the history of a workload may lose a revision that is marked now. */
export const losesHistory = ({ spec }: Workload): boolean =>
  (spec.revisionHistoryLimit ?? DEFAULT_HISTORY) < ENOUGH_HISTORY;

/**
 * The annotation that keeps the template itself on the workload, with the mark that it had.
 *
 * @param mark with copies that the workload owns
 * @returns undefined where it is too large to be kept
 */
export function keptAnnotation(
  { metadata }: Workload,
  { number, template }: Revision,
  { at, run, images, config }: Omit<GoodMark, 'revision'>,
): Record<string, string> | undefined {
  const text = JSON.stringify({ workload: metadata.uid, number, at, run, images, config, template });
  return text.length > MAX_CHARACTERS ? undefined : { [KEPT_TEMPLATE]: text };
}

/** The copies of the configuration that are kept with a template, which the workload owns. */
export const keptCopies = (workload: Workload) => read(workload)?.config ?? {};

/**
 * The template that mark-good has kept on a workload, as the revision that it was; undefined where there is none, or
 * where the history has it.
 */
export function keptRevision(workload: Workload, history: readonly Revision[]): Revision | undefined {
  const kept = read(workload);
  if (!kept) return undefined;
  const template = kept.template as unknown as PodTemplate;
  if (history.some((revision) => sameTemplate(revision.template, template))) return undefined;
  const { uid, namespace, name } = workload.metadata;
  const { at, run, images, config } = kept;
  const object = {
    apiVersion: 'apps/v1',
    kind: hasReplicaSets(workload.kind) ? 'ReplicaSet' : 'ControllerRevision',
    metadata: {
      name: `${name} (kept)`,
      namespace,
      // The copies that its mark names belong to the workload.
      uid,
      resourceVersion: '',
      creationTimestamp: at,
      annotations: goodAnnotation({ revision: uid, at, run, images, config }),
    },
  } as unknown as ReplicaSet | ControllerRevision;
  return {
    number: kept.number,
    earlier: [],
    object,
    template,
    podLabel: ['rollback-actions/none', ''],
    available: false,
    isKept: true,
  };
}

function read({ metadata }: Workload) {
  const kept = claimed(readClaim(metadata.annotations?.[KEPT_TEMPLATE], keptSchema));
  return kept?.workload === metadata.uid ? kept : undefined;
}
