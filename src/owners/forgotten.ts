import type { Found } from './owner.ts';

/** A pause that is older was forgotten. */
const DAY_MS = 86_400_000;

/** What to do about an owner that a rollback has paused more than a day ago, as a part of a sentence. */
export function forgottenPause({ name, pausedBy }: Found, now: Date): string | undefined {
  if (!pausedBy || !(now.getTime() - Date.parse(pausedBy.at) > DAY_MS)) return undefined;
  return `the ${name} is paused since ${pausedBy.at} by rollback ${pausedBy.id}; put the older version into its source and hand it back`;
}
