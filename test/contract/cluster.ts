import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Agent, type RequestOptions, request } from 'node:https';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { KubeConfig } from '@kubernetes/client-node/dist/config.js';

/** Anything that an API server sends; a contract test knows what it expects. */
// biome-ignore lint/suspicious/noExplicitAny: the shapes are what the suite checks.
export type Any = any;

export interface Answer {
  status: number;
  body: Any;
}

export const MERGE = 'application/merge-patch+json';
export const STRATEGIC = 'application/strategic-merge-patch+json';
export const JSON_PATCH = 'application/json-patch+json';

/** Plain HTTPS to a cluster, so that nothing stands between its answers and the test. */
export class Cluster {
  readonly config = new KubeConfig();
  readonly #agent = new Agent({ keepAlive: true });

  constructor(kubeconfig: string) {
    this.config.loadFromFile(kubeconfig);
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    credentials = true,
  ): Promise<Answer> {
    const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
    // Node sends no length with the body of a DELETE by itself.
    const length = Buffer.byteLength(text ?? '');
    const type =
      text === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(length) };
    const response = await this.open(method, path, text, { ...type, ...headers }, credentials);
    let answer = '';
    for await (const chunk of response.setEncoding('utf8')) answer += chunk;
    const isJson = response.headers['content-type']?.startsWith('application/json') ?? false;
    return { status: response.statusCode ?? 0, body: isJson ? JSON.parse(answer) : answer };
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  async open(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
    credentials = true,
  ): Promise<IncomingMessage> {
    const options = await this.#options();
    const all = { ...(credentials && options.headers), ...headers } as Record<string, string>;
    return new Promise((resolve, reject) => {
      const message = request(`${this.server}${path}`, {
        ...options,
        method,
        headers: all,
        agent: this.#agent,
      });
      message.on('response', resolve).on('error', reject).end(body);
    });
  }

  /** Events as they come, until `stop` or the server's end. */
  async watch(path: string): Promise<Watch> {
    const response = await this.open('GET', `${path}${path.includes('?') ? '&' : '?'}watch=true`);
    if (response.statusCode !== 200)
      throw new Error(`the watch of ${path} was refused with ${response.statusCode}`);
    const lines = createInterface({ input: response })[Symbol.asyncIterator]();
    return {
      async next() {
        const { value, done } = await lines.next();
        return done ? undefined : JSON.parse(value);
      },
      stop: () => void response.destroy(),
    };
  }

  async namespace(): Promise<Namespace> {
    const name = `contract-${randomBytes(5).toString('hex')}`;
    const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
    const { status } = await this.send('POST', '/api/v1/namespaces', object);
    if (status !== 201) throw new Error(`the namespace ${name} was refused with ${status}`);
    const namespace = new Namespace(this, name);
    // Without the first no pods are let in; the second would come in the middle of a test.
    for (const [plural, given] of [
      ['serviceaccounts', 'default'],
      ['configmaps', 'kube-root-ca.crt'],
    ] as const) {
      await namespace.reaches(plural, given, () => true);
    }
    return namespace;
  }

  close(): void {
    this.#agent.destroy();
  }

  get server(): string {
    return this.config.getCurrentCluster()?.server ?? '';
  }

  async #options(): Promise<RequestOptions> {
    const options: RequestOptions = { headers: {} };
    await this.config.applyToHTTPSOptions(options as Any);
    return options;
  }
}

export interface Watch {
  /** undefined at the end. */
  next(): Promise<Any>;
  stop(): void;
}

const GROUPS: Record<string, string> = {
  deployments: 'apis/apps/v1',
  replicasets: 'apis/apps/v1',
  statefulsets: 'apis/apps/v1',
  daemonsets: 'apis/apps/v1',
  controllerrevisions: 'apis/apps/v1',
  jobs: 'apis/batch/v1',
  leases: 'apis/coordination.k8s.io/v1',
  horizontalpodautoscalers: 'apis/autoscaling/v2',
};

/** A namespace of one test's own. */
export class Namespace {
  readonly cluster: Cluster;
  readonly name: string;

  constructor(cluster: Cluster, name: string) {
    this.cluster = cluster;
    this.name = name;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cluster.send('DELETE', `/api/v1/namespaces/${this.name}`);
  }

  path(plural: string, name = '', query = ''): string {
    const base = `/${GROUPS[plural] ?? 'api/v1'}/namespaces/${this.name}/${plural}`;
    return `${base}${name && `/${name}`}${query && `?${query}`}`;
  }

  get(plural: string, name: string): Promise<Answer> {
    return this.cluster.get(this.path(plural, name));
  }

  /** What is there. @throws where it isn't */
  async read(plural: string, name: string): Promise<Any> {
    const { status, body } = await this.get(plural, name);
    if (status !== 200) throw new Error(`${plural}/${name}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async list(plural: string, query = ''): Promise<Any[]> {
    const { status, body } = await this.cluster.get(this.path(plural, '', query));
    if (status !== 200) throw new Error(`${plural}: ${status} ${JSON.stringify(body)}`);
    return body.items;
  }

  post(plural: string, object: unknown, query = ''): Promise<Answer> {
    return this.cluster.send('POST', this.path(plural, '', query), object);
  }

  /** What the server made of it. @throws where it refuses */
  async create(plural: string, object: unknown): Promise<Any> {
    const { status, body } = await this.post(plural, object);
    if (status !== 201) throw new Error(`${plural}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  put(plural: string, name: string, object: unknown, query = ''): Promise<Answer> {
    return this.cluster.send('PUT', this.path(plural, name, query), object);
  }

  patch(plural: string, name: string, patch: unknown, type = MERGE): Promise<Answer> {
    return this.cluster.send('PATCH', this.path(plural, name), patch, { 'content-type': type });
  }

  delete(plural: string, name: string, options?: unknown): Promise<Answer> {
    return this.cluster.send('DELETE', this.path(plural, name), options);
  }

  /** Waits for a state of an object, and returns it. */
  reaches(plural: string, name: string, isReached: (object: Any) => boolean): Promise<Any> {
    return until(`${plural}/${name} is as expected`, async () => {
      const { status, body } = await this.get(plural, name);
      return status === 200 && isReached(body) ? body : undefined;
    });
  }
}

/** Waits until `look` answers something else than false or undefined. @throws after the deadline */
export async function until<T>(
  what: string,
  look: () => Promise<T | false | undefined>,
  seconds = 240,
): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== false && found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`not within ${seconds} s: ${what}`);
    await wait(20);
  }
}
