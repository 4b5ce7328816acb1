import type { Subject } from '../record/catalogue.ts';
import type { Address } from '../systems/redis/address.ts';

const LOOPBACK = /^(localhost|::1|127\.[\d.]+)$/;
const USUAL_PORT = 6379;

/**
 * What the record calls a cache, so that several are distinguished: `cache/shop` for the master that sentinels call `shop`,
 * else by the first host of the URL, with its port where that is not the usual one. This very host, by way of a pod, is
 * the workload.
 */
export function subjectOf(
  address: Address,
  via: { readonly pod: string; readonly cluster: string; readonly namespace: string } | undefined,
): Subject<'cache'> {
  const { pod, ...reached } = via ?? {};
  const servers = address.places.map(({ host, port }) => `${host}:${port}`).join(',');
  return {
    component: nameOf(address, pod),
    where: { ...reached, address: `${servers}/${address.database}` },
  };
}

function nameOf(
  { places: [first], sentinel }: Address,
  via: string | undefined,
): Subject<'cache'>['component'] {
  if (sentinel) return `cache/${sentinel.master}`;
  const { host = '', port = USUAL_PORT } = first ?? {};
  const name = via !== undefined && LOOPBACK.test(host) ? via.split('/').at(-1) : host;
  return `cache/${name}${port === USUAL_PORT ? '' : `:${port}`}`;
}
