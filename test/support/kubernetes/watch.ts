import type { ServerResponse } from 'node:http';
import { expired, invalid } from './failure.ts';
import { type Filter, filterOf, LIST_QUERY } from './list.ts';
import { type ApiRequest, allowQuery, flag, number } from './request.ts';
import { apiVersionOf } from './resources.ts';
import type { Change, Store } from './store.ts';
import type { Timers } from './timers.ts';

const BOOKMARK_MS = 60_000;
/** Clients that end soon get their bookmark this long before. */
const BEFORE_END_MS = 2000;
const DEFAULT_SECONDS = 1800;

export class Watches {
  #open = new Set<() => void>();
  #store: Store;
  #timers: Timers;

  constructor(store: Store, timers: Timers) {
    this.#store = store;
    this.#timers = timers;
  }

  /** Ends all of them, as a server that balances its load does. */
  closeAll(): void {
    for (const close of this.#open) close();
  }

  start(request: ApiRequest, response: ServerResponse): void {
    const { resource, namespace, query } = request;
    allowQuery(query, ...LIST_QUERY, 'sendInitialEvents');
    if (query.has('sendInitialEvents')) {
      const why =
        'Forbidden: sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled';
      throw invalid(resource, '', 'sendInitialEvents', why);
    }
    const matches = filterOf(request);
    const from = number(query, 'resourceVersion') ?? 0;
    const isOurs = ({ plural, object }: Change) =>
      plural === resource.plural && (namespace === '' || object.metadata.namespace === namespace);
    const send = (event: object) => response.write(`${JSON.stringify(event)}\n`);
    const forward = (change: Change) => {
      const event = isOurs(change) ? eventFor(change, matches) : undefined;
      if (event) send(event);
    };

    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache, private' });
    response.flushHeaders();
    if (from > 0 && from < this.#store.compacted) {
      const failure = expired(`too old resource version: ${from} (${this.#store.compacted})`);
      send({ type: 'ERROR', object: failure.status() });
      response.end();
      return;
    }
    if (from === 0) {
      const home = namespace === '' ? undefined : namespace;
      for (const object of this.#store.list(resource.plural, home).filter(matches))
        send({ type: 'ADDED', object });
    } else {
      for (const change of this.#store.changesSince(from)) forward(change);
    }

    const bookmark = () => {
      const metadata = { resourceVersion: String(this.#store.version) };
      send({
        type: 'BOOKMARK',
        object: { kind: resource.kind, apiVersion: apiVersionOf(resource), metadata },
      });
    };
    this.#keepOpen(response, query, forward, bookmark);
  }

  #keepOpen(
    response: ServerResponse,
    query: URLSearchParams,
    forward: (change: Change) => void,
    bookmark: () => void,
  ): void {
    const ignore = this.#store.onChange(forward);
    const lifeMs = (number(query, 'timeoutSeconds') || DEFAULT_SECONDS) * 1000;
    const end = () => {
      ignore();
      response.end();
    };
    const cancelEnd = this.#timers.after(lifeMs, end);
    let cancelBookmark = () => {};
    const plan = (ms: number) => {
      cancelBookmark = this.#timers.after(ms, () => {
        bookmark();
        plan(BOOKMARK_MS);
      });
    };
    if (flag(query, 'allowWatchBookmarks')) {
      const early = lifeMs - BEFORE_END_MS;
      plan(early > 0 ? Math.min(BOOKMARK_MS, early) : BOOKMARK_MS);
    }
    this.#open.add(end);
    response.on('close', () => {
      this.#open.delete(end);
      ignore();
      cancelEnd();
      cancelBookmark();
    });
  }
}

/** An object that comes to match a selector looks new to the watch, and one that ceases to looks deleted. */
function eventFor({ type, object, previous }: Change, matches: Filter): object | undefined {
  const before = previous !== undefined && matches(previous);
  const after = type !== 'DELETED' && matches(object);
  if (after) return { type: before ? 'MODIFIED' : 'ADDED', object };
  if (!before) return undefined;
  if (type === 'DELETED') return { type, object };
  // The last state that matched, with the version of the change.
  const { resourceVersion } = object.metadata;
  return { type: 'DELETED', object: { ...previous, metadata: { ...previous.metadata, resourceVersion } } };
}
