import { ask, type Link, Refusal, type Word } from '../systems/redis/link.ts';

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

/** True where a server refused a command as one that it does not have, or not for this user. */
export const isUnavailable = (error: unknown): error is Refusal =>
  error instanceof Refusal && (error.code === 'NOPERM' || /unknown command/i.test(error.message));

/** The command that takes keys away: one that leaves the work to another thread, where the server has and allows it. */
export async function deletingCommand(link: Link, key: Word): Promise<'UNLINK' | 'DEL'> {
  try {
    await ask(link, 'UNLINK', key);
    return 'UNLINK';
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    try {
      await ask(link, 'DEL', key);
    } catch {
      throw error;
    }
    return 'DEL';
  }
}
