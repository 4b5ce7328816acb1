/** What comes from others: each package has a reason, each action of a workflow of ours its commit. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const files = globSync('.github/{workflows/*.yml,actions/*/action.yml}', { cwd: root });

describe('docs/dependencies.md', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const [, bundled = '', developing = '', whenUsed = ''] = read('docs/dependencies.md').split(/^## /m);
  const named = (section: string) =>
    [...section.matchAll(/^\| `([^`]+)` \| (\S.*) \|$/gm)].map(([, name]) => name);

  test('names what is bundled, and nothing else', () => {
    expect(named(bundled)).toEqual(Object.keys(dependencies));
  });

  test('names what is for developing, and nothing else', () => {
    expect(named(developing)).toEqual(Object.keys(devDependencies));
  });

  test('names what is installed when it is used, and nothing else', () => {
    const rows = [...whenUsed.matchAll(/^\| `([^`]+)` \| `tools\/(\w+)` \| \S.* \|$/gm)];
    const tools = readdirSync(join(root, 'tools')).flatMap((tool) =>
      Object.keys(JSON.parse(read(`tools/${tool}/package.json`)).dependencies).map((name) => [name, tool]),
    );
    expect(rows.map(([, name, tool]) => [name, tool]).sort()).toEqual(tools.sort());
  });
});

interface Job {
  readonly permissions?: object;
  readonly steps?: readonly { readonly run?: string }[];
}

describe.each(files)('%s', (file) => {
  const text = read(file);

  test('names actions of others by commit, with the version beside it', () => {
    const others = [...text.matchAll(/^\s*(?:- )?uses:\s*(.*)$/gm)].map(([, use = '']) => use);
    const loose = others.filter(
      (use) => !use.startsWith('$/') && !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use),
    );
    expect(loose).toEqual([]);
  });

  test('has no right but what a job asks for, or the caller of one that is called grants', () => {
    const { on, permissions, jobs = {}, runs } = parse(text);
    if (runs) return;
    const isCalled = Object.hasOwn(on, 'workflow_call');
    expect(permissions).toEqual(isCalled ? undefined : {});
    const asked = Object.values<Job>(jobs).flatMap((job) => Object.keys(job.permissions ?? {}));
    // What a called job asks for, every caller has to grant.
    if (isCalled) expect(asked).not.toContain('id-token');
  });

  test('has no expression in a script', () => {
    const { jobs = {}, runs = {} } = parse(text);
    const scripts = [...Object.values<Job>(jobs), runs as Job].flatMap(({ steps = [] }) =>
      steps.map(({ run = '' }) => run),
    );
    expect(scripts.filter((script) => script.includes('${' + '{'))).toEqual([]);
  });
});

test('every test that the table of attackers names is there, and each of its lines names one', () => {
  const text = read('docs/architecture.md');
  const [, table = ''] = text.split('| Attacker | Surface |');
  const rows = table.trimEnd().split('\n\n')[0]?.split('\n').slice(2) ?? [];
  const named = rows.flatMap((row) => [...row.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path = '']) => path));
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !/`test\/[^`]+` \|$/.test(row))).toEqual([]);
});

describe('pages and examples', () => {
  const pages = globSync(
    ['README.md', 'docs/**/*.md', 'actions/*/README.md', 'examples/**/*.{yml,yaml,md}'],
    { cwd: root },
  ).sort();

  test.each(pages)('%s names actions of others by commit, with the version beside it', (page) => {
    const uses = [...read(page).matchAll(/^\s*(?:- )?uses:\s*(\S.*)$/gm)].map(([, use = '']) => use);
    // Ours are pinned by whoever uses a release (SECURITY.md): a page cannot know its commit.
    const others = uses.filter((use) => !/^(?:rollback-actions\/rollback-actions|\$|\.)/.test(use));
    expect(others.filter((use) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([]);
  });

  test('there are such', () => {
    expect(pages.filter((page) => /uses: +actions\//.test(read(page))).length).toBeGreaterThan(5);
  });
});

describe('release.yml', () => {
  const { on, jobs } = parse(read('.github/workflows/release.yml'));

  test('runs for whole versions alone, so that the tag that moves starts nothing', () => {
    expect(on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
  });

  test('runs nothing of npm where it may write', () => {
    const { permissions, steps } = jobs.publish;
    expect(permissions).toEqual({ attestations: 'write', contents: 'write', 'id-token': 'write' });
    const told = JSON.stringify(steps);
    expect(told).not.toMatch(/npm|node_modules|checkout/);
    expect(jobs.build.permissions).toEqual({ contents: 'read' });
  });

  test('checks dist/ and runs every test before it packs', () => {
    const runs = jobs.build.steps.map(({ run = '' }: { run?: string }) => run);
    expect(runs.indexOf('npm run check-dist')).toBeGreaterThan(runs.indexOf('npm ci'));
    expect(runs.indexOf('npm run test:all')).toBeGreaterThan(runs.indexOf('npm ci'));
    expect(runs.findIndex((run: string) => run.includes('git archive'))).toBeGreaterThan(
      runs.indexOf('npm run check-dist'),
    );
  });
});

test('what a runner downloads has what it runs, and no tests or benchmarks', () => {
  const archive = execFileSync('git', ['archive', '--worktree-attributes', 'HEAD'], {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
  });
  const names = execFileSync('tar', ['--list'], { input: archive, encoding: 'utf8' }).split('\n');
  const tops = new Set(names.map((name) => name.split('/')[0]));
  for (const needed of ['action.yml', 'actions', 'dist', 'src', 'docs', '.github'])
    expect(tops).toContain(needed);
  for (const left of ['test', 'bench', 'tools', '.ci']) expect(tops).not.toContain(left);
});
