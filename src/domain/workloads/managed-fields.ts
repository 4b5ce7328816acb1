import type { KubeObject } from '../../systems/kubernetes/objects.ts';

/**
 * When a field of an object was last written, such as `f:spec`, `f:suspend`; undefined where the API server does not know. The
 * time is that of the manager's newest write, whatever it wrote then.
 */
export function writtenAt({ metadata }: KubeObject, ...path: readonly string[]): string | undefined {
  const times = (metadata.managedFields ?? []).flatMap(({ fieldsV1, time }) =>
    time && has(fieldsV1, path) ? [time] : [],
  );
  return times.sort().at(-1);
}

function has(fields: unknown, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  const isThere = typeof fields === 'object' && fields !== null && Object.hasOwn(fields, first);
  return isThere && has((fields as Record<string, unknown>)[first], rest);
}
