import type { RawComponent } from './component.ts';
import type { Kind } from './kinds.ts';
import { WORKLOAD_WORDS } from './workload-words.ts';

/** What the record calls components of each kind, as a pattern. */
export const RECORD_NAMES: Record<Kind, string> = {
  service: '{deployment,statefulset,daemonset,rollout}/*',
  database: 'database/*',
  infra: 'terraform{,/**}',
  cache: 'cache/*',
  dns: 'dns/*',
};

/** The recovery time objectives of components, as lines of the input `rto` of `report`. */
export function objectivesOf(components: Readonly<Record<string, RawComponent>>): string[] {
  return Object.entries(components).flatMap(([name, { kind, rto = {} }]) =>
    typeof rto === 'string'
      ? [`${name}: ${patternOf(components, name) ?? RECORD_NAMES[kind]}=${rto}`]
      : Object.entries(rto).map(([pattern, time]) => `${pattern}=${time}`),
  );
}

/** Of several services each has its own workloads to be back; undefined where it is the only one, or does not name them. */
function patternOf(components: Readonly<Record<string, RawComponent>>, name: string): string | undefined {
  const own = components[name];
  const services = Object.values(components).filter(({ kind }) => kind === 'service');
  if (own?.kind !== 'service' || services.length < 2) return undefined;
  const listed = [own.order, own.workloads].flat().map((each) => (typeof each === 'string' ? each : ''));
  const names = listed.flatMap((each) => each.split(/[\s,]+/)).filter((each) => each !== '');
  if (names.length === 0 || names.includes('all')) return undefined;
  const full = [...new Set(names.map(recordedAs))];
  return full.length === 1 ? full[0] : `{${full.join(',')}}`;
}

/** A workload as the record names it. */
function recordedAs(ref: string): string {
  const [word = '', name] = ref.split('/');
  if (name === undefined) return `deployment/${ref}`;
  const words: [string, readonly string[]][] = Object.entries(WORKLOAD_WORDS);
  const [kind = word] = words.find(([, all]) => all.includes(word.toLowerCase())) ?? [];
  return `${kind}/${name}`;
}
