import { describe, expect, test } from '@jest/globals';
import {
  containerVerdict,
  creationVerdict,
  endVerdict,
  eventVerdict,
  rolloutVerdict,
  STATUS_ROWS,
  schedulingVerdict,
  type Verdict,
} from '../../src/service/pod-status.ts';

type Kind = (typeof STATUS_ROWS)[number]['of'];
type Example = readonly [of: Kind, reason: string, message: string, verdict: Verdict];

/** What the cluster says, as it was seen on real nodes or stands in the sources that the rows name. */
const EXAMPLES: readonly Example[] = [
  ['waiting', 'InvalidImageName', 'Failed to apply default image tag "web:"', 'final'],
  ['waiting', 'SignatureValidationFailed', 'signature of image web:2 is not valid', 'final'],
  ['waiting', 'ErrImagePull', 'rpc error: code = NotFound desc = web:2: not found', 'final'],
  ['waiting', 'ErrImagePull', 'https://x.azurecr.io/v2/web: unauthorized: authentication required', 'grace'],
  [
    'waiting',
    'ErrImagePull',
    'pull access denied, repository does not exist or may require authorization',
    'final',
  ],
  ['waiting', 'ImagePullBackOff', 'Back-off pulling image: dial tcp 10.0.0.1:443: i/o timeout', 'passing'],
  ['waiting', 'RegistryUnavailable', 'the registry is unavailable', 'transient'],
  [
    'waiting',
    'CreateContainerConfigError',
    'failed to sync secret cache: timed out waiting for the condition',
    'passing',
  ],
  ['waiting', 'CreateContainerConfigError', 'secret "nope" not found', 'final'],
  ['waiting', 'RunContainerError', 'context deadline exceeded', 'transient'],
  ['waiting', 'RunContainerError', 'error reading from server: EOF', 'transient'],
  ['waiting', 'CreateContainerError', 'grpc: the client connection is closing', 'transient'],
  ['waiting', 'CreateContainerError', 'the connection is draining', 'transient'],
  [
    'waiting',
    'CreateContainerError',
    'connection error: desc = "transport: Error while dialing: dial unix /run/containerd/containerd.sock: connect: no such file or directory"',
    'transient',
  ],
  ['waiting', 'RunContainerError', 'failed to start shim: ttrpc: client shutting down', 'transient'],
  ['waiting', 'CreateContainerError', 'failed to reserve container name "web_1"', 'transient'],
  ['waiting', 'RunContainerError', 'exec: "/missing": no such file or directory: unknown', 'final'],
  ['waiting', 'PostStartHookError', 'command terminated with 1', 'again'],
  ['waiting', 'CrashLoopBackOff', 'back-off 10s restarting failed container', 'again'],
  ['ended', 'StartError', 'failed to create containerd task: context deadline exceeded', 'transient'],
  ['ended', 'StartError', 'exec: "nope": executable file not found in $PATH', 'final'],
  ['ended', 'Error', '', 'again'],
  ['ended', 'OOMKilled', '', 'again'],
  ['event', 'FailedMount', 'MountVolume.SetUp failed for volume "a" : secret "nope" not found', 'final'],
  [
    'event',
    'FailedMount',
    'MountVolume.SetUp failed for volume "a" : rpc error: code = Unavailable',
    'passing',
  ],
  ['event', 'FailedAttachVolume', 'Multi-Attach error for volume "data"', 'passing'],
  ['event', 'FailedCreatePodSandBox', 'failed to setup network for sandbox', 'passing'],
  ['scheduling', 'Unschedulable', 'persistentvolumeclaim "data" not found', 'final'],
  ['scheduling', 'SchedulingGated', 'Scheduling is blocked due to non-empty scheduling gates', 'passing'],
  ['creation', 'FailedCreate', 'pods "a" is forbidden: exceeded quota: small', 'room'],
  [
    'creation',
    'FailedCreate',
    'Internal error occurred: failed calling webhook "a": connection refused',
    'passing',
  ],
  ['creation', 'FailedCreate', 'admission webhook "a" denied the request: no latest tags', 'final'],
  ['rollout', 'ProgressDeadlineExceeded', 'ReplicaSet "web-1" has timed out progressing.', 'final'],
];

const verdictOf: Record<Kind, (reason: string, message: string) => Verdict | undefined> = {
  waiting: containerVerdict,
  ended: endVerdict,
  event: eventVerdict,
  scheduling: schedulingVerdict,
  creation: (_, message) => creationVerdict(message),
  rollout: rolloutVerdict,
};

test.each(EXAMPLES)('%s %s, %s: %s', (of, reason, message, verdict) => {
  expect(verdictOf[of](reason, message)).toBe(verdict);
});

describe('every row', () => {
  const rowOf = ([of, reason, message]: Example) =>
    STATUS_ROWS.find(
      (row) =>
        row.of === of &&
        (row.reasons.length === 0 || row.reasons.includes(reason)) &&
        (row.message?.test(message) ?? true),
    );

  test('has an example that it decides', () => {
    const met = new Set(EXAMPLES.map(rowOf));
    expect(STATUS_ROWS.filter((row) => !met.has(row))).toEqual([]);
  });

  test('has its source', () => {
    expect(
      STATUS_ROWS.filter(({ source }) => !/\.go|kubernetes#/.test(source) && !/plugin/.test(source)),
    ).toEqual([]);
  });
});

test.each<[Kind, string]>([
  ['waiting', 'ContainerCreating'],
  ['waiting', 'PodInitializing'],
  ['event', 'BackOff'],
  ['creation', 'FailedDelete'],
  ['rollout', 'NewReplicaSetAvailable'],
])('what no row has is no trouble: %s %s', (of, reason) => {
  expect(verdictOf[of](reason, '')).toBeUndefined();
});
