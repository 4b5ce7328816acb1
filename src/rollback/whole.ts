import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { lines } from '../base/values.ts';
import type { Component } from '../config/config.ts';
import { KINDS } from '../config/kinds.ts';
import { SINK_INPUTS } from '../notify/sinks/sink.ts';
import type { Context } from '../runner/action.ts';
import type { Values } from '../runner/part.ts';
import { parseTest } from '../smoke/smoke.ts';
import { type Connection, connect } from '../systems/kubernetes/connect.ts';
import { parseCommand } from '../systems/kubernetes/pod-commands.ts';
import { type ChainParts, orderOf, type Step } from './order.ts';
import type { Request } from './perform.ts';
import type { PodWork } from './rights.ts';
import { settingsFor, valuesOf } from './values.ts';

/** The steps that the request comes to. @throws ActionError where it cannot be a whole */
export function stepsOf(request: Request): Step[] {
  return orderOf(chainPartsOf(request));
}

function chainPartsOf({ environment, components, decide, passed }: Request): ChainParts {
  const databases = components.filter(({ kind }) => kind === 'database');
  const settings = (action: string, component?: string) => environment.defaultsFor(action, component).values;
  const byStrategy = (strategy: string) =>
    databases
      .filter(({ name }) => settings('rollback-db', name).strategy === strategy)
      .map(({ name }) => name);
  const named = databases.filter((each) => {
    const values = settings('rollback-db', each.name);
    return Boolean(values.quiesce || values['pgbouncer-url'] || passed['pgbouncer-url']);
  });
  if (decide === 'assess' && !environment.sections.includes('assess'))
    throw new ActionError(
      `\`decide: assess\` needs to know what to judge by: give environments.${environment.name} a section \`assess\` in the configuration (docs/decide.md).`,
    );
  const notifies = environment.sections.includes('notify') || SINK_INPUTS.some((name) => name in passed);
  return {
    components,
    assess: decide === 'assess' ? 'first' : environment.sections.includes('assess') ? 'beside' : 'never',
    verifyRecovery:
      environment.sections.includes('assess') &&
      hasSources(settingsFor({ environment, components, passed }, 'assess', undefined)),
    notify: notifies,
    smoke: environment.sections.includes('smoke-test'),
    // Where databases are components but none is selected, no data is compared.
    integrity:
      environment.sections.includes('verify-integrity') &&
      (databases.length > 0 || !environment.components.some(({ kind }) => kind === 'database')),
    pausing: named.map(({ name }) => name),
    inPlace: byStrategy('in-place'),
    repaired: byStrategy('repair'),
  };
}

/** Whether there is anything to sample afterwards: signals that a person gave before say nothing of then. */
const hasSources = (values: Values): boolean =>
  ['prometheus-url', 'alertmanager-url', 'workloads', 'selector'].some((name) => values[name]);

/** Whose cluster keeps the lock and the question: the services', else that of workloads that a database stops. */
export const keeperOf = ({ environment, components }: Request): Component | undefined =>
  components.find(({ kind }) => kind === 'service') ??
  components.find(
    ({ name, kind }) => kind === 'database' && environment.defaultsFor('rollback-db', name).values.quiesce,
  );

/** That cluster, where there is one. */
export async function connectionOf(request: Request, context: Context): Promise<Connection | undefined> {
  const { environment, passed } = request;
  const keeper = keeperOf(request);
  if (!keeper) return undefined;
  const {
    kubeconfig,
    context: name,
    namespace,
  } = { ...environment.defaultsFor(KINDS[keeper.kind], keeper.name).values, ...passed };
  return connect({ kubeconfig, context: name, namespace }, context);
}

/** What is run in pods once everything is changed already: the services' own checks, and smoke tests. */
export const podWorkOf = (request: Request, steps: readonly Step[]): PodWork[] =>
  steps
    .filter(({ verb }) => verb === 'compare' || verb === 'smoke tests')
    .map((step) => {
      const { commands = '', kubeconfig, context, namespace } = valuesOf(step, request);
      const all = v.parse(lines(), commands);
      return {
        commands:
          step.verb === 'compare'
            ? all.map(parseCommand)
            : all.flatMap((line) => parseTest(line).inPod ?? []),
        ...{ kubeconfig, context, namespace },
      };
    });

/** A step that there is. */
export const stepNamed = (steps: readonly Step[], name: string): Step =>
  steps.find((step) => step.name === name) as Step;
