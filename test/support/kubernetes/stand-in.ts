import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import type { DenyPod, Policy } from './admission.ts';
import { startControllers } from './controllers/manager.ts';
import { discover } from './discovery.ts';
import { exec } from './exec.ts';
import { Failure, unauthorized } from './failure.ts';
import { type Fault, strike } from './faults.ts';
import { type Api, handle } from './handlers.ts';
import { startKubelet } from './kubelet.ts';
import { draft } from './objects.ts';
import { defaultPodHandlers, type PodHandlers } from './pod-handlers.ts';
import type { Rule } from './rbac.ts';
import { USER } from './rbac.ts';
import { Registry } from './registry.ts';
import { reply } from './reply.ts';
import { parseRequest } from './request.ts';
import { certificate, startServer } from './server.ts';
import { Store } from './store.ts';
import { Timers } from './timers.ts';
import { Watches } from './watch.ts';

export interface StandIn {
  /** Path of a kubeconfig file for it. */
  kubeconfig: string;
  url: string;
  token: string;
  readyMs: number;
  /** Every request that came, in order. */
  requests: RequestLog[];
  /** What is to go wrong with the next ones. */
  faults: Fault[];
  /** What runs in the pods: logs, commands, HTTP servers. */
  pods: PodHandlers;
  /** What the user may do; undefined is everything. */
  setRules(rules: Rule[] | undefined): void;
  /** Stands for an admission webhook. */
  setDenyPod(deny: DenyPod | undefined): void;
  /** Stands for one that is asked about workloads. */
  setPolicy(policy: Policy | undefined): void;
  /** The API server goes away and comes back with its data; resolves when it is back. */
  restart(options: { downMs: number }): Promise<void>;
  /** Forgets all history: older versions can't be watched or read on. */
  compact(): void;
  closeWatches(): void;
  stop(): Promise<void>;
}

export interface RequestLog {
  method: string;
  /** With the query. */
  path: string;
  /** 0 while there is no answer. */
  status: number;
  /** Milliseconds since the epoch. */
  at: number;
}

export async function startStandIn({ readyMs = 50 }: { readyMs?: number } = {}): Promise<StandIn> {
  const timers = new Timers();
  const registry = new Registry(new Store());
  const watches = new Watches(registry.store, timers);
  const api: Api = { registry, watches, pods: defaultPodHandlers(), rules: undefined };
  const requests: RequestLog[] = [];
  const faults: Fault[] = [];
  const token = randomBytes(16).toString('hex');

  startControllers(registry, timers);
  startKubelet(registry, timers, readyMs, api.pods);
  populate(registry);
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    requests.push({
      ...logged(request),
      get status() {
        return response.headersSent ? response.statusCode : 0;
      },
    });
    const serve = () =>
      void answer(api, token, request, response).catch((error: unknown) => refuse(response, error));
    if (!strike(faults, request, response, (ms) => timers.after(ms, serve))) serve();
  };
  const onUpgrade = (request: IncomingMessage, socket: Duplex) => {
    const entry = { ...logged(request), status: 101 };
    requests.push(entry);
    upgrade(api, token, request, socket).catch((error: unknown) => {
      entry.status = refuseUpgrade(socket, error);
    });
  };
  const server = await startServer(timers, onRequest, onUpgrade);
  const directory = await mkdtemp(join(tmpdir(), 'stand-in-'));
  const kubeconfig = join(directory, 'kubeconfig');
  await writeFile(kubeconfig, JSON.stringify(kubeconfigFor(server.url, token)), { mode: 0o600 });

  return {
    kubeconfig,
    url: server.url,
    token,
    readyMs,
    requests,
    faults,
    pods: api.pods,
    setRules: (rules) => {
      api.rules = rules;
    },
    setDenyPod: (deny) => {
      registry.denyPod = deny ?? (() => undefined);
    },
    setPolicy: (policy) => {
      registry.policy = policy ?? (() => undefined);
    },
    restart: ({ downMs }) => server.restart(downMs),
    compact: () => registry.store.compact(),
    closeWatches: () => watches.closeAll(),
    async stop() {
      timers.stop();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function answer(
  api: Api,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://stand-in');
  if (request.headers.authorization !== `Bearer ${token}`) throw unauthorized();
  checkAccept(request);
  const found = request.method === 'GET' ? discover(url.pathname) : undefined;
  if (found !== undefined) return reply(response, 200, found);
  await handle(api, parseRequest(request.method ?? '', url), request, response);
}

function checkAccept({ headers }: IncomingMessage): void {
  const accepted = (headers.accept ?? '*/*').split(',').map((each) => each.split(';')[0]?.trim());
  if (accepted.some((each) => each === '*/*' || each === 'application/json' || each === 'application/*'))
    return;
  throw new Failure(406, 'NotAcceptable', 'only the following media types are accepted: application/json');
}

async function upgrade(api: Api, token: string, request: IncomingMessage, socket: Duplex): Promise<void> {
  if (request.headers.authorization !== `Bearer ${token}`) throw unauthorized();
  const url = new URL(request.url ?? '/', 'https://stand-in');
  await exec(api, parseRequest(request.method ?? '', url), request, socket);
}

function refuse(response: ServerResponse, error: unknown): void {
  const failure = asFailure(error);
  if (response.headersSent) response.destroy();
  else reply(response, failure.code, failure.status(), failure.headers);
}

function refuseUpgrade(socket: Duplex, error: unknown): number {
  const failure = asFailure(error);
  const body = `${JSON.stringify(failure.status())}\n`;
  const head = [
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`HTTP/1.1 ${failure.code} ${failure.reason}\r\n${head.join('\r\n')}\r\n\r\n${body}`);
  return failure.code;
}

/** What is not a refusal is a defect of the stand-in; its trace goes to the one who sees the answer. */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure(
    500,
    'InternalError',
    `stand-in: ${error instanceof Error ? error.stack : String(error)}`,
  );
}

function logged({ method = '', url = '' }: IncomingMessage): Omit<RequestLog, 'status'> {
  return { method, path: url, at: Date.now() };
}

function populate(registry: Registry): void {
  for (const name of ['default', 'kube-system']) {
    registry.create('namespaces', '', draft({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
  }
  for (const name of ['node-0', 'node-1']) {
    const labels = { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux' };
    registry.create(
      'nodes',
      '',
      draft({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels }, spec: {} }),
    );
  }
  // A real cluster has long forgotten its first versions.
  registry.store.compact();
}

function kubeconfigFor(server: string, token: string): object {
  const authority = Buffer.from(certificate).toString('base64');
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'stand-in', cluster: { server, 'certificate-authority-data': authority } }],
    users: [{ name: USER, user: { token } }],
    contexts: [{ name: 'stand-in', context: { cluster: 'stand-in', user: USER } }],
    'current-context': 'stand-in',
  };
}
