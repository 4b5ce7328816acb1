/**
 * The Kubernetes objects as the API sends them: raw JSON, of which only the fields that this project reads are
 * typed. Nothing is dropped on the way through, so fields that this version does not know survive a rollback.
 */
export interface ObjectMeta {
  name: string;
  namespace: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  finalizers?: string[];
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  managedFields?: ManagedFields[];
}

/** Which fields a manager owns, as server-side apply keeps it. */
export interface ManagedFields {
  manager?: string;
  operation?: 'Apply' | 'Update';
  apiVersion?: string;
  time?: string;
  subresource?: string;
  fieldsType?: string;
  fieldsV1?: Record<string, unknown>;
}

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
}

export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
}

export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: {
    key: string;
    operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    values?: string[];
  }[];
}

export interface Container {
  name: string;
  image: string;
  imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  command?: string[];
  readinessProbe?: { exec?: { command?: string[] }; httpGet?: HttpProbe; periodSeconds?: number };
  env?: {
    name: string;
    value?: string;
    valueFrom?: { configMapKeyRef?: KeyRef; secretKeyRef?: KeyRef };
  }[];
  envFrom?: { configMapRef?: OptionalRef; secretRef?: OptionalRef }[];
  ports?: { name?: string; containerPort: number }[];
  volumeMounts?: { name: string }[];
  volumeDevices?: { name: string }[];
}

export interface HttpProbe {
  path?: string;
  /** A number, or the name of one of the container's ports. */
  port: number | string;
  scheme?: string;
  host?: string;
  httpHeaders?: { name: string; value: string }[];
}

/** A pod starts without what is optional. */
interface OptionalRef {
  name: string;
  optional?: boolean;
}

interface KeyRef extends OptionalRef {
  key?: string;
}

/** Files of a volume; all keys where there are no items. */
interface Files {
  optional?: boolean;
  items?: { key: string }[];
}

interface Volume {
  name: string;
  configMap?: Files & { name: string };
  secret?: Files & { secretName: string };
  projected?: { sources?: { configMap?: Files & { name: string }; secret?: Files & { name: string } }[] };
  persistentVolumeClaim?: { claimName: string };
  image?: { reference?: string; pullPolicy?: Container['imagePullPolicy'] };
}

export interface PodTemplate {
  metadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
  spec: {
    containers: Container[];
    initContainers?: Container[];
    volumes?: Volume[];
    serviceAccountName?: string;
    imagePullSecrets?: { name: string }[];
    nodeSelector?: Record<string, string>;
    affinity?: {
      nodeAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: { nodeSelectorTerms: NodeSelectorTerm[] };
      };
    };
    tolerations?: { key?: string; operator?: string; value?: string; effect?: string }[];
  };
}

/** All of its requirements together, of which a node has to meet one term's. */
interface NodeSelectorTerm {
  matchExpressions?: NodeRequirement[];
  matchFields?: NodeRequirement[];
}

export interface NodeRequirement {
  key: string;
  operator: string;
  values?: string[];
}

export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

/** A Deployment, StatefulSet, DaemonSet, or Rollout of Argo. */
export interface Workload extends KubeObject {
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Rollout';
  /** Not of the API: the objects that it was put together from (`domain/workloads/joined.ts`). */
  parts?: { readonly rollout: Workload; readonly deployment: Workload };
  spec: {
    replicas?: number;
    revisionHistoryLimit?: number;
    paused?: boolean;
    minReadySeconds?: number;
    podManagementPolicy?: 'OrderedReady' | 'Parallel';
    /** Of a StatefulSet: whether the claims of a replica go with it. */
    persistentVolumeClaimRetentionPolicy?: { whenScaled?: 'Retain' | 'Delete' };
    volumeClaimTemplates?: readonly { metadata: { name: string } }[];
    selector: LabelSelector;
    template: PodTemplate;
    strategy?: { type?: string; rollingUpdate?: { maxUnavailable?: number | string } };
    /** Of a Rollout: the Deployment that has its template, instead of one of its own. */
    workloadRef?: { kind: string; name: string };
    updateStrategy?: { type?: string; rollingUpdate?: { partition?: number } };
    /** Of a StatefulSet: the number of its first pod, where that is not 0. */
    ordinals?: { start?: number };
  };
  status?: {
    /** Of a Rollout, a text. */
    observedGeneration?: number | string;
    /** Of a Rollout whose template a Deployment has: the generation of that one. */
    workloadObservedGeneration?: string;
    /** Of a Rollout: how it stands, and by their hashes which pods serve and which are brought. */
    phase?: string;
    message?: string;
    stableRS?: string;
    currentPodHash?: string;
    abort?: boolean;
    promoteFull?: boolean;
    replicas?: number;
    readyReplicas?: number;
    updatedReplicas?: number;
    availableReplicas?: number;
    currentRevision?: string;
    updateRevision?: string;
    desiredNumberScheduled?: number;
    updatedNumberScheduled?: number;
    numberAvailable?: number;
    conditions?: Condition[];
  };
}

export interface ReplicaSet extends KubeObject {
  spec: { replicas?: number; template: PodTemplate };
  status?: { replicas?: number; availableReplicas?: number; conditions?: Condition[] };
}

export interface ControllerRevision extends KubeObject {
  revision: number;
  data: { spec: { template: PodTemplate } };
}

export interface ContainerStatus {
  name: string;
  image: string;
  imageID?: string;
  ready: boolean;
  restartCount: number;
  state?: {
    waiting?: { reason?: string; message?: string };
    terminated?: { reason?: string; message?: string; exitCode: number };
    running?: { startedAt?: string };
  };
  lastState?: {
    terminated?: { reason?: string; message?: string; exitCode: number; finishedAt?: string };
  };
}

export interface Pod extends KubeObject {
  spec: PodTemplate['spec'] & {
    nodeName?: string;
    readinessGates?: unknown[];
    schedulingGates?: { name: string }[];
  };
  status?: {
    phase?: string;
    /** Why it is over: what its kubelet says that has turned it away, or evicted it. */
    reason?: string;
    message?: string;
    /** When its kubelet has taken notice of it. */
    startTime?: string;
    podIP?: string;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
}

export interface Job extends KubeObject {
  spec: {
    backoffLimit?: number;
    activeDeadlineSeconds?: number;
    ttlSecondsAfterFinished?: number;
    template: PodTemplate;
  };
  status?: { conditions?: Condition[] };
}

export interface KubeEvent extends KubeObject {
  reason?: string;
  message?: string;
  type?: string;
  lastTimestamp?: string;
  eventTime?: string;
  involvedObject: { kind?: string; name?: string; uid?: string };
}

/** A ConfigMap or a Secret. */
export interface Config extends KubeObject {
  kind: 'ConfigMap' | 'Secret';
  immutable?: boolean;
  type?: string;
  data?: Record<string, string>;
  binaryData?: Record<string, string>;
}
