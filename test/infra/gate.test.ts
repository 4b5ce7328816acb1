import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { refusals, warnings } from '../../src/infra/gate.ts';
import { planOf, planThat, resource } from './plan-json.ts';

const rules = {
  allowDestroy: [] as string[],
  onlyChanges: [] as string[],
  present: { protected: new Set<string>(), foreign: new Set<string>() },
};

describe('losses', () => {
  test.each([
    [['delete'], 'be destroyed'],
    [['delete', 'create'], 'be replaced, which destroys what is there'],
    [['create', 'delete'], 'be replaced, which destroys what is there'],
    [['forget'], 'be forgotten'],
    [['create', 'forget'], 'be forgotten'],
    [['explode'], 'have something done to it that is not known here'],
    [[], 'have something done to it that is not known here'],
  ])('%j refuses', (actions, words) => {
    const [refusal, ...more] = refusals(planThat(resource('aws_instance.web', actions)), rules);
    expect(refusal).toContain(`aws_instance.web (a machine and its disks) would ${words}`);
    expect(more).toEqual([]);
  });

  test('are told with Terraform’s reason, and with how to allow them', () => {
    const because = (action_reason?: string) =>
      refusals(planThat(resource('t.a', ['delete', 'create'], { action_reason })), rules);
    const lost = 't.a would be replaced, which destroys what is there';
    const hint = '; name it in `allow-destroy` where that is meant';
    expect(because('replace_because_tainted')).toEqual([`${lost} because it is tainted${hint}`]);
    expect(because('replace_because_of_the_moon')).toEqual([
      `${lost} because replace_because_of_the_moon${hint}`,
    ]);
    expect(because()).toEqual([`${lost}${hint}`]);
  });

  test.each([[['no-op']], [['read']], [['create']], [['update']]])('%j does not', (actions) => {
    expect(refusals(planThat(resource('aws_instance.web', actions)), rules)).toEqual([]);
  });

  test.each([
    ['aws_db_instance.main', 'a database'],
    ['google_sql_database_instance.main', 'a database'],
    ['module.data["eu"].aws_s3_bucket.files[0]', 'a bucket'],
    ['kubernetes_persistent_volume_claim.data', 'a disk'],
  ])('of %s are said by name', (address, words) => {
    expect(refusals(planThat(resource(address, ['delete'])), rules)[0]).toContain(
      `${address} (${words}) would be destroyed`,
    );
  });

  test('what the name of a type inherits from Object is not stateful', () => {
    expect(refusals(planThat(resource('constructor.a', ['delete'])), rules)[0]).toMatch(
      /^constructor\.a would/,
    );
  });

  test('are allowed by the exact address alone', () => {
    const plan = planThat(resource('terraform_data.a["x"]', ['delete']));
    for (const allowed of [
      'terraform_data.a',
      'terraform_data.*',
      'terraform_data.a["X"]',
      'terraform_data.a["x"] ',
    ])
      expect(refusals(plan, { ...rules, allowDestroy: [allowed] })).toHaveLength(1);
    expect(refusals(plan, { ...rules, allowDestroy: ['terraform_data.a["x"]'] })).toEqual([]);
  });

  test('of an unknown kind cannot be allowed', () => {
    const plan = planThat(resource('terraform_data.a', ['explode']));
    const told = ['terraform_data.a would have something done to it that is not known here'];
    expect(refusals(plan, { ...rules, allowDestroy: ['terraform_data.a'] })).toEqual(told);
    expect(refusals(plan, rules)).toEqual(told);
  });

  test('of a deposed object are no loss of the address itself', () => {
    const plan = planThat(resource('terraform_data.a', ['delete'], { deposed: '00000001' }));
    expect(refusals(plan, { ...rules, allowDestroy: ['terraform_data.a'] })[0]).toContain(
      '(deposed object 00000001)',
    );
  });

  test('of any address and no allowance always refuse', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('delete', 'forget'), (name, action) => {
        expect(refusals(planThat(resource(`t.${name}`, [action])), rules)).toHaveLength(1);
      }),
    );
  });
});

