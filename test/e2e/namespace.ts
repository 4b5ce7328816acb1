import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import { ApiError } from '../../src/systems/kubernetes/errors.ts';
import { loadKubeConfig } from '../../src/systems/kubernetes/kubeconfig.ts';
import type { KubeObject } from '../../src/systems/kubernetes/objects.ts';
import { type RunningStep, type StepOptions, type StepResult, startAction } from '../support/action.ts';
import { Reader } from './reader.ts';
import { isRolledOut } from './rolled-out.ts';

/** How often a condition is looked at that nothing can be watched for. Milliseconds. */
const INTERVAL = 100;

export interface Reply {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a test writes as an object; the cluster fills in the rest. */
export type Manifest = { readonly kind: string; readonly metadata: { readonly name: string } };

/** Longer than all tests of a file take. Milliseconds. */
const READS_WITHIN = 7_200_000;

/** A cluster by its kubeconfig, and the kubectl that fits it. */
export class Cluster {
  readonly kubeconfig: string;
  readonly #binary: string;
  #client: KubeClient | undefined;
  #reader: Reader | undefined;

  constructor(kubeconfig: string, binary: string) {
    this.kubeconfig = kubeconfig;
    this.#binary = binary;
  }

  get client(): KubeClient {
    this.#client ??= new KubeClient(
      loadKubeConfig({ kubeconfig: this.kubeconfig }, () => {}),
      AbortSignal.timeout(READS_WITHIN),
    );
    return this.#client;
  }

  get reader(): Reader {
    this.#reader ??= new Reader(this.client);
    return this.#reader;
  }

  /** Runs kubectl to its end, however it ends. */
  try(args: readonly string[], stdin?: string): Promise<Reply> {
    return this.start(args, stdin).done;
  }

  /** The same for a kubectl that is looked at on the way. */
  start(args: readonly string[], stdin?: string): { stdout(): string; readonly done: Promise<Reply> } {
    const child = spawn(this.#binary, args, { env: { ...process.env, KUBECONFIG: this.kubeconfig } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.end(stdin);
    const done = new Promise<Reply>((resolve, reject) => {
      child.on('error', reject).on('close', (code) => resolve({ exitCode: code ?? 1, stdout, stderr }));
    });
    return { stdout: () => stdout, done };
  }

  /** What kubectl prints. @throws where it fails */
  async kubectl(args: readonly string[], stdin?: string): Promise<string> {
    const { exitCode, stdout, stderr } = await this.try(args, stdin);
    if (exitCode !== 0) throw new Error(`kubectl ${args.join(' ')} ended with ${exitCode}: ${stderr}`);
    return stdout;
  }

  /** The content of a kubeconfig for this cluster with another user's token. */
  async kubeconfigFor(token: string, namespace: string): Promise<string> {
    const config = JSON.parse(
      await this.kubectl(['config', 'view', '--raw', '--minify', '--flatten', '-o', 'json']),
    );
    const cluster = config.clusters[0].name as string;
    return JSON.stringify({
      ...config,
      users: [{ name: 'test', user: { token } }],
      contexts: [{ name: 'test', context: { cluster, user: 'test', namespace } }],
      'current-context': 'test',
    });
  }

  async namespace(): Promise<TestNamespace> {
    const name = `e2e-${randomBytes(5).toString('hex')}`;
    await this.client.request('POST', '/api/v1/namespaces', { body: { metadata: { name } } });
    const namespace = new TestNamespace(this, name);
    // Without it the first pods are refused.
    await namespace.until('it has its service account', () => namespace.has('serviceaccount/default'));
    return namespace;
  }
}

/** A namespace of one test's own, gone after it. Its folder stands in for the runner's temporary folder of one job. */
export class TestNamespace {
  readonly cluster: Cluster;
  readonly name: string;
  readonly temp: string = mkdtempSync(join(tmpdir(), 'runner-'));
  readonly #steps: RunningStep[] = [];

