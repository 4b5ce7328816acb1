import type { PodTemplate } from '../systems/kubernetes/objects.ts';

/**
 * True where `now` is the template `ours` with at most something added to it: what controllers do that react to our own change
 * (a reloader's checksum, an injector's sidecar or variable). Another deploy changes or removes something that was there, or is
 * the same as ours.
 */
export function isReactionTo(ours: PodTemplate, now: PodTemplate): boolean {
  const { annotations: _, ...metadata } = ours.metadata ?? {};
  return contains(now, { ...ours, metadata });
}

function contains(has: unknown, wanted: unknown): boolean {
  if (wanted === null || wanted === undefined) return true;
  if (Array.isArray(wanted)) return Array.isArray(has) && containsItems(has, wanted);
  if (typeof wanted !== 'object') return has === wanted;
  if (typeof has !== 'object' || has === null) return Object.keys(wanted).length === 0;
  return Object.entries(wanted).every(([key, value]) =>
    contains((has as Record<string, unknown>)[key], value),
  );
}

/** Lists of named items are compared by name, others item by item: an argument more is another command. */
function containsItems(has: readonly unknown[], wanted: readonly unknown[]): boolean {
  const isNamed = wanted.every((item) => nameOf(item) !== undefined);
  if (!isNamed) return has.length === wanted.length && wanted.every((item, at) => contains(has[at], item));
  return wanted.every((item) => has.some((other) => nameOf(other) === nameOf(item) && contains(other, item)));
}

const nameOf = (item: unknown): string | undefined =>
  typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : undefined;
