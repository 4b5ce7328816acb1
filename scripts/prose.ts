/**
 * `npm run prose [-- <part of a path>]`: reads the pages and every message of the product with Harper, a grammar checker, and
 * looks for the words that this project has retired. A word that Harper does not know goes into `tools/prose/words.txt`.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { messages, type Text } from './messages.ts';
import { install, modulesOf } from './tool.ts';
import { RETIRED_IN_MESSAGES } from './vocabulary.ts';

const root = join(import.meta.dirname, '..');

/** Pages of which somebody else decides the words: generated, or a licence. */
const OTHERS = /CHANGELOG|LICENSE|bench\/RESULTS/;

/** Rules of Harper that are a matter of taste, or that take code, tables and product names for mistakes. */
const OFF = [
  ...['UseTitleCase', 'OxfordComma', 'SentenceCapitalization', 'LongSentences', 'SplitWords', 'MergeWords'],
  ...['ExpandMemoryShorthands', 'ExpandTimeShorthands', 'ExpandMinimum', 'ExpandConfiguration', 'SingleBe'],
  ...['PhrasalVerbAsCompoundNoun', 'DisjointPrefixes', 'MassNouns', 'MissingDeterminer', 'UnclosedQuotes'],
  ...['Dashes', 'EllipsisLength', 'Spaces', 'QuoteSpacing', 'CommaFixes', 'AvoidCurses', 'HaveTakeALook'],
  ...[
    'DiscourseMarkers',
    'ExpandStandardInputAndOutput',
    'OneOfTheSingular',
    'ToTwoToo',
    'InflectedVerbAfterTo',
  ],
  ...['ItsContraction', 'CondenseAllThe', 'PronounInflectionBe'],
  ...['OrthographicConsistency', 'CompoundNouns', 'NounVerbConfusion', 'MissingTo', 'MissingPreposition'],
];

interface Place {
  readonly at: number;
  readonly place: string;
}

/** A text for Harper, as Markdown, and where its parts stand. */
interface Sheet {
  readonly text: string;
  readonly places: readonly Place[];
}

interface Harper {
  LocalLinter: new (settings: object) => Linter;
  Dialect: { readonly American: number };
}
interface Linter {
  setup(): Promise<void>;
  getDefaultLintConfig(): Promise<Record<string, boolean | null>>;
  setLintConfig(config: Record<string, boolean | null>): Promise<void>;
  importWords(words: readonly string[]): Promise<void>;
  organizedLints(text: string, options: { language: string }): Promise<Record<string, readonly Lint[]>>;
}
interface Lint {
  span(): { readonly start: number };
  message(): string;
  get_problem_text(): string;
  suggestions(): readonly { get_replacement_text(): string }[];
}

function pages(part: string): Sheet[] {
  return globSync(['*.md', '{docs,actions/*,examples/*,.github}/*.md'], { cwd: root })
    .filter((page) => page.includes(part) && !OTHERS.test(page))
    .sort()
    .map((page) => {
      const text = prose(readFileSync(join(root, page), 'utf8'));
      return { text, places: linesOf(page, text) };
    });
}

/** A page with its blocks of code and comments empty, so that lines stay. */
function prose(page: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, '');
  return page.replace(/^( *)```[\s\S]*?^\1```|<!--[\s\S]*?-->/gm, blank);
}

function linesOf(page: string, text: string): Place[] {
  let at = 0;
  return text.split('\n').map((line, index) => {
    const place = { at, place: `${page}:${index + 1}` };
    at += line.length + 1;
    return place;
  });
}

/** SQL, styles and scripts are words as well, and no sentence. */
const isSentence = ({ text }: Text) =>
  !/[{};|\\]|…\.…|=>|\b[A-Z]{4,} [A-Z]{2,}\b|::|\ball all\b|\bAS (?:is_)?[a-z]/.test(text);

