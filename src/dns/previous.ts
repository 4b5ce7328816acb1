import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import type { RecordSet } from '../systems/dns/provider.ts';
import { TYPES } from '../systems/dns/values.ts';

const state = { ttl: v.number(), values: v.pipe(v.array(v.string()), v.minLength(1)) };

const schema = v.object({
  provider: v.string(),
  zone: v.string(),
  name: v.string(),
  type: v.picklist(TYPES),
  identifier: v.optional(v.string()),
  ...state,
  raw: v.optional(v.unknown()),
  now: v.object(state),
});

/** A record set as it was, and as it was made: all that a later run, on whatever runner, needs to put it back. */
export type Previous = v.InferOutput<typeof schema>;

/** What was held, to be given out before it is changed. */
export function previousOf(
  place: { provider: string; zone: string; name: string; type: Previous['type'] },
  held: RecordSet,
  now: { ttl: number; values: readonly string[] },
): Previous {
  const { provider, zone, name, type } = place;
  const { ttl, values, identifier, providerForm } = held;
  return {
    provider,
    zone,
    name,
    type,
    ...(identifier !== undefined && { identifier }),
    ttl,
    values: [...values],
    ...(providerForm !== undefined && { raw: providerForm }),
    now: { ttl: now.ttl, values: [...now.values] },
  };
}

/** The same where something is one, else undefined. */
export function asPrevious(value: unknown): Previous | undefined {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : undefined;
}

/** Reads the input `previous`. @throws ActionError */
export function parsePrevious(text: string): Previous {
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (error) {
    throw new ActionError(
      'Input `previous` is not what the output `previous` of a switch was; it stands in the log and the record of that run too.',
      { cause: error },
    );
  }
}
