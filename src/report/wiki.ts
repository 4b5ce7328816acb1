import { plain } from './words.ts';

/**
 * Text of others in Markdown that people paste into a wiki and go on writing: on one line, with backslashes instead of
 * entities. What would open a tag, mention a user, or refer to an issue or a page is written so that it does not.
 */
export const text = (words: string, most?: number): string =>
  harmless(plain(words, most))
    .replace(/[\\`*_{}[\]|~]/g, '\\$&')
    .replace(/^([#+-]|\d+[.)])/, '\\$1');

/** A name as code, in which no markup means anything. */
export const name = (words: string): string => `\`${harmless(plain(words)).replaceAll('`', "'") || ' '}\``;

/** The address of a run, where it is one of the web. */
export const url = (address: string): string =>
  URL.canParse(address) && /^https?:\/\/[^\s()<>"'[\]|]+$/.test(address)
    ? `[${address.replace(/^https?:\/\//, '')}](${address})`
    : text(address);

/** What stands in a table: a name in code may have the sign that ends a cell. */
export const cell = (markdown: string): string => markdown.replace(/(?<!\\)\|/g, '\\|');

const harmless = (words: string): string =>
  words
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('](', '] (')
    .replace(/@(?=\S)/g, '@\u200b')
    .replace(/#(?=\d)/g, '#\u200b')
    .replace(/\bGH-(?=\d)/gi, '$&\u200b')
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:\u200b')
    .replace(/\bwww\.(?=\w)/gi, 'www\u200b.');
