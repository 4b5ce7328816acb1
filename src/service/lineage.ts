import { isDeepStrictEqual } from 'node:util';
import { imagesOf, type Revision, sameTemplate, withoutRestart } from './history.ts';
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
 * example by the re-run of an old pipeline: that does not count against one that is marked good.
 */
export function leftByGoingBack(history: readonly Revision[]): Set<Revision> {
  const left = history.filter((revision) => {
    const isGood = goodMark(revision.object) !== undefined;
    const cameBack = history.filter((other) => isOlder(other, revision) && other.number > revision.number);
    return isGood
      ? cameBack.some((other) => !rolledBackMark(other.object))
      : cameBack.length > 0 || imagesCameBack(revision, history);
  });
  return new Set(left);
}

function imagesCameBack(revision: Revision, history: readonly Revision[]): boolean {
  const own = imagesOf(revision.template);
  const others = history.filter((other) => other.number > 0 && !sameImages(other, own));
  const before = others.filter((other) => other.number < revision.number);
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
