import { ActionError } from '../runner/errors.ts';
import type { Workload } from '../systems/kubernetes/objects.ts';
import { currentRevision, imagesOf, type Revision } from './history.ts';
import { goodMark, lastRollback, rolledBackMark } from './marks.ts';

/** Where to go back to, as the input `to` says it. */
export type To =
  | { readonly type: 'last-good' | 'previous' }
  | { readonly type: 'revision'; readonly number: number }
  | { readonly type: 'version'; readonly tag: string }
  | { readonly type: 'annotation'; readonly key: string }
  | { readonly type: 'image'; readonly container: string; readonly image: string };

/** The answer for one workload: a revision or an image and why that one, or why there is none. */
export type Target =
  | { readonly type: 'revision'; readonly revision: Revision; readonly because: string }
  | { readonly type: 'image'; readonly container: string; readonly image: string }
  | { readonly type: 'none'; readonly because: string; readonly noHistory?: true };

/** Who rolls back: the same rollback, or another attempt of the same run, never toggles. */
export interface Rollback {
  readonly id: string;
  readonly run: string;
  readonly wanted: string;
}

/** Reads the input `to`. @throws ActionError that lists what is accepted */
export function parseTo(text: string): To {
  if (text === 'last-good' || text === 'previous') return { type: text };
  const [word, value = ''] = split(text);
  if (word === 'revision' && /^[1-9]\d{0,14}$/.test(value))
    return { type: 'revision', number: Number(value) };
  if (word === 'version' && /^[\w][\w.-]{0,127}$/.test(value)) return { type: 'version', tag: value };
  if (word === 'annotation' && /^[A-Za-z0-9][\w./-]*$/.test(value)) return { type: 'annotation', key: value };
  if (word === 'image') {
    const [container, image = ''] = split(value);
    if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(container) && /^[\w][\w.:/@-]+$/.test(image))
      return { type: 'image', container, image };
  }
  throw new ActionError(
    `Input \`to\` is ${JSON.stringify(text)}; accepted are last-good, previous, revision=<number>, version=<image tag>, annotation=<key> and image=<container>=<image>.`,
  );
}

/** Chooses what one workload goes back to. Never a revision that was rolled back from, unless `revision=` names it. */
export function chooseTarget(
  to: To,
  workload: Workload,
  history: readonly Revision[],
  rollback: Rollback,
): Target {
  if (to.type === 'image') return to;
  const current = currentRevision(workload, history);
  const pinned = lastRollback(workload);
  const same =
    pinned && (pinned.id === rollback.id || pinned.run === rollback.run) && pinned.wanted === rollback.wanted;
  if (current && same && pinned.to === current.object.metadata.uid) {
    return {
      type: 'revision',
      revision: current,
      because: `this rollback has put it there at ${told(pinned.at)}`,
    };
  }
  switch (to.type) {
    case 'revision':
      return byNumber(to.number, workload, history);
    case 'version':
      return byVersion(to.tag, workload, history);
    case 'annotation': {
      const annotations = workload.metadata.annotations ?? {};
      const tag = Object.hasOwn(annotations, to.key) ? annotations[to.key] : undefined;
      return tag
        ? byVersion(tag, workload, history)
        : { type: 'none', because: `it has no annotation ${to.key}` };
    }
    case 'previous':
      return previous(current, history);
    case 'last-good':
      return lastGood(workload, current, history);
  }
}

function byNumber(number: number, workload: Workload, history: readonly Revision[]): Target {
  const pinned = lastRollback(workload);
  const found =
    history.find((revision) => revision.number === number) ??
    history.find((revision) => revision.earlier.includes(number)) ??
    history.find((revision) => pinned?.revision === number && revision.object.metadata.uid === pinned.to);
  if (found) return { type: 'revision', revision: found, because: 'it was asked for' };
  if (history.length === 0) return noHistory('it has no revision at all');
  return {
    type: 'none',
    because: `it has no revision ${number}; it has ${history.map((revision) => revision.number).join(', ')}`,
  };
}

function byVersion(tag: string, workload: Workload, history: readonly Revision[]): Target {
  const matching = history.filter((revision) => versionsOf(revision).includes(tag));
  const found = matching.find((revision) => !rolledBackMark(revision.object));
  if (found) return { type: 'revision', revision: found, because: `it has the version ${tag}` };
  if (matching[0]) return refuseForward(matching[0], history);
  const [container, image] = Object.entries(imagesOf(workload.spec.template))[0] ?? [];
  const known = [...new Set(history.flatMap(versionsOf))];
  return {
    type: 'none',
    because: `no revision has the version ${tag}; there are ${known.join(', ') || 'none'} (an image outside the history is given as \`to: image=${container}=${image?.replace(/(:[\w.-]+)?(@.*)?$/, '')}:${tag}\`)`,
  };
}

function previous(current: Revision | undefined, history: readonly Revision[]): Target {
  const found = history.find((revision) => revision !== current);
  if (!found) return noHistory();
  if (rolledBackMark(found.object)) return refuseForward(found, history);
  return { type: 'revision', revision: found, because: 'it is the one before' };
}

function lastGood(workload: Workload, current: Revision | undefined, history: readonly Revision[]): Target {
  const candidates = history.filter((revision) => !rolledBackMark(revision.object));
  const marked = candidates.find((revision) => goodMark(revision.object));
  if (marked) {
    const mark = goodMark(marked.object);
    return {
      type: 'revision',
      revision: marked,
      because: `it was marked good at ${told(mark?.at)} by run ${mark?.run}`,
    };
  }
  const pinned = lastRollback(workload);
  if (current?.available && pinned?.to === current.object.metadata.uid) {
    return {
      type: 'revision',
      revision: current,
      because: `rollback ${pinned.id} put it there at ${told(pinned.at)} and it is fully available`,
    };
  }
  const others = candidates.filter((revision) => revision !== current);
  const serving = others.find((revision) => revision.available);
  if (serving)
    return { type: 'revision', revision: serving, because: 'none is marked good, and it is fully available' };
  if (others[0])
    return {
      type: 'revision',
      revision: others[0],
      because: 'none is marked good or still available, and it is the one before',
    };
  const skipped = history.find((revision) => revision !== current);
  return skipped ? refuseForward(skipped, history) : noHistory();
}

function refuseForward(revision: Revision, history: readonly Revision[]): Target {
  const mark = rolledBackMark(revision.object);
  const other = history.find(
    (candidate) => !rolledBackMark(candidate.object) && candidate.number < revision.number,
  );
  const hint = other ? `; the newest before it that was not is revision ${other.number}` : '';
  return {
    type: 'none',
    because: `revision ${revision.number} was rolled back from at ${told(mark?.at)} by rollback ${mark?.id} (${mark?.reason})${hint}; to go there all the same say \`to: revision=${revision.number}\``,
  };
}

const noHistory = (because = 'no rollout history: there is one revision only'): Target => ({
  type: 'none',
  because,
  noHistory: true,
});

/** The tags of a revision's images, without registry, repository and digest. */
function versionsOf(revision: Revision): string[] {
  return Object.values(imagesOf(revision.template))
    .map((image) => /:([\w.-]+)$/.exec(image.replace(/@.*$/, ''))?.[1])
    .filter((tag) => tag !== undefined);
}

/** A time to the second, as people read it. */
const told = (at = '') => at.replace(/\.\d+Z$/, 'Z');

function split(text: string): [string, string?] {
  const at = text.indexOf('=');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
