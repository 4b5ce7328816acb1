import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js';

/** One request as the server got it. */
export interface Got {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
  /** Milliseconds, for the time between two requests. */
  readonly at: number;
}

/** How one request is answered. */
export type Reply = (response: ServerResponse, request: Got) => void | Promise<void>;

/** Answers with JSON; an object that is made later may look at the request. */
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  (response, request) => {
    const content = typeof body === 'function' ? body(request) : body;
    response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(JSON.stringify(content));
  };

/** Answers as the API server refuses: a `Status` object. */
export const refuse = (status: number, reason = '', headers: Record<string, string> = {}): Reply =>
  json(
    { kind: 'Status', status: 'Failure', message: `${reason || status} by script`, reason, code: status },
    status,
    headers,
  );

export const text =
  (body: string, status = 200, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

/** Never answers. */
export const hang: Reply = () => {};

/** Cuts the connection without an answer. */
export const reset: Reply = (response) => {
  response.socket?.resetAndDestroy();
};

/** Answers in pieces, each in a packet of its own, then ends, stays open or is cut. */
export const stream =
  (pieces: readonly (string | Buffer)[], then: 'ends' | 'stays' | 'is cut' = 'stays'): Reply =>
  async (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).flushHeaders();
    for (const piece of pieces) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    if (then === 'ends') response.end();
    if (then === 'is cut') response.socket?.resetAndDestroy();
  };

/**
 * A local server that answers the requests of one test one after another, as its script says; what comes after
 * the script never gets an answer.
 */
export class ScriptedServer {
  readonly requests: Got[] = [];
  readonly #server: Server;
  readonly #script: Reply[];
  readonly #waiting = new Set<() => void>();

  private constructor(script: Reply[]) {
    this.#script = script;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  static async start(...script: Reply[]): Promise<ScriptedServer> {
    const server = new ScriptedServer(script);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Replaces what is left of the script. */
  script(...replies: Reply[]): void {
    this.#script.splice(0, this.#script.length, ...replies);
  }

  /** `GET /api/v1/pods` of each request. */
  get told(): string[] {
    return this.requests.map(({ method, path }) => `${method} ${path}`);
  }

  /** Resolves when that many requests have come. */
  async got(count: number): Promise<void> {
    while (this.requests.length < count) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '', 'http://localhost');
    const got = {
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: body === '' ? undefined : JSON.parse(body),
      at: performance.now(),
    };
    const reply = this.#script.shift() ?? hang;
    this.requests.push(got);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
    await reply(response, got);
  }
}

/** What a client needs to know of a cluster: its address, and no credentials. */
export const configFor = (server: string): KubeConfig =>
  ({
    getCurrentCluster: () => ({ name: 'scripted', server, skipTLSVerify: true }),
    applyToHTTPSOptions: async () => {},
  }) as unknown as KubeConfig;

/** A kubeconfig as a file has it. */
export const kubeconfigFor = (server: string, token = 'not-a-secret'): string => `apiVersion: v1
kind: Config
current-context: scripted
contexts:
  - {name: scripted, context: {cluster: scripted, user: scripted, namespace: shop}}
clusters:
  - {name: scripted, cluster: {server: '${server}', insecure-skip-tls-verify: true}}
users:
  - {name: scripted, user: {token: ${token}}}
`;

/** An address where nothing listens. */
export async function closedPort(): Promise<string> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
