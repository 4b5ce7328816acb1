import { parse } from '@babel/parser';

interface Range {
  readonly start: number;
  readonly end: number;
}
interface Node extends Range {
  readonly type: string;
  readonly [key: string]: unknown;
}
interface Token extends Range {
  readonly type: { readonly label?: string } | string;
  readonly value?: unknown;
}

/**
 * Takes out of a file of the bundle what is never run and has to be read at every start all the same: comments, and the
 * functions of a module that nothing else in it names. What is left stays as it is, with its names and its lines.
 */
export function slim(code: string): string {
  const { program, comments, tokens } = parse(code, { sourceType: 'commonjs', tokens: true });
  const unnamed = modulesIn(program as unknown as Node).flatMap((module) =>
    unnamedFunctions(module, tokens as readonly Token[]),
  );
  const away = [...unnamed, ...(comments as unknown as readonly Range[])].sort((a, b) => a.start - b.start);
  let slimmed = '';
  let end = 0;
  for (const range of away) {
    if (range.start < end) continue;
    const whole = withItsLines(code, range);
    slimmed += code.slice(end, whole.start) + insteadOf(code, whole);
    end = whole.end;
  }
  return slimmed + code.slice(end);
}

/** The statements of each module: webpack writes `exports.modules = { 1: ((module) => { … }), … }`. */
function modulesIn(program: Node): Node[][] {
  const assigned = (program.body as Node[]).map(({ expression }) => (expression as Node | undefined)?.right);
  const modules = assigned.flatMap((value) => ((value as Node | undefined)?.properties ?? []) as Node[]);
  return modules.flatMap(({ value }) => {
    const body = (value as Node | undefined)?.body as Node | undefined;
    return body?.type === 'BlockStatement' ? [body.body as Node[]] : [];
  });
}

/** The functions that can be reached from none of a module's other statements. */
function unnamedFunctions(statements: readonly Node[], tokens: readonly Token[]): Node[] {
  const waiting = new Map<string, Node[]>();
  const reached: Node[] = [];
  for (const statement of statements) {
    const name = (statement.id as { name?: string } | null | undefined)?.name;
    if (statement.type === 'FunctionDeclaration' && name !== undefined)
      waiting.set(name, [...(waiting.get(name) ?? []), statement]);
    else reached.push(statement);
  }
  for (let statement = reached.pop(); statement !== undefined; statement = reached.pop()) {
    for (const name of wordsIn(statement, tokens)) {
      // It may name any of them in a text.
      if (name === 'eval') return [];
      reached.push(...(waiting.get(name) ?? []));
      waiting.delete(name);
    }
  }
  return [...waiting.values()].flat();
}

/** Every word that stands in a range, be it a name of a variable, of a property or of something else. */
function* wordsIn({ start, end }: Range, tokens: readonly Token[]): Generator<string> {
  for (let index = firstFrom(start, tokens); index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (token.start >= end) return;
    const { type, value } = token;
    const isComment = typeof type === 'string';
    if (isComment) continue;
    // A word of the grammar, such as `get` and `of`, may be a name.
    if (typeof value === 'string') yield value;
    yield type.label ?? '';
  }
}

function firstFrom(start: number, tokens: readonly Token[]): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What has lines of its own goes with them. */
function withItsLines(code: string, { start, end }: Range): Range {
  const lineStart = code.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = code.indexOf('\n', end);
  const isAlone = lineEnd >= 0 && /^\s*$/.test(code.slice(lineStart, start) + code.slice(end, lineEnd));
  return isAlone ? { start: lineStart, end: lineEnd + 1 } : { start, end };
}

/** A comment parts words, and ends a line where it goes over several. */
function insteadOf(code: string, { start, end }: Range): string {
  const isLines = (start === 0 || code[start - 1] === '\n') && code[end - 1] === '\n';
  if (isLines) return '';
  return code.slice(start, end).includes('\n') ? '\n' : ' ';
}
