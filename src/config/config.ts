import { existsSync } from 'node:fs';
import { ActionError } from '../base/errors.ts';
import { comesAfter } from './component.ts';
import { COMMON, INPUTS } from './inputs.ts';
import { KINDS, type Kind } from './kinds.ts';
import type { File, RawEnvironment, Section } from './read.ts';
import { objectivesOf } from './rto.ts';
import type { Value } from './schema.ts';

/** Where the configuration is, unless the input `config` says otherwise. */
export const DEFAULT_PATH = '.github/rollback.yml';

/** Names that no environment can have: readers of the file pass over such keys, as JavaScript has a meaning for them. */
export const NO_ENVIRONMENTS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** What the configuration file says for one action: texts by input name, and where each stands. */
interface Defaults {
  readonly environment: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly origins: Readonly<Record<string, string>>;
  /** A sentence each. */
  readonly warnings: readonly string[];
}

/** A part of an environment that is put back. */
export interface Component {
  readonly name: string;
  readonly kind: Kind;
  /** The components that have to be back before it; undefined where the file leaves that to us. */
  readonly after: readonly string[] | undefined;
}

/** One environment of a configuration file. */
export interface Environment {
  readonly name: string;
  readonly path: string;
  readonly components: readonly Component[];
  /** The actions that have a section of their own. */
  readonly sections: readonly string[];
  /** What the file says for an action, and of a component, or of some that it takes together, where they are named. */
  readonly defaultsFor: (
    action: string,
    component?: string | readonly string[],
  ) => Omit<Defaults, 'environment'>;
}

/** Which kind of component an action gets values from besides its own section. */
const KIND_OF: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(Object.entries(KINDS).map(([kind, action]) => [action, kind as Kind])),
  'mark-good': 'service',
  'hand-back': 'service',
  assess: 'service',
  'verify-integrity': 'database',
};

/** Actions that have nothing to do where it is not clear which component is meant. */
const NEEDS_ONE: readonly string[] = [...Object.values(KINDS), 'verify-integrity'];

/**
 * Reads the configuration file's values for one action. In `environments.<name>`, `defaults` is for every action that has such
 * an input, a section named like an action is for that one and wins, and a component wins over both.
 *
 * @throws ActionError where the file is missing though it was asked for, is not YAML, or has a value that is not understood,
 *   with line and column
 */
export async function loadDefaults(wanted: {
  path: string | undefined;
  environment: string | undefined;
  component: string | undefined;
  action: string;
}): Promise<Defaults> {
  const file = await find(wanted.path);
  if (!file) return noDefaults(wanted.environment);
  const environment = environmentOf(file, wanted.environment);
  const component = componentFor(environment, wanted.action, wanted.component);
  return { environment: environment.name, ...environment.defaultsFor(wanted.action, component) };
}

/** What is said for several components of services, where one look at a cluster sees them all; else for none of them. */
function togetherOf(all: readonly Omit<Defaults, 'environment'>[]): Omit<Defaults, 'environment'> {
  const [first] = all;
  if (!first) return { values: {}, origins: {}, warnings: [] };
  const { workloads: _, selector: __, ...values } = first.values;
  const isTogether = all.every(
    (each) =>
      each.values.workloads !== undefined &&
      each.values.selector === undefined &&
      ['kubeconfig', 'context', 'namespace'].every((name) => each.values[name] === values[name]),
  );
  const workloads = all.map((each) => each.values.workloads).join('\n');
  const warnings = [...new Set(all.flatMap((each) => each.warnings))];
  return { values: isTogether ? { ...values, workloads } : values, origins: first.origins, warnings };
}

/** What no file says. */
export const noDefaults = (environment: string | undefined): Defaults => ({
  environment,
  values: {},
  origins: {},
  warnings: [],
});

/**
 * The environment that is selected, with all that it has. Without a file, or with one that has no service among its
 * components, it has one service where the caller names the workloads (`namesServices`); so has what needs no file and finds
 * none. Where the file has no components at all, its section `rollback-service` is one.
 *
 * @throws ActionError as `loadDefaults` does, and where neither a file nor a name says what there is
 */
export async function loadEnvironment(
  path: string | undefined,
  name: string | undefined,
  { namesServices, needsNoFile = false }: { namesServices: boolean; needsNoFile?: boolean },
): Promise<Environment> {
  const file = await find(path);
  if (file) return withService(environmentOf(file, name), namesServices);
  if (namesServices || needsNoFile) return withService(nothingConfigured(name), true);
  throw new ActionError(
    `There is nothing that says what to roll back: name the services with \`workloads\`, or check out the repository first, so that ${DEFAULT_PATH} is there (\`action: init\` writes one, docs/get-started.md).`,
  );
}

const nothingConfigured = (name = 'production'): Environment => ({
  name,
  path: 'A rollback without a configuration',
  components: [],
  sections: [],
  defaultsFor: () => noDefaults(name),
});

