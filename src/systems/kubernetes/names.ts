import { ActionError } from '../../base/errors.ts';

/** Names of objects (RFC 1123 subdomain) and of namespaces (label). */
const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LONGEST_NAME = 253;

export const CORE = '/api/v1';
export const APPS = '/apis/apps/v1';
export const BATCH = '/apis/batch/v1';

/** The path of an API that a manifest names, such as `v1` or `apps/v1`. */
export const apiPath = (apiVersion: string): string =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

/** Whether a text can be the name of a Kubernetes object; `.`, `..`, the empty one and separators cannot. */
export const isName = (text: string): boolean => text.length <= LONGEST_NAME && NAME.test(text);

export const isNamespaceName = (text: string): boolean => NAMESPACE.test(text);

/**
 * The path of an object, or without a name that of its collection: the one place where names become paths, so that
 * no name leads anywhere else. `api` is `/api/v1` or `/apis/<group>/<version>`.
 *
 * @throws ActionError where something is not a name
 */
export function objectPath(api: string, namespace: string, plural: string, name?: string): string {
  if (!isNamespaceName(namespace)) throw noName(namespace, 'a namespace');
  const collection = `${api}/namespaces/${namespace}/${plural}`;
  if (name === undefined) return collection;
  // The names of some kinds, such as roles, may have more signs; none that is requested here has.
  if (!isName(name)) throw noName(name, `one of ${plural}`);
  return `${collection}/${name}`;
}

/** The path of an object that belongs to no namespace. @throws ActionError where that is not a name */
export function clusterObjectPath(api: string, plural: string, name: string): string {
  if (!isName(name)) throw noName(name, `one of ${plural}`);
  return `${api}/${plural}/${name}`;
}

/** The path of a namespace itself. @throws ActionError where it is not a name */
export function namespacePath(namespace: string): string {
  if (!isNamespaceName(namespace)) throw noName(namespace, 'a namespace');
  return `${CORE}/namespaces/${namespace}`;
}

const noName = (text: string, what: string) =>
  new ActionError(`${JSON.stringify(text.slice(0, 80))} is not the name of ${what}; nothing was asked for.`);
