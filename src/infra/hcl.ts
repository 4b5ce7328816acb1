import { ActionError } from '../base/errors.ts';

/** A block of Terraform's language: its type, its labels, what is assigned in it as source text, and its blocks. */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly blocks: readonly Block[];
}

/** Spaces and comments; strings with their templates; here-documents; names; every other sign by itself. */
const TOKEN =
  /(?<space>[^\S\n]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|(?![\s\S])))|(?<heredoc><<-?(?<mark>[\p{L}_][\p{L}\p{N}_-]*)\r?\n[\s\S]*?(?:^[^\S\n]*\k<mark>[^\S\n]*$|(?![\s\S])))|(?<name>[\p{L}_][\p{L}\p{N}_-]*)|(?<sign>[\s\S])/gmuy;
/** Blocks in one another; Terraform's own schemas have a handful. */
const DEPTH = 100;
const OPENING = '({[';
const CLOSING = ')}]';

/**
 * Reads the blocks of a `.tf` file, far enough to see what it declares: expressions stay text. Terraform itself says
 * what is wrong with a file, so this one only says that it cannot read it.
 *
 * @throws ActionError where quotes or brackets do not end
 */
export function parseHcl(text: string, file: string): Block[] {
  const tokens = tokensOf(text, file);
  let at = 0;
  let depth = 0;

  function body(closed: boolean): Omit<Block, 'type' | 'labels'> {
    const attributes: Record<string, string> = {};
    const blocks: Block[] = [];
    for (;;) {
      while (tokens[at] === '\n') at += 1;
      const name = tokens[at];
      if (name === undefined || name === '}') {
        if ((name === '}') !== closed) throw unreadable(file);
        at += 1;
        return { attributes, blocks };
      }
      at += 1;
      if (tokens[at] === '=') {
        at += 1;
        attributes[name] = expression();
      } else blocks.push(block(name));
    }
  }

  function block(type: string): Block {
    const labels: string[] = [];
    while (tokens[at] !== '{') {
      const label = tokens[at];
      if (label === undefined || label === '\n') throw unreadable(file);
      labels.push(unquoted(label) ?? label);
      at += 1;
    }
    at += 1;
    depth += 1;
    if (depth > DEPTH) throw unreadable(file);
    const content = body(true);
    depth -= 1;
    return { type, labels, ...content };
  }

  function expression(): string {
    const parts: string[] = [];
    let brackets = 0;
    for (; at < tokens.length; at += 1) {
      const token = tokens[at] as string;
      if (brackets === 0 && (token === '\n' || token === '}')) break;
      if (OPENING.includes(token)) brackets += 1;
      if (CLOSING.includes(token)) brackets -= 1;
      parts.push(token);
    }
    if (brackets !== 0) throw unreadable(file);
    return joined(parts);
  }

  return [...body(false).blocks];
}

/** Spaces are not tokens, and two words need one between them. */
const joined = (tokens: readonly string[]): string =>
  tokens
    .map((token, index) => (isWord(token) && isWord(tokens[index - 1] ?? '') ? ` ${token}` : token))
    .join('')
    .trim();

const isWord = (token: string) => /^[\p{L}_]/u.test(token);

/** The text of a quoted string without templates; undefined for any other expression. */
export function unquoted(expression: string): string | undefined {
  if (!/^"[^\n]*"$/.test(expression) || /[$%]\{/.test(expression)) return undefined;
  try {
    return JSON.parse(expression) as string;
  } catch {
    return undefined;
  }
}

function tokensOf(text: string, file: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const { groups = {} } = TOKEN.exec(text) ?? {};
    if (groups.sign === '"') {
      TOKEN.lastIndex = endOfString(text, start, file);
      tokens.push(text.slice(start, TOKEN.lastIndex));
    } else if (groups.space === undefined)
      tokens.push(groups.heredoc ?? groups.name ?? (groups.sign as string));
    else if (groups.space.includes('\n')) tokens.push('\n');
  }
  return tokens.filter((token) => token !== '\r');
}

/** Where the string that begins at `start` ends: its templates may have strings, and those templates, of their own. */
function endOfString(text: string, start: number, file: string): number {
  const open: ('"' | '{')[] = ['"'];
  for (let at = start + 1; at < text.length; at += 1) {
    const inside = open.at(-1);
    const sign = text[at];
    if (inside === '"' && sign === '\\') at += 1;
    else if (inside === '"' && /^([$%])\1\{/.test(text.slice(at, at + 3))) at += 2;
    else if (inside === '"' && /^[$%]\{/.test(text.slice(at, at + 2))) {
      open.push('{');
      at += 1;
    } else if (sign === '"') {
      if (inside === '"') open.pop();
      else open.push('"');
    } else if (inside === '{' && sign === '{') open.push('{');
    else if (inside === '{' && sign === '}') open.pop();
    if (open.length === 0) return at + 1;
  }
  throw unreadable(file);
}

const unreadable = (file: string) =>
  new ActionError(`${file} cannot be read: a quote or a bracket in it does not end.`);
