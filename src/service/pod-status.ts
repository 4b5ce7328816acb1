import { WAITS } from '../runner/waits.ts';

/**
 * What a status of a container, an event about a pod, or a scheduler's message means for whoever waits for the pod. The one
 * place that says so; each row has its source in the code of Kubernetes 1.37 or containerd, and a test in
 * `test/service/doomed.test.ts`.
 *
 * - `final`: it stays until somebody changes the template, the image or the configuration.
 * - `again`: a good release may need it (a crash until its database is up): final when it comes again and again.
 * - `transient`: the node gets over it (a time-out of its runtime): final only when it comes again and again.
 * - `grace`: somebody may be about to help, such as an autoscaler.
 * - `passing`: never final.
 */
export type Verdict = 'final' | 'again' | 'transient' | 'grace' | 'passing';

interface Row {
  readonly reasons: readonly string[];
  /** What the message has to say; any where there is none. */
  readonly message?: RegExp;
  readonly verdict: Verdict;
}

/** What a registry says when waiting does not help; anything else (time-outs, resets, 5xx) it may get over. */
const HOPELESS_PULL =
  /not found|manifest unknown|name unknown|denied|unauthorized|forbidden|authorization failed|no basic auth credentials|no match for platform|no matching manifest|invalid reference|unsupported media type|\b40[134]\b/i;

/** What a runtime that is slow or busy says: the kubelet tries again by itself. */
const BUSY_RUNTIME =
  /context (deadline exceeded|canceled)|DeadlineExceeded|failed to reserve (container|sandbox) name|is reserved for|transport is closing|ttrpc: closed|connection (refused|reset|error)|code = Unavailable|i\/o timeout|broken pipe|unexpected EOF|resource temporarily unavailable|too many open files/i;

/** Rows are read from the top: the first that fits decides. */
const CONTAINER_ROWS: readonly Row[] = [
  // pkg/kubelet/images/types.go: ErrInvalidImageName, ErrImageNeverPull.
  { reasons: ['InvalidImageName', 'ErrImageNeverPull'], verdict: 'final' },
  // pkg/kubelet/images/image_manager.go: the pull's error is the message of ErrImagePull, and since 1.31 of the back-off.
  { reasons: ['ErrImagePull', 'ImagePullBackOff'], message: HOPELESS_PULL, verdict: 'final' },
  { reasons: ['ErrImagePull', 'ImagePullBackOff'], verdict: 'passing' },
  // pkg/kubelet/util/manager/watch_based_manager.go: the kubelet's own cache is not filled yet.
  {
    reasons: ['CreateContainerConfigError'],
    message: /timed out waiting for the condition|failed to sync (configmap|secret) cache/,
    verdict: 'passing',
  },
  // pkg/kubelet/kubelet_pods.go makeEnvironmentVariables: a ConfigMap, a Secret or a key of it is not there.
  { reasons: ['CreateContainerConfigError'], verdict: 'final' },
  // internal/cri/server/container_create.go of containerd (reserved names), and gRPC's own errors (kubernetes#39028).
  { reasons: ['CreateContainerError', 'RunContainerError'], message: BUSY_RUNTIME, verdict: 'transient' },
  // runc and containerd: a program, path or mount that is not there.
  { reasons: ['CreateContainerError', 'RunContainerError'], verdict: 'final' },
  // pkg/kubelet/kuberuntime/kuberuntime_manager.go doBackOff: it has ended, and will be started again.
  { reasons: ['CrashLoopBackOff'], verdict: 'again' },
];

const EVENT_ROWS: readonly Row[] = [
  // pkg/volume/configmap, secret: `MountVolume.SetUp failed for volume "x" : secret "nope" not found`.
  {
    reasons: ['FailedMount'],
    message: /(secret|configmap) "[^"]*" not found|references non-existent (secret|config) key/,
    verdict: 'final',
  },
];

const SCHEDULING_ROWS: readonly Row[] = [
  // pkg/scheduler/framework/plugins/volumebinding: a claim that is gone does not come back by waiting.
  {
    reasons: ['Unschedulable'],
    message: /persistentvolumeclaim "[^"]*" (not found|is being deleted)/,
    verdict: 'final',
  },
];

function verdictBy(rows: readonly Row[], reason: string, message: string): Verdict | undefined {
  return rows.find((row) => row.reasons.includes(reason) && (row.message?.test(message) ?? true))?.verdict;
}

/** Of a container that waits; undefined for what is no trouble, such as ContainerCreating. */
export const containerVerdict = (reason: string, message: string) =>
  verdictBy(CONTAINER_ROWS, reason, message);

export const eventVerdict = (reason: string, message: string) => verdictBy(EVENT_ROWS, reason, message);

/** Of a pod that finds no node. Too little room passes with the old pods; a selector that fits no node may get one. */
export function schedulingVerdict(message: string): Verdict {
  return verdictBy(SCHEDULING_ROWS, 'Unschedulable', message) ?? (fitsNoNode(message) ? 'grace' : 'passing');
}

/** pkg/scheduler/framework/types.go FitError: nodes by reason; here selector or affinity leaves out every one. */
function fitsNoNode(message: string): boolean {
  const nodes = Number(/^0\/(\d+) nodes/.exec(message)?.[1] ?? 0);
  const unfit = [...message.matchAll(/(\d{1,6}) node\(s\) didn't match Pod's node (?:affinity|selector)/g)];
  return nodes > 0 && unfit.reduce((total, [, count]) => total + Number(count), 0) === nodes;
}

/** Restarts after which what comes again is final: two crashes are what a service has that waits for another one. */
export const MAX_RESTARTS = 3;

/** Milliseconds for which it may last, where it does not restart so often. */
export const GRACE_MS: Readonly<Record<Verdict, number>> = {
  final: 0,
  again: WAITS.POD_TROUBLE_MS,
  transient: WAITS.POD_TROUBLE_MS,
  // What an autoscaler takes until it has decided, and with a node on its way.
  grace: WAITS.UNSCHEDULABLE_MS,
  passing: Number.POSITIVE_INFINITY,
};

/** What cluster-autoscaler and Karpenter say when they bring a node. */
export const SCALE_UP_REASONS: readonly string[] = ['TriggeredScaleUp', 'Nominated'];
