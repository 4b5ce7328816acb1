import { pause } from '../runner/deadline.ts';
import { ActionError } from '../runner/errors.ts';
import type { Log } from '../runner/log.ts';
import { WAITS } from '../runner/waits.ts';
import { isPassing, toldBy } from '../systems/redis/errors.ts';
import { ask, type Link, Refusal, type Reply } from '../systems/redis/link.ts';
import { type Cache, isMigrating, type Master } from '../systems/redis/topology.ts';
import { knownThing } from './known.ts';
import { sizeOf } from './look.ts';
import type { Request } from './request.ts';
import { patternOf, scan } from './scan.ts';

/** What became of one master. */
export interface Swept {
  readonly node: string;
  deleted: number;
  /** Why it could not be cleared wholly. */
  error: Error | undefined;
}

/**
 * Clears every master, each until it is clean. Where a server is another one than before, has other slots, or lost
 * its connection on the way, what stands there now is gone through again.
 *
 * @param swept is filled on the way, so that a deadline does not hide what was done
 */
export async function sweep(
  cache: Cache,
  request: Request,
  swept: Map<string, Swept>,
  log: Log,
): Promise<void> {
  const clean = new Set<string>();
  let since = performance.now();
  for (;;) {
    const before = clean.size;
    const failure = await pass(cache, request, swept, clean).catch((error: unknown) => error);
    cache.signal.throwIfAborted();
    if (failure === DONE) return;
    const told = toldBy(cache.name, failure);
    if (!isPassing(failure) && failure !== MOVING) throw told;
    if (clean.size > before) since = performance.now();
    if (performance.now() - since > WAITS.REDIS_AWAY_SWEEP_MS) throw told;
    log.info(`… ${told.message} Once more.`);
    await pause(WAITS.REDIS_SWEEP_PAUSE_MS, cache.signal);
  }
}

const DONE = Symbol('done');
const MOVING = new ActionError(
  'Hash slots are being moved between the masters; wait for that, and run it again.',
);

/** Goes through the masters that are not clean; gives what is in the way of being done. */
async function pass(
  cache: Cache,
  request: Request,
  swept: Map<string, Swept>,
  clean: Set<string>,
): Promise<unknown> {
  const { masters } = await cache.masters();
  const todo = masters.filter(({ identity }) => !clean.has(identity));
  if (todo.length === 0) return DONE;
  const states = await Promise.all(todo.map((master) => clear(cache, master, request, swept)));
  // A key on its way from one node to another can be missed on both, until a pass over all finds nothing.
  const moving = states.some(({ moving }) => moving) && states.some(({ deleted }) => deleted > 0);
  if (moving) clean.clear();
  else
    for (const [index, { identity }] of todo.entries())
      if (states[index]?.error === undefined) clean.add(identity);
  const errors = states.map(({ error }) => error).filter((error) => error !== undefined);
  const failure = errors.find((error) => !isPassing(error)) ?? errors[0];
  // Who was cleared may be another one by now: only a look that finds all of them clean is the end.
  return failure ?? (moving ? MOVING : pass(cache, request, swept, clean));
}

/** What one pass over one master gave. */
interface State {
  readonly deleted: number;
  /** Keys, or slots, are on their way to or from it. */
  readonly moving: boolean;
  readonly error?: unknown;
}

/** Clears one master; what is in the way is returned, so that the others go on. */
async function clear(
  cache: Cache,
  master: Master,
  request: Request,
  swept: Map<string, Swept>,
): Promise<State> {
  const own = swept.get(master.name) ?? { node: master.name, deleted: 0, error: undefined };
  swept.set(master.name, own);
  const before = own.deleted;
  try {
    const link = await cache.link(master.place);
    const inCluster = master.slots !== undefined;
    const moved =
      request.mode === 'prefix'
        ? await unlinkAll(link, request, inCluster, own, cache.signal)
        : await flush(link, request, own);
    own.error = undefined;
    const migrating = inCluster && isMigrating(String(await ask(link, 'CLUSTER', 'NODES')));
    return { deleted: own.deleted - before, moving: moved > 0 || migrating };
  } catch (error) {
    own.error = toldBy(master.name, error);
    return { deleted: own.deleted - before, moving: false, error };
  }
}

async function flush(link: Link, { mode }: Request, own: Swept): Promise<number> {
  const size = await sizeOf(link, mode);
  await ask(link, mode === 'all' ? 'FLUSHALL' : 'FLUSHDB', 'ASYNC');
  own.deleted += size;
  return 0;
}

/** How many keys were seen and could not be deleted, because their slot is somewhere else by now. */
async function unlinkAll(
  link: Link,
  { prefixes, named, batch, pause: milliseconds }: Request,
  inCluster: boolean,
  own: Swept,
  signal: AbortSignal,
): Promise<number> {
  let moved = 0;
  for (const prefix of prefixes) {
    let waiting: Buffer[] = [];
    for await (const keys of scan(link, patternOf(prefix))) {
      waiting.push(...keys.filter((key) => knownThing(key.toString(), named) === undefined));
      while (waiting.length >= batch) {
        moved += await unlink(link, waiting.slice(0, batch), inCluster, own);
        waiting = waiting.slice(batch);
        await pause(milliseconds, signal);
      }
    }
    if (waiting.length > 0) moved += await unlink(link, waiting, inCluster, own);
  }
  return moved;
}

/** In a cluster one command may name keys of one slot only. */
async function unlink(link: Link, keys: readonly Buffer[], inCluster: boolean, own: Swept): Promise<number> {
  if (!inCluster) {
    own.deleted += Number(await ask(link, 'UNLINK', ...keys));
    return 0;
  }
  const replies = await link.send(keys.map((key) => ['UNLINK', key]));
  const elsewhere = keys.filter((_, index) => hasMoved(replies[index]));
  own.deleted += count(replies);
  // A key that is here although its slot is not yet: it is given away only to who asks on purpose.
  const asked = await link.send(elsewhere.flatMap((key) => [['ASKING'], ['UNLINK', key]]));
  own.deleted += count(asked.filter((_, index) => index % 2 === 1));
  return asked.filter(hasMoved).length;
}

const MOVED = new Set(['MOVED', 'ASK', 'TRYAGAIN']);
const hasMoved = (reply: Reply | Refusal | undefined) => reply instanceof Refusal && MOVED.has(reply.code);

/** Adds up what was deleted. @throws Refusal where a server refused for another reason than a moved slot */
function count(replies: readonly (Reply | Refusal)[]): number {
  const refused = replies.find((reply) => reply instanceof Refusal && !MOVED.has(reply.code));
  if (refused) throw refused;
  return replies.reduce<number>((sum, reply) => sum + (typeof reply === 'number' ? reply : 0), 0);
}
