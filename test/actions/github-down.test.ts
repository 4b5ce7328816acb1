/** docs/github-down.md: its commands as they stand there, in a shell of a machine that has no GitHub. */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { readPage } from '../support/pages.ts';
import { Shop } from './shop.ts';

const root = resolve(import.meta.dirname, '../..');
const [clone = '', plan = '', again = ''] = [
  ...readPage('docs/github-down.md').matchAll(/^( *)```sh\n([\s\S]*?)^ *```/gm),
].map(([, , commands = '']) => commands);

/** A home with the user's repository, a kubeconfig, and a server of git that has a release of ours. */
function homeOf(shop: Shop): { readonly home: string; readonly env: NodeJS.ProcessEnv } {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const origin = join(home, 'origin/rollback-actions/rollback-actions');
  cpSync(join(root, 'dist'), join(origin, 'dist'), { recursive: true });
  const git = (...words: string[]) => execFileSync('git', ['-C', origin, ...words], { stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@shop.example', 'commit', '--quiet', '--message', 'Release');
  git('tag', 'v1');
  mkdirSync(join(home, 'shop/.github'), { recursive: true });
  writeFileSync(
    join(home, 'shop/.github/rollback.yml'),
    `environments:
  production:
    defaults: { namespace: shop }
    components:
      orders: { kind: database, database-url: { env: DATABASE_URL }, backup: /backups/orders.dump }
      shop: { kind: service, workloads: all }
`,
  );
  mkdirSync(join(home, '.kube'));
  writeFileSync(join(home, '.kube/production'), readFileSync(shop.api.kubeconfig));
  const env = {
    ...{ PATH: process.env.PATH, HOME: home, ROLLBACK_TEST_WAITS: process.env.ROLLBACK_TEST_WAITS },
    ...{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `url.file://${home}/origin/.insteadOf` },
    GIT_CONFIG_VALUE_0: 'https://github.com/',
  };
  return { home, env };
}

function bash(script: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((done, fail) =>
    execFile('bash', ['-eo', 'pipefail', '-c', script], { env }, (error, stdout, stderr) =>
      error ? fail(new Error(`${stdout}${stderr}`)) : done(stdout),
    ),
  );
}

test('the plan changes nothing, and the rollback that follows puts services back and leaves the database alone', async () => {
  await using shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.markGood();
  await shop.deploy('web', 'registry.test/web:2-crash-loop');
  const { env } = homeOf(shop);

  expect(await bash(clone + plan, env)).toMatch(/web:2-crash-loop → .*web:1/);
  expect(await shop.image('web')).toBe('registry.test/web:2-crash-loop');

  const done = await bash(`${plan}${again}cat "$GITHUB_STEP_SUMMARY"\n`, env);
  expect(done).toMatch(/^Rolled production back in .*: shop\.$/m);
  expect(done).not.toContain('::add-mask::');
  expect(done).not.toMatch(/prepare orders/);
  expect(await shop.image('web')).toBe('registry.test/web:1');
  expect(await shop.leases()).toEqual([]);

  expect(await bash(`${plan}${again}`, env)).toMatch(/^Nothing to roll back in production/m);
});
