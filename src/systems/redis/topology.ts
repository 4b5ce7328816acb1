import { ActionError } from '../../base/errors.ts';
import { retry } from '../../base/retry.ts';
import type { Address, Login, RedisEndpoint } from './address.ts';
import { asRedisError, isPassing } from './errors.ts';
import { type Link, nameOf, type Open, Refusal, type Reply, sendCommand } from './link.ts';

const NO_LOGIN: Login = { username: undefined, password: undefined };
const SLOTS = 16384;

/** A server that takes writes. */
export interface Master {
  readonly place: RedisEndpoint;
  /** `host:port`. */
  readonly name: string;
  /** Changes when another server stands there, or has other slots. */
  readonly identity: string;
  /** How many hash slots it has; undefined where there is no cluster. */
  readonly slots: number | undefined;
}

/** What one server says about itself and its kind. */
export interface Picture {
  /** `Redis 7.0.15`, `Valkey 8.1.8`. */
  readonly version: string;
  readonly cluster: boolean;
  readonly masters: readonly Master[];
}

/** A cache as a whole: whatever it is made of, it has masters, and each can be talked to. */
export class Cache {
  readonly address: Address;
  readonly signal: AbortSignal;
  readonly #open: Open;
  readonly #links = new Map<string, { readonly place: RedisEndpoint; readonly link: Link }>();

  constructor(address: Address, open: Open, signal: AbortSignal) {
    this.address = address;
    this.#open = open;
    this.signal = signal;
  }

  /** Where `redis-url` leads, without user and password. */
  get name(): string {
    return this.address.places.map(nameOf).join(',');
  }

  /** The one link to a server, opened where there is none. @throws LostError, Refusal */
  async link(place: RedisEndpoint): Promise<Link> {
    const name = nameOf(place);
    const known = this.#links.get(name)?.link;
    if (known && !known.closed) return known;
    const { login, database } = this.address;
    const link = await this.#open(place, { login, database });
    this.#links.set(name, { place, link });
    return link;
  }

