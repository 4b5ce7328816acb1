import type { Answer } from 'dns-packet';
import { WAITS } from '../../base/waits.ts';
import { type NameServer, query as queryServer, type Reply } from './exchange.ts';
import { normalName } from './values.ts';

/** Asks a server one question; a resolver, where it may ask others. */
export type Query = (
  server: NameServer,
  name: string,
  type: 'NS' | 'A',
  options: { signal: AbortSignal; recursive: boolean },
) => Promise<Reply>;

/** To whom the zone above a domain delegates it: these servers or others, which are told, or that is not known. */
export type Delegation =
  | { readonly is: 'here' | 'unknown' }
  | { readonly is: 'elsewhere'; readonly to: readonly string[] };

/** How many servers above are asked before it is not known. */
const MOST_SERVERS = 2;
/** How many names of servers are looked up. */
const MOST_NAMES = 12;

/**
 * Whether the zone above has delegated a domain to these servers, as public resolvers find it. A server may be called otherwise
 * there, so addresses count where names do not.
 */
export async function delegationTo(
  own: readonly string[],
  domain: string,
  resolvers: readonly NameServer[],
  signal: AbortSignal,
  query: Query = queryServer,
): Promise<Delegation> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(WAITS.DELEGATION_MS)]);
  const look = (resolver: NameServer) => delegationBy(own, domain, new View(resolver, within, query));
  const found = await Promise.all(
    resolvers.map((each) => look(each).catch((): Delegation => ({ is: 'unknown' }))),
  );
  signal.throwIfAborted();
  const known = (['here', 'elsewhere'] as const).map((is) => found.find((each) => each.is === is));
  return known.find((each) => each !== undefined) ?? { is: 'unknown' };
}

async function delegationBy(own: readonly string[], domain: string, view: View): Promise<Delegation> {
  const to = await view.delegated(domain);
  if (to === undefined) return { is: 'unknown' };
  const names = own.map((name) => normalName(name) ?? name);
  if (to.some((name) => names.includes(name))) return { is: 'here' };
  if (to.length === 0) return { is: 'elsewhere', to };
  const [theirs, ours] = await Promise.all([view.addresses(to), view.addresses(names)]);
  if (theirs.some((address) => ours.includes(address))) return { is: 'here' };
  return theirs.length > 0 && ours.length > 0 ? { is: 'elsewhere', to } : { is: 'unknown' };
}

/** The domain names of the world as one resolver finds them. */
class View {
  readonly #resolver: NameServer;
  readonly #signal: AbortSignal;
  readonly #query: Query;

  constructor(resolver: NameServer, signal: AbortSignal, query: Query) {
    this.#resolver = resolver;
    this.#signal = signal;
    this.#query = query;
  }

  /** The servers that the zone above a domain names for it; undefined where it does not say. */
  async delegated(domain: string): Promise<string[] | undefined> {
    for (const parent of above(domain)) {
      const servers = await this.#resolve(parent, 'NS');
      if (servers.length === 0) continue;
      for (const host of (await this.addresses(servers)).slice(0, MOST_SERVERS)) {
        const options = { signal: this.#signal, recursive: false };
        const reply = await this.#query({ host, port: 53 }, domain, 'NS', options).catch(() => undefined);
        const delegated = reply && delegationIn(reply, domain);
        if (delegated) return delegated;
      }
      return undefined;
    }
    return undefined;
  }

  async addresses(names: readonly string[]): Promise<string[]> {
    const first = names.slice(0, MOST_NAMES);
    const found = await Promise.all(first.map((name) => this.#resolve(name, 'A').catch(() => [])));
    return found.flat();
  }

  async #resolve(name: string, type: 'NS' | 'A'): Promise<string[]> {
    const options = { signal: this.#signal, recursive: true };
    const { rcode, answers } = await this.#query(this.#resolver, name, type, options);
    if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') throw new Error(rcode);
    return valuesOf(answers, type);
  }
}

/** A server above either refers to the servers of a domain, or says that it knows of none. */
function delegationIn(
  { rcode, authoritative, answers, authorities }: Reply,
  domain: string,
): string[] | undefined {
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') return undefined;
  const isOfDomain = ({ name }: Answer) => normalName(name) === domain;
  const servers = valuesOf([...answers, ...authorities].filter(isOfDomain), 'NS');
  return servers.length > 0 || authoritative ? servers : undefined;
}

/** The domains that a domain is in, the nearest first. */
function above(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
}

const valuesOf = (answers: readonly Answer[], type: 'NS' | 'A'): string[] =>
  answers.flatMap((answer) => {
    if (answer.type !== type) return [];
    const text = String((answer as { data: unknown }).data);
    return normalName(text) ?? text;
  });
