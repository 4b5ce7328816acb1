/** When a backup was made, as far as that is known. All times are RFC 3339. */
export interface MadeAt {
  /** When the dump began, or the nearest thing that is known. */
  readonly takenAt: string | undefined;
  /** How that is known, for people. */
  readonly takenAtFrom: string | undefined;
  /** Between which times, where its own time names no zone and nothing else shows which one it is. */
  readonly takenBetween?: Between;
}

export interface Between {
  readonly earliest: string;
  readonly latest: string;
}

/** What is not from the backup itself. */
const LAST_MODIFIED = 'the file was last modified then';
export const POINT_IN_TIME = 'point in time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Time zones lie this far from UTC: the Line Islands, and ships in the Pacific. */
const EASTERNMOST = 14 * HOUR;
const WESTERNMOST = 12 * HOUR;
/** Zones are quarters of an hour apart: within one, no other fits. */
const QUARTER = 15 * MINUTE;
/** Two machines' clocks. */
const CLOCKS = MINUTE;

/** What a time without a zone is held against. */
interface Evidence {
  readonly modifiedAt: string | undefined;
  readonly zones: readonly string[];
  /** The server's clock, in milliseconds since 1970. */
  readonly now: number;
}

/**
 * Reads the local time in the head of a dump, without its zone, which is that of the machine that ran pg_dump. It is read in a
 * zone only where the time of the file proves it, as the dump was written within a quarter of an hour from then; a later file
 * may be a copy, or of another zone. Pure.
 *
 * @param local milliseconds since 1970 if it were UTC
 * @param modifiedAt when the file was last modified
 * @param zones that it may be of besides UTC and this machine's: the server's
 */
export function readLocalTime(local: number, { modifiedAt, zones, now }: Evidence): MadeAt {
  const end = Math.min(modifiedAt === undefined ? now : Date.parse(modifiedAt), now) + CLOCKS;
  const fits = (instant: number | undefined) =>
    instant !== undefined && instant <= end && end - instant <= QUARTER + CLOCKS;
  for (const zone of modifiedAt === undefined ? [] : new Set(['UTC', ...zones, here()])) {
    const instant = inZone(local, zone);
    if (fits(instant))
      return { takenAt: iso(instant as number), takenAtFrom: `its own time, read in the zone ${zone}` };
  }
  const earliest = local - EASTERNMOST;
  // In the future in every zone: unknown.
  if (earliest > end) return { takenAt: undefined, takenAtFrom: undefined };
  const takenBetween = { earliest: iso(earliest), latest: iso(Math.min(local + WESTERNMOST, end - CLOCKS)) };
  return { takenAt: undefined, takenAtFrom: undefined, takenBetween };
}

/** The instant at which clocks of a zone show a local time; undefined for a name that is not one here. */
function inZone(local: number, zone: string): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const offset = (instant: number) => {
      const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
      const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
      return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
    };
    // The offset at the instant itself, which is known only roughly before.
    return local - offset(local - offset(local));
  } catch {
    return undefined;
  }
}

/** The time zone of this machine. Asked when it is needed, because the first question to Intl takes tens of milliseconds. */
const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const iso = (instant: number) => new Date(instant).toISOString();

/** `2026-11-22 23:12:11 CET` as pg_dump writes it: an instant where the zone is UTC or a number, else the local time. Pure. */
export function readTime(
  text: string,
): { readonly instant: string } | { readonly local: number } | undefined {
  const [, date, time, zone] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?: (.+))?$/.exec(text) ?? [];
  const local = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(local)) return undefined;
  if (zone !== undefined && /^(UTC|GMT|Z)$/.test(zone)) return { instant: iso(local) };
  const [, sign, hours = '', minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return { local };
  const offset = (Number(hours) * HOUR + Number(minutes) * MINUTE) * (sign === '-' ? -1 : 1);
  return { instant: iso(local - offset) };
}

/** The same as a part of a sentence: `of 2026-11-22T23:12:11.000Z (…)`. Pure. */
export function describeMadeAt({ takenAt, takenAtFrom, takenBetween }: MadeAt): string {
  if (takenAt !== undefined) return `of ${takenAt}${takenAtFrom === undefined ? '' : ` (${takenAtFrom})`}`;
  if (takenBetween === undefined) return 'of an unknown time';
  return `made between ${takenBetween.earliest} and ${takenBetween.latest} (its own time names no zone)`;
}

/**
 * By what `pg_dump --verbose` wrote into a plain dump, else by the file, which may be a copy and is later in any case. What lies
 * in the future is unknown. Pure.
 */
export function readComment(written: string | undefined, evidence: Evidence): MadeAt {
  const { modifiedAt, now } = evidence;
  const read = written === undefined ? undefined : readTime(written);
  if (read === undefined) return { takenAt: modifiedAt, takenAtFrom: modifiedAt && LAST_MODIFIED };
  if ('local' in read) return readLocalTime(read.local, evidence);
  return Date.parse(read.instant) > now + CLOCKS
    ? { takenAt: undefined, takenAtFrom: undefined }
    : { takenAt: read.instant, takenAtFrom: 'the comment in the dump' };
}
