import { describe, expect, test } from '@jest/globals';
import {
  terminalEventFailure,
  terminalPodFailure,
  terminalReplicaSetFailure,
  troubleOfPod,
} from '../../src/service/terminal-failure.ts';
import type { KubeEvent, Pod, Workload } from '../../src/systems/kubernetes/objects.ts';
import { meta, pod, replicaSet, workload } from './fixtures.ts';

/** A pod whose container waits for this reason. */
function waitingPod(reason: string, message?: string, more: { init?: boolean; deleted?: boolean } = {}): Pod {
  const waiting = { reason, ...(message !== undefined && { message }) };
  const status = { name: 'web', image: 'web:2', ready: false, restartCount: 0, state: { waiting } };
  return pod('web-abc', {
    ...(more.deleted && { deleted: true }),
    status: more.init ? { initContainerStatuses: [status] } : { containerStatuses: [status] },
  });
}

function event(message: string, reason = 'Failed'): KubeEvent {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: meta('event'),
    involvedObject: {},
    type: 'Warning',
    reason,
    message,
  };
}

const RPC = 'rpc error: code = Unknown desc = ';
const PULL = `${RPC}failed to pull and unpack image "registry.example/web:2": `;
const RESOLVE = `${PULL}failed to resolve reference "registry.example/web:2": `;

