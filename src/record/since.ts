import type { RecordEvent } from './catalogue.ts';
import { enclosingPartOf, newestRuns, type StoryAction } from './story-actions.ts';

/**
 * The events of whatever began after the last of some changes: what was seen before it says nothing of what came of it. All
 * of them, where nothing was changed.
 */
export function sinceLast(
  changes: readonly RecordEvent[],
  events: readonly RecordEvent[],
): readonly RecordEvent[] {
  return events.filter((event, index) => {
    const began = events
      .slice(0, index + 1)
      .findLast((each) => each.status === 'started' && isSame(each, event));
    return isSince({ started: (began ?? event).at }, changes);
  });
}

/** Whether something began after the last of some changes. */
function isSince(
  { started, ended }: { readonly started: string | undefined; readonly ended?: string | undefined },
  changes: readonly RecordEvent[],
): boolean {
  const last = changes.at(-1)?.at;
  const began = started ?? ended;
  return last === undefined || began === undefined || Date.parse(began) >= Date.parse(last);
}

/** The newest run of each check that failed and says something about now: it began after what it checks was changed last. */
export function failedChecksOf(
  actions: readonly StoryAction[],
  changes: readonly RecordEvent[],
  data: readonly RecordEvent[],
): StoryAction[] {
  return newestRuns(actions).filter(
    (run) =>
      run.means === 'verifies' &&
      run.status === 'failed' &&
      isSince(run, run.name === 'verify-integrity' ? data : changes),
  );
}

const isSame = (one: RecordEvent, other: RecordEvent) =>
  one.component === other.component &&
  one.step === other.step &&
  enclosingPartOf(one) === enclosingPartOf(other);
