import { isDeepStrictEqual } from 'node:util';
import { type Fields, isFields } from '../base/fields.ts';

/** By which the items of a list are known from each other, as in a strategic merge patch; each list has one of them. */
const KEYS = ['mountPath', 'devicePath', 'containerPort', 'topologyKey', 'ip', 'name'];

/**
 * What the deployer of an older version said of it, as far as that is to be seen: without what the cluster, or another, had
 * added to the newer version as well.
 *
 * @param older as the cluster has it
 * @param newer the same of the newer version
 * @param said what the deployer said of the newer version
 */
export function declared(older: unknown, newer: unknown, said: unknown): unknown {
  if (Array.isArray(older)) return older.flatMap((item, at) => declaredItem(item, at, newer, said));
  if (!isFields(older)) return older;
  const [now, told]: Fields[] = [newer, said].map((value) => (isFields(value) ? value : {}));
  const kept = Object.entries(older).filter(
    ([key, value]) => told?.[key] !== undefined || !isDeepStrictEqual(value, now?.[key]),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, declaredField(value, now?.[key], told?.[key])]));
}

/** What the deployer said nothing of in the newer version is all of the older one. */
const declaredField = (value: unknown, now: unknown, told: unknown) =>
  told === undefined ? value : declared(value, now, told);

function declaredItem(item: unknown, at: number, newer: unknown, said: unknown): unknown[] {
  const [now, told] = [newer, said].map((list) => sameItem(item, at, list));
  if (told !== undefined) return [declared(item, now, told)];
  return isDeepStrictEqual(item, now) ? [] : [item];
}

/** The item of another list that is the same as one at this place. */
function sameItem(item: unknown, at: number, list: unknown): unknown {
  if (!Array.isArray(list)) return undefined;
  const key = isFields(item) ? KEYS.find((each) => item[each] !== undefined) : undefined;
  if (key === undefined) return list[at];
  return list.find((other) => isFields(other) && isFields(item) && other[key] === item[key]);
}
