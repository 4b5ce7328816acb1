/**
 * `npm run test:changed [-- <what jest takes>]`: the suites on real servers and clusters of what has changed since `BASE`,
 * else since what is landed, else since yesterday; all of them where that is unknown. On every version of each server; with
 * `NEWEST_VERSION` on the newest alone, and without the files that `npm test` runs on that one. All are one run of jest: those on a
 * cluster wait for its controllers while those on servers calculate.
 */
import { spawnSync } from 'node:child_process';
import { runOnCluster } from './e2e/run-end-to-end.ts';
import { type Run, runJest } from './jest.ts';

/** The folders of tests, and the sources that they are about. */
const SUITES: Readonly<Record<string, RegExp>> = {
  e2e: /^(action|actions|\.github|examples\/sparc|src\/(actions|cache|drill|notify|owners|readiness|report|rollback|service|systems\/kubernetes|work)|test\/(control-plane|real-node))\b/,
  'servers/actions': /^(action|actions|src)\b/,
  'servers/assess': /^src\/(assess|(actions|work)\/assess|systems\/prometheus)/,
  'servers/backup': /^src\/(database|systems\/(aws|postgres|storage))/,
  'servers/cache': /^src\/(cache|actions\/clear-cache|systems\/redis)/,
  'servers/chain': /^src\//,
  'servers/database': /^src\/(database|(actions|work)\/rollback-db|systems\/postgres)/,
  'servers/dns': /^src\/(dns|actions\/switch-dns|systems\/(aws|dns))/,
  'servers/infra': /^src\/(infra|(actions|work)\/rollback-infra|systems\/(terraform|git))/,
  'servers/integrity': /^src\/(integrity|domain|(actions|work)\/verify-integrity|systems\/postgres)/,
  'servers/support': /^test\/support\/postgres/,
  'servers/systems': /^src\/systems\/(postgres|redis)/,
  'servers/workflows': /^(\.github\/workflows|src\/(actions|drill|rollback|work))/,
};
/** What all of them stand on. */
const COMMON =
  /^(package-lock\.json|jest\.config\.js|test\/(support|setup)\/|src\/(base|config|domain|record|runner)\/|src\/systems\/[^/]+\.ts|src\/systems\/http\/)/;

const words = process.argv.slice(2);
const isChosen = words.some((word) => word.startsWith('--runTestsByPath'));
const folders = isChosen ? [] : foldersOf(changedFiles());
if (folders.length === 0 && !isChosen)
  console.log('Nothing has changed that a suite on real servers or a cluster is about.');
else {
  if (!isChosen) console.log(`Suites on real servers and clusters: ${folders.join(', ')}.`);
  const chosen = isChosen ? [] : [`--testPathPatterns=/test/(${folders.join('|')})/`];
  const isEveryVersion = process.env.NEWEST_VERSION === undefined;
  const projects = ['servers', ...(isEveryVersion ? ['engines'] : []), ...(needsCluster() ? ['e2e'] : [])];
  const run: Run = { projects, words: [...chosen, ...words], isEveryVersion };
  process.exitCode = await (needsCluster() ? runOnCluster(run) : runJest(run));
}

/** Whether one of the suites, or of the files that are chosen by their paths, is on a cluster. */
function needsCluster(): boolean {
  return folders.includes('e2e') || words.some((word) => word.includes('test/e2e/'));
}

function foldersOf(changed: readonly string[] | undefined): string[] {
  const all = Object.keys(SUITES);
  if (changed === undefined || changed.some((file) => COMMON.test(file))) return all;
  return all.filter((folder) =>
    changed.some((file) => SUITES[folder]?.test(file) || file.startsWith(`test/${folder}/`)),
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
