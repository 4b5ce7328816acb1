import type { Log } from '../base/log.ts';
import type { Accepts } from '../runner/consent.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import type { FetchOptions } from './backup/fetch.ts';
import { clockOf } from './clock.ts';
import { requireForeseen } from './forecast.ts';
import { foreseenLoss } from './foreseen-loss.ts';
import { privilegesFor } from './privileged.ts';
import { requireRightBackup } from './rollback.ts';
import { previewOf, snapshotOf, timeOf, withTimeOf } from './source.ts';

/** What a preview of a rollback needs to know of it. */
interface Preview extends Omit<FetchOptions, 'server' | 'zone' | 'now' | 'progress'> {
  readonly way: 'swap' | 'prepare' | 'in-place';
  /** The name of the database that the backup was made of. */
  readonly of: string;
  /** Seconds. */
  readonly maxDataLoss: number | undefined;
  /** Whether it is counted how many rows were written since, which takes its time. */
  readonly counts: boolean;
  /** The file of a snapshot; else the one beside the backup is used. */
  readonly snapshot: string | undefined;
}

/**
 * Looks into the backup before anything is begun, as far as that needs no fetching of all of a large one.
 *
 * @returns how old it is and what would be lost, as far as that is known
 * @throws ActionError with what a rollback to it would be refused for
 */
export async function preview(
  { server, session, accepts, log }: { server: Server; session: Session; accepts: Accepts; log: Log },
  { way, of, maxDataLoss, counts, snapshot: given, ...options }: Preview,
): Promise<string> {
  const read = await previewOf({ ...options, ...(await describeServer(session)), progress: () => {} });
  const snapshot = await snapshotOf(given, options);
  if (read === undefined) {
    log.info(
      'What is in the backup is known only once it is fetched; it is looked into then, before anything is changed.',
    );
    return foreseenLoss(server, timeOf(options.source, snapshot, of), { session, snapshot, counts });
  }
  const found = withTimeOf(read, snapshot, of);
  const loss = await foreseenLoss(server, found, { session, snapshot, counts });
  log.info(loss);
  await requireRightBackup(session, found, { of, maxDataLoss }, accepts);
  await requireForeseen({ server, accepts, log }, found, way);
  await privilegesFor({ server, accepts }, found);
  return loss;
}

/** What decides whether and how a backup can be restored to a server, and of when it is. */
export async function describeServer(
  session: Session,
): Promise<Pick<FetchOptions, 'server' | 'zone' | 'now'>> {
  const { zone } = await session.one<{ zone: string }>(`SELECT current_setting('log_timezone') AS zone`);
  return { server: Math.floor(session.version / 10000), zone, now: await clockOf(session) };
}
