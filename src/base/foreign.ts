/**
 * Signs that show nothing and can do something: the controls, which move a terminal's cursor or end a line in some program, and
 * those that turn the direction of text round. Tabs and line feeds stay.
 */
const CONTROLS = /\r\n?|(?![\t\n])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const LINE_ENDS = ['\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];

/** Text of others without control characters; every kind of line end becomes a line feed. */
export const withoutControls = (text: string): string =>
  text.replace(CONTROLS, (sign) => (LINE_ENDS.includes(sign) ? '\n' : ''));

/**
 * The lines of a text of others, each of which cannot command the runner. It reads `::command::` at the start of a line,
 * after all that .NET takes for blank, and `##[command]` anywhere.
 */
export const inertLines = (text: string): string[] =>
  withoutControls(text)
    .split('\n')
    .map((line) => line.replace(/^([\s\p{Z}\p{Cf}]*):(?=:)/u, '$1: ').replaceAll('##[', '## ['));

/** A line of others as far as patterns read it: more helps no reader. */
const LONGEST_LINE = 8 * 1024;
export const cutLine = (line: string): string => line.slice(0, LONGEST_LINE);
