import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ActionError } from '../base/errors.ts';
import { writePrivate } from '../base/files.ts';
import { readSnapshot, type Snapshot } from '../domain/snapshots/snapshot.ts';
import type { Server } from '../systems/postgres/session.ts';
import { requireThere } from '../systems/storage/download.ts';
import { open } from '../systems/storage/storage.ts';
import type { Backup } from './backup/backup.ts';
import { type FetchOptions, fetchBackup, previewBackup, readNeighbour } from './backup/fetch.ts';
import { type MadeAt, POINT_IN_TIME } from './backup/made-at.ts';
import { costOf, isManaged, parseManaged } from './managed.ts';
import { planRecovery, recover } from './pgbackrest.ts';
import { isPointInTime, parsePointInTime } from './point-in-time.ts';
import type { Task } from './task.ts';
import { discard, dumpManaged, planManaged } from './temporary.ts';

type Access = Pick<FetchOptions, 's3Endpoint' | 'signal'>;

/** Where a backup is fetched to, for each database its own: the same for both phases of the action, so that the second finds it. */
export function folderOf({ name, database }: Server, rollbackId: string): string {
  const which = createHash('sha256').update(`${name}/${database}`).digest('hex').slice(0, 8);
  return join(process.env.RUNNER_TEMP ?? tmpdir(), `rollback-db-${rollbackId}-${which}`);
}

/** What the input `backup` is called in messages: without what may be secret. */
export const nameOfSource = async (source: string, access: Access): Promise<string> =>
  isMoment(source) ? source : (await open(source, access)).name;

/** Whether a backup is not there yet: something has to recover it first. */
const isMoment = (source: string): boolean => isPointInTime(source) || isManaged(source);

/**
 * Finds out whether a backup is there, or a point in time can be had, as far as that needs no fetching.
 *
 * @returns what it takes to have it, where that is more than time on this machine
 * @throws ActionError that says why not
 */
export async function checkSource(
  source: string,
  server: Server,
  directory: string,
  access: Access,
): Promise<string> {
  if (isManaged(source)) return costOf(await planManaged(parseManaged(source), server, access.signal));
  if (isPointInTime(source)) await planRecovery(parsePointInTime(source), server, dirname(directory));
  else await requireThere(await open(source, access), access.signal);
  return '';
}

/** Takes away what an action that was killed may have made elsewhere to have its backups. */
export async function discardTemporary(
  sources: readonly (string | undefined)[],
  owner: Parameters<typeof discard>[1],
): Promise<void> {
  for (const source of sources)
    if (source !== undefined && isManaged(source)) await discard(parseManaged(source), owner);
}

/** Fetches a backup, or makes the one that a point in time stands for, and reads all of it. */
export async function obtainBackup(
  task: Task,
  options: FetchOptions & { readonly jobs: number },
): Promise<Backup> {
  const { source, directory, sha256, jobs } = options;
  if (!isMoment(source)) return fetchBackup(options);
  if (sha256) throw new ActionError('A point in time has no SHA-256; leave `backup-sha256` out.');
  const parent = dirname(directory);
  if (isManaged(source)) {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const path = join(directory, 'recovered');
    const { takenAt } = await dumpManaged(parseManaged(source), task, path);
    return {
      ...(await fetchBackup({ ...options, source: path })),
      source,
      takenAt,
      takenAtFrom: POINT_IN_TIME,
    };
  }
  const plan = await planRecovery(parsePointInTime(source), task.server, parent);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const { path, takenAt } = await recover(plan, task, { parent, dump: join(directory, 'recovered'), jobs });
  const backup = await fetchBackup({ ...options, source: path });
  return { ...backup, source, takenAt, takenAtFrom: POINT_IN_TIME };
}

/** What is known of a backup before it is fetched; undefined where that is nothing. @throws as `fetchBackup` does */
export const previewOf = async (options: FetchOptions): Promise<Backup | undefined> =>
  isMoment(options.source) ? undefined : previewBackup(options);

/** When a backup was made that was not read yet: a point in time says so itself, else its snapshot. Pure. */
export function timeOf(source: string, snapshot: Snapshot | undefined, of: string): MadeAt {
  const unknown = { takenAt: undefined, takenAtFrom: undefined };
  if (isManaged(source)) {
    const { time: takenAt } = parseManaged(source);
    return takenAt === undefined ? unknown : { takenAt, takenAtFrom: POINT_IN_TIME };
  }
  return isPointInTime(source)
    ? { takenAt: parsePointInTime(source).time, takenAtFrom: POINT_IN_TIME }
    : withTimeOf(unknown, snapshot, of);
}

/**
 * A backup with the time of its snapshot, where that was taken of the database itself: a restore has to be row for row what it
 * was then. One of a restored copy is later. Pure.
 */
export const withTimeOf = <T extends MadeAt>(backup: T, expected: Snapshot | undefined, of: string): T =>
  expected?.database === of && backup.takenAtFrom !== POINT_IN_TIME
    ? { ...backup, takenAt: expected.at, takenAtFrom: 'the snapshot beside it' }
    : backup;

/** The snapshot that was given, else the one beside the backup; a point in time has none. */
export async function snapshotOf(
  given: string | undefined,
  {
    source,
    directory,
    ...options
  }: Pick<FetchOptions, 'source' | 'directory' | 's3Endpoint' | 'log' | 'signal'>,
): Promise<Snapshot | undefined> {
  if (given !== undefined) return readSnapshot(given);
  if (isMoment(source)) return undefined;
  const text = await readNeighbour(source, '.snapshot.json', options);
  if (text === undefined) return undefined;
  const path = join(directory, 'snapshot.json');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  writePrivate(path, text);
  return readSnapshot(path);
}
