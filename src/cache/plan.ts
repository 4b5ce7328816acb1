import { whose } from './known.ts';
import type { Look } from './look.ts';
import type { Request } from './request.ts';

/** What will be done, or why not. */
export type Plan =
  | { readonly does: 'clear'; readonly what: string }
  | { readonly does: 'no-op'; readonly reason: string }
  | { readonly does: 'refuse'; readonly reason: string };

/** Decides from what was seen; changes nothing. */
export function planClear(look: Look, request: Request): Plan {
  const what = describe(request);
  if (look.count === 0) return { does: 'no-op', reason: `there are no ${what}` };
  if (look.known.size > 0) {
    const found = [...look.known].map(([known, count]) => `${known} (${count} keys, ${whose(known)})`);
    return {
      does: 'refuse',
      reason: `${what} has what is not a cache: ${found.join(', ')}; say a narrower \`prefix\`, or name in \`allow-prefixes\` what may go`,
    };
  }
  if (request.maxKeys !== undefined && look.count > request.maxKeys) {
    return {
      does: 'refuse',
      reason: `${look.count} keys would go, and \`max-keys\` is ${request.maxKeys}; raise it where that is what you mean`,
    };
  }
  return { does: 'clear', what };
}

/** `keys that begin with "shop:"` */
export function describe({ mode, prefixes }: Request): string {
  if (mode === 'database') return 'keys of the database';
  if (mode === 'all') return 'keys of all databases';
  return `keys that begin with ${prefixes.map((prefix) => JSON.stringify(prefix)).join(' or ')}`;
}
