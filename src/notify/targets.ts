import { inert } from '../base/markdown.ts';

/** What a message is rendered for. `runs` is plain text in which bold stays marked, for Teams' text runs. */
export type Target = 'slack' | 'html' | 'markdown' | 'text' | 'runs' | 'json';

/**
 * The markup of templates as private characters of Unicode, which no value keeps: it is marked before values are
 * filled in and becomes the target's own after, so that nothing in a value is ever taken for markup.
 */
const MARK = {
  bold: '\uE001',
  plain: '\uE002',
  link: '\uE003',
  url: '\uE004',
  end: '\uE005',
  item: '\uE006',
};

/** A template's source with its markup marked, and without the line ends of lines that are nothing but a tag. */
export function markUp(source: string): string {
  return source
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Co}/gu, '')
    .replace(/^[ \t]*(\{%[^%\n]*%\})[ \t]*\n/gm, '$1')
    .replace(/\*\*(.+?)\*\*/g, `${MARK.bold}$1${MARK.plain}`)
    .replace(
      /(?<!!)\[([^\][\n]+)\]\(((?:[^()\s{]|\{(?!\{)|\{\{[^}]{0,200}\}\})*)\)/g,
      `${MARK.link}$1${MARK.url}$2${MARK.end}`,
    )
    .replace(/^((?:\{%[^%\n]*%\})*)[-*] /gm, `$1${MARK.item}`);
}

/** How a value is written so that it is text and nothing else. */
export const ESCAPES: Readonly<Record<Target, (value: string) => string>> = {
  slack: (value) =>
    slackEntities(value).replace(/[*`~]/g, (sign) => ({ '*': '∗', '`': 'ˋ', '~': '∼' })[sign] ?? ''),
  html: (value) => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  markdown: inert,
  text: (value) => value,
  runs: (value) => value,
  json: (value) => JSON.stringify(value).slice(1, -1),
};

/** Turns marks into a target's own markup, and leaves no more than one empty line anywhere. */
export function finish(marked: string, target: Target): string {
  const text = marked
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const linked = text.replace(
    /\uE003([^\uE003-\uE005]*)\uE004([^\uE003-\uE005]*)\uE005/g,
    (_, words: string, url: string) => linkOf(target, words, url),
  );
  const { bold, plain, item } = SIGNS[target];
  return linked.replaceAll(MARK.bold, bold).replaceAll(MARK.plain, plain).replaceAll(MARK.item, item);
}

const SIGNS: Readonly<Record<Target, { bold: string; plain: string; item: string }>> = {
  slack: { bold: '*', plain: '*', item: '• ' },
  html: { bold: '<strong>', plain: '</strong>', item: '• ' },
  markdown: { bold: '**', plain: '**', item: '- ' },
  text: { bold: '', plain: '', item: '- ' },
  runs: { bold: MARK.bold, plain: MARK.plain, item: '• ' },
  json: { bold: '', plain: '', item: '- ' },
};

/** Text in which bold is marked, as pieces. */
export function runsOf(marked: string): { text: string; bold: boolean }[] {
  return marked
    .split(MARK.bold)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, bold: false }];
      const [strong = '', rest = ''] = part.split(MARK.plain);
      return [
        { text: strong, bold: true },
        { text: rest, bold: false },
      ];
    })
    .filter(({ text }) => text !== '');
}

/** A link, where the URL is one of the web; else its words. */
export function linkOf(target: Target, words: string, url: string): string {
  if (!/^https?:[^\s<>|()]+$/.test(url)) return words;
  if (target === 'slack') return `<${url}|${words}>`;
  if (target === 'html') return `<a href="${url}">${words}</a>`;
  if (target === 'markdown') return `[${words}](${url})`;
  return `${words}: ${url}`;
}

/** The three signs that mean something to Slack wherever they are. */
export const slackEntities = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
