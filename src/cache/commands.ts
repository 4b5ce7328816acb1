import { type Link, Refusal, sendCommand, type Word } from '../systems/redis/link.ts';

/** Whether a server does what it is asked: some have commands switched off, and some let a user do a few only. */
type Availability = 'there' | 'missing' | 'forbidden' | 'unknown';

/**
 * Finds out whether a command may be used, without using it. What a server does not say, or is too old to say, is
 * unknown.
 */
export async function availability(link: Link, command: string, ...words: Word[]): Promise<Availability> {
  const [keys, user] = await link.send([
    ['COMMAND', 'GETKEYS', command, ...words],
    ['ACL', 'WHOAMI'],
  ]);
  if (keys instanceof Refusal && /invalid command/i.test(keys.message)) return 'missing';
  const isThere = !(keys instanceof Refusal) || /no key arguments/i.test(keys.message);
  if (user instanceof Refusal || user === undefined || user === null) return 'unknown';
  const [trial] = await link.send([['ACL', 'DRYRUN', String(user), command, ...words]]);
  if (trial instanceof Refusal) return /not found/i.test(trial.message) ? 'missing' : 'unknown';
  const isAllowed = String(trial).toUpperCase() === 'OK';
  return isAllowed ? (isThere ? 'there' : 'unknown') : 'forbidden';
}

/**
 * Why a server's keys have to go one by one, though its database could be emptied at once, as half a sentence; undefined
 * where nothing says so.
 */
export async function oneByOneReason(
  link: Link,
  command: 'FLUSHDB' | 'FLUSHALL',
): Promise<string | undefined> {
  if (await hasIndexes(link))
    return 'has search indexes, which every flush drops, whatever database they are of';
  const state = await availability(link, command);
  if (state === 'missing') return `does not have ${command}`;
  return state === 'forbidden' ? `does not let this user ${command}` : undefined;
}

/** An index of RediSearch is no key: a flush of any database takes the definitions of all, and nothing brings them back. */
export async function hasIndexes(link: Link): Promise<boolean> {
  const info = String(await sendCommand(link, 'INFO'));
  if (!/^module:name=search,/m.test(info)) return false;
  const [, count] =
    /^search_number_of_indexes:(\d+)/m.exec(String(await sendCommand(link, 'INFO', 'search'))) ?? [];
  // An older one does not say how many it has.
  return count !== '0';
}

/** True where a server refused a command as one that it does not have, or not for this user. */
export const isUnavailable = (error: unknown): error is Refusal =>
  error instanceof Refusal && (error.code === 'NOPERM' || /unknown command/i.test(error.message));

/** The command that takes keys away: one that leaves the work to another thread, where the server has and allows it. */
export async function deletingCommand(link: Link, key: Word): Promise<'UNLINK' | 'DEL'> {
  try {
    await sendCommand(link, 'UNLINK', key);
    return 'UNLINK';
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    try {
      await sendCommand(link, 'DEL', key);
    } catch {
      throw error;
    }
    return 'DEL';
  }
}
