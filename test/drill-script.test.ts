/** F14: what `npm run drill` lacks is said in one sentence. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..');

test('F14: a machine that is neither Debian nor Ubuntu is told which programs it needs', () => {
  const script = `import { aptInstall } from ${JSON.stringify(join(root, 'test/setup/apt.ts'))};
    try { aptInstall('postgresql-client') } catch (error) { console.log(error.message) }`;
  // By a path on which there is no apt-get: nothing is installed, whatever the test finds.
  const { stdout } = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { PATH: '/nowhere' },
  });
  expect(stdout.trim()).toBe(
    "This needs the programs of Debian's packages postgresql-client, and this machine has no apt-get: install those programs, and run it again.",
  );
});

(process.getuid?.() === 0 ? test : test.skip)(
  'a user without a name is told that PostgreSQL would not start',
  () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/run.cjs'), join(root, 'scripts/drill/run.ts')],
      {
        cwd: root,
        uid: 54_321,
        gid: 54_321,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: '/tmp' },
      },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trim()).toBe(
      'PostgreSQL does not start for a user without a name: the uid 54321 is not in /etc/passwd. Run it as another user.',
    );
  },
);

test('a bad commit without Argo CD: it is told how to get it', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/run.cjs'), join(root, 'scripts/drill/run.ts'), '--fault', 'bad-commit'],
    // A home without a cache of what was built.
    { cwd: root, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: '/nowhere' } },
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.trim()).toBe(
    'The fault bad-commit needs Argo CD, a Kubernetes control plane and redis-server, which are not all here: `npm run test:setup -- all` gets them, once.',
  );
});
