import { isObject, type Json } from './json.ts';
import type { KubeObject } from './objects.ts';
import type { Resource } from './resources.ts';

/**
 * Drops what the real server loses when it reads an object into its types: nulls, empty lists, empty labels and
 * annotations. Two templates that differ in these alone are the same. What a ControllerRevision holds stays as it is.
 */
export function tidy(resource: Resource, object: KubeObject): KubeObject {
  if (resource.plural !== 'controllerrevisions')
    return clean(object as unknown as Json) as unknown as KubeObject;
  const { data } = object as KubeObject & { data?: Json };
  return { ...(clean(object as unknown as Json) as object), ...(data && { data }) } as KubeObject;
}

const EMPTY_IS_NONE = ['labels', 'annotations', 'matchLabels', 'nodeSelector'];

function clean(value: Json): Json {
  if (Array.isArray(value)) return value.map(clean);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key, each]) => {
    if (each === null || (Array.isArray(each) && each.length === 0)) return false;
    return !(EMPTY_IS_NONE.includes(key) && isObject(each) && Object.keys(each).length === 0);
  });
  return Object.fromEntries(kept.map(([key, each]) => [key, clean(each)]));
}
