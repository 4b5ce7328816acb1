import { ActionError } from '../../runner/errors.ts';
import type { Type } from './values.ts';

/** What a zone has under one name and type. */
export interface Held {
  readonly type: string;
  /** Seconds that resolvers keep it. */
  readonly ttl: number;
  /** As `normalValue` gives them; an alias of Route 53 is `<zone of its target>/<target>`. */
  readonly values: readonly string[];
  /** Which of several record sets of that name and type, where routing policies make them several. */
  readonly identifier?: string;
  /** False where name servers answer something else: an alias, a proxied record, one of several by weight. */
  readonly answered: boolean;
  /** Seconds for which clients may go on with the old answer. */
  readonly lag: number;
  /** The name with a star that answers for this one, which is not there itself. */
  readonly wildcard?: string;
  /** All that the provider has, in its own form. */
  readonly raw: unknown;
}

export interface Wanted {
  readonly ttl: number;
  readonly values: readonly string[];
  /** What it had in the provider's own form, when it goes back to that. */
  readonly raw?: unknown;
}

/** Who keeps a zone, and changes it. All of it throws ActionErrors of one sentence. */
export interface Provider {
  /** All that is under a name. */
  read(name: string): Promise<Held[]>;
  /**
   * Puts the wanted values in the place of those that are held, all or nothing, and leaves everything else of the
   * record as it is; refuses where it is not held any more.
   */
  change(name: string, held: Held, wanted: Wanted): Promise<void>;
  /** The names of the servers that answer for the zone; none where it is not public. */
  nameServers(): Promise<string[]>;
  /** A value as this provider has it, for a record set that is held. */
  readValue(type: Type, text: string, held: Held | undefined): string;
  /** Why a TTL can not be had here. */
  refusesTtl(ttl: number, held: Held): string | undefined;
}

/** Somebody else was quicker. */
export const changedMeanwhile = (name: string, type: string): ActionError =>
  new ActionError(
    `The ${type} record of ${name} was changed by somebody else since it was read, so nothing was changed; look at it, and run it again.`,
  );
