import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBoolean } from '@actions/workflow-parser';
import type { Step } from '@actions/workflow-parser/model/workflow-template';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { evaluate, holds, textsOf, toText } from './expressions.ts';
import type { Machine } from './machine.ts';
import { at, expectOnly } from './parse.ts';
import { type Command, type Ended, runProcess } from './process.ts';
import type { Outcome, StepResult } from './results.ts';
import { inputsFor, inputVariables, type OwnAction, type OwnSteps, ownAction, standInFor } from './uses.ts';

const KNOWN = [
  ...['id', 'name', 'if', 'uses', 'with', 'run', 'shell', 'env'],
  ...['continue-on-error', 'timeout-minutes', 'working-directory'],
];
const SHELLS: Record<string, readonly [string, ...string[]]> = {
  '': ['bash', '-e'],
  bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail'],
};

/** What a step's process, or the stand-in for it, came to. */
type Run = Pick<Ended, 'exitCode' | 'log' | 'outputs' | 'summary'>;

/** What is to be done for a step at the end of the job. */
export interface Post {
  readonly id: string;
  readonly name: string;
  readonly condition: string;
  readonly main: OwnAction;
  readonly variables: NodeJS.ProcessEnv;
}

/** Runs the steps of a job, one after another, whatever comes. */
export async function runStep(machine: Machine, step: Step, token: TemplateToken): Promise<StepResult> {
  expectOnly(token, `step \`${step.id}\``, KNOWN);
  if (!('run' in step) && !('uses' in step))
    throw new Error(`The harness does not know a step such as ${step.id}.`);
  const env = textsOf(step.env, machine.scope());
  const scope = () => machine.scope(env);
  const name = step.name ? toText(evaluate(step.name, scope())) : 'uses' in step ? step.uses.value : 'run';
  const base = { id: step.id, name };
  const condition = step.if.expression;
  if (!holds(condition, scope())) return skipped(base);
  const minutes = at(token, 'timeout-minutes');
  const cancel = machine.cancelOf(
    () => holds(condition, scope()),
    minutes && Number(evaluate(minutes, scope())),
  );
  const command = { env: { ...machine.variables(), ...env }, cancel: cancel.signal };
  const run =
    'run' in step
      ? await runScript(machine, token, toText(evaluate(step.run, scope())), command)
      : await runUses(machine, base, step.uses.value, textsOf(at(token, 'with'), scope()), command);
  const outcome = cancel.end(run.exitCode);
  const tolerated = outcome === 'failure' && continues(step['continue-on-error'], () => scope());
  return told(machine, base, run, outcome, tolerated ? 'success' : outcome);
}

/** Runs what is to be done for a step at the end of its job. */
async function runPost(machine: Machine, post: Post, state: Readonly<Record<string, string>>) {
  const base = { id: `post:${post.id}`, name: `Post ${post.name}` };
  if (!holds(post.condition, machine.scope())) return skipped(base);
  const variables = Object.entries(state).map(([key, value]) => [`STATE_${key}`, value]);
  const env = { ...post.variables, ...Object.fromEntries(variables) };
  // A job that is cancelled still cleans up.
  const run = await start(machine, [process.execPath, post.main.post as string], {
    env,
    cancel: new AbortController().signal,
  });
  const outcome = run.exitCode === 0 ? 'success' : 'failure';
  return told(machine, base, run, outcome, outcome);
}

async function runScript(
  machine: Machine,
  token: TemplateToken,
  script: string,
  command: Pick<Command, 'env' | 'cancel'>,
): Promise<Run> {
  const scope = machine.scope();
  const [shell, folder = ''] = ['shell', 'working-directory'].map((key) => {
    const value = at(token, key);
    return value ? toText(evaluate(value, scope)) : '';
  });
  const argv = SHELLS[shell ?? ''];
  if (!argv) throw new Error(`The harness does not know the shell ${shell}.`);
  const file = join(machine.temp, `${randomUUID()}.sh`);
  writeFileSync(file, script);
  return start(machine, [...argv, file], command, join(machine.workspace, folder));
}

