import { namesOf } from '../base/sentence.ts';
import type { PodTemplate, Workload } from '../systems/kubernetes/objects.ts';
import { currentRevision, imagesOf, type Revision } from './history.ts';
import { goodMarkOf, isSameRelease, leftByGoingBack, wasRolledBack } from './lineage.ts';
import { mainContainer } from './main-container.ts';
import { goodMark, lastMarked, lastRollback, rolledBackMark } from './marks.ts';
import type { To } from './to.ts';

/** The answer for one workload: a revision or an image and why that one, or why there is none. */
export type Target =
  | { readonly type: 'revision'; readonly revision: Revision; readonly reason: string }
  | { readonly type: 'image'; readonly container: string; readonly image: string }
  | {
      readonly type: 'none';
      readonly reason: string;
      /** The workload has no other revision: plan.ts skips it instead of refusing, unless the user named it. */
      readonly noHistory?: true;
    };

/** The rollback that chooses. A retry, or another attempt of the same run, keeps the target of the first and does not toggle. */
export interface Rollback {
  readonly id: string;
  /** The workflow run, the same for every attempt. */
  readonly run: string;
  /** The input `to`, as it was given. */
  readonly wanted: string;
}

/** Whether a mark was written by this rollback, or by another attempt of its run. */
export const isSameRollback = (mark: Pick<Rollback, 'id' | 'run'>, rollback: Rollback): boolean =>
  mark.id === rollback.id || mark.run === rollback.run;

/** Chooses what one workload goes back to. Never a revision that was rolled back from, unless `revision=` names it. */
export function chooseTarget(
  to: To,
  workload: Workload,
  history: readonly Revision[],
  rollback: Rollback,
): Target {
  if (to.type === 'image') return to;
  const current = currentRevision(workload, history);
  const last = lastRollback(workload);
  const isRepeated = last && isSameRollback(last, rollback) && last.wanted === rollback.wanted;
  if (current && isRepeated && last.to === current.object.metadata.uid) {
    return {
      type: 'revision',
      revision: current,
      reason: `this rollback has put it there at ${toSecond(last.at)}`,
    };
  }
  switch (to.type) {
    case 'revision':
      return chooseByNumber(to.number, workload, history);
    case 'version':
      return chooseByVersion(to.tag, workload, history);
    case 'annotation': {
      const annotations = workload.metadata.annotations ?? {};
      const tag = Object.hasOwn(annotations, to.key) ? annotations[to.key] : undefined;
      return tag
        ? chooseByVersion(tag, workload, history)
        : { type: 'none', reason: `it has no annotation ${to.key}` };
    }
    case 'previous':
      return choosePrevious(positionOf(workload, current, history));
    case 'last-good':
      return chooseLastGood(positionOf(workload, current, history));
  }
}

function chooseByNumber(number: number, workload: Workload, history: readonly Revision[]): Target {
  const last = lastRollback(workload);
  const found =
    history.find((revision) => revision.number === number) ??
    history.find((revision) => revision.earlier.includes(number)) ??
    // A ControllerRevision does not keep its earlier numbers: the last rollback has noted the one that it went to.
    history.find((revision) => last?.revision === number && revision.object.metadata.uid === last.to);
  if (found) return { type: 'revision', revision: found, reason: 'it was asked for' };
  if (history.length === 0) return noHistory('it has no revision at all');
  return {
    type: 'none',
    reason: `it has no revision ${number}; it has ${history.map((revision) => revision.number).join(', ')}`,
  };
}

function chooseByVersion(tag: string, workload: Workload, history: readonly Revision[]): Target {
  const main = mainContainer(workload.spec.template, workload.metadata.name)?.name ?? '';
  const has = (revision: Revision) => tagOf(imagesOf(revision.template)[main]) === tag;
  const matching = [
    ...history.filter(has),
    ...history.filter((revision) => hasTagInOtherContainer(tag, workload, revision)),
  ];
  const found = matching.find((revision) => !rolledBackMark(revision.object));
  if (found) return { type: 'revision', revision: found, reason: `it has the version ${tag}` };
  if (matching[0]) return refuseRolledBackFrom(matching[0], history);
  const image = imagesOf(workload.spec.template)[main];
  const images = history.flatMap(({ template }) => Object.values(imagesOf(template)));
  const known = new Set(images.map(tagOf).filter((known) => known !== undefined && known !== tag));
  return {
    type: 'none',
    reason: `no revision has the version ${tag}; there are ${[...known].join(', ') || 'none'} (an image outside the history is given as \`to: image=${main}=${image?.replace(/@[\s\S]*$/, '').replace(/:[\w.-]+$/, '')}:${tag}\`)`,
  };
}

