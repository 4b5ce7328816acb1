import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Timers } from './timers.ts';

export interface Server {
  url: string;
  /** Breaks every connection and refuses new ones for a while; resolves when the port answers again. */
  restart(downMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** A certificate of this test alone, for 127.0.0.1, good for a hundred years; it is its own authority. */
export const certificate = readFileSync(new URL('localhost.crt', import.meta.url), 'utf8');
export const key = readFileSync(new URL('localhost.key', import.meta.url), 'utf8');

export async function startServer(
  timers: Timers,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
  onUpgrade: (request: IncomingMessage, socket: Duplex) => void,
): Promise<Server> {
  // Longer than any test, so that no pooled connection ends just as a client takes it.
  const server = createServer({ key, cert: certificate, keepAliveTimeout: 600_000 }, onRequest);
  server.on('upgrade', onUpgrade);
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that goes away in the middle is not a failure of the server.
    socket.on('error', () => {});
  });

  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    async restart(downMs) {
      await close();
      await timers.wait(downMs);
      await listen(port);
    },
    stop: close,
  };
}
