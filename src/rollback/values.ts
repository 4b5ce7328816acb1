import { join } from 'node:path';
import type { Component, Environment } from '../config/config.ts';
import type { Values } from '../runner/part.ts';
import type { StepResult } from './chain.ts';
import type { Step } from './order.ts';

/** What the values of a step's inputs are made of. */
export interface Given {
  readonly environment: Environment;
  readonly components: readonly Component[];
  /** Inputs of the whole chain that belong to its parts. */
  readonly passed: Values;
  /** Where files are kept that later steps need. */
  readonly folder: string;
}

/**
 * The inputs of a step by name: what the configuration says for its action and its component, then what was given to
 * the chain, then what makes it this step. An action leaves out what it has no input for.
 *
 * @param results of the steps before it; none while inputs are only checked
 */
export function valuesOf(
  step: Step,
  { environment, components, passed, folder }: Given,
  results: ReadonlyMap<string, StepResult> = new Map(),
): Values {
  const { values } = environment.defaultsFor(step.action, step.component ?? onlyService(step, components));
  const { confirm: _, ...shared } = passed;
  // `all` is typed for a cache, and the name for a database: what is meant for one must not confirm the other.
  const given = step.action === 'rollback-db' ? passed : shared;
  const known = { ...values, ...given, ...step.values };
  return { ...known, ...filesOf(step, folder), ...findings(step, known, folder, results) };
}

/** Whoever judges looks at the services, where it is clear which. */
function onlyService({ action }: Step, components: readonly Component[]): string | undefined {
  const services = components.filter(({ kind }) => kind === 'service');
  return action === 'assess' && services.length === 1 ? services[0]?.name : undefined;
}

/** Files that one step writes and another reads: a component has its own. */
function filesOf({ action, component = 'data' }: Step, folder: string): Values {
  if (action === 'rollback-infra') return { 'plan-file': join(folder, `${component}.plan`) };
  if (action === 'rollback-service') return { 'state-file': join(folder, `${component}-state.yaml`) };
  return {};
}

/** What a step needs to know of those before it. */
function findings(
  { verb, component = 'data' }: Step,
  values: Values,
  folder: string,
  results: ReadonlyMap<string, StepResult>,
): Values {
  switch (verb) {
    case 'capture': {
      const side = results.get(`prepare ${component}`)?.outputs['side-database'];
      // The services' own checks are for what comes back.
      return {
        snapshot: snapshotOf(component, folder),
        commands: '',
        logs: '',
        ...(typeof side === 'string' && { database: side }),
      };
    }
    case 'compare':
      return { snapshot: snapshotOf(component, folder), expect: values.expect ?? 'no-loss' };
    case 'tell end':
      return { event: [...results.values()].some(isFailure) ? 'failed' : 'completed' };
    default:
      return {};
  }
}

const snapshotOf = (component: string, folder: string) => join(folder, `${component}-integrity.json`);

/** Whether a step makes the whole a failure: judging beside and telling do not. */
export const isFailure = ({ step, outcome }: StepResult): boolean =>
  (outcome === 'failed' || outcome === 'skipped') && !BESIDE.includes(step.verb);

const BESIDE: readonly Step['verb'][] = ['assess', 'tell start'];
