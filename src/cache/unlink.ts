import { type Command, type Link, Refusal, type Reply } from '../systems/redis/link.ts';
import { deletingCommand } from './commands.ts';
import { knownThing } from './known.ts';
import { Pace } from './pace.ts';
import type { Request } from './request.ts';
import { scan } from './scan.ts';

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
  /** Found, and not sent yet. */
  waiting: Buffer[];
  /** Sent, and not answered yet. */
  sent: Buffer[];
  /** Seen here, and served somewhere else by now. */
  moved: number;
}

/**
 * Deletes what begins with one of the prefixes; undefined is everything. What was found is deleted along with the next
 * question, so that the server is never waited for twice.
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
    const going: Going = { link, command, pace, waiting: [], sent: [], moved: 0 };
    for await (const { keys, texts, replies } of scan(link, prefix, pace, () => nextOf(going, options))) {
      await take(going, replies, options);
      const gone = keys.filter((_, index) => knownThing(texts[index] as string, named) === undefined);
      going.waiting = going.waiting.concat(gone);
      await pace.rest(options.signal);
      // So much goes along with the next question; more at once would make others wait.
      await send(going, pace.batch, options);
    }
    await send(going, 0, options);
    moved += going.moved;
  }
  return moved;
}

/** Sends what waits, until no more than `most` do. */
async function send(going: Going, most: number, options: Deleting): Promise<void> {
  while (going.waiting.length > most) {
    const commands = nextOf(going, options);
    await take(going, await going.pace.time(() => going.link.send(commands)), options);
    await going.pace.rest(options.signal);
  }
}

/** The next commands; in a cluster one may name keys of one slot only. */
function nextOf(going: Going, { inCluster }: Deleting): Command[] {
  going.sent = going.waiting.slice(0, going.pace.batch);
  going.waiting = going.waiting.slice(going.pace.batch);
  if (going.sent.length === 0) return [];
  return inCluster ? going.sent.map((key) => [going.command, key]) : [[going.command, ...going.sent]];
}

async function take(
  going: Going,
  replies: readonly (Reply | Refusal)[],
  { inCluster, own }: Deleting,
): Promise<void> {
  const { link, command, sent } = going;
  own.deleted += count(replies);
  const elsewhere = inCluster ? sent.filter((_, index) => hasMoved(replies[index])) : [];
  if (elsewhere.length === 0) return;
  // A key that is here although its slot is not yet: it is given away only to who asks on purpose.
  const asked = await link.send(elsewhere.flatMap((key) => [['ASKING'], [command, key]]));
  own.deleted += count(asked.filter((_, index) => index % 2 === 1));
  going.moved += asked.filter(hasMoved).length;
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
