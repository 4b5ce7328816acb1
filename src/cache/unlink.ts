import { type Link, Refusal, type Reply, type Word } from '../systems/redis/link.ts';
import { deletingCommand } from './commands.ts';
import { knownThing } from './known.ts';
import { Pace } from './pace.ts';
import type { Request } from './request.ts';
import { scan } from './scan.ts';

/** What stands in a text for bytes that are none. */
const NO_TEXT = '\ufffd';

/** How a node is swept. */
export interface Deleting {
  readonly inCluster: boolean;
  /** Counts what was deleted, also where the rest fails. */
  readonly own: { deleted: number };
  readonly signal: AbortSignal;
}

/** Keys on their way into nothing. */
interface Going {
  readonly link: Link;
  readonly command: 'UNLINK' | 'DEL';
  readonly pace: Pace;
  /** Seen here, and served somewhere else by now. */
  moved: number;
}

/**
 * Deletes what begins with one of the prefixes; undefined is everything. The server deletes what was found while the next
 * keys are read, so that neither waits for the other.
 *
 * @returns how many keys were seen and could not be deleted, because their slot is somewhere else by now
 */
export async function unlinkAll(
  link: Link,
  prefixes: readonly (string | undefined)[],
  { named, batch, pause }: Request,
  options: Deleting,
): Promise<number> {
  let moved = 0;
  for (const prefix of prefixes) {
    const command = await deletingWith(link, prefix ?? '');
    const pace = new Pace(pause, batch);
    const going: Going = { link, command, pace, moved: 0 };
    let last = Promise.resolve();
    for await (const { keys, texts } of scan(link, prefix, pace, options.signal)) {
      await last;
      // What is text is sent as text, which takes a third of the time of bytes.
      const words = texts.map((text, index) => (text.includes(NO_TEXT) ? (keys[index] as Buffer) : text));
      last = remove(
        going,
        words.filter((_, index) => knownThing(texts[index] as string, named) === undefined),
        options,
      );
      // It is waited for at the next keys.
      last.catch(() => {});
    }
    await last;
    moved += going.moved;
  }
  return moved;
}

/** Deletes some keys: at once, as the server takes them one after another and others in between; or with rests. */
async function remove(going: Going, keys: readonly Word[], options: Deleting): Promise<void> {
  const sent: Promise<void>[] = [];
  for (let at = 0; at < keys.length; ) {
    const some = keys.slice(at, at + going.pace.batch);
    at += some.length;
    const gone = removeSome(going, some, options);
    sent.push(gone);
    if (going.pace.rest === 0) continue;
    await gone;
    await going.pace.pause(options.signal);
  }
  const failed = (await Promise.allSettled(sent)).find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Deletes as many as go at once; in a cluster one command may name keys of one slot only. */
async function removeSome(going: Going, keys: readonly Word[], { inCluster, own }: Deleting): Promise<void> {
  const { link, command } = going;
  const replies = await link.send(inCluster ? keys.map((key) => [command, key]) : [[command, ...keys]]);
  own.deleted += count(replies);
  const elsewhere = inCluster ? keys.filter((_, index) => hasMoved(replies[index])) : [];
  if (elsewhere.length === 0) return;
  // A key that is here although its slot is not yet: the node serves it only after ASKING.
  const importingReplies = await link.send(elsewhere.flatMap((key) => [['ASKING'], [command, key]]));
  own.deleted += count(importingReplies.filter((_, index) => index % 2 === 1));
  going.moved += importingReplies.filter(hasMoved).length;
}

/** A cluster's node does not say of a key of another one what it would do with its own. */
export async function deletingWith(link: Link, prefix: string): Promise<'UNLINK' | 'DEL'> {
  try {
    return await deletingCommand(link, `${prefix}rollback-actions-${Date.now()}`);
  } catch (error) {
    if (error instanceof Refusal && MOVED.has(error.code)) return 'UNLINK';
    throw error;
  }
}

const MOVED = new Set(['MOVED', 'ASK', 'TRYAGAIN']);
const hasMoved = (reply: Reply | Refusal | undefined) => reply instanceof Refusal && MOVED.has(reply.code);

/** Adds up what was deleted. @throws Refusal where a server refused for another reason than a moved slot */
function count(replies: readonly (Reply | Refusal)[]): number {
  const refused = replies.find((reply) => reply instanceof Refusal && !MOVED.has(reply.code));
  if (refused) throw refused;
  return replies.reduce<number>((sum, reply) => sum + (typeof reply === 'number' ? reply : 0), 0);
}
