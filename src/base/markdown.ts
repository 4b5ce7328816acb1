import { withoutControls } from './foreign.ts';
import { redact } from './redact.ts';

/** Text of others without secrets, on one line, that cannot end its table cell, open markup or mention a user in GitHub's Markdown. */
export function inert(text: string): string {
  return oneLine(redact(withoutControls(text))).replace(
    /[&<>|@[\]`*_~\\]/g,
    (sign) => `&#${sign.charCodeAt(0)};`,
  );
}

/** Text without line ends and the blanks around them. */
function oneLine(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  if (rest.length === 0) return first;
  const last = rest.pop() ?? '';
  const words = [first.trimEnd(), ...rest.map((line) => line.trim()).filter(Boolean), last.trimStart()];
  return words.join(' ');
}

/**
 * The same where GitHub also reads references and bare links, as in issues and comments: a comment in between keeps
 * them apart. For Markdown without links of our own.
 */
export const withoutReferences = (markdown: string): string =>
  markdown
    .replaceAll('&#64;', '&#64;<!-- -->')
    .replace(/(?<!&)#(?=\d)/g, '#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, 2)}<!-- -->-`)
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:<!-- -->')
    .replace(/\bwww\.(?=\w)/gi, 'www<!-- -->.');

/** The same as code. */
export const code = (text: string): string => `<code>${inert(text)}</code>`;

/** A table whose cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
