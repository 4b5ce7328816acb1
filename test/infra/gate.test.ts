import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { refusals, warnings } from '../../src/infra/gate.ts';
import { planOf, planThat, resource } from './plan-json.ts';

const rules = {
  allowDestroy: [] as string[],
  onlyChanges: [] as string[],
  present: {
    protected: new Set<string>(),
    ignored: new Map<string, string[]>(),
    foreign: new Set<string>(),
    forgotten: new Set<string>(),
  },
  planned: { floating: new Map<string, string>() },
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

describe('an update in place that takes something away', () => {
  const update = (address: string, before: object, after: object) =>
    resource(address, ['update'], {}, { before, after });
  const told = (address: string, before: object, after: object, given = rules) =>
    refusals(planThat(update(address, before, after)), given);

  // chanzuckerberg/cztack#454: every plan took the 30 days that somebody had set by hand for 0 again.
  test.each([
    [
      'aws_cloudwatch_log_group.api',
      { retention_in_days: 365 },
      { retention_in_days: 7 },
      'retention_in_days 365 → 7',
    ],
    [
      'aws_cloudwatch_log_group.api',
      { retention_in_days: 0 },
      { retention_in_days: 7 },
      'retention_in_days 0 → 7',
    ],
    [
      'aws_db_instance.main',
      { backup_retention_period: 7 },
      { backup_retention_period: 0 },
      'backup_retention_period 7 → 0',
    ],
    [
      'kafka_topic.orders',
      { config: { 'retention.ms': '1209600000' } },
      { config: { 'retention.ms': '86400000' } },
      'config["retention.ms"] "1209600000" → "86400000"',
    ],
    [
      'kafka_topic.orders',
      { config: {} },
      { config: { 'retention.ms': '86400000' } },
      'config["retention.ms"] (none) → "86400000"',
    ],
    [
      'aws_dynamodb_table.cart',
      { point_in_time_recovery: [{ enabled: true }] },
      { point_in_time_recovery: [] },
      'point_in_time_recovery[0].enabled true → (none)',
    ],
    [
      'aws_s3_bucket_versioning.files',
      { versioning_configuration: [{ status: 'Enabled' }] },
      { versioning_configuration: [{ status: 'Suspended' }] },
      'versioning_configuration[0].status "Enabled" → "Suspended"',
    ],
    [
      'aws_s3_bucket_lifecycle_configuration.files',
      { rule: [{ expiration: [{ days: 400 }] }] },
      { rule: [{ expiration: [{ days: 30 }] }] },
      'rule[0].expiration[0].days 400 → 30',
    ],
  ])('%s: %j → %j is refused, unless it is named', (address, before, after, words) => {
    expect(told(address, before, after)).toEqual([
      `${address} would keep less than now (${words}), so that what is beyond is deleted; name it in \`allow-destroy\` where that is meant`,
    ]);
    expect(told(address, before, after, { ...rules, allowDestroy: [address] })).toEqual([]);
  });

  test.each([
    ['a longer time', 'aws_cloudwatch_log_group.api', { retention_in_days: 7 }, { retention_in_days: 365 }],
    [
      'another window',
      'aws_db_instance.main',
      { backup_window: '03:00-04:00' },
      { backup_window: '05:00-06:00' },
    ],
    ['a number of something else', 'aws_lambda_function.api', { memory_size: 512 }, { memory_size: 256 }],
    [
      'versions that are kept from now on',
      'aws_s3_bucket.files',
      { versioning: [{ enabled: false }] },
      { versioning: [{ enabled: true }] },
    ],
  ])('%s is none', (_, address, before, after) => {
    expect(told(address, before, after)).toEqual([]);
  });

  // hashicorp/terraform#22462, cloud-gov/aws-broker#566: "Cannot find upgrade path from 16.13 to 16.8", in the middle of the apply.
  test.each([
    [
      'aws_db_instance.main',
      { engine_version: '16.13' },
      { engine_version: '16.8' },
      'engine_version "16.13" → "16.8"',
    ],
    ['aws_eks_cluster.main', { version: '1.31' }, { version: '1.29' }, 'version "1.31" → "1.29"'],
    [
      'azurerm_kubernetes_cluster.main',
      { default_node_pool: [{ orchestrator_version: '1.30.2' }] },
      { default_node_pool: [{ orchestrator_version: '1.30.1' }] },
      'default_node_pool[0].orchestrator_version "1.30.2" → "1.30.1"',
    ],
    [
      'google_sql_database_instance.main',
      { settings: [{ disk_size: 100 }] },
      { settings: [{ disk_size: 50 }] },
      'settings[0].disk_size 100 → 50',
    ],
    ['aws_ebs_volume.data', { size: 200 }, { size: 100 }, 'size 200 → 100'],
  ])('%s: %j → %j is what no provider does, though it is planned', (address, before, after, words) => {
    expect(told(address, before, after)).toEqual([
      `${address} would be asked for an older version or a smaller disk (${words}), at which providers fail when other changes are made already: give the present value in \`vars\`; name it in \`allow-destroy\` where that is meant`,
    ]);
    expect(told(address, before, after, { ...rules, allowDestroy: [address] })).toEqual([]);
  });

  test.each([
    ['a newer version', 'aws_db_instance.main', { engine_version: '16.8' }, { engine_version: '16.13' }],
    [
      'a version that says less',
      'aws_db_instance.main',
      { engine_version: '16.13' },
      { engine_version: '16' },
    ],
    ['a version that can go back', 'helm_release.api', { version: '2.0.0' }, { version: '1.9.0' }],
    ['a larger disk', 'aws_ebs_volume.data', { size: 100 }, { size: 200 }],
    ['the size of something else', 'aws_instance.web', { size: 4 }, { size: 2 }],
    ['a version that nobody knows yet', 'aws_db_instance.main', { engine_version: '16' }, {}],
  ])('%s is done', (_, address, before, after) => {
    expect(told(address, before, after)).toEqual([]);
  });

  test('what an autoscaler has added is kept: hashicorp/terraform#9690 and #10308, govuk-one-login/authentication-frontend#793', () => {
    const service = 'aws_ecs_service.web';
    const plan = (outside: [number, number], planned: [number, number]) =>
      planOf({
        resource_changes: [update(service, { desired_count: planned[0] }, { desired_count: planned[1] })],
        resource_drift: [update(service, { desired_count: outside[0] }, { desired_count: outside[1] })],
      });
    expect(refusals(plan([3, 10], [10, 3]), rules)).toEqual([
      'aws_ecs_service.web would be made smaller than something outside of Terraform has made it (desired_count 10 → 3); name it in `allow-destroy` where that is meant',
    ]);
    expect(refusals(plan([3, 10], [10, 3]), { ...rules, allowDestroy: [service] })).toEqual([]);
    expect(refusals(plan([10, 3], [3, 10]), rules)).toEqual([]);
    expect(refusals(plan([3, 10], [10, 12]), rules)).toEqual([]);
    expect(refusals(plan([3, 3], [10, 3]), rules)).toEqual([]);
  });
});

describe('prevent_destroy of the present configuration', () => {
  const present = {
    ...rules.present,
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

describe('what the present configuration let Terraform forget', () => {
  const present = { ...rules.present, forgotten: new Set(['aws_s3_bucket.files', 'module.old']) };
  const told = (...addresses: string[]) =>
    refusals(planThat(...addresses.map((address) => resource(address, ['create']))), { ...rules, present });

  test('is not made a second time, whatever its keys, unless it is named', () => {
    for (const address of ['aws_s3_bucket.files["a"]', 'module.old[0].aws_eip.x'])
      expect(told(address)).toEqual([
        `${address} would be made a second time: the present configuration has it \`removed\`, so Terraform forgot it and it may still be there; import it first, or name it in \`allow-destroy\` where it is gone`,
      ]);
    const plan = planThat(resource('aws_s3_bucket.files', ['create']));
    expect(refusals(plan, { ...rules, present, allowDestroy: ['aws_s3_bucket.files'] })).toEqual([]);
  });

  test('is no other resource', () => {
    expect(told('aws_s3_bucket.files2', 'module.older.aws_eip.x')).toEqual([]);
  });
});

/** n8n-io/terraform-aws-n8n#50: an apply in a scale-up set 6 nodes back to 3; telia-oss/terraform-aws-ecs-fargate#16: what CodeDeploy deploys. */
describe('what the present configuration leaves to others (`ignore_changes`)', () => {
  const group = 'module.nodes["eu"].aws_eks_node_group.main[0]';
  const told = (ignored: string[], before: object, after: object, more: object = {}) =>
    refusals(planThat(resource(group, ['update'], {}, { before, after })), {
      ...rules,
      present: {
        ...rules.present,
        ignored: new Map([['module.nodes.aws_eks_node_group.main', ignored]]),
      },
      ...more,
    });

  test.each([
    [
      'the very path',
      ['scaling.size'],
      { scaling: { size: 6 } },
      { scaling: { size: 3 } },
      'scaling.size 6 → 3',
    ],
    [
      'one below it',
      ['scaling'],
      { scaling: [{ size: 3 }] },
      { scaling: [{ size: 6 }] },
      'scaling[0].size 3 → 6',
    ],
    ['one above it', ['tags.Owner'], { tags: { Owner: 'x' } }, { tags: null }, 'tags.Owner "x" → (none)'],
    ['everything', ['*'], { image: 'b' }, { image: 'a' }, 'image "b" → "a"'],
  ])('%s is not set by an older ref, unless that is meant', (_, ignored, before, after, words) => {
    expect(told(ignored, before, after)).toEqual([
      `${group} would set what the present configuration leaves to others by \`ignore_changes\` (${words}), such as an autoscaler or what deploys the application; name it in \`allow-destroy\` where that is meant`,
    ]);
    expect(told(ignored, before, after, { allowDestroy: [group] })).toEqual([]);
  });

  test('what else an update changes may change', () => {
    expect(told(['size'], { size: 3, name: 'b', sizes: 1 }, { size: 3, name: 'a', sizes: 2 })).toEqual([]);
  });
});

test('an output that goes is told, for others read it from this state: hashicorp/terraform#35925', () => {
  const change = (actions: string[], before: unknown, after: unknown) => ({
    ...{ actions, before, after, after_unknown: false },
    ...{ before_sensitive: false, after_sensitive: false },
  });
  const plan = planOf({
    output_changes: { vpc_id: change(['delete'], 'vpc-1', null), url: change(['update'], 'b', 'a') },
  });
  expect(warnings(plan, rules)).toEqual([
    'The output vpc_id would be gone, because the planned configuration does not have it; what reads it from this state (`terraform_remote_state`) fails then, or takes a default.',
  ]);
});

test('a module that may be newer than the older ref is told where one is planned: hashicorp/terraform#31301', () => {
  const planned = { floating: new Map([['module.vpc', 'terraform-aws-modules/vpc/aws ~> 5.0']]) };
  expect(warnings(planThat(), { ...rules, planned, worktree: '/tmp/w' })).toEqual([
    'module.vpc comes from terraform-aws-modules/vpc/aws ~> 5.0, which may be newer than what was deployed from the older ref: no lock file keeps versions of modules, so look at what the plan changes there.',
  ]);
  expect(warnings(planThat(), { ...rules, planned })).toEqual([]);
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

describe('the reasons of Terraform', () => {
  test.each([
    ['replace_because_cannot_update', 'an attribute cannot be changed in place'],
    ['replace_by_request', 'it was asked for'],
    ['replace_by_triggers', 'what triggers its replacement changes'],
    ['delete_because_no_resource_config', 'the planned configuration does not have it'],
    ['delete_because_wrong_repetition', 'count or for_each are different'],
    ['delete_because_count_index', 'the count is lower'],
    ['delete_because_each_key', 'for_each does not have its key'],
    ['delete_because_no_module', 'the planned configuration does not have its module'],
    ['delete_because_no_move_target', 'it was moved to where nothing is'],
  ])('%s', (action_reason, words) => {
    const [refusal] = refusals(planThat(resource('t.a', ['delete'], { action_reason })), rules);
    expect(refusal).toBe(
      `t.a would be destroyed because ${words}; name it in \`allow-destroy\` where that is meant`,
    );
  });
});

describe('the folder in which an older ref is planned', () => {
  const worktree = '/tmp/older-ref';
  const path = { after: { file: `${worktree}/lambda.zip` } };
  const told = (name: string) =>
    `${name} would get the path of the folder in which the older ref is planned, because the configuration uses \`path.cwd\` or a whole path; let it use \`path.module\` and \`path.root\` as they are`;
  const plan = planOf({
    resource_changes: [
      resource('t.a', ['update'], {}, path),
      resource('t.b', ['no-op'], {}, path),
      resource('t.c', ['update'], {}, { after: { file: 'lambda.zip' } }),
      resource('t.d', ['update'], {}, { after: undefined }),
    ],
    output_changes: {
      where: { actions: ['update'], before: 'x', after: `${worktree}/out` },
      other: { actions: ['update'], before: 'x', after: 'y' },
    },
  });

  test('is no value of what would change', () => {
    expect(refusals(plan, { ...rules, worktree })).toEqual([told('t.a'), told('output where')]);
  });

  test('is any value where the checkout itself is planned', () => {
    expect(refusals(plan, rules)).toEqual([]);
  });
});

test.each([
  ['aws_db_instance.main', { deletion_protection: true }, { deletion_protection: false }, true],
  ['aws_db_instance.main', { deletion_protection: true }, {}, true],
  ['aws_s3_bucket.files', { force_destroy: false }, { force_destroy: true }, true],
  ['aws_db_instance.main', { publicly_accessible: false }, { publicly_accessible: true }, true],
  ['aws_db_instance.main', { deletion_protection: false }, { deletion_protection: true }, false],
  ['aws_s3_bucket.files', { force_destroy: true }, { force_destroy: false }, false],
])('less protection of %s (%j → %j) is a warning: %s', (address, before, after, isTold) => {
  const plan = planThat(resource(address, ['update'], {}, { before, after }));
  expect(refusals(plan, rules)).toEqual([]);
  expect(warnings(plan, rules)).toEqual(
    isTold
      ? [expect.stringMatching(`^${address} would be less protected than now \\(\\w+ .* → .*\\)\\.$`)]
      : [],
  );
});

test('checks that fail already are warnings', () => {
  const plan = planOf({
    checks: [
      {
        address: { kind: 'check', to_display: 'check.health' },
        status: 'fail',
        instances: [{ status: 'fail', problems: [{ message: 'the site answers 500' }] }],
      },
      {
        address: { kind: 'check', to_display: 'check.fine' },
        status: 'pass',
        instances: [{ status: 'pass' }],
      },
    ],
  });
  const [warning, ...more] = warnings(plan, rules);
  expect(warning).toMatch(/^A check of the configuration fails: .*the site answers 500\.$/);
  expect(more).toEqual([]);
});

test('a loss that is allowed where the present configuration cannot be read says which of the two it lacks', () => {
  const plan = planThat(resource('t.a', ['delete']));
  expect(refusals(plan, { ...rules, allowDestroy: ['t.a'], present: undefined })).toEqual([
    't.a would be destroyed, and the present configuration, which may protect it, cannot be read',
  ]);
  expect(refusals(plan, { ...rules, present: undefined })).toEqual([
    't.a would be destroyed; name it in `allow-destroy` where that is meant',
  ]);
});

test.each([
  ['a*c', 'abc', true],
  ['a*c', 'ac', true],
  ['a*b*c', 'a1b2c', true],
  ['a*b*c', 'abc', true],
  ['a*b*c', 'ac', false],
  ['a*bb*c', 'abc', false],
  ['ab*bc', 'abc', false],
  ['*b', 'bb', true],
  ['a*b*b', 'ab', false],
  ['*a*a*', 'a', false],
  ['*a*a*', 'aa', true],
  ['b*', 'abc', false],
  ['*b', 'abc', false],
  ['**', '', true],
])('the glob %j and the address %j', (glob, address, isMatch) => {
  const plan = planThat(resource(address, ['update']));
  expect(refusals(plan, { ...rules, onlyChanges: [glob] })).toHaveLength(isMatch ? 0 : 1);
});
