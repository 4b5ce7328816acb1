import { signerOf } from '../http/sigv4.ts';
import type { Address } from './address.ts';

const AMAZON = /^aps-workspaces(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/;

/** The region of an Amazon Managed Prometheus, by its address; undefined where it is another server. */
export const amazonRegionOf = (url: string): string | undefined =>
  AMAZON.exec(URL.parse(url)?.hostname ?? '')?.[1];

/** The address of an Amazon Managed Prometheus, whose requests are signed. */
export function signed(address: Address, region: string): Address {
  const sign = signerOf('Amazon Managed Prometheus', 'aps', region);
  return { ...address, sign: (url, headers) => sign({ method: 'GET', url: new URL(url), headers }) };
}
