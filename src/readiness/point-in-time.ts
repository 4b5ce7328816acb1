import { dirname } from 'node:path';
import { ActionError } from '../base/errors.ts';
import { clockOf } from '../database/clock.ts';
import { planRecovery } from '../database/pgbackrest.ts';
import { isPointInTime, parsePointInTime } from '../database/point-in-time.ts';
import type { Context } from '../runner/action.ts';
import { Server, type Session } from '../systems/postgres/session.ts';
import { type Finding, finding, notChecked, ok } from './line.ts';

const ARCHIVE = { state: 'not-ready', remedy: 'see what the server logs of its `archive_command`' } as const;

/** What RDS archives every five minutes is there some minutes later. */
const RDS_BEHIND_MS = 900_000;

interface Archiver {
  readonly mode: string;
  readonly archived: string | null;
  readonly failed: string | null;
}

/** A stanza alone stands for its newest moment, by the server's clock: a rollback names the time. */
export async function timed(source: string, url: string | undefined, context: Context): Promise<string> {
  const isRds = source.startsWith('rds://');
  if (!(isPointInTime(source) || isRds) || /[?&]time=/.test(source)) return source;
  const now = await clockAt(url, context).catch((error) => {
    // That the server does not answer is what the check says of the server.
    if (error instanceof ActionError) return Date.now();
    throw error;
  });
  return `${source}${source.includes('?') ? '&' : '?'}time=${new Date(now - (isRds ? RDS_BEHIND_MS : 0)).toISOString()}`;
}

async function clockAt(url: string | undefined, context: Context): Promise<number> {
  const server = Server.parse(url ?? '', context);
  return server.use(server.database, clockOf);
}

/**
 * Which times a database can be taken back to: from the end of the oldest set of the archive on, for as long as the server
 * archives.
 *
 * @param folder below which a recovery would be done
 */
export async function checkWindow(
  source: string,
  { server, session, folder }: { server: Server; session: Session; folder: string },
  backup: { readonly state: 'not-ready'; readonly remedy: string },
): Promise<Finding[]> {
  return (
    await Promise.all([
      finding('backup', backup, async () => {
        const { window, source: parsed } = await planRecovery(
          parsePointInTime(source),
          server,
          dirname(folder),
        );
        const sets = window.sets === 1 ? 'a set' : `${window.sets} sets, the newest of ${window.newest}`;
        return ok(
          'backup',
          `the stanza "${parsed.stanza}" has every time since ${window.from} (${sets}), and this machine can recover it`,
        );
      }),
      finding('archive', ARCHIVE, async () => archiveOf(session)),
    ])
  ).flat();
}

async function archiveOf(session: Session): Promise<Finding> {
  const time = (column: string) =>
    `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS ${column.replace(/^last_(.*)_time$/, '$1')}`;
  const { mode, archived, failed } = await session.one<Archiver>(
    `SELECT current_setting('archive_mode') AS mode, ${time('last_archived_time')}, ${time('last_failed_time')}
     FROM pg_stat_archiver`,
  );
  if (mode === 'off')
    return notChecked(
      'archive',
      '`archive_mode` is off on this server: what is archived comes from elsewhere',
    );
  if (failed !== null && (archived === null || failed > archived))
    return {
      ...ARCHIVE,
      check: 'archive',
      evidence: `the server cannot archive what was written since ${archived ?? 'its start'}; it tried at ${failed}`,
    };
  return ok(
    'archive',
    archived === null ? 'nothing had to be archived yet' : `the server archived at ${archived}`,
  );
}
