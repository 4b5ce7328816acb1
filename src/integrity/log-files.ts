import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ActionError, messageOf } from '../base/errors.ts';
import type { Session } from '../systems/postgres/session.ts';
import { errorsIn, formatOf, type LogEntry } from './server-log.ts';

/** Bytes of the end of a log that are read: enough for an incident, whatever has grown before it. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The errors since an instant, and where they were read; `because` says what is missing. */
export interface ServerLog {
  readonly source: string;
  /** Whether anything was read: no entry in an unread log is not good news. */
  readonly isRead: boolean;
  readonly entries: readonly LogEntry[];
  readonly reasons: readonly string[];
}

/** Reads the errors of log files on this machine. @throws ActionError where one cannot be read */
export function readLogFiles(paths: readonly string[], since: Date): ServerLog {
  const reasons: string[] = [];
  const entries = paths.flatMap((path) => {
    const { text, cut } = tail(path);
    if (cut) reasons.push(`only the last ${MAX_BYTES / 1024 ** 2} MiB of ${path} were read`);
    return errorsIn(text, formatOf(path));
  });
  return { source: paths.join(', '), isRead: true, ...recent(entries, since, reasons) };
}

/** Reads the errors of the server's own log through the server, where its role may. */
export async function readServerLog(session: Session, since: Date): Promise<ServerLog> {
  const source = "the server's log files";
  // Asked before it is tried: a refusal would be one more error in that log.
  const { collects, allowed } = await session.one<{ collects: boolean; allowed: boolean }>(
    `SELECT pg_catalog.current_setting('logging_collector') = 'on' AS collects,
      pg_catalog.has_function_privilege('pg_catalog.pg_ls_logdir()', 'EXECUTE')
        AND pg_catalog.has_function_privilege('pg_catalog.pg_read_binary_file(text, bigint, bigint)', 'EXECUTE')
        AND pg_catalog.pg_has_role('pg_read_all_settings', 'USAGE') AS allowed`,
  );
  const missed = !collects
    ? 'logging_collector is off, so the server keeps no log files; give `postgres-log`'
    : 'the role may not read them; grant it pg_monitor and EXECUTE on pg_read_binary_file(text, bigint, bigint), or give `postgres-log`';
  if (!collects || !allowed) return { source, isRead: false, entries: [], reasons: [missed] };
  return { source, isRead: true, ...(await readThrough(session, since)) };
}

async function readThrough(session: Session, since: Date): Promise<Omit<ServerLog, 'source' | 'isRead'>> {
  const files = await session.query<{ path: string; bytes: number }>(
    `SELECT pg_catalog.current_setting('log_directory') || '/' || name AS path, size::float8 AS bytes
      FROM pg_catalog.pg_ls_logdir() WHERE modification >= $1 ORDER BY modification DESC`,
    [since],
  );
  // The same entries may be written in several formats; the one that tells most is read.
  const format = (['json', 'csv', 'stderr'] as const).find((one) =>
    files.some(({ path }) => formatOf(path) === one),
  );
  const reasons: string[] = [];
  const entries: LogEntry[][] = [];
  let room = MAX_BYTES;
  for (const { path, bytes } of files.filter((file) => formatOf(file.path) === format)) {
    const length = Math.min(bytes, room);
    room -= length;
    if (length < bytes) reasons.push(`only the last ${MAX_BYTES / 1024 ** 2} MiB of the log were read`);
    if (length === 0) break;
    const { content } = await session.one<{ content: Buffer }>(
      'SELECT pg_catalog.pg_read_binary_file($1, $2, $3) AS content',
      [path, bytes - length, length],
    );
    entries.push(errorsIn(content.toString('utf8'), formatOf(path)));
  }
  return recent(entries.flat(), since, reasons);
}

function recent(
  entries: readonly LogEntry[],
  since: Date,
  reasons: string[],
): Omit<ServerLog, 'source' | 'isRead'> {
  if (entries.some(({ at }) => at === undefined))
    reasons.push('lines whose time or time zone cannot be read are counted whenever they were written');
  return { entries: entries.filter(({ at }) => at === undefined || at >= since), reasons };
}

function tail(path: string): { text: string; cut: boolean } {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, MAX_BYTES));
    readSync(file, buffer, 0, buffer.length, size - buffer.length);
    return { text: buffer.toString('utf8'), cut: size > MAX_BYTES };
  } catch (error) {
    throw new ActionError(`The log ${path} (input \`postgres-log\`) cannot be read: ${messageOf(error)}.`, {
      cause: error,
    });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
