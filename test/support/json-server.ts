import { once } from 'node:events';
import { createServer as createPlain, type IncomingMessage } from 'node:http';
import { createServer as createSecure } from 'node:https';

export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** An object is sent as JSON, a text as it is; undefined never answers. */
  readonly body?: unknown;
}

/** A server that answers each request as the test says, with what it was asked. */
export async function startJsonServer(
  reply: (url: URL, request: IncomingMessage) => Reply | undefined,
  tls?: { readonly key: Buffer; readonly cert: Buffer },
) {
  const requests: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const listen = tls ? createSecure.bind(undefined, tls) : createPlain;
  const server = listen((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers });
    const answer = reply(new URL(request.url ?? '', 'http://localhost'), request);
    if (!answer) return;
    response
      .writeHead(answer.status ?? 200, { 'Content-Type': 'application/json', ...answer.headers })
      .end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `${tls ? 'https' : 'http'}://localhost:${port}`,
    requests,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
