import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram, PROGRAMS } from '../../support/terraform/programs.ts';

const ignore = { '.gitignore': '.terraform*\n*.tfstate*\n' };
const api = (tag: string) => `resource "terraform_data" "api" { input = "${tag}" }\n`;
const queue = (id: string, more = '') =>
  `resource "terraform_data" "queue" {\n triggers_replace = "${id}"\n ${more}\n}\n`;
const protect = 'lifecycle { prevent_destroy = true }';

describe.each(PROGRAMS)('with %s', (name) => {
  let program: string;
  beforeAll(() => {
    program = infraProgram(name);
  });

  let checkout: Checkout;
  afterEach(() => checkout.remove());

  /** v1 as given, and v2 as given, which is deployed. */
  function deployed(v1: string, v2: string): Checkout {
    checkout = new Checkout(program);
    checkout
      .commit('v1', { ...ignore, 'main.tf': v1 })
      .commit('v2', { ...ignore, 'main.tf': v2 })
      .deploy();
    return checkout;
  }

  async function refused(inputs: Record<string, string>): Promise<string> {
    const before = checkout.state();
    const { exitCode, outputs, errors, summary } = await checkout.roll(inputs);
    expect([exitCode, outputs.result]).toEqual([1, 'failed']);
    expect(checkout.state()).toEqual(before);
    expect(summary).toContain('Nothing was changed');
    return errors.join('\n');
  }

  describe('what would be lost is refused', () => {
    test('a resource that the older ref does not have', async () => {
      deployed(api('1'), api('2') + queue('1'));
      expect(await refused({ ref: 'v1' })).toMatch(
        /^Nothing was changed in \.: terraform_data\.queue would be destroyed because the planned configuration does not have it; name it in `allow-destroy` where that is meant\.$/,
      );
    });

    test('a resource that would be replaced, in either order', async () => {
      deployed(
        queue('1', 'lifecycle { create_before_destroy = true }'),
        queue('2', 'lifecycle { create_before_destroy = true }'),
      );
      expect(await refused({ ref: 'v1' })).toContain(
        'terraform_data.queue would be replaced, which destroys what is there because an attribute cannot be changed in place',
      );
    });

    test('a resource that would be forgotten', async () => {
      const removed = 'removed {\n from = terraform_data.queue\n lifecycle { destroy = false }\n}\n';
      deployed(api('1') + removed, api('1') + queue('1'));
      expect(await refused({ ref: 'v1' })).toContain('terraform_data.queue would be forgotten');
    });

    test('a resource that the present configuration let go of, which would be made a second time', async () => {
      const removed = 'removed {\n from = terraform_data.queue\n lifecycle { destroy = false }\n}\n';
      checkout = new Checkout(program);
      checkout.commit('v1', { ...ignore, 'main.tf': api('1') + queue('1') }).deploy();
      checkout.commit('v2', { ...ignore, 'main.tf': api('2') + removed }).deploy();
      expect(Object.keys(checkout.state())).toEqual(['terraform_data.api']);
      expect(await refused({ ref: 'v1' })).toBe(
        'Nothing was changed in .: terraform_data.queue would be made a second time: the present configuration has it `removed`, so Terraform forgot it and it may still be there; import it first, or name it in `allow-destroy` where it is gone.',
      );
      const { errors, outputs } = await checkout.roll({ ref: 'v1', 'allow-destroy': 'terraform_data.queue' });
      expect([errors, outputs.result]).toEqual([[], 'done']);
    });

    test('what would be kept for a shorter time, until it is allowed', async () => {
      const logs = (days: number) =>
        `resource "terraform_data" "logs" { input = { retention_in_days = ${days} } }\n`;
      deployed(logs(7), logs(365));
      expect(await refused({ ref: 'v1' })).toBe(
        'Nothing was changed in .: terraform_data.logs would keep less than now (input.retention_in_days 365 → 7), so that what is beyond is deleted; name it in `allow-destroy` where that is meant.',
      );
      const { outputs, errors } = await checkout.roll({ ref: 'v1', 'allow-destroy': 'terraform_data.logs' });
      expect([errors, outputs.result]).toEqual([[], 'done']);
    });

    // n8n-io/terraform-aws-n8n#50: an apply has written down what the autoscaler made, so no drift shows it any more.
    test('what is left to others since, and was not yet in the older ref', async () => {
      const nodes = (count: number, more = '') =>
        `resource "terraform_data" "nodes" {\n input = ${count}\n ${more}\n}\n`;
      deployed(api('1') + nodes(2), api('2') + nodes(6));
      checkout.commit('v3', {
        ...ignore,
        'main.tf': api('3') + nodes(2, 'lifecycle { ignore_changes = [input] }'),
      });
      checkout.deploy();
      expect(checkout.state()['terraform_data.nodes']?.input).toBe(6);
      expect(await refused({ ref: 'v1' })).toBe(
        'Nothing was changed in .: terraform_data.nodes would set what the present configuration leaves to others by `ignore_changes` (input 6 → 2), such as an autoscaler or what deploys the application; name it in `allow-destroy` where that is meant.',
      );
      const { outputs, errors } = await checkout.roll({ ref: 'v1', 'allow-destroy': 'terraform_data.nodes' });
      expect([errors, outputs.result]).toEqual([[], 'done']);
      expect(checkout.state()['terraform_data.nodes']?.input).toBe(2);
    });

    // opensupplyhub/open-supply-hub#619: Terraform cannot even say that it would destroy it.
    test('a resource whose provider the older ref does not configure', async () => {
      const provider = 'provider "terraform" {\n alias = "dr"\n}\n';
      deployed(api('1'), api('1') + provider + queue('1', 'provider = terraform.dr'));
      const before = checkout.state();
      const { outputs, errors } = await checkout.roll({ ref: 'v1', 'allow-destroy': 'terraform_data.queue' });
      expect([outputs.result, checkout.state()]).toEqual(['failed', before]);
      expect(errors.join('\n')).toMatch(
        /The configuration of \. lacks a provider that resources in the state need: Provider configuration not present: To work with terraform_data\.queue .*; plan a ref that has the older configuration and that provider\.$/,
      );
    });

    // hashicorp/terraform-provider-azurerm#15972: an older provider does not read what a newer one has written.
    test('a state that a newer provider has written', async () => {
      deployed(api('1'), api('2'));
      const file = join(checkout.path, 'terraform.tfstate');
      const state = JSON.parse(readFileSync(file, 'utf8'));
      state.resources[0].instances[0].schema_version = 99;
      const newer = JSON.stringify(state);
      writeFileSync(file, newer);
      const { outputs, errors } = await checkout.roll({ ref: 'v1' });
      expect([outputs.result, readFileSync(file, 'utf8')]).toEqual(['failed', newer]);
      expect(errors.join('\n')).toMatch(
        /The state of \. was written by a newer provider than the configuration selects: .*terraform_data\.api .*; plan a ref that has the older configuration and today's provider versions with their lock file\.$/,
      );
    });

    test('one that is allowed does not allow another', async () => {
      deployed(api('1'), api('2') + queue('1') + queue('1').replaceAll('queue', 'other'));
      const errors = await refused({ ref: 'v1', 'allow-destroy': 'terraform_data.queue' });
      expect(errors).toContain('terraform_data.other would be destroyed');
      expect(errors).not.toContain('terraform_data.queue would');
    });

    test('with its exact address it goes', async () => {
      deployed(api('1'), api('2') + queue('1'));
      const { outputs, errors } = await checkout.roll({ ref: 'v1', 'allow-destroy': 'terraform_data.queue' });
      expect([errors, outputs.result]).toEqual([[], 'done']);
      expect(Object.keys(checkout.state())).toEqual(['terraform_data.api']);
    });
  });

  describe('prevent_destroy', () => {
    test('of the present configuration is kept, though the older ref does not have the resource', async () => {
      deployed(api('1'), api('2') + queue('1', protect));
      expect(await refused({ ref: 'v1', 'allow-destroy': 'terraform_data.queue' })).toContain(
        'though the present configuration protects it with prevent_destroy',
      );
    });

    test('is kept where the older ref has the resource without it', async () => {
      deployed(queue('1'), queue('2', protect));
      expect(await refused({ ref: 'v1', 'allow-destroy': 'terraform_data.queue' })).toContain(
        'prevent_destroy',
      );
    });

    test('of the older ref is Terraform’s own to keep, and one sentence', async () => {
      deployed(queue('1', protect), queue('2'));
      const { errors, exitCode } = await checkout.roll({
        ref: 'v1',
        'allow-destroy': 'terraform_data.queue',
      });
      expect(exitCode).toBe(1);
      expect(errors[0]).toMatch(
        /^The plan of \. would destroy what prevent_destroy protects: .*terraform_data\.queue/,
      );
    });
  });

  test('a change outside of `only-changes` is refused', async () => {
    deployed(api('1') + api('1').replace('api', 'web'), api('2') + api('2').replace('api', 'web'));
    expect(await refused({ ref: 'v1', 'only-changes': 'terraform_data.a*' })).toContain(
      'terraform_data.web would change, and `only-changes` does not name it',
    );
    const { outputs } = await checkout.roll({
      ref: 'v1',
      'only-changes': 'terraform_data.a*\nterraform_data.web',
    });
    expect(outputs.result).toBe('done');
  });

  test('an older ref with another backend would be planned against an old state, and is refused', async () => {
    const elsewhere = 'terraform {\n backend "local" { path = "old.tfstate" }\n}\n';
    deployed(api('1') + elsewhere, api('2'));
    const { errors } = await checkout.roll({ ref: 'v1' });
    expect(errors[0]).toMatch(/^v1 has another backend than the present configuration/);
  });

  test('a workspace that is not there is never made', async () => {
    deployed(api('1'), api('2'));
    const { errors } = await checkout.roll({ ref: 'v1', workspace: 'prodution' });
    expect(errors[0]).toMatch(
      /^terraform workspace select prodution of \. failed: Workspace "prodution" doesn't exist/,
    );
  });

  test('the workspace that is named is the one that goes back', async () => {
    deployed(api('1'), api('2'));
    checkout.terraform(['workspace', 'new', 'prod']);
    checkout.terraform(['apply', '-auto-approve']);
    const { outputs, errors } = await checkout.roll({ ref: 'v1', workspace: 'prod' });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(checkout.state()['terraform_data.api']?.input).toBe('1');
    checkout.terraform(['workspace', 'select', 'default']);
    expect(checkout.state()['terraform_data.api']?.input).toBe('2');
  });
});
