import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runAction, type StepOptions, type StepResult, startAction } from '../action.ts';

/** What is written into a checkout: texts by path. */
export type Files = Readonly<Record<string, string>>;

const { PATH, HOME } = process.env;
/** The machine's own Terraform configuration is not part of any test. */
const environment = { PATH, HOME, TF_CLI_CONFIG_FILE: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

/** A git checkout in a runner's workspace, and the folder of the runner beside it. */
export class Checkout {
  readonly path: string;
  /** `RUNNER_TEMP` of the job. */
  readonly temp: string;
  readonly #program: string;
  readonly #root: string;

  constructor(program: string) {
    this.#program = program;
    this.#root = mkdtempSync(join(tmpdir(), 'infra-'));
    this.path = join(this.#root, 'workspace');
    this.temp = join(this.#root, 'temp');
    mkdirSync(this.path);
    mkdirSync(this.temp);
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** Makes the files what is checked out, and all that is, as a commit with a tag. */
  commit(tag: string, files: Files): this {
    this.git('rm', '-rfq', '--ignore-unmatch', '.');
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.git('add', '--all');
    this.git('-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', tag);
    this.git('tag', tag);
    return this;
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.path, ...args], {
      encoding: 'utf8',
      env: environment,
      stdio: 'pipe',
    });
  }

  /** Terraform as the deploy before uses it, in the checkout. */
  terraform(args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
    return execFileSync(this.#program, args, {
      cwd: this.path,
      encoding: 'utf8',
      env: { ...environment, ...env },
      stdio: 'pipe',
    });
  }

  /** All resources of the state by address, with those of modules. */
  deepState(env: NodeJS.ProcessEnv = {}): Record<string, Record<string, unknown>> {
    interface Module {
      resources?: { address: string; values: Record<string, unknown> }[];
      child_modules?: Module[];
    }
    const of = ({
      resources = [],
      child_modules: children = [],
    }: Module): [string, Record<string, unknown>][] => [
      ...resources.map(({ address, values }): [string, Record<string, unknown>] => [address, values]),
      ...children.flatMap(of),
    ];
    const { values } = JSON.parse(this.terraform(['show', '-json'], env)) as {
      values?: { root_module: Module };
    };
    return Object.fromEntries(of(values?.root_module ?? {}));
  }

  /** Deploys what is checked out. */
  deploy(env: NodeJS.ProcessEnv = {}): void {
    this.terraform(['init', '-input=false', '-reconfigure'], env);
    this.terraform(['apply', '-input=false', '-auto-approve'], env);
  }

  /** The present values of all resources, by address. */
  state(env: NodeJS.ProcessEnv = {}): Record<string, Record<string, unknown>> {
    const shown = JSON.parse(this.terraform(['show', '-json'], env)) as {
      values?: { root_module: { resources?: { address: string; values: Record<string, unknown> }[] } };
    };
    const resources = shown.values?.root_module.resources ?? [];
    return Object.fromEntries(resources.map(({ address, values }) => [address, values]));
  }

  roll(inputs: Record<string, string>, options: Partial<StepOptions> = {}): Promise<StepResult> {
    return runAction('rollback-infra', this.#step(inputs, options));
  }

  start(inputs: Record<string, string>, options: Partial<StepOptions> = {}) {
    return startAction('rollback-infra', this.#step(inputs, options));
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  #step(inputs: Record<string, string>, options: Partial<StepOptions>): StepOptions {
    return {
      temp: this.temp,
      run: '4711',
      ...options,
      with: { terraform: this.#program, reason: 'test', ...inputs },
      env: { ...environment, GITHUB_WORKSPACE: this.path, ...options.env },
    };
  }
}
