import type pg from 'pg';
import { ActionError, messageOf } from '../../base/errors.ts';
import { retry } from '../../base/retry.ts';
import { WAITS } from '../../base/waits.ts';
import { type Address, authoritiesOf, environmentOf, parseAddress } from './address.ts';
import { openClient } from './client.ts';
import { withoutRows } from './complaints.ts';
import { connectMessage, isCutOff } from './connect-message.ts';
import { copyBetween } from './copy.ts';

/** What passes by itself: starting up, too many connections, a connection reset by a failover. */
const PASSING = new Set(['57P03', '53300', 'ECONNRESET', 'EPIPE']);

/** Servers that this process has connected to before: where one is not there now, its address is not to blame. */
const known = new Set<string>();

/** A server, and the database on it that the user named. */
export class Server {
  /** The database that the URL names. */
  readonly database: string;
  readonly #address: Address;
  readonly #signal: AbortSignal;

  private constructor(address: Address, signal: AbortSignal) {
    this.database = address.database;
    this.#address = address;
    this.#signal = signal;
  }

  /**
   * Reads the input `database-url`; nothing is connected yet.
   *
   * @throws ActionError where it is not a URL of a PostgreSQL database
   */
  static parse(
    url: string,
    { signal, mask }: { signal: AbortSignal; mask: (secret: string) => void },
  ): Server {
    const address = parseAddress(url);
    if (address.password) mask(address.password);
    return new Server(address, signal);
  }

  /** `host:port`, for messages. */
  get name(): string {
    return `${this.#address.host}:${this.#address.port}`;
  }

  get host(): string {
    return this.#address.host;
  }

  get user(): string {
    return this.#address.user;
  }

