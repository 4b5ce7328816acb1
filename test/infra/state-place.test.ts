import { describe, expect, test } from '@jest/globals';
import { parseHcl } from '../../src/infra/hcl.ts';
import { movedBack } from '../../src/infra/moved.ts';
import { isSamePlace, unknownPlace } from '../../src/infra/state-place.ts';
import { deployArguments } from '../../src/systems/terraform/arguments.ts';

const block = (text: string) => parseHcl(text, 'main.tf')[0];
const same = (a: string, b: string, given = {}, workspace = 'default') =>
  isSamePlace(block(a), block(b), given, workspace);
const s3 = (more: string) => `backend "s3" {\n bucket = "state"\n key = "prod"\n ${more}\n}`;

describe('I6: the place of a state', () => {
  test.each([
    ['another lock', s3('dynamodb_table = "locks"'), s3('use_lockfile = true')],
    ['another order', s3(''), 'backend "s3" {\n key = "prod"\n bucket = "state"\n}'],
    ['other credentials', s3('profile = "a"'), s3('assume_role = {\n role_arn = "b"\n}')],
    [
      'another word for the endpoint',
      s3('endpoint = "https://s3.x"'),
      s3('endpoints = { s3 = "https://s3.x" }'),
    ],
    ['a prefix that the default workspace has not', s3(''), s3('workspace_key_prefix = "w"')],
    [
      'the cloud block for the remote one',
      'backend "remote" {\n organization = "o"\n}',
      'cloud {\n organization = "o"\n}',
    ],
  ])('is the same with %s', (_, a, b) => expect(same(a, b)).toBe(true));

  test.each([
    ['another key', s3(''), s3('').replace('prod', 'old')],
    ['another store', s3('endpoint = "https://s3.x"'), s3('')],
    ['another kind', s3(''), 'backend "gcs" {\n bucket = "state"\n}'],
    ['an unknown kind with another setting', 'backend "x" {\n a = 1\n}', 'backend "x" {\n a = 2\n}'],
    ['another organization', 'cloud {\n organization = "o"\n}', 'cloud {\n organization = "p"\n}'],
  ])('is another one with %s', (_, a, b) => expect(same(a, b)).toBe(false));

  test('is what is given, whatever the blocks say; a prefix counts in a workspace', () => {
    expect(same(s3(''), 'backend "s3" {\n}', { bucket: 'state', key: 'prod' })).toBe(true);
    expect(same(s3(''), s3('workspace_key_prefix = "w"'), {}, 'prod')).toBe(false);
    expect(
      isSamePlace(undefined, block('backend "local" {\n path = "terraform.tfstate"\n}'), {}, 'default'),
    ).toBe(true);
  });
});

describe('I3: what TF_CLI_ARGS adds', () => {
  test('is sorted by what it is for, quotes taken off', () => {
    const env = {
      TF_CLI_ARGS: '-no-color -parallelism 5',
      TF_CLI_ARGS_init: '-backend-config=b.hcl -backend-config "key=a b" -upgrade',
      TF_CLI_ARGS_plan: String.raw`-var 'a=x "y"' --var-file=p.tfvars -var "b=\"q\"" -lock-timeout=5m -detailed-exitcode -refresh=false`,
    };
    expect(deployArguments(env)).toEqual({
      backendConfig: ['b.hcl', 'key=a b'],
      variables: [{ name: 'a', value: 'x "y"' }, { file: 'p.tfvars' }, { name: 'b', value: '"q"' }],
      lockTimeout: '5m',
      init: ['-upgrade'],
      plan: ['-parallelism=5'],
      apply: ['-parallelism=5'],
      blind: ['TF_CLI_ARGS_plan'],
    });
  });

  test.each(['-target=a', '-lock=false', '-state=x', '-refresh-only', 'word', "-var 'a=1", '-var=novalue'])(
    '%s is refused',
    (words) => expect(() => deployArguments({ TF_CLI_ARGS_apply: words })).toThrow(/TF_CLI_ARGS_apply has/),
  );

  test.each(['-refresh', '-refresh=true'])('%s is what a plan does anyway', (words) => {
    const { plan, blind } = deployArguments({ TF_CLI_ARGS: words });
    expect([plan, blind]).toEqual([[], []]);
  });

  test('a hostile megabyte is read in no time', () => {
    const begun = process.cpuUsage();
    expect(() => deployArguments({ TF_CLI_ARGS: `${'\\"'.repeat(500_000)}"` })).toThrow();
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(5000);
  });
});

test('what both configurations move is not moved back', () => {
  const root = '/checkout';
  const moves = (moved: readonly [string, string][]) => moved.map(([from, to]) => ({ from, to }));
  const of = (...moved: [string, string][]) => ({ moved: moves(moved), modules: new Map() }) as never;
  const back = (present: never, planned: never) => [
    ...movedBack(present, planned, { directory: `${root}/infra`, root }),
  ];
  // Terraform takes one move to an address: what comes back to `a.b` goes by way of `a.a`.
  expect(back(of(['a.a', 'a.b'], ['a.b', 'a.c']), of(['a.a', 'a.b']))).toEqual([
    [`${root}/infra`, 'moved {\n  from = a.c\n  to   = a.a\n}\n'],
  ]);
  expect(back(of(['a.a', 'a.b']), of(['a.b', 'a.a']))).toEqual([]);

  const within = (folder: string, ...moved: [string, string][]) =>
    ({ moved: [], modules: new Map([['module.a', { folder, moved: moves(moved) }]]) }) as never;
  const moved = within('/other/a', ['a.a', 'a.b']);
  expect(back(moved, within(`${root}/a`))).toEqual([
    [`${root}/a`, 'moved {\n  from = a.b\n  to   = a.a\n}\n'],
  ]);
  expect(back(moved, within('/elsewhere/a'))).toEqual([]);
});

test.each([
  ['a variable', 'key = var.key', {}, 'key = var.key'],
  ['a template', `key = "\${local.env}.tfstate"`, {}, `key = "\${local.env}.tfstate"`],
  ['one that is given', 'key = var.key', { key: 'prod' }, undefined],
  ['what is no place', 'profile = var.profile', {}, undefined],
  ['a text', 'key = "var.key"', {}, undefined],
])('a backend says where the state is by %s', (_, text, given, expected) => {
  expect(unknownPlace(block(`backend "s3" {\n${text}\n}`), given, 'default')).toBe(expected);
});
