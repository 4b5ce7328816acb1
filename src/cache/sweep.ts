import { pause as wait } from '../base/deadline.ts';
import { ActionError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { WAITS } from '../base/waits.ts';
import { asRedisError, isPassing } from '../systems/redis/errors.ts';
import { type Link, LostError, sendCommand } from '../systems/redis/link.ts';
import { type Cache, isMigrating, type Master } from '../systems/redis/topology.ts';
import { hasIndexes, isUnavailable } from './commands.ts';
import type { Request } from './request.ts';
import { countKeys, databasesOf } from './survey.ts';
import { type Deleting, deletingWith, unlinkAll } from './unlink.ts';

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
  { log, patience = WAITS.REDIS_AWAY_SWEEP_MS }: { log: Log; patience?: number },
): Promise<void> {
  const clean = new Set<string>();
  let since = performance.now();
  for (;;) {
    const before = clean.size;
    const failure = await pass(cache, request, swept, clean).catch((error: unknown) => error);
    cache.signal.throwIfAborted();
    if (failure === DONE) return;
    const error = asRedisError(cache.name, failure);
    if (!isPassing(failure) && failure !== MOVING) throw error;
    if (clean.size > before) since = performance.now();
    if (performance.now() - since > patience) throw error;
    log.info(`… ${error.message} Once more.`);
    await wait(WAITS.REDIS_SWEEP_PAUSE_MS, cache.signal);
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
  const failure =
    errors.find((error) => !isPassing(error)) ??
    // A node that is away is why the others refuse.
    errors.find((error) => error instanceof LostError) ??
    errors[0];
  // The cleared masters may not be the masters any more: only a pass that finds all of them clean is the end.
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
        ? await unlinkAll(link, request.prefixes, request, { inCluster, own, signal: cache.signal })
        : await empty(cache, link, request, { inCluster, own, signal: cache.signal });
    own.error = undefined;
    const migrating = inCluster && isMigrating(String(await sendCommand(link, 'CLUSTER', 'NODES')));
    return { deleted: own.deleted - before, moving: moved > 0 || migrating };
  } catch (error) {
    own.error = asRedisError(master.name, error);
    return { deleted: own.deleted - before, moving: false, error };
  }
}

/** Empties what the mode names at once, or key by key where the server does not have or allow that, or would lose more. */
async function empty(cache: Cache, link: Link, request: Request, options: Deleting): Promise<number> {
  if (!(await hasIndexes(link)) && (await flush(link, request, options))) return 0;
  if (request.mode === 'database') return unlinkAll(link, [undefined], request, options);
  let moved = 0;
  for (const database of await databasesOf(link)) {
    await sendCommand(link, 'SELECT', database);
    moved += await unlinkAll(link, [undefined], request, options);
  }
  await sendCommand(link, 'SELECT', String(cache.address.database));
  return moved;
}

/** @returns false where the server does not have or allow it, and lets keys be deleted */
async function flush(link: Link, { mode }: Request, { own }: Deleting): Promise<boolean> {
  const size = await countKeys(link, mode);
  try {
    await sendCommand(link, mode === 'all' ? 'FLUSHALL' : 'FLUSHDB', 'ASYNC');
    own.deleted += size;
    return true;
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    // Who may do neither is told of the one that was asked for.
    await deletingWith(link, '').catch(() => {
      throw error;
    });
    return false;
  }
}
