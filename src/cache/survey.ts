import { type Link, sendCommand } from '../systems/redis/link.ts';
import type { Cache, Master } from '../systems/redis/topology.ts';
import { Groups } from './groups.ts';
import { knownKeys, knownThing } from './known.ts';
import { Pace } from './pace.ts';
import type { Request } from './request.ts';
import { scan } from './scan.ts';
import { streamsIn } from './streams.ts';

/** Keys of one database that are read, where all of it would go anyway. */
const MAX_KEYS_READ = 2_000_000;
/** Known things that are distinguished; what is beyond is counted together, under a name that is not one. */
const MAX_KNOWN = 100;
const OTHERS = '(others)';

/** What would go, and what it is. */
export interface Survey {
  /** Keys that would be deleted; a key written or deleted meanwhile may be counted wrongly. */
  readonly count: number;
  /** All keys there are. */
  readonly size: number;
  readonly groups: Groups;
  /** Known queues and sessions that were not named, with how many keys of each were seen. */
  readonly known: ReadonlyMap<string, number>;
  /** Names of streams that were not named. */
  readonly streams: readonly string[];
  /** False where there was too much to look at everything. */
  readonly whole: boolean;
}

/** Looks at one master; changes nothing. */
export async function survey(cache: Cache, master: Master, request: Request): Promise<Survey> {
  const link = await cache.link(master.place);
  if (request.mode === 'prefix') return surveyPrefixes(link, request, cache.signal);
  if (request.mode === 'database') return surveyDatabase(link, request, cache.signal);
  const surveys: Survey[] = [];
  for (const database of await databasesOf(link)) {
    await sendCommand(link, 'SELECT', database);
    surveys.push(await surveyDatabase(link, request, cache.signal));
  }
  await sendCommand(link, 'SELECT', String(cache.address.database));
  return together(surveys);
}

/** The sum of several surveys. */
export function together(surveys: readonly Survey[]): Survey {
  const groups = new Groups();
  const known = new Map<string, number>();
  for (const survey of surveys) {
    groups.merge(survey.groups);
    for (const [name, count] of survey.known) known.set(name, (known.get(name) ?? 0) + count);
  }
  const sum = (of: (survey: Survey) => number) => surveys.reduce((total, look) => total + of(look), 0);
  return {
    count: sum(({ count }) => count),
    size: sum(({ size }) => size),
    groups,
    known,
    streams: surveys.flatMap(({ streams }) => streams).slice(0, MAX_KNOWN),
    whole: surveys.every(({ whole }) => whole),
  };
}

/** How many keys a master has: in the database of the URL, or in all of them. */
export async function countKeys(link: Link, mode: Request['mode']): Promise<number> {
  if (mode !== 'all') return Number(await sendCommand(link, 'DBSIZE'));
  const info = String(await sendCommand(link, 'INFO', 'keyspace'));
  return [...info.matchAll(/^db\d+:keys=(\d+)/gm)].reduce((sum, [, keys]) => sum + Number(keys), 0);
}

async function surveyPrefixes(link: Link, request: Request, signal: AbortSignal): Promise<Survey> {
  const { prefixes, named, mode, pause } = request;
  const streams: string[] = [];
  const groups = new Groups();
  const known = new Map<string, number>();
  let count = 0;
  for (const prefix of prefixes) {
    const pace = new Pace(pause);
    for await (const { texts } of scan(link, prefix, pace, signal)) {
      for (const text of texts) see(text, prefix.length, named, groups, known);
      count += texts.length;
    }
    streams.push(...(await streamsIn(link, prefix, request, MAX_KNOWN, signal)));
  }
  return { count, size: await countKeys(link, mode), groups, known, streams, whole: true };
}

async function surveyDatabase(link: Link, request: Request, signal: AbortSignal): Promise<Survey> {
  const { named, pause } = request;
  const groups = new Groups();
  const known = new Map<string, number>();
  const size = await countKeys(link, 'database');
  let seen = 0;
  const pace = new Pace(pause);
  for await (const { texts } of scan(link, undefined, pace, signal)) {
    for (const text of texts) see(text, 0, named, groups, known);
    seen += texts.length;
    if (seen >= MAX_KEYS_READ) break;
  }
  const whole = seen < MAX_KEYS_READ;
  if (!whole) await probe(link, named, known);
  const streams = await streamsIn(link, undefined, request, MAX_KNOWN, signal);
  return { count: whole ? seen : size, size, groups, known, streams, whole };
}

function see(
  key: string,
  skip: number,
  named: readonly string[],
  groups: Groups,
  known: Map<string, number>,
): void {
  groups.add(key, skip);
  const thing = knownThing(key, named);
  if (thing === undefined) return;
  const name = known.has(thing) || known.size < MAX_KNOWN ? thing : OTHERS;
  known.set(name, (known.get(name) ?? 0) + 1);
}

/** Asks for the known whole keys by name: a handful among millions that were not read. */
async function probe(link: Link, named: readonly string[], known: Map<string, number>): Promise<void> {
  const keys = knownKeys.filter((key) => knownThing(key, named) !== undefined && !known.has(key));
  // A key that may not be read may exist all the same.
  for (const key of keys) if ((await sendCommand(link, 'EXISTS', key)) === 1) known.set(key, 1);
}

/** The databases that have keys. */
export async function databasesOf(link: Link): Promise<string[]> {
  const info = String(await sendCommand(link, 'INFO', 'keyspace'));
  return [...info.matchAll(/^db(\d+):/gm)].map(([, number = '']) => number);
}
