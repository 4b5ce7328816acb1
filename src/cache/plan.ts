import { contentsOf } from './known.ts';
import type { Request } from './request.ts';
import type { Survey } from './survey.ts';

/** What will be done, or why not. */
export type Plan =
  | { readonly action: 'clear'; readonly what: string }
  | { readonly action: 'no-op'; readonly reason: string }
  | { readonly action: 'refuse'; readonly reason: string };

/** Decides from what was seen; changes nothing. */
export function planClear(survey: Survey, request: Request): Plan {
  const what = describeScope(request);
  if (survey.count === 0) return { action: 'no-op', reason: `there are no ${what}` };
  const found = [
    ...[...survey.known].map(([known, count]) => `${known} (${count} keys, ${contentsOf(known)})`),
    ...survey.streams.map((name) => `${name} (a stream)`),
  ];
  if (found.length > 0) {
    return {
      action: 'refuse',
      reason: `some ${what} are not a cache: ${found.join(', ')}; give a narrower \`prefix\`, or name in \`allow-prefixes\` what may go`,
    };
  }
  if (request.maxKeys !== undefined && survey.count > request.maxKeys) {
    return {
      action: 'refuse',
      reason: `${survey.count} keys would be deleted, and \`max-keys\` is ${request.maxKeys}; raise it if you mean that`,
    };
  }
  return { action: 'clear', what };
}

/** `keys that begin with "shop:"` */
export function describeScope({ mode, prefixes }: Request): string {
  if (mode === 'database') return 'keys of the database';
  if (mode === 'all') return 'keys of all databases';
  return `keys that begin with ${prefixes.map((prefix) => JSON.stringify(prefix)).join(' or ')}`;
}
