import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { ActionError } from '../../base/errors.ts';
import { timeLimit } from '../../base/time-limit.ts';
import { WAITS } from '../../base/waits.ts';
import { jsonOf } from '../http/client.ts';
import type { DeployArguments } from './arguments.ts';
import { type CommandOptions, capture, findProgram, follow } from './command.ts';
import {
  type Diagnostic,
  explain,
  isLockedByUnknown,
  type Message,
  parseErrors,
  parseMessage,
} from './diagnostics.ts';
import { environmentFor } from './environment.ts';
import { pgLockHolder } from './pg-lock.ts';

/** Lines of a command's output that are kept, and errors of it. */
const MAX_LINES = 10_000;
const MAX_DIAGNOSTICS = 100;
/** What is read of a state; one that was never written has nothing of it. */
const STATE = v.object({ lineage: v.optional(v.string(), ''), serial: v.optional(v.number(), 0) });

/** Options that the deploy gives to commands, and this one too. */
type Added = Pick<DeployArguments, 'init' | 'plan' | 'apply'>;

/** Terraform or OpenTofu in one directory. Nothing it is asked here makes it ask back. */
export class Terraform {
  readonly #program: string;
  readonly #place: CommandOptions;
  /** The directory as the user names it. */
  readonly #where: string;
  /** A folder of ours that no other user can read. */
  readonly #scratch: string;
  /** The folder for what `init` writes. */
  readonly #data: string;
  readonly #added: Added;
  #calls = 0;

  /** @throws ActionError where there is no such program */
  constructor(
    program: string,
    options: {
      directory: string;
      where: string;
      scratch: string;
      data: string;
      added: Added;
      signal: AbortSignal;
    },
  ) {
    const { directory, where, scratch, data, added, signal } = options;
    this.#program = findProgram(program, process.env.PATH);
    this.#place = { directory, signal, environment: environmentFor(process.env, data) };
    this.#where = where;
    this.#scratch = scratch;
    this.#data = resolve(directory, data);
    this.#added = added;
  }

  /** Its version, such as `1.11.4`. */
  async version(): Promise<string> {
    const output = await this.#read(['version', '-json']);
    return (JSON.parse(output) as { terraform_version: string }).terraform_version;
  }

  /** Fetches providers and modules and connects the backend: that of the files, or else the one it was connected to. */
  async init(backendFiles: readonly string[]): Promise<void> {
    const args = [
      'init',
      '-input=false',
      '-no-color',
      ...this.#added.init,
      ...(backendFiles.length > 0 ? ['-reconfigure'] : []),
      ...backendFiles.map((file) => `-backend-config=${file}`),
    ];
    await this.#plain('init', args);
  }

  /** @throws ActionError where there is no such workspace: none is ever made */
  async selectWorkspace(name: string): Promise<void> {
    await this.#plain(`workspace select ${name}`, ['workspace', 'select', '-no-color', name]);
  }

