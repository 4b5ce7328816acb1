import packet, { type Answer, type RecordType } from 'dns-packet';
import { bytesOf, normalValue, partsOf, quoted, TYPES, type Type, textOf } from './values.ts';

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
  if (type === 'TXT') return partsOf(bytesOf(value));
  if (type === 'MX') return { preference: Number(parts[0]), exchange: parts[1] };
  if (type === 'SRV') {
    const [priority, weight, port, target] = parts;
    return { priority: Number(priority), weight: Number(weight), port: Number(port), target };
  }
  if (type === 'CAA')
    return { flags: Number(parts[0]), tag: parts[1], value: textOf(parts.slice(2).join(' ')) };
  return value;
}

/** A name as it is on the wire, never shortened. */
export const wireName = (name: string): Buffer =>
  (packet as unknown as { name: { encode(text: string): Buffer } }).name.encode(name.toLowerCase());
