/** Another client of a server: one request after another, a millisecond between them, until it is told to stop. */
import { Redis } from 'ioredis';

const client = new Redis({ port: Number(process.env.PROBE_PORT), host: '127.0.0.1' });
const times: number[] = [];
let isOver = false;
process.once('message', () => {
  isOver = true;
});
await client.set('probe', 'x');
process.send?.('ready');
while (!isOver) {
  const started = performance.now();
  await client.get('probe');
  times.push(performance.now() - started);
  await new Promise((next) => setTimeout(next, 1));
}
times.sort((a, b) => a - b);
process.send?.(times[Math.floor(times.length * 0.99)] ?? 0);
client.disconnect();
process.disconnect();