/**
 * Whether a container other than the main one, or an init container, had the tag and has a different one now. A sidecar whose
 * tag is the same all along says nothing about the version.
 */
function hasTagInOtherContainer(tag: string, workload: Workload, { template }: Revision): boolean {
  const now = allImagesOf(workload.spec.template);
  return Object.entries(allImagesOf(template)).some(
    ([name, image]) => tagOf(image) === tag && tagOf(now[name]) !== tag,
  );
}

const allImagesOf = (template: PodTemplate): Record<string, string> => ({
  ...Object.fromEntries((template.spec.initContainers ?? []).map(({ name, image }) => [name, image])),
  ...imagesOf(template),
});

/**
 * Where the present revision stands among the others. A revision was *left* where anything went back from it, such as `kubectl
 * rollout undo`, and *rolled back from* where this project did and marked it.
 */
interface Position {
  readonly workload: Workload;
  readonly current: Revision | undefined;
  readonly history: readonly Revision[];
  /** The newest revision of a different release, whatever became of it. */
  readonly newestOther: Revision | undefined;
  /** Revisions of other releases that nothing went back from, newest first. */
  readonly candidates: readonly Revision[];
  /** `newestOther`, where it was left: the present revision was put back in its place. */
  readonly cameFrom: Revision | undefined;
}

function positionOf(
  workload: Workload,
  current: Revision | undefined,
  history: readonly Revision[],
): Position {
  const left = leftByGoingBack(history);
  const isOther = (revision: Revision) =>
    // One without a number was never this workload's: another ReplicaSet that its selector happens to match.
    revision.number > 0 && revision !== current && !(current && isSameRelease(revision, current));
  const others = history.filter(isOther);
  const [newestOther] = others;
  return {
    workload,
    current,
    history,
    newestOther,
    candidates: others.filter((revision) => !left.has(revision) && !rolledBackMark(revision.object)),
    cameFrom: newestOther && left.has(newestOther) ? newestOther : undefined,
  };
}

/**
 * The current revision, if it was already put back and is available: `previous` and `last-good` go no further back unasked.
 * One that was rolled back before is no place to stay.
 */
function alreadyBack({ workload, current, history, cameFrom }: Position): Target | undefined {
  if (!current?.available || !cameFrom || wasRolledBack(current, history, lastRollback(workload)?.to))
    return undefined;
  return {
    type: 'revision',
    revision: current,
    reason: `someone has gone back to it from revision ${cameFrom.number} already, and it is fully available; to go further back, say \`to: revision=<number>\``,
  };
}

function choosePrevious(position: Position): Target {
  const { history, newestOther, candidates, cameFrom } = position;
  if (!newestOther) return noHistory();
  if (rolledBackMark(newestOther.object)) return refuseRolledBackFrom(newestOther, history);
  const back = alreadyBack(position);
  if (back) return back;
  const [found] = candidates;
  if (!found) return refuseLeft(newestOther);
  const reason = found === newestOther || !cameFrom ? 'it is the one before' : describeSkipped(cameFrom);
  return { type: 'revision', revision: found, reason };
}

const describeSkipped = (left: Revision) =>
  `it is the newest that no one has gone back from (revision ${left.number} was left already)`;

const LEFT = 'each that is marked good was left';

