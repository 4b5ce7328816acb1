/** F15, issue 15: whoever starts a bundle, or an npm script, on a Node that is too old is told so in one sentence. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { oldNode } from './setup/artifacts.ts';
import { onPath } from './setup/programs.ts';

const root = join(import.meta.dirname, '..');
const actions = readdirSync(join(root, 'actions'));

function run(program: string, ...words: string[]) {
  return new Promise<{ code: unknown; said: string }>((done) => {
    execFile(program, words, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, said: stdout + stderr }),
    );
  });
}

describe.each(['18.20.8', '20.20.2'] as const)('F15: on Node %s', (version) => {
  const node = () => oldNode(version).path('package/bin/node');

  test.each(actions)('dist/%s says which Node it needs', async (name) => {
    const { code, said } = await run(node(), join(root, 'dist', name, 'index.js'));
    expect(code).toBe(1);
    expect(said).toBe(
      `::error::rollback-actions needs Node.js 24 and was started with v${version}: nothing was changed. ` +
        'Use a runner of version 2.327.1 or newer, whose actions run on Node.js 24, or start this file with Node.js 24.\n',
    );
  });

  test('an npm script says how to get it', async () => {
    const { code, said } = await run(node(), join(root, 'scripts/run.cjs'), 'scripts/build.ts', '--check');
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^This needs Node 24 and found v${version}\\. .*run \`npm ci\` again`));
    expect(said.trim().split('\n')).toHaveLength(1);
  });
});

test('F16: `npm ci` says nothing of the Node that the README names as enough', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'npm-ci-'));
  for (const name of ['package.json', 'package-lock.json', '.npmrc'])
    cpSync(join(root, name), join(folder, name));
  const node = oldNode('20.20.2').path('package/bin/node');
  const npm = realpathSync(process.env.npm_execpath ?? onPath('npm') ?? '');
  const { code, said } = await run(
    node,
    npm,
    'ci',
    '--prefix',
    folder,
    '--dry-run',
    '--offline',
    '--ignore-scripts',
  );
  expect([code, said]).toEqual([0, expect.not.stringMatching(/warn|EBADENGINE/i)]);
});
