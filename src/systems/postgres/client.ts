import type { Socket } from 'node:net';
import pg from 'pg';
import type { Address } from './address.ts';

/** A connection of the client library, and what ends it at once. */
interface Opened {
  readonly client: pg.Client;
  readonly destroy: () => void;
}

/** Servers that took a connection without TLS, and none with it. */
const withoutTls = new Set<string>();

/**
 * Connects. Where the URL does not decide on TLS, it is libpq's `sslmode=prefer`: encrypted where the server can, without
 * a look at its certificate. The client library has no such mode.
 *
 * @param settings of this connection, such as its database
 * @param signal ends the connection, also once it is there
 * @throws what the client library throws, or why `signal` ended it
 */
export async function openClient(
  address: Address,
  settings: pg.ClientConfig,
  signal: AbortSignal,
): Promise<Opened> {
  const { host, port, options } = address;
  const name = `${host}:${port}`;
  const attempt = (more: pg.ClientConfig) => open({ ...options, ...settings, ...more }, signal);
  if (!isLeftToServer(address)) return attempt({});
  if (withoutTls.has(name)) return attempt({ ssl: false });
  const own = typeof options.ssl === 'object' ? options.ssl : {};
  try {
    return await attempt({ ssl: { ...own, rejectUnauthorized: false } });
  } catch (error) {
    signal.throwIfAborted();
    const isForbidden = codeOfServer(error) === NOT_LET_IN;
    if (!isForbidden && !hasNoTls(error)) throw error;
    const opened = await attempt({ ssl: false }).catch((second: unknown) => {
      throw isForbidden ? error : second;
    });
    withoutTls.add(name);
    return opened;
  }
}

/** PostgreSQL's code where pg_hba.conf has no line for this user and this way; it has one for the other way perhaps. */
const NOT_LET_IN = '28000';

const codeOfServer = (error: unknown): unknown => (error as { code?: unknown }).code;

/** Whether TLS is what failed: the client library has words for a server that has none, and Node codes for the rest. */
const hasNoTls = (error: unknown): boolean =>
  /does not support SSL|establishing an SSL connection/.test((error as Error).message) ||
  /^(EPROTO|ERR_SSL|ERR_TLS)/.test(String(codeOfServer(error)));

/** Whether the URL leaves it to the server; there is no TLS on a socket of this machine. */
function isLeftToServer({ host, parameters }: Address): boolean {
  const { sslmode = 'prefer', sslrootcert, sslnegotiation } = parameters;
  if (host.startsWith('/') || sslrootcert !== undefined || sslnegotiation === 'direct') return false;
  return sslmode === 'prefer' || sslmode === 'allow';
}

async function open(config: pg.ClientConfig, signal: AbortSignal): Promise<Opened> {
  const client = new pg.Client(config);
  const destroy = () => streamOf(client).destroy();
  // A connection that breaks rejects the query that waits for it; between two queries the next one says so.
  client.on('error', () => {});
  signal.addEventListener('abort', destroy);
  try {
    await client.connect();
    return { client, destroy };
  } catch (error) {
    signal.removeEventListener('abort', destroy);
    destroy();
    signal.throwIfAborted();
    throw error;
  }
}

/** The socket, which is another one once TLS is spoken. */
export const streamOf = (client: pg.Client): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;
