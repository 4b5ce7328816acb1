import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';

const certificates = join(import.meta.dirname, '../kubernetes');

/** A server at 127.0.0.1 whose certificate nobody has signed that is known. */
export async function startUntrusted(): Promise<{ port: number; stop(): void }> {
  const [key, cert] = ['key', 'crt'].map((end) => readFileSync(join(certificates, `localhost.${end}`)));
  const server = createServer({ key, cert }, (_, response) => response.end('{}')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    port,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
