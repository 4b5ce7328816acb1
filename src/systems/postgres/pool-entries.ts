/** What pgbouncer's console says of databases, connections and clients, and what follows from it. Pure. */

/** A line of SHOW DATABASES: `name` is the pool's, `database` PostgreSQL's. */
export interface PoolEntry {
  readonly name: string;
  /** Several with commas between them; none is a Unix socket. */
  readonly host: string | null;
  readonly port: number;
  readonly database: string;
  /** None is the pooler's own mode. */
  readonly pool_mode: string | null;
  readonly paused: number;
}

/** A line of SHOW SERVERS: a connection to PostgreSQL; `link` is the client that has it. */
export interface PoolServer {
  readonly database: string;
  readonly state: string;
  readonly link: string;
  readonly remote_pid: number;
}

/** A line of SHOW CLIENTS. */
export interface PoolClient {
  readonly ptr: string;
  readonly user: string;
  readonly addr: string;
  readonly port: number;
  readonly request_time: string;
}

/**
 * The entries that lead to a database: those with its address (`host:port`), or where none has, all with its name, as
 * the same server may be called otherwise from where pgbouncer stands.
 */
export function entriesTo(entries: readonly PoolEntry[], database: string, address: string): PoolEntry[] {
  const named = entries.filter((entry) => entry.database === database && entry.name !== 'pgbouncer');
  const exact = named.filter((entry) => leadsTo(entry, address));
  return exact.length > 0 ? exact : named;
}

/** Whether an entry's address is the one given, letter by letter. */
export const leadsTo = ({ host, port }: PoolEntry, address: string): boolean =>
  (host ?? '').split(',').some((one) => `${one}:${port}` === address);

/** Where an entry leads, for messages. */
export const entryAddress = ({ host, port }: PoolEntry): string => `${host ?? 'a Unix socket'}:${port}`;

/** The clients that have connections of these entries at present, one line each. */
export function holdersOf(
  names: readonly string[],
  servers: readonly PoolServer[],
  clients: readonly PoolClient[],
): string[] {
  return servers
    .filter(({ database, state }) => names.includes(database) && state === 'active')
    .map(({ database, link, remote_pid }) => {
      const client = clients.find(({ ptr }) => ptr === link);
      const clientText = client
        ? `user ${JSON.stringify(client.user)} from ${client.addr}:${client.port}, last query at ${client.request_time}`
        : 'a client that has gone since';
      return `${JSON.stringify(database)}: ${clientText}, PostgreSQL process ${remote_pid}`;
    });
}

/** A name as the console takes it: it reads at most 63 bytes, quotes counted, so plain ones go without. */
export const consoleName = (name: string): string =>
  /^[0-9a-z_]+$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
