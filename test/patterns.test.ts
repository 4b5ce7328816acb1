/**
 * Every pattern of src/ on hostile text: logs, answers, events and files of others may be long, and made to be slow to read.
 * A pattern that takes more than linear time on one of these texts would take minutes on a megabyte, and holds up the lock.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const src = join(import.meta.dirname, '../src');
const SIGNS = 20_000;
/** Milliseconds of the processor; what is linear takes one or two, what is quadratic hundreds. */
const LONGEST = 120;

interface Pattern {
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

function* hostile({ source }: RegExp): Generator<string> {
  const words = wordsOf(source);
  for (const unit of [...ALONE, ...PAIRS, ...words, ...words.map((word) => `${word}a `)]) {
    const run = unit.repeat(SIGNS / unit.length);
    for (const end of ['', '\n!']) yield `${run}${end}`;
  }
  for (const word of words)
    for (const sign of [' ', 'a', '0', '\n', '-', '"']) yield `${word}${sign.repeat(SIGNS)}\n!`;
}

/** The first text of hostile ones that it takes too long on, and how long. */
function slow(pattern: RegExp): string | undefined {
  for (const text of hostile(pattern)) {
    for (let attempt = 1; ; attempt++) {
      const begun = process.cpuUsage();
      if (pattern.global) text.replace(pattern, '');
      else pattern.exec(text);
      const took = process.cpuUsage(begun).user / 1000;
      if (took < LONGEST) break;
      // Compiling, and collecting what others left, is done once.
      if (attempt === 2) return `${JSON.stringify(text.slice(0, 30))}… took ${took.toFixed(0)} ms`;
    }
  }
  return undefined;
}

const patterns = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap(patternsOf);

test('patterns are found, so that what follows says something', () => {
  expect(patterns.length).toBeGreaterThan(350);
  expect(slow(/(a+)b/)).toBeDefined();
  expect(slow(/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}/g)).toContain('eyJ');
  expect(slow(/\s*\n\s*/g)).toBeDefined();
});

/** Where patterns are put together from parts, in sources that say so. */
const SITES = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    readFileSync(join(src, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (/\bnew RegExp\(/.test(line) ? [`${file}:${at + 1}`] : [])),
  );

/** The patterns that are put together when sources are loaded, or by those of their functions that do so. */
async function builtPatterns(): Promise<Pattern[]> {
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
    (await load('systems/terraform/diagnostics.ts')).lockOf({ summary: 'state lock', detail: 'ID: 1' });
    const { Redactor } = await load('runner/redact.ts');
    const redactor = new Redactor();
    redactor.add('hunter2-hunter2');
    redactor.redact('x');
  } finally {
    globalThis.RegExp = Native;
  }
  return built;
}

test('X11: those that are put together from parts are not slow either', async () => {
  const built = await builtPatterns();
  expect([...new Set(built.map(({ at }) => at))].sort()).toEqual([...SITES].sort());
  expect(
    built.flatMap(({ at, pattern }) => (slow(pattern) ? [`${at} ${pattern}: ${slow(pattern)}`] : [])),
  ).toEqual([]);
}, 300_000);

test('X11: none of them is slow on a long text that is made for it', () => {
  const found = patterns.flatMap(({ at, pattern }) => {
    const why = slow(pattern);
    return why ? [`${at}: ${why}`] : [];
  });
  expect(found).toEqual([]);
}, 300_000);
