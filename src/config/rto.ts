import type { Kind } from './kinds.ts';
import type { RawComponent } from './read.ts';

/** What the record calls components of each kind, as a pattern. */
export const RECORD_NAMES: Record<Kind, string> = {
  service: '{deployment,statefulset,daemonset}/*',
  database: 'database/*',
  infra: 'terraform{,/**}',
  cache: 'cache/*',
  dns: 'dns/*',
};

/** The recovery time objectives of components, as lines of the input `rto` of `report`. */
export function objectivesOf(components: Readonly<Record<string, RawComponent>>): string[] {
  return Object.entries(components).flatMap(([name, { kind, rto = {} }]) =>
    typeof rto === 'string'
      ? [`${name}: ${RECORD_NAMES[kind]}=${rto}`]
      : Object.entries(rto).map(([pattern, time]) => `${pattern}=${time}`),
  );
}
