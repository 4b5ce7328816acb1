import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { duration } from '../base/values.ts';
import type { Backup } from '../database/backup/backup.ts';
import { fetchBackup } from '../database/backup/fetch.ts';
import { describeMadeAt } from '../database/backup/made-at.ts';
import { blockersOf, warningsOf } from '../database/blockers.ts';
import { secondsSince } from '../database/clock.ts';
import { forecastOf } from '../database/forecast.ts';
import { requireDirect } from '../database/lock.ts';
import { roomForLocks } from '../database/locks.ts';
import { isManaged } from '../database/managed.ts';
import { connectMaintenanceDb, type Observed, observe } from '../database/observe.ts';
import { isPointInTime } from '../database/point-in-time.ts';
import { describeServer } from '../database/preview.ts';
import { privilegesFor } from '../database/privileged.ts';
import { requireRightBackup } from '../database/rollback.ts';
import { discard } from '../database/side.ts';
import { checkSource } from '../database/source.ts';
import { readWalKeepers, walWarning } from '../database/wal.ts';
import type { Context, Outcome } from '../runner/action.ts';
import type { Values } from '../runner/part.ts';
import { Server, type Session } from '../systems/postgres/session.ts';
import { statObject } from '../systems/storage/download.ts';
import { open } from '../systems/storage/storage.ts';
import { type Finding, finding, leftOut, notChecked, ok } from './line.ts';
import { checkWindow } from './point-in-time.ts';

/** A backup that was read to its end, as the next check needs it: sets are lists in a file. */
export interface ReadBackup {
  /** Changes when the file does. */
  readonly version: string;
  /** RFC 3339. */
  readonly readAt: string;
  readonly backup: Omit<Backup, 'rowsOf' | 'definesWithoutRows' | 'owners' | 'lastEntries'> & {
    readonly rowsOf: readonly string[];
    readonly definesWithoutRows: readonly string[];
    readonly owners: readonly string[];
  };
}

/** The backups that earlier checks have read, by their names. */
export type Backups = Map<string, ReadBackup>;

interface DatabaseCheck {
  readonly context: Context;
  readonly full: boolean;
  readonly backups: Backups;
  readonly folder: string;
  /** Restores the backup beside the database and verifies it; undefined where that was not requested. */
  readonly restore: (() => Promise<Outcome>) | undefined;
}

const SERVER = { state: 'not-ready', remedy: 'correct `database-url` or the server' } as const;
const BACKUP = { state: 'not-ready', remedy: 'make sure that the backup job runs and succeeds' } as const;
const CONTENTS = { state: 'at-risk', remedy: 'look at what the backup job leaves out' } as const;
const RESTORE = {
  state: 'not-ready',
  remedy: 'fix the backup: what does not restore today will not restore in an incident',
} as const;

/** What stands in the way of taking a database back to its newest backup. */
export async function checkDatabase(values: Values, check: DatabaseCheck): Promise<Finding[]> {
  const { context, full, restore } = check;
  return finding('server', SERVER, async () => {
    const url = values['database-url'];
    if (!url) throw new ActionError('Input `database-url` is missing, or the secret that it comes from');
    const server = Server.parse(url, context);
    const session = await connectMaintenanceDb(server);
    try {
      requireDirect(session, server, () => false);
      const observed = await observe(session, server.database);
      const seen = [
        ok('server', `"${server.database}" answers, PostgreSQL ${Math.floor(session.version / 10000)}`),
        rightsOf(observed, full),
        obstaclesTo(observed),
        await locksOf(session, values),
        roomOf(walWarning(await readWalKeepers(session))),
      ];
      const source = values.backup;
      if (!source)
        return [
          ...seen,
          notChecked('backup', 'the configuration names none; the person who rolls back does'),
        ];
      const rest = await sourceLines(source, values, { server, session }, check);
      const restored =
        restore && values.strategy !== 'in-place'
          ? await finding('restore', RESTORE, () => restoreOnce(restore, observed, { server, session }))
          : [
              leftOut(
                'restore',
                'a restore takes `depth: full` and `restore: true`, and none is tried in place',
              ),
            ];
      return [...seen, ...rest, ...restored];
    } finally {
      await session.close();
    }
  });
}

