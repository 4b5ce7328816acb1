import { forbidden } from './failure.ts';
import type { ApiRequest } from './request.ts';

/** Grants, as in a Role; `namespaces` is where it is bound, everywhere when left out. */
export interface Rule {
  verbs: string[];
  apiGroups: string[];
  /** `pods`, `deployments/scale`, `*`. */
  resources: string[];
  resourceNames?: string[];
  namespaces?: string[];
}

export interface Attributes {
  verb: string;
  group: string;
  resource: string;
  subresource: string;
  namespace: string;
  name: string;
}

export const USER = 'runner';

/** Without rules everything is allowed. */
export function isAllowed(rules: Rule[] | undefined, wanted: Attributes): boolean {
  return !rules || rules.some((rule) => grants(rule, wanted));
}

export function authorize(rules: Rule[] | undefined, request: ApiRequest, verb = request.verb): void {
  const { resource, subresource, name } = request;
  // A namespace lies in itself, as far as permissions go.
  const namespace = resource.plural === 'namespaces' ? name : request.namespace;
  if (resource.plural === 'selfsubjectaccessreviews') return;
  const wanted = { verb, group: resource.group, resource: resource.plural, subresource, namespace, name };
  if (isAllowed(rules, wanted)) return;
  const target = subresource === '' ? resource.plural : `${resource.plural}/${subresource}`;
  const where = namespace === '' ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  const why = `User "${USER}" cannot ${verb} resource "${target}" in API group "${resource.group}" ${where}`;
  throw forbidden(resource, name, why);
}

function grants(rule: Rule, { verb, group, resource, subresource, namespace, name }: Attributes): boolean {
  const target = subresource === '' ? resource : `${resource}/${subresource}`;
  const has = (list: string[], value: string) => list.includes(value) || list.includes('*');
  const isNamed = !rule.resourceNames || rule.resourceNames.includes(name);
  const isHere = !rule.namespaces || rule.namespaces.includes(namespace);
  const isMeant =
    has(rule.resources, target) || (subresource !== '' && rule.resources.includes(`*/${subresource}`));
  return has(rule.verbs, verb) && has(rule.apiGroups, group) && isMeant && isNamed && isHere;
}
