import { ActionError } from '../base/errors.ts';
import type { Context } from '../runner/action.ts';
import { delegationTo, type Query } from '../systems/dns/delegation.ts';
import { type NameServer, parseServer } from '../systems/dns/exchange.ts';
import type { Provider } from '../systems/dns/provider.ts';
import { PUBLIC, type Request } from './request.ts';

interface Delegated {
  readonly provider: Pick<Provider, 'zone' | 'hasTwins' | 'nameServers'>;
  readonly resolvers?: readonly NameServer[];
  readonly query?: Query;
}

/**
 * A provider changes a zone that nobody asks as well: a second one of the same name, from a move to other servers. Whoever says
 * which servers count, or that none is asked, knows his own.
 *
 * @throws ActionError where the domain is delegated to other servers
 */
export async function requireDelegated(
  { provider, resolvers = PUBLIC.map((text) => parseServer(text, 'verify-servers')), query }: Delegated,
  { verify, servers }: Pick<Request, 'verify' | 'servers'>,
  { signal, log }: Pick<Context, 'signal' | 'log'>,
): Promise<void> {
  if (!provider.hasTwins || verify !== 'authoritative' || servers.length > 0) return;
  const own = await provider.nameServers();
  // A private zone is delegated to nobody.
  if (own.length === 0) return;
  const found = await delegationTo(own, provider.zone, resolvers, signal, query);
  if (found.is === 'unknown')
    log.warn(
      `Whether ${provider.zone} is delegated to the name servers of this zone is unknown, as no public resolver says; if it is not, no one sees the change.`,
    );
  if (found.is === 'elsewhere')
    throw new ActionError(
      `Nothing was changed: ${provider.zone} is delegated to ${found.to.join(', ') || 'no server'}, and not to ${own.join(', ')}, which serve this zone, so no one would see the change; give as \`zone\` the id of the one that is asked, or say with \`verify-servers\` whom to ask.`,
    );
}
