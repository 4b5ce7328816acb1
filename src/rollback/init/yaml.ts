import { Document, Scalar, YAMLMap } from 'yaml';
import { redact } from '../../base/redact.ts';

/** One key of a map, and what is said above it. */
export interface YamlEntry {
  readonly key: string;
  readonly value: unknown;
  readonly above?: readonly string[];
  /** Begins a paragraph of its own. */
  readonly apart?: boolean;
}

/** Characters that are invisible, or that turn the text around them: written as escapes. A line break ends a line of the file. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;
const UNSEEN_IN_FILE = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu;

/** A file of this map, a value a line however long it is. */
export function writtenAs(contents: YAMLMap): string {
  const document = new Document();
  document.contents = contents;
  const text = document.toString({
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
    singleQuote: true,
  });
  // In a comment such a character is told, in double quotes it is an escape; it stands nowhere else.
  return text.replace(UNSEEN_IN_FILE, escaped);
}

/** A map in this order; `below` is said after its last key. */
export function mapOf(entries: readonly YamlEntry[], below: readonly string[] = []): YAMLMap {
  const map = new YAMLMap();
  for (const [index, { key, value, above = [], apart = false }] of entries.entries()) {
    const name = textOf(key);
    if (above.length > 0) name.commentBefore = commentOf(above);
    name.spaceBefore = apart && index > 0;
    map.add({ key: name, value: nodeOf(value) });
  }
  // A paragraph of its own, as it belongs to no key.
  if (below.length > 0) map.comment = `\n${commentOf(below)}`;
  return map;
}

/** A list, a reference in one line, a text, or a node that is one already. */
function nodeOf(value: unknown): unknown {
  if (typeof value === 'string') return textOf(value);
  if (value instanceof YAMLMap) return value;
  const node = new Document(value).contents;
  if (node instanceof YAMLMap) node.flow = true;
  return node;
}

function textOf(text: string): Scalar<string> {
  const scalar = new Scalar(redact(text));
  if (UNSEEN.test(text)) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

const commentOf = (lines: readonly string[]) => lines.map((line) => ` ${redact(line)}`).join('\n');

/** As JavaScript, JSON and YAML write a character that is not to be seen. */
function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}
