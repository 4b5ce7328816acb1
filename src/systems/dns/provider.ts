import { ActionError } from '../../base/errors.ts';
import { normalName, type Type } from './values.ts';

/** What a zone has under one name and type. */
export interface RecordSet {
  readonly type: string;
  /** Seconds that resolvers keep it. */
  readonly ttl: number;
  /** As `normalValue` gives them; an alias of Route 53 is `<zone of its target>/<target>`. */
  readonly values: readonly string[];
  /** Which of several record sets of that name and type, where routing policies make them several. */
  readonly identifier?: string;
  /** False where name servers answer something else: an alias, a proxied record, one of several by weight. */
  readonly publiclyResolvable: boolean;
  /** Seconds for which clients may go on with the old answer. */
  readonly ttlRemaining: number;
  /** The name with a star that answers for this one, which is not there itself. */
  readonly wildcard?: string;
  /** Comments and tags that its makers have put on it. */
  readonly notes?: readonly string[];
  /** Why the provider lets nobody change it by itself, or a change would reach nobody, and what to do instead. */
  readonly locked?: string;
  /** What of it stays as it is, and may keep clients from what it is switched to. */
  readonly cautions?: readonly string[];
  /** All that the provider has, in its own form. */
  readonly raw: unknown;
  /** The same as JSON can hold it, where values and TTL alone would not give all of it back. */
  readonly providerForm?: unknown;
}

/** What is under a name, and near it where marks may be that say whose it is. */
export interface Surroundings {
  readonly held: readonly RecordSet[];
  /** The texts of TXT records, by their names. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Names that have other records than TXT; undefined where not all were read. */
  readonly others: ReadonlySet<string> | undefined;
}

/** Waits until all servers of the provider have a change. */
export type Settled = () => Promise<void>;

export interface Wanted {
  readonly ttl: number;
  readonly values: readonly string[];
  /** What it had in the provider's own form, when it goes back to that. */
  readonly raw?: unknown;
}

/** The provider that hosts a zone, and changes it. Every method throws ActionErrors of one sentence. */
export interface Provider {
  /** What the zone is called. */
  readonly zone: string;
  /** All that is under a name. */
  read(name: string): Promise<RecordSet[]>;
  /**
   * The same, with what is near it.
   *
   * @param marks names that may hold the owner's mark; more are read where that costs nothing
   */
  survey(name: string, marks: readonly string[]): Promise<Surroundings>;
  /**
   * Puts the wanted values in the place of those that are held, all or nothing, and leaves everything else of the
   * record as it is, or puts back all of it where `wanted` has that; refuses where it is not held any more.
   */
  change(name: string, held: RecordSet, wanted: Wanted): Promise<Settled>;
  /** Whether the zone may be changed, as far as that can be asked without a change. @throws ActionError where it may not */
  checkWritePermissions?(): Promise<void>;
  /** It may have several zones of one name, and does not say which of them the domain is delegated to. */
  readonly hasTwins?: true;
  /** The names of the servers that answer for the zone; none where it is not public. */
  nameServers(): Promise<readonly string[]>;
  /** A value as this provider has it, for a record set that is held. */
  readValue(type: Type, text: string, held: RecordSet | undefined): string;
  /** Why a TTL is not available here. */
  refusesTtl(ttl: number, held: RecordSet): string | undefined;
  /** What a record has beside its values, and had otherwise when it was in this form. */
  changedBeside(held: RecordSet, former: unknown): string | undefined;
}

/** What is to be put back is not one record set: it was written by hand. */
export const contradicts = (): ActionError =>
  new ActionError(
    'Input `previous` contradicts itself: its `raw` is another record set than its values say; take it as the switch gave it.',
  );

/** The names above a name in its zone, the nearest first and the zone itself last. */
function above(name: string, zone: string): string[] {
  const labels = name.split('.');
  return labels
    .slice(1)
    .map((_, index) => labels.slice(index + 1).join('.'))
    .filter((parent) => parent === zone || parent.endsWith(`.${zone}`));
}

/** The names with a star that may answer for a name, the nearest first. */
export const starsAbove = (name: string, zone: string): string[] =>
  above(name, zone)
    .map((parent) => `*.${parent}`)
    .filter((star) => star !== name);

/** The names above a name, and below its zone. */
export const between = (name: string, zone: string): string[] =>
  above(name, zone).filter((parent) => parent !== zone);

/**
 * Why a record of a zone is answered by nobody: other servers have its name, by NS records at it or above it. The
 * addresses of those servers themselves are in this zone all the same, as glue.
 */
function delegation(
  name: string,
  zone: string,
  records: readonly (RecordSet & { readonly name: string })[],
): string | undefined {
  const at = [...(name === zone ? [] : [name]), ...between(name, zone)];
  const found = records.find((record) => record.type === 'NS' && at.includes(record.name));
  const servers = (found?.values ?? []).map((value) => normalName(value) ?? value);
  return found === undefined || servers.includes(name)
    ? undefined
    : `${found.name} is delegated to ${servers.join(', ')}, and is answered there; change it there`;
}

/** What a list of records says of a name. @param isWhole whether they are all of the zone */
export function surroundings(
  name: string,
  zone: string,
  records: readonly (RecordSet & { readonly name: string })[],
  isWhole: boolean,
): Surroundings {
  const names = new Set(records.map((record) => record.name));
  const star = names.has(name) ? undefined : starFor(name, zone, names);
  const own = records.filter((record) => record.name === (star ?? name));
  const locked = delegation(name, zone, records);
  const held = locked === undefined ? own : own.map((record) => ({ ...record, locked }));
  const texts = new Map<string, string[]>();
  for (const record of records)
    if (record.type === 'TXT') texts.set(record.name, [...(texts.get(record.name) ?? []), ...record.values]);
  const others = new Set(records.filter(({ type }) => type !== 'TXT').map((record) => record.name));
  return {
    held: star === undefined ? held : held.map((record) => ({ ...record, wildcard: star })),
    texts,
    others: isWhole ? others : undefined,
  };
}

/** The nearest star, unless something nearer is there, below which it does not answer (RFC 4592). */
function starFor(name: string, zone: string, names: ReadonlySet<string>): string | undefined {
  for (const star of starsAbove(name, zone)) {
    if (names.has(star)) return star;
    const parent = star.slice(2);
    if ([...names].some((each) => each === parent || each.endsWith(`.${parent}`))) return undefined;
  }
  return undefined;
}

/** Another change was quicker. */
export const changedMeanwhile = (name: string, type: string): ActionError =>
  new ActionError(
    `The ${type} record of ${name} was changed by someone else since it was read, so nothing was changed; look at it, and run it again.`,
  );
