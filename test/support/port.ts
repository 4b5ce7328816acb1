import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that Linux gives to connections (from 32,768), so that none takes a port before its server does. */
const [FIRST, END] = [10_000, 20_000];
const SLICES = 32;
const SIZE = Math.floor((END - FIRST) / SLICES);

/** Each worker of jest has ports of its own: between a look and the start of a server, another one would take the same. */
const first = FIRST + (Number(process.env.JEST_WORKER_ID ?? 0) % SLICES) * SIZE;
let last = randomInt(SIZE);

/**
 * A port of 127.0.0.1 on which nobody listens, and another one each time. The one 10,000 above it is below those of connections
 * too: a cluster of Redis counts its own from it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    last = (last + 1) % SIZE;
    const port = first + last;
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
