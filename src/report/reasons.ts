import type { ReportComponent } from './schema.ts';

/** Not where it should be. */
export const isNotBack = ({ outcome }: ReportComponent) => ['failed', 'running', 'planned'].includes(outcome);

/**
 * Why a component is as it is, without its own name and those of its pods, which make the same reason another one for
 * each.
 */
export const reasonOf = ({ component, message = '' }: ReportComponent): string =>
  message
    .replaceAll(component.replace(/^[^/]*\//, '') || '\0', '…')
    .replace(/…-[a-z0-9]+(?:-[a-z0-9]+)*/g, '…')
    .slice(0, 1000);

/** Components that are so for the same reason, together. */
export const groupsOf = (components: readonly ReportComponent[]): ReportComponent[][] => [
  ...Map.groupBy(components, (each) => `${each.outcome} ${reasonOf(each)}`).values(),
];

/** The reason of a group: in its own words where it is one component's alone. */
export const sharedBy = (group: readonly ReportComponent[]): string => {
  const [first] = group;
  if (first === undefined) return '';
  return group.length > 1 ? reasonOf(first) : (first.message ?? '');
};

/** The reason that all of several have; empty where none has one. */
export function sharedReason(components: readonly ReportComponent[]): string | undefined {
  const reasons = new Set(components.map(({ message = '' }) => message));
  return components.length > 1 && reasons.size === 1 ? [...reasons][0] : undefined;
}
