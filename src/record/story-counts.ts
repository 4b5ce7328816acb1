import type { RecordEvent } from './catalogue.ts';
import { keyOf } from './component.ts';
import { componentOfPart, enclosingPartOf, type StoryAction } from './story-actions.ts';
import type { StoryComponent } from './story-components.ts';
import { driftedIn } from './story-findings.ts';

/** How many components are back, how many failed, and of how many. */
export interface Counts {
  readonly done: number;
  readonly failed: number;
  readonly total: number;
}

interface Counted {
  readonly components: readonly StoryComponent[];
  /** What failed and is no component. */
  readonly failedUnseen: readonly StoryAction[];
  /** The events of the rollback itself. */
  readonly own: readonly RecordEvent[];
  /** What was checked since data was changed last. */
  readonly checks: readonly RecordEvent[];
}

/**
 * How many components are back, and how many are not: one that does not hold what was to come back is not, and neither is what
 * failed before it was a component. Where there is none at all, nothing is counted.
 */
export function countsOf({ components, failedUnseen, own, checks }: Counted): Counts {
  const drifted = driftedIn(checks);
  const isDrifted = ({ key }: StoryComponent) =>
    own.some((event) => keyOf(event) === key && drifted.has(componentOfPart(enclosingPartOf(event)) ?? ''));
  const counted = components.filter((each) => !each.configuration);
  const outcomes = counted.map((each) => {
    const isBack = each.outcome === 'done' || each.outcome === 'no-op';
    return isBack ? (isDrifted(each) ? 'failed' : 'done') : each.outcome;
  });
  const more = counted.length > 0 ? failedUnseen.length : 0;
  return {
    done: outcomes.filter((outcome) => outcome === 'done').length,
    failed: outcomes.filter((outcome) => outcome === 'failed').length + more,
    total: counted.length + more,
  };
}
