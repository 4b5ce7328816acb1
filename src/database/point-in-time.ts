import { ActionError, DISK_FULL } from '../base/errors.ts';
import type { Repository, Stanza } from '../systems/postgres/pgbackrest.ts';

/** A backup that is a moment: `pgbackrest://main?time=2026-11-22T10:15:00Z`. */
export interface PointInTime extends Repository {
  /** As it was given, RFC 3339. */
  readonly time: string;
  /** The backup set to begin with; without it the newest that ended before the time. */
  readonly set: string | undefined;
}

/** From which set to recover, and what it takes. */
export interface Choice {
  readonly set: string;
  /** PostgreSQL's major version. */
  readonly major: number;
  /** Bytes of the cluster when the set was made. */
  readonly size: number;
  /** The timeline whose WAL is replayed; the newest in the archive where it is not known. */
  readonly timeline: number | undefined;
}

/** Which cluster the live server is, and the timeline that it writes; a standby writes none. */
export interface Lineage {
  readonly systemId: string;
  readonly timeline: number | null;
}

/** Since when a database can be recovered. */
export interface RecoveryWindow {
  /** RFC 3339: the end of the oldest whole set, and of the newest. */
  readonly from: string;
  readonly newest: string;
  readonly sets: number;
}

const SCHEME = 'pgbackrest://';
const OPTIONS = ['time', 'set', 'config', 'repo'];
const ACCEPTED = `${SCHEME}<stanza>?time=2026-11-22T10:15:00Z, and optionally &set=, &config= and &repo=`;
/** A time with its offset: without one it could be hours off. */
const RFC3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)$/;

export const isPointInTime = (backup: string): boolean => backup.startsWith(SCHEME);