  constructor(cluster: Cluster, name: string) {
    this.cluster = cluster;
    this.name = name;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // A test that failed in the middle leaves its actions behind; on one that has ended, this does nothing.
    for (const step of this.#steps) step.process.kill('SIGKILL');
    await this.cluster.client.request('DELETE', `/api/v1/namespaces/${this.name}`);
  }

  kubectl(...args: string[]): Promise<string> {
    return this.cluster.kubectl(['-n', this.name, ...args]);
  }

  try(...args: string[]): Promise<Reply> {
    return this.cluster.try(['-n', this.name, ...args]);
  }

  start(...args: string[]) {
    return this.cluster.start(['-n', this.name, ...args]);
  }

  async apply(...objects: Manifest[]): Promise<void> {
    await this.cluster.kubectl(['-n', this.name, 'apply', '-f', '-'], listOf(objects));
  }

  /** For what `apply` would annotate with its own content. */
  async create(...objects: Manifest[]): Promise<void> {
    await this.cluster.kubectl(['-n', this.name, 'create', '-f', '-'], listOf(objects));
  }

  /** Applies workloads one after another and waits each time until they are rolled out: a history. */
  async deploy(...workloads: Manifest[]): Promise<void> {
    for (const workload of workloads) {
      await this.apply(workload);
      await this.rolledOut(workload);
    }
  }

  /** An object by kind and name: `deployment/web`. */
  get<T = KubeObject>(what: string): Promise<T> {
    const [kind = '', name = ''] = what.split('/');
    return this.cluster.reader.get<T>(this.name, kind, name);
  }

  /** Whether there is an object. */
  async has(what: string): Promise<boolean> {
    try {
      await this.get(what);
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return false;
      throw error;
    }
  }

  list<T = KubeObject>(kinds: string, labelSelector?: string): Promise<T[]> {
    return this.cluster.reader.list<T>(this.name, kinds.split(','), labelSelector);
  }

  /** A service account with these rules in a Role, as the content of a kubeconfig. */
  async accountWith(rules: readonly object[], name = 'rollback'): Promise<string> {
    const rbac = { apiVersion: 'rbac.authorization.k8s.io/v1', metadata: { name } };
    const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name };
    const subjects = [{ kind: 'ServiceAccount', name, namespace: this.name }];
    await this.create(
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } } as Manifest,
      { ...rbac, kind: 'Role', rules } as Manifest,
      { ...rbac, kind: 'RoleBinding', roleRef, subjects } as Manifest,
    );
    const token = (await this.kubectl('create', 'token', name)).trim();
    return this.cluster.kubeconfigFor(token, this.name);
  }

  async rolledOut({ kind, metadata }: Manifest): Promise<void> {
    const what = `${kind.toLowerCase()}/${metadata.name}`;
    await this.until(`${what} is rolled out`, async () => isRolledOut(await this.get(what)));
  }

  /** Waits until `look` answers something else than false or undefined. @throws after the deadline */
  async until<T>(what: string, look: () => Promise<T | false | undefined>, seconds = 240): Promise<T> {
    const deadline = performance.now() + seconds * 1000;
    for (;;) {
      const found = await look();
      if (found !== false && found !== undefined) return found;
      if (performance.now() > deadline) throw new Error(`${this.name}: not after ${seconds} s: ${what}`);
      await wait(INTERVAL);
    }
  }

  /** Runs the bundled rollback-service on this namespace; its timeout is longer than any test waits. */
  rollBack(inputs: Record<string, string>, options: Omit<StepOptions, 'with'> = {}): Promise<StepResult> {
    return this.startRollBack(inputs, options).result;
  }

  startRollBack(inputs: Record<string, string>, options: Omit<StepOptions, 'with'> = {}): RunningStep {
    return this.#start('rollback-service', { reason: 'the test says so', ...inputs }, options);
  }

  markGood(inputs: Record<string, string>, options: Omit<StepOptions, 'with'> = {}): Promise<StepResult> {
    return this.#start('mark-good', inputs, options).result;
  }

  handBack(inputs: Record<string, string>, options: Omit<StepOptions, 'with'> = {}): Promise<StepResult> {
    return this.#start('hand-back', inputs, options).result;
  }

  clearCache(inputs: Record<string, string>): RunningStep {
    return this.#start('clear-cache', { reason: 'the test says so', ...inputs }, {});
  }

  #start(name: string, inputs: Record<string, string>, options: Omit<StepOptions, 'with'>): RunningStep {
    const common = { kubeconfig: this.cluster.kubeconfig, namespace: this.name, timeout: '10m' };
    const step = startAction(name, { temp: this.temp, ...options, with: { ...common, ...inputs } });
    this.#steps.push(step);
    return step;
  }
}

function listOf(items: readonly Manifest[]): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}