/** The services that no component names: those of the caller, or of the file's section for rollback-service alone. */
function withService(environment: Environment, namesServices: boolean): Environment {
  const { components, sections } = environment;
  const isSection = components.length === 0 && sections.includes('rollback-service');
  if (components.some(({ kind }) => kind === 'service') || !(namesServices || isSection)) return environment;
  return {
    ...environment,
    components: [...components, { name: 'services', kind: 'service', after: undefined }],
  };
}

/** The file, where it is there; one that was requested has to be. */
async function find(path: string | undefined): Promise<File | undefined> {
  if (existsSync(path ?? DEFAULT_PATH)) {
    // Loaded only where there is a configuration.
    const { readFile } = await import('./read.ts');
    return readFile(path ?? DEFAULT_PATH);
  }
  if (path === undefined) return undefined;
  throw new ActionError(
    `The configuration ${path} does not exist; check out the repository first, or leave \`config\` out.`,
  );
}

function environmentOf(file: File, wanted: string | undefined): Environment {
  const { path, environments } = file;
  const names = Object.keys(environments);
  const name = wanted ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) {
    throw new ActionError(
      `${path} has the environments ${names.join(', ')}; say which with the input \`environment\`.`,
    );
  }
  if (!Object.hasOwn(environments, name)) {
    throw new ActionError(`${path} has no environment "${name}"; it has ${names.join(', ')}.`);
  }
  const raw = environments[name] as RawEnvironment;
  const components = Object.entries(raw.components ?? {}).map(([each, component]) => ({
    name: each,
    kind: component.kind,
    after: comesAfter(component),
  }));
  return {
    name,
    path,
    components,
    sections: Object.keys(raw),
    defaultsFor: (action, component) =>
      typeof component === 'object'
        ? togetherOf(component.map((each) => defaultsOf(file, name, raw, action, each)))
        : defaultsOf(file, name, raw, action, component),
  };
}

function componentFor(
  { path, name, components }: Environment,
  action: string,
  wanted: string | undefined,
): string | readonly string[] | undefined {
  const all = components.filter(({ kind }) => kind === KIND_OF[action]).map((component) => component.name);
  const choices = all.length > 0 ? `it has ${all.join(', ')}` : 'it has none';
  if (wanted !== undefined && !all.includes(wanted))
    throw new ActionError(
      `${path}: environments.${name} has no component "${wanted}" for ${action}; ${choices}.`,
    );
  if (wanted === undefined && all.length > 1 && NEEDS_ONE.includes(action))
    throw new ActionError(
      `${path}: environments.${name} has the components ${all.join(', ')} for ${action}; say which with the input \`component\`.`,
    );
  // Actions that only read or mark services take all of them.
  if (wanted === undefined && all.length > 1 && KIND_OF[action] === 'service') return all;
  return wanted ?? (all.length === 1 ? all[0] : undefined);
}

function defaultsOf(
  file: File,
  environment: string,
  raw: RawEnvironment,
  action: string,
  component: string | undefined,
): Omit<Defaults, 'environment'> {
  const known = [...COMMON, ...(INPUTS[action as keyof typeof INPUTS] ?? [])];
  const values: Record<string, string> = {};
  const origins: Record<string, string> = {};
  const warnings: string[] = [];
  for (const { keys, section } of sectionsFor(raw, action, component)) {
    for (const [key, value] of Object.entries(section)) {
      if (!known.includes(key)) continue;
      const place = file.place(['environments', environment, ...keys, key]);
      const text = textOf(value);
      if (text === undefined) {
        warnings.push(
          `${place}: the environment variable ${(value as { env: string }).env} is not set, so \`${key}\` is not given.`,
        );
        continue;
      }
      values[key] = text;
      origins[key] = place;
    }
  }
  // A service that says only in which order its workloads go back has said which they are.
  const order = raw.components?.[component ?? '']?.order;
  if (
    known.includes('workloads') &&
    !known.includes('order') &&
    order !== undefined &&
    !values.workloads &&
    !values.selector
  )
    values.workloads = textOf(order as Value) ?? '';
  if (action === 'report')
    values.rto = [...objectivesOf(raw.components ?? {}), values.rto ?? ''].join('\n').trim();
  return { values, origins, warnings };
}

/** The sections that say something for an action and its component, and where they are; a later one wins. */
function sectionsFor(
  raw: RawEnvironment,
  action: string,
  component: string | undefined,
): { keys: readonly string[]; section: Section }[] {
  const shared = [
    { keys: ['defaults'], section: raw.defaults ?? {} },
    { keys: [action], section: (raw[action] ?? {}) as Section },
  ];
  const own = raw.components?.[component ?? ''];
  if (component === undefined || own === undefined) return shared;
  const { kind: _, after, rto: __, ...section } = own;
  const values = comesAfter(own) || after === undefined ? section : { ...section, after };
  return [...shared, { keys: ['components', component], section: values as Section }];
}

/** The text of an input; undefined where the variable that holds it is not set. */
function textOf(value: Value): string | undefined {
  if (Array.isArray(value)) return value.map(String).join('\n');
  return typeof value === 'object' ? process.env[value.env] || undefined : String(value);
}
