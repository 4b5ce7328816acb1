import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram, PROGRAMS } from '../../support/terraform/programs.ts';

const KEY = 'a-key-that-both-jobs-have';
const SECRET = 'Pa55-of-the-database';
const version = (number: number) => ({
  '.gitignore': '.terraform*\n*.tfstate*\n',
  'main.tf': `
    variable "password" {
      default   = ""
      sensitive = true
    }
    variable "size" { default = "small" }
    resource "terraform_data" "api" { input = "${number}-\${var.size}-\${sha256(var.password)}" }
  `,
});

describe.each(PROGRAMS)('with %s', (name) => {
  let program: string;
  beforeAll(() => {
    program = infraProgram(name);
  });

  let checkout: Checkout;
  beforeEach(() => {
    checkout = new Checkout(program);
    checkout.commit('v1', version(1)).commit('v2', version(2)).deploy();
  });
  afterEach(() => checkout.remove());

  const inputs = { ref: 'v1', 'secret-vars': `password=${SECRET}`, 'plan-key': KEY };
  const at = (name: string) => join(checkout.path, '..', name);

  /** Plans in a job of its own, and gives where the plan is. */
  async function plan(more: Record<string, string> = {}): Promise<string> {
    const file = at('the.plan');
    const { outputs, errors } = await checkout.roll({ ...inputs, phase: 'plan', 'plan-file': file, ...more });
    expect([errors, outputs.result, outputs['plan-file']]).toEqual([[], 'planned', file]);
    return file;
  }

  /** Applies it in another job, with another temporary folder. */
  const apply = (more: Record<string, string> = {}, run = '4711') => {
    const temp = mkdtempSync(at('job-'));
    return checkout.roll({ ...inputs, phase: 'apply', 'plan-file': at('the.plan'), ...more }, { temp, run });
  };

  test('the plan that was reviewed is applied by another job', async () => {
    await plan();
    expect(checkout.state()['terraform_data.api']?.input).toContain('2-small');
    const { outputs, errors } = await apply();
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(checkout.state()['terraform_data.api']?.input).toContain('1-small');
  });

  test('the file says nothing to who does not have the key', async () => {
    const bytes = readFileSync(await plan());
    for (const part of [SECRET, 'terraform_data', 'tfstate', '4711', 'tfplan'])
      expect([part, bytes.includes(part)]).toEqual([part, false]);
  });

  describe('another plan than the reviewed one is not applied', () => {
    const refused = async (more: Record<string, string>, message: RegExp, run?: string) => {
      const before = checkout.state();
      const { exitCode, errors } = await apply(more, run);
      expect([exitCode, errors[0]]).toEqual([1, expect.stringMatching(message)]);
      expect(checkout.state()).toEqual(before);
    };

    test.each([
      ['of another commit', { ref: 'v2' }, /`ref` \(or the checkout\) is at another commit/],
      ['of other variables', { vars: 'size=large' }, /`vars`, `secret-vars` or `var-files` are different/],
      ['with another key', { 'plan-key': 'another-key-of-sixteen' }, /cannot be decrypted/],
    ])('%s', async (_, more, message) => {
      await plan();
      await refused(more, message);
    });

    test('of another run', async () => {
      await plan();
      await refused({}, /it was made by another workflow run/, '4712');
    });

    test('when the state was changed since', async () => {
      await plan();
      checkout.terraform(['apply', '-auto-approve', '-var=size=large']);
      await refused({}, /the state was changed since; plan again/);
    });

    test('when one bit of the file is another one', async () => {
      const file = await plan();
      const bytes = readFileSync(file);
      bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
      writeFileSync(file, bytes);
      await refused({}, /cannot be decrypted: it was changed or cut/);
    });

    test('when it is a plan file of Terraform itself', async () => {
      checkout.terraform(['plan', `-out=${at('the.plan')}`, '-var=size=large']);
      await refused({}, /is not a plan of this action/);
    });
  });

  test('without a key of the user’s the plan is for this job alone', async () => {
    await plan({ 'plan-key': '' });
    const elsewhere = await apply({ 'plan-key': '' });
    expect(elsewhere.errors[0]).toMatch(/^This plan was made in another job/);
    const here = await checkout.roll({
      ...inputs,
      'plan-key': '',
      phase: 'apply',
      'plan-file': at('the.plan'),
    });
    expect([here.errors, here.outputs.result]).toEqual([[], 'done']);
  });

  test('K1: where nothing is to change, applying that plan is a no-op, and no earlier plan is left', async () => {
    const earlier = readFileSync(await plan());
    await apply();
    const { outputs } = await checkout.roll({ ...inputs, phase: 'plan', 'plan-file': at('the.plan') });
    expect([outputs.result, outputs['plan-file']]).toEqual(['no-op', '']);
    expect(readFileSync(at('the.plan')).equals(earlier)).toBe(false);
    const again = await apply();
    expect([again.errors, again.outputs.result]).toEqual([[], 'no-op']);
  });

  test('the gate of the job that applies counts', async () => {
    await plan();
    const { errors } = await apply({ 'only-changes': 'terraform_data.web' });
    expect(errors[0]).toContain('terraform_data.api would change');
  });
});
