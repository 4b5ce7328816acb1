import { type Link, Refusal, sendCommand } from '../systems/redis/link.ts';
import { knownThing } from './known.ts';
import { Pace } from './pace.ts';
import type { Request } from './request.ts';
import { scan } from './scan.ts';

/** Commands by which a server shows that its streams are in use. */
const IN_USE = /^cmdstat_(?:xadd|xgroup|xreadgroup)\b/im;

/**
 * The streams among the keys that would go, and were not named: whatever they are called, jobs and events wait in them, and
 * their consumer groups go with them. Looked for where anybody has used one since the server began.
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
  if (!IN_USE.test(String(await sendCommand(link, 'INFO', 'commandstats')))) return [];
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
