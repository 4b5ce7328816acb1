import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { ActionError, messageOf } from '../../base/errors.ts';

/** What of a request is signed. */
interface Unsigned {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Sign = (request: Unsigned) => Promise<Record<string, string>>;

/**
 * Signs requests to a service of AWS with the credentials that the AWS SDK finds: the environment's, a web identity's, the
 * instance's. What it gives are all headers of the request but `host`, which fetch sets itself.
 *
 * @param peer the service as people call it
 * @throws ActionError where there are no credentials
 */
export function signerOf(peer: string, service: string, region: string): Sign {
  const ready = load(service, region);
  return async ({ method, url, headers, body }) => {
    const { hostname, host, pathname, searchParams, protocol } = url;
    const query: Record<string, string | string[]> = {};
    for (const name of new Set(searchParams.keys())) query[name] = searchParams.getAll(name);
    const request = {
      ...{ method, protocol, hostname, path: pathname, query, headers: { ...headers, host } },
      ...(body !== undefined && { body }),
    };
    try {
      const { headers: all } = await (await ready).sign(request);
      return Object.fromEntries(Object.entries(all).filter(([name]) => name.toLowerCase() !== 'host'));
    } catch (error) {
      throw new ActionError(
        `${peer} wants signed requests, and there are no AWS credentials (${messageOf(error)}); give them to the step, for example by aws-actions/configure-aws-credentials`,
        { cause: error },
      );
    }
  };
}

/** Loaded only where it is needed. */
async function load(service: string, region: string) {
  const [{ SignatureV4 }, { defaultProvider }] = await Promise.all([
    import('@smithy/signature-v4'),
    import('@aws-sdk/credential-provider-node'),
  ]);
  return new SignatureV4({ service, region, credentials: defaultProvider(), sha256: Sha256 });
}

/** Node's own SHA-256 in the form that the signer wants. */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {}
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    : Buffer.from(data);
}
