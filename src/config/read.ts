import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { ActionError, messageOf } from '../base/errors.ts';
import { comesAfter, type RawComponent } from './component.ts';
import { fileSchema, type Value } from './schema.ts';

/** One environment, as the file says it: a section an action, `defaults`, and `components`. */
export interface RawEnvironment {
  readonly components?: Readonly<Record<string, RawComponent>>;
  readonly defaults?: Section;
  readonly [section: string]: unknown;
}

/** Values of inputs by name. */
export type Section = Readonly<Record<string, Value>>;

/** A configuration file that was read and is valid. */
export interface File {
  readonly path: string;
  readonly environments: Readonly<Record<string, RawEnvironment>>;
  /** `.github/rollback.yml:12:7` for keys from the top: where what they lead to begins. */
  readonly place: (keys: readonly string[]) => string;
}

/** @throws ActionError where the file cannot be read, is not YAML or does not fit the schema, with line and column */
export function readFile(path: string): File {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  const error = document.errors[0];
  if (error)
    throw new ActionError(`${path} is not valid YAML: ${error.message.split('\n')[0]?.replace(/:$/, '.')}`);
  const place = (keys: readonly string[]) => {
    const { line, col } = lines.linePos(positionOf(document, keys));
    return `${path}:${line}:${col}`;
  };
  const parsed = v.safeParse(fileSchema, contentOf(document, path));
  if (parsed.success) {
    const environments = parsed.output.environments as unknown as File['environments'];
    const file = { path, environments, place };
    for (const name of Object.keys(environments)) checkOrder(file, name);
    return file;
  }
  const [issue] = parsed.issues;
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  throw new ActionError(`${place(keys)}: ${sentenceOf(issue, keys)}.`);
}

/** @throws ActionError where a component waits for one that is not there, or for itself */
function checkOrder({ environments, place }: File, environment: string): void {
  const components = environments[environment]?.components ?? {};
  const keys = (name: string) => ['environments', environment, 'components', name, 'after'];
  // Each is gone through once, however many ways lead to it.
  const checked = new Set<string>();
  const check = (name: string, way: readonly string[]) => {
    if (checked.has(name)) return;
    const [start = name] = way;
    if (way.includes(name)) {
      const circle = [...way, name].join(' → ');
      throw new ActionError(
        `${place(keys(start))}: ${keys(start).slice(0, -1).join('.')} waits for itself: ${circle}.`,
      );
    }
    for (const other of comesAfter(components[name]) ?? []) {
      if (!Object.hasOwn(components, other)) {
        const there = Object.keys(components).join(', ');
        throw new ActionError(
          `${place(keys(name))}: ${keys(name).join('.')} names "${other}", which is not a component; there are ${there}.`,
        );
      }
      check(other, [...way, name]);
    }
    checked.add(name);
  };
  for (const name of Object.keys(components)) check(name, []);
}

function contentOf(document: Document, path: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // The parser stops at aliases that would grow without bounds.
    throw new ActionError(`${path} cannot be read: ${messageOf(error)}.`);
  }
}

/** An unknown key is reported at the map that has it. */
function sentenceOf({ expected, message }: v.BaseIssue<unknown>, keys: readonly string[]): string {
  const place = expected === 'never' ? keys.slice(0, -1) : keys;
  return `${place.join('.') || 'it'} ${message}`;
}

/** Where in the text the last of some keys stands that there is. */
function positionOf({ contents }: Document, keys: readonly string[]): number {
  let node: unknown = contents;
  let position = contents?.range?.[0] ?? 0;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (!pair) break;
      position = (isScalar(pair.key) && pair.key.range?.[0]) || position;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (isScalar(node) || isAlias(node)) position = node.range?.[0] ?? position;
    } else break;
  }
  return position;
}
