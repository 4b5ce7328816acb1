import type { IncomingMessage } from 'node:http';
import { badRequest, Failure, noSuchPath, notAllowed } from './failure.ts';
import type { Json } from './json.ts';
import { findResource, type Resource } from './resources.ts';

/** What a request asks for, in the words that authorization uses. */
export interface ApiRequest {
  verb: string;
  resource: Resource;
  /** Empty for objects without one, and for lists over all of them. */
  namespace: string;
  name: string;
  subresource: string;
  /** What comes behind the subresource, which only `proxy` knows. */
  rest: string;
  query: URLSearchParams;
}

export function parseRequest(method: string, url: URL): ApiRequest {
  const parts = url.pathname.split('/').slice(1).map(decodeURIComponent);
  const group = parts[0] === 'apis' ? (parts[1] ?? '') : '';
  const [version = '', ...path] = parts.slice(parts[0] === 'apis' ? 2 : 1);
  if (parts[0] !== 'api' && parts[0] !== 'apis') throw noSuchPath();

  const isInNamespace =
    path[0] === 'namespaces' && path.length > 2 && !NAMESPACE_SUBRESOURCES.includes(path[2] ?? '');
  const namespace = isInNamespace ? (path[1] ?? '') : '';
  const [plural = '', name = '', subresource = '', ...rest] = isInNamespace ? path.slice(2) : path;
  const resource = findResource(group, version, plural);
  if (!resource || (isInNamespace && !resource.namespaced)) throw noSuchPath();
  if (resource.namespaced && !isInNamespace && (name !== '' || method !== 'GET')) throw noSuchPath();
  if (subresource !== '' && !resource.subresources[subresource]) throw noSuchPath();
  if (rest.length > 0 && subresource !== 'proxy') throw noSuchPath();
  const query = url.searchParams;
  const verb = verbOf(method, name, query);
  // Objects are made at their collection, and changed at their own path.
  const isMisplaced =
    verb === 'create' ? name !== '' && subresource === '' : name === '' && CHANGES.includes(verb);
  if (isMisplaced) throw notAllowed();
  return { verb, resource, namespace, name, subresource, rest: rest.join('/'), query };
}

/** Parameters that this server does not act on are refused; the real one ignores what it doesn't know. */
export function allowQuery(query: URLSearchParams, ...names: string[]): void {
  for (const name of query.keys()) {
    if (!names.includes(name) && !HARMLESS.includes(name))
      throw badRequest(`query parameter "${name}" is not supported`);
  }
}

export function flag(query: URLSearchParams, name: string): boolean {
  return ['true', '1', 't', 'T', 'TRUE', 'True'].includes(query.get(name) ?? '');
}

export function number(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  if (!/^\d+$/.test(text))
    throw badRequest(`${name}: Invalid value: "${text}": strconv.ParseInt: parsing: invalid syntax`);
  return Number(text);
}

/** `?dryRun=All`, the only kind there is. */
export function isDryRun(query: URLSearchParams): boolean {
  const value = query.get('dryRun');
  if (value !== null && value !== 'All') {
    throw new Failure(422, 'Invalid', `dryRun: Unsupported value: "${value}": supported values: "All"`);
  }
  return value === 'All';
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= BODY_BYTES) chunks.push(chunk);
  }
  if (bytes > BODY_BYTES) {
    throw new Failure(413, 'RequestEntityTooLarge', `Request entity too large: limit is ${BODY_BYTES}`);
  }
  return Buffer.concat(chunks);
}

export function parseJson(body: Buffer): Json {
  try {
    return JSON.parse(body.toString('utf8')) as Json;
  } catch (error) {
    throw badRequest(`couldn't get version/kind; json parse error: ${(error as Error).message}`);
  }
}

const BODY_BYTES = 3 * 1024 * 1024;
const HARMLESS = ['pretty', 'timeout'];
const NAMESPACE_SUBRESOURCES = ['status', 'finalize'];

const CHANGES = ['update', 'patch'];
const VERBS: Record<string, string> = { POST: 'create', PUT: 'update', PATCH: 'patch' };

function verbOf(method: string, name: string, query: URLSearchParams): string {
  if (method === 'GET' || method === 'HEAD') {
    if (name !== '') return 'get';
    return flag(query, 'watch') ? 'watch' : 'list';
  }
  if (method === 'DELETE') return name === '' ? 'deletecollection' : 'delete';
  return VERBS[method] ?? method.toLowerCase();
}