async function runUses(
  machine: Machine,
  step: { id: string; name: string },
  uses: string,
  given: Record<string, string>,
  command: Pick<Command, 'env' | 'cancel'>,
): Promise<Run> {
  const own = ownAction(uses, machine.workspace);
  if (!own) return runStandIn(machine, step, uses, given, command.env);
  if ('runs' in own) return runSteps(machine, own, given);
  const variables = { ...command.env, ...inputVariables(own, given, machine.scope()) };
  const ended = await start(machine, [process.execPath, own.main], { ...command, env: variables });
  if (own.post) {
    const post = { ...step, condition: own.postIf, main: own, variables };
    machine.posts.push((state) => runPost(machine, post, state), ended.state);
  }
  return ended;
}

/** The steps of a composite action; what comes after one that fails is up to their conditions. */
async function runSteps(
  machine: Machine,
  action: OwnSteps,
  given: Readonly<Record<string, string>>,
): Promise<Run> {
  const { runs, template } = action;
  const tokens = at(template.root, 'runs', 'steps')?.assertSequence('steps');
  return machine.within(inputsFor(action, given, machine.scope()), async () => {
    for (const [index, step] of runs.steps.entries())
      machine.add(await runStep(machine, step, tokens?.get(index) as TemplateToken));
    const log = machine.results.map((result) => result.log).join('');
    const outputs = Object.fromEntries(
      (template.outputs ?? []).map(({ id, value }) => [
        id,
        value ? toText(evaluate(value, machine.scope())) : '',
      ]),
    );
    return { exitCode: machine.status === 'success' ? 0 : 1, log, outputs, summary: '' };
  });
}

function runStandIn(
  machine: Machine,
  step: { id: string },
  uses: string,
  given: Record<string, string>,
  env: NodeJS.ProcessEnv,
): Run {
  const { action, run } = standInFor(uses, machine.standIns);
  const call = {
    ...{ action, job: machine.job, step: step.id, with: given, workspace: machine.workspace },
    env: env as Record<string, string>,
  };
  machine.calls.push(call);
  try {
    const { outputs = {}, env: left = {}, log = '' } = run(call);
    Object.assign(machine.env, left);
    return { exitCode: 0, log: `${action}: ${log}\n`, outputs, summary: '' };
  } catch (error) {
    return { exitCode: 1, log: `::error::${(error as Error).message}\n`, outputs: {}, summary: '' };
  }
}

/** Starts a process on the machine, and takes over what it says to the runner. */
async function start(
  machine: Machine,
  argv: readonly [string, ...string[]],
  command: Pick<Command, 'env' | 'cancel'>,
  cwd = machine.workspace,
): Promise<Ended> {
  const { temp, onText, death } = machine;
  const ended = await runProcess({ argv, cwd, temp, ...command, onText, death });
  machine.masks.learn(ended.log);
  Object.assign(machine.env, ended.env);
  machine.path.unshift(...ended.path.toReversed());
  return ended;
}

function continues(setting: Step['continue-on-error'], scope: () => Parameters<typeof evaluate>[1]): boolean {
  if (setting === undefined || typeof setting === 'boolean') return setting ?? false;
  return isBoolean(setting) ? setting.value : evaluate(setting, scope()) === true;
}

function told(
  machine: Machine,
  base: { id: string; name: string },
  { log, outputs, summary }: Run,
  outcome: Outcome,
  conclusion: Outcome,
): StepResult {
  return { ...base, outcome, conclusion, outputs, log: machine.masks.hide(log), summary };
}

function skipped(base: { id: string; name: string }): StepResult {
  return { ...base, outcome: 'skipped', conclusion: 'skipped', outputs: {}, log: '', summary: '' };
}