function chooseLastGood(position: Position): Target {
  const { workload, current, history, newestOther, candidates, cameFrom } = position;
  const marked = [...(current ? [current] : []), ...candidates]
    .filter((revision) => !rolledBackMark(revision.object))
    .find((revision) => goodMarkOf(revision, history));
  if (marked) {
    const mark = goodMarkOf(marked, history);
    const restarted = mark?.revision === marked.object.metadata.uid ? '' : ', and was only restarted since';
    // There was no rollback yet, and the person who starts one may know better than the checks of the deploy.
    const further = marked === current && !cameFrom ? '; if it is bad all the same, say `to: previous`' : '';
    const passed = passedOver(marked, position);
    const reason = `it was marked good at ${toSecond(mark?.at)} by run ${mark?.run}${restarted}${further}${passed}`;
    return { type: 'revision', revision: marked, reason };
  }
  const last = lastRollback(workload);
  if (current?.available && last?.to === current.object.metadata.uid) {
    return {
      type: 'revision',
      revision: current,
      reason: `rollback ${last.id} put it there at ${toSecond(last.at)} and it is fully available`,
    };
  }
  const back = alreadyBack(position);
  if (back) return back;
  const lost = refuseLostMark(position);
  if (lost) return lost;
  const isMarked = history.some(({ object }) => goodMark(object));
  const serving = candidates.find((revision) => revision.available);
  if (serving) {
    const reason = `${isMarked ? LEFT : 'none is marked good'}, and it is fully available`;
    return { type: 'revision', revision: serving, reason };
  }
  if (candidates[0]) {
    const grounds = cameFrom ? describeSkipped(cameFrom) : 'it is the one before';
    const none = isMarked ? `${LEFT}, none is still available` : 'none is marked good or still available';
    const reason = `${none}, and ${grounds}`;
    return { type: 'revision', revision: candidates[0], reason };
  }
  if (!newestOther) return noHistory();
  return rolledBackMark(newestOther.object)
    ? refuseRolledBackFrom(newestOther, history)
    : refuseLeft(newestOther);
}

/** Newer releases that no deploy has marked good: who reads how far it goes back may know better. */
function passedOver(marked: Revision, { candidates }: Position): string {
  const newer = candidates.filter((each) => each.number > marked.number && !isSameRelease(each, marked));
  if (newer.length === 0) return '';
  const names = newer.map(
    ({ number, template }) => `${number} (${Object.values(imagesOf(template)).join(', ')})`,
  );
  const [subject, was] = newer.length === 1 ? ['the newer revision', 'was'] : ['the newer revisions', 'were'];
  return `; ${subject} ${namesOf(names, 3)} ${was} not marked`;
}

/** Refuses if the revision last marked good was pruned, because none of the remaining ones is known to be good. */
function refuseLostMark({ workload, history }: Position): Target | undefined {
  const mark = lastMarked(workload);
  if (!mark || history.some(({ object }) => object.metadata.uid === mark.revision)) return undefined;
  const images = Object.entries(mark.images).map(([container, image]) => `${container}=${image}`);
  return {
    type: 'none',
    reason: `revision ${mark.number}, which was marked good last (${images.join(', ')}), is no longer in its history, and no other is known to be good; name one with \`to: revision=<number>\`, or the image with \`to: image=${images[0] ?? '<container>=<image>'}\``,
  };
}

/** Refuses: every other revision was left. */
function refuseLeft(revision: Revision): Target {
  return {
    type: 'none',
    reason: `someone has gone back from revision ${revision.number} already, and there is no other; to go there all the same say \`to: revision=${revision.number}\``,
  };
}

function refuseRolledBackFrom(revision: Revision, history: readonly Revision[]): Target {
  const mark = rolledBackMark(revision.object);
  const other = history.find(
    (candidate) => !rolledBackMark(candidate.object) && candidate.number < revision.number,
  );
  const hint = other ? `; the newest before it that was not is revision ${other.number}` : '';
  return {
    type: 'none',
    reason: `revision ${revision.number} was rolled back from at ${toSecond(mark?.at)} by rollback ${mark?.id} (${mark?.reason})${hint}; to go there all the same say \`to: revision=${revision.number}\``,
  };
}

const noHistory = (reason = 'no rollout history: there is one revision only'): Target => ({
  type: 'none',
  reason,
  noHistory: true,
});

/** The tag of an image, without registry, repository and digest. */
const tagOf = (image = ''): string | undefined => /:([\w.-]+)$/.exec(image.replace(/@[\s\S]*$/, ''))?.[1];

/** A time to the second, as people read it. */
const toSecond = (at = '') => at.replace(/\.\d+Z$/, 'Z');
