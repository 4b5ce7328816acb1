/** Text of others, on one line, that can't end its table cell, open markup or mention anybody in GitHub's Markdown. */
export function inert(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[&<>|@[\]`*_~\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The same as code. */
export const code = (text: string): string => `<code>${inert(text)}</code>`;

/** A table whose cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
