import * as v from 'valibot';
import { isInstant } from './instant.ts';

/** What is longer was not written by us: an annotation of Kubernetes holds 256 KiB at most. */
const MAX_CLAIM_CHARACTERS = 256 * 1024;

/**
 * What a text on an object of another system comes to: a mark, a note, an annotation. Anyone who may write on the object may
 * have written it, so that it is a claim and not a fact: `broken` says why it is none of ours.
 */
type Claim<T> = { readonly value: T } | { readonly broken: string } | undefined;

/**
 * Reads a text that this project writes as JSON, by its schema. Never throws: the caller passes over a claim that cannot be
 * read, and says so. Whether a claim that can be read is believed depends on the object that carries it.
 *
 * @returns undefined where there is no text
 */
export function readClaim<S extends v.GenericSchema>(
  text: string | null | undefined,
  schema: S,
): Claim<v.InferOutput<S>> {
  if (text === undefined || text === null || text === '') return undefined;
  if (text.length > MAX_CLAIM_CHARACTERS) return { broken: 'it is too long' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { broken: 'it is not JSON' };
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return { value: parsed.output };
  const path = parsed.issues[0].path?.map(({ key }) => String(key)).join('.');
  return {
    broken: path ? `its field ${JSON.stringify(path.slice(0, 60))} is not valid` : 'it is not an object',
  };
}

/** The value of a claim that can be read. */
export function claimed<T>(claim: Claim<T>): T | undefined {
  return claim && 'value' in claim ? claim.value : undefined;
}

/** A word or sentence of a claim: short, and without characters that do something to a terminal or a log. */
export const claimedText = (longest = 1000) =>
  v.pipe(
    v.string(),
    v.maxLength(longest),
    v.transform((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')),
  );

/** A time of a claim, RFC 3339: a valid one, of this century or so. */
export const claimedInstant = () =>
  v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/),
    v.check(isInstant),
  );
