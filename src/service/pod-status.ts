import { WAITS } from '../base/waits.ts';

/**
 * What a status of a container, an event, a scheduler's message or a controller's means for a wait for a pod:
 *
 * - `final`: it stays until a person changes the template, the image or the configuration.
 * - `again`: a good release may need it (a crash until its database is up): final when it comes again and again.
 * - `transient`: the node gets over it (a time-out of its runtime): final only when it comes again and again.
 * - `grace`: help may be on its way, such as an autoscaler.
 * - `room`: it passes when other pods go, which this very rollback may bring about.
 * - `passing`: never final.
 */
export type Verdict = 'final' | 'again' | 'transient' | 'grace' | 'room' | 'passing';

interface Row {
  /** Where it stands: a container that waits or has ended, an event about a pod, its PodScheduled, the making of pods, a rollout. */
  readonly of: 'waiting' | 'ended' | 'event' | 'scheduling' | 'creation' | 'rollout';
  readonly reasons: readonly string[];
  /** What the message has to say; any where there is none. */
  readonly message?: RegExp;
  readonly verdict: Verdict;
  /** The file of Kubernetes 1.37, or of what is named, that says it. */
  readonly source: string;
}

/** What a registry says when waiting does not help; anything else (time-outs, resets, 5xx) it may get over. */
const HOPELESS_PULL =
  /not found|manifest unknown|name unknown|does not exist|no match for platform|no matching manifest|invalid reference|unsupported media type|\b404\b/i;
/** What it says to who has no credentials, or not yet: a new node has those of its cloud a minute or two later. */
const REFUSED_PULL =
  /denied|unauthorized|forbidden|authorization failed|no basic auth credentials|\b40[13]\b/i;

/**
 * What a runtime says that is slow, busy or started again, and what gRPC and ttrpc say in its place (grpc-go
 * internal/transport/http2_client.go, ttrpc errors.go): the kubelet tries again by itself.
 */
const BUSY_RUNTIME =
  /context (deadline exceeded|canceled)|DeadlineExceeded|failed to reserve (container|sandbox) name|is reserved for|error reading from server|transport is closing|connection is (closing|draining)|received prior goaway|stream terminated by RST_STREAM|server closed the stream|keepalive ping failed|use of closed network connection|ttrpc: (closed|client shutting down|server closed)|connection (refused|reset|error)|code = Unavailable|i\/o timeout|broken pipe|unexpected EOF|resource temporarily unavailable|too many open files/i;

const PULLS = ['ErrImagePull', 'ImagePullBackOff'];
const STARTS = ['CreateContainerError', 'RunContainerError'];
const NEVER_STARTED = ['StartError', 'ContainerCannotRun'];

/**
 * The one place that says what a status means. Rows of one kind are read from the top: the first that fits decides, and
 * what no row has is no trouble. Each has an example in `test/service/pod-status.test.ts`, which no row may lack.
 */
