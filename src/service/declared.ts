import { isDeepStrictEqual } from 'node:util';
import { type Fields, fieldsOf, isFields } from '../base/fields.ts';
import { MERGE_KEYS } from './merge-keys.ts';

/**
 * What the deployer declared of an older version, as far as that is to be seen: without what the cluster, or another, had
 * added to the newer version as well.
 *
 * @param older as the cluster has it
 * @param newer the same of the newer version
 * @param applied what the deployer declared of the newer version
 * @param field what the three are of
 */
export function declared(older: unknown, newer: unknown, applied: unknown, field: string): unknown {
  if (Array.isArray(older))
    return older.flatMap((item, at) =>
      declaredItem(item, sameItem(item, at, newer, field), sameItem(item, at, applied, field)),
    );
  if (!isFields(older)) return older;
  const [now, own]: Fields[] = [newer, applied].map(fieldsOf);
  const kept = Object.entries(older).filter(
    ([key, value]) => own?.[key] !== undefined || !isDeepStrictEqual(value, now?.[key]),
  );
  // Where the deployer declared nothing of the newer version, all of the older one is theirs.
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      own?.[key] === undefined ? value : declared(value, now?.[key], own[key], key),
    ]),
  );
}

function declaredItem(item: unknown, now: unknown, own: unknown): unknown[] {
  if (own !== undefined) return [declared(item, now, own, 'item')];
  return isDeepStrictEqual(item, now) ? [] : [item];
}

/** The item of another list that is the same as one: by what tells items of this list apart, else the one at its place. */
function sameItem(item: unknown, at: number, list: unknown, field: string): unknown {
  if (!Array.isArray(list)) return undefined;
  const key = MERGE_KEYS[field];
  if (key === undefined || !isFields(item)) return list[at];
  return list.find((other) => isFields(other) && other[key] === item[key]);
}
