import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram, mirrorConfiguration, PROGRAMS } from '../../support/terraform/programs.ts';

/** Of a provider that is none of Terraform's own: a moment that is over, which its next look finds gone. */
const version = (number: number) => ({
  '.gitignore': '.terraform*\n*.tfstate*\n',
  'main.tf': `
    terraform {
      required_providers {
        time = { source = "hashicorp/time" }
      }
    }
    resource "time_rotating" "key" {
      rfc3339          = "2020-01-01T00:00:00Z"
      rotation_minutes = 1
    }
    resource "time_static" "release" {
      triggers = { number = "${number}" }
    }
    resource "terraform_data" "api" { input = "${number}" }
  `,
});

describe.each(PROGRAMS)('with %s', (name) => {
  let program: string;
  let configuration: string;
  let checkout: Checkout;
  beforeAll(() => {
    program = infraProgram(name);
    configuration = mirrorConfiguration();
  });
  afterEach(() => checkout.remove());

  test('a provider of a mirror: drift is told first, what its change would replace is refused, and then it goes back', async () => {
    checkout = new Checkout(program);
    const file = join(checkout.path, '..', 'cli.tfrc');
    writeFileSync(file, configuration);
    const env = { TF_CLI_CONFIG_FILE: file };
    checkout.commit('v1', version(1)).commit('v2', version(2)).deploy(env);

    const refused = await checkout.roll({ ref: 'v1' }, { env });
    expect(refused.warnings[0]).toBe(
      'Changed outside of Terraform, and part of what the plan puts right: time_rotating.key.',
    );
    expect(refused.log.indexOf('Changed outside')).toBeLessThan(refused.log.indexOf('The plan for .'));
    expect(refused.errors[0]).toContain(
      'time_static.release would be replaced, which destroys what is there because an attribute cannot be changed in place',
    );
    expect(checkout.state(env)['terraform_data.api']?.input).toBe('2');

    const hasty = await checkout.roll({ ref: 'v1' }, { env: { ...env, TF_CLI_ARGS_plan: '-refresh=false' } });
    expect(hasty.warnings.slice(0, 2)).toEqual([
      'TF_CLI_ARGS_plan says -refresh=false, which is not passed on: what an autoscaler or a person has changed since would be overlooked, and taken back.',
      refused.warnings[0],
    ]);

    const done = await checkout.roll({ ref: 'v1', 'allow-destroy': 'time_static.release' }, { env });
    expect([done.errors, done.outputs.result]).toEqual([[], 'done']);
    expect(checkout.state(env)['time_static.release']?.triggers).toEqual({ number: '1' });
    expect(checkout.state(env)['terraform_data.api']?.input).toBe('1');
  });

  test('a provider that the mirror does not have is one sentence', async () => {
    checkout = new Checkout(program);
    const file = join(checkout.path, '..', 'cli.tfrc');
    writeFileSync(file, configuration);
    checkout.commit('v1', {
      'main.tf': 'terraform {\n required_providers { other = { source = "hashicorp/other" } }\n}\n',
    });
    const { errors } = await checkout.roll({ ref: 'v1' }, { env: { TF_CLI_CONFIG_FILE: file } });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^terraform init of \. failed: .*hashicorp\/other/);
    expect(errors[0]).not.toContain('\n');
  });
});
