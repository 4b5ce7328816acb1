import type { Behaviour } from './images.ts';

/** What of a workload's manifest a test decides; the rest is as small as Kubernetes takes it. */
export interface Options {
  /** Merged into `metadata`: annotations, more labels. */
  readonly metadata?: object;
  /** Merged into the workload's `spec`. */
  readonly spec?: object;
  /** Merged into the pod's `metadata` and `spec`. */
  readonly podMetadata?: object;
  readonly pod?: object;
  /** Containers beside `app`. */
  readonly more?: readonly (Behaviour & { readonly name: string })[];
}

export const deployment = (name: string, app: Behaviour, options: Options = {}) =>
  workload('Deployment', name, app, {
    ...options,
    spec: {
      replicas: 2,
      strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      ...options.spec,
    },
  });

export const statefulSet = (name: string, app: Behaviour, options: Options = {}) =>
  workload('StatefulSet', name, app, {
    ...options,
    spec: { replicas: 2, serviceName: name, ...options.spec },
  });

export const daemonSet = (name: string, app: Behaviour, options: Options = {}) =>
  workload('DaemonSet', name, app, options);

export const configMap = (name: string, data: Record<string, string>, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data,
  ...more,
});

export const secret = (name: string, stringData: Record<string, string>, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name },
  stringData,
  ...more,
});

/** A pod spec's part that takes all of ConfigMap and Secret `app` as environment and mounts them. */
export const usesConfig = {
  envFrom: [{ configMapRef: { name: 'app' } }, { secretRef: { name: 'app' } }],
};

function workload(kind: string, name: string, app: Behaviour, options: Options) {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, labels, ...options.metadata },
    spec: {
      selector: { matchLabels: labels },
      ...options.spec,
      template: {
        metadata: { labels, ...options.podMetadata },
        spec: {
          terminationGracePeriodSeconds: 1,
          containers: [{ name: 'app', ...app }, ...(options.more ?? [])],
          ...options.pod,
        },
      },
    },
  };
}
