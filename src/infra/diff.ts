import { isShortSecret, redacted } from '../base/redact.ts';
import type { Values } from './changes.ts';

/** One attribute that changes: where it is, and its values as they may be shown. */
export interface AttributeDifference {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const SENSITIVE = '(sensitive)';
const UNKNOWN = '(known after apply)';
const ABSENT = '(none)';
/** The most of one value that is shown, in signs. */
const LONGEST = 120;

/** The attributes that differ; what is marked as sensitive is never in it. Pure. */
export function differences(values: Values): AttributeDifference[] {
  return walk('', values);
}

function walk(path: string, values: Values): AttributeDifference[] {
  const { before, after, unknown, beforeSensitive, afterSensitive } = values;
  const isOpaque = unknown === true || beforeSensitive === true || afterSensitive === true;
  const parts = [before, after, unknown || undefined];
  if (!isOpaque && parts.some(isContainer) && parts.every((part) => isContainer(part) || isNothing(part))) {
    const keys = new Set(parts.flatMap((part) => Object.keys(part ?? {})));
    return [...keys].flatMap((key) =>
      walk(join(path, key, parts.find(isContainer)), {
        before: at(before, key),
        after: at(after, key),
        unknown: at(unknown, key),
        beforeSensitive: at(beforeSensitive, key),
        afterSensitive: at(afterSensitive, key),
      }),
    );
  }
  if (unknown !== true && same(before, after)) return [];
  // A value that becomes or was sensitive is a secret on both sides.
  const isHidden = hasMark(beforeSensitive) || hasMark(afterSensitive);
  const show = (value: unknown) => {
    if (isNothing(value)) return ABSENT;
    return isHidden || isShortSecret(value) ? SENSITIVE : JSON.stringify(redacted(value));
  };
  return [{ path, ...cut(show(before), unknown === true ? UNKNOWN : show(after)) }];
}

/** Of two long texts what is around the first difference. */
function cut(before: string, after: string): { before: string; after: string } {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const isLong = Math.max(before.length, after.length) > LONGEST;
  const start = isLong ? Math.max(0, same - LONGEST / 4) : 0;
  const part = (text: string) => {
    const from = text.length > start ? start : 0;
    const piece = text.slice(from, from + LONGEST);
    return `${from > 0 ? '…' : ''}${piece}${from + LONGEST < text.length ? '…' : ''}`;
  };
  return { before: part(before), after: part(after) };
}

const hasMark = (marks: unknown): boolean =>
  marks === true || (isContainer(marks) && Object.values(marks).some(hasMark));

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isNothing = (value: unknown): boolean => value === undefined || value === null;

const at = (value: unknown, key: string): unknown =>
  isContainer(value) ? (value as Record<string, unknown>)[key] : undefined;

function join(path: string, key: string, parent: unknown): string {
  if (Array.isArray(parent)) return `${path}[${key}]`;
  if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path ? `${path}.${key}` : key;
}

const same = (before: unknown, after: unknown): boolean =>
  JSON.stringify(before ?? null) === JSON.stringify(after ?? null);
