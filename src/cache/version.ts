import { ActionError } from '../base/errors.ts';
import { asRedisError } from '../systems/redis/errors.ts';
import { Refusal, sendCommand, type Word } from '../systems/redis/link.ts';
import type { Cache, Master } from '../systems/redis/topology.ts';
import { availability } from './commands.ts';

/**
 * The master that has the key, and the number that is in it.
 *
 * @throws ActionError where there is no such key, or it is not a whole number: raising it would change nothing that an
 *   application reads
 */
export async function findVersion(
  cache: Cache,
  masters: readonly Master[],
  key: string,
): Promise<{ master: Master; value: number }> {
  for (const master of masters) {
    const reply = await sendToMaster(cache, master, 'GET', key);
    if (reply instanceof Refusal) continue;
    const text = reply === null ? undefined : String(reply);
    if (text === undefined) {
      throw new ActionError(
        `There is no key ${JSON.stringify(key)} on Redis at ${master.name}; check \`version-key\` and the database in \`redis-url\`.`,
      );
    }
    if (!/^-?\d{1,15}$/.test(text)) {
      throw new ActionError(
        `The key ${JSON.stringify(key)} holds no whole number, so it cannot be raised; check \`version-key\`.`,
      );
    }
    return { master, value: Number(text) };
  }
  throw new ActionError(
    `No master of Redis at ${cache.name} serves the key ${JSON.stringify(key)}; run it again when its hash slot has moved.`,
  );
}

/** Who may not raise it is told so before it is tried, where the server says that. @throws ActionError */
export async function requireRaising(cache: Cache, master: Master, key: string): Promise<void> {
  try {
    const state = await availability(await cache.link(master.place), 'INCR', key);
    if (state === 'forbidden' || state === 'missing')
      throw new Refusal(`NOPERM INCR is ${state} for the key ${JSON.stringify(key)}`);
  } catch (error) {
    cache.signal.throwIfAborted();
    throw asRedisError(master.name, error);
  }
}

/** Raises it by one; gives what it is then. @throws ActionError */
export async function raiseVersion(cache: Cache, master: Master, key: string): Promise<number> {
  const reply = await sendToMaster(cache, master, 'INCR', key);
  if (reply instanceof Refusal) throw asRedisError(master.name, reply);
  return Number(reply);
}

/** What a master says; that the key is on another one is a value. */
async function sendToMaster(cache: Cache, master: Master, ...command: Word[]) {
  try {
    return await sendCommand(await cache.link(master.place), ...command);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'MOVED') return error;
    cache.signal.throwIfAborted();
    throw asRedisError(master.name, error);
  }
}