/** The messages of each file, every one as a paragraph of its own. */
function sheetsOf(texts: readonly Text[]): Sheet[] {
  const files = Map.groupBy(texts.filter(isSentence), ({ place }) => place.split(':')[0]);
  return [...files.values()].map((messages) => {
    let text = '';
    const places = messages.map(({ place, text: message }) => {
      const here = { at: text.length, place };
      text += `${message}\n\n`;
      return here;
    });
    return { text, places };
  });
}

const placeOf = ({ places }: Sheet, at: number) => places.findLast((each) => each.at <= at)?.place ?? '?';

/** What was read once without a fault is not read again: an added word or page changes nothing of it. */
const KNOWN = join(homedir(), '.cache/rollback-actions/prose.txt');

const hashOf = ({ text }: Sheet) =>
  createHash('sha256')
    .update(JSON.stringify([OFF, readFileSync(join(root, 'tools/prose/package-lock.json'), 'utf8'), text]))
    .digest('hex');

async function grammar(all: readonly Sheet[]): Promise<string[]> {
  const known = existsSync(KNOWN) ? readFileSync(KNOWN, 'utf8').split('\n') : [];
  const sheets = all.filter((sheet) => !known.includes(hashOf(sheet)));
  if (sheets.length === 0) return [];
  const linter = await startLinter();
  const found: string[] = [];
  for (const sheet of sheets) {
    const rules = await linter.organizedLints(sheet.text, { language: 'markdown' });
    const faults = Object.entries(rules).flatMap(([rule, lints]) =>
      lints
        .filter((lint) => rule !== 'SpellCheck' || isMisspelt(lint))
        .map((lint) => {
          const better = lint.suggestions().map((each) => each.get_replacement_text());
          const words = `"${lint.get_problem_text().trim()}" (${rule}) ${lint.message()}`;
          return `${placeOf(sheet, lint.span().start)}: ${words} ${better.slice(0, 3).join(' | ')}`;
        }),
    );
    found.push(...faults);
    if (faults.length === 0) appendFileSync(KNOWN, `${hashOf(sheet)}\n`);
  }
  return found;
}

/** A unit such as `s` is no word, and a name is written as the system writes it: `serviceaccount`. */
function isMisspelt(lint: Lint): boolean {
  const word = lint.get_problem_text().toLowerCase();
  return (
    word.length > 2 && !lint.suggestions().some((each) => each.get_replacement_text().toLowerCase() === word)
  );
}

async function startLinter(): Promise<Linter> {
  install('prose');
  const load = (file: string) => import(pathToFileURL(join(modulesOf('prose'), 'harper.js/dist', file)).href);
  const { LocalLinter, Dialect } = (await load('index.js')) as Harper;
  const { binary } = (await load('binary.js')) as { binary: unknown };
  const linter = new LocalLinter({ binary, dialect: Dialect.American });
  await linter.setup();
  const off = Object.fromEntries(OFF.map((rule) => [rule, false]));
  await linter.setLintConfig({ ...(await linter.getDefaultLintConfig()), ...off });
  await linter.importWords(readFileSync(join(root, 'tools/prose/words.txt'), 'utf8').split(/\s+/));
  return linter;
}

/** Messages are held to these words by `test/vocabulary.test.ts`. */
function retired(sheets: readonly Sheet[]): string[] {
  return sheets.flatMap((sheet) =>
    RETIRED_IN_MESSAGES.flatMap(([word, better]) =>
      [
        ...sheet.text
          .replace(/`[^`\n]*`|"[^"\n]*"/g, blankOut)
          .matchAll(new RegExp(word.source, `${word.flags}g`)),
      ].map(({ index, 0: said }) => `${placeOf(sheet, index)}: "${said}" is retired; say: ${better}`),
    ),
  );
}

function blankOut(text: string): string {
  return ' '.repeat(text.length);
}

mkdirSync(dirname(KNOWN), { recursive: true });
const part = process.argv[2] ?? '';
const findings = [...(await grammar([...pages(part), ...sheetsOf(messages(part))])), ...retired(pages(part))];
for (const finding of findings) console.error(finding);
if (findings.length > 0) process.exitCode = 1;
