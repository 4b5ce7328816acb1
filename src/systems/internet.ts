import { lookup } from 'node:dns/promises';
import { BlockList } from 'node:net';

/** Networks whose addresses are not on the internet: private and shared ones, and those of a machine or a link. */
const NETWORKS: readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
];

/**
 * Whether a host is on the internet by all addresses that its name has here: what is sent there in plain text can be read on
 * the way. Inside a cluster or a company's network that is common, and no reason to say anything. False where the name has no
 * address.
 */
export async function isOnInternet(host: string): Promise<boolean> {
  const own = new BlockList();
  for (const network of NETWORKS) own.addSubnet(...network);
  const addresses = await lookup(host.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
  return (
    addresses.length > 0 &&
    addresses.every(({ address, family }) => !own.check(address, family === 6 ? 'ipv6' : 'ipv4'))
  );
}
