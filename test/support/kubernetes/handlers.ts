import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DeleteOptions } from './deletion.ts';
import { badRequest, Failure, notAllowed, success, Undecodable, unprocessable } from './failure.ts';
import type { Json } from './json.ts';
import { filterOf, LIST_QUERY, list } from './list.ts';
import { type KubeObject, now } from './objects.ts';
import { applyPatch } from './patch.ts';
import type { PodHandlers } from './pod-handlers.ts';
import { proxy, readLog } from './pod-subresources.ts';
import { authorize, isAllowed, type Rule, USER } from './rbac.ts';
import { checkName, type Registry } from './registry.ts';
import { reply } from './reply.ts';
import { type ApiRequest, allowQuery, isDryRun, number, parseJson, readBody } from './request.ts';
import { type Resource, resourceNamed } from './resources.ts';
import { changeScale, scaleOf } from './scale.ts';
import type { Watches } from './watch.ts';

export interface Api {
  registry: Registry;
  watches: Watches;
  pods: PodHandlers;
  rules: Rule[] | undefined;
}

/** Answers one authenticated request for a resource. */
export async function handle(
  api: Api,
  request: ApiRequest,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  authorize(api.rules, request);
  const { resource, subresource, verb } = request;
  if (subresource === 'proxy') return proxy(api.registry, api.pods, request, message, response);
  if (subresource === 'log') return readLog(api.registry, api.pods, request, response);
  const allowed = subresource === '' ? resource.verbs : (resource.subresources[subresource]?.verbs ?? []);
  if (!allowed.includes(verb) || (subresource === 'exec' && verb === 'create')) throw notAllowed();
  if (subresource === 'exec') throw badRequest('Upgrade request required');
  if (verb === 'watch') return api.watches.start(request, response);
  const body = await readBody(message);
  const contentType = message.headers['content-type'];
  const [status, answer] = act(api, request, body, contentType);
  reply(response, status, answer);
}

const WRITE_QUERY = ['dryRun', 'fieldManager', 'fieldValidation'];
const DELETE_QUERY = ['dryRun', 'gracePeriodSeconds', 'propagationPolicy'];

function act(api: Api, request: ApiRequest, body: Buffer, contentType: string | undefined): [number, object] {
  const { registry } = api;
  const { resource, namespace, name, query, verb } = request;
  const { plural } = resource;
  switch (verb) {
    case 'list':
      return [200, list(registry.store, request)];
    case 'get':
      allowQuery(query, 'resourceVersion');
      return [200, project(request, registry.get(plural, namespace, name))];
    case 'create':
      allowQuery(query, ...WRITE_QUERY);
      if (plural === 'selfsubjectaccessreviews') return [201, review(api.rules, jsonBody(body, contentType))];
      return [
        201,
        registry.create(plural, namespace, jsonBody(body, contentType), { dryRun: isDryRun(query) }),
      ];
    case 'update':
      allowQuery(query, ...WRITE_QUERY);
      return update(registry, request, jsonBody(body, contentType));
    case 'patch':
      allowQuery(query, ...WRITE_QUERY);
      return [200, patch(registry, request, contentType, parseJson(body))];
    case 'delete':
      allowQuery(query, ...DELETE_QUERY);
      return [200, remove(registry, request, name, deleteOptions(query, body))];
    default:
      return [200, removeAll(registry, request, body)];
  }
}

function update(registry: Registry, request: ApiRequest, object: KubeObject): [number, object] {
  const { resource, namespace, name, subresource, query } = request;
  // Known before the object is looked for.
  checkName(object, name);
  const isThere = registry.store.get(resource.plural, namespace, name) !== undefined;
  if (!isThere && resource.createdByUpdate && subresource === '') {
    return [201, registry.create(resource.plural, namespace, object, { dryRun: isDryRun(query) })];
  }
  return [200, change(registry, request, () => object as unknown as Json)];
}

function patch(registry: Registry, request: ApiRequest, contentType: string | undefined, body: Json): object {
  try {
    return change(registry, request, (current) =>
      applyPatch(contentType, request.resource.plural, current, body),
    );
  } catch (error) {
    throw error instanceof Undecodable ? unprocessable(error.message) : error;
  }
}

