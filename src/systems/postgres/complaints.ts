/**
 * What PostgreSQL and its programs complain of, without the rows that they quote: the log of a workflow is read by more people
 * than may read the database, and stays for months.
 */

/** Where a complaint, or the next part of one, begins in the output of a program. */
const BEGINS =
  /^(?:psql:|pg_restore:|pg_dump:|ERROR:|FATAL:|PANIC:|WARNING:|NOTICE:|DETAIL:|HINT:|CONTEXT:|LINE \d|QUERY:|STATEMENT:|Command was:)/;

/** What quotes a value: the text before it, and what the value follows then. What comes after that is not shown. */
const QUOTES: readonly [words: string, before: string][] = [
  ['Failing row contains ', '('],
  ['Partition key of the failing row contains ', ') = ('],
  ['Key (', ')=('],
  ['invalid input ', ': "'],
  ['COPY ', ', line '],
];
/** What is said of a key, behind its value. */
const VERDICTS = [
  'already exists',
  'is duplicated',
  'is not present',
  'is still referenced',
  'conflicts with',
];

/**
 * The same by its shape, for servers whose `lc_messages` is another language: a key with its values, a value in quotes behind a
 * colon, and a row that a detail ends with.
 */
const KEY_AND_VALUES = /\)[»"”]? ?= ?[«"“]?\(/;
const QUOTED_VALUE = /: ?[»«"„“]/;
const ROW_AT_THE_END = /^([^(]*)\([\s\S]*\)\P{ASCII}*[.。]?$/u;

/**
 * One complaint, or one part of it, as it may be shown. Pure.
 *
 * @param isDetail what a complaint says of the rows in particular
 */
export function withoutRows(text: string, isDetail = text.startsWith('DETAIL:')): string {
  // An excerpt of the statement, which has values where it is an INSERT.
  if (/^LINE \d/.test(text)) return text.includes("'") ? text.slice(0, text.indexOf(':') + 1) : text;
  for (const [words, before] of QUOTES) {
    const at = text.indexOf(words);
    const value = at < 0 ? -1 : text.indexOf(before, at + words.length);
    if (value < 0) continue;
    if (words === 'COPY ') {
      const colon = text.indexOf(': ', value);
      return colon < 0 ? text : text.slice(0, colon);
    }
    const columns = before.startsWith(')') ? ')' : '';
    return `${text.slice(0, value).trimEnd()}${columns}${verdictOf(text, value)}`;
  }
  return withoutValues(text, isDetail);
}

function withoutValues(text: string, isDetail: boolean): string {
  const key = KEY_AND_VALUES.exec(text);
  if (key) return text.slice(0, key.index + 1);
  const value = QUOTED_VALUE.exec(text);
  if (value) return text.slice(0, value.index);
  const [, words] = (isDetail && ROW_AT_THE_END.exec(text)) || [];
  return words === undefined ? text : words.trimEnd();
}

function verdictOf(text: string, from: number): string {
  const verdict = VERDICTS.find((words) => text.includes(words, from));
  return verdict === undefined ? '' : ` ${verdict}`;
}

/** The same for the lines that a program wrote. Pure. */
export function linesWithoutRows(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let isQuoting = false;
  for (const line of lines) {
    // What is quoted may have any number of lines.
    if (isQuoting && !BEGINS.test(line)) continue;
    const short = withoutRows(line);
    isQuoting = short !== line;
    kept.push(short);
  }
  return kept;
}
