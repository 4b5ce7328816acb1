import { badRequest, expired, invalid } from './failure.ts';
import type { KubeObject } from './objects.ts';
import { type ApiRequest, allowQuery, flag, number } from './request.ts';
import { apiVersionOf } from './resources.ts';
import { parseFieldSelector, parseLabelSelector } from './selectors.ts';
import { keyOf, type Store } from './store.ts';

export const LIST_QUERY = [
  'labelSelector',
  'fieldSelector',
  'limit',
  'continue',
  'resourceVersion',
  'resourceVersionMatch',
  'watch',
  'timeoutSeconds',
  'allowWatchBookmarks',
];

export type Filter = (object: KubeObject) => boolean;

/** One page; later ones show the state of the first, and can't be had once that is compacted. */
export function list(store: Store, request: ApiRequest): object {
  const { resource, namespace, query } = request;
  allowQuery(query, ...LIST_QUERY);
  if (flag(query, 'allowWatchBookmarks')) throw badRequest('allowWatchBookmarks is only for watches');
  const limit = number(query, 'limit') ?? 0;
  const token = readToken(query.get('continue'));
  const version = token?.version ?? versionOf(store, request);
  const home = namespace === '' ? undefined : namespace;
  if (token && version < store.compacted) {
    throw expired(
      'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
      writeToken({ version: store.version, after: token.after }),
    );
  }
  const all =
    version === store.version
      ? store.list(resource.plural, home)
      : store.listAt(resource.plural, version, home);
  const matches = filterOf(request);
  const rest = all.filter((object) => matches(object) && (!token || keyOf(object) > token.after));
  const items = limit > 0 ? rest.slice(0, limit) : rest;
  const last = items.at(-1);
  const remaining = rest.length - items.length;
  const isFiltered = query.get('labelSelector') || query.get('fieldSelector');
  return {
    kind: `${resource.kind}List`,
    apiVersion: apiVersionOf(resource),
    metadata: {
      resourceVersion: String(version),
      ...(remaining > 0 && last && { continue: writeToken({ version, after: keyOf(last) }) }),
      // How many more would match a selector, the real one does not know either.
      ...(remaining > 0 && !isFiltered && { remainingItemCount: remaining }),
    },
    items: items.map(({ apiVersion: _, kind: __, ...object }) => object),
  };
}

export function filterOf({ resource, query, name }: ApiRequest): Filter {
  const labels = query.get('labelSelector');
  const fields = query.get('fieldSelector');
  const matchesLabels = labels ? parseLabelSelector(labels) : () => true;
  const matchesFields = fields ? parseFieldSelector(fields, resource.plural) : () => true;
  return (object) =>
    (name === '' || object.metadata.name === name) &&
    matchesLabels(object.metadata.labels ?? {}) &&
    matchesFields(object);
}

/** The state to show: an exact one only when asked for, else the newest, which every rule but that allows. */
function versionOf(store: Store, { resource, query }: ApiRequest): number {
  const match = query.get('resourceVersionMatch');
  const wanted = number(query, 'resourceVersion');
  if (match && wanted === undefined) {
    throw invalid(
      resource,
      '',
      'resourceVersionMatch',
      'Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
  }
  if (match && match !== 'Exact' && match !== 'NotOlderThan') {
    throw invalid(resource, '', 'resourceVersionMatch', `Unsupported value: "${match}"`);
  }
  if (match !== 'Exact' || wanted === undefined) return store.version;
  if (wanted < store.compacted) throw expired(`The resourceVersion for the provided list is too old.`);
  return wanted;
}

interface Token {
  version: number;
  after: string;
}

function writeToken(token: Token): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function readToken(text: string | null): Token | undefined {
  if (!text) return undefined;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Token;
  } catch {
    throw badRequest('continue key is not valid');
  }
}
