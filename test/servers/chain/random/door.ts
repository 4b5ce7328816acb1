import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The only way from a run to a server: cut, or shut for a while; shut for good, the run is as good as killed. */
export interface Door {
  readonly port: number;
  /** Ends what goes through it at the moment. */
  cut(): void;
  /** Nobody gets through any more, until it is opened. */
  shut(): void;
  open(): void;
  stop(): Promise<void>;
}

export async function startDoor(target: number): Promise<Door> {
  let isOpen = true;
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    if (!isOpen) return void client.resetAndDestroy();
    const upstream = connect({ port: target, host: '127.0.0.1', noDelay: true });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    client.pipe(upstream).pipe(client);
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    cut,
    shut() {
      isOpen = false;
      cut();
    },
    open() {
      isOpen = true;
    },
    async stop() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
