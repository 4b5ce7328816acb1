import { type Link, Refusal, sendCommand } from '../systems/redis/link.ts';
import { knownThing } from './known.ts';
import { Pace } from './pace.ts';
import type { Request } from './request.ts';
import { scan } from './scan.ts';

/** Commands by which a stream comes to a server, or shows that it is in use. */
const IN_USE = /^cmdstat_(?:xadd|xgroup|xread|xreadgroup|restore|copy)\b/im;
/** The counts of commands began anew (`CONFIG RESETSTAT`); an older server does not say which command of CONFIG it was. */
const COUNTED_ANEW = /^cmdstat_config(?:\|resetstat)?:/im;

/**
 * The streams among the keys that would go, and were not named: whatever they are called, jobs and events wait in them, and
 * their consumer groups go with them. Looked for unless it is known that nobody has ever used one.
 *
 * @param most names that are told
 */
export async function streamsIn(
  link: Link,
  prefix: string | undefined,
  { allowed, prefixes, pause }: Pick<Request, 'allowed' | 'prefixes' | 'pause'>,
  most: number,
  signal: AbortSignal,
): Promise<string[]> {
  if (!(await mayHaveStreams(link))) return [];
  // Of what is known by its name that says whether it may go.
  const isNamed = (key: string) =>
    prefixes.includes(key) ||
    allowed.some((name) => key.startsWith(name)) ||
    knownThing(key, []) !== undefined;
  const found = new Set<string>();
  try {
    for await (const { texts } of scan(link, prefix, new Pace(pause), signal, 'stream')) {
      for (const text of texts) if (!isNamed(text)) found.add(text);
      if (found.size >= most) break;
    }
  } catch (error) {
    // Redis 5 cannot tell them apart.
    if (!(error instanceof Refusal && /syntax error/i.test(error.message))) throw error;
  }
  return [...found].slice(0, most);
}

/** A server counts commands since it began: what it has loaded from its disk, or from its master, no count tells of. */
async function mayHaveStreams(link: Link): Promise<boolean> {
  const counts = String(await sendCommand(link, 'INFO', 'commandstats'));
  if (IN_USE.test(counts) || COUNTED_ANEW.test(counts)) return true;
  const persistence = String(await sendCommand(link, 'INFO', 'persistence'));
  // Before Redis 7 it does not say whether it has loaded any.
  const loaded = /^rdb_last_load_keys_loaded:(\d+)/m.exec(persistence)?.[1];
  return loaded !== '0' || /^aof_enabled:1/m.test(persistence);
}