/** What kubelets on containerd, CRI-O and cri-dockerd say when a pull fails. */
const NEVER = [
  `rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/library/web:2": failed to resolve reference "docker.io/library/web:2": docker.io/library/web:2: not found`,
  `${RESOLVE}pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`,
  `${RESOLVE}failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized`,
  `${RESOLVE}failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://auth.example/token: 403 Forbidden`,
  `${RESOLVE}unexpected status from HEAD request to https://registry.example/v2/web/manifests/2: 403 Forbidden`,
  `${PULL}no match for platform in manifest: not found`,
  `Error response from daemon: manifest for web:2 not found: manifest unknown: manifest unknown`,
  `Error response from daemon: pull access denied for web, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
  `reading manifest 2 in registry.example/web: manifest unknown`,
  `reading manifest 2 in registry.example/web: unauthorized: authentication required`,
  `no basic auth credentials`,
  // Numbers and names of images say nothing about why.
  `Error response from daemon: manifest for web:1502 not found: manifest unknown: manifest unknown`,
  `rpc error: code = NotFound desc = failed to pull and unpack image "registry.example/web:429": failed to resolve reference "registry.example/web:429": registry.example/web:429: not found`,
  `rpc error: code = NotFound desc = failed to pull and unpack image "registry.example/session-timeout:2": failed to resolve reference "registry.example/session-timeout:2": registry.example/session-timeout:2: not found`,
];

const PASSING = [
  `${RESOLVE}failed to do request: Head "https://registry.example/v2/web/manifests/2": dial tcp 10.0.0.1:443: i/o timeout`,
  `${RESOLVE}failed to do request: Head "https://registry.example/v2/web/manifests/2": dial tcp 10.0.0.1:443: connect: connection refused`,
  `${RESOLVE}failed to do request: Head "https://registry.example/v2/web/manifests/2": dial tcp 10.0.0.1:443: connect: no route to host`,
  `${RESOLVE}failed to do request: Head "https://registry.example/v2/web/manifests/2": dial tcp 10.0.0.1:443: connect: network is unreachable`,
  `${RESOLVE}failed to do request: Head "https://registry.example/v2/web/manifests/2": dial tcp: lookup registry.example on 10.96.0.10:53: no such host`,
  `${RESOLVE}failed to do request: Head "https://registry.example/v2/web/manifests/2": dial tcp: lookup registry.example: Temporary failure in name resolution`,
  `${RESOLVE}failed to do request: Head "https://registry.example/v2/web/manifests/2": dial tcp: lookup registry.example on 10.96.0.10:53: server misbehaving`,
  `${RESOLVE}failed to do request: Head "https://registry.example/v2/web/manifests/2": net/http: TLS handshake timeout`,
  `${RESOLVE}failed to do request: Head "https://registry.example/v2/web/manifests/2": EOF`,
  `${RESOLVE}failed to do request: Head "https://registry.example/v2/web/manifests/2": read tcp 10.0.0.2:1->10.0.0.1:443: read: connection reset by peer`,
  `${RESOLVE}unexpected status from HEAD request to https://registry.example/v2/web/manifests/2: 503 Service Unavailable`,
  `${RESOLVE}unexpected status from HEAD request to https://registry.example/v2/web/manifests/2: 429 Too Many Requests`,
  `${PULL}failed to copy: httpReadSeeker: failed open: failed to do request: context deadline exceeded`,
  `${PULL}failed to copy: httpReadSeeker: failed open: unexpected status code https://registry.example/v2/web/blobs/sha256:00: 500 Internal Server Error - Server message: unknown: unknown error`,
  `${PULL}failed to extract layer sha256:00: unexpected EOF: unknown`,
  `Error response from daemon: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading`,
  `Error response from daemon: Get "https://registry.example/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
  `pull QPS exceeded`,
  // A connection that ends in the middle is not an answer of the registry.
  `${PULL}failed to copy: http2: server sent GOAWAY and closed the connection; LastStreamID=3, ErrCode=NO_ERROR, debug=""`,
  `${PULL}failed to copy: stream error: stream ID 5; INTERNAL_ERROR; received from peer`,
  `${PULL}failed to copy: write tcp 10.0.0.2:1->10.0.0.1:443: write: broken pipe`,
];

describe('an image that cannot be pulled', () => {
  test.each(NEVER)('is final: %s', (message) => {
    expect(terminalPodFailure(waitingPod('ErrImagePull', message))).toEqual({
      reason: 'ErrImagePull',
      message,
    });
  });

  test.each(PASSING)('may pass: %s', (message) => {
    expect(terminalPodFailure(waitingPod('ErrImagePull', message))).toBeUndefined();
  });

  test.each([
    [NEVER[0] ?? '', true],
    [PASSING[0] ?? '', false],
  ])('is told in the back-off too, since Kubernetes 1.31: %s', (why, isFinal) => {
    const waiting = waitingPod(
      'ImagePullBackOff',
      `Back-off pulling image "registry.example/web:2": ErrImagePull: ${why}`,
    );
    expect(terminalPodFailure(waiting) !== undefined).toBe(isFinal);
  });

  describe('before Kubernetes 1.31', () => {
    const backOff = waitingPod('ImagePullBackOff', 'Back-off pulling image "registry.example:5000/web:2"');
    const failed = (why: string) => event(`Failed to pull image "registry.example:5000/web:2": ${why}`);

    test('is final by the newest event about a pull', () => {
      const events = [failed(PASSING[0] ?? ''), failed(NEVER[0] ?? ''), event('Error: ImagePullBackOff')];
      expect(terminalPodFailure(backOff, events)).toEqual({
        reason: 'ImagePullBackOff',
        message: failed(NEVER[0] ?? '').message,
      });
      expect(terminalPodFailure(backOff, events.slice(0, 1))).toBeUndefined();
    });

    test('is not final where no reason is given', () => {
      expect(terminalPodFailure(backOff, [])).toBeUndefined();
      expect(terminalPodFailure(backOff, [event('Error: ImagePullBackOff')])).toBeUndefined();
    });
  });
});

describe('a container that waits', () => {
  test.each([
    ['CrashLoopBackOff', 'back-off 10s restarting failed container=web pod=web-abc_shop(1)'],
    ['CreateContainerConfigError', 'configmap "web" not found'],
    ['CreateContainerConfigError', "couldn't find key PASSWORD in Secret shop/web"],
    [
      'CreateContainerError',
      'failed to generate container "0" spec: failed to generate spec: path "/x" is mounted on "/" but it is not a shared mount',
    ],
    [
      'RunContainerError',
      'failed to create containerd task: OCI runtime create failed: exec: "/missing": no such file or directory: unknown',
    ],
    ['InvalidImageName', 'Failed to apply default image tag "web:": couldn\'t parse image name'],
    ['ErrImageNeverPull', 'Container image "web:2" is not present with pull policy of Never'],
  ])('is final in %s: %s', (reason, message) => {
    expect(terminalPodFailure(waitingPod(reason, message))).toEqual({ reason, message, container: 'web' });
    expect(terminalPodFailure(waitingPod(reason, message, { init: true }))).toMatchObject({
      container: 'web',
    });
  });

  test.each([
    ['ContainerCreating', undefined],
    ['PodInitializing', undefined],
    // The kubelet has not got the ConfigMap yet: it tries again by itself.
    ['CreateContainerConfigError', 'failed to sync configmap cache: timed out waiting for the condition'],
    ['CreateContainerConfigError', 'failed to sync secret cache: timed out waiting for the condition'],
  ])('may still start in %s: %s', (reason, message) => {
    expect(terminalPodFailure(waitingPod(reason, message))).toBeUndefined();
  });

  test('is not final where its pod is on its way out', () => {
    expect(terminalPodFailure(waitingPod('CrashLoopBackOff', 'x', { deleted: true }))).toBeUndefined();
  });

  test('is final as one of several', () => {
    const isFinal = waitingPod('CrashLoopBackOff', 'x');
    const running = { name: 'log', image: 'log:1', ready: true, restartCount: 0, state: { running: {} } };
    isFinal.status?.containerStatuses?.unshift(running);
    expect(terminalPodFailure(isFinal)).toMatchObject({ container: 'web' });
    expect(terminalPodFailure(pod('web-abc', { status: { containerStatuses: [running] } }))).toBeUndefined();
    expect(terminalPodFailure(pod('web-abc', { status: {} }))).toBeUndefined();
  });
});

describe('a pod without a node', () => {
  const unscheduled = (message: string) =>
    pod('web-abc', {
      phase: 'Pending',
      status: { conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }] },
    });

  test.each([
    `0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.`,
    `0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.`,
    `persistentvolumeclaim "data" not found`,
    `persistentvolumeclaim "data" is being deleted`,
  ])('is final: %s', (message) => {
    expect(terminalPodFailure(unscheduled(message))).toEqual({ reason: 'Unschedulable', message });
  });

  test.each([
    '0/3 nodes are available: 3 Insufficient cpu.',
    '0/3 nodes are available: 3 Insufficient memory. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.',
    '0/3 nodes are available: 3 node(s) had untolerated taint {node.kubernetes.io/not-ready: }.',
    '0/3 nodes are available: 3 node(s) had volume node affinity conflict.',
    'pod has unbound immediate PersistentVolumeClaims',
    // Two nodes match, and have no room until the old pods are gone.
    "0/5 nodes are available: 2 Insufficient cpu, 3 node(s) didn't match Pod's node affinity/selector. preemption: 0/5 nodes are available: 2 No preemption victims found for incoming pod, 3 Preemption is not helpful for scheduling.",
    "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) were unschedulable.",
    '',
  ])('may get one: %s', (message) => {
    expect(terminalPodFailure(unscheduled(message))).toBeUndefined();
  });

  test('is not final by an old condition once it has one', () => {
    const scheduled = unscheduled('persistentvolumeclaim "data" not found');
    for (const condition of scheduled.status?.conditions ?? []) condition.status = 'True';
    expect(terminalPodFailure(scheduled)).toBeUndefined();
  });
});

describe('pods that are refused', () => {
  const set = (message: string, more: { reason?: string; status?: 'True' | 'False' } = {}) => {
    const made = replicaSet(1, 'web:1');
    made.status = {
      conditions: [
        {
          type: 'ReplicaFailure',
          status: more.status ?? 'True',
          reason: more.reason ?? 'FailedCreate',
          message,
        },
      ],
    };
    return made;
  };
  const quota =
    'pods "web-abc" is forbidden: exceeded quota: small, requested: pods=1, used: pods=3, limited: pods=3';
  const strategy = (
    type?: string,
    maxUnavailable?: number | string,
    replicas?: number,
  ): Partial<Workload['spec']> => ({
    ...(replicas !== undefined && { replicas }),
    strategy: {
      ...(type && { type }),
      ...(maxUnavailable !== undefined && { rollingUpdate: { maxUnavailable } }),
    },
  });

  test.each([
    'pods "web-abc" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false',
    'pods "web-abc" is forbidden: error looking up service account shop/web: serviceaccount "web" not found',
    'admission webhook "validate.example.com" denied the request: no latest tags',
    'Pod "web-abc" is invalid: spec.containers[0].image: Required value',
  ])('are final: %s', (message) => {
    expect(terminalReplicaSetFailure(set(message), workload())).toEqual({ reason: 'FailedCreate', message });
    expect(terminalEventFailure([event(message, 'FailedCreate')], workload('StatefulSet'))).toEqual({
      reason: 'FailedCreate',
      message,
    });
  });

  test.each([
    'Internal error occurred: failed calling webhook "policy.example.com": Post "https://policy.svc:443/": dial tcp 10.0.0.1:443: connect: connection refused',
    'Internal error occurred: resource quota evaluation timed out',
    'etcdserver: request timed out',
  ])('may pass: %s', (message) => {
    expect(terminalReplicaSetFailure(set(message), workload())).toBeUndefined();
    expect(terminalEventFailure([event(message, 'FailedCreate')], workload('DaemonSet'))).toBeUndefined();
  });

  test.each<[string, Partial<Workload['spec']>, boolean]>([
    ['maxUnavailable 0', strategy('RollingUpdate', 0), true],
    ['maxUnavailable 0%', strategy('RollingUpdate', '0%'), true],
    ['maxUnavailable 1', strategy('RollingUpdate', 1), false],
    ['maxUnavailable 25% of 8', strategy('RollingUpdate', '25%', 8), false],
    ['maxUnavailable 25% of 3, which is rounded down to 0', strategy('RollingUpdate', '25%', 3), true],
    ['the default', strategy(undefined, undefined, 8), false],
    ['Recreate', strategy('Recreate'), false],
    ['no strategy at all', { replicas: 8 }, false],
  ])('by a quota, with %s: final is %s', (_, spec, isFinal) => {
    expect(terminalReplicaSetFailure(set(quota), workload('Deployment', { spec })) !== undefined).toBe(
      isFinal,
    );
  });

  test.each(['StatefulSet', 'DaemonSet'] as const)(
    'by a quota may pass for a %s, which takes pods away first',
    (kind) => {
      expect(terminalEventFailure([event(quota, 'FailedCreate')], workload(kind))).toBeUndefined();
    },
  );

  test('are told in a few words, however many were said', () => {
    const long = `pods "web" is forbidden: ${'x'.repeat(1_000_000)}`;
    const told = [
      terminalReplicaSetFailure(set(long), workload()),
      terminalEventFailure([event(long, 'FailedCreate')], workload('StatefulSet')),
      terminalPodFailure(waitingPod('CreateContainerConfigError', `configmap "web" not found ${long}`)),
    ];
    for (const terminalFailure of told) expect(terminalFailure?.message).toMatch(/^.{20,4000}$/s);
  });

  test('are told by a condition that holds, and by that one alone', () => {
    const denied = 'admission webhook "x" denied the request';
    expect(terminalReplicaSetFailure(set(denied, { status: 'False' }), workload())).toBeUndefined();
    expect(terminalReplicaSetFailure(set(denied, { reason: 'FailedDelete' }), workload())).toBeUndefined();
    expect(terminalReplicaSetFailure(replicaSet(1, 'web:1'), workload())).toBeUndefined();
  });

  test('are told by the last event', () => {
    const denied = event('admission webhook "x" denied the request', 'FailedCreate');
    const passing = event('etcdserver: request timed out', 'FailedCreate');
    expect(
      terminalEventFailure([passing, denied, event('denied', 'Other')], workload('DaemonSet')),
    ).toBeDefined();
    expect(terminalEventFailure([denied, passing], workload('DaemonSet'))).toBeUndefined();
    expect(terminalEventFailure([], workload('DaemonSet'))).toBeUndefined();
  });
});

describe('what passes by itself', () => {
  /** A container that has died so often. */
  const crashing = (
    restartCount: number,
    more: object = { state: { waiting: { reason: 'CrashLoopBackOff' } } },
  ) => {
    const made = waitingPod('CrashLoopBackOff', 'back-off 10s restarting failed container=web');
    Object.assign(made.status?.containerStatuses?.[0] ?? {}, { restartCount }, more);
    return made;
  };

  test('S5: two crashes are waited for, three restarts or thirty seconds are not', () => {
    expect(terminalPodFailure(crashing(2), [], 0)).toBeUndefined();
    expect(terminalPodFailure(crashing(2), [], 29_999)).toBeUndefined();
    expect(terminalPodFailure(crashing(2), [], 30_000)).toMatchObject({
      reason: 'CrashLoopBackOff',
      container: 'web',
    });
    expect(terminalPodFailure(crashing(3), [], 0)).toMatchObject({ reason: 'CrashLoopBackOff' });
  });

  test('S5: most of the time a crash loop only says how its last life ended', () => {
    const terminated = { state: { terminated: { reason: 'Error', exitCode: 1 } } };
    expect(terminalPodFailure(crashing(1, terminated), [], 0)).toBeUndefined();
    expect(terminalPodFailure(crashing(3, terminated), [], 0)).toMatchObject({
      message: 'Error, exit code 1',
    });
    // An init container that has done its work.
    const done = { ready: true, state: { terminated: { reason: 'Completed', exitCode: 0 } } };
    expect(terminalPodFailure(crashing(3, done), [], 60_000)).toBeUndefined();
  });

  test('a container that the runtime could not start is final, and told in its words', () => {
    const message =
      'failed to create containerd task: exec: "nope": executable file not found in $PATH: unknown';
    const state = { terminated: { reason: 'StartError', exitCode: 128, message } };
    expect(terminalPodFailure(crashing(0, { state }), [], 0)).toEqual({
      reason: 'StartError',
      message,
      container: 'web',
    });
    const slow = {
      terminated: { reason: 'StartError', exitCode: 128, message: 'context deadline exceeded' },
    };
    expect(terminalPodFailure(crashing(0, { state: slow }), [], 0)).toBeUndefined();
  });

  test('N7: what ended it is told with the back-off', () => {
    const lastState = { terminated: { reason: 'OOMKilled', exitCode: 137 } };
    const state = { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 10s' } };
    expect(terminalPodFailure(crashing(4, { state, lastState }))?.message).toBe(
      'OOMKilled, exit code 137; back-off 10s',
    );
  });

  test.each([
    ['RunContainerError', 'context deadline exceeded'],
    ['RunContainerError', 'rpc error: code = DeadlineExceeded desc = stream terminated by RST_STREAM'],
    ['RunContainerError', 'failed to create containerd task: context canceled: unknown'],
    [
      'CreateContainerError',
      'failed to reserve container name "web_web-abc_shop_1_0": name "web_web-abc_shop_1_0" is reserved for "0af"',
    ],
    ['CreateContainerError', 'rpc error: code = Unavailable desc = transport is closing'],
    ['RunContainerError', 'failed to start shim: ttrpc: closed: unknown'],
    ['RunContainerError', 'failed to create shim task: dial unix /run/x.sock: connect: connection refused'],
  ])('N1: %s is final only when it comes again: %s', (reason, message) => {
    const waiting = waitingPod(reason, message);
    expect(terminalPodFailure(waiting)).toBeUndefined();
    expect(terminalPodFailure(waiting, [], 5_000)).toBeUndefined();
    expect(terminalPodFailure(waiting, [], 30_000)).toMatchObject({ reason, message });
    for (const status of waiting.status?.containerStatuses ?? []) status.restartCount = 3;
    expect(terminalPodFailure(waiting, [], 0)).toMatchObject({ reason });
  });

  test('a registry that refuses a new node may know it a minute later: kubernetes#92326', () => {
    const refused = waitingPod('ErrImagePull', `${RESOLVE}failed to authorize: 401 Unauthorized`);
    expect(terminalPodFailure(refused, [], 59_000)).toBeUndefined();
    expect(terminalPodFailure(refused, [], 60_000)).toMatchObject({ reason: 'ErrImagePull' });
    const missing = waitingPod('ErrImagePull', `${PULL}not found`);
    expect(terminalPodFailure(missing, [], 0)).toMatchObject({ reason: 'ErrImagePull' });
  });

  test('a pod behind a gate waits for who put it there, and says who that is', () => {
    const message = 'Scheduling is blocked due to non-empty scheduling gates';
    const gated = pod('web-abc', {
      status: { conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated', message }] },
    });
    gated.spec.schedulingGates = [{ name: 'kueue.x-k8s.io/admission' }];
    expect(troubleOfPod(gated)).toMatchObject({
      reason: 'SchedulingGated',
      message: `${message} (kueue.x-k8s.io/admission)`,
    });
    expect(terminalPodFailure(gated)).toBeUndefined();
  });

  test('S4: a pool without nodes may get one', () => {
    const message = "0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector.";
    const status = { conditions: [{ type: 'PodScheduled', status: 'False' as const, message }] };
    expect(terminalPodFailure(pod('web-abc', { status }), [], 59_000)).toBeUndefined();
    expect(terminalPodFailure(pod('web-abc', { status }), [], 60_000)).toMatchObject({
      reason: 'Unschedulable',
    });
  });
});

describe('N5: what is missing as a volume', () => {
  const creating = waitingPod('ContainerCreating');
  const mount = (what: string) => event(`MountVolume.SetUp failed for volume "x" : ${what}`, 'FailedMount');

  test.each([
    'secret "nope" not found',
    'configmap "nope" not found',
    'references non-existent secret key: a',
  ])('is final at once: %s', (what) => {
    expect(terminalPodFailure(creating, [mount(what)], 0)).toMatchObject({ reason: 'FailedMount' });
  });

  test.each([
    'failed to sync secret cache: timed out waiting for the condition',
    'object "shop"/"app" not registered',
    'rpc error: code = DeadlineExceeded',
  ])('may pass: %s', (what) => {
    expect(terminalPodFailure(creating, [mount(what)])).toBeUndefined();
  });

  test('is over once a container runs', () => {
    const running = waitingPod('ContainerCreating');
    for (const status of running.status?.containerStatuses ?? []) status.state = { running: {} };
    expect(terminalPodFailure(running, [mount('secret "nope" not found')])).toBeUndefined();
  });
});