/** PUT and PATCH differ in how the new state comes from the old one, and in nothing else. */
function change(registry: Registry, request: ApiRequest, next: (current: Json) => Json): object {
  const { resource, namespace, name, subresource, query } = request;
  const { plural } = resource;
  const options = { dryRun: isDryRun(query), status: subresource === 'status' };
  const edit = (current: KubeObject) => next(current as unknown as Json) as unknown as KubeObject;
  const changed = registry.update<KubeObject>(
    plural,
    namespace,
    name,
    subresource === 'scale' ? (current) => changeScale(resource, current, edit) : edit,
    options,
  );
  return project(request, changed);
}

function project({ subresource }: ApiRequest, object: KubeObject): KubeObject {
  return subresource === 'scale' ? scaleOf(object) : object;
}

function remove(
  registry: Registry,
  { resource, namespace }: ApiRequest,
  name: string,
  options: DeleteOptions,
): object {
  const { object, isGone } = registry.delete(resource.plural, namespace, name, options);
  if (resource.returnsDeleted || !isGone) return object;
  return success({
    name,
    ...(resource.group && { group: resource.group }),
    kind: resource.plural,
    uid: object.metadata.uid,
  });
}

function removeAll(registry: Registry, request: ApiRequest, body: Buffer): object {
  const { resource, namespace, query } = request;
  allowQuery(query, ...LIST_QUERY, ...DELETE_QUERY);
  const options = deleteOptions(query, body);
  const chosen = registry.store
    .list(resource.plural, namespace === '' ? undefined : namespace)
    .filter(filterOf(request));
  for (const { metadata } of chosen)
    registry.delete(resource.plural, metadata.namespace ?? '', metadata.name, options);
  const metadata = { resourceVersion: String(registry.store.version) };
  return {
    kind: `${resource.kind}List`,
    apiVersion: chosen[0]?.apiVersion ?? resource.version,
    metadata,
    items: chosen,
  };
}

function deleteOptions(query: URLSearchParams, body: Buffer): DeleteOptions {
  const inBody = body.length > 0 ? (parseJson(body) as DeleteOptions & { dryRun?: string[] }) : {};
  const { gracePeriodSeconds = number(query, 'gracePeriodSeconds'), preconditions } = inBody;
  const propagationPolicy = inBody.propagationPolicy ?? query.get('propagationPolicy') ?? undefined;
  return {
    dryRun: isDryRun(query) || (Array.isArray(inBody.dryRun) && inBody.dryRun.includes('All')),
    ...(gracePeriodSeconds !== undefined && { gracePeriodSeconds }),
    ...(propagationPolicy !== undefined && { propagationPolicy }),
    ...(preconditions && { preconditions }),
  };
}

function jsonBody(body: Buffer, contentType = 'application/json'): KubeObject {
  if (!/^application\/json\s*(;|$)/.test(contentType)) {
    throw new Failure(
      415,
      'UnsupportedMediaType',
      'the body of the request was in an unknown format - accepted media types include: application/json',
    );
  }
  const value = parseJson(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest("couldn't get version/kind; json parse error: cannot unmarshal into Go value");
  }
  return value as unknown as KubeObject;
}

interface AccessReview extends KubeObject {
  spec: {
    resourceAttributes?: Partial<
      Record<'verb' | 'group' | 'resource' | 'subresource' | 'namespace' | 'name', string>
    >;
    nonResourceAttributes?: object;
  };
}

function review(rules: Rule[] | undefined, object: KubeObject): object {
  const { spec } = object as AccessReview;
  const asked = spec?.resourceAttributes;
  if (!asked && !spec?.nonResourceAttributes) {
    const resource: Resource = resourceNamed('selfsubjectaccessreviews');
    throw new Failure(
      422,
      'Invalid',
      `${resource.kind}.${resource.group} "" is invalid: spec.resourceAttributes: Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified`,
    );
  }
  const nothing = { verb: '', group: '', resource: '', subresource: '', namespace: '', name: '' };
  const allowed = !asked || isAllowed(rules, { ...nothing, ...asked });
  const status = { allowed, ...(allowed && { reason: `RBAC: allowed for user "${USER}"` }) };
  return { ...object, metadata: { creationTimestamp: now() }, status };
}
