import { badRequest, Failure } from './failure.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { type Shape, shapeOf } from './merge-keys.ts';

/** Kubernetes' strategic merge patch, step by step as apimachinery's strategicpatch does it. Both arguments change. */
export function strategicMerge(original: JsonObject, patch: JsonObject, plural: string): JsonObject {
  return mergeMap(original, patch, shapeOf(plural));
}

const DIRECTIVE = '$patch';
const ORDER = '$setElementOrder/';
const DELETE_FROM = '$deleteFromPrimitiveList/';

function mergeMap(original: JsonObject, patch: JsonObject, shape: Shape | undefined): JsonObject {
  if (DIRECTIVE in patch) {
    const { [DIRECTIVE]: directive, ...rest } = patch;
    if (directive === 'replace') return rest;
    if (directive === 'delete') return {};
    throw unknownDirective(directive);
  }
  retainKeys(original, patch);
  mergeOrderedLists(original, patch, shape);
  for (const [key, value] of Object.entries(patch)) {
    const isDeletion = key.startsWith(DELETE_FROM);
    const name = isDeletion ? key.slice(DELETE_FROM.length) : key;
    mergeField(original, name, value, shape?.fields?.[name], isDeletion);
  }
  return original;
}

function mergeField(
  target: JsonObject,
  name: string,
  value: Json,
  shape: Shape | undefined,
  isDeletion: boolean,
): void {
  const before = target[name];
  if (value === null) {
    delete target[name];
  } else if (isObject(before) && isObject(value)) {
    target[name] = mergeMap(before, value, shape);
  } else if (Array.isArray(before) && Array.isArray(value)) {
    target[name] = isDeletion
      ? before.filter((each) => !value.includes(each))
      : mergeList(before, value, shape);
  } else if (!isDeletion) {
    const clean = withoutDirectives(withoutNulls(value));
    if (clean === undefined) delete target[name];
    else target[name] = clean;
  }
}

function retainKeys(original: JsonObject, patch: JsonObject): void {
  const kept = patch.$retainKeys;
  if (kept === undefined) return;
  delete patch.$retainKeys;
  const isStray = ([key, value]: [string, Json]) =>
    value !== null && !key.startsWith('$') && !asList(kept).includes(key);
  if (!Array.isArray(kept) || Object.entries(patch).some(isStray)) {
    throw badRequest('invalid patch format of retainKeys');
  }
  for (const key of Object.keys(original)) if (!kept.includes(key)) delete original[key];
}

/** Lists whose wanted order came with the patch: merged here, and taken out of the patch. */
function mergeOrderedLists(original: JsonObject, patch: JsonObject, shape: Shape | undefined): void {
  for (const directive of Object.keys(patch).filter((key) => key.startsWith(ORDER))) {
    const order = patch[directive];
    delete patch[directive];
    if (!Array.isArray(order)) throw badRequest('invalid patch format of setElementOrder list');
    const name = directive.slice(ORDER.length);
    const field = shape?.fields?.[name];
    const [before, change] = [original[name], patch[name]];
    if (before === undefined && change === undefined) continue;
    if ((before ?? change) === null || change === null) continue;
    const merged =
      change === undefined
        ? asList(before)
        : before === undefined
          ? asList(withoutDirectives(change))
          : mergeList(asList(before), asList(change), field);
    original[name] = inOrder(merged, order, asList(before), field?.key);
    delete patch[name];
  }
}

function mergeList(original: Json[], patch: Json[], shape: Shape | undefined): Json[] {
  if (!shape?.isMerged) return patch;
  const { key } = shape;
  if (key === undefined) return inOrder([...new Set([...original, ...patch])], patch, original, undefined);
  let kept = original;
  const changes: JsonObject[] = [];
  let isReplaced = false;
  for (const item of patch) {
    if (!isObject(item)) throw new Failure(500, 'InternalError', 'list element types are not identical');
    const directive = item[DIRECTIVE];
    if (directive === undefined) changes.push(item);
    else if (directive === 'replace') isReplaced = true;
    else if (directive === 'delete') {
      const gone = keyIn(item, key);
      kept = kept.filter((each) => !isObject(each) || each[key] !== gone);
    } else throw unknownDirective(directive);
  }
  if (isReplaced) return changes;
  const merged = [...kept];
  for (const change of changes) {
    const wanted = keyIn(change, key);
    const index = merged.findIndex((each) => isObject(each) && each[key] === wanted);
    if (index < 0) merged.push(change);
    else merged[index] = mergeMap(merged[index] as JsonObject, change, shape);
  }
  return inOrder(merged, changes, original, key);
}

/**
 * Items of the patch come in the patch's order; the others keep the server's, each before the first item of the
 * patch that it stood before.
 */
function inOrder(all: Json[], patchOrder: Json[], serverOrder: Json[], key: string | undefined): Json[] {
  const identify = (item: Json) => (key !== undefined && isObject(item) ? item[key] : item);
  const [patchKeys, serverKeys] = [patchOrder.map(identify), serverOrder.map(identify)];
  const place = (keys: (Json | undefined)[], item: Json) => keys.indexOf(identify(item));
  const ofPatch = all.filter((item) => place(patchKeys, item) >= 0);
  const others = all.filter((item) => place(patchKeys, item) < 0);
  ofPatch.sort((a, b) => place(patchKeys, a) - place(patchKeys, b));
  others.sort((a, b) => place(serverKeys, a) - place(serverKeys, b));
  const result: Json[] = [];
  while (ofPatch.length > 0 && others.length > 0) {
    const [left, right] = [others[0] as Json, ofPatch[0] as Json];
    const [leftPlace, rightPlace] = [place(serverKeys, left), place(serverKeys, right)];
    const isLeftFirst = leftPlace >= 0 && rightPlace >= 0 && leftPlace < rightPlace;
    result.push((isLeftFirst ? others : ofPatch).shift() as Json);
  }
  return [...result, ...others, ...ofPatch];
}

function keyIn(item: JsonObject, key: string): Json {
  const value = item[key];
  if (value !== undefined) return value;
  throw new Failure(
    500,
    'InternalError',
    `map: ${JSON.stringify(item)} does not contain declared merge key: ${key}`,
  );
}

function unknownDirective(directive: Json | undefined): Failure {
  return new Failure(500, 'InternalError', `unknown patch type: ${String(directive)} in map`);
}

function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** Only inside maps, as the original does: a null in a list stays. */
function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutNulls(each)]));
}

function withoutDirectives(value: Json): Json | undefined {
  if (Array.isArray(value)) return value.map(withoutDirectives).filter((each) => each !== undefined);
  if (!isObject(value)) return value;
  if (DIRECTIVE in value) return undefined;
  const entries = Object.entries(value).map(([key, each]) => [key, withoutDirectives(each)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
