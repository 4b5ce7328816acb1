import { pause } from '../base/deadline.ts';
import { ActionError, messageOf } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import { type NameServer, serverName } from '../systems/dns/exchange.ts';
import { answerAt } from '../systems/dns/name-servers.ts';
import type { Wanted } from '../systems/dns/provider.ts';
import type { TsigKey } from '../systems/dns/tsig.ts';
import { sameValues, type Type } from '../systems/dns/values.ts';

/** What servers have to answer. */
interface Expected extends Wanted {
  readonly name: string;
  readonly type: Type;
  /** What was there before. */
  readonly before: Wanted;
  /** Resolvers are asked, whose TTL runs down. */
  readonly recursive: boolean;
  /** The TSIG key, where the servers answer other clients differently. */
  readonly key?: TsigKey | undefined;
}

/**
 * Waits until every server answers what is wanted.
 *
 * @returns how many seconds that took for each
 * @throws ActionError, when the signal aborts, that names the servers and what they answer instead
 */
export async function propagate(
  servers: readonly NameServer[],
  expected: Expected,
  signal: AbortSignal,
): Promise<{ server: string; seconds: number }[]> {
  const started = performance.now();
  const behind = new Map<string, string>();
  const waits = servers.map(async (server) => {
    const name = serverName(server);
    for (;;) {
      const instead = await differs(server, expected, started, signal);
      if (instead === undefined) break;
      behind.set(name, instead);
      await pause(WAITS.DNS_PROPAGATION_POLL_MS, signal);
    }
    behind.delete(name);
    return { server: name, seconds: Number(((performance.now() - started) / 1000).toFixed(1)) };
  });
  try {
    return await Promise.all(waits);
  } catch (error) {
    await Promise.allSettled(waits);
    if (!signal.aborted || behind.size === 0) throw error;
    const servers = [...behind].map(([name, instead]) => `${name} (${instead})`);
    throw new ActionError(`${servers.join(', ')} did not follow in time; ${messageOf(signal.reason)}`, {
      cause: error,
    });
  }
}

/** What a server says instead; undefined where it says what is wanted. */
async function differs(
  server: NameServer,
  expected: Expected,
  started: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { name, type, values, recursive, key } = expected;
  try {
    const answer = await answerAt(server, name, type, { signal, recursive, key });
    if (!sameValues(answer.values, values)) return `answers ${answer.values.join(', ') || 'nothing'}`;
    if (recursive || isOfNow(answer.ttl ?? 0, expected, started)) return undefined;
    return `answers it with the TTL ${answer.ttl}`;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ActionError) return messageOf(error);
    throw error;
  }
}

/**
 * Whether a TTL is that of the record as it is now. A cache before the servers counts it down; what it says of a record
 * that has another TTL alone may be the old one's, for as long as that was.
 */
function isOfNow(seen: number, { ttl, values, before }: Expected, started: number): boolean {
  if (seen === ttl) return true;
  const isTtlAlone = sameValues(before.values, values);
  return seen < ttl && (!isTtlAlone || performance.now() - started > before.ttl * 1000);
}
