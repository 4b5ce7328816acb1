import type { RecordEvent } from './catalogue.ts';

/**
 * What an event's evidence says under a name (`data-loss`, `severity` …), else what the outputs say that an action
 * left as its evidence. Undefined where neither does.
 */
export function lookUp({ evidence }: RecordEvent, name: string): unknown {
  return property(evidence, name) ?? property(property(evidence, 'outputs'), name);
}

/** The newest event that says something under that name. */
export function newest(
  events: readonly RecordEvent[],
  name: string,
): { event: RecordEvent; value: unknown } | undefined {
  const event = events.findLast((each) => lookUp(each, name) !== undefined);
  return event && { event, value: lookUp(event, name) };
}

/** A text that is not empty, else undefined. */
export const nonEmptyText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A number, also one that an output has as text, else undefined. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? ((value as Record<string, unknown>)[name] ?? undefined)
    : undefined;
