import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram } from '../../support/terraform/programs.ts';

const key = (name: string, word: string) => `
  key_provider "pbkdf2" "${name}" {
    passphrase = "${word.repeat(4)}"
    iterations = 200000
  }
  method "aes_gcm" "${name}" { keys = key_provider.pbkdf2.${name} }
`;
const PLAIN = 'method "unencrypted" "plain" {}';
const encryption = (content: string) => `terraform {\n encryption {\n ${content}\n }\n}\n`;
/** Encrypts, and still reads a state that is not encrypted yet. */
const BEGUN = encryption(
  `${key('old', 'abcd')}\n${PLAIN}\n state {\n method = method.aes_gcm.old\n fallback {\n method = method.unencrypted.plain\n }\n }`,
);
const ENFORCED = encryption(
  `${key('old', 'abcd')}\n state {\n method = method.aes_gcm.old\n enforced = true\n }`,
);
const ROTATED = encryption(
  `${key('new', 'wxyz')}\n${key('old', 'abcd')}\n state {\n method = method.aes_gcm.new\n fallback {\n method = method.aes_gcm.old\n }\n }`,
);
/** Takes the encryption away again. */
const ENDED = encryption(
  `${key('old', 'abcd')}\n${PLAIN}\n state {\n method = method.unencrypted.plain\n fallback {\n method = method.aes_gcm.old\n }\n }`,
);

/** opentofu/opentofu#1606: OpenTofu encrypts the state by what the configuration says, and an older ref says something else. */
describe('a state that OpenTofu encrypts', () => {
  let checkout: Checkout;
  afterEach(() => checkout.remove());

  const files = (tag: string, more: string) => ({
    '.gitignore': '.terraform*\n*.tfstate*\n',
    'main.tf': `resource "terraform_data" "api" { input = "${tag}" }\n${more}`,
  });
  const state = () => readFileSync(join(checkout.path, 'terraform.tfstate'), 'utf8');
  const input = () => checkout.state()['terraform_data.api']?.input;

  test.each([
    ['no key', '', ENFORCED, [BEGUN]],
    ['the key before a rotation', ENFORCED, ROTATED, [BEGUN]],
  ])('goes back to a ref that has %s, and the next deploy reads it', async (_, older, today, between) => {
    checkout = new Checkout(infraProgram('tofu'));
    checkout.commit('v1', files('1', older));
    for (const [index, step] of between.entries())
      checkout.commit(`between${index}`, files(`between${index}`, step)).deploy();
    checkout.commit('v2', files('2', today)).deploy();
    const { errors, outputs } = await checkout.roll({ ref: 'v1' });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(state()).not.toContain('terraform_data');
    expect(input()).toBe('1');
  });

  test('is not encrypted again where that has ended, as the next deploy could not read it', async () => {
    checkout = new Checkout(infraProgram('tofu'));
    checkout.commit('v1', files('1', BEGUN)).deploy();
    checkout.commit('ending', files('ending', ENDED)).deploy();
    checkout.commit('v2', files('2', '')).deploy();
    const before = state();
    const { errors, outputs } = await checkout.roll({ ref: 'v1' });
    expect([errors, outputs.result]).toEqual([
      [
        'v1 encrypts the state and the present configuration does not, so the next deploy could not read what a rollback writes; roll back to a ref without the `encryption` block, or by `vars` alone.',
      ],
      'failed',
    ]);
    expect([state(), before.includes('terraform_data')]).toEqual([before, true]);
  });
});
