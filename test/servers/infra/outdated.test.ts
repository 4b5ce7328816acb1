import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram, PROGRAMS } from '../../support/terraform/programs.ts';

const version = (number: number, more = '') => ({
  '.gitignore': '.terraform*\n*.tfstate*\n',
  'main.tf': `
    variable "tag" { default = "${number}" }
    resource "terraform_data" "api" { input = var.tag }
    ${more}
  `,
});
const broken = `
  resource "terraform_data" "web" {
    input = "1"
    lifecycle {
      precondition {
        condition     = var.tag == "never"
        error_message = "The region is closed."
      }
    }
  }
`;

describe.each(PROGRAMS)('with %s', (name) => {
  let program: string;
  let checkout: Checkout;
  beforeAll(() => {
    program = infraProgram(name);
  });
  beforeEach(() => {
    checkout = new Checkout(program);
    checkout.commit('broken', version(1, broken)).commit('v1', version(1)).commit('v2', version(2)).deploy();
  });
  afterEach(() => checkout.remove());

  test('a plan that became stale between its making and its applying is not applied', async () => {
    const wrapper = join(checkout.path, '..', 'overtaken');
    // Somebody else deploys in the moment before the plan is applied.
    writeFileSync(
      wrapper,
      `#!/bin/sh\nif [ "$1" = apply ]; then (cd ${checkout.path} && unset TF_DATA_DIR && ${program} apply -auto-approve -input=false -var=tag=3) > /dev/null || exit 9; fi\nexec ${program} "$@"\n`,
      { mode: 0o755 },
    );
    const { exitCode, errors, record } = await checkout.roll({ ref: 'v1', terraform: wrapper });
    expect(exitCode).toBe(1);
    expect(errors[0]).toMatch(
      /^The plan of \. is stale: the state was changed after it was made; plan again and have that reviewed; 0 of 1 changes were made/,
    );
    expect(checkout.state()['terraform_data.api']?.input).toBe('3');
    expect(record.filter(({ component }) => component === 'terraform').at(-1)).toMatchObject({
      status: 'failed',
    });
  });

  test.each(['all', 'plan'])(
    'a plan that ends with an error is not applied and not put away: phase %s',
    async (phase) => {
      const { exitCode, errors, outputs } = await checkout.roll({ ref: 'broken', phase });
      expect(exitCode).toBe(1);
      expect(errors).toEqual([
        'terraform plan of . failed: Resource precondition failed: The region is closed.',
      ]);
      expect(outputs['plan-file'] ?? '').toBe('');
      expect(checkout.state()['terraform_data.api']?.input).toBe('2');
    },
  );
});
