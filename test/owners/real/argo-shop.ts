import { randomUUID } from 'node:crypto';
import type { Application } from '../../../src/owners/argo-cd.ts';
import type { Config, Workload } from '../../../src/systems/kubernetes/objects.ts';
import { cluster, type TestNamespace } from '../../e2e/cluster.ts';
import { type Behaviour, version } from '../../e2e/images.ts';
import { configMap, deployment } from '../../e2e/manifests.ts';
import { Repository } from './repositories.ts';

const API = 'argoproj.io/v1alpha1';
/** The history tells its seconds; a release that comes at once after another one is no case of these tests. */
const APART_MS = 3000;

export const AUTOMATED = { automated: { prune: true, selfHeal: true } };

/** Where its repository is, where that is a place of the test's own. */
type Served = [] | [where: { root: string; url: string }];

type Files = Readonly<Record<string, object | null>>;

/** An application of one test's own, from a repository of its own, in a namespace of its own. */
export class ArgoShop {
  readonly ns: TestNamespace;
  readonly repository: Repository;

  private constructor(ns: TestNamespace, repository: Repository) {
    this.ns = ns;
    this.repository = repository;
  }

  static async make(ns: TestNamespace, ...served: Served): Promise<ArgoShop> {
    return new ArgoShop(ns, await Repository.make(ns.name, ...served));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.repository[Symbol.asyncDispose]();
    await cluster.kubectl([
      '-n',
      'argocd',
      'delete',
      'applicationsets,applications',
      '-l',
      `test=${this.ns.name}`,
    ]);
  }

  /** The manifest of an application of a folder of the repository. */
  manifest(name = this.ns.name, path = 'app', syncPolicy: object = AUTOMATED, namespace = this.ns.name) {
    return {
      apiVersion: API,
      kind: 'Application',
      metadata: { name, namespace: 'argocd', labels: { test: this.ns.name } },
      spec: {
        project: 'default',
        source: { repoURL: this.repository.url, path, targetRevision: 'main' },
        destination: { server: 'https://kubernetes.default.svc', namespace },
        syncPolicy,
      },
    };
  }

  /** A project of the test's own, with room for everything. */
  project() {
    return {
      apiVersion: API,
      kind: 'AppProject',
      metadata: { name: this.ns.name, namespace: 'argocd' },
      spec: {
        sourceRepos: ['*'],
        destinations: [{ server: '*', namespace: '*' }],
        clusterResourceWhitelist: [{ group: '*', kind: '*' }],
      },
    };
  }

  argo(...objects: object[]): Promise<string> {
    const list = { apiVersion: 'v1', kind: 'List', items: objects };
    return cluster.kubectl(['-n', 'argocd', 'apply', '-f', '-'], JSON.stringify(list));
  }

  application(name = this.ns.name): Promise<Application> {
    return cluster.reader.get<Application>('argocd', 'applications', name);
  }

  patch(what: string, patch: object): Promise<string> {
    return cluster.kubectl(['-n', 'argocd', 'patch', what, '--type=merge', '-p', JSON.stringify(patch)]);
  }

  /** Commits a version of the shop: `web` and a ConfigMap that says which. */
  commit(number: number, app: Behaviour = version(number), more: Files = {}): Promise<string> {
    return this.repository.commit(`version ${number}`, {
      'app/web.json': deployment('web', app),
      'app/config.json': configMap('web', { version: String(number) }),
      ...more,
    });
  }

  /** Has Argo CD look at Git now, and not in two minutes. A look that has begun before is none. */
  async refresh(): Promise<void> {
    const annotations = {
      'argocd.argoproj.io/refresh': 'normal',
      'argocd.argoproj.io/refresh-timestamp': randomUUID(),
    };
    await this.patch(`application/${this.ns.name}`, { metadata: { annotations } });
  }

  /** A commit of a good version, until it is synced and all its pods are ready. @returns the commit */
  async deploy(...words: Parameters<ArgoShop['commit']>): Promise<string> {
    const commit = await this.commit(...words);
    await this.arrived(commit);
    await this.ns.rolledOut(deployment('web', version(words[0])));
    await this.apart();
    return commit;
  }

  /** Lets a while go by after a release. */
  async apart(): Promise<void> {
    const deployed = Date.now();
    await this.ns.until('a while has gone by', async () => Date.now() - deployed > APART_MS);
  }

  /** Waits until a commit was synced. */
  async arrived(commit: string): Promise<void> {
    await this.refresh();
    await this.ns.until(`Argo CD has synced ${commit}`, async () => {
      const { status, operation } = await this.application();
      return !operation && status?.history?.at(-1)?.revision === commit && status.sync?.status === 'Synced';
    });
  }

  async image(name = 'web'): Promise<string | undefined> {
    return (await this.ns.get<Workload>(`deployment/${name}`)).spec.template.spec.containers[0]?.image;
  }

  async configured(): Promise<string | undefined> {
    return (await this.ns.get<Config>('configmap/web')).data?.version;
  }

  /** Waits until Argo CD has looked at all there is once more, and so would have undone what it does not like. */
  async looked(): Promise<void> {
    const before = (await this.application()).status?.reconciledAt;
    // It is told to the second.
    await this.ns.until('a second has gone by', async () => Date.parse(before ?? '') + 1500 < Date.now());
    await this.refresh();
    await this.ns.until('Argo CD has looked', async () => {
      const { metadata, status } = await this.application();
      const isAsked = metadata.annotations?.['argocd.argoproj.io/refresh'] !== undefined;
      return !isAsked && status?.reconciledAt !== before;
    });
  }
}

/** Plays with an application that is gone afterwards. */
export async function withShop(
  ns: TestNamespace,
  play: (shop: ArgoShop) => Promise<void>,
  ...served: Served
): Promise<void> {
  await using shop = await ArgoShop.make(ns, ...served);
  await play(shop);
}
