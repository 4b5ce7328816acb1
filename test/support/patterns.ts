/** Every pattern of src/, and texts that are made to be slow to read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const src = join(import.meta.dirname, '../../src');

export interface Pattern {
  readonly at: string;
  readonly pattern: RegExp;
}

/** The patterns that stand in a source: comments, strings and templates are passed over. */
function patternsOf(file: string): Pattern[] {
  const source = readFileSync(join(src, file), 'utf8');
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|(?<=(?:[(,=:[!&|?{};>]|return)\s*)\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?![\w$])/g;
  return [...source.matchAll(token)].flatMap(({ 1: pattern, 2: flags, index }) => {
    if (pattern === undefined) return [];
    const line = source.slice(0, index).split('\n').length;
    return [{ at: `${file}:${line} /${pattern}/${flags}`, pattern: new RegExp(pattern, flags) }];
  });
}

/** Words that a pattern looks for literally: what begins like a match, again and again, is what makes it slow. */
function wordsOf(source: string): string[] {
  const literal = source.replace(/\\b|\(\?<?[:=!]|\(\?<\w+>/g, '').replace(/\\([^a-zA-Z0-9])/g, '$1');
  return [...new Set(literal.match(/[\w :/@"'<>=.,#{}()[\]-]{2,}/g) ?? [])].slice(0, 8);
}

const ALONE = [...' \t\n\r\u0085\u2028aA0_-./:=,;@"\'`\\|*#$%&<>()[]{}!?+~^é'];
const PAIRS = [
  'a ',
  ' \n',
  '"\\',
  '\\"',
  ':a',
  '::',
  '-.',
  '=a',
  'a=',
  '@\n',
  '(a',
  '[a',
  '{{',
  '/*',
  '<<A\n',
  'eyJ-',
  '" ',
];

/** Texts that may be slow to read by a pattern, each as a function of its length in signs. */
export function* hostile({ source }: RegExp): Generator<(signs: number) => string> {
  const words = wordsOf(source);
  for (const unit of [...ALONE, ...PAIRS, ...words, ...words.map((word) => `${word}a `)])
    for (const end of ['', '\n!']) yield (signs) => `${unit.repeat(signs / unit.length)}${end}`;
  for (const word of words)
    for (const sign of [' ', 'a', '0', '\n', '-', '"']) yield (signs) => `${word}${sign.repeat(signs)}\n!`;
}

/** Those that stand in sources as they are. */
export const patterns = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap(patternsOf);

/** Where patterns are put together from parts, in sources that say so. */
export const SITES = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    readFileSync(join(src, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (/\bnew RegExp\(/.test(line) ? [`${file}:${at + 1}`] : [])),
  );

/** The patterns that are put together when sources are loaded, or by those of their functions that do so. */
export async function builtPatterns(): Promise<Pattern[]> {
  const built: Pattern[] = [];
  const Native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, words) {
      const pattern = Reflect.construct(target, words) as RegExp;
      const [, at] = /\/src\/([^:)]+:\d+)/.exec(new Error().stack ?? '') ?? [];
      if (at !== undefined) built.push({ at, pattern });
      return pattern;
    },
  });
  try {
    const load = (file: string) => import(join(src, file));
    for (const file of new Set(SITES.map((site) => site.replace(/:.*/, '')))) await load(file);
    (await load('database/note.ts')).isNameOf('x', { of: 'x', role: 'side' });
    (await load('database/repair/column-in-archive.ts')).hangsOn(
      { kind: 'POLICY', definition: 'CREATE POLICY p ON x.y USING (z)' },
      'x.y',
      'z',
    );
    (await load('database/repair/lost-tables.ts')).mentions('CREATE VIEW x.y', 'x.y');
    (await load('systems/terraform/diagnostics.ts')).lockOf({ summary: 'state lock', detail: 'ID: 1' });
    const { Redactor } = await load('base/redact.ts');
    const redactor = new Redactor();
    redactor.add('hunter2-hunter2');
    redactor.redact('x');
  } finally {
    globalThis.RegExp = Native;
  }
  return built;
}
