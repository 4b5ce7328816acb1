import { createHmac, timingSafeEqual } from 'node:crypto';
import packet from 'dns-packet';
import { ActionError } from '../../base/errors.ts';
import { normalName } from './values.ts';
import { wireName } from './wire.ts';

/** A key that messages of DNS are signed with (RFC 8945). */
export interface TsigKey {
  readonly name: string;
  readonly algorithm: string;
  readonly secret: Buffer;
}

const HASHES: Record<string, string> = {
  'hmac-md5': 'md5',
  'hmac-sha1': 'sha1',
  'hmac-sha224': 'sha224',
  'hmac-sha256': 'sha256',
  'hmac-sha384': 'sha384',
  'hmac-sha512': 'sha512',
};
const MD5_NAME = 'hmac-md5.sig-alg.reg.int';
const [TSIG, ANY] = [250, 255];
/** Seconds that the clocks may differ. */
const FUDGE = 300;
const ERRORS: Record<number, string> = {
  16: 'the signature is wrong; renew the secret of `tsig-key`',
  17: 'the server does not know that key; check its name and algorithm',
  18: 'the clocks of the runner and the server differ by more than five minutes',
};

/** Reads `name:secret` or `algorithm:name:secret`, as `nsupdate -y` does. @throws ActionError that never repeats it */
export function parseKey(text: string): TsigKey {
  const parts = text.split(':');
  const [algorithm = '', name = '', secret = ''] = parts.length === 2 ? ['hmac-sha256', ...parts] : parts;
  const known = normalName(name);
  const bytes = Buffer.from(secret, 'base64');
  const fine = parts.length <= 3 && known !== undefined && HASHES[algorithm.toLowerCase()] !== undefined;
  if (!fine || bytes.length === 0 || !/^[A-Za-z0-9+/]+=*$/.test(secret)) {
    throw new ActionError(
      `Input \`tsig-key\` cannot be read; accepted is <algorithm>:<name>:<base64>, with the algorithms ${Object.keys(HASHES).join(', ')}.`,
    );
  }
  return { name: known, algorithm: algorithm.toLowerCase(), secret: bytes };
}

/** A message with its signature at the end, and that signature, which the answer's is made with. */
export function sign(message: Buffer, key: TsigKey, seconds: number): { bytes: Buffer; mac: Buffer } {
  const mac = macOf(key, [message, variables(key, seconds, FUDGE, 0, Buffer.alloc(0))]);
  const id = message.subarray(0, 2);
  const rdata = Buffer.concat([
    algorithmName(key),
    time(seconds, FUDGE),
    short(mac.length),
    mac,
    id,
    short(0),
    short(0),
  ]);
  const record = Buffer.concat([
    wireName(key.name),
    short(TSIG),
    short(ANY),
    Buffer.alloc(4),
    short(rdata.length),
    rdata,
  ]);
  const bytes = Buffer.concat([message, record]);
  bytes.writeUInt16BE(message.readUInt16BE(10) + 1, 10);
  return { bytes, mac };
}

/** Takes the signature of an answer apart and checks it. @throws ActionError where it is not what the key makes */
export function verify(answer: Buffer, key: TsigKey, requestMac: Buffer, server: string): void {
  const refused = (problem: string) =>
    new ActionError(`The name server ${server} and the key ${key.name} do not fit: ${problem}.`);
  try {
    check(answer, key, requestMac, refused);
  } catch (error) {
    // Reading behind the end of what is cut off or made up.
    throw error instanceof ActionError ? error : refused('the signature of its answer cannot be read');
  }
}

function check(
  answer: Buffer,
  key: TsigKey,
  requestMac: Buffer,
  refused: (problem: string) => ActionError,
): void {
  const last = packet.decode(answer).additionals?.at(-1) as { type?: string; data?: Buffer } | undefined;
  if (last?.type !== 'TSIG' || !last.data) throw refused('its answer is not signed');
  const rdata = last.data;
  const { seconds, fudge, mac, error, other } = parse(rdata, algorithmName(key).length);
  if (error !== 0 && error !== 18) throw refused(ERRORS[error] ?? `error ${error}`);
  const start = answer.length - rdata.length - 10 - wireName(key.name).length;
  const message = Buffer.from(answer.subarray(0, start));
  message.writeUInt16BE(answer.readUInt16BE(10) - 1, 10);
  const expected = macOf(key, [
    short(requestMac.length),
    requestMac,
    message,
    variables(key, seconds, fudge, error, other),
  ]);
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected))
    throw refused('the signature of its answer is wrong');
  if (error !== 0) throw refused(ERRORS[error] ?? `error ${error}`);
}

function parse(rdata: Buffer, from: number) {
  const size = rdata.readUInt16BE(from + 8);
  const end = from + 10 + size;
  return {
    seconds: rdata.readUIntBE(from, 6),
    fudge: rdata.readUInt16BE(from + 6),
    mac: rdata.subarray(from + 10, end),
    error: rdata.readUInt16BE(end + 2),
    other: rdata.subarray(end + 6),
  };
}

const macOf = ({ algorithm, secret }: TsigKey, parts: readonly Buffer[]): Buffer =>
  createHmac(HASHES[algorithm] as string, secret)
    .update(Buffer.concat(parts))
    .digest();

const algorithmName = ({ algorithm }: TsigKey): Buffer =>
  wireName(algorithm === 'hmac-md5' ? MD5_NAME : algorithm);

/** What is signed besides the message. */
const variables = (key: TsigKey, seconds: number, fudge: number, error: number, other: Buffer): Buffer =>
  Buffer.concat([
    wireName(key.name),
    short(ANY),
    Buffer.alloc(4),
    algorithmName(key),
    time(seconds, fudge),
    short(error),
    short(other.length),
    other,
  ]);

function time(seconds: number, fudge: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUIntBE(seconds, 0, 6);
  bytes.writeUInt16BE(fudge, 6);
  return bytes;
}

function short(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(number);
  return bytes;
}
