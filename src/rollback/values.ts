import { join } from 'node:path';
import type { Component, Environment } from '../config/config.ts';
import { meaningOfAction } from '../record/catalogue.ts';
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
  given: Given,
  results: ReadonlyMap<string, StepResult> = new Map(),
): Values {
  const settings = settingsFor(given, step.action, step.component);
  const known = { ...without(step.ignoredInputs ?? [], settings), ...step.values };
  return {
    ...known,
    ...(step.verb === 'notify start' && earlierOf(given)),
    ...filesOf(step, given.folder),
    ...findings(step, known, given.folder, results),
  };
}

/** For how long recovery is verified after a rollback, by default. */
const RECOVERY = '10m';

const without = (names: readonly string[], values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

/** What the configuration says for an action and its component, then what was given to the chain. */
export function settingsFor(
  { environment, components, passed }: Omit<Given, 'folder'>,
  action: string,
  component: string | undefined,
): Values {
  const { values } = environment.defaultsFor(action, component ?? servicesFor(action, components));
  const { confirm: _, ...shared } = passed;
  // `all` is typed for a cache, and the name for a database: what is meant for one must not confirm the other.
  return { ...values, ...(action === 'rollback-db' ? passed : shared) };
}

/** The estimate is made of the times that `report` keeps. */
function earlierOf(given: Omit<Given, 'folder'>): Values {
  const { history } = settingsFor(given, 'report', undefined);
  return history === undefined ? {} : { history };
}

/** Assess samples the selected services. */
function servicesFor(
  action: string,
  components: readonly Component[],
): string | readonly string[] | undefined {
  const services = components.filter(({ kind }) => kind === 'service').map(({ name }) => name);
  if (action !== 'assess' || services.length === 0) return undefined;
  return services.length === 1 ? services[0] : services;
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
    case 'verify recovery':
      return { recovery: values.recovery ?? RECOVERY };
    case 'notify end':
      return { event: [...results.values()].some(isFailure) ? 'failed' : 'completed' };
    default:
      return {};
  }
}

const snapshotOf = (component: string, folder: string) => join(folder, `${component}-integrity.json`);

/** Whether a step makes the whole rollback a failure: assess and `notify start` do not. */
export const isFailure = ({ step, outcome }: StepResult): boolean =>
  (outcome === 'failed' || outcome === 'skipped') && !isUncounted(step);

/** `notify end` and `report` are part of the whole; assess and `notify start` are not. */
const isUncounted = ({ action, when }: Step) =>
  when !== 'always' && ['decides', 'notifies'].includes(meaningOfAction(action) ?? '');
