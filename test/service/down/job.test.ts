import { expect, test } from '@jest/globals';
import { jobOf } from '../../../src/service/down/job.ts';
import type { PodTemplate } from '../../../src/systems/kubernetes/objects.ts';

const options = {
  namespace: 'shop',
  workload: { name: 'api', uid: 'uid-api' },
  argv: ['npx', 'knex', 'migrate:down'],
  attempt: '1',
  deadlineSeconds: 600,
  rollback: { id: '42-1', reason: 'errors' },
};

/** All that a container of a workload may have, with what only serves. */
const template = {
  metadata: {
    labels: { app: 'api', 'pod-template-hash': 'abc' },
    annotations: { 'kubectl.kubernetes.io/default-container': 'app', 'sidecar.istio.io/inject': 'true' },
  },
  spec: {
    serviceAccountName: 'api',
    imagePullSecrets: [{ name: 'pull' }],
    securityContext: { runAsUser: 1000 },
    nodeSelector: { disk: 'ssd' },
    tolerations: [{ key: 'shop' }],
    affinity: {
      nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } },
      podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [] },
    },
    topologySpreadConstraints: [{ maxSkew: 1 }],
    readinessGates: [{ conditionType: 'x' }],
    restartPolicy: 'Always',
    initContainers: [{ name: 'up', image: 'api:2', command: ['npx', 'knex', 'migrate:latest'] }],
    volumes: [
      { name: 'settings', configMap: { name: 'settings' } },
      { name: 'logs', emptyDir: {} },
    ],
    containers: [
      { name: 'logger', image: 'logger:1', volumeMounts: [{ name: 'logs', mountPath: '/logs' }] },
      {
        name: 'app',
        image: 'api:2',
        command: ['/entrypoint'],
        args: ['serve'],
        env: [{ name: 'DATABASE_URL', valueFrom: { secretKeyRef: { name: 'db', key: 'url' } } }],
        envFrom: [{ configMapRef: { name: 'settings' } }],
        resources: { requests: { cpu: '100m' } },
        workingDir: '/srv',
        ports: [{ containerPort: 8080, hostPort: 8080 }],
        livenessProbe: { httpGet: { port: 8080 } },
        readinessProbe: { httpGet: { port: 8080 } },
        startupProbe: { httpGet: { port: 8080 } },
        lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
        volumeMounts: [
          { name: 'settings', mountPath: '/etc/settings' },
          { name: 'data', mountPath: '/var/data' },
        ],
      },
    ],
  },
} as unknown as PodTemplate;

test('it is the main container of the release with another command, once, and nothing of what serves', () => {
  const { metadata, spec } = jobOf(template, options);
  expect(metadata).toMatchObject({
    name: expect.stringMatching(/^api-down-[0-9a-f]{10}$/),
    labels: { 'rollback-actions/down': 'uid-api' },
    annotations: { 'rollback-actions/rollback': '42-1', 'rollback-actions/reason': 'errors' },
  });
  expect(spec).toMatchObject({
    backoffLimit: 0,
    activeDeadlineSeconds: 600,
    ttlSecondsAfterFinished: 86_400,
  });
  // No label of the workload: a Service would send it requests, and a ReplicaSet take it for one of its own.
  expect(spec.template.metadata).toEqual({
    labels: { 'rollback-actions/down': 'uid-api' },
    annotations: { 'sidecar.istio.io/inject': 'false', 'linkerd.io/inject': 'disabled' },
  });
  expect(JSON.parse(JSON.stringify(spec.template.spec))).toEqual({
    serviceAccountName: 'api',
    imagePullSecrets: [{ name: 'pull' }],
    securityContext: { runAsUser: 1000 },
    nodeSelector: { disk: 'ssd' },
    tolerations: [{ key: 'shop' }],
    affinity: {
      nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } },
    },
    restartPolicy: 'Never',
    volumes: [{ name: 'settings', configMap: { name: 'settings' } }],
    containers: [
      {
        name: 'app',
        image: 'api:2',
        command: ['npx', 'knex', 'migrate:down'],
        env: [{ name: 'DATABASE_URL', valueFrom: { secretKeyRef: { name: 'db', key: 'url' } } }],
        envFrom: [{ configMapRef: { name: 'settings' } }],
        resources: { requests: { cpu: '100m' } },
        workingDir: '/srv',
        volumeMounts: [{ name: 'settings', mountPath: '/etc/settings' }],
      },
    ],
  });
});

test('its container is the one whose version `to: version=…` goes by: the default one, that of the workload’s name, or the first', () => {
  const containerOf = (workload: string, of: PodTemplate = template) =>
    jobOf(of, { ...options, workload: { name: workload, uid: 'u' } }).spec.template.spec.containers[0]?.name;
  const plain = { ...template, metadata: {} };
  expect(containerOf('logger')).toBe('app');
  expect(containerOf('app', plain)).toBe('app');
  expect(containerOf('shop', plain)).toBe('logger');
});

test('its name is one of Kubernetes, whatever the workload is called', () => {
  const name = (workload: string) =>
    (jobOf(template, { ...options, workload: { name: workload, uid: 'u' } }).metadata as { name: string })
      .name;
  expect(name(`${'a'.repeat(39)}-${'b'.repeat(200)}`)).toMatch(/^a{39}-down-[0-9a-f]{10}$/);
  expect(name('shop.api')).toMatch(/^shop-api-down-/);
});
