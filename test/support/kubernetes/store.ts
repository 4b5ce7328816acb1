import type { KubeObject } from './objects.ts';
import { StoreIndex } from './store-index.ts';

export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  plural: string;
  version: number;
  object: KubeObject;
  /** What was there before, for watches whose selector it matched. */
  previous: KubeObject | undefined;
}

/**
 * All objects, with one version counter over every change, as etcd has. Stored objects are frozen: whoever changes
 * one makes a copy, so that a change that was not written can't be seen.
 */
export class Store {
  readonly index = new StoreIndex();
  #objects = new Map<string, Map<string, Map<string, KubeObject>>>();
  #changes: Change[] = [];
  #compacted = 0;
  #listeners = new Set<(change: Change) => void>();

  get version(): number {
    return this.#changes.length;
  }

  /** Changes up to this version can't be asked for any more. */
  get compacted(): number {
    return this.#compacted;
  }

  get<T extends KubeObject>(plural: string, namespace: string, name: string): T | undefined {
    return this.#objects.get(plural)?.get(namespace)?.get(name) as T | undefined;
  }

  /** In the order of their keys; all namespaces where none is given. */
  list<T extends KubeObject>(plural: string, namespace?: string): T[] {
    return this.all<T>(plural, namespace).sort(byKey);
  }

  /** The same in any order, for those who ask often. */
  all<T extends KubeObject>(plural: string, namespace?: string): T[] {
    const all = this.#objects.get(plural) ?? new Map<string, Map<string, KubeObject>>();
    const chosen = namespace === undefined ? [...all.values()] : [all.get(namespace) ?? new Map()];
    return chosen.flatMap((each) => [...each.values()] as T[]);
  }

  /** The list as it was at an earlier version, for the later pages of a list and for exact reads. */
  listAt(plural: string, version: number, namespace?: string): KubeObject[] {
    const state = new Map(this.list(plural, namespace).map((object) => [keyOf(object), object]));
    for (const change of this.#changes.slice(version).reverse()) {
      if (change.plural !== plural) continue;
      if (namespace !== undefined && change.object.metadata.namespace !== namespace) continue;
      if (change.previous) state.set(keyOf(change.object), change.previous);
      else state.delete(keyOf(change.object));
    }
    return [...state.values()].sort(byKey);
  }

  put<T extends KubeObject>(plural: string, object: T): T {
    const { namespace = '', name } = object.metadata;
    const previous = this.get(plural, namespace, name);
    return this.#record(previous ? 'MODIFIED' : 'ADDED', plural, object, previous) as T;
  }

  /** The last state of a deleted object carries the version of its deletion. */
  remove(plural: string, object: KubeObject): KubeObject {
    return this.#record('DELETED', plural, object, object);
  }

  changesSince(version: number): Change[] {
    return this.#changes.slice(version);
  }

  compact(): void {
    this.#compacted = this.version;
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #record(
    type: Change['type'],
    plural: string,
    object: KubeObject,
    previous: KubeObject | undefined,
  ): KubeObject {
    const version = this.version + 1;
    const copy = JSON.parse(JSON.stringify(object)) as KubeObject;
    copy.metadata.resourceVersion = String(version);
    const stored = freeze(copy);
    const { namespace = '', name } = stored.metadata;
    const bucket = this.#bucket(plural, namespace);
    if (type === 'DELETED') bucket.delete(name);
    else bucket.set(name, stored);
    this.index.replace(plural, previous, type === 'DELETED' ? undefined : stored);
    const change = { type, plural, version, object: stored, previous };
    this.#changes.push(change);
    for (const listener of this.#listeners) listener(change);
    return stored;
  }

  #bucket(plural: string, namespace: string): Map<string, KubeObject> {
    const all = this.#objects.get(plural) ?? new Map<string, Map<string, KubeObject>>();
    this.#objects.set(plural, all);
    const bucket = all.get(namespace) ?? new Map<string, KubeObject>();
    all.set(namespace, bucket);
    return bucket;
  }
}

export function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function byKey(a: KubeObject, b: KubeObject): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const each of Object.values(value)) freeze(each);
  }
  return value;
}
