import { Redis } from 'ioredis';
import { WAITS } from '../../base/waits.ts';
import type { RedisEndpoint, Tls } from './address.ts';
import { FULL } from './errors.ts';
import {
  greeting,
  type Link,
  LostError,
  nameOf,
  type Open,
  Refusal,
  type Reply,
  TLS_SILENCE,
} from './link.ts';

/** Bytes of the replies to commands that are sent at once. */
const MAX_REPLIES_BYTES = 256 * 1024 ** 2;

/** A client that neither connects, reconnects nor repeats anything by itself. */
const clientOf = (place: RedisEndpoint, tls: Tls | undefined): Redis =>
  new Redis({
    ...place,
    ...(tls && {
      tls: {
        rejectUnauthorized: tls.verify,
        ...(tls.ca && { ca: tls.ca }),
        ...(/[a-z]/i.test(place.host) && !place.host.includes(':') && { servername: place.host }),
      },
    }),
    protocol: 2,
    lazyConnect: true,
    connectTimeout: WAITS.REDIS_CONNECT_MS,
    commandTimeout: WAITS.REDIS_SILENCE_MS,
    retryStrategy: null,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    enableOfflineQueue: false,
    enableReadyCheck: false,
    disableClientInfo: true,
  });

/**
 * Links over the network from the runner. One connection each, that neither reconnects nor repeats anything by itself: a sweep
 * has to know when the node behind an address is another one.
 */
export function directly({ tls, signal }: { tls: Tls | undefined; signal: AbortSignal }): Open {
  return async (place, { login, database }) => {
    signal.throwIfAborted();
    const name = nameOf(place);
    const redis = clientOf(place, tls);
    let failure: Error | undefined;
    redis.on('error', (error: Error) => {
      failure = error;
    });
    const lost = (error: unknown) => {
      signal.throwIfAborted();
      const cause: NodeJS.ErrnoException = failure ?? (error as Error);
      const silent = tls !== undefined && cause.code === 'ETIMEDOUT';
      return new LostError(name, cause.message, silent ? TLS_SILENCE : cause.code);
    };
    const abort = () => redis.disconnect();
    signal.addEventListener('abort', abort);
    redis.once('end', () => signal.removeEventListener('abort', abort));
    try {
      await redis.connect();
    } catch (error) {
      redis.disconnect();
      throw lost(error);
    }
    const link = linkOf(redis, name, lost);
    const words = greeting(login, database);
    // Something has to be asked: a server without room says so to the first question.
    const replies = await link.send([...words, ['CLIENT', 'SETNAME', 'rollback-actions']]);
    // The name does not matter where the user may not set one.
    const refused = replies.slice(0, words.length).find((reply) => reply instanceof Refusal);
    if (refused === undefined) return link;
    link.close();
    throw refused;
  };
}

/** A connected client as a link. @param lost what is thrown once the connection is lost */
function linkOf(redis: Redis, name: string, lost: (error: unknown) => LostError): Link {
  // A reply without an end must not fill the memory.
  let heard = 0;
  redis.stream?.on('data', (chunk: Buffer) => {
    heard += chunk.length;
    if (heard > MAX_REPLIES_BYTES) redis.disconnect();
  });
  return {
    name,
    get closed() {
      return redis.status !== 'ready';
    },
    async send(commands) {
      heard = 0;
      const sent = await Promise.allSettled(
        commands.map(([command = '', ...words]) => redis.callBuffer(String(command), ...words)),
      );
      const full = sent.find((item) => item.status === 'rejected' && FULL.test(item.reason.message));
      // It ends the connection with these words, whatever the command.
      if (full?.status === 'rejected') throw new Refusal((full.reason as Error).message);
      return sent.map((item) => {
        if (item.status === 'fulfilled') return item.value as Reply;
        const error = item.reason as Error;
        if (error.name === 'ReplyError') return new Refusal(error.message);
        redis.disconnect();
        throw lost(error);
      });
    },
    close: () => redis.disconnect(),
  };
}
