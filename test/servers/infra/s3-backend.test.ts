/** A state in S3 with its lock beside it (`use_lockfile`), as Terraform 1.10 and OpenTofu 1.10 have it. */
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type S3Server, startS3 } from '../../support/s3/server.ts';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram, PROGRAMS } from '../../support/terraform/programs.ts';

let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.remove());

const version = (number: number, key: string, locking = 'use_lockfile = true', more = '') => ({
  '.gitignore': '.terraform*\n*.tfstate*\n',
  'main.tf': `
    terraform {
      backend "s3" {
        bucket = "${s3.bucket}"
        key    = "${key}"
        region = "us-east-1"
        ${locking}
        use_path_style              = true
        skip_credentials_validation = true
        skip_requesting_account_id  = true
        skip_metadata_api_check     = true
        skip_region_validation      = true
        endpoints = { s3 = "${s3.endpoint}" }
      }
    }
    resource "terraform_data" "api" { input = "${number}" }
    ${more}
  `,
});

describe.each(PROGRAMS)('with %s', (name) => {
  let program: string;
  let checkout: Checkout;
  let key: string;
  beforeAll(() => {
    program = infraProgram(name);
  });
  beforeEach(() => {
    checkout = new Checkout(program);
    key = `${name}/${Date.now()}/terraform.tfstate`;
  });
  afterEach(() => checkout.remove());
  const env = () => s3.environment;
  const input = () => checkout.state(env())['terraform_data.api']?.input;

  test('goes back, and leaves no lock behind', async () => {
    checkout.commit('v1', version(1, key)).commit('v2', version(2, key)).deploy(env());
    const { errors, outputs } = await checkout.roll({ ref: 'v1' }, { env: env() });
    expect([errors, outputs.result, input()]).toEqual([[], 'done', '1']);
    expect((await s3.keys()).filter((each) => each.endsWith('.tflock'))).toEqual([]);
  });

  test('I6: an older ref that locked in DynamoDB goes back with the lock of today', async () => {
    checkout.commit('v1', version(1, key, 'dynamodb_table = "locks"')).commit('v2', version(2, key));
    checkout.deploy(env());
    const { errors, outputs } = await checkout.roll({ ref: 'v1' }, { env: env() });
    expect([errors, outputs.result, input()]).toEqual([[], 'done', '1']);
  });

  test('a lock that a deploy has: who it is and since when, waited for, and never broken', async () => {
    checkout.commit('v1', version(1, key)).commit('v2', version(2, key)).deploy(env());
    const other = new Checkout(program);
    const at = (file: string) => join(other.path, '..', file);
    const wait = `provisioner "local-exec" { command = "touch ${at('started')}; while [ ! -e ${at('go')} ]; do sleep 0.1; done" }`;
    const slow = `resource "terraform_data" "slow" {\n${wait}\n}`;
    other.commit('v3', version(2, key, 'use_lockfile = true', slow));
    other.terraform(['init', '-input=false'], env());
    const deploy = spawn(program, ['apply', '-auto-approve'], {
      cwd: other.path,
      env: { ...process.env, ...env() },
      stdio: 'ignore',
    });
    const ended = new Promise((done) => deploy.once('exit', done));
    while (!existsSync(at('started'))) await new Promise((next) => setTimeout(next, 20));
    try {
      const { errors, log } = await checkout.roll({ ref: 'v1', 'lock-timeout': '1s' }, { env: env() });
      expect(errors[0]).toMatch(
        /^The state of \. is locked by \S+@\S+ since 20\S+ \S+ \+0000 UTC \(apply, lock [0-9a-f-]{36}\); wait until that run has ended; /,
      );
      expect((await s3.keys()).filter((each) => each.endsWith('.tflock'))).toEqual([`${key}.tflock`]);
      expect(log.replace(/^::add-mask::.*$/gm, '')).not.toContain(s3.environment.AWS_SECRET_ACCESS_KEY);
    } finally {
      writeFileSync(at('go'), '');
      await ended;
      other.remove();
    }
  });
});
