import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RunningStep } from '../../support/action.ts';
import { Checkout } from '../../support/terraform/checkout.ts';
import { HttpBackend } from '../../support/terraform/http-backend.ts';
import { infraProgram, PROGRAMS } from '../../support/terraform/programs.ts';
import { until } from '../../support/until.ts';

const run = promisify(execFile);

describe.each(PROGRAMS)('with %s', (name) => {
  let program: string;
  beforeAll(() => {
    program = infraProgram(name);
  });

  let checkout: Checkout;
  let backend: HttpBackend;
  /** Seconds that a whole run takes on this machine now. */
  let wholeRun = 0;
  const at = (name: string) => join(checkout.path, '..', name);

  /** `first` is made at once, `slow` is under way from when `started` is there until `go` is, and `last` comes after it. */
  const version = (number: number) => ({
    'main.tf': `
    terraform {
      backend "http" {}
    }
    variable "slow" { default = ${number === 1} }
    resource "terraform_data" "first" { input = "${number}" }
    resource "terraform_data" "slow" {
      count      = var.slow ? 1 : 0
      depends_on = [terraform_data.first]
      provisioner "local-exec" {
        command = "touch ${at('started')}; while [ ! -e ${at('go')} ]; do sleep 0.1; done"
      }
    }
    resource "terraform_data" "last" {
      input      = "${number}"
      depends_on = [terraform_data.slow]
    }
  `,
  });

  beforeEach(async () => {
    backend = await HttpBackend.start();
    checkout = new Checkout(program);
    checkout.commit('v1', version(1)).commit('v2', version(2));
    const started = performance.now();
    await deploy();
    wholeRun = (performance.now() - started) / 1000;
  });
  afterEach(() => {
    writeFileSync(at('go'), '');
    backend.stop();
    checkout.remove();
  });

  /** Terraform itself, whose state is answered for by this process. */
  async function deploy(): Promise<void> {
    const settings = backend.settings.split('\n').map((setting) => `-backend-config=${setting}`);
    const options = { cwd: checkout.path, env: { PATH: process.env.PATH, TF_CLI_CONFIG_FILE: '/dev/null' } };
    await run(program, ['init', '-input=false', ...settings], options);
    await run(program, ['apply', '-input=false', '-auto-approve', '-var=slow=false'], options);
    // A job of its own, which begins with nothing.
    rmSync(join(checkout.path, '.terraform'), { recursive: true });
  }

  /** A rollback that is in the middle of its apply. */
  async function inTheMiddle(): Promise<RunningStep> {
    const env = { RUNNER_TRACKING_ID: 'github_4711' };
    const step = checkout.start({ ref: 'v1', 'backend-config': backend.settings }, { env });
    await until(() => existsSync(at('started')) && isWritten());
    return step;
  }

  const again = (more: Record<string, string> = {}) =>
    checkout.roll({ ref: 'v1', 'backend-config': backend.settings, ...more });

  const addresses = () =>
    (JSON.parse(backend.state) as { resources: { name: string }[] }).resources.map(({ name }) => name);

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s: the change under way ends, the state is written, the lock given back',
    async (name) => {
      const step = await inTheMiddle();
      step.process.kill(name);
      await until(() => step.log().includes('terraform was asked to stop') && hasHeard());
      expect(step.process.exitCode).toBeNull();
      writeFileSync(at('go'), '');
      const { exitCode, errors, outputs } = await step.result;
      expect([exitCode, outputs.result]).toEqual([1, 'failed']);
      expect(errors[0]).toBe(
        `The run was cancelled (${name}); 1 of 3 changes were made and the state was written: run it again to plan and apply the rest.`,
      );
      expect(addresses()).toContain('slow');
      expect(backend.lock).toBeUndefined();

      // What was under way is in the state as tainted, because its provisioner did not end: nothing is lost from sight.
      const refused = await again();
      expect(refused.errors[0]).toContain(
        'terraform_data.slow[0] would be replaced, which destroys what is there because it is tainted',
      );
      const next = await again({ 'allow-destroy': 'terraform_data.slow[0]' });
      expect([next.errors, next.outputs.result]).toEqual([[], 'done']);
      const left = JSON.parse(next.outputs.changes ?? '') as { address: string }[];
      expect(left.map(({ address }) => address)).toEqual(['terraform_data.last', 'terraform_data.slow[0]']);
    },
  );

  test('both signals of the runner and then SIGKILL: terraform goes on alone, and the post step tells how it ended', async () => {
    const step = await inTheMiddle();
    step.process.kill('SIGINT');
    await until(() => step.log().includes('terraform was asked to stop') && hasHeard());
    step.process.kill('SIGTERM');
    step.process.kill('SIGKILL');
    const { state } = await step.result;
    const post = checkout.start({ ref: 'v1', 'backend-config': backend.settings }, { state });
    writeFileSync(at('go'), '');
    const { warnings, exitCode } = await post.result;
    expect(exitCode).toBe(0);
    expect(warnings[0]).toMatch(
      /^The run was cut off; terraform apply of \. went on, ended by itself and wrote the state: 1 change was made \(terraform_data\.first\)/,
    );
    expect(addresses()).toContain('slow');
    expect(backend.lock).toBeUndefined();
    expect(readdirSync(checkout.temp).filter((file) => file.startsWith('rollback-infra'))).toEqual([]);
    expect((await again({ 'allow-destroy': 'terraform_data.slow[0]' })).outputs.result).toBe('done');
  });

  test('SIGKILL alone: the post step asks terraform to stop, once, and waits for it', async () => {
    const step = await inTheMiddle();
    // What has the runner's tracking id is killed at the end of the job.
    const { pid } = JSON.parse(runningFile()) as { pid: number };
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('github_4711');
    step.process.kill('SIGKILL');
    const { state } = await step.result;
    const post = checkout.start({ ref: 'v1', 'backend-config': backend.settings }, { state });
    await until(() => runningFile().includes('"interrupted":true') && hasHeard());
    writeFileSync(at('go'), '');
    expect((await post.result).warnings[0]).toContain(
      'ended by itself and wrote the state: 1 change was made',
    );
    expect(backend.lock).toBeUndefined();
  });

  test('when terraform was killed too, its lock remains, and the next run says so and never takes it', async () => {
    const step = await inTheMiddle();
    const { pid } = JSON.parse(runningFile()) as { pid: number };
    process.kill(-pid, 'SIGKILL');
    const { errors } = await step.result;
    expect(errors[0]).toContain('was killed by something on the runner');
    const { ID } = JSON.parse(backend.lock ?? '') as { ID: string };

    const next = await checkout.roll({ ref: 'v1', 'backend-config': backend.settings, 'lock-timeout': '1s' });
    // Of this kind of backend OpenTofu tells more than Terraform.
    expect(next.errors[0]).toMatch(
      /^The state of \. is locked by (another run, and this backend does not tell which|\S+@\S+ since 20)/,
    );
    expect(next.errors[0]).toContain(ID);
    expect(backend.lock).toContain(ID);
  });

  test('a run that was killed with terraform is told of by the next one with its id', async () => {
    const step = await inTheMiddle();
    const { pid } = JSON.parse(runningFile()) as { pid: number };
    step.process.kill('SIGKILL');
    await step.result;
    process.kill(-pid, 'SIGKILL');
    const { warnings } = await checkout.roll({
      ref: 'v1',
      'backend-config': backend.settings,
      'lock-timeout': '1s',
    });
    expect(warnings[0]).toMatch(
      /^The run was cut off and terraform apply of \. killed: 1 change was made .* the lock may have remained/,
    );
  });

  test('the deadline stops an apply as a cancelled run does', async () => {
    // Long enough that the apply has begun, however busy the machine is; it would not end by itself.
    const seconds = Math.ceil(4 + 2 * wholeRun);
    const step = checkout.start({ ref: 'v1', 'backend-config': backend.settings, timeout: `${seconds}s` });
    await until(() => step.log().includes('terraform was asked to stop'));
    writeFileSync(at('go'), '');
    expect((await step.result).errors[0]).toContain(`The deadline of ${seconds} s`);
    expect(backend.lock).toBeUndefined();
  });

  test('a state that the backend does not take at first is pushed again', async () => {
    const step = await inTheMiddle();
    backend.refusals = 1;
    writeFileSync(at('go'), '');
    const { exitCode, warnings } = await step.result;
    expect([exitCode, warnings]).toEqual([
      1,
      ['The backend did not take the new state of . at first; it was pushed again, and is there now.'],
    ]);
    expect(addresses()).toEqual(expect.arrayContaining(['first', 'slow', 'last']));
    expect(backend.lock).toBeUndefined();
  });

  test('a state that the backend does not take at all is kept and told of', async () => {
    const step = await inTheMiddle();
    backend.answerToWrite = 500;
    writeFileSync(at('go'), '');
    const { exitCode, warnings } = await step.result;
    expect(exitCode).toBe(1);
    const [, kept = ''] = /is in (\S+) on this runner/.exec(warnings.join('\n')) ?? [];
    expect(readFileSync(kept, 'utf8')).toContain('"slow"');
  });

  /** Whether what the next run looks for is on the disk, which terraform does not wait for. */
  const isWritten = () =>
    readdirSync(checkout.temp).some(
      (name) => name.startsWith('rollback-infra-') && existsSync(join(checkout.temp, name, 'running.json')),
    ) && runningFile().includes('"pid":');

  /** Whether terraform itself knows by now that it is to stop: it goes on until then, however long that takes. */
  const hasHeard = () => {
    const [, output] = /"output":"([^"]+)"/.exec(runningFile()) ?? [];
    return output !== undefined && readFileSync(output, 'utf8').includes('Interrupt received');
  };

  function runningFile(): string {
    const folder = readdirSync(checkout.temp).find((file) => file.startsWith('rollback-infra-'));
    return readFileSync(join(checkout.temp, folder ?? '', 'running.json'), 'utf8');
  }
});
