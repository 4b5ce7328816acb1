import { isDeepStrictEqual } from 'node:util';
import { holderOf } from '../domain/workloads/joined.ts';
import { writtenAt } from '../domain/workloads/managed-fields.ts';
import type { Workload } from '../systems/kubernetes/objects.ts';
import { currentRevision, imagesOf, type Revision, sameTemplate, withoutRestart } from './history.ts';
import { type GoodMark, goodMark, rolledBackMark } from './marks.ts';

/**
 * Which of two revisions came into being first, as the objects have it and not as their present numbers do: a
 * controller gives a revision that comes back the newest number, and leaves its age. A ReplicaSet keeps its earlier
 * numbers (`deployment.kubernetes.io/revision-history`, deployment_util.go SetNewReplicaSetAnnotations); of a
 * ControllerRevision the time it was created tells (controller_history.go UpdateControllerRevision changes its number
 * alone).
 */
function isOlder(a: Revision, b: Revision): boolean {
  if (a.object.kind === 'ReplicaSet') return firstNumber(a) < firstNumber(b);
  const [first, second] = [createdAt(a), createdAt(b)];
  return first !== undefined && second !== undefined && first < second;
}

const firstNumber = ({ number, earlier }: Revision): number => Math.min(number, ...earlier);

/** When a revision was made, in milliseconds since the epoch. */
export function createdAt({ object }: Revision): number | undefined {
  const time = Date.parse(object.metadata.creationTimestamp ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/**
 * The revisions that were left by going back, whatever did it (a rollback, `kubectl rollout undo`, Helm's `--atomic`, Argo CD):
 * an older one came after them. For one that is not marked good, the images suffice: a later revision with the images of before
 * it has left it, whatever its template. A release that was rolled back and is current again was deployed again, for
 * example by the re-run of an old pipeline: that does not count against one that is marked good, nor against one that still
 * serves in full, as the stable version of a Rollout does until the newer one has come to its end.
 */
export function leftByGoingBack(history: readonly Revision[]): Set<Revision> {
  const left = history.filter((revision) => {
    const isGood = goodMark(revision.object) !== undefined;
    const older = cameBackAfter(revision, history);
    const counting =
      isGood || revision.available ? older.filter((other) => !rolledBackMark(other.object)) : older;
    return counting.length > 0 || (!isGood && imagesCameBack(revision, history));
  });
  return new Set(left);
}

/**
 * Whether a revision is a release that was rolled back. A pipeline that is run again may give it another template, as by the time
 * of the run: what that rollback did not go to and is of the same images is the same release.
 *
 * @param wentTo the uid of the revision that the last rollback went to
 */
export function wasRolledBack(
  revision: Revision,
  history: readonly Revision[],
  wentTo: string | undefined,
): boolean {
  if (rolledBackMark(revision.object)) return true;
  const target = history.find(({ object }) => object.metadata.uid === wentTo);
  if (!target) return false;
  const own = imagesBeside(revision, target);
  const isOwn = (other: Revision) => {
    const images = Object.values(imagesOf(other.template));
    return own.every((image) => images.includes(image));
  };
  return own.length > 0 && history.some((other) => rolledBackMark(other.object) && isOwn(other));
}

/** The revisions that are older than this one and came back after it. */
export const cameBackAfter = (revision: Revision, history: readonly Revision[]): Revision[] =>
  history.filter((other) => isBackAfter(other, revision));

/** Whether a revision was made before another one, and came back after it. */
const isBackAfter = (revision: Revision, other: Revision): boolean =>
  isOlder(revision, other) && revision.number > other.number;

/** The images of a revision that another one, where there is one, does not have. */
export function imagesBeside(revision: Revision, other: Revision | undefined): string[] {
  const others = other ? Object.values(imagesOf(other.template)) : [];
  return Object.values(imagesOf(revision.template)).filter((image) => !others.includes(image));
}

/**
 * When a revision came, the last time. One that came back keeps the age of its first time: of the present one, the workload has
 * when its template was last written, and of the others that is not known. Milliseconds since the epoch.
 */
export function cameAt(
  revision: Revision,
  workload: Workload,
  history: readonly Revision[],
): number | undefined {
  const isBack = revision.earlier.length > 0 || history.some((other) => isBackAfter(revision, other));
  if (!isBack) return createdAt(revision);
  if (revision !== currentRevision(workload, history)) return undefined;
  const written = writtenAt(holderOf(workload), 'f:spec', 'f:template');
  return written === undefined ? undefined : Date.parse(written);
}

function imagesCameBack(revision: Revision, history: readonly Revision[]): boolean {
  const own = imagesOf(revision.template);
  const others = history.filter((other) => other.number > 0 && !sameImages(other, own));
  // What it was put back in place of came after it at first.
  const before = others.filter((other) => other.number < revision.number && !isOlder(revision, other));
  const after = others.filter((other) => other.number > revision.number);
  return after.some((later) => before.some((older) => sameImages(older, imagesOf(later.template))));
}

const sameImages = ({ template }: Revision, images: Record<string, string>) =>
  isDeepStrictEqual(imagesOf(template), images);

/** True where two revisions are one release: they differ by nothing but `kubectl rollout restart`. */
export const isSameRelease = (a: Revision, b: Revision): boolean =>
  a === b || sameTemplate(withoutRestart(a.template), withoutRestart(b.template));

/** The mark of a revision, or of the release that it is a restart of. */
export function goodMarkOf(revision: Revision, history: readonly Revision[]): GoodMark | undefined {
  return (
    goodMark(revision.object) ??
    history
      .filter((other) => isSameRelease(other, revision))
      .map(({ object }) => goodMark(object))
      .find((mark) => mark !== undefined)
  );
}