  close(): void {
    for (const { link } of this.#links.values()) link.close();
  }

  /**
   * Connects to all masters, and tries again while the obstacle may pass: one that restarts, a failover.
   *
   * @param withinMs for how long it tries again
   * @throws ActionError that says in one sentence which node does not answer, or refuses
   */
  async survey<T>(withinMs: number, work: (picture: Picture) => Promise<T>): Promise<T> {
    try {
      return await retry(async () => work(await this.masters()), {
        withinMs,
        signal: this.signal,
        // What a room has put into a sentence has its cause with it.
        isPassing: (error) => isPassing(error) || isPassing(error.cause),
      });
    } catch (error) {
      this.signal.throwIfAborted();
      throw asRedisError(this.name, error);
    }
  }

  /** The nodes that take writes now. @throws LostError, Refusal, ActionError where the URL leads to something else */
  async masters(): Promise<Picture> {
    const places = this.address.sentinel ? [await this.#querySentinels()] : this.#known();
    const { link, place } = await this.#first(places);
    const info = fieldsOf(await sendCommand(link, 'INFO'));
    const flavour = info.server_name === 'valkey' ? 'Valkey' : 'Redis';
    const version = `${flavour} ${info.valkey_version ?? info.redis_version ?? ''}`.trim();
    if (info.redis_mode === 'sentinel') {
      throw new ActionError(
        `${link.name} is a sentinel; give the URL as redis+sentinel://${link.name}/<name of the master>.`,
      );
    }
    if (info.cluster_enabled === '1' || info.redis_mode === 'cluster') {
      return { version, cluster: true, masters: await this.#clusterOf(link, place) };
    }
    if (!this.address.sentinel && this.address.places.length > 1)
      return { version, cluster: false, masters: [await this.#onlyMaster()] };
    if (info.role === 'slave') {
      // Sentinels may name the old master for a moment after a failover.
      if (this.address.sentinel) throw new Refusal(`READONLY ${link.name} is a replica now`);
      throw new ActionError(
        `Redis at ${link.name} is a replica of ${info.master_host}:${info.master_port}; give the URL of the master, or of the sentinels.`,
      );
    }
    return { version, cluster: false, masters: [masterAt(place, info)] };
  }

  /**
   * The one master of several servers that are no cluster: the others are its replicas. Several masters are caches of
   * their own, of which the first alone would be cleared.
   */
  async #onlyMaster(): Promise<Master> {
    const found: Master[] = [];
    for (const place of this.address.places) {
      const info = fieldsOf(await sendCommand(await this.link(place), 'INFO'));
      if (info.role !== 'slave') found.push(masterAt(place, info));
    }
    const [master, ...more] = found;
    if (master && more.length === 0) return master;
    throw new ActionError(
      master
        ? `${found.map(({ name }) => name).join(' and ')} are not a cluster, and each is a master of its own; run this once for each, with its URL alone.`
        : `${this.name} are replicas, all of them; give the URL of the master, or of the sentinels.`,
    );
  }

  /** Servers to ask: those that the URL names, and those that were found behind them. */
  #known(): RedisEndpoint[] {
    return [...this.address.places, ...[...this.#links.values()].map(({ place }) => place)];
  }

  async #first(places: readonly RedisEndpoint[]): Promise<{ link: Link; place: RedisEndpoint }> {
    let failure: unknown;
    for (const place of places) {
      try {
        return { link: await this.link(place), place };
      } catch (error) {
        failure ??= error;
      }
    }
    throw failure;
  }

  async #clusterOf(link: Link, place: RedisEndpoint): Promise<Master[]> {
    const nodes = String(await sendCommand(link, 'CLUSTER', 'NODES'));
    const masters = mastersOf(nodes, place, this.address.tls !== undefined);
    const slots = masters.reduce((sum, master) => sum + (master.slots ?? 0), 0);
    if (slots < SLOTS) {
      throw new ActionError(
        `The cluster of ${link.name} has ${SLOTS - slots} hash slots that no master serves; fix it (redis-cli --cluster fix), and run it again.`,
      );
    }
    return masters;
  }

  async #querySentinels(): Promise<RedisEndpoint> {
    const { places, sentinel } = this.address;
    let failure: unknown;
    for (const place of places) {
      try {
        const link = await this.#open(place, { login: sentinel?.login ?? NO_LOGIN, database: 0 });
        try {
          return masterOf(
            await sendCommand(link, 'SENTINEL', 'get-master-addr-by-name', sentinel?.master ?? ''),
            sentinel?.master ?? '',
          );
        } finally {
          link.close();
        }
      } catch (error) {
        failure ??= error;
      }
    }
    throw failure;
  }
}

const masterAt = (place: RedisEndpoint, info: Readonly<Record<string, string>>): Master => ({
  place,
  name: nameOf(place),
  identity: `${nameOf(place)} ${info.run_id ?? ''}`,
  slots: undefined,
});

function masterOf(reply: Reply, name: string): RedisEndpoint {
  if (!Array.isArray(reply))
    throw new ActionError(`The sentinels know no master "${name}"; check the name in \`redis-url\`.`);
  const [host, port] = reply.map(String);
  return { host: host ?? '', port: Number(port) };
}

/** `name:value` lines. */
function fieldsOf(reply: Reply): Record<string, string> {
  const lines = String(reply).matchAll(/^([^#:\s]{1,100}):([^\r\n]*)/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
}

/**
 * The masters with slots of what CLUSTER NODES says: a line a node, `<id> <ip>:<port>@<bus>,<hostname> <flags> <master>
 * … <slots>`. `asked` is the node that said it, which may not know its own address.
 */
export function mastersOf(nodes: string, contact: RedisEndpoint, byHostname: boolean): Master[] {
  const lines = nodes.split('\n').map((line) => line.trim().split(' '));
  return lines.flatMap(([id = '', address = '', flags = '', , , , , , ...ranges]) => {
    const own = ranges.filter((range) => !range.startsWith('['));
    if (!flags.split(',').includes('master') || own.length === 0) return [];
    const [, ip = '', port, hostname] = /^(.*):(\d+)(?:@\d+)?(?:,([^,]*))?/.exec(address) ?? [];
    const host = (byHostname && hostname) || ip || contact.host;
    const place = { host, port: Number(port) };
    const slots = own.map((range) => range.split('-').map(Number));
    return {
      place,
      name: nameOf(place),
      identity: `${id} ${own.join(' ')}`,
      slots: slots.reduce((sum, [from = 0, to = from]) => sum + to - from + 1, 0),
    };
  });
}

/** True where a node says that hash slots are on their way to it or from it. */
export function isMigrating(nodes: string): boolean {
  const own = nodes.split('\n').find((line) => / (\S+,)?myself(,| )/.test(line));
  return /\[\d+-[<>]-/.test(own ?? '');
}
