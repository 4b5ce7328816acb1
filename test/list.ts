/**
 * `npm run test:list [-- <what jest takes>]`: every test case that `npm run test:all` has, one a line, without running any. Two lists compared say
 * what a change takes away: `npm run -s test:list >/tmp/before`, and after it
 * `npm run -s test:list | diff /tmp/before - | grep '^<'`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

interface Listed {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string }[];
  }[];
}

const root = resolve(import.meta.dirname, '..');
const listing = join(mkdtempSync(join(tmpdir(), 'test-list-')), 'tests.json');
// A pattern that no name has: Jest skips every case, and tells its name.
const options = [
  '--testNamePattern=(?!)',
  '--json',
  `--outputFile=${listing}`,
  '--silent',
  '--maxWorkers=100%',
];
const jest = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')];
// Tests of a cluster are read without one.
const NO_CLUSTER = {
  KUBECONFIG: '/dev/null',
  KUBECTL: 'kubectl',
  POD_IP: '192.0.2.1',
  E2E_PROFILE: 'kwok',
  READY_MS: '1',
};
const { stderr } = spawnSync(process.execPath, [...jest, ...options, ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, EVERY_VERSION: '1', KILL_AT_EVERY_EVENT: '1', EVERY_CASE: '1', ...NO_CLUSTER },
  stdio: ['ignore', 'ignore', 'pipe'],
  encoding: 'utf8',
});
if (!existsSync(listing)) throw new Error(`Jest did not list its tests:\n${stderr}`);
const { testResults } = JSON.parse(readFileSync(listing, 'utf8')) as Listed;
const unread = testResults.filter(({ assertionResults }) => assertionResults.length === 0);
for (const { name, message } of unread) console.error(`${relative(root, name)} cannot be read: ${message}`);
const cases = testResults.flatMap(({ name, assertionResults }) =>
  assertionResults.map(({ fullName }) => `${relative(root, name)}: ${fullName}`.replaceAll('\n', '\\n')),
);
for (const line of cases.toSorted()) console.log(line);
if (unread.length > 0) process.exitCode = 1;
