import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { ActionError, messageOf } from '../../runner/errors.ts';
import type { Address } from './address.ts';

const AMAZON = /^aps-workspaces(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/;

/** The region of an Amazon Managed Prometheus, by its address; undefined where it is another server. */
export const amazonRegionOf = (url: string): string | undefined =>
  AMAZON.exec(URL.parse(url)?.hostname ?? '')?.[1];

/**
 * The address of an Amazon Managed Prometheus, whose requests are signed with the credentials that the AWS SDK finds: the
 * environment's, a web identity's, the instance's.
 */
export function signed(address: Address, region: string): Address {
  const ready = signer(region);
  return {
    ...address,
    async sign(url, headers) {
      const { hostname, host, pathname, searchParams, protocol } = new URL(url);
      const query: Record<string, string | string[]> = {};
      for (const name of new Set(searchParams.keys())) query[name] = searchParams.getAll(name);
      const request = {
        method: 'GET',
        protocol,
        hostname,
        path: pathname,
        query,
        headers: { ...headers, host },
      };
      try {
        const { headers: all } = await (await ready).sign(request);
        // fetch sets it itself.
        return Object.fromEntries(Object.entries(all).filter(([name]) => name.toLowerCase() !== 'host'));
      } catch (error) {
        throw new ActionError(
          `Amazon Managed Prometheus wants signed requests, and there are no AWS credentials (${messageOf(error)}); give them to the step, for example by aws-actions/configure-aws-credentials`,
          { cause: error },
        );
      }
    },
  };
}

/** Loaded by those who need it alone. */
async function signer(region: string) {
  const [{ SignatureV4 }, { defaultProvider }] = await Promise.all([
    import('@smithy/signature-v4'),
    import('@aws-sdk/credential-provider-node'),
  ]);
  return new SignatureV4({ service: 'aps', region, credentials: defaultProvider(), sha256: Sha256 });
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
