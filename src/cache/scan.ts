import { ask, type Link, type Reply } from '../systems/redis/link.ts';

/** How many keys a server looks at for one answer; a thousand take it about a millisecond. */
const COUNT = 1000;

/** A pattern of SCAN that every key with this beginning matches, and no other. */
export const patternOf = (prefix: string): string => `${prefix.replace(/[*?[\]\\^-]/g, '\\$&')}*`;

/** The keys of a link's database that match, some at a time; undefined is all of them. A key may come twice. */
export async function* scan(link: Link, pattern: string | undefined): AsyncGenerator<Buffer[]> {
  let cursor = '0';
  do {
    const match = pattern === undefined ? [] : ['MATCH', pattern];
    const [next, keys] = (await ask(link, 'SCAN', cursor, ...match, 'COUNT', String(COUNT))) as Reply[];
    cursor = String(next);
    yield keys as Buffer[];
  } while (cursor !== '0');
}
