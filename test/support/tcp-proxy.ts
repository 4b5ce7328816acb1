import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A wire between a client and a server that can be cut at a word of the client. */
export interface TcpProxy {
  readonly port: number;
  /** Cuts the connection at the next `word` of a client: before the server gets it, or before its answer comes back. */
  cutAt(word: string, when: 'before' | 'after'): void;
  /** How often it was cut. */
  readonly cuts: number;
  stop(): Promise<void>;
}

export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  let cut: { word: string; when: 'before' | 'after' } | undefined;
  let cuts = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target.port, target.host);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    let isCut = false;
    client.on('data', (bytes) => {
      const hit = cut !== undefined && bytes.includes(cut.word);
      if (hit) {
        isCut = true;
        cuts++;
        const { when } = cut as { when: string };
        cut = undefined;
        if (when === 'after') upstream.write(bytes);
        client.destroy();
        // The server must have carried it out before anybody looks.
        if (when === 'after') upstream.once('data', () => upstream.destroy());
        else upstream.destroy();
      } else upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (!isCut) client.write(bytes);
    });
    client.on('end', () => upstream.end());
    upstream.on('end', () => client.end());
    client.on('close', () => {
      if (!isCut) upstream.destroy();
    });
    upstream.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as { port: number }).port,
    cutAt(word, when) {
      cut = { word, when };
    },
    get cuts() {
      return cuts;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
