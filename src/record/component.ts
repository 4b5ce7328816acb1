import type { RecordEvent, Subject } from './catalogue.ts';

type Named = Pick<RecordEvent, 'component' | 'where'>;

/** A workload as the record names it: `deployment/web`, and in which namespace of which cluster. */
export const workloadSubject = (
  {
    kind,
    name,
  }: { readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Rollout'; readonly name: string },
  where: Subject<'workload'>['where'],
): Subject<'workload'> => ({
  component: `${kind.toLowerCase() as 'deployment' | 'statefulset' | 'daemonset' | 'rollout'}/${name}`,
  where,
});

/** A database as the record names it, with the `host:port` of its server. */
export const databaseSubject = ({
  database,
  name: server,
}: {
  readonly database: string;
  readonly name: string;
}): Subject<'database'> => ({ component: `database/${database}`, where: { server } });

/**
 * What makes a component this one and no other, from the outside in: `10.0.0.1:6443/shop/deployment/web`. Its end is
 * the name that people use.
 */
export const keyOf = ({ component, where = {} }: Named): string => [...placesOf(where), component].join('/');

/** All ends of a key that begin with a whole word, the longest first: `shop/deployment/web`, `deployment/web`, `web`. */
export function endsOf(key: string): string[] {
  const words = key.split('/');
  return words.map((_, index) => words.slice(index).join('/'));
}

/**
 * What people call each component, by its key: its own name where there is only one of that name, else with what sets
 * it apart: `deployment/web (shop)`.
 */
export function namesOf(components: readonly Named[]): ReadonlyMap<string, string> {
  const unique = new Map(components.map((each) => [keyOf(each), each]));
  const namesakes = Map.groupBy(unique, ([, { component }]) => component);
  return new Map(
    [...unique].map(([key, each]) => {
      const others = (namesakes.get(each.component) ?? []).map(([, other]) => other);
      return [key, others.length === 1 ? each.component : `${each.component} (${apart(each, others)})`];
    }),
  );
}

/** What sets a component apart from its namesakes: its namespace alone where no other has it, else all that is known. */
function apart({ where = {} }: Named, namesakes: readonly Named[]): string {
  const { namespace } = where;
  const same = namesakes.filter((other) => other.where?.namespace === namespace);
  return namespace !== undefined && same.length === 1 ? namespace : placesOf(where).join('/') || 'elsewhere';
}

const PLACES = ['cluster', 'namespace', 'server', 'provider', 'zone', 'directory', 'workspace', 'address'];

/** In an order of its own: JSON's may be any. */
const placesOf = (where: NonNullable<Named['where']>): string[] =>
  PLACES.flatMap((name) => where[name] || []);
