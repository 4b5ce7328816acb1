import * as v from 'valibot';
import { withoutInvisible } from '../base/invisible.ts';
import { redact } from '../base/redact.ts';

/** The messages that there are, in the order of an incident. */
export const EVENTS = [
  'asked',
  'quick-fix',
  'started',
  'progress',
  'completed',
  'failed',
  'customer',
] as const;
export type EventName = (typeof EVENTS)[number];

/** What a person knows and the record may not; texts on one line, or lists of them. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Kinds of value that a field may have; a fraction is told as a percentage where the name says that it is one. */
const value = v.union([
  v.string(),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.array(v.union([v.string(), v.number()])),
]);
const NAME = /^[a-z][a-z0-9-]{0,63}$/;
/** Characters of one field: what is longer belongs in a document that the message links to. */
const LONGEST = 2000;
const MAX_ITEMS = 100;

/**
 * Reads the input `fields`. What is wrong in it is left out and named in `problems`, a sentence each: a message
 * with a gap is better than none.
 */
export function readFields(json: string | undefined): { fields: Fields; problems: string[] } {
  if (json === undefined) return { fields: {}, problems: [] };
  const object = parse(json);
  if (!object)
    return {
      fields: {},
      problems: [
        'Input `fields` is not a JSON object, so the message has only what the record knows; make it with toJSON or jq.',
      ],
    };
  const fields: Record<string, string | string[]> = {};
  const problems: string[] = [];
  for (const [name, given] of Object.entries(object)) {
    if (given === null || given === '') continue;
    const parsed = v.safeParse(value, given);
    if (!NAME.test(name))
      problems.push(
        `The field ${JSON.stringify(name)} is left out: names are small letters, digits and dashes.`,
      );
    else if (!parsed.success)
      problems.push(
        `The field \`${name}\` is left out: it must be a text, a number, true or false, or a list of texts.`,
      );
    else fields[name] = textOf(name, parsed.output);
  }
  return { fields, problems };
}

function parse(json: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function textOf(name: string, given: v.InferOutput<typeof value>): string | string[] {
  if (Array.isArray(given)) return given.slice(0, MAX_ITEMS).map((item) => oneLine(String(item)));
  return name.startsWith('error-rate') ? percentOf(String(given)) : oneLine(String(given));
}

/** `0.45`, `45` and `45 %` are the same rate, also as texts; other words stay words. */
function percentOf(given: string): string {
  const [, digits] = /^\s*(\d+(?:\.\d+)?)\s*$/.exec(given) ?? [];
  if (digits === undefined) return oneLine(given);
  const number = Number(digits);
  return number > 100 ? oneLine(given) : compactPercent(number <= 1 ? number : number / 100);
}

/** A fraction as people write it. */
export const compactPercent = (fraction: number): string => `${Number((fraction * 100).toFixed(2))}%`;

/**
 * Text of others on one line, without invisible characters: line ends would break subjects and lists, and zero-width and
 * direction marks hide what a text says.
 */
export function oneLine(text: string): string {
  const clean = withoutInvisible(redact(text).replace(/[\p{Zl}\p{Zp}\s]+/gu, ' ')).trim();
  return cut(clean, LONGEST, '…');
}

/** At most `limit` characters, cut between words, with a note of what comes instead. */
export function cut(text: string, limit: number, note: string): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, Math.max(0, limit - note.length - 1));
  const space = room.lastIndexOf(' ');
  const words =
    space > room.length / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$|&[^;\s]{0,8}$/, '');
  return `${words} ${note}`;
}
