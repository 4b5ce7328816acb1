import { setMaxListeners } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import pLimit from 'p-limit';
import { now } from '../../base/clock.ts';
import { pause } from '../../base/deadline.ts';
import { ActionError } from '../../base/errors.ts';
import { retry } from '../../base/retry.ts';
import { withoutEndSlashes } from '../../base/slashes.ts';
import { WAITS } from '../../base/waits.ts';
import { textWithin } from '../bounded.ts';
import { countRequest } from '../requests.ts';
import { ApiError, CredentialsError, isPassing, unreachable } from './errors.ts';
import type { KubeObject } from './objects.ts';

const PAGE = 500;
/** Concurrent requests each take a connection, and a handshake costs both ends more than a read. */
const READS_AT_ONCE = 8;
/** A change may take as long as its admission webhooks. */
const CHANGES_AT_ONCE = 24;
/** An access review is posted as an object, and changes nothing. */
const REVIEWS = '/apis/authorization.k8s.io/';
/** A page of the largest objects that etcd takes is not larger. */
const MAX_ANSWER_BYTES = 256 * 1024 ** 2;
/** How late an answer may be seen; a server that says an earlier time than that has put its clock back. */
const LATEST_ANSWER_MS = 10_000;
/** What a URL makes another path of: `.` and `..` in every spelling, separators of others, control characters. */
const LEADS_AWAY = /\/(\.|%2e){1,2}(\/|$)|[\\\s\p{Cc}]/iu;

export const PATCH = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
} as const;

interface RequestOptions {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly contentType?: string;
}

/** A page of a list, all pages put together. */
interface List<T> {
  readonly items: T[];
  readonly resourceVersion: string;
}

/**
 * Raw requests to one API server: JSON in and out with nothing dropped, credentials of a kubeconfig, connections
 * kept open. Passing failures (429, 5xx, lost connections) are tried again, after `Retry-After` where there is
 * one; every request that changes something carries a resourceVersion or a fixed name, so a repeat is harmless.
 */
export class KubeClient {
  readonly config: KubeConfig;
  readonly signal: AbortSignal;
  readonly #agent: http.Agent;
  /** Watches and logs are in neither: they stay open. */
  readonly #reads = pLimit(READS_AT_ONCE);
  readonly #changes = pLimit(CHANGES_AT_ONCE);
  readonly #closing = new AbortController();
  #answered = false;
  /** Milliseconds by which the server's clock is ahead of `performance.now()`. */
  #clock: number | undefined;

