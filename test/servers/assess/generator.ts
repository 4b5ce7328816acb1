import { once } from 'node:events';
import { createServer } from 'node:http';

/** Upper bounds of the histogram, in seconds. */
const BOUNDS = [0.1, 0.2, 0.4, 0.8];

/**
 * A service that Prometheus scrapes: between two scrapes it has served so many requests, of which a share failed, each
 * in so many seconds.
 */
export async function startGenerator() {
  let [ok, failed, asked] = [0, 0, 0];
  let buckets = BOUNDS.map(() => 0);
  const play = {
    /** The share that fails, also as it goes from scrape to scrape. */
    share: 0 as number | ((scrape: number) => number),
    perScrape: 100,
    latency: 0.05,
    alive: true,
  };
  const server = createServer((_, response) => {
    asked++;
    if (!play.alive) return response.destroy();
    const share = typeof play.share === 'number' ? play.share : play.share(asked);
    ok += play.perScrape * (1 - share);
    failed += play.perScrape * share;
    buckets = buckets.map((sum, index) => sum + (play.latency <= (BOUNDS[index] ?? 0) ? play.perScrape : 0));
    const counts = [...buckets, ok + failed].map(
      (sum, index) => `http_request_duration_seconds_bucket{le="${BOUNDS[index] ?? '+Inf'}"} ${sum}\n`,
    );
    response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' });
    return response.end(
      `# TYPE http_requests_total counter\nhttp_requests_total{status="200"} ${ok}\nhttp_requests_total{status="503"} ${failed}\n# TYPE http_request_duration_seconds histogram\n${counts.join('')}http_request_duration_seconds_count ${ok + failed}\n`,
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
      buckets = BOUNDS.map(() => 0);
    },
    scrapes: () => asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
