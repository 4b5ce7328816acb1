import type { KubeObject } from './objects.ts';

/** Fills in what a user left out, as Kubernetes 1.37 does; a template that was stored once is not changed again. */
export function applyDefaults(plural: string, object: KubeObject): void {
  defaultsOf[plural]?.(object as unknown as Fields);
}

type Fields = Record<string, unknown>;

const defaultsOf: Record<string, (object: Fields) => void> = {
  deployments(object) {
    const spec = child(object, 'spec');
    fill(spec, { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 });
    const strategy = child(spec, 'strategy');
    fill(strategy, { type: 'RollingUpdate' });
    if (strategy.type === 'RollingUpdate') {
      fill(child(strategy, 'rollingUpdate'), { maxSurge: '25%', maxUnavailable: '25%' });
    }
    template(spec);
  },
  replicasets(object) {
    const spec = child(object, 'spec');
    fill(spec, { replicas: 1 });
    template(spec);
  },
  statefulsets(object) {
    const spec = child(object, 'spec');
    fill(spec, { replicas: 1, revisionHistoryLimit: 10, podManagementPolicy: 'OrderedReady' });
    const strategy = child(spec, 'updateStrategy');
    if (strategy.type === undefined) child(strategy, 'rollingUpdate');
    fill(strategy, { type: 'RollingUpdate' });
    if (strategy.rollingUpdate) fill(child(strategy, 'rollingUpdate'), { partition: 0, maxUnavailable: 1 });
    fill(child(spec, 'persistentVolumeClaimRetentionPolicy'), {
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
    });
    template(spec);
  },
  daemonsets(object) {
    const spec = child(object, 'spec');
    fill(spec, { revisionHistoryLimit: 10 });
    const strategy = child(spec, 'updateStrategy');
    fill(strategy, { type: 'RollingUpdate' });
    if (strategy.type === 'RollingUpdate')
      fill(child(strategy, 'rollingUpdate'), { maxSurge: 0, maxUnavailable: 1 });
    template(spec);
  },
  jobs(object) {
    const spec = child(object, 'spec');
    fill(spec, {
      ...{ backoffLimit: 6, completions: 1, parallelism: 1, completionMode: 'NonIndexed', suspend: false },
      podReplacementPolicy: 'TerminatingOrFailed',
    });
    template(spec);
    const { name, uid } = child(object, 'metadata') as { name?: string; uid?: string };
    const own = { 'batch.kubernetes.io/controller-uid': uid };
    fill(spec, { selector: { matchLabels: own } });
    fill(child(child(child(spec, 'template'), 'metadata'), 'labels'), {
      ...{ ...own, 'batch.kubernetes.io/job-name': name, 'controller-uid': uid, 'job-name': name },
    });
  },
  pods(object) {
    const spec = child(object, 'spec');
    podSpec(spec);
    fill(spec, {
      serviceAccountName: 'default',
      serviceAccount: spec.serviceAccountName ?? 'default',
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
      priority: 0,
    });
  },
  secrets(object) {
    fill(object, { type: 'Opaque' });
    const plain = object.stringData as Record<string, string> | undefined;
    if (!plain) return;
    delete object.stringData;
    for (const [key, value] of Object.entries(plain)) {
      child(object, 'data')[key] = Buffer.from(value).toString('base64');
    }
  },
  namespaces(object) {
    fill(child(object, 'spec'), { finalizers: ['kubernetes'] });
    fill(child(object, 'status'), { phase: 'Active' });
    const metadata = child(object, 'metadata');
    child(metadata, 'labels')['kubernetes.io/metadata.name'] = metadata.name;
  },
  horizontalpodautoscalers(object) {
    fill(child(object, 'spec'), { minReplicas: 1 });
  },
};

function template(spec: Fields): void {
  const podTemplate = child(spec, 'template');
  child(podTemplate, 'metadata');
  podSpec(child(podTemplate, 'spec'));
}

function podSpec(spec: Fields): void {
  fill(spec, {
    restartPolicy: 'Always',
    dnsPolicy: 'ClusterFirst',
    schedulerName: 'default-scheduler',
    terminationGracePeriodSeconds: 30,
    securityContext: {},
  });
  for (const container of [...each(spec.initContainers), ...each(spec.containers)]) {
    fill(container, {
      terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
      imagePullPolicy: pullPolicy(String(container.image ?? '')),
      resources: {},
    });
    for (const port of each(container.ports)) fill(port, { protocol: 'TCP' });
    for (const { valueFrom } of each(container.env)) {
      const fieldRef = (valueFrom as Fields | undefined)?.fieldRef as Fields | undefined;
      if (fieldRef) fill(fieldRef, { apiVersion: 'v1' });
    }
    for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
      const probe = container[name] as Fields | undefined;
      if (!probe) continue;
      fill(probe, { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 });
      if (probe.httpGet) fill(probe.httpGet as Fields, { path: '/', scheme: 'HTTP' });
    }
  }
  for (const volume of each(spec.volumes)) {
    for (const source of ['configMap', 'secret', 'projected', 'downwardAPI']) {
      if (volume[source]) fill(volume[source] as Fields, { defaultMode: 420 });
    }
  }
}

function pullPolicy(image: string): string {
  const reference = image.slice(image.lastIndexOf('/') + 1);
  const tagged = reference.includes('@') || (reference.includes(':') && !reference.endsWith(':latest'));
  return tagged ? 'IfNotPresent' : 'Always';
}

function fill(object: Fields, defaults: Fields): void {
  for (const [key, value] of Object.entries(defaults)) object[key] ??= value;
}

function child(object: Fields, key: string): Fields {
  object[key] ??= {};
  return object[key] as Fields;
}

function each(list: unknown): Fields[] {
  return Array.isArray(list) ? (list as Fields[]) : [];
}
