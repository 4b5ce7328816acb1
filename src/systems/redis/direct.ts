import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { WAITS } from '../../base/waits.ts';
import type { RedisEndpoint, Tls } from './address.ts';
import { FULL } from './errors.ts';
import {
  type Command,
  greeting,
  type Link,
  LostError,
  nameOf,
  type Open,
  Refusal,
  type Reply,
  TLS_SILENCE,
} from './link.ts';
import { Decoder, encode } from './resp.ts';

/** Bytes of the replies to commands that are sent at once. */
const MAX_REPLIES_BYTES = 256 * 1024 ** 2;

/**
 * Links over the network from the runner. One connection each, that neither reconnects nor repeats anything by itself: a sweep
 * has to know when the node behind an address is another one.
 */
export function directly({ tls, signal }: { tls: Tls | undefined; signal: AbortSignal }): Open {
  return async (place, { login, database }) => {
    signal.throwIfAborted();
    const link = new DirectLink(nameOf(place), socketTo(place, tls), tls !== undefined, signal);
    await link.connected;
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

function socketTo({ host, port }: RedisEndpoint, tls: Tls | undefined): Socket {
  if (!tls) return connectPlain({ host, port, noDelay: true });
  return connectTls({
    host,
    port,
    rejectUnauthorized: tls.verify,
    ...(tls.ca && { ca: tls.ca }),
    ...(isIP(host) === 0 && { servername: host }),
  });
}

/** Commands that were sent, and the replies that they have. */
interface Sent {
  readonly count: number;
  readonly replies: (Reply | Refusal)[];
  readonly resolve: (replies: (Reply | Refusal)[]) => void;
  readonly reject: (error: unknown) => void;
  readonly late: NodeJS.Timeout;
}

class DirectLink implements Link {
  readonly name: string;
  readonly connected: Promise<void>;
  readonly #socket: Socket;
  readonly #signal: AbortSignal;
  readonly #waiting: Sent[] = [];
  /** Bytes of replies since something was sent last: one without an end must not fill the memory. */
  #heard = 0;
  /** Why the connection ended. */
  #failure: NodeJS.ErrnoException | undefined;
  readonly #isTls: boolean;

  constructor(name: string, socket: Socket, isTls: boolean, signal: AbortSignal) {
    this.name = name;
    this.#socket = socket;
    this.#isTls = isTls;
    this.#signal = signal;
    this.connected = this.#connect();
    const decoder = new Decoder((reply) => this.#receive(reply));
    socket.on('data', (chunk: Buffer) => {
      this.#heard += chunk.length;
      if (this.#heard > MAX_REPLIES_BYTES) return this.#end(new Error('it answers without an end'));
      try {
        decoder.write(chunk);
      } catch (error) {
        this.#end(error as Error);
      }
    });
    socket.on('error', (error) => this.#end(error));
    const abort = () => this.#end(new Error('aborted'));
    signal.addEventListener('abort', abort);
    socket.once('close', () => {
      signal.removeEventListener('abort', abort);
      this.#end(new Error('the connection was closed'));
    });
  }

  get closed(): boolean {
    return this.#failure !== undefined || !this.#socket.writable;
  }

  send(commands: readonly Command[]): Promise<(Reply | Refusal)[]> {
    if (this.#failure) return Promise.reject(this.#lost());
    if (commands.length === 0) return Promise.resolve([]);
    this.#heard = 0;
    const { promise, resolve, reject } = Promise.withResolvers<(Reply | Refusal)[]>();
    const late = setTimeout(() => this.#end(silence()), WAITS.REDIS_SILENCE_MS);
    this.#waiting.push({ count: commands.length, replies: [], resolve, reject, late });
    this.#socket.write(encode(commands));
    return promise;
  }

  close(): void {
    this.#end(new Error('the connection was closed'));
  }

  async #connect(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const late = setTimeout(
      () => this.#end(silence(this.#isTls ? TLS_SILENCE : undefined)),
      WAITS.REDIS_CONNECT_MS,
    );
    this.#socket.once(this.#isTls ? 'secureConnect' : 'connect', resolve);
    this.#socket.once('close', () => reject(this.#lost()));
    try {
      await promise;
    } finally {
      clearTimeout(late);
    }
  }

  #receive(reply: Reply | Refusal): void {
    // It ends the connection with these words, whatever the command, and even before any.
    if (reply instanceof Refusal && FULL.test(reply.message)) return this.#end(reply);
    const [first] = this.#waiting;
    if (!first) return this.#end(new Error('it sends a reply to no command'));
    first.replies.push(reply);
    if (first.replies.length < first.count) return;
    this.#waiting.shift();
    clearTimeout(first.late);
    first.resolve(first.replies);
  }

  /** Ends the connection, for the first reason that there is. */
  #end(reason: Error): void {
    this.#failure ??= reason;
    this.#socket.destroy();
    for (const { late, reject } of this.#waiting.splice(0)) {
      clearTimeout(late);
      reject(this.#lost());
    }
  }

  #lost(): unknown {
    if (this.#signal.aborted) return this.#signal.reason;
    const failure = this.#failure;
    if (failure instanceof Refusal) return failure;
    const { message = '', code = '' } = failure ?? {};
    return new LostError(this.name, message, code);
  }
}

const silence = (code = 'ETIMEDOUT') => Object.assign(new Error('no answer'), { code });
