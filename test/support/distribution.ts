import { spawn } from 'node:child_process';
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { distribution } from '../setup/artifacts.ts';
import { freePort } from './port.ts';
import { makeCertificates } from './redis/certificates.ts';

export const USER = 'puller';
export const PASSWORD = 'pull-password';
/** The password above by bcrypt, as htpasswd writes it. */
const HASH = '$2b$04$41RAgUFUi8JDxIVePUrFaOxcoUb9c6FtY1G7lTipaOC/6HeS0p.O.';
/** That of the log-in that moto gives, as Amazon's registry does: `AWS` and `123456789012-auth-token`. */
const AWS_HASH = '$2b$04$41RAgUFUi8JDxIVePUrFaOAfkeLtV1cRygI1vwzTIs.pMg0qkUoli';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';

export interface Distribution {
  /** `127.0.0.1:12345`, or with TLS this machine's name and the port. */
  readonly host: string;
  /** The file of the CA, with TLS. */
  readonly ca: string | undefined;
  /** Stores an image, and gives its digest. */
  push(repository: string, tag: string): Promise<string>;
  /** Stores an image for two architectures under a tag, and gives the digests of its index and of each. */
  pushIndex(repository: string, tag: string): Promise<{ index: string; amd64: string; arm64: string }>;
  /** Stores the manifest again that was deleted. */
  restore(repository: string, digest: string): Promise<void>;
  /** Deletes a manifest by its digest. */
  delete(repository: string, digest: string): Promise<void>;
  stop(): Promise<void>;
}

