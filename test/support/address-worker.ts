/** The thread of an address (address.ts): whoever waits for a program that goes through it must not keep it from passing anything on. */
import { connect, createServer, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

let target = (workerData as { first: number }).first;
const sockets = new Set<Socket>();
const server = createServer((client) => {
  client.on('error', () => {});
  if (target === 0) return void client.destroy();
  const upstream = connect(target, '127.0.0.1').on('error', () => {});
  for (const socket of [client, upstream]) {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  }
  client.pipe(upstream).pipe(client);
  client.on('close', () => upstream.destroy());
  upstream.on('close', () => client.destroy());
}).listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as { port: number }).port));

parentPort?.on('message', (to: number) => {
  target = to;
  for (const socket of sockets) socket.destroy();
  parentPort?.postMessage('leads');
});