/** Reads the input `backup`. @throws ActionError where it is not of that form */
export function parsePointInTime(backup: string): PointInTime {
  const [stanza = '', query = ''] = backup.slice(SCHEME.length).split('?');
  const refuse = (problem: string) =>
    new ActionError(`Input \`backup\` ${problem}; accepted is ${ACCEPTED}.`);
  if (!/^[\w.-]+$/.test(stanza)) throw refuse('names no stanza of pgBackRest');
  if (!isDecodable(query)) throw refuse('has a % that is not percent-encoding');
  // Not as a form's fields: the + of an offset is one.
  const options = new Map(
    query.split('&').flatMap((part) => {
      const [, name = '', value = ''] = /^([^=]*)=?([\s\S]*)$/.exec(part) ?? [];
      return part === '' ? [] : [[name, decodeURIComponent(value)] as const];
    }),
  );
  const stranger = [...options.keys()].find((name) => !OPTIONS.includes(name));
  if (stranger !== undefined) throw refuse(`has the option "${stranger}"`);
  const time = options.get('time') ?? '';
  if (!RFC3339.test(time) || Number.isNaN(Date.parse(time)))
    throw refuse('names no time with its offset from UTC');
  const repo = options.get('repo');
  if (repo !== undefined && !/^[1-9]\d*$/.test(repo)) throw refuse('names a repository that is not a number');
  return { stanza, time, set: options.get('set'), config: options.get('config'), repo };
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** A time as PostgreSQL and pgBackRest read it, in UTC and to the microsecond. */
export function targetOf(time: string): string {
  const fraction = RFC3339.exec(time)?.[3] ?? '';
  return `${new Date(Math.floor(Date.parse(time) / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ')}${fraction}+00`;
}

/**
 * The set to begin with, at a time that the server's clock has reached. pgBackRest itself would take its newest one where none ends before the time, and fail an
 * hour later. It would also follow the newest timeline in the archive, and that is of a copy of the cluster where somebody
 * has let one archive there: what users wrote is on the live server's. Pure.
 *
 * @throws ActionError where there is none, saying which times there are
 */
export function chooseSet(stanza: Stanza, { time, set }: PointInTime, now: number, live: Lineage): Choice {
  const at = Date.parse(time);
  if (at > now) throw new ActionError(`Input \`backup\` names the time ${time}, which is in the future.`);
  const whole = stanza.backup.filter(({ error }) => !error);
  const timelineFor = ({ database }: Stanza['backup'][number]): number | undefined => {
    // A set from before an upgrade is another cluster's, which had timelines of its own.
    const db = stanza.db.find(({ id }) => id === database.id);
    return db?.['system-id'] === Number(live.systemId) ? (live.timeline ?? undefined) : undefined;
  };
  const isOfLive = (backup: Stanza['backup'][number]) =>
    timelineOf(backup) <= (timelineFor(backup) ?? Number.POSITIVE_INFINITY);
  const known = whole.filter((backup) => (set ? backup.label === set : isOfLive(backup)));
  const oldest = known[0];
  if (!oldest)
    throw new ActionError(
      set
        ? `The stanza "${stanza.name}" has no backup set "${set}"; it has ${whole.map(({ label }) => label).join(', ') || 'none'}.`
        : `The stanza "${stanza.name}" has no whole backup (${stanza.status.message}); there is nothing to recover from.`,
    );
  // Recovery is consistent from the set's end on.
  const chosen = known.findLast(({ timestamp }) => timestamp.stop * 1000 < at);
  if (!chosen)
    throw new ActionError(
      `The ${set ? 'set' : 'oldest set'} ${oldest.label} of the stanza "${stanza.name}" ended at ${new Date(oldest.timestamp.stop * 1000).toISOString()}, and ${time} is before; take a later time.`,
    );
  const version = stanza.db.find(({ id }) => id === chosen.database.id)?.version ?? '';
  return {
    set: chosen.label,
    major: Number.parseInt(version, 10),
    size: chosen.info.size,
    // Who names a set of a newer one means that.
    timeline: isOfLive(chosen) ? timelineFor(chosen) : undefined,
  };
}

/** The timeline that a set was made on: eight hexadecimal digits at the beginning of each name of WAL. */
const timelineOf = ({ archive }: Stanza['backup'][number]): number =>
  Number.parseInt(archive?.start?.slice(0, 8) ?? '0', 16);

/** What the whole sets of a stanza span; it has at least one. Pure. */
export function windowOf({ backup }: Stanza): RecoveryWindow {
  const ends = backup.filter(({ error }) => !error).map(({ timestamp }) => timestamp.stop);
  const formatTime = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000', '');
  return { from: formatTime(Math.min(...ends)), newest: formatTime(Math.max(...ends)), sets: ends.length };
}

/** Databases that a rollback makes beside one (`app_rb_1f3c9a2e_old`): at the wanted time one of them may have had its name. */
const OURS = /_rb_[0-9a-f]{8}_(new|old|undone)$/;

/** The databases of a set that have to be restored for one of them; none is all. Pure. */
export function databasesFor(database: string, inSet: readonly string[]): string[] {
  return inSet.includes(database) ? inSet.filter((name) => name === database || OURS.test(name)) : [];
}

/** Why recovery ended in vain, by the server's log, in one sentence; undefined where the log says nothing known. Pure. */
export function recoveryFailure(log: readonly string[], { stanza, time }: PointInTime): string | undefined {
  const has = (words: string) => log.some((line) => line.includes(words));
  const last = lastTransaction(log);
  if (has('recovery ended before configured recovery target was reached'))
    return `The archive of the stanza "${stanza}" ends before ${time}${last ? `, with a transaction of ${last}` : ''}; take an earlier time, or let the live server archive what it has (SELECT pg_switch_wal()) and run again.`;
  if (
    has("is not a child of this server's history") ||
    /recovery target timeline \d+ does not exist/.test(log.join('\n'))
  )
    return `The archive of the stanza "${stanza}" has no way from that backup set to what the live server writes (its timeline); take another set with \`&set=\`.`;
  if (has('before consistent recovery point'))
    return `At ${time} the backup set was not yet whole; take a later time, or an earlier set with \`&set=\`.`;
  if (has('no space left on device') || has('No space left on device')) return DISK_FULL;
  return undefined;
}

/** The last transaction that was recovered, by the server's log. Pure. */
export const lastTransaction = (log: readonly string[]): string | undefined =>
  log
    .map((line) => /last completed transaction was at log time (.{1,100})/.exec(line)?.[1])
    .findLast((found) => found !== undefined);
