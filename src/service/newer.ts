import type { Log } from '../base/log.ts';
import { namesOf, withoutFullStop } from '../base/sentence.ts';
import { isByAnother, type OwnWork } from '../runner/own-work.ts';
import type { Span } from '../systems/github/run-jobs.ts';
import { label } from '../systems/kubernetes/kinds.ts';
import type { Revision } from './history.ts';
import { createdAt, isSameRelease } from './lineage.ts';
import type { Step } from './plan.ts';

/** Names that a line can hold. */
const MOST_NAMES = 10;

/**
 * In another attempt of a run, what would go back may be a newer release, which another run has deployed since: that is
 * refused. Where it is not known, that is said, and the rollback goes on.
 */
export async function sparingNewer(
  groups: readonly (readonly Step[])[],
  historyOf: (step: Step) => readonly Revision[],
  ownWork: () => Promise<OwnWork | undefined>,
  log: Log,
): Promise<Step[][]> {
  const planned = groups.map((group) => [...group]);
  const leaving = planned.flat().filter(isLeaving);
  const work = leaving.length > 0 ? await ownWork() : undefined;
  if (!work) return planned;
  if ('unknown' in work) {
    log.warn(
      `These jobs are run again, and whether another run has deployed ${namesOf(leaving.map(label), MOST_NAMES)} since is not known: ${withoutFullStop(work.unknown)}.`,
    );
    return planned;
  }
  return planned.map((group) => group.map((step) => spared(step, historyOf(step), work.spans)));
}

const isLeaving = ({ action, current }: Step): boolean => action === 'roll-back' && current !== undefined;

function spared(step: Step, history: readonly Revision[], spans: readonly Span[]): Step {
  const { current } = step;
  if (!isLeaving(step) || !current) return step;
  const at = releasedAt(current, history);
  if (at === undefined || !isByAnother(at, spans)) return step;
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return {
    ...step,
    action: 'refuse',
    reason: `its revision ${current.number} was made at ${time}, while no job of this run was at work: it is a newer release, which this run has not deployed; to roll that one back, start a new run`,
  };
}

/** When the release of a revision came: a restart since is none. Milliseconds since the epoch. */
function releasedAt(current: Revision, history: readonly Revision[]): number | undefined {
  const times = history.filter((other) => isSameRelease(other, current)).map(createdAt);
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
