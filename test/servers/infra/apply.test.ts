import { existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram, PROGRAMS } from '../../support/terraform/programs.ts';

const version = (number: number, size = 'small') => ({
  '.gitignore': '.terraform*\n*.tfstate*\n',
  'main.tf': `
    variable "image_tag" { default = "${number}" }
    resource "terraform_data" "api" { input = { image = "api:\${var.image_tag}", size = "${size}" } }
    resource "terraform_data" "web" { input = "stays" }
    output "image" { value = terraform_data.api.output.image }
  `,
});

describe.each(PROGRAMS)('with %s', (name) => {
  let program: string;
  let checkout: Checkout;
  beforeAll(() => {
    program = infraProgram(name);
  });
  const begin = () => {
    checkout = new Checkout(program);
    checkout.commit('v1', version(1)).commit('v2', version(2, 'large')).deploy();
  };
  afterEach(() => checkout.remove());

  test('an older ref is planned from today’s state and applied', async () => {
    begin();
    const { exitCode, outputs, summary, errors, record, log } = await checkout.roll({ ref: 'v1' });
    expect([exitCode, errors]).toEqual([0, []]);
    expect(outputs.result).toBe('done');
    expect(checkout.state()['terraform_data.api']?.input).toEqual({ image: 'api:1', size: 'small' });
    expect(JSON.parse(outputs.changes ?? '')).toEqual([
      { address: 'terraform_data.api', actions: ['update'], reason: null },
    ]);
    expect(JSON.parse(outputs.outputs ?? '')).toEqual({ image: 'api:1' });
    expect(outputs['plan-file']).toBe('');
    expect(summary).toContain('Applied: 1 resource and 1 output in ., to v1 (');
    expect(summary).toContain('| <code>input.image</code> | <code>"api:2"</code> | <code>"api:1"</code> |');
    expect(log).toContain('    input.size: "large" → "small"');
    const own = record.filter(({ component }) => component !== 'rollback-infra');
    expect(own.map(({ component, step, status }) => `${component} ${step} ${status}`)).toEqual([
      'terraform roll back planned',
      'terraform roll back started',
      'resource/terraform_data.api apply done',
      'terraform roll back done',
    ]);
  });

  test('the checkout stays as it is, and nothing is left behind', async () => {
    begin();
    const before = [checkout.git('rev-parse', 'HEAD'), checkout.git('status', '--porcelain')];
    await checkout.roll({ ref: 'v1' });
    expect([checkout.git('rev-parse', 'HEAD'), checkout.git('status', '--porcelain')]).toEqual(before);
    expect(checkout.git('worktree', 'list').trim().split('\n')).toHaveLength(1);
    expect(readdirSync(checkout.temp).filter((file) => file.startsWith('rollback-infra'))).toEqual([]);
  });

  test('a second time there is nothing to do', async () => {
    begin();
    await checkout.roll({ ref: 'v1' });
    const { exitCode, outputs, log } = await checkout.roll({ ref: 'v1' });
    expect([exitCode, outputs.result, outputs.changes]).toEqual([0, 'no-op', '[]']);
    expect(JSON.parse(outputs.outputs ?? '')).toEqual({ image: 'api:1' });
    expect(log).toContain('Nothing to change: . is as v1 (');
  });

  test('a dry run plans, and changes nothing', async () => {
    begin();
    const before = checkout.state();
    const { exitCode, outputs, summary } = await checkout.roll({ ref: 'v1', 'dry-run': 'true' });
    expect([exitCode, outputs.result]).toEqual([0, 'planned']);
    expect(JSON.parse(outputs.changes ?? '')).toHaveLength(1);
    expect(summary).toContain('nothing was changed');
    expect(checkout.state()).toEqual(before);
  });

  test('older variables alone go with the present configuration, and over its own files', async () => {
    begin();
    checkout.write('terraform.tfvars', 'image_tag = "2"\n');
    const { outputs, errors } = await checkout.roll({ vars: 'image_tag=1' });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(checkout.state()['terraform_data.api']?.input).toEqual({ image: 'api:1', size: 'large' });
    expect(existsSync(`${checkout.path}/.terraform/terraform.tfstate`)).toBe(false);
  });

  test('an older state file in git is never the one that is planned from', async () => {
    begin();
    checkout.git('rm', '-q', '--cached', '.gitignore');
    checkout.git('add', '-f', 'terraform.tfstate');
    checkout.git('-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '-qm', 'state in git');
    checkout.git('tag', 'with-state');
    checkout.terraform(['apply', '-auto-approve', '-var=image_tag=3']);
    const { outputs, errors } = await checkout.roll({ ref: 'with-state' });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(checkout.state()['terraform_data.api']?.input).toEqual({ image: 'api:2', size: 'large' });
  });
});
