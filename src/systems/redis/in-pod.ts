import { PassThrough } from 'node:stream';
import { pause } from '../../base/deadline.ts';
import { ActionError, messageOf } from '../../base/errors.ts';
import { WAITS } from '../../base/waits.ts';
import { choosePod } from '../kubernetes/choose-pod.ts';
import type { KubeClient } from '../kubernetes/client.ts';
import type { Ref } from '../kubernetes/kinds.ts';
import type { Pod } from '../kubernetes/objects.ts';
import { openInPod } from '../kubernetes/pods.ts';
import {
  type Command,
  greeting,
  type Link,
  LostError,
  nameOf,
  type Open,
  Refusal,
  type Reply,
} from './link.ts';
import { parseReply, quote } from './reply.ts';

/** A line that redis-cli cannot read, and what it always says to that by itself: it marks where a reply ends. */
const UNREADABLE = '"\n';
const MARK = 'Invalid argument(s)\n';
/** Signs of a reply; a thousand keys are a fraction of it. */
const LONGEST_REPLY = 16 * 1024 ** 2;

/**
 * Links by way of a pod of a workload. Where that pod has gone, another one is taken; where there is none just now, that
 * may pass.
 *
 * @param warn gets which pod it is
 * @throws ActionError where there is none at the beginning
 */
export async function inPodOf(
  client: KubeClient,
  namespace: string,
  workload: Ref,
  tls: { verify: boolean } | undefined,
  warn: (message: string) => void,
): Promise<Open> {
  let pod = await choosePod(client, namespace, workload);
  const logPod = () => warn(`By way of redis-cli in pod ${pod.metadata.name} of ${namespace}`);
  logPod();
  return async (place, options) => {
    try {
      return await inPod(client, pod, tls)(place, options);
    } catch (error) {
      client.signal.throwIfAborted();
      const other = await choosePod(client, namespace, workload).catch((reason: unknown) => {
        client.signal.throwIfAborted();
        throw new LostError(nameOf(place), `there is no pod to go by: ${messageOf(reason)}`);
      });
      if (other.metadata.uid === pod.metadata.uid) throw error;
      pod = other;
      logPod();
      return inPod(client, pod, tls)(place, options);
    }
  };
}

/**
 * Links by way of a pod, where the runner has no route to the servers: each is a `redis-cli` that runs in it and reads
 * its commands, the password among them, from its input. On the command line they would be in the cluster's audit log.
 */
function inPod(client: KubeClient, pod: Pod, tls: { verify: boolean } | undefined): Open {
  return async (place, { login, database }) => {
    const secure = tls ? ['--tls', ...(tls.verify ? [] : ['--insecure'])] : [];
    const argv = ['redis-cli', '--no-raw', '-h', place.host, '-p', String(place.port), ...secure];
    const link = await Dialogue.start(client, pod, argv, nameOf(place));
    const words = greeting(login, database);
    const replies = await link.send([...words, ['PING']]);
    // Whom nobody let ping may be let do all that is needed.
    const isRefused = (reply: Reply | Refusal, index: number) =>
      reply instanceof Refusal && !(index === words.length && reply.code === 'NOPERM');
    const refused = replies.find(isRefused);
    if (refused === undefined) return link;
    link.close();
    throw refused;
  };
}

/** Commands in, replies out. */
class Dialogue implements Link {
  readonly name: string;
  closed = false;
  /** It said nothing for as long as anything may take. */
  #isSilent = false;
  readonly #client: KubeClient;
  readonly #stdin = new PassThrough();
  #heard = '';
  #searched = 0;
  /** Ends when what was sent before has its replies. */
  #before: Promise<unknown> = Promise.resolve();
  #wake: () => void = () => {};
  #close: () => void = () => {};

  private constructor(client: KubeClient, name: string) {
    this.#client = client;
    this.name = name;
  }

  static async start(client: KubeClient, pod: Pod, argv: readonly string[], name: string): Promise<Dialogue> {
    const dialogue = new Dialogue(client, name);
    const failed = (reason: string) =>
      new ActionError(
        `redis-cli could not be run in pod ${pod.metadata.name} (${reason}); name with \`via\` a workload whose image has it.`,
      );
    try {
      const hear = (chunk: Buffer) => dialogue.#hear(chunk.toString());
      const { ended, close } = await openInPod(client, pod, argv, hear, dialogue.#stdin);
      dialogue.#close = close;
      ended.catch(messageOf).then(() => dialogue.close());
      // It answers this even when it reaches no server.
      const first = dialogue.#reply();
      dialogue.#stdin.write(UNREADABLE);
      await first.catch(async (error: unknown) => {
        if (dialogue.#isSilent) throw error;
        const end = await ended.catch((error: unknown) => ({ message: messageOf(error) }));
        throw new Error(dialogue.#heard.trim() || end.message);
      });
      return dialogue;
    } catch (error) {
      client.signal.throwIfAborted();
      throw error instanceof LostError ? error : failed(messageOf(error));
    }
  }

  send(commands: readonly Command[]): Promise<(Reply | Refusal)[]> {
    const lines = commands.map((command) => `${command.map(quote).join(' ')}\n${UNREADABLE}`);
    this.#stdin.write(lines.join(''));
    const replies = this.#before.then(() => this.#replies(commands));
    this.#before = replies.catch(() => {});
    return replies;
  }

  async #replies(commands: readonly Command[]): Promise<(Reply | Refusal)[]> {
    const replies: (Reply | Refusal)[] = [];
    for (const [command] of commands) replies.push(this.#parse(await this.#reply(), String(command)));
    return replies;
  }

  close(): void {
    this.closed = true;
    this.#wake();
    this.#close();
  }

  #hear(text: string): void {
    this.#heard += text;
    // A reply without an end must not fill the memory.
    if (this.#heard.length > LONGEST_REPLY) this.close();
    this.#wake();
  }

  #parse(text: string, command: string): Reply | Refusal {
    try {
      return parseReply(text, command);
    } catch (error) {
      this.close();
      throw new LostError(this.name, messageOf(error));
    }
  }

  /** Where a line begins that is the mark; what was searched before is not searched again. */
  #markAt(): number {
    for (let at = this.#searched; ; at += 1) {
      at = this.#heard.indexOf(MARK, at);
      if (at < 0) break;
      if (at === 0 || this.#heard[at - 1] === '\n') return at;
    }
    this.#searched = Math.max(0, this.#heard.length - MARK.length);
    return -1;
  }

  /** What is heard before the next mark. */
  async #reply(): Promise<string> {
    for (;;) {
      const at = this.#markAt();
      if (at >= 0) {
        const text = this.#heard.slice(0, Math.max(0, at - 1));
        this.#heard = this.#heard.slice(at + MARK.length);
        this.#searched = 0;
        return text;
      }
      this.#client.signal.throwIfAborted();
      if (this.#isSilent)
        throw new LostError(
          this.name,
          `redis-cli has said nothing for ${WAITS.REDIS_SILENCE_MS / 1000} s, as it does where a name does not resolve`,
        );
      if (this.closed)
        throw new LostError(this.name, this.#heard.trim() || 'the connection to the pod ended');
      await this.#word();
    }
  }

  /** Waits for the next word. */
  async #word(): Promise<void> {
    const heard = Promise.withResolvers<void>();
    this.#wake = heard.resolve;
    const silent = new AbortController();
    const silence = pause(WAITS.REDIS_SILENCE_MS, silent.signal).then(
      () => {
        this.#isSilent = true;
        this.close();
      },
      () => {},
    );
    await Promise.race([heard.promise, silence]);
    silent.abort();
  }
}