export const STATUS_ROWS: readonly Row[] = [
  {
    of: 'waiting',
    reasons: ['InvalidImageName', 'ErrImageNeverPull', 'SignatureValidationFailed'],
    verdict: 'final',
    source: 'pkg/kubelet/images/types.go',
  },
  {
    of: 'waiting',
    reasons: PULLS,
    message: HOPELESS_PULL,
    verdict: 'final',
    source: 'pkg/kubelet/images/image_manager.go (the back-off has the cause since 1.31)',
  },
  {
    of: 'waiting',
    reasons: PULLS,
    message: REFUSED_PULL,
    verdict: 'grace',
    source: 'pkg/credentialprovider/plugin/plugin.go; kubernetes#92326',
  },
  { of: 'waiting', reasons: PULLS, verdict: 'passing', source: 'pkg/kubelet/images/image_manager.go' },
  {
    of: 'waiting',
    reasons: ['ImageInspectError', 'RegistryUnavailable'],
    verdict: 'transient',
    source: 'pkg/kubelet/images/types.go',
  },
  {
    of: 'waiting',
    reasons: ['CreateContainerConfigError'],
    message: /timed out waiting for the condition|failed to sync (configmap|secret) cache/,
    verdict: 'passing',
    source: 'pkg/kubelet/util/manager/watch_based_manager.go',
  },
  {
    of: 'waiting',
    reasons: ['CreateContainerConfigError'],
    verdict: 'final',
    source: 'pkg/kubelet/kubelet_pods.go makeEnvironmentVariables',
  },
  {
    of: 'waiting',
    reasons: STARTS,
    message: BUSY_RUNTIME,
    verdict: 'transient',
    source: 'containerd internal/cri/server/container_create.go; kubernetes#39028',
  },
  {
    of: 'waiting',
    reasons: STARTS,
    verdict: 'final',
    source: 'pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer; runc',
  },
  {
    of: 'waiting',
    reasons: ['PreCreateHookError', 'PreStartHookError', 'PostStartHookError'],
    verdict: 'again',
    source: 'pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer',
  },
  {
    of: 'waiting',
    reasons: ['CrashLoopBackOff'],
    verdict: 'again',
    source: 'pkg/kubelet/kuberuntime/kuberuntime_manager.go doBackOff',
  },
  {
    of: 'ended',
    reasons: NEVER_STARTED,
    message: BUSY_RUNTIME,
    verdict: 'transient',
    source: 'containerd internal/cri/server/container_start.go',
  },
  {
    of: 'ended',
    reasons: NEVER_STARTED,
    verdict: 'final',
    source: 'containerd internal/cri/server/container_start.go (exit code 128: it never ran)',
  },
  { of: 'ended', reasons: [], verdict: 'again', source: 'pkg/kubelet/kuberuntime/kuberuntime_container.go' },
  {
    of: 'event',
    reasons: ['FailedMount'],
    message: /(secret|configmap) "[^"]*" not found|references non-existent (secret|config) key/,
    verdict: 'final',
    source: 'pkg/volume/secret/secret.go, pkg/volume/configmap/configmap.go',
  },
  {
    of: 'event',
    reasons: ['FailedMount', 'FailedAttachVolume', 'FailedMapVolume'],
    verdict: 'passing',
    source: 'pkg/volume/util/operationexecutor/operation_generator.go (retried with back-off)',
  },
  {
    of: 'event',
    reasons: ['FailedCreatePodSandBox', 'NetworkNotReady', 'FailedKillPod', 'FailedSync'],
    verdict: 'passing',
    source: 'pkg/kubelet/events/event.go; pkg/kubelet/pod_workers.go (every sync tries again)',
  },
  {
    of: 'scheduling',
    reasons: ['Unschedulable'],
    message: /persistentvolumeclaim "[^"]*" (not found|is being deleted)/,
    verdict: 'final',
    source: 'pkg/scheduler/framework/plugins/volumebinding/volume_binding.go',
  },
  {
    of: 'scheduling',
    reasons: ['SchedulingGated'],
    verdict: 'passing',
    source: 'pkg/registry/core/pod/strategy.go',
  },
  {
    of: 'creation',
    reasons: ['FailedCreate'],
    message: /exceeded quota/,
    verdict: 'room',
    source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go',
  },
  {
    of: 'creation',
    reasons: ['FailedCreate'],
    message: /failed calling webhook|timed out|failed to call/,
    verdict: 'passing',
    source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/webhook/errors/statuserror.go',
  },
  {
    of: 'creation',
    reasons: ['FailedCreate'],
    message: /forbidden|denied|invalid/i,
    verdict: 'final',
    source: 'pkg/controller/controller_utils.go createPods; plugin/pkg/admission',
  },
  {
    of: 'rollout',
    reasons: ['ProgressDeadlineExceeded'],
    verdict: 'final',
    source: 'pkg/controller/deployment/progress.go',
  },
];

function verdictOf(of: Row['of'], reason: string, message: string): Verdict | undefined {
  return STATUS_ROWS.find(
    (row) =>
      row.of === of &&
      (row.reasons.length === 0 || row.reasons.includes(reason)) &&
      (row.message?.test(message) ?? true),
  )?.verdict;
}

/** Of a container that waits; undefined for what is no trouble, such as ContainerCreating. */
export const containerVerdict = (reason: string, message: string) => verdictOf('waiting', reason, message);

/** Of a container that has ended with another code than 0. */
export const endVerdict = (reason: string, message: string): Verdict =>
  verdictOf('ended', reason, message) ?? 'again';

export const eventVerdict = (reason: string, message: string) => verdictOf('event', reason, message);

/** Of a pod that was not made; undefined where that is unknown. */
export const creationVerdict = (message: string) => verdictOf('creation', 'FailedCreate', message);

/** Of a Deployment's condition Progressing. */
export const rolloutVerdict = (reason: string, message = '') => verdictOf('rollout', reason, message);

/** Of a pod that finds no node. Too little room passes with the old pods; a selector that fits no node may get one. */
export function schedulingVerdict(reason: string, message: string): Verdict {
  return verdictOf('scheduling', reason, message) ?? (fitsNoNode(message) ? 'grace' : 'passing');
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
  room: WAITS.QUOTA_FULL_MS,
  passing: Number.POSITIVE_INFINITY,
};

/** What cluster-autoscaler and Karpenter say when they bring a node. */
export const SCALE_UP_REASONS: readonly string[] = ['TriggeredScaleUp', 'Nominated'];
