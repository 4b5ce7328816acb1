import type { Story } from '../record/story.ts';

/** Hosts that only the inside of a company can reach. */
const INSIDE =
  /(?:^[^.]+$|\.(?:local|internal|svc|cluster\.local|lan|corp|intranet)$|^(?:10|127|192\.168)\.)/i;

/**
 * What a text for customers must not have: names of the record such as `api-gateway`, `deployment/web`,
 * `database/shop` or `db.internal:5432`, and addresses that only the inside can reach.
 */
export function internalNames(story: Story, text: string): string[] {
  const names = story.components.flatMap(({ component, key }) => [
    component,
    component.replace(/^[^/]*\//, ''),
    ...key.split('/').flatMap((word) => [word, word.replace(/:\d+$/, '')]),
  ]);
  // A plain word such as `checkout` is also one that customers use.
  const technical = [...new Set(names)].filter((name) => /[^A-Za-z]/.test(name));
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}./_:-]+/u)
    .map((word) => word.replace(/^[.:]+|(?<![.:])[.:]+$/g, ''));
  const known = technical.filter((name) => words.includes(name.toLowerCase()));
  return [...known, ...insideUrls(text)];
}

const insideUrls = (text: string): string[] =>
  (text.match(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}:\/\/[^\s<>"')\]]+/gi) ?? []).filter((url) =>
    INSIDE.test(URL.parse(url)?.hostname ?? ''),
  );
