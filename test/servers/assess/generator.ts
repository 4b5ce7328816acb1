import { once } from 'node:events';
import { createServer } from 'node:http';

/** A service that Prometheus scrapes: between two scrapes it has served so many requests, of which a share failed. */
export async function startGenerator() {
  let [ok, failed, asked] = [0, 0, 0];
  const play = { share: 0, perScrape: 100, alive: true };
  const server = createServer((_, response) => {
    asked++;
    if (!play.alive) return response.destroy();
    ok += play.perScrape * (1 - play.share);
    failed += play.perScrape * play.share;
    response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' });
    return response.end(
      `# TYPE http_requests_total counter\nhttp_requests_total{status="200"} ${ok}\nhttp_requests_total{status="503"} ${failed}\n`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    target: `127.0.0.1:${port}`,
    /** What it does from now on. */
    play,
    /** Its process starts anew: counters are at zero. */
    restart() {
      [ok, failed] = [0, 0];
    },
    scrapes: () => asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
