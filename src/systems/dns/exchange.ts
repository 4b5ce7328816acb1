import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import packet, { type Answer, type DecodedPacket, type Packet, type RecordType } from 'dns-packet';
import { ActionError } from '../../base/errors.ts';
import { retry } from '../../base/retry.ts';
import { WAITS } from '../../base/waits.ts';
import { unreachableReason } from '../network.ts';
import { countRequest } from '../requests.ts';
import { sign, type TsigKey, verify } from './tsig.ts';

/** A name server: an address, or a name that the system resolves. */
export interface NameServer {
  readonly host: string;
  readonly port: number;
}

/** What a name server said. */
export interface Reply {
  /** `NOERROR`, `NXDOMAIN`, `REFUSED` … */
  readonly rcode: string;
  readonly authoritative: boolean;
  readonly answers: readonly Answer[];
  /** Who has the name, where it is not this server. */
  readonly authorities: readonly Answer[];
}

/** What fits into a datagram everywhere. */
const PAYLOAD = 1232;

/** How a name server is called in messages: with its port where that is not the usual one. */
export const serverName = ({ host, port }: NameServer): string => (port === 53 ? host : `${host}:${port}`);

/** Reads `host`, `host:port` or `[address]:port`. @throws ActionError */
export function parseServer(text: string, input: string): NameServer {
  const [, six, name, port] = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = six ?? name ?? (isIPv6(text) ? text : undefined);
  if (host !== undefined && Number(port ?? 53) <= 65535) return { host, port: Number(port ?? 53) };
  throw new ActionError(
    `Input \`${input}\` has ${JSON.stringify(text)}; accepted are addresses such as ns1.example.com, 192.0.2.53 and 192.0.2.53:5353.`,
  );
}

/** Asks one question, by datagram, and over a connection where the answer does not fit. @throws ActionError where there is no answer */
export function query(
  server: NameServer,
  name: string,
  type: RecordType,
  { signal, recursive = false, key }: { signal: AbortSignal; recursive?: boolean; key?: TsigKey | undefined },
): Promise<Reply> {
  const message: Packet = {
    type: 'query',
    id: randomInt(65_536),
    flags: recursive ? packet.RECURSION_DESIRED : 0,
    questions: [{ name, type }],
    additionals: [
      {
        type: 'OPT',
        name: '.',
        udpPayloadSize: PAYLOAD,
        extendedRcode: 0,
        ednsVersion: 0,
        flags: 0,
        flag_do: false,
        options: [],
      },
    ],
  };
  return reached(server, signal, 3, async () => {
    const short = await send(server, message, key, byDatagram, signal);
    return replyOf(short.flag_tc ? await send(server, message, key, overConnection, signal) : short);
  });
}

/** Sends a message once, over a connection: an update must not be lost or done twice unseen. @throws ActionError */
export function sendOnce(
  server: NameServer,
  message: Packet,
  key: TsigKey | undefined,
  signal: AbortSignal,
): Promise<Reply> {
  return reached(server, signal, 1, async () =>
    replyOf(await send(server, { ...message, id: randomInt(65_536) }, key, overConnection, signal)),
  );
}

function replyOf(decoded: DecodedPacket): Reply {
  const { rcode } = decoded as unknown as { rcode: string };
  const { flag_aa: authoritative, answers = [], authorities = [] } = decoded;
  return { rcode, authoritative, answers, authorities };
}

type Way = (server: NameServer, bytes: Buffer, signal: AbortSignal) => Promise<Buffer>;

async function send(
  server: NameServer,
  message: Packet,
  key: TsigKey | undefined,
  way: Way,
  signal: AbortSignal,
): Promise<DecodedPacket> {
  countRequest('to name servers');
  const plain = packet.encode(message);
  const signed = key && sign(plain, key, Math.floor(Date.now() / 1000));
  const answer = await way(server, signed?.bytes ?? plain, signal);
  const decoded = packet.decode(answer);
  if (key && signed && !decoded.flag_tc) verify(answer, key, signed.mac, serverName(server));
  return decoded;
}

async function reached<T>(
  server: NameServer,
  signal: AbortSignal,
  attempts: number,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await retry(work, { attempts, signal, isPassing: (error) => !(error instanceof ActionError) });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ActionError) throw error;
    throw new ActionError(
      `The name server ${serverName(server)} cannot be reached (${unreachableReason(error)}); check its address and the network of the runner.`,
      { cause: error },
    );
  }
}

/** Bytes of the head of a message, which the question follows. */
const HEAD = 12;

/** Whether a message has the number and the question of what was asked; one that could not be read has no question. */
function isAnswerTo(query: Buffer, answer: Buffer): boolean {
  if (answer.length < HEAD || !answer.subarray(0, 2).equals(query.subarray(0, 2))) return false;
  if (answer.readUInt16BE(4) === 0) return true;
  // Bytes of its name until the empty label, type and class; servers may write the name in other letters.
  const end = query.indexOf(0, HEAD) + 5;
  const question = (message: Buffer) => message.toString('latin1', HEAD, end).toLowerCase();
  return answer.readUInt16BE(4) === 1 && question(answer) === question(query);
}

const byDatagram: Way = ({ host, port }, bytes, signal) =>
  new Promise((resolve, reject) => {
    const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
    const ended = AbortSignal.any([signal, AbortSignal.timeout(WAITS.DNS_DATAGRAM_MS)]);
    const end = (settle: () => void) => {
      ended.removeEventListener('abort', abort);
      socket.close();
      settle();
    };
    const abort = () => end(() => reject(new Error('no answer')));
    ended.addEventListener('abort', abort);
    socket.on('error', (error) => end(() => reject(error)));
    // An answer to another question is ignored.
    socket.on('message', (answer) => {
      if (isAnswerTo(bytes, answer)) end(() => resolve(answer));
    });
    socket.connect(port, host, (error?: Error) => {
      if (error) end(() => reject(error));
      else socket.send(bytes);
    });
  });

const overConnection: Way = ({ host, port }, bytes, signal) =>
  new Promise((resolve, reject) => {
    const ended = AbortSignal.any([signal, AbortSignal.timeout(WAITS.DNS_CONNECTION_MS)]);
    const socket = connect({ host, port, signal: ended });
    const size = Buffer.alloc(2);
    size.writeUInt16BE(bytes.length);
    let heard = Buffer.alloc(0);
    socket.on('connect', () => socket.write(Buffer.concat([size, bytes])));
    socket.on('data', (chunk: Buffer) => {
      heard = Buffer.concat([heard, chunk]);
      if (heard.length < 2 || heard.length < 2 + heard.readUInt16BE(0)) return;
      resolve(heard.subarray(2, 2 + heard.readUInt16BE(0)));
      socket.destroy();
    });
    socket.on('error', (error) => reject(ended.aborted && !signal.aborted ? new Error('no answer') : error));
    socket.on('close', () => reject(new Error('the connection was cut')));
  });
