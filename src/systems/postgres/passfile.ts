import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from './session.ts';

/**
 * What PostgreSQL's programs need to reach a database, for as long as `work` takes: the password is in a file that no other
 * user may read, not in their environment, and their home is an empty folder, so that nothing of the runner's own settings,
 * passwords or keys is read.
 */
export async function withCredentials<T>(
  server: Server,
  database: string,
  work: (environment: Record<string, string>) => Promise<T>,
): Promise<T> {
  const { PGPASSWORD, ...environment } = server.environment(database);
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  try {
    const passfile = join(folder, 'pgpass');
    const entry = (PGPASSWORD ?? '').replace(/[\\:]/g, '\\$&');
    if (PGPASSWORD !== undefined)
      await writeFile(passfile, `*:*:*:*:${entry}\n`, { mode: 0o600, flag: 'wx' });
    const authorities = server.authorities;
    const roots = join(folder, 'roots.pem');
    if (authorities !== undefined) await writeFile(roots, authorities, { mode: 0o600, flag: 'wx' });
    return await work({
      ...environment,
      PGPASSFILE: passfile,
      HOME: folder,
      ...(authorities !== undefined && { PGSSLROOTCERT: roots }),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
