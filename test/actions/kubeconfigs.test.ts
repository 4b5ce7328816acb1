/** What few kubeconfigs need is a chunk of its own, which scripts/build.ts makes of client-node: each of them in the bundle. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { startJsonServer } from '../support/json-server.ts';
import { certificate, key } from '../support/kubernetes/server.ts';
import { Shop } from './shop.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const CA = fileURLToPath(new URL('../support/kubernetes/localhost.crt', import.meta.url));

/** A kubeconfig in a file for a server with the certificate of the stand-in. */
function kubeconfigOf(shop: Shop, server: string, user: object, cluster: object = {}): string {
  const path = join(shop.temp, 'kubeconfig');
  const all = { server, 'certificate-authority-data': base64(certificate), ...cluster };
  const content = {
    'current-context': 'c',
    clusters: [{ name: 'c', cluster: all }],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
  };
  writeFileSync(path, JSON.stringify(content));
  return path;
}

async function shopWithTwoReleases(): Promise<Shop> {
  const shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  return shop;
}

/** A proxy that speaks as much of SOCKS 5 as a client without a password needs. */
async function startSocks() {
  const asked: number[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client.on('error', () => {}));
    client.once('data', () => {
      client.write(Buffer.from([5, 0]));
      client.once('data', (request) => {
        const port = request.readUInt16BE(request.length - 2);
        asked.push(port);
        const upstream = connect(port, '127.0.0.1', () => {
          client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          client.pipe(upstream).pipe(client);
        });
        sockets.add(upstream.on('error', () => {}));
      });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `socks5://127.0.0.1:${port}`,
    asked,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

test('a server behind a proxy that speaks SOCKS', async () => {
  await using shop = await shopWithTwoReleases();
  const { url, token } = shop.api;
  const socks = await startSocks();
  try {
    const kubeconfig = kubeconfigOf(shop, url, { token }, { 'proxy-url': socks.url });
    const step = await shop.rollBack({ kubeconfig, to: 'previous', 'dry-run': 'true' });
    expect([step.errors, step.outputs.result]).toEqual([[], 'planned']);
    expect([...new Set(socks.asked)]).toEqual([Number(new URL(url).port)]);
  } finally {
    socks.stop();
  }
});

test.each(['gcp', 'azure'])('a token that the program of a %s user prints', async (name) => {
  await using shop = await shopWithTwoReleases();
  const { url, token } = shop.api;
  const config = {
    'cmd-path': 'echo',
    'cmd-args': `'${JSON.stringify({ a: { token, until: '2126-01-01T00:00:00Z' } })}'`,
    'token-key': '{.a.token}',
    'expiry-key': '{.a.until}',
  };
  const kubeconfig = kubeconfigOf(shop, url, { 'auth-provider': { name, config } });
  const step = await shop.rollBack({ kubeconfig, to: 'previous', 'dry-run': 'true' });
  expect([step.errors, step.outputs.result]).toEqual([[], 'planned']);
});

test('a token of OpenID Connect that has expired is renewed (kubernetes-client/javascript#2202)', async () => {
  await using shop = await Shop.open();
  const now = Math.floor(Date.now() / 1000);
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const jwt = (claims: object) => `${part({ alg: 'RS256' })}.${part(claims)}.${part({})}`;
  const server = await startJsonServer(
    ({ pathname }) => {
      const issuer = `https://127.0.0.1:${port}`;
      const claims = { iss: issuer, aud: 'kubernetes', sub: 'u', iat: now, exp: now + 600 };
      if (pathname.startsWith('/.well-known/'))
        return { body: { issuer, token_endpoint: `${issuer}/token` } };
      if (pathname === '/token')
        return { body: { access_token: 'a', token_type: 'Bearer', expires_in: 600, id_token: jwt(claims) } };
      return { status: 403, body: { kind: 'Status', message: 'not this user', reason: 'Forbidden' } };
    },
    { key: Buffer.from(key), cert: Buffer.from(certificate) },
  );
  const { port } = new URL(server.url);
  try {
    const address = `https://127.0.0.1:${port}`;
    const config = {
      'idp-issuer-url': address,
      'client-id': 'kubernetes',
      'client-secret': 'secret-of-client',
      'id-token': jwt({ exp: now - 600 }),
      'refresh-token': 'refresh-of-u',
    };
    const kubeconfig = kubeconfigOf(shop, address, { 'auth-provider': { name: 'oidc', config } });
    const env = { NODE_EXTRA_CA_CERTS: CA };
    const step = await shop.rollBack({ kubeconfig, 'dry-run': 'true' }, { env });
    expect(step.errors.join()).toMatch(/not this user/);
    const api = server.requests.find(({ path }) => path.startsWith('/api'));
    const [, claims = ''] = (api?.headers.authorization ?? '').split('.');
    expect(Buffer.from(claims, 'base64url').toString()).toContain(`"exp":${now + 600}`);
  } finally {
    server.stop();
  }
});
