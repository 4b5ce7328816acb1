import { ActionError, messageOf } from '../../base/errors.ts';
import { allSettled } from '../../base/settled.ts';
import { timeLimit } from '../../base/time-limit.ts';
import { WAITS } from '../../base/waits.ts';
import { type Address, parseAddress } from './address.ts';
import { CONSOLE, Console } from './pgbouncer-console.ts';
import {
  entryAddress,
  holdersOf,
  leadsTo,
  type PoolClient,
  type PoolEntry,
  type PoolServer,
} from './pool-entries.ts';
import type { Server } from './session.ts';

/** The pgbouncers before a server: one, or several that share its clients. */
export class Poolers {
  readonly #addresses: readonly Address[];
  readonly #signal: AbortSignal;

  private constructor(addresses: readonly Address[], signal: AbortSignal) {
    this.#addresses = addresses;
    this.#signal = signal;
  }

  /**
   * Reads the input `pgbouncer-url`, the admin console of each; nothing is connected yet.
   *
   * @throws ActionError where one is not a URL of a console
   */
  static parse(
    urls: readonly string[],
    { signal, mask }: { signal: AbortSignal; mask: (secret: string) => void },
  ): Poolers {
    const addresses = urls.map((url) => parseAddress(url, 'pgbouncer-url'));
    for (const { password, database } of addresses) {
      if (password) mask(password);
      if (database !== CONSOLE)
        throw new ActionError(
          `Input \`pgbouncer-url\` ends with the database ${JSON.stringify(database)}; pgbouncer's admin console is /${CONSOLE}.`,
        );
    }
    return new Poolers(addresses, signal);
  }

  /** The same for work that another signal ends. */
  withSignal(signal: AbortSignal): Poolers {
    return new Poolers(this.#addresses, signal);
  }

  /**
   * Looks whether PAUSE would work, and changes nothing.
   *
   * @returns what to warn of, a sentence each
   * @throws ActionError where a console cannot be reached, may not be used, or knows no entry of the server's database
   */
  async check(server: Server): Promise<string[]> {
    const found = await this.#each(this.#signal, async (console) => {
      await console.admin();
      const entries = await console.entries(server);
      const mode = await console.mode();
      return entries.flatMap((entry) => warnings(entry, entry.pool_mode ?? mode, console.name, server));
    });
    return found.flat();
  }

  /**
   * Lets running transactions end and new ones wait, on all pgbouncers or on none: where one cannot within `seconds`, or the run
   * is cancelled, all are resumed.
   *
   * @throws ActionError whose details name the clients that held the connections
   */
  async pause(server: Server, seconds: number): Promise<void> {
    const stop = new AbortController();
    const late = AbortSignal.timeout(seconds * 1000);
    const signal = AbortSignal.any([this.#signal, stop.signal]);
    try {
      await this.#each(signal, async (console, address) => {
        const names = (await console.entries(server)).map(({ name }) => name);
        try {
          for (const name of names) {
            await console.settled(name, AbortSignal.any([signal, late]));
            await console.command('PAUSE', name, late);
          }
        } catch (error) {
          const reason = late.aborted && !signal.aborted ? await tooLate(address, names, seconds) : error;
          stop.abort(reason);
          throw reason;
        }
      });
    } catch (error) {
      await this.#goOn(server, error);
      throw error;
    }
  }

  /** Resumes what is paused of the server's database. @returns how many entries were */
  async resume(server: Server): Promise<number> {
    const counts = await this.#each(this.#signal, async (console) => {
      const paused = await console.paused(server);
      for (const { name } of paused) await console.command('RESUME', name);
      return paused.length;
    });
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Whether any pgbouncer holds the server's database paused. */
  async paused(server: Server): Promise<boolean> {
    const found = await this.#each(this.#signal, (console) => console.paused(server));
    return found.flat().length > 0;
  }

  /** Works on every console side by side, each to its end, and throws the first that failed. */
  async #each<T>(
    signal: AbortSignal,
    work: (console: Console, address: Address) => Promise<T>,
  ): Promise<T[]> {
    return allSettled(
      this.#addresses.map(async (address) => {
        const console = await Console.open(address, signal);
        return work(console, address).finally(() => console.close());
      }),
    );
  }

  /** After a PAUSE that failed nothing may stay paused. */
  async #goOn(server: Server, cause: unknown): Promise<void> {
    try {
      await this.withSignal(timeLimit(WAITS.POOLER_RESUME_MS, 'pgbouncer did not answer')).resume(server);
    } catch (error) {
      throw new ActionError(
        `PAUSE failed, and then RESUME did: clients of the database ${JSON.stringify(server.database)} wait until you give RESUME on pgbouncer's console.`,
        { details: [messageOf(cause), messageOf(error)], cause },
      );
    }
  }
}

/** Lists the clients that held PAUSE up, on a console of its own, as the other one waits. */
async function tooLate(address: Address, names: readonly string[], seconds: number): Promise<ActionError> {
  const console = await Console.open(address, timeLimit(WAITS.POOLER_RESUME_MS, 'pgbouncer did not answer'));
  const servers = await console.show<PoolServer>('SERVERS');
  const clients = await console.show<PoolClient>('CLIENTS');
  console.close();
  const details = holdersOf(names, servers, clients);
  const reason =
    details.length > 0
      ? `${details.length} clients kept their connections (until their transaction ends, or with pool_mode=session until they disconnect); end them`
      : 'PostgreSQL did not let pgbouncer in meanwhile; fix that';
  return new ActionError(
    `pgbouncer at ${console.name} could not pause within ${seconds} s and goes on, as ${reason} and run again.`,
    { details },
  );
}

function warnings(entry: PoolEntry, mode: string, pooler: string, server: Server): string[] {
  const name = JSON.stringify(entry.name);
  const sentences: string[] = [];
  if (!leadsTo(entry, server.name))
    sentences.push(
      `pgbouncer at ${pooler} leads ${name} to ${entryAddress(entry)}, which \`database-url\` calls ${server.name}; they are taken for the same server.`,
    );
  if (mode === 'session')
    sentences.push(
      `pgbouncer at ${pooler} pools ${name} by session, so PAUSE waits until its clients disconnect; pool_mode=transaction would wait for their transactions only.`,
    );
  return sentences;
}
