import { ActionError } from '../runner/errors.ts';
import type { Link, Reply } from '../systems/redis/link.ts';
import { type Command, Refusal } from '../systems/redis/link.ts';
import { Pace } from './pace.ts';

/** A pattern of SCAN that every key with this beginning matches, and no other. */
export const patternOf = (prefix: string): string => `${prefix.replace(/[*?[\]\\^-]/g, '\\$&')}*`;

/** What came with some of the keys. */
interface Found {
  readonly keys: readonly Buffer[];
  /** The same as text; bytes that are none are lost in it. */
  readonly texts: readonly string[];
  /** Replies to the commands that were sent along. */
  readonly replies: readonly (Reply | Refusal)[];
}

/**
 * The keys of a link's database that begin with `prefix`, some at a time; undefined is all of them. A key may come
 * twice. What the server is asked for in one go is as much as it answers without making others wait.
 *
 * @param pace how long that may take
 * @param next commands to send along with the next question, so that they cost no way of their own
 * @throws Refusal, LostError, ActionError where a key comes that does not begin with it
 */
export async function* scan(
  link: Link,
  prefix: string | undefined,
  pace: Pace = new Pace(0),
  next: () => readonly Command[] = () => [],
): AsyncGenerator<Found> {
  const match = prefix === undefined ? [] : ['MATCH', patternOf(prefix)];
  let cursor = '0';
  do {
    const along = next();
    const question: Command = ['SCAN', cursor, ...match, 'COUNT', String(pace.count)];
    const [answer, ...replies] = await pace.time(() => link.send([question, ...along]));
    if (answer instanceof Refusal) throw answer;
    const page = pageOf(link, answer);
    const texts = page.keys.map(String);
    if (prefix !== undefined && !texts.every((text) => text.startsWith(prefix)))
      throw new ActionError(
        `Redis at ${link.name} answers SCAN with keys that do not begin with ${JSON.stringify(prefix)}, so nothing is deleted there; a proxy in between may not know MATCH.`,
      );
    cursor = page.cursor;
    yield { keys: page.keys, texts, replies };
  } while (cursor !== '0');
}

/** What answers may be something that only speaks like Redis. */
function pageOf({ name }: Link, answer: Reply | undefined): { cursor: string; keys: readonly Buffer[] } {
  const [cursor, keys] = Array.isArray(answer) ? (answer as Reply[]) : [];
  if (
    Buffer.isBuffer(cursor) &&
    /^\d{1,20}$/.test(String(cursor)) &&
    Array.isArray(keys) &&
    keys.every(Buffer.isBuffer)
  )
    return { cursor: String(cursor), keys };
  throw new ActionError(
    `What answers at ${name} is no Redis: it does not understand SCAN; check \`redis-url\`.`,
  );
}
