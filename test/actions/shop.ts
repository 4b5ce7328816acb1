import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubeClient, PATCH } from '../../src/systems/kubernetes/client.ts';
import { loadKubeConfig } from '../../src/systems/kubernetes/kubeconfig.ts';
import type { Config, KubeObject, Pod, ReplicaSet, Workload } from '../../src/systems/kubernetes/objects.ts';
import { type RunningStep, type StepOptions, type StepResult, startAction } from '../support/action.ts';
import { type StandIn, startStandIn } from '../support/kubernetes/stand-in.ts';
import { until } from '../support/until.ts';

const NAMESPACE = 'shop';

/** A namespace with Deployments on a stand-in of one test's own, and the actions of dist/ at work on it. */
export class Shop {
  readonly api: StandIn;
  readonly temp: string = mkdtempSync(join(tmpdir(), 'runner-'));
  readonly #client: KubeClient;

  private constructor(api: StandIn) {
    this.api = api;
    this.#client = new KubeClient(
      loadKubeConfig({ kubeconfig: api.kubeconfig }, () => {}),
      new AbortController().signal,
    );
  }

  /** @param readyMs how long a pod takes to become ready */
  static async open(readyMs = 50): Promise<Shop> {
    const shop = new Shop(await startStandIn({ readyMs }));
    await shop.create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
    return shop;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#client.close();
    await this.api.stop();
  }

  /** Creates a Deployment, or gives it another image, and waits until it is rolled out where `image` lets it. */
  async deploy(name: string, image: string, more: object = {}): Promise<void> {
    const path = `/apis/apps/v1/namespaces/${NAMESPACE}/deployments`;
    if (await this.#client.find(`${path}/${name}`)) await this.change(name, image);
    else await this.create(path, deployment(name, image, more));
    if (/:\d+$/.test(image))
      await this.until(`${name} is rolled out`, async () => isComplete(await this.deployment(name)));
  }

  /** Gives a Deployment another image and does not wait. */
  async change(name: string, image: string): Promise<void> {
    const template = { spec: { containers: [{ name: 'app', image }] } };
    await this.#client.patch(`/apis/apps/v1/namespaces/${NAMESPACE}/deployments/${name}`, PATCH.strategic, {
      spec: { template },
    });
  }

  /** Changes whatever of a Deployment. */
  async patch(name: string, body: object, contentType: string = PATCH.merge): Promise<void> {
    await this.#client.patch(`/apis/apps/v1/namespaces/${NAMESPACE}/deployments/${name}`, contentType, body);
  }

  async scale(name: string, replicas: number): Promise<void> {
    await this.#client.patch(`/apis/apps/v1/namespaces/${NAMESPACE}/deployments/${name}`, PATCH.merge, {
      spec: { replicas },
    });
  }

  async configMap(name: string, data: Record<string, string>): Promise<void> {
    const path = `/api/v1/namespaces/${NAMESPACE}/configmaps`;
    if (await this.#client.find(`${path}/${name}`))
      await this.#client.patch(`${path}/${name}`, PATCH.merge, { data });
    else await this.create(path, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
  }

  /** Makes an Opaque Secret, or gives it other contents. */
  async secret(name: string, stringData: Record<string, string>, metadata: object = {}): Promise<void> {
    const path = `/api/v1/namespaces/${NAMESPACE}/secrets`;
    const data = Object.fromEntries(
      Object.entries(stringData).map(([key, value]) => [key, Buffer.from(value).toString('base64')]),
    );
    if (await this.#client.find(`${path}/${name}`))
      await this.#client.patch(`${path}/${name}`, PATCH.merge, { data, metadata });
    else
      await this.create(path, {
        apiVersion: 'v1',
        kind: 'Secret',
        type: 'Opaque',
        metadata: { ...metadata, name },
        data,
      });
  }

  /** What a Secret holds under a key; undefined where it has none. */
  async password(name: string): Promise<string | undefined> {
    const path = `/api/v1/namespaces/${NAMESPACE}/secrets/${name}`;
    const value = (await this.#client.get<Config>(path)).data?.password;
    return value && Buffer.from(value, 'base64').toString();
  }

  async delete(path: string): Promise<void> {
    await this.#client.request('DELETE', path);
  }

  create(path: string, body: object): Promise<KubeObject> {
    return this.#client.request('POST', path, { body });
  }

  read<T extends KubeObject>(path: string): Promise<T> {
    return this.#client.get(path);
  }

  /** Changes whatever of an object. */
  async merge(path: string, body: object): Promise<void> {
    await this.#client.patch(path, PATCH.merge, body);
  }

  deployment(name: string): Promise<Workload> {
    return this.#client.get(`/apis/apps/v1/namespaces/${NAMESPACE}/deployments/${name}`);
  }

  async image(name: string): Promise<string | undefined> {
    return (await this.deployment(name)).spec.template.spec.containers[0]?.image;
  }

  async data(configMap: string): Promise<Record<string, string> | undefined> {
    return (await this.#client.get<Config>(`/api/v1/namespaces/${NAMESPACE}/configmaps/${configMap}`)).data;
  }

  async pods(): Promise<Pod[]> {
    return (await this.#client.list<Pod>(`/api/v1/namespaces/${NAMESPACE}/pods`)).items;
  }

  async deletePod(name: string): Promise<void> {
    await this.#client.request('DELETE', `/api/v1/namespaces/${NAMESPACE}/pods/${name}`);
  }

  /** Gives the namespace labels; null takes one away. */
  async label(labels: Record<string, string | null>): Promise<void> {
    await this.#client.patch(`/api/v1/namespaces/${NAMESPACE}`, PATCH.merge, { metadata: { labels } });
  }

  async replicaSets(): Promise<ReplicaSet[]> {
    return (await this.#client.list<ReplicaSet>(`/apis/apps/v1/namespaces/${NAMESPACE}/replicasets`)).items;
  }

  async leases(): Promise<KubeObject[]> {
    return (await this.#client.list(`/apis/coordination.k8s.io/v1/namespaces/${NAMESPACE}/leases`)).items;
  }

  /** As if nobody had renewed any lock for a minute. */
  expireLeases(): Promise<void> {
    const renewTime = new Date(Date.now() - 60_000).toISOString().replace('Z', '000Z');
    return this.#changeLeases({ renewTime });
  }

  /** Somebody else takes all locks, whoever has them. */
  takeLeases(holderIdentity: string): Promise<void> {
    return this.#changeLeases({ holderIdentity });
  }

  /** The note that a Lease of that name keeps; undefined where there is none. */
  async note(name: string): Promise<Record<string, unknown> | undefined> {
    const lease = (await this.leases()).find(({ metadata }) => metadata.name === name);
    const text = lease?.metadata.annotations?.['rollback-actions/note'];
    return text === undefined ? undefined : JSON.parse(text);
  }

  /** Writes other things into it, as time does. */
  async changeNote(name: string, change: object): Promise<void> {
    const note = JSON.stringify({ ...(await this.note(name)), ...change });
    await this.#client.patch(
      `/apis/coordination.k8s.io/v1/namespaces/${NAMESPACE}/leases/${name}`,
      PATCH.merge,
      { metadata: { annotations: { 'rollback-actions/note': note } } },
    );
  }

  async #changeLeases(spec: object): Promise<void> {
    for (const { metadata } of await this.leases())
      await this.#client.patch(
        `/apis/coordination.k8s.io/v1/namespaces/${NAMESPACE}/leases/${metadata.name}`,
        PATCH.merge,
        { spec },
      );
  }

  until(what: string, look: () => Promise<boolean> | boolean): Promise<void> {
    return until(look, () => what);
  }

  rollBack(
    inputs: Record<string, string> = {},
    options: Omit<StepOptions, 'with'> = {},
  ): Promise<StepResult> {
    return this.startRollBack(inputs, options).result;
  }

  startRollBack(inputs: Record<string, string> = {}, options: Omit<StepOptions, 'with'> = {}): RunningStep {
    return this.#start(
      'rollback-service',
      { workloads: 'all', reason: 'the test says so', ...inputs },
      options,
    );
  }

  /** Marks what runs as good, and does not wait until it has run for a while: test/service/steady.test.ts does. */
  markGood(given: Record<string, string> = {}, waits: Record<string, number> = {}): Promise<StepResult> {
    const env = { ROLLBACK_TEST_WAITS: JSON.stringify({ STEADY_MS: 1, ...waits }) };
    return this.#start('mark-good', { workloads: 'all', ...given }, { env }).result;
  }

  handBack(name: 'hand-back' | 'rollback'): Promise<StepResult> {
    return this.#start(name, { workloads: 'all', ...(name === 'rollback' && { action: 'hand-back' }) }, {})
      .result;
  }

  #start(name: string, inputs: Record<string, string>, options: Omit<StepOptions, 'with'>): RunningStep {
    const common = { kubeconfig: this.api.kubeconfig, namespace: NAMESPACE, timeout: '4m' };
    return startAction(name, { temp: this.temp, ...options, with: { ...common, ...inputs } });
  }
}

function deployment(name: string, image: string, more: object): object {
  const template = {
    metadata: { labels: { app: name } },
    spec: {
      containers: [{ name: 'app', image, envFrom: [{ configMapRef: { name: 'settings', optional: true } }] }],
    },
  };
  const strategy = { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { replicas: 2, strategy, selector: { matchLabels: { app: name } }, template, ...more },
  };
}

function isComplete({ metadata, spec, status = {} }: Workload): boolean {
  const { replicas = 1 } = spec;
  const { observedGeneration, updatedReplicas, availableReplicas } = status;
  return (
    observedGeneration === metadata.generation &&
    updatedReplicas === replicas &&
    availableReplicas === replicas &&
    status.replicas === replicas
  );
}
