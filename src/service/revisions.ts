import { imagesOf, type Revision } from './history.ts';
import { createdAt } from './lineage.ts';
import { goodMark, rolledBackMark } from './marks.ts';
import type { Step } from './plan.ts';

/**
 * The history of a workload, newest first, a line a revision: what `kubectl rollout history` shows, and what is known of
 * each. Pure.
 */
export function revisionLines({ current, target }: Step, history: readonly Revision[]): string[] {
  // A history that was read again has objects of its own.
  const is = (one: Revision, other?: Revision) => one.object.metadata.uid === other?.object.metadata.uid;
  return history.map((revision) => {
    const { number, object, template, isKept } = revision;
    const made = createdAt(revision);
    const good = goodMark(object);
    const left = rolledBackMark(object);
    const cause = object.metadata.annotations?.['kubernetes.io/change-cause'];
    const facts = [
      made === undefined ? undefined : `made at ${toSecond(new Date(made).toISOString())}`,
      is(revision, current) ? 'is the present one' : undefined,
      is(revision, target) && !is(revision, current) ? 'is what it goes back to' : undefined,
      good && `marked good at ${toSecond(good.at)} by run ${good.run}`,
      left && `rolled back from at ${toSecond(left.at)} by rollback ${left.id} (${left.reason})`,
      isKept ? 'no longer in the history, kept by mark-good' : undefined,
      cause && `change-cause: ${cause}`,
    ];
    const images = Object.entries(imagesOf(template)).map(([container, image]) => `${container}=${image}`);
    return `${number}: ${images.join(' ')}; ${facts.filter(Boolean).join('; ')}`;
  });
}

const toSecond = (at: string) => at.replace(/\.\d+Z$/, 'Z');
