/** The platform that the drill deploys: a small shop with one workload of each kind. */

interface Release {
  readonly images: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
}

/** What the embedded kubelet makes of an image is told by its name: `bad-image` can't be pulled, and so on. */
export const v1: Release = {
  images: {
    web: 'registry.test/web:1.4.0',
    api: 'registry.test/api:1.4.0',
    queue: 'registry.test/queue:1.4.0',
    agent: 'registry.test/agent:1.4.0',
  },
  settings: { CHECKOUT: 'classic', DATABASE_POOL: '20' },
};

/** A bad release, with another fault in each of its workloads. */
export const v2: Release = {
  images: {
    web: 'registry.test/web:2.0.0-crash-loop',
    api: 'registry.test/api:2.0.0-bad-image',
    queue: 'registry.test/queue:2.0.0-not-ready',
    agent: 'registry.test/agent:1.4.0',
  },
  settings: { CHECKOUT: 'express', DATABASE_POOL: '2000' },
};

/**
 * The workloads of a release, by the path of their collection.
 *
 * @param container what an image's name comes to in this cluster
 */
export function workloads(
  { images }: Release,
  container: (image: string) => object,
): { path: string; name: string; body: object }[] {
  const of = (kind: string, name: string, spec: object) => ({
    path: `/apis/apps/v1/namespaces/shop/${kind.toLowerCase()}s`,
    name,
    body: {
      apiVersion: 'apps/v1',
      kind,
      metadata: { name },
      spec: {
        ...spec,
        selector: { matchLabels: { app: name } },
        template: {
          metadata: { labels: { app: name } },
          spec: {
            containers: [
              { name, ...container(images[name] ?? ''), envFrom: [{ configMapRef: { name: 'settings' } }] },
            ],
          },
        },
      },
    },
  });
  const careful = { strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } };
  return [
    of('Deployment', 'web', { replicas: 3, ...careful }),
    of('Deployment', 'api', { replicas: 3, ...careful }),
    of('StatefulSet', 'queue', { replicas: 2, serviceName: 'queue' }),
    of('DaemonSet', 'agent', {}),
  ];
}