  /** Plans with today's state and gives the path of the plan file. `lockTimeout` is in seconds. */
  async plan(
    varFiles: readonly string[],
    lockTimeout: number,
    onMessage: (message: Message) => void,
  ): Promise<string> {
    const path = join(this.#scratch, 'plan');
    const files = varFiles.map((file) => `-var-file=${file}`);
    const usual = ['-input=false', '-json', `-lock-timeout=${lockTimeout}s`];
    await this.#follow('plan', ['plan', ...this.#added.plan, ...usual, ...files, `-out=${path}`], onMessage);
    return path;
  }

  /** The workspaces there are. */
  async workspaces(): Promise<string[]> {
    const output = await this.#read(['workspace', 'list', '-no-color']);
    return output
      .split('\n')
      .map((line) => line.replace('*', '').trim())
      .filter((name) => name !== '');
  }

  /** A plan file as JSON. */
  show(planFile: string): Promise<string> {
    return this.#read(['show', '-json', '-no-color', planFile]);
  }

  /** Which state there is, and how many times it was written. */
  async state(): Promise<{ lineage: string; serial: number }> {
    const output = await this.#read(['state', 'pull']);
    const json = output.trim() === '' ? {} : jsonOf(output);
    const { success, output: state } = v.safeParse(STATE, Array.isArray(json) ? undefined : json);
    if (!success)
      throw new ActionError(
        `What the backend of ${this.#where} gives as its state is not a state; see what \`terraform state pull\` says.`,
      );
    const { lineage, serial } = state;
    return { lineage, serial };
  }

  /**
   * Applies a plan file, and nothing else than what is in it. `watch` gets the process and when it is interrupted.
   *
   * @param varFiles where the plan needs values that no plan keeps
   */
  async apply(
    planFile: string,
    varFiles: readonly string[],
    lockTimeout: number,
    onMessage: (message: Message) => void,
    watch: { onStart(pid: number, file: string): void; onInterrupt(): void },
  ): Promise<void> {
    const files = varFiles.map((file) => `-var-file=${file}`);
    const args = ['-input=false', '-json', `-lock-timeout=${lockTimeout}s`, ...files, planFile];
    await this.#follow('apply', ['apply', ...this.#added.apply, ...args], onMessage, watch);
  }

  /**
   * Writes a state that Terraform had to leave on the disk to the backend, which refuses it where it is not newer; also
   * when the run is over, because nothing else has it.
   *
   * @returns false where there is none
   */
  async pushStateIfLeft(file: string): Promise<boolean> {
    if (!existsSync(file)) return false;
    const signal = timeLimit(WAITS.TERRAFORM_PUSH_MS, '`terraform state push` did not end');
    await this.#plain('state push', ['state', 'push', file], { ...this.#place, signal });
    return true;
  }

  /** The outputs of the root module. */
  async outputs(): Promise<Record<string, { sensitive: boolean; value: unknown }>> {
    return JSON.parse(await this.#read(['output', '-json', '-no-color']));
  }

  async #read(args: readonly string[]): Promise<string> {
    const since = Date.now();
    const { code, output, errors } = await capture(this.#program, args, this.#place);
    if (code === 0) return output;
    throw await this.#failed(args.slice(0, 2).join(' '), parseErrors(errors), since);
  }

  /** A command without `-json`. */
  async #plain(what: string, args: readonly string[], place = this.#place): Promise<void> {
    const since = Date.now();
    const lines: string[] = [];
    const code = await follow(this.#program, args, place, {
      file: this.#file(),
      onLine(line) {
        lines.push(line);
        if (lines.length > MAX_LINES) lines.shift();
      },
    });
    if (code === 0) return;
    place.signal.throwIfAborted();
    throw await this.#failed(what, parseErrors(lines.join('\n')), since);
  }

  /** A command with `-json`. */
  async #follow(
    what: string,
    args: readonly string[],
    onMessage: (message: Message) => void,
    watch?: { onStart(pid: number, file: string): void; onInterrupt(): void },
  ): Promise<void> {
    const since = Date.now();
    const diagnostics: Diagnostic[] = [];
    const file = this.#file();
    const code = await follow(this.#program, args, this.#place, {
      file,
      onLine(line) {
        const message = parseMessage(line);
        if (message.diagnostic && diagnostics.length < MAX_DIAGNOSTICS) diagnostics.push(message.diagnostic);
        onMessage(message);
      },
      ...(watch && { onStart: (pid) => watch.onStart(pid, file), onInterrupt: watch.onInterrupt }),
    });
    if (code === 0) return;
    this.#place.signal.throwIfAborted();
    if (code === null)
      throw new ActionError(
        `terraform ${what} of ${this.#where} was killed by something on the runner; run it again.`,
      );
    throw await this.#failed(what, diagnostics, since);
  }

  #file(): string {
    this.#calls += 1;
    return join(this.#scratch, `output-${this.#calls}`);
  }

  async #failed(what: string, diagnostics: readonly Diagnostic[], since: number): Promise<ActionError> {
    const { environment, signal } = this.#place;
    const holder = isLockedByUnknown(diagnostics, since)
      ? await pgLockHolder(this.#data, environment, signal)
      : undefined;
    return explain(what, this.#where, diagnostics, since, holder);
  }
}
