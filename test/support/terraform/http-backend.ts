import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A state kept by HTTP, with a lock that stays where whoever took it dies, as those of object stores do. */
export class HttpBackend {
  state = '';
  /** Who has the lock, in Terraform's JSON. */
  lock: string | undefined;
  /** What writing the state is answered with. */
  answerToWrite = 200;
  /** How many writes are refused before that. */
  refusals = 0;
  /** How many times the state was written. */
  writes = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const [status, body] = await this.#answer(request);
      response.writeHead(status).end(body);
    });
  }

  static async start(): Promise<HttpBackend> {
    const backend = new HttpBackend();
    await new Promise<void>((listening) => backend.#server.listen(0, '127.0.0.1', listening));
    return backend;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/state`;
  }

  /** The settings as `backend-config` takes them. */
  get settings(): string {
    const names = ['address', 'lock_address', 'unlock_address'];
    return [...names.map((name) => `${name}=${this.url}`), 'retry_max=0'].join('\n');
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage): Promise<[number, string]> {
    const body = await text(request);
    switch (request.method) {
      case 'LOCK':
        if (this.lock) return [423, this.lock];
        this.lock = body;
        return [200, ''];
      case 'UNLOCK':
        this.lock = undefined;
        return [200, ''];
      case 'POST':
        if (this.refusals > 0) {
          this.refusals -= 1;
          return [500, ''];
        }
        if (this.answerToWrite === 200) {
          this.state = body;
          this.writes += 1;
        }
        return [this.answerToWrite, ''];
      default:
        return this.state === '' ? [404, ''] : [200, this.state];
    }
  }
}
