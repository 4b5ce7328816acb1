import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { resolve } from 'node:path';

/** What a benchmark found out: tables as Markdown, each with a sentence on what it shows. */
export interface Findings {
  /** Programs that took part, with their versions. */
  readonly versions: readonly string[];
  readonly tables: readonly Table[];
}

export interface Table {
  readonly title: string;
  readonly says: string;
  readonly table: string;
}

export interface Benchmark {
  readonly title: string;
  /** @param quick at sizes that show that it works, and nothing else */
  readonly run: (quick: boolean) => Promise<Findings>;
}

const FILE = resolve(import.meta.dirname, 'RESULTS.md');
const INTRODUCTION = `# Results

\`npm run bench\` writes this file, a chapter a benchmark; a chapter that is run by itself replaces its own. Ratios are printed
and none is asserted: figures of two busy cores differ by a fifth from run to run, and more where the load was high.
`;

/** Runs a benchmark and returns its chapter of the file. */
export async function chapterOf({ title, run }: Benchmark, quick: boolean): Promise<string> {
  // Before it begins: what it makes itself is not a disturbance.
  const conditions = conditionsOf();
  const { versions, tables } = await run(quick);
  const paragraphs = [
    `## ${title}`,
    `${conditions} ${[`Node.js ${process.versions.node}`, ...versions].join('; ')}.`,
    ...tables.flatMap(({ title, says, table }) => [`### ${title}`, says, table]),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** Puts a chapter in its place among the others. */
export function keep(chapter: string): void {
  const [introduction, ...chapters] = existsSync(FILE)
    ? readFileSync(FILE, 'utf8').split(/^(?=## )/m)
    : [INTRODUCTION];
  const place = chapters.findIndex((each) => titleOf(each) === titleOf(chapter));
  if (place < 0) chapters.push(chapter);
  else chapters[place] = chapter;
  writeFileSync(FILE, [introduction, ...chapters].map((each) => `${each?.trimEnd()}\n`).join('\n'));
}

const titleOf = (chapter: string) => chapter.split('\n', 1)[0];

function conditionsOf(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' });
  const others = ['--', ':/', ':(top,exclude)bench/RESULTS.md'];
  const changed =
    git('status', '--porcelain', '--untracked-files=no', ...others) === '' ? '' : ' with changes';
  const cores = `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'a processor'}`;
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  return [
    `${new Date().toISOString().slice(0, 10)}, commit ${git('rev-parse', '--short', 'HEAD').trim()}${changed};`,
    `${cores}, ${memory}, ${process.platform} ${release()}; load when it began: ${loadavg()[0]?.toFixed(1)};`,
  ].join(' ');
}