/** What is said of the backup, by the kind of its source. */
async function sourceLines(source: string, values: Values, at: At, check: DatabaseCheck): Promise<Finding[]> {
  const { folder, context } = check;
  if (isManaged(source))
    return finding('backup', BACKUP, async () =>
      ok('backup', await checkSource(source, at.server, folder, { signal: context.signal })),
    );
  if (isPointInTime(source)) return checkWindow(source, { ...at, folder }, BACKUP);
  return backupLines(source, values, at, check);
}

function rightsOf({ role, live }: Observed, full: boolean): Finding {
  const lacking = [
    ...(role.owner ? [] : [`"${role.name}" does not own "${live.name}" ("${live.owner}" does)`]),
    ...(role.createdb ? [] : [`"${role.name}" may not create databases`]),
    ...(role.closedTablespace === null
      ? []
      : [`"${role.name}" may not create in the tablespace "${role.closedTablespace}"`]),
  ];
  if (lacking.length === 0) return ok('rights', `"${role.name}" may restore and switch`);
  const remedy = 'give the role of `database-url` what docs/permissions.md says';
  return full
    ? { check: 'rights', state: 'not-ready', evidence: lacking.join('; '), remedy }
    : notChecked('rights', `this role only looks: ${lacking.join('; ')}`);
}

/** What keeps it from being replaced, rights and sessions aside: sessions come and go. */
function obstaclesTo(observed: Observed): Finding {
  const role = { ...observed.role, owner: true, createdb: true, closedTablespace: null };
  const blockers = blockersOf({ ...observed, role, clients: [] }, { stopsTraffic: true });
  const remedy = 'do what the evidence says';
  if (blockers.length > 0)
    return {
      check: 'obstacles',
      state: 'not-ready',
      evidence: blockers.map(withoutFullStop).join('; '),
      remedy,
    };
  const warnings = warningsOf({ ...observed, clients: [] });
  return warnings.length > 0
    ? { check: 'obstacles', state: 'at-risk', evidence: warnings.map(withoutFullStop).join('; '), remedy }
    : ok('obstacles', 'no prepared transactions, replication slots or subscriptions');
}

function roomOf(ofWal: string | undefined): Finding {
  if (ofWal) {
    const remedy = 'drop replication slots that no client reads, and repair the archiving';
    return { check: 'room', state: 'at-risk', evidence: withoutFullStop(ofWal), remedy };
  }
  return notChecked(
    'room',
    'PostgreSQL does not say how much of its disk is free',
    'watch it: a restore beside needs the size of the database once more',
  );
}

/** A restore beside takes some hundred locks at once. */
const LOCKS = 500;

async function locksOf(session: Session, { strategy }: Values): Promise<Finding> {
  const room = await roomForLocks(session);
  if (room >= LOCKS || strategy === 'in-place') return ok('locks', `the server has room for ${room} locks`);
  return {
    ...{ check: 'locks', state: 'at-risk' },
    evidence: `the server has room for ${room} locks, and a restore takes up to ${LOCKS}`,
    remedy: 'raise `max_locks_per_transaction`, and restart it',
  };
}

type At = { readonly server: Server; readonly session: Session };