/** A real registry (distribution) on a free port, open, with users, or with tokens that another server gives. */
export async function startDistribution(
  auth: 'none' | 'basic' | 'bearer',
  withTls = false,
): Promise<Distribution> {
  const directory = mkdtempSync(join(tmpdir(), 'registry-'));
  const port = await freePort();
  const certificates = withTls ? makeCertificates(`DNS:${hostname()}`) : undefined;
  const tokens = auth === 'bearer' ? await startTokens(directory) : undefined;
  const htpasswd = join(directory, 'htpasswd');
  writeFileSync(htpasswd, `${USER}:${HASH}\nAWS:${AWS_HASH}\n`);
  const config = {
    version: '0.1',
    log: { accesslog: { disabled: true }, level: 'error' },
    storage: { filesystem: { rootdirectory: join(directory, 'data') }, delete: { enabled: true } },
    http: {
      addr: `127.0.0.1:${port}`,
      secret: randomUUID(),
      ...(certificates && { tls: { certificate: certificates.certificate, key: certificates.key } }),
    },
    ...(auth === 'basic' && { auth: { htpasswd: { realm: 'test', path: htpasswd } } }),
    ...(tokens && { auth: { token: tokens.settings } }),
  };
  const file = join(directory, 'config.yml');
  // YAML holds JSON.
  writeFileSync(file, JSON.stringify(config));
  const server = spawn(distribution.path('registry'), ['serve', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  server.stdout.on('data', (text) => (said += text));
  server.stderr.on('data', (text) => (said += text));
  const host = withTls ? `${hostname()}:${port}` : `127.0.0.1:${port}`;
  const ask = async (
    path: string,
    method = 'GET',
    body?: string | Buffer,
    type = 'application/octet-stream',
  ) => {
    const authorization =
      auth === 'none'
        ? undefined
        : auth === 'basic'
          ? `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`
          : `Bearer ${tokens?.grant(/^\/v2\/(.+)\/(manifests|blobs)\//.exec(path)?.[1] ?? '')}`;
    return request(certificates ? 'https' : 'http', port, path, {
      method,
      headers: { ...(authorization && { authorization }), 'content-type': type },
      body,
    });
  };
  while (!(await ask('/v2/').catch(() => undefined))) {
    if (server.exitCode !== null) throw new Error(`The registry ended with ${server.exitCode}: ${said}`);
    await wait(20);
  }
  const pushed = new Map<string, string>();
  const blob = async (repository: string, content: string) => {
    const digest = digestOf(content);
    const begun = await ask(`/v2/${repository}/blobs/uploads/`, 'POST');
    const location = new URL(String(begun.headers.location), 'http://registry');
    location.searchParams.set('digest', digest);
    const stored = await ask(`${location.pathname}${location.search}`, 'PUT', content);
    if (stored.status !== 201) throw new Error(`A blob was not stored: ${stored.status} ${stored.body}`);
    return { digest, size: Buffer.byteLength(content) };
  };
  const store = async (repository: string, reference: string, manifest: string, type = MANIFEST) => {
    const stored = await ask(`/v2/${repository}/manifests/${reference}`, 'PUT', manifest, type);
    if (stored.status !== 201) throw new Error(`A manifest was not stored: ${stored.status} ${stored.body}`);
    pushed.set(digestOf(manifest), manifest);
  };
  const manifestOf = async (repository: string, architecture: string) => {
    const described = (mediaType: string, { digest, size }: { digest: string; size: number }) => ({
      mediaType: `application/vnd.oci.image.${mediaType}`,
      digest,
      size,
    });
    const config = await blob(
      repository,
      JSON.stringify({ os: 'linux', architecture, config: { Labels: { id: randomUUID() } } }),
    );
    const layer = await blob(repository, 'layer');
    return JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: described('config.v1+json', config),
      layers: [described('layer.v1.tar', layer)],
    });
  };
  return {
    host,
    ca: certificates?.ca,
    async push(repository, tag) {
      const manifest = await manifestOf(repository, 'amd64');
      await store(repository, tag, manifest);
      return digestOf(manifest);
    },
    async pushIndex(repository, tag) {
      const one = async (architecture: string) => {
        const manifest = await manifestOf(repository, architecture);
        const digest = digestOf(manifest);
        await store(repository, digest, manifest);
        const size = Buffer.byteLength(manifest);
        return { mediaType: MANIFEST, digest, size, platform: { os: 'linux', architecture } };
      };
      const [amd64, arm64] = [await one('amd64'), await one('arm64')];
      const index = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [amd64, arm64] });
      await store(repository, tag, index, INDEX);
      return { index: digestOf(index), amd64: amd64.digest, arm64: arm64.digest };
    },
    async restore(repository, digest) {
      await store(repository, digest, pushed.get(digest) ?? '');
    },
    async delete(repository, digest) {
      const { status, body } = await ask(`/v2/${repository}/manifests/${digest}`, 'DELETE');
      if (status !== 202) throw new Error(`A manifest was not deleted: ${status} ${body}`);
    },
    async stop() {
      tokens?.stop();
      const exited = once(server, 'exit');
      server.kill('SIGKILL');
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const digestOf = (content: string) => `sha256:${createHash('sha256').update(content).digest('hex')}`;

async function request(
  scheme: 'http' | 'https',
  port: number,
  path: string,
  {
    method,
    headers,
    body,
  }: { method: string; headers: Record<string, string>; body: string | Buffer | undefined },
) {
  const { request: send } = await import(`node:${scheme}`);
  const outgoing = send({ host: '127.0.0.1', port, path, method, headers, rejectUnauthorized: false });
  outgoing.end(body);
  const [answer] = await once(outgoing, 'response');
  let text = '';
  for await (const chunk of answer) text += chunk;
  return {
    status: answer.statusCode as number,
    headers: answer.headers as Record<string, unknown>,
    body: text,
  };
}

/** A server that gives tokens to who knows the password, as registries of the cloud have one, and what is to be told of it. */
async function startTokens(directory: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const kid = 'test-key';
  const jwks = join(directory, 'jwks.json');
  writeFileSync(
    jwks,
    JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' }] }),
  );
  const coded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const tokenFor = (repository: string, actions: string[]) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: 'test-tokens',
      sub: USER,
      aud: 'test-registry',
      iat: now,
      nbf: now - 10,
      exp: now + 300,
      jti: randomUUID(),
      access: [{ type: 'repository', name: repository, actions }],
    };
    const text = `${coded({ alg: 'ES256', typ: 'JWT', kid })}.${coded(claims)}`;
    const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  };
  const server = createServer(({ url = '', headers }, response) => {
    const { searchParams } = new URL(url, 'http://tokens');
    const [, name = '', actions = ''] = /^repository:(.+):(.+)$/.exec(searchParams.get('scope') ?? '') ?? [];
    const right = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
    if (headers.authorization !== right)
      return void response.writeHead(401).end(JSON.stringify({ errors: [{ code: 'UNAUTHORIZED' }] }));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ token: tokenFor(name, actions.split(',')) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    settings: {
      realm: `http://127.0.0.1:${port}/token`,
      service: 'test-registry',
      issuer: 'test-tokens',
      jwks,
    },
    /** For whoever puts images there. */
    grant: (repository: string) => tokenFor(repository, ['pull', 'push', 'delete']),
    stop: () => server.close(),
  };
}
