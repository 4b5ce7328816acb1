/** What a reader of PromQL has to know of a query: nothing is evaluated here. */

type Kind = 'name' | 'braces' | 'brackets' | 'open' | 'close' | 'compare' | 'other';
interface Token {
  readonly kind: Kind;
  readonly text: string;
}

// A string that has no end goes on to that of the text, so that no text takes more than linear time.
const TOKEN =
  /\s+|#[^\n]*|"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|'(?:[^'\\]|\\[\s\S])*(?:'|\\?$)|`[^`]*(?:`|$)|\{(?:[^"'`{}]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)*\}|\[[^[\]]*\]|[A-Za-z_:][A-Za-z0-9_:]*|\d[A-Za-z0-9_.]*|[=!]=|[<>]=?|[\s\S]/g;

/** Words that take a list of labels, which are not metrics. */
const LABELLED = /^(by|without|on|ignoring|group_left|group_right)$/i;
const WORDS = /^(and|or|unless|atan2|bool|offset|start|end|inf|nan)$/i;
/** What is well where there is nothing, so that its series may be gone. */
const OF_NOTHING = /^(absent|absent_over_time)$/i;

/** The selectors of series that a query reads, such as `http_requests_total{job="api"}`, each once. */
export function selectorsOf(query: string): string[] {
  const tokens = tokensOf(query);
  const found = new Set<string>();
  for (let index = 0; index < tokens.length; index++) {
    const [token, next] = [tokens[index] as Token, tokens[index + 1]];
    if (token.kind === 'braces') found.add(token.text);
    if (token.kind !== 'name') continue;
    const isFunction = next?.kind === 'open' || (next?.kind === 'name' && LABELLED.test(next.text));
    if (LABELLED.test(token.text) || OF_NOTHING.test(token.text)) index = closing(tokens, index + 1);
    else if (next?.kind === 'braces') {
      found.add(`${token.text}${next.text}`);
      index += 1;
    } else if (!isFunction && !WORDS.test(token.text)) found.add(token.text);
  }
  return [...found];
}

/**
 * True where a query compares without `bool` and so has no number, or another one, where the comparison does not hold.
 * What is counted or looked for in vain may well be compared.
 */
export function comparesWithoutBool(query: string): boolean {
  const tokens = tokensOf(query);
  for (let index = 0; index < tokens.length; index++) {
    const { kind, text } = tokens[index] as Token;
    if (
      kind === 'name' &&
      /^(count|count_over_time|absent|absent_over_time)$/i.test(text) &&
      /\bor\b/.test(query)
    )
      index = closing(tokens, index + 1);
    if (kind === 'compare' && tokens[index + 1]?.text.toLowerCase() !== 'bool') return true;
  }
  return false;
}

/** The quantile that a query asks for, and the buckets that it takes it from; undefined where it is not one. */
export function quantileIn(query: string): { quantile: number; buckets: string } | undefined {
  const [, quantile, rest = ''] =
    /^\s*histogram_quantile\s*\(\s*(0?\.\d+|1|0)\s*,([\s\S]*)\)\s*$/.exec(query) ?? [];
  if (quantile === undefined || !/_bucket\b/.test(rest)) return undefined;
  const tokens = tokensOf(rest);
  let depth = 0;
  for (const { kind } of tokens) {
    depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
    if (depth < 0) return undefined;
  }
  return { quantile: Number(quantile), buckets: rest.trim() };
}

function tokensOf(query: string): Token[] {
  const texts = query.match(TOKEN) ?? [];
  return texts.filter((text) => !/^\s|^#/.test(text)).map((text) => ({ kind: kindOf(text), text }));
}

function kindOf(text: string): Kind {
  if (/^[A-Za-z_:]/.test(text)) return 'name';
  if (text.startsWith('{')) return 'braces';
  if (text.startsWith('[')) return 'brackets';
  if (text === '(') return 'open';
  if (text === ')') return 'close';
  return /^([=!]=|[<>]=?)$/.test(text) ? 'compare' : 'other';
}

/** The index of the parenthesis that closes the one at `index`; the one before where none is opened there. */
function closing(tokens: readonly Token[], index: number): number {
  if (tokens[index]?.kind !== 'open') return index - 1;
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    depth += tokens[at]?.kind === 'open' ? 1 : tokens[at]?.kind === 'close' ? -1 : 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}
