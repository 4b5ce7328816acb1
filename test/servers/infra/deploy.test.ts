import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram, PROGRAMS } from '../../support/terraform/programs.ts';

const ignore = { '.gitignore': '.terraform*\n*.tfstate*\nlocal.auto.tfvars\n' };
const main = (number: number, more = '') => ({
  ...ignore,
  'main.tf': `
    variable "tag" { default = "${number}" }
    variable "replicas" { default = 1 }
    variable "zones" {
      type    = list(string)
      default = []
    }
    resource "terraform_data" "api" { input = { tag = var.tag, replicas = var.replicas, zones = var.zones } }
    ${more}
  `,
});

/** What a rollback plans with is what the deploy planned with: the names are those of the cases that were found. */
describe.each(PROGRAMS)('with %s', (name) => {
  let program: string;
  let checkout: Checkout;
  beforeAll(() => {
    program = infraProgram(name);
  });
  afterEach(() => checkout.remove());

  const begin = (v1: Record<string, string> = main(1), v2: Record<string, string> = main(2)) => {
    checkout = new Checkout(program);
    checkout.commit('v1', v1).commit('v2', v2);
    return checkout;
  };
  const input = () => checkout.state()['terraform_data.api']?.input as Record<string, unknown>;

  describe('I1: a state with nothing in it is not the state', () => {
    const elsewhere = 'terraform {\n backend "local" {}\n}\n';

    test.each([{ ref: 'v1' }, { vars: 'tag=1' }])('a wrong `backend-config`, %j', async (wanted) => {
      begin(main(1, elsewhere), main(2, elsewhere));
      checkout.terraform(['init', '-backend-config=path=prod.tfstate']);
      checkout.terraform(['apply', '-auto-approve']);
      rmSync(join(checkout.path, '.terraform'), { recursive: true });
      const { exitCode, errors } = await checkout.roll({ ...wanted, 'backend-config': 'path=prdo.tfstate' });
      expect(exitCode).toBe(1);
      expect(errors).toEqual([
        'Nothing was changed in .: the state of its workspace default has no resources, so all of it would be made anew; check `backend-config` and `workspace`.',
      ]);
      expect(existsSync(join(checkout.path, 'prdo.tfstate'))).toBe(false);
      const right = await checkout.roll({ ...wanted, 'backend-config': 'path=prod.tfstate' });
      expect([right.errors, right.outputs.result]).toEqual([[], 'done']);
      expect(readFileSync(join(checkout.path, 'prod.tfstate'), 'utf8')).toMatch(/"tag": ?"1"/);
    });

    test.each([{ ref: 'v1' }, { vars: 'tag=1' }])(
      'what an earlier step has initialized is gone on with, %j',
      async (wanted) => {
        begin(main(1, elsewhere), main(2, elsewhere));
        checkout.terraform(['init', '-backend-config=path=prod.tfstate']);
        checkout.terraform(['apply', '-auto-approve']);
        const { errors, outputs } = await checkout.roll(wanted);
        expect([errors, outputs.result]).toEqual([[], 'done']);
        expect(input().tag).toBe('1');
      },
    );

    test.each([{ ref: 'v1' }, { vars: 'tag=1' }])(
      'the workspace that is selected is used, %j',
      async (wanted) => {
        begin().deploy();
        checkout.terraform(['workspace', 'new', 'prod']);
        checkout.terraform(['apply', '-auto-approve']);
        const { errors, outputs } = await checkout.roll(wanted);
        expect([errors, outputs.result]).toEqual([[], 'done']);
        expect(checkout.terraform(['workspace', 'show']).trim()).toBe('prod');
        expect(input().tag).toBe('1');
        checkout.terraform(['workspace', 'select', 'default']);
        expect(input().tag).toBe('2');
      },
    );

    test('a named workspace is selected for this run alone', async () => {
      begin().deploy();
      checkout.terraform(['workspace', 'new', 'prod']);
      const { errors, outputs } = await checkout.roll({ vars: 'tag=1', workspace: 'default' });
      expect([errors, outputs.result]).toEqual([[], 'done']);
      expect(checkout.terraform(['workspace', 'show']).trim()).toBe('prod');
      checkout.terraform(['workspace', 'select', 'default']);
      expect(input().tag).toBe('1');
    });

    test('where another workspace has it, that is named', async () => {
      begin();
      checkout.terraform(['init']);
      checkout.terraform(['workspace', 'new', 'prod']);
      checkout.terraform(['apply', '-auto-approve']);
      rmSync(join(checkout.path, '.terraform'), { recursive: true });
      const { errors } = await checkout.roll({ ref: 'v1' });
      expect(errors[0]).toContain('has no resources, so all of it would be made anew');
      expect(errors[0]).toContain('there are also the workspaces prod.');
    });
  });

  describe('I2: files that git does not know', () => {
    test.each(['terraform.tfvars', 'local.auto.tfvars'])('%s is taken over, and told', async (file) => {
      begin();
      checkout.write(file, 'replicas = 12\n');
      checkout.deploy();
      const { errors, outputs, log } = await checkout.roll({ ref: 'v1' });
      expect([errors, outputs.result]).toEqual([[], 'done']);
      expect(input()).toEqual({ tag: '1', replicas: 12, zones: [] });
      expect(log).toContain(`Not in git, and taken from this checkout: ${file}`);
    });

    test('a generated file that the configuration reads, beside it and elsewhere', async () => {
      const more = `
        resource "terraform_data" "lambda" {
          input = [file("\${path.module}/gen/lambda.txt"), file("\${path.module}/../../dist/out.txt")]
        }`;
      const at = (number: number) => ({ ...ignore, 'infra/prod/main.tf': main(number, more)['main.tf'] });
      begin(at(1), at(2));
      checkout.write('infra/prod/gen/lambda.txt', 'built');
      checkout.write('dist/out.txt', 'built too');
      const inProd = ['-chdir=infra/prod'];
      checkout.terraform([...inProd, 'init']);
      checkout.terraform([...inProd, 'apply', '-auto-approve']);
      const { errors, outputs } = await checkout.roll({ ref: 'v1', directory: 'infra/prod' });
      expect([errors, outputs.result]).toEqual([[], 'done']);
      expect(JSON.parse(outputs.changes ?? '')).toEqual([
        { address: 'terraform_data.api', actions: ['update'], reason: null },
      ]);
      expect(readFileSync(join(checkout.path, 'dist/out.txt'), 'utf8')).toBe('built too');
    });

    test('a repository in the repository', async () => {
      const more = 'module "m" { source = "./shared" }';
      begin(main(1, more), main(2, more));
      checkout.write('shared/main.tf', 'resource "terraform_data" "inner" { input = "m" }\n');
      execFileSync('git', ['init', '-q', join(checkout.path, 'shared')]);
      checkout.deploy();
      const { errors, outputs } = await checkout.roll({ ref: 'v1' });
      expect([errors, outputs.result]).toEqual([[], 'done']);
      expect(JSON.parse(outputs.changes ?? '')).toHaveLength(1);
    });

    test('what the older ref has itself stays as it has it', async () => {
      begin({ ...main(1), 'terraform.tfvars': 'replicas = 3\n' }, main(2));
      checkout.write('terraform.tfvars', 'replicas = 12\n');
      checkout.deploy();
      const { errors, outputs } = await checkout.roll({ ref: 'v1' });
      expect([errors, outputs.result]).toEqual([[], 'done']);
      expect(input().replicas).toBe(3);
    });

    test('a link of the older ref leads nothing out of its folder', async () => {
      begin(main(1), main(2));
      mkdirSync(join(checkout.temp, 'elsewhere'));
      execFileSync('ln', ['-s', join(checkout.temp, 'elsewhere'), join(checkout.path, 'gen')]);
      checkout.git('add', '-f', 'gen');
      checkout.git('-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '-qm', 'link');
      checkout.git('tag', 'link');
      checkout.git('checkout', '-q', 'v2');
      checkout.write('gen/deep/x.tfvars', 'replicas = 2\n');
      checkout.deploy();
      const { outputs } = await checkout.roll({ ref: 'link', 'dry-run': 'true' });
      expect(outputs.result).toBe('no-op');
      expect(existsSync(join(checkout.temp, 'elsewhere/deep'))).toBe(false);
    });

    test('one that git knows and that is changed is refused by name', async () => {
      const with_ = (number: number) => ({ ...main(number), 'terraform.tfvars': 'replicas = 3\n' });
      begin(with_(1), with_(2));
      checkout.write('terraform.tfvars', 'replicas = 12\n');
      checkout.deploy();
      const { exitCode, errors } = await checkout.roll({ ref: 'v1' });
      expect([exitCode, errors]).toEqual([
        1,
        [
          'terraform.tfvars is changed in this checkout and not committed, so an older ref would be planned without that; commit it or undo it, or give its values in `vars`.',
        ],
      ]);
      expect(input()).toMatchObject({ tag: '2', replicas: 12 });
    });
  });

  describe('I3: TF_CLI_ARGS', () => {
    test.each(['TF_CLI_ARGS_plan', 'TF_CLI_ARGS_apply'])('%s with a file and a value', async (variable) => {
      const files = (number: number) => ({ ...main(number), 'prod.tfvars': 'replicas = 12\n' });
      begin(files(1), files(2));
      const env = { [variable]: `-var-file=prod.tfvars -var 'zones=["a", "b"]' -parallelism=3 -no-color` };
      checkout.terraform(['init']);
      checkout.terraform(['apply', '-auto-approve', '-var-file=prod.tfvars', '-var', 'zones=["a", "b"]']);
      for (const wanted of [{ ref: 'v1' }, { vars: 'tag=3' }]) {
        const { errors, warnings, outputs } = await checkout.roll(wanted, { env });
        expect([errors, warnings, outputs.result]).toEqual([[], [], 'done']);
        expect(input()).toMatchObject({ replicas: 12, zones: ['a', 'b'] });
      }
      expect(input().tag).toBe('3');
    });

    test('TF_CLI_ARGS_init with where the state is', async () => {
      const elsewhere = 'terraform {\n backend "local" {}\n}\n';
      begin(main(1, elsewhere), main(2, elsewhere));
      checkout.terraform(['init', '-backend-config=path=prod.tfstate']);
      checkout.terraform(['apply', '-auto-approve']);
      rmSync(join(checkout.path, '.terraform'), { recursive: true });
      const env = { TF_CLI_ARGS_init: '-backend-config="path=prod.tfstate" -upgrade' };
      const { errors, outputs } = await checkout.roll({ ref: 'v1' }, { env });
      expect([errors, outputs.result]).toEqual([[], 'done']);
    });

    test.each([
      '-target=terraform_data.api',
      '-destroy',
      '-lock=false',
      '-replace terraform_data.api',
      'plan',
    ])('with %s, which is refused by name', async (words) => {
      begin().deploy();
      const { exitCode, errors } = await checkout.roll({ ref: 'v1' }, { env: { TF_CLI_ARGS_plan: words } });
      expect(exitCode).toBe(1);
      expect(errors[0]).toContain('TF_CLI_ARGS_plan has ');
      expect(errors[0]).toContain(words.split(/[= ]/)[0]);
      expect(input().tag).toBe('2');
    });
  });

  describe('I6: the place of a state is compared, and nothing else of its backend', () => {
    const local = (text: string) => `terraform {\n backend "local" {\n${text}\n}\n}\n`;
    test.each([
      ['path = "s.tfstate"\n workspace_dir = "w"', 'workspace_dir = "w"\n path = "./s.tfstate"'],
      ['path = "s.tfstate"', 'path = "s.tfstate"\n workspace_dir = "elsewhere"'],
    ])('%j and then %j', async (older, newer) => {
      begin(main(1, local(older)), main(2, local(newer))).deploy();
      const { errors, outputs } = await checkout.roll({ ref: 'v1' });
      expect([errors, outputs.result]).toEqual([[], 'done']);
      expect(input().tag).toBe('1');
    });
  });

  describe('paths are those of the deploy', () => {
    const repository = (folder: string) => {
      mkdirSync(folder);
      writeFileSync(join(folder, 'main.tf'), 'resource "terraform_data" "inner" { input = path.module }\n');
      const git = (...words: string[]) =>
        execFileSync('git', ['-C', folder, '-c', 'user.name=T', '-c', 'user.email=t@x', ...words], {
          stdio: 'pipe',
        });
      git('init', '-q');
      git('add', '.');
      git('commit', '-qm', 'm');
    };

    test.each([{ ref: 'v1' }, { vars: 'tag=1' }])('of modules that are fetched, %j', async (wanted) => {
      checkout = new Checkout(program);
      const module = join(checkout.path, '..', 'fetched');
      repository(module);
      const more = `module "m" { source = "git::file://${module}" }`;
      checkout.commit('v1', main(1, more)).commit('v2', main(2, more)).deploy();
      const { errors, outputs } = await checkout.roll(wanted);
      expect([errors, outputs.result]).toEqual([[], 'done']);
      expect(JSON.parse(outputs.changes ?? '')).toHaveLength(1);
      expect(checkout.deepState()['module.m.terraform_data.inner']?.input).toBe('.terraform/modules/m');
    });

    test('with a folder of its own for what Terraform keeps', async () => {
      checkout = new Checkout(program);
      const module = join(checkout.path, '..', 'fetched');
      repository(module);
      const env = { TF_DATA_DIR: '.tf' };
      const more = `module "m" { source = "git::file://${module}" }`;
      const with_ = (number: number) => ({
        ...main(number, more),
        '.gitignore': '.tf\n*.tfstate*\n.terraform*\n',
      });
      checkout.commit('v1', with_(1)).commit('v2', with_(2)).deploy(env);
      const { errors, outputs } = await checkout.roll({ ref: 'v1' }, { env });
      expect([errors, outputs.result]).toEqual([[], 'done']);
      expect(JSON.parse(outputs.changes ?? '')).toHaveLength(1);
    });
  });

  test('moved: what the newer configuration moved is moved back, and not destroyed', async () => {
    const data = (name: string) => `resource "terraform_data" "${name}" { input = "kept" }`;
    begin(
      main(1, data('old')),
      main(2, `${data('new')}\nmoved {\n from = terraform_data.old\n to = terraform_data.new\n}\n`),
    );
    checkout.git('checkout', '-q', 'v1');
    checkout.deploy();
    const id = checkout.state()['terraform_data.old']?.id;
    checkout.git('checkout', '-q', 'v2');
    checkout.deploy();
    const { errors, outputs } = await checkout.roll({ ref: 'v1' });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(checkout.state()['terraform_data.old']?.id).toBe(id);
  });

  test('moved: what was moved a second time goes back to where the older configuration has moved it', async () => {
    const data = (name: string) => `resource "terraform_data" "${name}" { input = "kept" }\n`;
    const moved = (from: string, to: string) =>
      `moved {\n from = terraform_data.${from}\n to = terraform_data.${to}\n}\n`;
    checkout = new Checkout(program);
    checkout.commit('v0', main(0, data('first'))).deploy();
    const id = checkout.state()['terraform_data.first']?.id;
    checkout.commit('v1', main(1, data('second') + moved('first', 'second'))).deploy();
    const both = moved('first', 'second') + moved('second', 'third');
    checkout.commit('v2', main(2, data('third') + both)).deploy();
    expect(checkout.state()['terraform_data.third']?.id).toBe(id);
    const { errors, outputs } = await checkout.roll({ ref: 'v1' });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(checkout.state()['terraform_data.second']?.id).toBe(id);
  });

  test('moved: in a module of the checkout too, whatever instances it has', async () => {
    const data = (name: string) => `resource "terraform_data" "${name}" { input = "kept" }\n`;
    const module = 'module "shop" {\n source = "./shop"\n count = 2\n}\n';
    const moved = 'moved {\n from = terraform_data.old\n to = terraform_data.new\n}\n';
    checkout = new Checkout(program);
    checkout.commit('v1', { ...main(1, module), 'shop/main.tf': data('old') }).deploy();
    const ids = () => [0, 1].map((at) => checkout.deepState()[`module.shop[${at}].terraform_data.old`]?.id);
    const before = ids();
    checkout.commit('v2', { ...main(2, module), 'shop/main.tf': data('new') + moved }).deploy();
    expect(ids()).toEqual([undefined, undefined]);
    const { errors, outputs } = await checkout.roll({ ref: 'v1' });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(ids()).toEqual(before);
  });

  // What Terraform 1.11 refuses, OpenTofu takes since 1.8: opentofu/opentofu#1042.
  if (name === 'tofu')
    test('a backend by a variable, whose value at the older ref is not known', async () => {
      const by = (value: string) =>
        `variable "state" { default = "${value}.tfstate" }\nterraform {\n backend "local" {\n path = var.state\n}\n}\n`;
      begin(main(1, by('old')), main(2, by('new'))).deploy();
      const { exitCode, errors } = await checkout.roll({ ref: 'v1' });
      expect([exitCode, errors]).toEqual([
        1,
        [
          'The backend says where the state is by `path = var.state`, whose value at v1 is not known here; give the present one in `backend-config`.',
        ],
      ]);
      const right = await checkout.roll({ ref: 'v1', 'backend-config': 'path=new.tfstate' });
      expect([right.errors, right.outputs.result]).toEqual([[], 'done']);
      expect(existsSync(join(checkout.path, 'old.tfstate'))).toBe(false);
    });

  test('check blocks: what they find is told, before and after', async () => {
    const more =
      'check "healthy" {\n assert {\n condition = var.tag != "1"\n error_message = "It is not healthy."\n}\n}\n';
    begin(main(1, more), main(2, more)).deploy();
    const { errors, outputs, warnings, log } = await checkout.roll({ ref: 'v1' });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(warnings).toContain('A check of the configuration fails: check.healthy: It is not healthy.');
    expect(log).toContain('; but a check of the configuration fails: It is not healthy.');
  });

  test('var-files by its whole path is the one of the older ref', async () => {
    begin({ ...main(1), 'prod.tfvars': 'replicas = 3\n' }, { ...main(2), 'prod.tfvars': 'replicas = 12\n' });
    checkout.terraform(['init']);
    checkout.terraform(['apply', '-auto-approve', '-var-file=prod.tfvars']);
    const { errors, outputs } = await checkout.roll({
      ref: 'v1',
      'var-files': join(checkout.path, 'prod.tfvars'),
    });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(input().replicas).toBe(3);
  });

  test.each([
    ['image_tag= empty', 'tag=', /^`tag` of `vars` has no value; in a workflow, an output or a secret/],
  ])('%s is refused', async (_, vars, words) => {
    begin().deploy();
    const { errors } = await checkout.roll({ vars });
    expect(errors[0]).toMatch(words);
    expect(input().tag).toBe('2');
  });

  test.each(['tag="1"', "tag='1'", 'tag = "1"'])(
    'quotes around a value are not part of it: %s',
    async (vars) => {
      begin().deploy();
      expect((await checkout.roll({ vars })).errors).toEqual([]);
      expect(input().tag).toBe('1');
    },
  );

  test('`vars` alone needs no git', async () => {
    begin().deploy();
    rmSync(join(checkout.path, '.git'), { recursive: true });
    const only = join(checkout.path, '..', 'bin');
    mkdirSync(only);
    execFileSync('ln', ['-s', program, join(only, name)]);
    const { errors, outputs } = await checkout.roll(
      { vars: 'tag=1', terraform: name },
      { env: { PATH: only } },
    );
    expect([errors, outputs.result]).toEqual([[], 'done']);
    const older = await checkout.roll({ ref: 'v1', terraform: name }, { env: { PATH: only } });
    expect(older.errors).toEqual(['There is no program git on the runner; install it before this step.']);
  });
});

describe('I4: values that no plan keeps', () => {
  let checkout: Checkout;
  afterEach(() => checkout.remove());
  const ephemeral = (number: number) => ({
    ...main(number, 'variable "password" {\n type = string\n ephemeral = true\n}\n'),
    'prod.tfvars': 'password = "from-the-file"\n',
  });

  test.each([{ 'secret-vars': 'password=S3cret-of-the-database' }, { 'var-files': 'prod.tfvars' }])(
    '%j is given to the apply too',
    async (given) => {
      const program = infraProgram();
      checkout = new Checkout(program);
      checkout.commit('v1', ephemeral(1)).commit('v2', ephemeral(2));
      checkout.deploy({ TF_VAR_password: 'x' });
      const { errors, outputs, log } = await checkout.roll({ ref: 'v1', ...given });
      expect([errors, outputs.result]).toEqual([[], 'done']);
      expect(log.replace(/^::add-mask::.*$/gm, '')).not.toContain('S3cret');
      const applied = await checkout.roll({ ref: 'v2', ...given, phase: 'plan' });
      expect(applied.errors).toEqual([]);
      expect((await checkout.roll({ ref: 'v2', ...given, phase: 'apply' })).outputs.result).toBe('done');
    },
  );
});

describe('I7: submodules', () => {
  let checkout: Checkout;
  afterEach(() => checkout.remove());

  test('that nobody can fetch again come out of the clone, each at the commit that the older ref has', async () => {
    const program = infraProgram();
    checkout = new Checkout(program);
    const source = join(checkout.path, '..', 'private');
    const inner = join(checkout.path, '..', 'inner');
    const git = (folder: string, ...words: string[]) =>
      execFileSync(
        'git',
        [
          '-C',
          folder,
          '-c',
          'user.name=T',
          '-c',
          'user.email=t@x',
          '-c',
          'protocol.file.allow=always',
          ...words,
        ],
        { stdio: 'pipe' },
      );
    const write = (folder: string, text: string) => {
      writeFileSync(join(folder, 'main.tf'), text);
      git(folder, 'add', '--all');
      git(folder, 'commit', '-qm', 'm');
    };
    for (const folder of [source, inner]) execFileSync('git', ['init', '-q', folder]);
    write(inner, 'resource "terraform_data" "deep" { input = "deep" }\n');
    git(source, 'submodule', '--quiet', 'add', inner, 'inner');
    write(source, 'module "i" { source = "./inner" }\nresource "terraform_data" "m" { input = "first" }\n');
    const more = 'module "m" { source = "./modules/m" }\n';
    checkout.commit('begin', main(1, more));
    git(checkout.path, 'submodule', '--quiet', 'add', source, 'modules/m');
    git(checkout.path, 'commit', '-qm', 'v1');
    git(checkout.path, 'tag', 'v1');
    write(source, 'module "i" { source = "./inner" }\nresource "terraform_data" "m" { input = "second" }\n');
    git(join(checkout.path, 'modules/m'), 'pull', '-q');
    git(join(checkout.path, 'modules/m'), 'submodule', '--quiet', 'update', '--init', '--recursive');
    git(checkout.path, 'commit', '-qam', 'v2');
    checkout.deploy();
    // Nobody has the credentials any more.
    for (const folder of [source, inner]) rmSync(folder, { recursive: true });
    const { errors, warnings, outputs } = await checkout.roll({ ref: 'v1' });
    expect([errors, warnings, outputs.result]).toEqual([[], [], 'done']);
    expect(checkout.deepState()['module.m.terraform_data.m']?.input).toBe('first');
    expect(checkout.deepState()['module.m.module.i.terraform_data.deep']?.input).toBe('deep');
    expect(checkout.git('status', '--porcelain').trim()).toBe('');
    expect(checkout.git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  });
});
