import packet, { type Answer, type RecordType } from 'dns-packet';
import { bytesOf, decodeText, normalValue, quoted, TYPES, type Type, txtChunks } from './values.ts';

/** The value of a record of an answer, as `normalValue` gives it; undefined for types that are not understood. */
export function valueIn(answer: Answer): string | undefined {
  const type = TYPES.find((known) => known === answer.type);
  if (type === undefined) return undefined;
  const { data } = answer as { data: unknown };
  return normalValue(type, presentation(type, data));
}

function presentation(type: Type, data: unknown): string {
  if (type === 'TXT') return quoted(Buffer.concat([data].flat() as Buffer[]));
  if (type === 'MX') {
    const { preference = 0, exchange } = data as { preference?: number; exchange: string };
    return `${preference} ${exchange}`;
  }
  if (type === 'SRV') {
    const { priority, weight, port, target } = data as Record<string, string | number>;
    return `${priority} ${weight} ${port} ${target}`;
  }
  if (type === 'CAA') {
    const { flags, tag, value } = data as { flags: number; tag: string; value: string };
    return `${flags} ${tag} ${quoted(Buffer.from(value))}`;
  }
  return String(data);
}

/** A record as the codec takes it. */
export function recordOf(name: string, type: Type, ttl: number, value: string): Answer {
  return { name, type: type as RecordType, class: 'IN', ttl, data: dataOf(type, value) } as Answer;
}

function dataOf(type: Type, value: string): unknown {
  const parts = value.split(' ');
  if (type === 'TXT') return txtChunks(bytesOf(value));
  if (type === 'MX') return { preference: Number(parts[0]), exchange: parts[1] };
  if (type === 'SRV') {
    const [priority, weight, port, target] = parts;
    return { priority: Number(priority), weight: Number(weight), port: Number(port), target };
  }
  if (type === 'CAA')
    return { flags: Number(parts[0]), tag: parts[1], value: decodeText(parts.slice(2).join(' ')) };
  return value;
}

type Codec = { encode(data: unknown): Buffer; decode(bytes: Buffer): unknown };
const codecOf = (type: string): Codec => (packet as unknown as { record(type: string): Codec }).record(type);

/** The data of a record of an answer as it is on the wire, in base64: a text may be cut into parts in many ways. */
export function rdataOf(answer: Answer): string {
  const { type, data } = answer as { type: string; data: unknown };
  return codecOf(type).encode(data).subarray(2).toString('base64');
}

/** The value in such data; undefined where it is none of that type. */
export function valueOfRdata(type: Type, rdata: string): string | undefined {
  const bytes = Buffer.from(rdata, 'base64');
  const size = Buffer.from([bytes.length >> 8, bytes.length & 255]);
  try {
    return valueIn({ type, data: codecOf(type).decode(Buffer.concat([size, bytes])) } as Answer);
  } catch {
    return undefined;
  }
}

/** A record with such data, as it is: by the number of its type the codec leaves it alone. */
export function recordWith(name: string, type: Type, ttl: number, rdata: string): Answer {
  const number = packet.encode({ questions: [{ name: '.', type }] }).readUInt16BE(13);
  const data = Buffer.from(rdata, 'base64');
  return { name, type: `UNKNOWN_${number}`, class: 'IN', ttl, data } as unknown as Answer;
}

/** A name as it is on the wire, never shortened. */
export const wireName = (name: string): Buffer =>
  (packet as unknown as { name: { encode(text: string): Buffer } }).name.encode(name.toLowerCase());
