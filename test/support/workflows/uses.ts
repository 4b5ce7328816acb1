import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ActionRunsComposite } from '@actions/workflow-parser/actions/action-template';
import { evaluate, type Scope, toText } from './expressions.ts';
import { type Action, OWN, ROOT, readAction } from './parse.ts';
import type { StandIn } from './stand-ins.ts';

/** An action of this repository, run from dist/. */
export interface OwnAction {
  readonly main: string;
  readonly post: string | undefined;
  readonly postIf: string;
  readonly template: Action;
}

/** An action of this repository that is made of steps. */
export interface OwnSteps {
  readonly runs: ActionRunsComposite;
  readonly template: Action;
}

/**
 * The action of this repository that `uses` names: `$/actions/notify`, `$/`, by the name it has elsewhere, or by where the
 * workspace has a checkout of it.
 */
export function ownAction(uses: string, workspace: string): OwnAction | OwnSteps | undefined {
  const [, path] = /^\$\/(.*)$/.exec(uses) ?? new RegExp(`^${OWN}/?([^@]*)@`).exec(uses) ?? [];
  if (path === undefined && !uses.startsWith('./')) return undefined;
  const folder = path === undefined ? join(workspace, uses) : join(ROOT, path);
  const template = readAction(folder);
  const { runs } = template;
  if (runs.using === 'composite') return { runs, template };
  if (runs.using !== 'node24')
    throw new Error(`The harness does not know an action that runs by ${runs.using}.`);
  if (!process.version.startsWith('v24.'))
    throw new Error(`${uses} needs Node 24, and this is ${process.version}.`);
  const [main, post] = [runs.main, runs.post].map((script) => script && resolve(folder, script));
  for (const script of [main, post]) {
    if (script && !existsSync(script)) throw new Error(`${uses} needs ${script}: run \`npm run build\`.`);
  }
  return { main: main as string, post, postIf: runs.postIf ?? 'always()', template };
}

/** The stand-in for an action of others. */
export function standInFor(
  uses: string,
  all: Readonly<Record<string, StandIn>>,
): { action: string; run: StandIn } {
  const [, action = ''] = /^([\w.-]+\/[\w./-]+)@[\w./-]+$/.exec(uses) ?? [];
  const run = all[action];
  if (!run) throw new Error(`The harness has no stand-in for \`uses: ${uses}\`.`);
  return { action, run };
}

/** The inputs of an action: those given, and the defaults of the others. */
export function inputsFor(
  { template }: OwnAction | OwnSteps,
  given: Readonly<Record<string, string>>,
  scope: Scope,
): Record<string, string> {
  const declared = template.inputs ?? [];
  const unknown = Object.keys(given).filter((name) => !declared.some(({ id }) => id === name.toLowerCase()));
  // A runner only warns. No workflow of this repository should have it come to that.
  if (unknown.length > 0) throw new Error(`${template.name} does not take the inputs ${unknown.join(', ')}.`);
  const values: Record<string, string> = {};
  for (const { id, default: preset } of declared) {
    if (preset) values[id] = toText(evaluate(preset, scope));
  }
  return { ...values, ...given };
}

/** The variables by which an action gets its inputs. */
export const inputVariables = (
  action: OwnAction,
  given: Readonly<Record<string, string>>,
  scope: Scope,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(inputsFor(action, given, scope)).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
