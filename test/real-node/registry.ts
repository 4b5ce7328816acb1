import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG = 'application/vnd.oci.image.config.v1+json';
const LAYER = 'application/vnd.oci.image.layer.v1.tar';

export type Environment = Readonly<Record<string, string>>;

/** Undefined lets the request pass, when it comes; 'reset' cuts its connection. */
export type Trouble = () => number | 'reset' | undefined | Promise<number | 'reset' | undefined>;

/** A registry that images are pulled from: what of the distribution API a container runtime asks for. */
export interface Registry {
  /** `127.0.0.1:12345`, which an image's name begins with. */
  readonly address: string;
  /** Makes a layer an image of this name and tag; `env` is what its program finds in its environment. */
  add(name: string, tag: string, layer: Buffer, entrypoint: readonly string[], env?: Environment): void;
  /** What every request for images of this name meets from now on: a status in the place of its answer, or none. */
  meet(name: string, trouble: Trouble): void;
  close(): void;
}

/** Starts an empty one on loopback; all of it is in memory. */
export async function startRegistry(): Promise<Registry> {
  const blobs = new Map<string, Buffer>();
  const manifests = new Map<string, string>();
  const troubles = new Map<string, Trouble>();
  const keep = (content: Buffer): string => {
    const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    blobs.set(digest, content);
    return digest;
  };
  const keepJson = (value: object) => keep(Buffer.from(JSON.stringify(value)));
  const described = (mediaType: string, digest: string) => ({
    mediaType,
    digest,
    size: blobs.get(digest)?.length,
  });

  const server = createServer(async ({ method, url = '' }, response) => {
    const [path = ''] = url.split('?');
    const [, name = '', kind, reference = ''] = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(path) ?? [];
    const digest = reference.startsWith('sha256:')
      ? reference
      : (manifests.get(`${name}:${reference}`) ?? '');
    const content = blobs.get(digest);
    if (path === '/v2/') return void response.end('{}');
    const trouble = await troubles.get(name)?.();
    if (trouble === 'reset') return void response.destroy();
    if (trouble) return void response.writeHead(trouble).end();
    if (!content) {
      response.writeHead(404, { 'content-type': 'application/json' });
      const code = kind === 'manifests' ? 'MANIFEST_UNKNOWN' : 'BLOB_UNKNOWN';
      return void response.end(JSON.stringify({ errors: [{ code, message: `${url} is not here` }] }));
    }
    const type = kind === 'manifests' ? MANIFEST : 'application/octet-stream';
    response.writeHead(200, {
      'content-type': type,
      'content-length': content.length,
      'docker-content-digest': digest,
    });
    response.end(method === 'HEAD' ? undefined : content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Whoever forgets to stop it is not kept alive by it.
  server.unref();

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    add(name, tag, layer, entrypoint, env = {}) {
      const layerDigest = keep(layer);
      const config = keepJson({
        architecture: process.arch === 'x64' ? 'amd64' : process.arch,
        os: 'linux',
        // With the tag in it two tags of one layer have digests of their own, as two builds have.
        config: {
          Entrypoint: entrypoint,
          Env: Object.entries({ PATH: '/bin', ...env }).map(([key, value]) => `${key}=${value}`),
          Labels: { tag },
        },
        rootfs: { type: 'layers', diff_ids: [layerDigest] },
      });
      const manifest = keepJson({
        schemaVersion: 2,
        mediaType: MANIFEST,
        config: described(CONFIG, config),
        layers: [described(LAYER, layerDigest)],
      });
      manifests.set(`${name}:${tag}`, manifest);
    },
    meet: (name, trouble) => void troubles.set(name, trouble),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