describe('prevent_destroy of the present configuration', () => {
  const present = {
    protected: new Set(['module.db.aws_db_instance.main']),
    foreign: new Set(['module.vpc', 'module.dns']),
  };
  const address = 'module.db["eu"].aws_db_instance.main[0]';

  test('is kept though the address is allowed, whatever its keys', () => {
    const plan = planThat(resource(address, ['delete']));
    const told = `${address} (a database) would be destroyed, though the present configuration protects it with prevent_destroy`;
    expect(refusals(plan, { ...rules, allowDestroy: [address], present })).toEqual([told]);
    expect(refusals(plan, { ...rules, present })).toEqual([told]);
  });

  test('where it cannot be read, nothing is allowed', () => {
    const plan = planThat(resource(address, ['delete']));
    const [refusal] = refusals(plan, { ...rules, allowDestroy: [address], present: undefined });
    expect(refusal).toContain('cannot be read');
  });

  test('in a module of elsewhere it was not seen, and that is said', () => {
    const plan = planThat(
      resource('module.vpc.module.nat["a.b"].aws_eip.x', ['delete']),
      resource('module.vpc2.aws_eip.x', ['delete']),
      resource('module.dns.aws_eip.y', ['forget']),
      resource('module.dns.aws_eip.z', ['update']),
    );
    const told =
      'is of a module that is not in this repository, so whether the present configuration says prevent_destroy was not looked at.';
    expect(warnings(plan, { ...rules, present })).toEqual([
      `module.vpc.module.nat["a.b"].aws_eip.x ${told}`,
      `module.dns.aws_eip.y ${told}`,
    ]);
    expect(warnings(plan, { ...rules, present: undefined })).toEqual([]);
  });
});

describe('only-changes', () => {
  const plan = planThat(
    resource('module.api.aws_instance.a[0]', ['update']),
    resource('aws_instance.b', ['no-op']),
    resource('data.aws_ami.c', ['read'], { mode: 'data' }),
  );
  test.each([
    ['module.api.*', 0],
    ['module.api.aws_instance.a[0]', 0],
    ['*', 0],
    ['module.api', 1],
    ['module.api.aws_instance.a?0?', 1],
    ['module-api.*', 1],
    ['aws_instance.b', 1],
  ])('%s', (glob, count) => {
    expect(refusals(plan, { ...rules, onlyChanges: [glob] })).toHaveLength(count);
  });

  test('lets through what one of several globs names, whatever is in its keys', () => {
    const keyed = planThat(resource('t.a["x\ny"]', ['update']), resource('t.b', ['update']));
    expect(refusals(keyed, { ...rules, onlyChanges: ['t.a*', 't.c'] })).toEqual([
      't.b would change, and `only-changes` does not name it',
    ]);
  });

  test('counts a move as a change', () => {
    const moved = planThat(resource('t.b', ['no-op'], { previous_address: 't.a' }));
    expect(refusals(moved, { ...rules, onlyChanges: ['t.c'] })).toHaveLength(1);
  });
});

describe('a plan that cannot be judged', () => {
  test.each([
    ['errored', { errored: true }, 'it ended with an error'],
    ['incomplete', { complete: false }, 'it is not complete'],
    [
      'deferred',
      { complete: false, deferred_changes: [{ reason: 'x', resource_change: { address: 't.a' } }] },
      'it puts off what it cannot know yet: t.a',
    ],
    ['with actions', { action_invocations: [{}] }, 'it invokes actions of providers'],
  ])('%s', (_, parts, words) => {
    expect(refusals(planOf(parts), rules)).toEqual([expect.stringContaining(words)]);
  });

  test.each([['0.2'], ['2.0'], [undefined], ['1'], ['1.2; x']])('of the format %s', (format_version) => {
    expect(() => planOf({ format_version })).toThrow(/only 1\.x is understood/);
  });
});
