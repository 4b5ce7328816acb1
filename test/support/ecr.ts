import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { type Distribution, startDistribution } from './distribution.ts';
import { startMoto } from './dns/moto.ts';
import { makeCertificates } from './redis/certificates.ts';

const REGION = 'eu-west-1';
/** Names of Amazon, which this machine answers for. */
const HOST = `123456789012.dkr.ecr.${REGION}.amazonaws.com`;
const API = `api.ecr.${REGION}.amazonaws.com`;

export interface Ecr {
  readonly host: string;
  readonly registry: Distribution;
  /** What leads a process to this machine where it asks for Amazon's names. */
  readonly env: Readonly<Record<string, string>>;
  /** How many connections were made to a name. */
  readonly asked: { registry: number; api: number };
  stop(): Promise<void>;
}

/** Amazon's registry as far as it can be had: a real registry under its name, and moto, which gives the log-in to it. */
export async function startEcr(): Promise<Ecr> {
  const [registry, moto] = await Promise.all([startDistribution('basic'), startMoto()]);
  const { ca, certificate, key } = makeCertificates(`DNS:${HOST},DNS:${API}`);
  const asked = { registry: 0, api: 0 };
  const sockets = new Set<Socket>();
  const join = (a: Socket, b: Socket) => {
    for (const socket of [a, b]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    a.pipe(b).pipe(a);
  };
  const front = createTls({ cert: readFileSync(certificate), key: readFileSync(key) }, (socket) => {
    const isApi = (socket as { servername?: unknown }).servername === API;
    asked[isApi ? 'api' : 'registry'] += 1;
    const { port } = new URL(isApi ? moto.endpoint : `http://${registry.host}`);
    join(socket, connect(Number(port), '127.0.0.1'));
  }).listen(0, '127.0.0.1');
  const proxy = createServer().on('connect', ({ url = '' }, socket: Socket) => {
    if (![`${HOST}:443`, `${API}:443`].includes(url))
      return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    join(socket, connect((front.address() as AddressInfo).port, '127.0.0.1'));
  });
  proxy.listen(0, '127.0.0.1');
  await Promise.all([once(front, 'listening'), once(proxy, 'listening')]);
  return {
    ...{ host: HOST, registry, asked },
    env: {
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      NO_PROXY: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: ca,
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      front.close();
      proxy.close();
      await Promise.all([registry.stop(), moto.stop()]);
    },
  };
}
