import { badRequest, Failure, unprocessable } from './failure.ts';
import { isObject, isSame, type Json, type JsonObject } from './json.ts';
import { strategicMerge } from './strategic-merge.ts';

/** Applies a PATCH body to an object, by the media type that it came with. */
export function applyPatch(contentType: string | undefined, plural: string, object: Json, patch: Json): Json {
  switch (contentType?.split(';')[0]?.trim()) {
    case 'application/json-patch+json':
      return jsonPatch(structuredClone(object), patch);
    case 'application/merge-patch+json':
      if (!isObject(patch)) throw badRequest('Invalid JSON Patch');
      return mergePatch(object, patch);
    case 'application/strategic-merge-patch+json':
      if (!isObject(patch) || !isObject(object)) throw badRequest('Invalid JSON document');
      return strategicMerge(structuredClone(object), structuredClone(patch), plural);
    default:
      throw new Failure(
        415,
        'UnsupportedMediaType',
        `the body of the request was in an unknown format - accepted media types include: ${PATCH_TYPES.join(', ')}`,
      );
  }
}

const PATCH_TYPES = [
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
];

function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const result: JsonObject = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}

const OPERATIONS = ['add', 'remove', 'replace', 'move', 'copy', 'test'];

function jsonPatch(document: Json, patch: Json): Json {
  if (!Array.isArray(patch))
    throw badRequest('json: cannot unmarshal object into Go value of type jsonpatch.Patch');
  // A holder above the document makes its root a child like any other.
  const holder: JsonObject = { root: document };
  for (const step of patch) {
    if (!isObject(step)) throw badRequest('json: cannot unmarshal into Go value of type jsonpatch.Operation');
    const { op, path, from, value = null } = step;
    if (typeof op !== 'string' || !OPERATIONS.includes(op))
      throw unprocessable(`Unexpected kind: ${String(op)}`);
    if (typeof path !== 'string') throw unprocessable(`${op} operation does not apply: missing path`);
    apply(holder, { op, path: pointer(path), from: typeof from === 'string' ? pointer(from) : [], value });
  }
  return holder.root ?? null;
}

interface Step {
  op: string;
  path: string[];
  from: string[];
  value: Json;
}

function apply(holder: JsonObject, { op, path, from, value }: Step): void {
  if (op === 'add') return add(holder, path, value);
  if (op === 'remove') return remove(holder, path);
  if (op === 'copy') return add(holder, path, structuredClone(read(holder, from)));
  if (op === 'move') {
    const moved = read(holder, from);
    remove(holder, from);
    return add(holder, path, moved);
  }
  if (op === 'test') {
    if (isSame(find(holder, path) ?? null, value)) return;
    throw unprocessable(`testing value /${path.slice(1).join('/')} failed: test failed`);
  }
  read(holder, path);
  const parent = read(holder, path.slice(0, -1)) as JsonObject;
  parent[path.at(-1) ?? ''] = value;
}

function pointer(path: string): string[] {
  const [, ...parts] = path.split('/');
  return ['root', ...parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))];
}

function find(holder: JsonObject, path: string[]): Json | undefined {
  let value: Json | undefined = holder;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isObject(value)) value = Object.hasOwn(value, key) ? value[key] : undefined;
    else return undefined;
  }
  return value;
}

function read(holder: JsonObject, path: string[]): Json {
  const value = find(holder, path);
  if (value !== undefined) return value;
  throw unprocessable(
    `operation does not apply: doc is missing path: "/${path.slice(1).join('/')}": missing value`,
  );
}

function add(holder: JsonObject, path: string[], value: Json): void {
  const parent = read(holder, path.slice(0, -1));
  const key = path.at(-1) ?? '';
  if (Array.isArray(parent)) {
    const index = key === '-' ? parent.length : Number(key);
    if (!Number.isInteger(index) || index < 0 || index > parent.length) {
      throw unprocessable(
        `add operation does not apply: error in add for path: '${key}': Unable to access invalid index: ${key}`,
      );
    }
    parent.splice(index, 0, value);
  } else if (isObject(parent)) parent[key] = value;
  else throw unprocessable(`add operation does not apply: "${key}" has no place`);
}

function remove(holder: JsonObject, path: string[]): void {
  read(holder, path);
  const parent = read(holder, path.slice(0, -1));
  const key = path.at(-1) ?? '';
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete (parent as JsonObject)[key];
}
