import { isDeepStrictEqual } from 'node:util';
import { type Fields, isFields } from '../base/fields.ts';

/** By which the items of a list are known from each other, as in a strategic merge patch; each list has one of them. */
const KEYS = ['mountPath', 'devicePath', 'containerPort', 'topologyKey', 'ip', 'name'];

/**
 * What the deployer declared of an older version, as far as that is to be seen: without what the cluster, or another, had
 * added to the newer version as well.
 *
 * @param older as the cluster has it
 * @param newer the same of the newer version
 * @param applied what the deployer declared of the newer version
 */
export function declared(older: unknown, newer: unknown, applied: unknown): unknown {
  if (Array.isArray(older)) return older.flatMap((item, at) => declaredItem(item, at, newer, applied));
  if (!isFields(older)) return older;
  const [now, own]: Fields[] = [newer, applied].map((value) => (isFields(value) ? value : {}));
  const kept = Object.entries(older).filter(
    ([key, value]) => own?.[key] !== undefined || !isDeepStrictEqual(value, now?.[key]),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, declaredField(value, now?.[key], own?.[key])]));
}

/** Where the deployer declared nothing of the newer version, all of the older one is theirs. */
const declaredField = (older: unknown, newer: unknown, applied: unknown) =>
  applied === undefined ? older : declared(older, newer, applied);

function declaredItem(item: unknown, at: number, newer: unknown, applied: unknown): unknown[] {
  const [now, own] = [newer, applied].map((list) => sameItem(item, at, list));
  if (own !== undefined) return [declared(item, now, own)];
  return isDeepStrictEqual(item, now) ? [] : [item];
}

/** The item of another list that is the same as one at this place. */
function sameItem(item: unknown, at: number, list: unknown): unknown {
  if (!Array.isArray(list)) return undefined;
  const key = isFields(item) ? KEYS.find((each) => item[each] !== undefined) : undefined;
  if (key === undefined) return list[at];
  return list.find((other) => isFields(other) && isFields(item) && other[key] === item[key]);
}
