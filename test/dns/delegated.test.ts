/** Whether a zone is the one that all the world asks: Route 53 may have two of one name (octodns/octodns-route53#146). */
import { expect, test } from '@jest/globals';
import type { Answer } from 'dns-packet';
import { requireDelegated } from '../../src/dns/delegated.ts';
import type { Query } from '../../src/systems/dns/delegation.ts';
import type { NameServer, Reply } from '../../src/systems/dns/exchange.ts';

const OWN = ['ns-1.awsdns-01.org', 'ns-2.awsdns-02.com'];
const OTHER = ['ns-7.awsdns-07.net', 'ns-8.awsdns-08.co.uk'];
const RESOLVER: NameServer = { host: '192.0.2.53', port: 53 };
/** The server of the domain `test`. */
const ABOVE = '192.0.2.1';
const ADDRESSES: Record<string, string> = {
  'a.nic.test': ABOVE,
  'ns-1.awsdns-01.org': '192.0.2.11',
  'ns-2.awsdns-02.com': '192.0.2.12',
  'ns-7.awsdns-07.net': '192.0.2.17',
  'ns-8.awsdns-08.co.uk': '192.0.2.18',
  'ns1.shop.test': '192.0.2.11',
};

const reply = (more: Partial<Reply>): Reply => ({
  ...{ rcode: 'NOERROR', authoritative: false, answers: [], authorities: [], ...more },
});
const ns = (name: string, servers: readonly string[]): Answer[] =>
  servers.map((data) => ({ type: 'NS', name, ttl: 60, data: `${data}.` }));

/** What the world says where the zone above refers to these servers, or says something else. */
const world =
  (referral: readonly string[] | Partial<Reply> | undefined, zones: readonly string[] = ['test']): Query =>
  async ({ host }, name, type, { recursive }) => {
    if (host === RESOLVER.host && recursive) {
      if (type === 'NS') return reply({ answers: zones.includes(name) ? ns(name, ['a.nic.test']) : [] });
      const data = ADDRESSES[name];
      return reply(data ? { answers: [{ type: 'A', name, ttl: 60, data }] } : { rcode: 'NXDOMAIN' });
    }
    if (host !== ABOVE || recursive || type !== 'NS' || referral === undefined)
      throw new Error(`${host} does not answer`);
    return reply(
      Array.isArray(referral) ? { authorities: ns(name, referral) } : (referral as Partial<Reply>),
    );
  };

async function said(
  query: Query,
  {
    zone = 'shop.test',
    own = OWN,
    verify = 'authoritative',
    servers = [] as NameServer[],
    hasTwins = true,
  } = {},
) {
  const warnings: string[] = [];
  const provider = { zone, ...(hasTwins && { hasTwins: true as const }), nameServers: async () => own };
  const log = { info: () => {}, warn: (text: string) => warnings.push(text), group: () => {} };
  try {
    await requireDelegated(
      { provider, resolvers: [RESOLVER], query },
      { verify: verify as 'authoritative', servers },
      { signal: AbortSignal.timeout(30_000), log },
    );
    return warnings[0] ?? 'goes on';
  } catch (error) {
    return (error as Error).message;
  }
}

test.each<[string, Query]>([
  ['the zone above refers to its servers', world(OWN)],
  ['it refers to one of them among others', world([...OTHER, OWN[1] as string])],
  ['it calls them otherwise, at the same addresses', world(['ns1.shop.test'])],
  ['the server above has the zone itself', world({ authoritative: true, answers: ns('shop.test', OWN) })],
])('a zone is switched where %s', async (_, ask) => {
  expect(await said(ask)).toBe('goes on');
});

test('a zone whose domain is delegated to the servers of another one is not switched', async () => {
  expect(await said(world(OTHER))).toBe(
    'Nothing was changed: shop.test is delegated to ns-7.awsdns-07.net, ns-8.awsdns-08.co.uk, and not to ns-1.awsdns-01.org, ns-2.awsdns-02.com, which serve this zone, so no one would see the change; give as `zone` the id of the one that is asked, or say with `verify-servers` whom to ask.',
  );
  // The zone above is not the next name.
  expect(await said(world(OTHER, ['test']), { zone: 'eu.shop.test' })).toMatch(
    /^Nothing was changed: eu\.shop/,
  );
});

test.each(['NOERROR', 'NXDOMAIN'])('neither is one that nobody has delegated (%s)', async (rcode) => {
  expect(await said(world({ authoritative: true, rcode }))).toMatch(
    / is delegated to no server, and not to ns-1/,
  );
});

const UNKNOWN =
  /^Whether shop\.test is delegated to the name servers of this zone is unknown, as no public resolver says/;
test.each<[string, Query]>([
  ['no resolver answers', () => Promise.reject(new Error('no answer'))],
  ['the zone above does not answer', world(undefined)],
  ['the zone above refuses to', world({ rcode: 'REFUSED' })],
  ['it refers to nobody, and does not know', world({})],
  ['no zone is above', world(OTHER, [])],
  ['the addresses of the others are not known', world(['ns.nowhere.test'])],
])('where %s, it is said to be unknown', async (_, ask) => {
  expect(await said(ask)).toMatch(UNKNOWN);
});

test.each<[string, Parameters<typeof said>[1]]>([
  ['who says which servers count', { servers: [{ host: '192.0.2.99', port: 53 }] }],
  ['who wants no server to be asked', { verify: 'none' }],
  ['a private zone', { own: [] }],
  ['a provider that knows', { hasTwins: false }],
])('nobody is asked for %s', async (_, more) => {
  expect(await said(world(OTHER), more)).toBe('goes on');
});