async function backupLines(source: string, values: Values, at: At, check: DatabaseCheck): Promise<Finding[]> {
  const { context, backups, folder } = check;
  const access = { s3Endpoint: values['s3-endpoint'], signal: context.signal };
  let read: ReadBackup | undefined;
  const found = await finding('backup', BACKUP, async () => {
    const stored = await open(source, access);
    const version =
      stored.local === undefined
        ? ((await statObject(stored, context.signal))?.version ?? '')
        : await fileVersion(stored.local);
    const known = backups.get(stored.name);
    read =
      version !== '' && known?.version === version
        ? known
        : await readWhole(source, version, values, at, check);
    backups.set(stored.name, read);
    const backup = asBackup(read);
    await requireRightBackup(
      at.session,
      backup,
      {
        of: values['backup-database'] ?? at.server.database,
        maxDataLoss: values['max-data-loss'] ? v.parse(duration(), values['max-data-loss']) : undefined,
      },
      () => false,
    );
    const size = `${(backup.bytes / 1e6).toFixed(1)} MB`;
    return [
      ok(
        'backup',
        `${describeMadeAt(backup)}${await ageOf(backup, at.session)}, ${size}${values['max-data-loss'] ? `, within \`max-data-loss\` of ${values['max-data-loss']}` : ''}`,
      ),
      ok(
        'backup whole',
        `it was read to its end at ${read.readAt}${known === read ? ', and is the same file still' : ''}`,
      ),
    ];
  });
  await rm(folder, { recursive: true, force: true });
  return read ? [...found, ...(await contentsLines(asBackup(read), values, at))] : found;
}

const contentsLines = (backup: Backup, { strategy }: Values, { server }: At): Promise<Finding[]> =>
  finding('contents', CONTENTS, async () => {
    const way = strategy === 'in-place' ? 'in-place' : 'swap';
    const { notes, concerns, refusals } = await forecastOf(server, backup, way);
    await privilegesFor({ server, accepts: () => false }, backup);
    const reasons = [...refusals, ...concerns.map(({ reason }) => reason)];
    if (reasons.length > 0)
      return {
        check: 'contents',
        state: refusals.length > 0 ? 'not-ready' : 'at-risk',
        evidence: reasons.join('; '),
        remedy: CONTENTS.remedy,
      };
    const beside = notes.length > 0 ? `; ${notes.join('; ')}` : '';
    return ok(
      'contents',
      `${backup.tables} tables with rows, and none that the live database has filled is left out${beside}`,
    );
  });

const fileVersion = async (path: string): Promise<string> => {
  const found = await stat(path).catch(() => undefined);
  return found ? `${found.size} ${found.mtimeMs}` : '';
};

async function readWhole(
  source: string,
  version: string,
  values: Values,
  { session }: At,
  { context, folder }: DatabaseCheck,
): Promise<ReadBackup> {
  const backup = await fetchBackup({
    ...{ source, sha256: values['backup-sha256'], s3Endpoint: values['s3-endpoint'] },
    ...{ directory: join(folder, 'read'), log: context.log, signal: context.signal, progress: () => {} },
    ...(await describeServer(session)),
  });
  const { rowsOf, definesWithoutRows, owners, lastEntries: _, ...rest } = backup;
  const lists = { rowsOf: [...rowsOf], definesWithoutRows: [...definesWithoutRows], owners: [...owners] };
  return { version, readAt: new Date().toISOString(), backup: { ...rest, ...lists } };
}

const asBackup = ({ backup }: ReadBackup): Backup => ({
  ...backup,
  rowsOf: new Set(backup.rowsOf),
  definesWithoutRows: new Set(backup.definesWithoutRows),
  owners: new Set(backup.owners),
  lastEntries: new Set(),
});

async function ageOf({ takenAt }: Backup, session: Session): Promise<string> {
  if (takenAt === undefined) return '';
  const hours = (await secondsSince(takenAt, session)) / 3600;
  return hours < 48 ? `, ${hours.toFixed(1)} h ago` : `, ${(hours / 24).toFixed(0)} days ago`;
}

/** Restores it in earnest, and drops what came of it; what waits there for a rollback already is left alone. */
async function restoreOnce(
  restore: () => Promise<Outcome>,
  { ours }: Observed,
  { server, session }: At,
): Promise<Finding> {
  const waiting = ours.find(({ note }) => note?.role === 'side');
  if (waiting)
    return notChecked('restore', `"${waiting.name}" waits beside the live database for a rollback already`);
  const begun = performance.now();
  const { outputs = {}, message } = await restore();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const side = outputs['side-database'];
  if (typeof side !== 'string') throw new ActionError(`Nothing was restored: ${message}`);
  await discard(server, session, side);
  return ok(
    'restore',
    `restored beside, verified and dropped again in ${seconds} s, ${outputs.tables} tables`,
  );
}
