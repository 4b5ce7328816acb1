/**
 * `npm run test:changed [-- <what jest takes>]`: the suites on real servers of what has changed since `BASE`, else since
 * what is landed, else since yesterday; all of them where that is unknown. On every version of each server; with
 * `NEWEST_VERSION` on the newest alone, and without the files that `npm test` runs on that one.
 */
import { spawnSync } from 'node:child_process';
import { runJest } from './jest.ts';

/** The folders of `test/servers`, and the sources that their tests are about. */
const SUITES: Readonly<Record<string, RegExp>> = {
  actions: /^(action|actions|src)\b/,
  assess: /^src\/(assess|(actions|work)\/assess|systems\/prometheus)/,
  backup: /^src\/(database|systems\/(aws|postgres|storage))/,
  cache: /^src\/(cache|actions\/clear-cache|systems\/redis)/,
  chain: /^src\//,
  database: /^src\/(database|(actions|work)\/rollback-db|systems\/postgres)/,
  dns: /^src\/(dns|actions\/switch-dns|systems\/(aws|dns))/,
  infra: /^src\/(infra|(actions|work)\/rollback-infra|systems\/(terraform|git))/,
  integrity: /^src\/(integrity|domain|(actions|work)\/verify-integrity|systems\/postgres)/,
  support: /^test\/support\/postgres/,
  systems: /^src\/systems\/(aws|postgres|registry)/,
  workflows: /^(\.github\/workflows|src\/(actions|drill|rollback|work))/,
};
/** What all of them stand on. */
const COMMON =
  /^(package-lock\.json|jest\.config\.js|test\/(support|setup)\/|src\/(base|config|domain|record|runner)\/|src\/systems\/[^/]+\.ts|src\/systems\/http\/)/;

const words = process.argv.slice(2);
const isChosen = words.some((word) => word.startsWith('--runTestsByPath'));
const folders = isChosen ? [] : foldersOf(changedFiles());
if (folders.length === 0 && !isChosen)
  console.log('Nothing has changed that a suite on real servers is about.');
else {
  if (!isChosen) console.log(`Suites on real servers: ${folders.join(', ')}.`);
  const chosen = isChosen ? [] : [`--testPathPatterns=/test/servers/(${folders.join('|')})/`];
  const isEveryVersion = process.env.NEWEST_VERSION === undefined;
  const projects = isEveryVersion ? ['engines', 'servers'] : ['servers'];
  process.exitCode = await runJest({ projects, words: [...chosen, ...words], isEveryVersion });
}

function foldersOf(changed: readonly string[] | undefined): string[] {
  const all = Object.keys(SUITES);
  if (changed === undefined || changed.some((file) => COMMON.test(file))) return all;
  return all.filter((folder) =>
    changed.some((file) => SUITES[folder]?.test(file) || file.startsWith(`test/servers/${folder}/`)),
  );
}

/** The files that differ from the base; undefined where there is none, as in a clone without its history. */
function changedFiles(): string[] | undefined {
  const head = git('rev-parse', 'HEAD');
  const candidates = [
    process.env.BASE,
    git('merge-base', 'HEAD', 'origin/main'),
    git('rev-list', '-1', '--before=1 day ago', 'HEAD'),
  ];
  const base = candidates.find(
    (commit) => commit && commit !== head && git('cat-file', '-t', commit) === 'commit',
  );
  const different = base ? git('diff', '--name-only', base) : undefined;
  if (different === undefined) return undefined;
  console.log(`Compared with ${git('log', '-1', '--format=%h of %ci', base ?? '')}.`);
  return different.split('\n').filter((file) => file !== '');
}

/** What git says; undefined where it fails. */
function git(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
