import { ActionError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { namesOf } from '../base/sentence.ts';
import type { Component, Environment } from '../config/config.ts';
import { KINDS, type Kind } from '../config/kinds.ts';
import type { Values } from '../runner/part.ts';

/** What says which components of an environment are meant. */
interface ComponentSelection {
  readonly action: string;
  /** Those that are named; none means that it is left to us. */
  readonly named: readonly string[];
  /** Whether the caller says which workloads go back. */
  readonly namesServices: boolean;
}

/**
 * The components that are selected, each without waiting for one that is not.
 *
 * @throws ActionError where there are none, or one that is named does not exist
 */
export function componentsFor(
  { components, name, path }: Environment,
  selection: ComponentSelection,
): Component[] {
  const { named } = selection;
  if (components.length === 0)
    throw new ActionError(
      `${path}: environments.${name} has no components, so there is nothing to roll back (docs/configure.md).`,
    );
  const stranger = named.find((each) => !components.some((component) => component.name === each));
  if (stranger !== undefined)
    throw new ActionError(
      `Input \`components\` names "${stranger}"; ${path} has ${components.map((each) => each.name).join(', ') || 'none'}.`,
    );
  const kinds = kindsUnnamed(selection);
  const selected = components.filter((each) =>
    named.length > 0 ? named.includes(each.name) : kinds.includes(each.kind),
  );
  if (selected.length === 0 && components.length > 0)
    throw new ActionError(
      `A rollback that a person or an alert starts takes back services and caches; name what else goes back in \`components\`: ${components.map((each) => each.name).join(', ')}.`,
    );
  // A component that is not rolled back now is not waited for.
  const names = selected.map((each) => each.name);
  return selected.map((each) => ({ ...each, after: each.after?.filter((other) => names.includes(other)) }));
}

/**
 * The kinds of components that go back where none is named. All of them after a failed deploy. Services and caches where a
 * person or an alert started the run, because what else there is may hold data that is newer than what it goes back to.
 * Services where the caller says which workloads: a workflow that rolls services back today must not restore a database
 * tomorrow because one was added to the file. A drill breaks what it restores, and a check changes nothing; the lock and the
 * question belong to the environment, so all of it is selected for them.
 */
function kindsUnnamed({ action, namesServices }: ComponentSelection): readonly Kind[] {
  const all = Object.keys(KINDS) as Kind[];
  if (['drill', 'check', 'status', 'remind'].includes(action)) return all;
  // Owners have services alone.
  if (namesServices || action === 'hand-back') return ['service'];
  // Without an event, a person runs the bundle on a machine of their own.
  const { GITHUB_EVENT_NAME: event = 'by hand' } = process.env;
  return STARTED_FROM_OUTSIDE.includes(event) ? ['service', 'cache'] : all;
}

const STARTED_FROM_OUTSIDE: readonly string[] = ['by hand', 'workflow_dispatch', 'repository_dispatch'];

/**
 * What stays as it is because it is not of the kinds that go back where nothing is named: whoever starts a deploy by a button,
 * and then its rollback, may expect the database to go back too. Undefined where there is nothing, or somebody has named what goes back.
 */
export function leftAsIs(
  { components }: Pick<Environment, 'components'>,
  selected: readonly Component[],
  { named, namesServices }: Omit<ComponentSelection, 'action'>,
): string | undefined {
  if (named.length > 0 || namesServices) return undefined;
  const left = components.filter((each) => !selected.some(({ name }) => name === each.name));
  if (left.length === 0) return undefined;
  const names = namesOf(left.map(({ name, kind }) => `${name} (${kind})`));
  return `Not rolled back: ${names}. A run that a person or an alert starts takes back services and caches; name what else goes back in \`components\`.`;
}

/** Inputs that are for one component of a kind. */
const FOR_ONE: readonly (readonly [string, Kind])[] = [
  ['database-url', 'database'],
  ['backup', 'database'],
  ['confirm', 'database'],
  ['pgbouncer-url', 'database'],
  ['redis-url', 'cache'],
  ['workloads', 'service'],
  ['selector', 'service'],
  ['health', 'service'],
  ['down-command', 'service'],
  ['down-to', 'service'],
];

/** Inputs that select a kind. A workflow that gives all its secrets says nothing. */
const MEANS: readonly (readonly [string, Kind])[] = [
  ['backup', 'database'],
  ['ref', 'infra'],
];

/**
 * Warns of an input that no component takes.
 *
 * @throws ActionError where an input that is for one component could be for several
 */
export function checkGiven(given: Values, components: readonly Component[], log: Log): void {
  const of = (kind: Kind) => components.filter((each) => each.kind === kind).map(({ name }) => name);
  for (const [input, kind] of FOR_ONE) {
    if (given[input] === undefined || of(kind).length < 2) continue;
    throw new ActionError(
      `Input \`${input}\` is for one ${kind}, and there are ${of(kind).join(', ')}; name one in \`components\`, or say it in the configuration.`,
    );
  }
  for (const [input, kind] of MEANS)
    if (given[input] !== undefined && of(kind).length === 0)
      log.warn(`Input \`${input}\` is not used, because no ${kind} goes back; name one in \`components\`.`);
}
