import { kindOf, type RecordEvent } from '../record/catalogue.ts';
import { keyOf } from '../record/component.ts';
import { componentOfPart } from '../record/story-actions.ts';
import type { StoryComponent } from '../record/story-components.ts';
import { oneLine } from './fields.ts';

/** A line about a component, or about some workloads together. */
export interface Item {
  readonly name: string;
  readonly state: string;
  readonly message?: string | undefined;
}

export const MAX_COMPONENTS = 30;

/** What became of a component, in words. */
export const STATES: Record<StoryComponent['outcome'], string> = {
  done: '✓ complete',
  'no-op': '✓ was there already',
  running: 'in progress',
  planned: 'planned',
  failed: '✗ failed',
  skipped: 'left as it is',
};

/**
 * Workloads are counted, as the runbook does (`8/16`): all together, or a line a component of the configuration where it has
 * several that are services, such as a frontend. What is not a workload has a line of its own.
 */
export function itemsOf(components: readonly StoryComponent[], events: readonly RecordEvent[]): Item[] {
  const isWorkload = ({ component }: StoryComponent) => kindOf(component) === 'workload';
  const others = components.filter((each) => !isWorkload(each));
  const groups = groupsOf(components.filter(isWorkload), events);
  return [
    ...others
      .slice(0, MAX_COMPONENTS)
      .map(({ name, outcome }) => ({ name: oneLine(name), state: STATES[outcome] })),
    ...[...groups]
      .slice(0, MAX_COMPONENTS)
      .map(([name, own]) => ({ name: oneLine(name), state: countOf(own) })),
  ];
}

const isBack = ({ outcome }: StoryComponent) => outcome === 'done' || outcome === 'no-op';

function countOf(workloads: readonly StoryComponent[]): string {
  const done = workloads.filter(isBack).length;
  return `${done === workloads.length ? '✓ ' : ''}${done}/${workloads.length} complete`;
}

/** Workloads by the component that they went back with; all of them as `Services` where that is one, or not known. */
function groupsOf(
  workloads: readonly StoryComponent[],
  events: readonly RecordEvent[],
): Map<string, StoryComponent[]> {
  const names = new Map(
    events.flatMap((event) => {
      const name = componentOfPart(event.part);
      return name !== undefined && kindOf(event.component) === 'workload'
        ? [[keyOf(event), name] as const]
        : [];
    }),
  );
  const groups = Map.groupBy(workloads, ({ key }) => names.get(key) ?? 'Services');
  return groups.size > 1 ? groups : new Map(workloads.length > 0 ? [['Services', [...workloads]]] : []);
}
