import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * An abstract socket of Linux: one process of the machine can have it, nothing of it is on the disk, and it is free as
 * soon as that process is gone, however that happens.
 */
const NAME = '\0rollback-actions-real-node';

/** Takes the machine's one lock for a real node. @throws an error that says who has it */
export async function takeLock(): Promise<() => void> {
  const server = createServer((client) => client.end(`process ${process.pid} in ${process.cwd()}`));
  try {
    server.listen({ path: NAME });
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(
      `A real node runs on this machine already (${await holder()}), and there can be one only: kubelets share cgroups and nft's tables.`,
    );
  }
  server.unref();
  return () => server.close();
}

const holder = (): Promise<string> => text(connect({ path: NAME })).catch(() => 'its process did not answer');
