import { readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** One request as the server got it. */
export interface Got {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of many shapes
  readonly body: any;
}

/** Answers a request; what a fault does instead of the usual answer. */
export type Answer = (response: ServerResponse, got: Got) => void;

export const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) => {
    const json = typeof body !== 'string';
    const type = json ? 'application/json' : 'text/html';
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(json ? JSON.stringify(body) : body);
  };

/** Never answers. */
export const hang: Answer = () => {};

/** Sends a piece every few milliseconds and comes to no end. */
export const drip: Answer = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** Cuts the connection without an answer. */
export const cutOff: Answer = (response) => {
  response.socket?.resetAndDestroy();
};

const certificate = join(import.meta.dirname, '../kubernetes');

/** A local server that answers as a service would; `faults` come first, one a request. */
export class SinkServer {
  readonly requests: Got[] = [];
  readonly faults: Answer[] = [];
  readonly #server: Server;
  readonly #tls: boolean;

  private constructor(usual: Answer, tls: boolean) {
    this.#tls = tls;
    const listener: RequestListener = (request, response) => {
      this.#take(request, response, usual).catch(() => response.destroy());
    };
    this.#server = tls
      ? createTlsServer(
          {
            cert: readFileSync(join(certificate, 'localhost.crt')),
            key: readFileSync(join(certificate, 'localhost.key')),
          },
          listener,
        )
      : createServer(listener);
  }

  /** @param tls with a certificate that nobody trusts */
  static async start(usual: Answer, { tls = false } = {}): Promise<SinkServer> {
    const server = new SinkServer(usual, tls);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `${this.#tls ? 'https' : 'http'}://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse, usual: Answer): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const got = {
      path: `${request.method} ${request.url}`,
      headers: request.headers,
      text,
      body: request.headers['content-type']?.includes('json') ? JSON.parse(text) : undefined,
    };
    this.requests.push(got);
    (this.faults.shift() ?? usual)(response, got);
  }
}
