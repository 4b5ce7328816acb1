import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { Shop } from '../actions/shop.ts';

/** The configuration in the caller's repository. */
export const CONFIGURATION = 'environments:\n  production:\n    rollback-service:\n      workloads: [all]\n';

/** A shop whose newest release does not start. */
export async function brokenShop(): Promise<Shop> {
  const shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2-crash-loop');
  return shop;
}

/** The kubeconfig as people have it in a secret: YAML of many lines. */
export function kubeconfigOf(shop: Shop): string {
  return stringify(parse(readFileSync(shop.api.kubeconfig, 'utf8')));
}
