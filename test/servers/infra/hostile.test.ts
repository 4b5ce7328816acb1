import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram } from '../../support/terraform/programs.ts';

const HOSTILE = '"; touch pwned; #$(touch pwned)`touch pwned`${' + 'path.root}%{ if true }</td>';

const version = (number: number) => ({
  '.gitignore': '.terraform*\n*.tfstate*\n',
  'main.tf': `
    variable "tag" { default = "${number}" }
    variable "zones" {
      type    = list(string)
      default = []
    }
    variable "password" {
      default   = "unset"
      sensitive = true
    }
    resource "terraform_data" "api" { input = { tag = var.tag, zones = var.zones } }
    resource "terraform_data" "login" { input = var.password }
    output "password" {
      value     = var.password
      sensitive = true
    }
    output "tag" { value = var.tag }
  `,
});

let program: string;
let checkout: Checkout;
beforeAll(() => {
  program = infraProgram();
});
beforeEach(() => {
  checkout = new Checkout(program);
  checkout.commit('v1', version(1)).commit('v2', version(2)).deploy();
});
afterEach(() => checkout.remove());

test('hostile values arrive as they are, and nothing of them is run', async () => {
  const { errors, outputs } = await checkout.roll({ vars: `tag=${HOSTILE}\nzones=["a,b", "\\n"]` });
  expect([errors, outputs.result]).toEqual([[], 'done']);
  expect(checkout.state()['terraform_data.api']?.input).toEqual({ tag: HOSTILE, zones: ['a,b', '\n'] });
  for (const folder of [checkout.path, checkout.temp]) expect(existsSync(join(folder, 'pwned'))).toBe(false);
});

describe('refs that are none', () => {
  test.each([
    '--upload-pack=touch pwned',
    '-v1',
    'v1 v2',
    'v1:main.tf',
    'v1..v2',
    '@{-1}',
    'v1\nv2',
    'HEAD^{/x}',
    '$(touch pwned)',
  ])('%j is refused before git sees it, or unknown to it', async (ref) => {
    const { errors, exitCode } = await checkout.roll({ ref });
    expect(exitCode).toBe(1);
    expect(errors[0]).toMatch(/is not a git ref|^There is no commit/);
    expect(existsSync(join(checkout.path, 'pwned'))).toBe(false);
  });

  test.each(['HEAD~1', 'main~1', 'v1'])('%s is one', async (ref) => {
    expect((await checkout.roll({ ref, 'dry-run': 'true' })).outputs.result).toBe('planned');
  });

  test('a remote’s branch is found by its name; a shallow clone says how to get what it does not have', async () => {
    const clone = join(checkout.path, '..', 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${checkout.path}`, clone], {
      stdio: 'pipe',
    });
    const { errors } = await checkout.roll({ ref: 'v1' }, { env: { GITHUB_WORKSPACE: clone } });
    expect(errors[0]).toBe(
      'There is no commit v1: this clone is shallow and does not have it; check out with `fetch-depth: 0`, or run `git fetch --depth=1 origin v1:v1` before this step.',
    );
    execFileSync('git', ['-C', clone, 'fetch', '--quiet', '--depth=1', 'origin', 'v1:v1'], { stdio: 'pipe' });
    copyFileSync(join(checkout.path, 'terraform.tfstate'), join(clone, 'terraform.tfstate'));
    const found = await checkout.roll({ ref: 'v1', 'dry-run': 'true' }, { env: { GITHUB_WORKSPACE: clone } });
    expect([found.errors, found.outputs.result]).toEqual([[], 'planned']);
  });
});

describe('paths that lead out of the checkout', () => {
  test.each(['../temp', '/etc', 'link'])('directory %s', async (directory) => {
    symlinkSync('/etc', join(checkout.path, 'link'));
    const { errors } = await checkout.roll({ directory, vars: 'tag=1' });
    expect(errors[0]).toMatch(/of `directory` is outside of the checkout/);
  });

  test('a directory that the older ref has as a link', async () => {
    mkdirSync(join(checkout.path, 'infra'));
    checkout.write('infra/main.tf', version(3)['main.tf']);
    const blob = execFileSync('git', ['-C', checkout.path, 'hash-object', '-w', '--stdin'], {
      input: '/etc',
      encoding: 'utf8',
    });
    checkout.git('update-index', '--add', '--cacheinfo', `120000,${blob.trim()},infra`);
    checkout.git('-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '-qm', 'link');
    const { errors } = await checkout.roll({ directory: 'infra', ref: 'HEAD' });
    expect(errors[0]).toMatch(/of `directory` is outside of the checkout/);
  });

  test('a file of variables', async () => {
    const { errors } = await checkout.roll({ ref: 'v1', 'var-files': `${'../'.repeat(20)}etc/passwd` });
    expect(errors[0]).toMatch(/of `var-files` is outside of the checkout/);
  });
});

test('a variable that the configuration does not have is refused, because Terraform would ignore it', async () => {
  const { errors } = await checkout.roll({ vars: 'tagg=1' });
  expect(errors[0]).toContain(
    'does not declare the variable "tagg" of `vars`; it declares password, tag, zones.',
  );
});

describe('secrets', () => {
  const SECRET = 'S3cret-"quoted"\\of-the-database';
  const KEY = 'K3y-of-sixteen-signs';

  test('are in no log, record, summary, output, command line or file that stays', async () => {
    const wrapper = join(checkout.path, '..', 'terraform-that-tells');
    const seen = join(checkout.path, '..', 'command-lines');
    // Each call notes its command line and environment of inputs, as anybody on the machine could read them.
    writeFileSync(
      wrapper,
      `#!/bin/sh\necho "$0 $*" >> ${seen}\ntr '\\0' '\\n' < /proc/$$/environ | grep -aE '^INPUT_|^STATE_' >> ${seen}\nexec ${program} "$@"\n`,
      { mode: 0o755 },
    );
    const inputs = { terraform: wrapper, ref: 'v1', 'secret-vars': `password=${SECRET}`, 'plan-key': KEY };
    const planned = await checkout.roll({ ...inputs, phase: 'plan' });
    const applied = await checkout.roll({ ...inputs, phase: 'apply' });
    expect([planned.errors, applied.errors, applied.outputs.result]).toEqual([[], [], 'done']);
    expect(checkout.state()['terraform_data.login']?.input).toBe(SECRET);
    expect(JSON.parse(applied.outputs.outputs ?? '')).toEqual({ password: '***', tag: '1' });
    expect(applied.summary + planned.summary).toContain('(sensitive)');

    const lines = readFileSync(seen, 'utf8');
    expect(lines).toContain(' apply -input=false');
    const texts = [lines];
    for (const { log, outputs, summary, record, state } of [planned, applied]) {
      // These commands are how the runner learns what to mask; it shows them to nobody.
      texts.push(
        log.replace(/^::add-mask::.*$/gm, ''),
        JSON.stringify(outputs),
        summary,
        JSON.stringify(record),
        JSON.stringify(state),
      );
    }
    for (const file of readdirSync(checkout.temp, { recursive: true, encoding: 'utf8' })) {
      const path = join(checkout.temp, file);
      if (statSync(path).isFile()) texts.push(readFileSync(path, 'latin1'));
    }
    for (const secret of [SECRET, JSON.stringify(SECRET).slice(1, -1), 'of-the-database', KEY]) {
      expect(texts.map((text) => text.includes(secret))).toEqual(texts.map(() => false));
    }
  });

  test('in TF_VAR_ variables are not shown either', async () => {
    const { log, summary, outputs } = await checkout.roll(
      { ref: 'v1' },
      { env: { TF_VAR_password: SECRET } },
    );
    expect(outputs.result).toBe('done');
    for (const text of [log.replace(/^::add-mask::.*$/gm, ''), summary, JSON.stringify(outputs)])
      expect(text).not.toContain('of-the-database');
  });
});

