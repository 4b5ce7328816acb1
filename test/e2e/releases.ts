/** Releases of `web` (test/real-node/web/main.go) on a real node, good ones and each kind of bad one. */
import type { KubeEvent, Pod } from '../../src/systems/kubernetes/objects.ts';
import type { RealNode } from '../real-node/real-node.ts';
import { daemonSet, deployment, type Options, statefulSet } from './manifests.ts';
import type { TestNamespace } from './namespace.ts';

/** What a container of it has beside its image and its version. */
type Container = Readonly<Record<string, unknown>>;

/** The container of a version: what it does wrong is told by its environment. */
export const web = (
  node: Pick<RealNode, 'image'>,
  version: string,
  environment: Readonly<Record<string, string>> = {},
  more: Container = {},
) => ({
  image: node.image('web', version),
  env: Object.entries({ VERSION: version, ...environment }).map(([name, value]) => ({ name, value })),
  readinessProbe: { httpGet: { path: '/ready', port: 8080 }, periodSeconds: 1 },
  resources: { requests: { cpu: '5m' } },
  ...more,
});

export const WORKLOADS = { web: deployment, db: statefulSet, agent: daemonSet } as const;
export const KINDS = { web: 'deployment', db: 'statefulset', agent: 'daemonset' } as const;
export type Name = keyof typeof WORKLOADS;
export const NAMES: readonly Name[] = ['web', 'db', 'agent'];
export const label = (name: Name) => `${KINDS[name]}/${name}`;

/** The same container as a workload of each kind. */
export const ofEachKind = (container: ReturnType<typeof web>, options: Options = {}, names = NAMES) =>
  names.map((name) => WORKLOADS[name](name, container, options));

/** Deploys it to all of them and waits until they serve. */
export async function deployEach(
  ns: TestNamespace,
  container: ReturnType<typeof web>,
  options: Options = {},
  names: readonly Name[] = NAMES,
): Promise<void> {
  const workloads = ofEachKind(container, options, names);
  await ns.apply(...workloads);
  await Promise.all(workloads.map((workload) => ns.rolledOut(workload)));
}

/** The version of each pod that stays, by the name of its workload: what a rollback has ended may take its grace period. */
export async function versionsOf(ns: TestNamespace): Promise<Record<string, string[]>> {
  const pods = (await ns.list<Pod>('pods')).filter(
    ({ metadata }) => metadata.deletionTimestamp === undefined,
  );
  const of = (name: Name) => pods.filter(({ metadata }) => metadata.labels?.app === name).map(versionOf);
  return Object.fromEntries(NAMES.map((name) => [name, of(name)]));
}

export const versionOf = ({ spec }: Pod): string =>
  spec.containers[0]?.env?.find(({ name }) => name === 'VERSION')?.value ?? '';

/** A bad version 2. */
export interface BadRelease {
  readonly name: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly container?: (node: Pick<RealNode, 'registry' | 'image'>) => Container;
  readonly pod?: (node: Pick<RealNode, 'image'>) => object;
  /** Objects that its namespace has. */
  readonly beside?: readonly { readonly kind: string; readonly metadata: { readonly name: string } }[];
  /** What its pods' status or events say once it is there. */
  readonly seen: RegExp;
  /** What is said of a rollback onto it: that it cannot be, or at the deadline what it waits for. */
  readonly told: RegExp;
  /** The workloads that can have it; all where there are none. */
  readonly of?: readonly Name[];
}

const LOUD = { LOG: 'starting up\\nboom: cannot reach database at db:5432' };

