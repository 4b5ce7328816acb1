import { setTimeout as wait } from 'node:timers/promises';
import type { FluxObject } from '../../../src/owners/flux.ts';
import { cluster } from '../../e2e/cluster.ts';
import type { HelmShop } from './helm-shop.ts';

const GROUP = 'helm.toolkit.fluxcd.io';
export const HELM_RELEASE = `helmreleases.${GROUP}`;
const API = `${GROUP}/v2`;
const LOOK_MS = 100;

interface HelmRelease extends FluxObject {
  readonly spec: { readonly suspend?: boolean; readonly values: { readonly version: number } };
  readonly status?: FluxObject['status'] & { readonly observedGeneration?: number };
}

/**
 * Flux's helm-controller, whose module cannot be had, as its documentation has it (fluxcd.io, HelmRelease v2): it deploys a
 * change of the spec by Helm, and does nothing on one that is suspended, also when it is asked to; an action that is under way
 * goes on. The objects of its release have its labels.
 */
export class PlayedHelmController {
  readonly #helm: HelmShop;
  readonly #chart: (version: number) => readonly object[];
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;

  private constructor(helm: HelmShop, chart: (version: number) => readonly object[]) {
    this.#helm = helm;
    this.#chart = chart;
    this.#running = this.#run();
  }

  static async start(
    helm: HelmShop,
    chart: (version: number) => readonly object[],
  ): Promise<PlayedHelmController> {
    await cluster.kubectl(
      ['apply', '--server-side', '--force-conflicts', '-f', '-'],
      JSON.stringify(definition),
    );
    await helm.ns.until(
      'the kind is served',
      async () => (await helm.ns.try('get', HELM_RELEASE)).exitCode === 0,
    );
    return new PlayedHelmController(helm, chart);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Asks for a version, as a commit in Git does. */
  async want(version: number, labels: Record<string, string> = {}): Promise<void> {
    await cluster.kubectl(
      ['-n', this.#helm.ns.name, 'apply', '--server-side', '--field-manager=kustomize-controller', '-f', '-'],
      JSON.stringify({
        apiVersion: API,
        kind: 'HelmRelease',
        metadata: { name: 'shop', labels },
        spec: { interval: '1h', values: { version } },
      }),
    );
  }

  read(): Promise<HelmRelease> {
    return this.#helm.ns.get<HelmRelease>(`${HELM_RELEASE}/shop`);
  }

  /** Waits until the newest spec was deployed, or was passed over for good. */
  async observed(): Promise<void> {
    await this.#helm.ns.until('it has deployed the newest spec', async () => {
      const { metadata, status } = await this.read();
      return status?.observedGeneration === metadata.generation;
    });
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const found = await this.#helm.ns.try('get', HELM_RELEASE, 'shop', '-o', 'json');
      if (found.exitCode === 0) await this.#reconcile(JSON.parse(found.stdout) as HelmRelease);
      await wait(LOOK_MS);
    }
  }

  async #reconcile({ metadata, spec, status }: HelmRelease): Promise<void> {
    if (spec.suspend || status?.observedGeneration === metadata.generation) return;
    const { version } = spec.values;
    const message = `Running 'upgrade' action with timeout of 5m0s`;
    await this.#tell({ conditions: [condition('Reconciling', 'True', 'Progressing', message)] });
    const failed = await this.#helm
      .upgrade(version, labelled(this.#chart(version), metadata.namespace), '--wait', '--timeout', '5m')
      .then(
        () => undefined,
        (error: Error) => error.message,
      );
    const ready = condition(
      'Ready',
      failed ? 'False' : 'True',
      failed ? 'UpgradeFailed' : 'UpgradeSucceeded',
      failed ?? '',
    );
    await this.#tell({ observedGeneration: metadata.generation, conditions: [ready] });
  }

  async #tell(status: object): Promise<void> {
    const patch = JSON.stringify({ status });
    await this.#helm.ns.kubectl(
      'patch',
      HELM_RELEASE,
      'shop',
      '--subresource=status',
      '--type=merge',
      '-p',
      patch,
    );
  }
}

const condition = (type: string, status: string, reason: string, message: string) => ({
  ...{ type, status, reason, message: message.slice(0, 1000) },
  lastTransitionTime: new Date().toISOString(),
});

const labelled = (objects: readonly object[], namespace: string) =>
  (objects as { metadata: { labels?: object } }[]).map((object) => ({
    ...object,
    metadata: {
      ...object.metadata,
      labels: { ...object.metadata.labels, [`${GROUP}/name`]: 'shop', [`${GROUP}/namespace`]: namespace },
    },
  }));

const text = { type: 'string' };
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });

/** The fields of the kind that are used here; what it does not name is dropped or refused. */
const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: HELM_RELEASE },
  spec: {
    group: GROUP,
    scope: 'Namespaced',
    names: {
      kind: 'HelmRelease',
      listKind: 'HelmReleaseList',
      plural: 'helmreleases',
      singular: 'helmrelease',
    },
    versions: [
      {
        ...{ name: 'v2', served: true, storage: true, subresources: { status: {} } },
        schema: {
          openAPIV3Schema: object({
            spec: object(
              {
                interval: text,
                suspend: { type: 'boolean' },
                values: object({ version: { type: 'integer' } }),
              },
              ['interval'],
            ),
            status: object({
              observedGeneration: { type: 'integer', format: 'int64' },
              conditions: {
                type: 'array',
                items: object(
                  { type: text, status: text, reason: text, message: text, lastTransitionTime: text },
                  ['type', 'status', 'reason', 'message', 'lastTransitionTime'],
                ),
              },
            }),
          }),
        },
      },
    ],
  },
};
