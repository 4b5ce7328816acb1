import type { Any } from './cluster.ts';

/** What brings about on a real node what its image's name alone says to a pod that is played. */
const REAL: Readonly<Record<string, object>> = {
  'bad-config': { envFrom: [{ configMapRef: { name: 'missing' } }] },
  'run-error': { command: ['/missing'] },
  'not-ready': { readinessProbe: { httpGet: { path: '/ready', port: 8080 } } },
};

/** The container `app` as its image's name says that it goes. */
export function container(image: string): Any {
  const [, real] = Object.entries(REAL).find(([part]) => image.includes(part)) ?? [];
  return { name: 'app', image, ...real };
}

export function template(image = 'registry.test/app:1.0', pod: object = {}): Any {
  return { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'app', image }], ...pod } };
}

export function deployment(spec: object = {}, metadata: object = {}): Any {
  return workload('Deployment', { replicas: 1, ...spec }, metadata);
}

export function statefulSet(spec: object = {}): Any {
  return workload('StatefulSet', { replicas: 3, serviceName: 'web', ...spec }, {});
}

export function daemonSet(spec: object = {}): Any {
  return workload('DaemonSet', spec, {});
}

export function pod(metadata: object = {}, spec: object = {}): Any {
  const containers = [{ name: 'app', image: 'registry.test/app:1.0' }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', ...metadata },
    spec: { containers, ...spec },
  };
}

export function configMap(name: string, rest: object = {}, metadata: object = {}): Any {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, ...metadata },
    data: { key: 'value' },
    ...rest,
  };
}

/** The patch that changes the image and nothing else. */
export function image(name: string): object {
  return { spec: { template: { spec: { containers: [{ name: 'app', image: name }] } } } };
}

function workload(kind: string, spec: object, metadata: object): Any {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'web', ...metadata },
    spec: { selector: { matchLabels: { app: 'web' } }, template: template(), ...spec },
  };
}
