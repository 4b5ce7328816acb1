import type pg from 'pg';
import { pause } from '../../base/deadline.ts';
import { ActionError, messageOf } from '../../base/errors.ts';
import { WAITS } from '../../base/waits.ts';
import type { Address } from './address.ts';
import { openClient, streamOf } from './client.ts';
import { consoleName, entriesTo, type PoolEntry } from './pool-entries.ts';
import { codeOf, type Server } from './session.ts';

/** What the admin console is as a database. */
export const CONSOLE = 'pgbouncer';

/** Bytes of all that a console says: some thousand clients are a part of it. */
const MAX_HEARD_BYTES = 64 * 1024 ** 2;

/** A connection to one admin console, which takes simple queries only. */
export class Console {
  readonly name: string;
  readonly #client: pg.Client;
  readonly #signal: AbortSignal;
  readonly #destroy: () => void;

  private constructor(name: string, client: pg.Client, signal: AbortSignal, destroy: () => void) {
    this.name = name;
    this.#client = client;
    this.#signal = signal;
    this.#destroy = destroy;
  }

  /** Connects. @throws ActionError that says whether the address, the user or the kind of server is wrong */
  static async open(address: Address, signal: AbortSignal): Promise<Console> {
    signal.throwIfAborted();
    const name = `${address.host}:${address.port}`;
    try {
      const { client, destroy } = await openClient(
        address,
        { database: CONSOLE, connectionTimeoutMillis: WAITS.POOLER_CONNECT_MS },
        signal,
      );
      // Lists without an end must not fill the memory.
      let heard = 0;
      streamOf(client).on('data', (chunk: Buffer) => {
        heard += chunk.length;
        if (heard > MAX_HEARD_BYTES) destroy();
      });
      return new Console(name, client, signal, destroy);
    } catch (error) {
      signal.throwIfAborted();
      throw new ActionError(connectMessage(error, name, address.user), { cause: error });
    }
  }

  /** The lines of SHOW DATABASES, POOLS, SERVERS, CLIENTS or CONFIG. */
  show<R extends object>(what: string): Promise<R[]> {
    return this.#query<R>(`SHOW ${what}`);
  }

  /** Does something with an entry; `late` gives up on it, and on this connection with it. */
  async command(verb: 'PAUSE' | 'RESUME' | 'RECONNECT', name: string, late?: AbortSignal): Promise<void> {
    // Else nothing would end it: clients would wait as long as it does.
    late?.throwIfAborted();
    late?.addEventListener('abort', this.#destroy);
    try {
      await this.#query(`${verb} ${consoleName(name)}`);
    } finally {
      late?.removeEventListener('abort', this.#destroy);
    }
  }

  /**
   * Waits until no connection of an entry's to PostgreSQL is being made. PAUSE would cut it off, and pgbouncer takes that for a
   * failed login to the server: after RESUME it turns clients away until `server_login_retry` is over
   * (https://github.com/pgbouncer/pgbouncer/pull/420).
   */
  async settled(name: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      const pools = await this.show<{ database: string; sv_login: number }>('POOLS');
      if (!pools.some(({ database, sv_login }) => database === name && sv_login > 0)) return;
      await pause(WAITS.POOLER_POLL_MS, signal);
    }
  }

  /** The mode that entries without one of their own have. */
  async mode(): Promise<string> {
    const settings = await this.show<{ key: string; value: string }>('CONFIG');
    return settings.find(({ key }) => key === 'pool_mode')?.value ?? '';
  }

  /** The entries of the server's database; one that only the wildcard makes is made. */
  async entries(server: Server): Promise<PoolEntry[]> {
    const listed = await this.#listed(server);
    if (listed.length > 0) return listed;
    await this.#make(server.database);
    const made = await this.#listed(server);
    if (made.length > 0) return made;
    const others = await this.show<PoolEntry>('DATABASES');
    throw new ActionError(
      `pgbouncer at ${this.name} leads no client to the database ${JSON.stringify(server.database)}; check \`pgbouncer-url\`, or leave it out.`,
      { details: others.map(({ name, database }) => `${name} → ${database}`) },
    );
  }

  /**
   * The entries of the server's database that are paused. One of the wildcard's is no longer shown once its last client has
   * left, and comes back, paused as it was, with the next: it is brought back here, or it would stay paused.
   */
  async paused(server: Server): Promise<PoolEntry[]> {
    const listed = await this.#listed(server);
    const shown = listed.some(({ name }) => name === server.database);
    if (!shown) await this.#make(server.database);
    return (shown ? listed : await this.#listed(server)).filter(({ paused }) => paused === 1);
  }

  /** Checks whether the user may PAUSE: RESUME of a database that does not exist shows that and changes nothing. @throws ActionError where not */
  async admin(): Promise<void> {
    await this.command('RESUME', 'rollback_actions_probe').catch((error: unknown) => {
      if (!/no such database|is not paused/.test(messageOf(error))) throw error;
    });
  }

  close(): void {
    this.#signal.removeEventListener('abort', this.#destroy);
    this.#destroy();
  }

  /** Makes the entry of a name that only the wildcard leads on, or brings it back; where there is none, nothing. */
  async #make(name: string): Promise<void> {
    await this.command('RECONNECT', name).catch((error: unknown) => {
      if (!/no such database/.test(messageOf(error))) throw error;
    });
  }

  async #listed({ database, name }: Server): Promise<PoolEntry[]> {
    return entriesTo(await this.show<PoolEntry>('DATABASES'), database, name);
  }

  async #query<R extends object>(text: string): Promise<R[]> {
    try {
      return (await this.#client.query(text)).rows as R[];
    } catch (error) {
      this.#signal.throwIfAborted();
      throw new ActionError(queryMessage(error, this.name, text), { cause: error });
    }
  }
}

function connectMessage(error: unknown, name: string, user: string): string {
  const words = messageOf(error) || codeOf(error);
  if (codeOf(error) === '3D000')
    return `At ${name} there is a PostgreSQL and no pgbouncer (${words}); check the port of \`pgbouncer-url\`.`;
  if (words === 'not allowed')
    return `pgbouncer at ${name} does not let the user ${JSON.stringify(user)} into its console; add it to admin_users.`;
  return `pgbouncer at ${name} cannot be reached as ${JSON.stringify(user)} (${words}); check \`pgbouncer-url\`.`;
}

function queryMessage(error: unknown, name: string, text: string): string {
  const words = messageOf(error);
  if (codeOf(error) === '42704')
    return `At ${name} there is a PostgreSQL and no pgbouncer (${words}); check the port of \`pgbouncer-url\`.`;
  if (words === 'admin access needed')
    return `pgbouncer at ${name} lets this user only read; name one of its admin_users in \`pgbouncer-url\`.`;
  if (words === 'already suspended/paused')
    return `pgbouncer at ${name} is paused as a whole, by someone else; RESUME it first.`;
  return `pgbouncer at ${name} refused ${text}: ${words}.`;
}