  /** The same server for work that another signal ends. */
  withSignal(signal: AbortSignal): Server {
    return new Server(this.#address, signal);
  }

  /** Another database of the same server. */
  withDatabase(database: string): Server {
    return new Server({ ...this.#address, database }, this.#signal);
  }

  /** The same user and database on a copy of the server that is elsewhere. */
  at(host: string, port: number): Server {
    const options = { ...this.#address.options, host, port };
    return new Server({ ...this.#address, host, port, options }, this.#signal);
  }

  /** The certificates that the server's is checked against, where the URL names no file of them. */
  get authorities(): string | undefined {
    return authoritiesOf(this.#address.parameters);
  }

  /** The same server for another user. */
  withUser(user: string, password: string): Server {
    const options = { ...this.#address.options, user, password };
    return new Server({ ...this.#address, user, password, options }, this.#signal);
  }

  /** What PostgreSQL's own programs need to reach a database here, as environment: no secret is on a command line. */
  environment(database = this.database): Record<string, string> {
    return environmentOf(this.#address, database);
  }

  /**
   * Opens a session; what passes by itself (a server that starts, too many connections) is tried again. So is a server
   * that was there before and is not now.
   *
   * @throws ActionError that says whether the server, the password or the database is wrong
   */
  async connect(database = this.database): Promise<Session> {
    return retry(() => this.connectOnce(database), {
      withinMs: WAITS.POSTGRES_AWAY_MS,
      signal: this.#signal,
      isPassing: (error) => {
        const code = codeOf(error.cause);
        const isAway = code === 'ECONNREFUSED' || isCutOff(messageOf(error.cause));
        return PASSING.has(code) || (isAway && known.has(this.name));
      },
    });
  }

  /** The same without a second attempt. */
  async connectOnce(database = this.database): Promise<Session> {
    this.#signal.throwIfAborted();
    const session = await Session.open(this.#address, database, this.#signal);
    known.add(this.name);
    return session;
  }

  /** Runs `work` in a session of its own and closes it. @throws as `connect` does */
  async use<T>(database: string, work: (session: Session) => Promise<T>): Promise<T> {
    const session = await this.connect(database);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }
}

/** One connection. Its queries throw an ActionError with PostgreSQL's own words; `codeOf` gives its SQLSTATE. */
export class Session {
  /** The process on the server. */
  readonly pid: number;
  /** As a number: 150018 is 15.18. */
  readonly version: number;
  /** Whether a pooler in between assigns server connections as it likes: the server knows this connection by another number. */
  readonly isPooled: boolean;
  readonly #client: pg.Client;
  readonly #signal: AbortSignal;
  readonly #destroy: () => void;
  #ended = false;

  private constructor(
    client: pg.Client,
    { pid, version, isPooled }: Pick<Session, 'pid' | 'version' | 'isPooled'>,
    signal: AbortSignal,
    destroy: () => void,
  ) {
    this.#client = client;
    this.#signal = signal;
    this.#destroy = destroy;
    this.pid = pid;
    this.version = version;
    this.isPooled = isPooled;
  }

  static async open(address: Address, database: string, signal: AbortSignal): Promise<Session> {
    let opened: Awaited<ReturnType<typeof openClient>> | undefined;
    try {
      opened = await openClient(
        address,
        {
          database,
          application_name: 'rollback-actions',
          connectionTimeoutMillis: WAITS.POSTGRES_CONNECT_MS,
          keepAlive: true,
        },
        signal,
      );
      const { client, destroy } = opened;
      const { rows } = await client.query(
        `SELECT pg_backend_pid() AS pid, current_setting('server_version_num')::int AS version`,
      );
      const server = rows[0] as { pid: number; version: number };
      const { processID } = client as unknown as { processID: number };
      const isPooled = processID !== server.pid;
      // What is set in a pool stays set for the connection's next client.
      if (!isPooled) await client.query(settingsFor(server.version));
      return new Session(client, { ...server, isPooled }, signal, destroy);
    } catch (error) {
      if (opened) signal.removeEventListener('abort', opened.destroy);
      opened?.destroy();
      signal.throwIfAborted();
      const failure = {
        code: codeOf(error),
        words: messageOf(error),
        wasThere: known.has(`${address.host}:${address.port}`),
      };
      throw new ActionError(connectMessage(failure, address, database), { cause: error });
    }
  }

  /** All rows of a query. Values go in as parameters; names through `quoteName`. */
  async query<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    try {
      const result = await this.#client.query({ text: sql, values: [...values] });
      return result.rows as R[];
    } catch (error) {
      throw this.#failure(error);
    }
  }

  /** The only row of a query. */
  async one<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R> {
    const rows = await this.query<R>(sql, values);
    if (rows.length !== 1) throw new Error(`One row was expected, there are ${rows.length}: ${sql}`);
    return rows[0] as R;
  }

  /** Several statements at once, without values. */
  async run(sql: string): Promise<void> {
    try {
      await this.#client.query(sql);
    } catch (error) {
      throw this.#failure(error);
    }
  }

  /** Does all of `work` or nothing: what it throws takes it back, and so does the end of the session. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.run('BEGIN');
    try {
      const result = await work();
      await this.run('COMMIT');
      return result;
    } catch (error) {
      // A session that is gone has rolled back by itself.
      await this.run('ROLLBACK').catch(() => {});
      throw error;
    }
  }

  /** Carries what `COPY … TO STDOUT` gives here to a `COPY … FROM STDIN` of another session, and says how many rows that were. */
  async copy(from: string, to: Session, into: string): Promise<number> {
    try {
      return await copyBetween(this.#client, from, to.#client, into);
    } catch (error) {
      throw this.#failure(error);
    }
  }

  /** A run that is over ends its connections itself: that is no fault of the server. */
  #failure(error: unknown): unknown {
    return this.#signal.aborted && isLost(error) ? this.#signal.reason : queryError(error);
  }

  /** Ends it; a server that does not answer any more is left. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    const late = setTimeout(this.#destroy, WAITS.POSTGRES_GOODBYE_MS);
    await this.#client.end();
    clearTimeout(late);
    this.#signal.removeEventListener('abort', this.#destroy);
  }
}

/**
 * Limits that a role or database sets for its applications are not meant for us: a session of ours may wait long for
 * the next step, and read a large table. But a query whose client is gone must not go on for minutes.
 */
function settingsFor(version: number): string {
  const off = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
  const newer = [
    ...(version >= 140000 ? ['idle_session_timeout'] : []),
    ...(version >= 170000 ? ['transaction_timeout'] : []),
  ];
  const check = version >= 140000 ? `; SET client_connection_check_interval = '2s'` : '';
  // Limits that are set for applications do not apply to the rollback that repairs their damage.
  return `${[...off, ...newer].map((name) => `SET ${name} = 0`).join('; ')}; SET default_transaction_read_only = off${check}`;
}

/** PostgreSQL's code of what the user of a session may not do. */
export const INSUFFICIENT_PRIVILEGE = '42501';

/** PostgreSQL's or Node's code of what was thrown by a session: `3D000`, `ECONNREFUSED`; empty where there is none. */
export function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? '' : codeOf(cause);
}

function queryError(error: unknown): ActionError {
  const { detail, hint, where } = error as pg.DatabaseError;
  const details = [
    ...(detail === undefined ? [] : [withoutRows(detail, true)]),
    ...[hint, where].filter((line) => line !== undefined).map((line) => withoutRows(line)),
  ];
  const message = isLost(error)
    ? `The connection to PostgreSQL is lost (${messageOf(error)}); run this again when the server is up, it finds what is done already.`
    : `PostgreSQL says: ${withoutRows(messageOf(error))}.`;
  return new ActionError(message, { details, cause: error });
}

/** Whether the server went away, or ended the session: by what it says, and what pg says of a connection that is gone. */
const isLost = (error: unknown): boolean =>
  ['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE'].includes(codeOf(error)) ||
  /^(Connection terminated|Client has encountered a connection error)/.test(messageOf(error));