  constructor(config: KubeConfig, signal: AbortSignal, agent?: http.Agent) {
    this.config = config;
    this.signal = AbortSignal.any([signal, this.#closing.signal]);
    setMaxListeners(0, this.signal);
    const Agent = this.server.startsWith('http:') ? http.Agent : https.Agent;
    this.#agent = agent ?? new Agent({ keepAlive: true });
  }

  get server(): string {
    return this.config.getCurrentCluster()?.server ?? '';
  }

  /** What the record calls this cluster: its API server without the scheme. Contexts are named otherwise everywhere. */
  get cluster(): string {
    return withoutEndSlashes(this.server.replace(/^https?:\/\//, ''));
  }

  /**
   * The same server, and its connections, under another deadline: for giving things back after the first one has passed.
   * The requests of one client do not wait for those of the other.
   */
  withSignal(signal: AbortSignal): KubeClient {
    const client = new KubeClient(this.config, signal, this.#agent);
    client.#answered = this.#answered;
    client.#clock = this.#clock;
    return client;
  }

  /**
   * The time as the server has it, to the second. What several machines compare is written and read by this one clock:
   * that of a runner may be an hour off, or be put right while it works.
   */
  get now(): Date {
    return this.#clock === undefined ? now() : new Date(this.#clock + performance.now());
  }

  /**
   * Answers say their second, and come late: the least late of them is the nearest. A clock that went back from one answer to
   * the next would find a lock alive that it has just found dead. One that was put back is followed.
   */
  #read(date: number): void {
    const ahead = date - performance.now();
    const isLate = this.#clock !== undefined && ahead < this.#clock && ahead > this.#clock - LATEST_ANSWER_MS;
    if (!isLate) this.#clock = ahead;
  }

  /** Ends every request and watch, so that nothing keeps the process: an idle connection does not. */
  close(): void {
    this.#closing.abort();
  }

  get<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.request('GET', path, options);
  }

  /** Like `get`, but undefined where there is no such object. */
  async find<T>(path: string): Promise<T | undefined> {
    try {
      return await this.get<T>(path);
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  patch<T>(
    path: string,
    contentType: string,
    body: unknown,
    query: RequestOptions['query'] = {},
  ): Promise<T> {
    return this.request('PATCH', path, { body, contentType, query });
  }

  /** All objects of a collection, page by page; begins again where the pages went out of date. */
  async list<T extends KubeObject>(path: string, query: RequestOptions['query'] = {}): Promise<List<T>> {
    const items: T[] = [];
    let token: string | undefined;
    for (;;) {
      try {
        const page = await this.get<{
          apiVersion: string;
          kind: string;
          metadata: { continue?: string; resourceVersion: string };
          items: T[];
        }>(path, { query: { ...query, limit: PAGE, continue: token } });
        if (!Array.isArray(page.items))
          throw new ActionError(
            `The server ${this.server} answers GET ${path} with something that is not a list; check the server in the kubeconfig.`,
          );
        const kind = page.kind.replace(/List$/, '');
        for (const item of page.items) items.push({ ...item, apiVersion: page.apiVersion, kind });
        token = page.metadata.continue || undefined;
        if (!token) return { items, resourceVersion: page.metadata.resourceVersion };
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 410)) throw error;
        items.length = 0;
        token = undefined;
        await pause(WAITS.LIST_EXPIRED_PAUSE_MS, this.signal);
      }
    }
  }

  /** A request whose answer is JSON. @throws ApiError for every answer that is not 2xx */
  async request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
    const answer = await this.text(method, path, options);
    try {
      const parsed = JSON.parse(answer);
      if (typeof parsed === 'object' && parsed !== null) return parsed as T;
    } catch {
      // Reported below: what is not JSON, or not an object, is not an answer of an API server.
    }
    throw new ActionError(
      `The server ${this.server} answers ${method} ${path} with something that is not a Kubernetes object; check the server in the kubeconfig.`,
    );
  }

  /** A request whose answer is text, such as a container's log. */
  async text(method: string, path: string, options: RequestOptions = {}): Promise<string> {
    requirePath(path);
    const once = async () => {
      const response = await this.open(method, path, options, WAITS.API_SERVER_SILENCE_MS);
      this.#answered = true;
      const { text, isCut } = await textWithin(response, MAX_ANSWER_BYTES);
      if (!isCut) return text;
      throw new ActionError(
        `The server ${this.server} answers ${method} ${path} with more than ${MAX_ANSWER_BYTES / 1024 ** 2} MiB; check the server in the kubeconfig.`,
      );
    };
    const limit = method === 'GET' || path.startsWith(REVIEWS) ? this.#reads : this.#changes;
    try {
      return await retry(() => limit(once), {
        signal: this.signal,
        withinMs: this.#answered ? WAITS.API_SERVER_LATER_MS : WAITS.API_SERVER_FIRST_MS,
        // A plugin that gives nothing the first time is not logged in.
        isPassing: (error) => isPassing(error) && (this.#answered || !(error instanceof CredentialsError)),
      });
    } catch (error) {
      this.signal.throwIfAborted();
      if (error instanceof ActionError) throw error;
      throw unreachable(this.server, error as Error);
    }
  }

  /** One attempt, answered by the open response: for watches and for everything above. `silence` in milliseconds. */
  async open(
    method: string,
    path: string,
    options: RequestOptions,
    silence: number,
  ): Promise<http.IncomingMessage> {
    requirePath(path);
    countRequest('to the API server');
    const url = new URL(this.server.replace(/\/$/, '') + path);
    for (const [key, value] of Object.entries(options.query ?? {}))
      if (value !== undefined) url.searchParams.set(key, String(value));
    const body = options.body === undefined ? undefined : JSON.stringify(options.body);
    const credentials: https.RequestOptions = {};
    await this.config.applyToHTTPSOptions(credentials).catch((error: Error) => {
      throw CredentialsError.from(this.config, error);
    });
    const request = (url.protocol === 'http:' ? http : https).request(url, {
      ...credentials,
      agent: this.config.getCurrentCluster()?.proxyUrl ? (credentials.agent as http.Agent) : this.#agent,
      method,
      signal: this.signal,
      timeout: silence,
      headers: {
        ...(credentials.headers as Record<string, string>),
        Accept: 'application/json, */*',
        'User-Agent': 'rollback-actions',
        ...(body === undefined
          ? {}
          : {
              'Content-Type': options.contentType ?? 'application/json',
              'Content-Length': Buffer.byteLength(body),
            }),
      },
    });
    request.on('timeout', () => request.destroy(new Error(`no answer for ${silence / 1000} s`)));
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      request.on('response', resolve).on('error', reject).end(body);
    });
    const date = Date.parse(response.headers.date ?? '');
    if (!Number.isNaN(date)) this.#read(date);
    if ((response.statusCode ?? 0) >= 300) throw await ApiError.from(response);
    return response;
  }
}

/** Names are checked where paths are made of them (names.ts); what is missed there must not lead elsewhere. */
function requirePath(path: string): void {
  if (!LEADS_AWAY.test(path.split('?')[0] ?? '')) return;
  throw new ActionError(`Nothing was asked of the API server: ${JSON.stringify(path)} is not a path of it.`);
}
