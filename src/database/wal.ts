import { namesOf } from '../base/sentence.ts';
import type { Session } from '../systems/postgres/session.ts';

/** What keeps a server from recycling its WAL, without a limit. */
export interface WalKeepers {
  /** Replication slots that nobody reads. */
  readonly slots: readonly string[];
  /** When a piece could not be archived last, as the server has it; null where the newest one was, or none is. */
  readonly failedAt: string | null;
}

export const readWalKeepers = (session: Session): Promise<WalKeepers> =>
  session.one<WalKeepers>(
    `SELECT (SELECT coalesce(json_agg(slot_name ORDER BY slot_name), '[]') FROM pg_replication_slots
       WHERE NOT active AND restart_lsn IS NOT NULL AND wal_status <> 'lost' AND current_setting('max_slot_wal_keep_size') = '-1') AS slots,
     (SELECT to_char(last_failed_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM pg_stat_archiver
       WHERE current_setting('archive_mode') <> 'off' AND last_failed_time > coalesce(last_archived_time, '-infinity')) AS "failedAt"`,
  );

/**
 * Says that what a restore writes stays in the WAL as well: a full disk stops the server, and every database of it
 * (internetarchive/openlibrary#13549, zalando/postgres-operator#2012). How much room there is no client can see. Pure.
 */
export function walWarning({ slots, failedAt }: WalKeepers): string | undefined {
  const reasons = [
    ...(slots.length > 0
      ? [`no client reads the replication ${slots.length === 1 ? 'slot' : 'slots'} ${namesOf(slots)}`]
      : []),
    ...(failedAt === null ? [] : [`it could not be archived (last at ${failedAt})`]),
  ];
  if (reasons.length === 0) return undefined;
  return `The server keeps all its WAL until its disk is full, because ${reasons.join(' and ')}. A restore writes about as much of it as the database is large, and a full disk stops the whole server: see that there is room, or drop the slot (pg_drop_replication_slot) and repair the archiving first.`;
}
