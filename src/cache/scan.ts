import { ActionError } from '../base/errors.ts';
import type { Link, Reply } from '../systems/redis/link.ts';
import { Refusal } from '../systems/redis/link.ts';
import type { Pace } from './pace.ts';

/** A pattern of SCAN that every key with this beginning matches, and no other. */
export const patternOf = (prefix: string): string => `${prefix.replace(/[*?[\]\\^-]/g, '\\$&')}*`;

/** Some of the keys. */
interface Found {
  readonly keys: readonly Buffer[];
  /** The same as text; bytes that are none are lost in it. */
  readonly texts: readonly string[];
}

/**
 * The keys of a link's database that begin with `prefix`, some at a time; undefined is all of them. A key may come
 * twice. What the server is asked for in one go is as much as it answers without making others wait; it looks for the
 * next keys while something is done with these.
 *
 * @param pace how long that may take
 * @param type the type of the keys that are wanted; any where it is not said
 * @throws Refusal, LostError, ActionError where a key comes that does not begin with it
 */
export async function* scan(
  link: Link,
  prefix: string | undefined,
  pace: Pace,
  signal: AbortSignal,
  type?: 'stream',
): AsyncGenerator<Found> {
  const match = [
    ...(prefix === undefined ? [] : ['MATCH', patternOf(prefix)]),
    ...(type === undefined ? [] : ['TYPE', type]),
  ];
  const request = (cursor: string) => {
    const question = link.send([['SCAN', cursor, ...match, 'COUNT', String(pace.count)]]);
    // A caller that stops early does not wait for it.
    question.catch(() => {});
    return { question, at: performance.now() };
  };
  let pending = request('0');
  for (;;) {
    const seen = performance.now();
    const [answer] = await pending.question;
    pace.learn(performance.now() - pending.at, seen - pending.at);
    if (answer instanceof Refusal) throw answer;
    const { cursor, keys } = pageOf(link, answer);
    const texts = keys.map((key) => key.toString());
    if (prefix !== undefined && !texts.every((text) => text.startsWith(prefix)))
      throw new ActionError(
        `Redis at ${link.name} answers SCAN with keys that do not begin with ${JSON.stringify(prefix)}, so nothing is deleted there; a proxy in between may not know MATCH.`,
      );
    if (cursor === '0') return yield { keys, texts };
    if (pace.rest > 0) {
      yield { keys, texts };
      await pace.pause(signal);
      pending = request(cursor);
    } else {
      pending = request(cursor);
      yield { keys, texts };
    }
  }
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
    `What answers at ${name} is not Redis: it does not understand SCAN; check \`redis-url\`.`,
  );
}
