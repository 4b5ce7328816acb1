import type { Provider, RecordSet, Settled, Wanted } from '../systems/dns/provider.ts';
import { same } from './plan.ts';

/**
 * Changes a record set. Where the provider's answer was lost, the change may have been made all the same: a read shows that.
 *
 * @returns what waits until all servers of the provider have it
 * @throws ActionError where it was not made, or that is unknown
 */
export async function change(
  provider: Provider,
  name: string,
  held: RecordSet,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Settled> {
  try {
    return await provider.change(name, held, wanted);
  } catch (error) {
    signal.throwIfAborted();
    const all = await provider.read(name).catch(() => []);
    const now = all.find(({ type, identifier }) => type === held.type && identifier === held.identifier);
    if (!now || !same(now, wanted)) throw error;
    return async () => {};
  }
}