test('the wrapper of setup-terraform is passed by, because it passes no signal on', async () => {
  const wrapper = join(checkout.path, '..', 'bin', 'terraform');
  mkdirSync(dirname(wrapper));
  writeFileSync(wrapper, '#!/bin/sh\necho "[command]/usr/bin/terraform-bin $*"\n', { mode: 0o755 });
  symlinkSync(program, `${wrapper}-bin`);
  const { outputs, errors } = await checkout.roll({ ref: 'v1', terraform: wrapper });
  expect([errors, outputs.result]).toEqual([[], 'done']);
});

test('without the program there is one sentence', async () => {
  const { errors } = await checkout.roll({ ref: 'v1', terraform: 'terrafrom' });
  expect(errors[0]).toMatch(/^There is no program terrafrom on the runner; set it up before this step/);
});

test('submodules of the older ref are there', async () => {
  const module = join(checkout.path, '..', 'module');
  execFileSync('git', ['init', '-q', module]);
  writeFileSync(join(module, 'main.tf'), 'resource "terraform_data" "inner" { input = "m" }\n');
  const git = (folder: string, ...args: string[]) =>
    execFileSync(
      'git',
      [
        '-C',
        folder,
        '-c',
        'user.name=T',
        '-c',
        'user.email=t@example.com',
        '-c',
        'protocol.file.allow=always',
        ...args,
      ],
      { stdio: 'pipe' },
    );
  git(module, 'add', '.');
  git(module, 'commit', '-qm', 'm');
  git(checkout.path, 'submodule', '--quiet', 'add', module, 'modules/m');
  checkout.write('main.tf', `${version(4)['main.tf']}\nmodule "m" { source = "./modules/m" }\n`);
  git(checkout.path, 'add', '.');
  git(checkout.path, 'commit', '-qm', 'with a submodule');
  const env = {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'protocol.file.allow',
    GIT_CONFIG_VALUE_0: 'always',
  };
  const { errors, outputs } = await checkout.roll({ ref: 'HEAD' }, { env });
  expect([errors, outputs.result]).toEqual([[], 'done']);
  expect(outputs.changes).toContain('module.m.terraform_data.inner');
  expect(checkout.git('worktree', 'list').trim().split('\n')).toHaveLength(1);
});

/** Nobody else can give files to another user. */
const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot('a checkout that belongs to another user, as in a container, is read all the same', async () => {
  execFileSync('chown', ['-R', '12345:12345', checkout.path]);
  const { errors, outputs } = await checkout.roll({ ref: 'v1' });
  expect([errors, outputs.result]).toEqual([[], 'done']);
});
