import { historyOf, type Revision } from '../../src/service/history.ts';
import type { RolloutState } from '../../src/service/progress.ts';
import { chooseTarget, type Rollback, type Target } from '../../src/service/target.ts';
import { parseTo } from '../../src/service/to.ts';
import type {
  Container,
  ControllerRevision,
  ObjectMeta,
  Pod,
  PodTemplate,
  ReplicaSet,
  Workload,
} from '../../src/systems/kubernetes/objects.ts';

/** The smallest objects that the API would send; each test says only what it is about. */
const NAMESPACE = 'shop';
export const REVISION = 'deployment.kubernetes.io/revision';

export function meta(name: string, more: Partial<ObjectMeta> = {}): ObjectMeta {
  return { name, namespace: NAMESPACE, uid: `uid-${name}`, resourceVersion: '1', ...more };
}

/** A template with one container a given image: `template('web:2')`, or `template({ web: 'web:2', log: 'log:1' })`. */
export function template(
  images: string | Record<string, string>,
  labels: Record<string, string> = {},
): PodTemplate {
  const containers: Container[] = Object.entries(typeof images === 'string' ? { web: images } : images).map(
    ([name, image]) => ({ name, image }),
  );
  return { metadata: { labels: { app: 'web', ...labels } }, spec: { containers } };
}

export function workload(
  kind: Workload['kind'] = 'Deployment',
  more: {
    metadata?: Partial<ObjectMeta>;
    spec?: Partial<Workload['spec']>;
    status?: Workload['status'];
    template?: PodTemplate;
  } = {},
): Workload {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: meta('web', more.metadata),
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: more.template ?? template('web:2'),
      ...more.spec,
    },
    ...(more.status && { status: more.status }),
  };
}

/** What a rollback leaves on a revision or a workload. */
export const goodMark = (revision: string) => ({
  'rollback-actions/good': JSON.stringify({
    revision,
    at: '2026-11-01T00:00:00Z',
    run: '41',
    images: {},
    config: {},
  }),
});
export const rolledBackMark = (revision: string) => ({
  'rollback-actions/rolled-back': JSON.stringify({
    revision,
    id: '42-1',
    at: '2026-11-02T00:00:00Z',
    reason: 'errors',
    config: {},
  }),
});
export const lastRollback = (to: string, more: object = {}) => ({
  'rollback-actions/last-rollback': JSON.stringify({
    id: '42-1',
    run: '42',
    at: '2026-11-02T00:00:00Z',
    wanted: 'last-good',
    to,
    revision: 1,
    ...more,
  }),
});

export function replicaSet(
  number: number | string,
  images: string | Record<string, string>,
  more: { annotations?: Record<string, string>; replicas?: number; available?: number; name?: string } = {},
): ReplicaSet {
  const name = more.name ?? `web-${number}`;
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: meta(name, {
      labels: { app: 'web', 'pod-template-hash': `h${number}` },
      annotations: { [REVISION]: String(number), ...more.annotations },
    }),
    spec: { replicas: more.replicas ?? 0, template: template(images, { 'pod-template-hash': `h${number}` }) },
    status: { availableReplicas: more.available ?? 0 },
  };
}

export function controllerRevision(
  number: number,
  images: string,
  annotations: Record<string, string> = {},
): ControllerRevision {
  const data = { spec: { template: { ...template(images), $patch: 'replace' } } };
  return {
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: meta(`web-${number}`, {
      labels: { app: 'web', 'controller-revision-hash': `h${number}` },
      annotations,
    }),
    revision: number,
    data,
  };
}

export function history(owner: Workload, ...owned: (ReplicaSet | ControllerRevision)[]): Revision[] {
  return historyOf(owner, owned);
}

export function pod(
  name: string,
  more: {
    labels?: Record<string, string>;
    deleted?: boolean;
    ready?: boolean;
    phase?: string;
    status?: Pod['status'];
  } = {},
): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta(name, {
      labels: more.labels ?? {},
      ...(more.deleted && { deletionTimestamp: '2026-11-01T00:00:00Z' }),
    }),
    spec: { containers: [{ name: 'web', image: 'web:2' }] },
    status: {
      phase: more.phase ?? 'Running',
      conditions: [{ type: 'Ready', status: more.ready ? 'True' : 'False' }],
      ...more.status,
    },
  };
}

/** What the choice of a target is told of the rollback. */
export const rollback: Rollback = { id: '50-1', run: '50', wanted: 'last-good' };

/** Chooses for a Deployment that runs `web:<newest>` and has these ReplicaSets. */
export function choose(
  to: string,
  sets: ReplicaSet[],
  more: { now?: string; annotations?: Record<string, string>; by?: Partial<Rollback> } = {},
): Target {
  const owner = workload('Deployment', {
    template: {
      ...workload().spec.template,
      spec: { containers: [{ name: 'web', image: more.now ?? 'web:3' }] },
    },
    metadata: { annotations: more.annotations ?? {} },
  });
  return chooseTarget(parseTo(to), owner, history(owner, ...sets), { ...rollback, wanted: to, ...more.by });
}

/** `revision 2`, `web=web:9`, or the reason why there is none. */
export function told(target: Target): string {
  if (target.type === 'revision') return `revision ${target.revision.number}`;
  return target.type === 'image' ? `${target.container}=${target.image}` : target.reason;
}

const NEW = { hash: 'new' };
const OLD = { hash: 'old' };
/** Pods of a rollout: of the revision that it goes to, and of another one. */
export const fresh = (name: string, more: Parameters<typeof pod>[1] = {}) =>
  pod(name, { labels: NEW, ready: true, ...more });
export const old = (name: string, more: Parameters<typeof pod>[1] = {}) =>
  pod(name, { labels: OLD, ready: true, ...more });

/** A rollout to the revision whose pods are `fresh`, with this much of it done. */
export function rolloutState(
  kind: Workload['kind'],
  spec: Partial<Workload['spec']>,
  status: Workload['status'],
  more: Partial<RolloutState> & { generation?: number } = {},
): RolloutState {
  const owner = workload(kind, {
    spec,
    status: { observedGeneration: 2, ...status },
    metadata: { generation: more.generation ?? 2 },
  });
  return { workload: owner, pods: [], podLabel: ['hash', 'new'], revision: 'web-new', ...more };
}
