import type { Answer, Packet } from 'dns-packet';
import * as v from 'valibot';
import { ActionError } from '../../base/errors.ts';
import { type NameServer, query, sendOnce, serverName } from './exchange.ts';
import {
  changedMeanwhile,
  contradicts,
  type Provider,
  type RecordSet,
  type Settled,
  type Surroundings,
  starsAbove,
  type Wanted,
} from './provider.ts';
import type { TsigKey } from './tsig.ts';
import { normalValue, sameValues, TYPES, type Type } from './values.ts';
import { rdataOf, recordOf, recordWith, valueIn, valueOfRdata } from './wire.ts';

const UPDATE = 5 << 11;

const MEANINGS: Record<string, string> = {
  REFUSED: 'refuses the update; allow it for the key (allow-update, update-policy)',
  NOTAUTH: 'is not the primary of that zone, or does not take the key',
  NOTZONE: 'says that the name is not in that zone',
  NOTIMP: 'takes no updates (RFC 2136)',
  SERVFAIL: 'failed at the update; its log says why',
};

/** A zone on a name server that takes updates (RFC 2136), signed with a key where one is given. */
export function rfc2136(
  server: NameServer,
  zone: string,
  key: TsigKey | undefined,
  signal: AbortSignal,
): Provider {
  const at = serverName(server);

  async function read(name: string): Promise<RecordSet[]> {
    const all = await Promise.all(TYPES.map((type) => readOne(name, type)));
    const held = all.filter((item) => item !== undefined);
    if (held.length === 0) return held;
    // Below a DNAME there is nothing, and no star either.
    const wildcard = held.some(({ locked }) => locked) ? undefined : await wildcardFor(name, held);
    return wildcard === undefined ? held : held.map((item) => ({ ...item, wildcard }));
  }

  /** The name with a star that answers for a name which is not there itself. */
  async function wildcardFor(name: string, held: readonly RecordSet[]): Promise<string | undefined> {
    for (const star of name.startsWith('*.') ? [] : starsAbove(name, zone)) {
      const found = await Promise.all(held.map(({ type }) => readOne(star, type as Type)));
      if (!found.every((item, index) => item && sameValues(item.values, held[index]?.values ?? []))) continue;
      if (await isThere(name)) return undefined;
      // A star that is not there itself is answered for by one above it.
      if (await isThere(star)) return star;
    }
    return undefined;
  }

  /** Whether a name has records of its own: an update that only asks, and changes nothing, is answered by those alone. */
  async function isThere(name: string): Promise<boolean> {
    const { rcode } = await sendOnce(server, questionOf(zone, name), key, signal);
    return rcode !== 'NXDOMAIN';
  }

  async function readOne(name: string, type: Type): Promise<RecordSet | undefined> {
    const { rcode, authoritative, answers, authorities } = await query(server, name, type, { signal, key });
    const other = authoritative ? undefined : authorities.find((record) => isBelow(record, zone));
    if (other)
      throw new ActionError(
        `Nothing was changed: ${other.name} is delegated to other servers than ${at}, and is answered there; change ${name} there.`,
      );
    if ((rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') || !authoritative) {
      throw new ActionError(
        `The name server ${at} does not answer for ${zone} (${rcode}); check \`server\`, \`zone\` and \`tsig-key\`.`,
      );
    }
    return recordSetIn(answers, name, type);
  }

  /** Names cannot be listed, so the usual names of marks are queried. */
  async function survey(name: string, marks: readonly string[]): Promise<Surroundings> {
    const own = await read(name);
    const found = await Promise.all(
      marks
        .filter((mark) => mark !== name)
        .map(async (mark) => {
          const text = await readOne(mark, 'TXT');
          // A text that a wildcard answers with is said of that, and of no name below it.
          return [mark, text && (await isThere(mark)) ? text.values : []] as const;
        }),
    );
    const texts = own.filter(({ type, wildcard }) => type === 'TXT' && wildcard === undefined);
    return {
      held: own,
      texts: new Map([[name, texts.flatMap(({ values }) => values)], ...found]),
      others: undefined,
    };
  }

  async function change(name: string, held: RecordSet, wanted: Wanted): Promise<Settled> {
    const type = held.type as Type;
    const { rdata } = held.raw as Raw;
    const message = updateOf(zone, name, type, rdata, wanted);
    const { rcode } = await sendOnce(server, message, key, signal);
    if (rcode === 'NOERROR') return async () => {};
    if (/^(NX|YX)/.test(rcode)) throw changedMeanwhile(name, type);
    throw refused(rcode);
  }

  /** What `update-policy` says of single names is asked only with a change. */
  async function checkWritePermissions(): Promise<void> {
    const { rcode } = await sendOnce(server, questionOf(zone, zone), key, signal);
    if (rcode !== 'NOERROR') throw refused(rcode);
  }

  const refused = (rcode: string) =>
    new ActionError(`The name server ${at} ${MEANINGS[rcode] ?? `answered ${rcode}`}.`);

  async function nameServers(): Promise<string[]> {
    const { answers } = await query(server, zone, 'NS', { signal, key });
    return answers
      .filter(({ type }) => type === 'NS')
      .map((answer) => String((answer as { data: unknown }).data));
  }

  return {
    zone,
    read,
    survey,
    change,
    checkWritePermissions,
    nameServers,
    readValue: (type, text) => normalValue(type, text),
    refusesTtl: () => undefined,
    changedBeside: () => undefined,
  };
}

/** The records of a name and type among the answers of the zone's own server, as one set. */
function recordSetIn(answers: readonly Answer[], name: string, type: Type): RecordSet | undefined {
  const own = answers.filter((answer) => answer.type === type && same(answer.name, name));
  if (own.length === 0) return undefined;
  const { ttl = 0 } = own[0] as { ttl?: number };
  const dname = type === 'CNAME' ? answers.find((answer) => (answer.type as string) === 'DNAME') : undefined;
  const values = own.map((answer) => valueIn(answer) ?? '').sort();
  const raw = { rdata: own.map(rdataOf).sort() };
  const usual = values.map((value) => rdataOf(recordOf(name, type, ttl, value))).sort();
  const isUsual = usual.join() === raw.rdata.join();
  return {
    type,
    ttl,
    values,
    publiclyResolvable: true,
    ttlRemaining: ttl,
    raw,
    ...(!isUsual && { providerForm: raw }),
    ...(dname && {
      locked: `it is not there, and the DNAME record of ${dname.name} makes it for every name below; change that, or make the record elsewhere`,
    }),
  };
}

/** Whether a record of a referral says who has a part of the zone. */
const isBelow = ({ name, type }: Answer, zone: string): boolean =>
  type === 'NS' && name.toLowerCase().endsWith(`.${zone}`);

/** An update that needs the name to be in use, and does nothing. */
function questionOf(zone: string, name: string): Packet {
  const inUse = { name, type: 'ANY', class: 'ANY', ttl: 0, data: Buffer.alloc(0) };
  return {
    type: 'query',
    flags: UPDATE,
    questions: [{ name: zone, type: 'SOA' }],
    answers: [inUse as unknown as Answer],
  };
}

/** One update that takes place as a whole or not at all: only where the old values are still there, the new ones replace them. */
function updateOf(zone: string, name: string, type: Type, old: readonly string[], wanted: Wanted): Packet {
  const removal = { ...recordWith(name, type, 0, ''), class: 'ANY' };
  return {
    type: 'query',
    flags: UPDATE,
    questions: [{ name: zone, type: 'SOA' }],
    // As they came: a text may be cut into parts in many ways, and the server compares bytes.
    answers: old.map((rdata) => recordWith(name, type, 0, rdata)),
    authorities: [removal as unknown as Answer, ...recordsOf(name, type, wanted)],
  };
}

/** A record set in the server's own form: the data of its records, in base64. */
const raws = v.object({ rdata: v.array(v.string()) });
type Raw = v.InferOutput<typeof raws>;

/** What is to be there; where it was there before, with the very bytes. @throws ActionError where they say something else */
function recordsOf(name: string, type: Type, { ttl, values, raw }: Wanted): Answer[] {
  if (raw === undefined) return values.map((value) => recordOf(name, type, ttl, value));
  if (
    v.is(raws, raw) &&
    sameValues(
      raw.rdata.map((rdata) => valueOfRdata(type, rdata) ?? ''),
      values,
    )
  )
    return raw.rdata.map((rdata) => recordWith(name, type, ttl, rdata));
  throw contradicts();
}

const same = (a: string, b: string) => a.toLowerCase().replace(/\.$/, '') === b;