export const BAD_RELEASES: readonly BadRelease[] = [
  {
    name: 'an image that no registry has',
    container: ({ registry }) => ({ image: `${registry}/web:nowhere` }),
    seen: /ErrImagePull|ImagePullBackOff/,
    told: /is in (ErrImagePull|ImagePullBackOff): .*not found|cannot be pulled/,
  },
  {
    name: 'a registry that nobody listens at',
    container: () => ({ image: '127.0.0.1:9/web:2' }),
    seen: /ErrImagePull|ImagePullBackOff/,
    told: /was still waiting for .*connection refused/,
  },
  {
    name: 'a crash as it starts',
    environment: { EXIT: '1', EXIT_AFTER: '300ms', ...LOUD },
    // A kubelet says CrashLoopBackOff for moments only, and not of three pods at once.
    seen: /"exitCode":1\b/,
    told: /is in CrashLoopBackOff: Error, exit code 1/,
  },
  {
    name: 'a program that its image lacks',
    container: () => ({ command: ['/not/there'] }),
    seen: /StartError|RunContainerError/,
    told: /is in (StartError|RunContainerError|CrashLoopBackOff): .*\/not\/there/,
  },
  {
    name: 'readiness that answers 503',
    environment: { READY: '503' },
    seen: /Readiness probe failed: HTTP probe failed with statuscode: 503/,
    told: /was still waiting for .*503/,
  },
  {
    name: 'a probe of the wrong port',
    environment: { PORT: '9090' },
    seen: /Readiness probe failed: .*connection refused/,
    told: /was still waiting for .*connection refused/,
  },
  {
    name: 'a start that does not end',
    environment: { START_DELAY: '1h' },
    seen: /Readiness probe failed: .*connection refused/,
    told: /was still waiting for .*connection refused/,
  },
  {
    name: 'more memory than it may have',
    environment: { OOM: '1' },
    container: () => ({ resources: { requests: { cpu: '5m' }, limits: { memory: '32Mi' } } }),
    seen: /OOMKilled/,
    told: /is in CrashLoopBackOff: OOMKilled, exit code 137/,
  },
  {
    name: 'a liveness that fails after a while',
    environment: { LIVE_AFTER: '1s', READY: '503' },
    container: () => ({
      livenessProbe: { httpGet: { path: '/live', port: 8080 }, periodSeconds: 1, failureThreshold: 1 },
    }),
    seen: /Liveness probe failed/,
    told: /is in CrashLoopBackOff: /,
  },
  {
    name: 'a ConfigMap that is not there',
    container: () => ({ envFrom: [{ configMapRef: { name: 'gone' } }] }),
    seen: /CreateContainerConfigError/,
    told: /what it needs is not there: ConfigMap gone/,
  },
  {
    name: 'a Secret that is not there, as a volume',
    container: () => ({ volumeMounts: [{ name: 'keys', mountPath: '/keys' }] }),
    pod: () => ({ volumes: [{ name: 'keys', secret: { secretName: 'gone' } }] }),
    seen: /FailedMount/,
    told: /what it needs is not there: Secret gone/,
  },
  {
    name: 'a selector that fits no node',
    pod: () => ({ nodeSelector: { disk: 'none-has-this' } }),
    seen: /didn't match Pod's node affinity\/selector/,
    // A DaemonSet wants no pod where its selector fits no node.
    of: ['web', 'db'],
    told: /is in Unschedulable: .*didn't match Pod's node affinity\/selector/,
  },
  {
    name: 'more processors than a node has',
    container: () => ({ resources: { requests: { cpu: '900' } } }),
    seen: /Insufficient cpu/,
    told: /was still waiting for .*Insufficient cpu/,
  },
  {
    name: 'more than the quota allows',
    beside: [
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'small' },
        spec: { hard: { 'requests.cpu': '500m' } },
      } as { kind: string; metadata: { name: string } },
    ],
    container: () => ({ resources: { requests: { cpu: '600m' } } }),
    seen: /exceeded quota: small/,
    told: /was still waiting for .*no pod can be made: .*exceeded quota: small/,
  },
  {
    name: 'a service account that is not there',
    pod: () => ({ serviceAccountName: 'gone' }),
    seen: /serviceaccount \\*"gone\\*" not found/,
    told: /what it needs is not there: ServiceAccount gone/,
  },
  {
    name: 'an init container that fails',
    pod: (node) => ({
      initContainers: [
        {
          name: 'migrate',
          image: node.image('web', '2'),
          env: [
            { name: 'EXIT', value: '3' },
            { name: 'LOG', value: 'migration 0042 failed: relation "orders" does not exist' },
          ],
        },
      ],
    }),
    seen: /CrashLoopBackOff|"exitCode":3/,
    told: /is in CrashLoopBackOff: Error, exit code 3/,
  },
];

/** A bad version 2 as a container, with what its pod has. */
export const badRelease = (node: RealNode, bad: BadRelease, trial = '1') => {
  const container = web(node, '2', { ...bad.environment, TRIAL: trial }, bad.container?.(node));
  return { container, options: { pod: bad.pod?.(node) ?? {} } };
};

/** Waits until the cluster says of each of these workloads what a bad release comes to. */
export async function untilSeen(ns: TestNamespace, { name, seen, of = NAMES }: BadRelease): Promise<void> {
  await ns.until(
    `the release with ${name} is there`,
    async () => {
      // One kubectl a look: each of them takes a tenth of a second of a processor.
      const objects = await ns.list<Pod | KubeEvent>('pods,events');
      return of.every((workload) => {
        const bad = objects.filter((object): object is Pod => isBadPod(object, workload));
        const about = objects.filter(
          (object): object is KubeEvent =>
            object.kind === 'Event' && isAbout(object as KubeEvent, bad, workload),
        );
        return seen.test(JSON.stringify([bad.map(({ status }) => status), about]));
      });
    },
    120,
  );
}

const isBadPod = (object: Pod | KubeEvent, workload: Name) =>
  object.kind === 'Pod' &&
  object.metadata.labels?.app === workload &&
  versionOf(object as Pod) === '2' &&
  !object.metadata.deletionTimestamp;

/** About one of these pods, or, where there is none, about whoever could not make it. */
const isAbout = ({ involvedObject, type }: KubeEvent, pods: readonly Pod[], workload: Name) =>
  type === 'Warning' &&
  (pods.length > 0
    ? pods.some(({ metadata }) => metadata.uid === involvedObject.uid)
    : involvedObject.name?.startsWith(workload) === true);
