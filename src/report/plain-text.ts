import { inert, withoutReferences } from '../base/markdown.ts';
import type { Rto } from './schema.ts';
import { plain, short } from './words.ts';

/**
 * Text of others in Markdown that is read as an issue too: on one line, with no markup, and without what GitHub finds
 * in the text that markup leaves: mentions, references and bare links.
 */
export function plainText(text: string, most?: number): string {
  return withoutReferences(inert(plain(text, most)));
}

/** A name as code. */
export const coded = (text: string): string => `<code>${plainText(text) || ' '}</code>`;

/** What an objective is for: its label, the whole, or its pattern as code. */
export function codedObjective({ component, pattern }: Rto): string {
  if (component !== pattern) return plainText(component);
  return pattern === 'all' ? 'Whole rollback' : coded(pattern);
}

/** A version as code, as short as it can be told. */
export const codedVersion = (text: string): string => `<code>${plainText(short(text)) || ' '}</code>`;

/** A link to what the runner says is its run; other text stays text. */
export function link(words: string, url: string | undefined): string {
  const safe = url !== undefined && URL.canParse(url) && /^https?:\/\/[^\s()<>"'[\]|]+$/.test(url);
  return safe ? `[${plainText(words)}](${url})` : plainText(words);
}
