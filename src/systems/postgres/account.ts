import { chown } from 'node:fs/promises';
import { ActionError } from '../../base/errors.ts';
import { answerOf } from '../process.ts';

const NAME = 'postgres';

/** The account that runs a PostgreSQL server on this machine: the runner's own user, or for root, as which it will not run, `postgres`. */
export interface Account {
  /** A command as this user gives it. */
  command(file: string, args: readonly string[]): [file: string, args: string[]];
  /** Makes a file or folder of ours this user's. */
  own(path: string): Promise<void>;
}

/** The account for this machine. @throws ActionError for root where there is no user `postgres` */
export async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return { command: (file, args) => [file, [...args]], own: async () => {} };
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (what) => {
      const result = await answerOf('id', [what, NAME]);
      return result?.code === 0 ? Number(result.output) : undefined;
    }),
  );
  if (uid === undefined || gid === undefined)
    throw new ActionError(
      `PostgreSQL does not run as root, and this machine has no user "${NAME}"; install PostgreSQL's server or let the runner be another user.`,
    );
  return {
    // The present folder may be one that the other user cannot enter.
    command: (file, args) => [
      'setpriv',
      [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', 'env', '--chdir=/', file, ...args],
    ],
    own: (path) => chown(path, uid, gid),
  };
}
