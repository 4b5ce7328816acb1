import { once } from 'node:events';
import { createServer, type IncomingMessage, request as send } from 'node:http';

/** What happens to a request on its way. */
export type Fault =
  /** An answer of the proxy's own. */
  | { readonly status: number; readonly body: string }
  /** The connection is cut behind so many bytes of the answer's body. */
  | { readonly cutAfter: number }
  /** The answer comes in small pieces. */
  | { readonly pieces: number };

export interface FaultProxy {
  readonly endpoint: string;
  /** Ranges that were asked for, in order. */
  readonly ranges: readonly string[];
  close(): Promise<void>;
}

/** A proxy before a server that lets `fault` decide over each request; `undefined` lets it through. */
export async function startFaultProxy(
  target: string,
  fault: (request: IncomingMessage, count: number) => Fault | undefined | Promise<Fault | undefined>,
): Promise<FaultProxy> {
  const ranges: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    ranges.push(incoming.headers.range ?? '');
    const what = await fault(incoming, ranges.length);
    if (what && 'status' in what) {
      outgoing.writeHead(what.status, { 'content-type': 'application/xml' }).end(what.body);
      return;
    }
    const { method, headers } = incoming;
    const forwarded = send(new URL(incoming.url ?? '/', target), { method, headers });
    incoming.pipe(forwarded);
    const [answer] = (await once(forwarded, 'response')) as [IncomingMessage];
    outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
    let left = what && 'cutAfter' in what ? what.cutAfter : Number.POSITIVE_INFINITY;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      const size = what && 'pieces' in what ? what.pieces : chunk.length;
      for (let at = 0; at < chunk.length && left > 0; at += size) {
        const piece = chunk.subarray(at, at + Math.min(size, left));
        left -= piece.length;
        await new Promise((resolve) => outgoing.write(piece, resolve));
      }
      if (left <= 0) return void outgoing.destroy();
    }
    outgoing.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    ranges,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
