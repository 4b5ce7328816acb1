import { pause } from '../../base/deadline.ts';
import { WAITS } from '../../base/waits.ts';
import type { KubeClient } from './client.ts';
import { ApiError, isPassing } from './errors.ts';
import type { KubeObject } from './objects.ts';

/** Signs of an event; the largest object that etcd takes is a fraction of it. */
const LONGEST_EVENT = 32 * 1024 ** 2;
/** After how many failures in a row it warns: with the pauses between them some four seconds. */
const TROUBLE = 5;

interface Listeners<T> {
  /** An object was added, changed or removed. */
  readonly change: (object: T) => void;
  /** A failure that does not pass by itself ended the watch. */
  readonly error: (error: Error) => void;
  /** The watch has failed some times in a row, and is tried again. */
  readonly onDegraded: (error: Error) => void;
}

/** A copy of a collection that follows the server. */
export class WatchedList<T extends KubeObject> {
  readonly items = new Map<string, T>();
  /** The uids of objects by the uid of their controller, so that a look at one workload costs nothing for the others. */
  readonly #owned = new Map<string, Set<string>>();
  readonly #client: KubeClient;
  readonly #path: string;
  readonly #query: Readonly<Record<string, string>>;
  readonly #on: Listeners<T>;
  #version = '';

  private constructor(
    client: KubeClient,
    path: string,
    query: Readonly<Record<string, string>>,
    on: Listeners<T>,
  ) {
    this.#client = client;
    this.#path = path;
    this.#query = query;
    this.#on = on;
  }

  /** Lists the collection, then follows it until the client's signal aborts. */
  static async start<T extends KubeObject>(
    client: KubeClient,
    path: string,
    query: Readonly<Record<string, string>>,
    on: Listeners<T>,
  ): Promise<WatchedList<T>> {
    const watched = new WatchedList<T>(client, path, query, on);
    await watched.#list();
    watched.#follow().catch((error: Error) => {
      if (!client.signal.aborted) on.error(error);
    });
    return watched;
  }

  named(name: string): T | undefined {
    return [...this.items.values()].find(({ metadata }) => metadata.name === name);
  }

  /** The objects that the object with this uid controls. */
  ownedBy(uid: string): T[] {
    return [...(this.#owned.get(uid) ?? [])].map((owned) => this.items.get(owned) as T);
  }

  /** Takes in a state of an object, from the watch or from an answer to a request of ours, unless a newer one is known. */
  upsert(object: T): void {
    const known = this.items.get(object.metadata.uid);
    if (known && isOlder(object, known)) return;
    this.#forget(object);
    this.items.set(object.metadata.uid, object);
    const owner = controllerOf(object);
    if (owner) this.#owned.set(owner, (this.#owned.get(owner) ?? new Set()).add(object.metadata.uid));
    this.#on.change(object);
  }

  #remove(object: T): void {
    this.#forget(object);
    this.items.delete(object.metadata.uid);
    this.#on.change(object);
  }

  /** An object may have lost its controller since: the one that it is listed under is that of its last state. */
  #forget({ metadata: { uid } }: T): void {
    const known = this.items.get(uid);
    if (known) this.#owned.get(controllerOf(known) ?? '')?.delete(uid);
  }

  async #list(): Promise<void> {
    const { items, resourceVersion } = await this.#client.list<T>(this.#path, this.#query);
    const present = new Set(items.map((item) => item.metadata.uid));
    for (const item of this.items.values()) if (!present.has(item.metadata.uid)) this.#remove(item);
    for (const item of items) this.upsert(item);
    this.#version = resourceVersion;
  }

  async #follow(): Promise<void> {
    let failures = 0;
    for (;;) {
      const begun = performance.now();
      try {
        await this.#watchOnce();
        if (performance.now() - begun > 1000) failures = 0;
        else await this.#pause(undefined, failures++);
      } catch (error) {
        this.#client.signal.throwIfAborted();
        if (error instanceof ApiError && error.status === 410) await this.#list();
        else if (!isPassing(error as Error)) throw error;
        else {
          if (failures === TROUBLE) this.#on.onDegraded(error as Error);
          await this.#pause(error, failures++);
        }
      }
    }
  }

  /** Waits before the next attempt: as long as the server asks, else longer each time up to 2 s. */
  #pause(error: unknown, failures: number) {
    const retryAfterMs = error instanceof ApiError ? error.retryAfterMs : 0;
    const growing = Math.min(WAITS.WATCH_LONGEST_PAUSE_MS, 100 * 2 ** failures);
    return pause(Math.max(retryAfterMs, growing), this.#client.signal);
  }

  async #watchOnce(): Promise<void> {
    const query = {
      ...this.#query,
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: this.#version,
      timeoutSeconds: WAITS.WATCH_RENEW_SECONDS,
    };
    const response = await this.#client.open(
      'GET',
      this.#path,
      { query },
      (WAITS.WATCH_RENEW_SECONDS + 10) * 1000,
    );
    let rest = '';
    for await (const chunk of response.setEncoding('utf8')) {
      const [first = '', ...others] = String(chunk).split('\n');
      rest += first;
      if (rest.length > LONGEST_EVENT) throw new ApiError(500, '', 'an event of the watch has no end');
      for (const other of others) {
        this.#take(JSON.parse(rest));
        rest = other;
      }
    }
  }

  #take(event: { type: string; object: T & { code?: number; message?: string } }): void {
    const { type, object } = event;
    if (type === 'ERROR') throw new ApiError(object.code ?? 500, '', object.message ?? 'the watch failed');
    this.#version = object.metadata.resourceVersion;
    if (type === 'BOOKMARK') return;
    if (type === 'DELETED') this.#remove(object);
    else this.upsert(object);
  }
}

/** True where `a` is an earlier state than `b` of the same object; resourceVersions are ever growing numbers (KEP-5504). */
function isOlder(a: KubeObject, b: KubeObject): boolean {
  const [first, second] = [Number(a.metadata.resourceVersion), Number(b.metadata.resourceVersion)];
  return first < second;
}

/** The uid of the object that controls this one. */
export function controllerOf(object: KubeObject): string | undefined {
  return object.metadata.ownerReferences?.find((owner) => owner.controller)?.uid;
}
