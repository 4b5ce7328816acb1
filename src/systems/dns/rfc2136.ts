import packet, { type Answer, type Packet } from 'dns-packet';
import { ActionError } from '../../runner/errors.ts';
import { ask, type NameServer, serverName, tell } from './exchange.ts';
import { changedMeanwhile, type Held, type Provider, type Wanted } from './provider.ts';
import type { TsigKey } from './tsig.ts';
import { normalValue, sameValues, TYPES, type Type } from './values.ts';
import { recordOf, valueIn } from './wire.ts';

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

  async function read(name: string): Promise<Held[]> {
    const all = await Promise.all(TYPES.map((type) => readOne(name, type)));
    const held = all.filter((item) => item !== undefined);
    if (held.length === 0) return held;
    const wildcard = await wildcardFor(name, held);
    return wildcard === undefined ? held : held.map((item) => ({ ...item, wildcard }));
  }

  /** The name with a star that answers for a name which is not there itself. */
  async function wildcardFor(name: string, held: readonly Held[]): Promise<string | undefined> {
    const labels = name.split('.');
    const above = labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
    for (const parent of above.filter((each) => each === zone || each.endsWith(`.${zone}`))) {
      const star = `*.${parent}`;
      if (star === name) return undefined;
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
    const { rcode } = await tell(server, questionOf(zone, name), key, signal);
    return rcode !== 'NXDOMAIN';
  }

  async function readOne(name: string, type: Type): Promise<Held | undefined> {
    const { rcode, authoritative, answers } = await ask(server, name, type, { signal, key });
    if ((rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') || !authoritative) {
      throw new ActionError(
        `The name server ${at} does not answer for ${zone} (${rcode}); check \`server\`, \`zone\` and \`tsig-key\`.`,
      );
    }
    const own = answers.filter((answer) => answer.type === type && same(answer.name, name));
    if (own.length === 0) return undefined;
    const { ttl = 0 } = own[0] as { ttl?: number };
    const values = own.map((answer) => valueIn(answer) ?? '').sort();
    return { type, ttl, values, answered: true, lag: ttl, raw: { answers: own } };
  }

  async function change(name: string, held: Held, wanted: Wanted): Promise<void> {
    const type = held.type as Type;
    const { answers } = held.raw as { answers: Answer[] };
    const message = updateOf(zone, name, type, answers, wanted);
    const { rcode } = await tell(server, message, key, signal);
    if (rcode === 'NOERROR') return;
    if (/^(NX|YX)/.test(rcode)) throw changedMeanwhile(name, type);
    throw new ActionError(`The name server ${at} ${MEANINGS[rcode] ?? `answered ${rcode}`}.`);
  }

  async function nameServers(): Promise<string[]> {
    const { answers } = await ask(server, zone, 'NS', { signal, key });
    return answers
      .filter(({ type }) => type === 'NS')
      .map((answer) => String((answer as { data: unknown }).data));
  }

  return {
    read,
    change,
    nameServers,
    readValue: (type, text) => normalValue(type, text),
    refusesTtl: () => undefined,
  };
}

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
function updateOf(
  zone: string,
  name: string,
  type: Type,
  old: readonly Answer[],
  { ttl, values }: Wanted,
): Packet {
  const number = packet.encode({ questions: [{ name: '.', type }] }).readUInt16BE(13);
  const removal = { name, type: `UNKNOWN_${number}`, class: 'ANY', ttl: 0, data: Buffer.alloc(0) };
  return {
    type: 'query',
    flags: UPDATE,
    questions: [{ name: zone, type: 'SOA' }],
    // As they came: a text may be cut into parts in many ways, and the server compares bytes.
    answers: old.map((answer) => ({ ...answer, ttl: 0 })),
    authorities: [removal as unknown as Answer, ...values.map((value) => recordOf(name, type, ttl, value))],
  };
}

const same = (a: string, b: string) => a.toLowerCase().replace(/\.$/, '') === b;
