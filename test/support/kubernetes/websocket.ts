import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { badRequest } from './failure.ts';

export interface WebSocket {
  /** One binary message. */
  send(data: Buffer): void;
  /** Says goodbye, and lets the connection go when the client has done the same. */
  close(): void;
}

/** The server's side of RFC 6455, as far as a server needs it whose clients send whole messages. */
export function acceptWebSocket(
  { headers }: IncomingMessage,
  socket: Duplex,
  protocol: string,
  hear: (message: Buffer) => void = () => {},
): WebSocket {
  const key = headers['sec-websocket-key'];
  if (!key || headers['sec-websocket-version'] !== '13') throw badRequest('not a WebSocket handshake');
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${accept}`,
      `Sec-WebSocket-Protocol: ${protocol}`,
      '\r\n',
    ].join('\r\n'),
  );
  let received = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let frame = readFrame(received); frame; frame = readFrame(received)) {
      if (frame.opcode === BINARY) hear(unmasked(received.subarray(0, frame.bytes), frame.size));
      received = received.subarray(frame.bytes);
      if (frame.opcode === CLOSE) socket.end(frameOf(CLOSE, Buffer.of(0x03, 0xe8)));
    }
  });
  return {
    send: (data) => void socket.write(frameOf(BINARY, data)),
    close: () => void socket.write(frameOf(CLOSE, Buffer.of(0x03, 0xe8))),
  };
}

const [BINARY, CLOSE] = [2, 8];

function frameOf(opcode: number, data: Buffer): Buffer {
  const size = data.length;
  let head = Buffer.of(0x80 | opcode, size);
  if (size > 65_535) {
    head = Buffer.alloc(10);
    head.writeUInt8(0x80 | opcode, 0);
    head.writeUInt8(127, 1);
    head.writeBigUInt64BE(BigInt(size), 2);
  } else if (size > 125) {
    head = Buffer.of(0x80 | opcode, 126, size >> 8, size & 0xff);
  }
  return Buffer.concat([head, data]);
}

/** How long a frame is, how much of that is what it carries, and what it is for. */
function readFrame(data: Buffer): { opcode: number; bytes: number; size: number } | undefined {
  if (data.length < 2) return undefined;
  const short = data.readUInt8(1) & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (data.length < 2 + lengthBytes) return undefined;
  const size =
    lengthBytes === 2 ? data.readUInt16BE(2) : lengthBytes === 8 ? Number(data.readBigUInt64BE(2)) : short;
  const maskBytes = data.readUInt8(1) & 0x80 ? 4 : 0;
  const bytes = 2 + lengthBytes + maskBytes + size;
  return data.length < bytes ? undefined : { opcode: data.readUInt8(0) & 0x0f, bytes, size };
}

/** What a client sends is masked, by the four bytes before it. */
function unmasked(frame: Buffer, size: number): Buffer {
  const start = frame.length - size;
  const mask = frame.subarray(start - 4, start);
  return Buffer.from(frame.subarray(start).map((byte, index) => byte ^ (mask[index % 4] as number)));
}
