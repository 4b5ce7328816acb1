/** What this server serves: the one list that routing, discovery and storage go by. */
export interface Resource {
  group: string;
  version: string;
  plural: string;
  kind: string;
  shortNames: string[];
  namespaced: boolean;
  verbs: string[];
  /** Subresources by name; `scale` and the pod's own have handlers of their own. */
  subresources: Record<string, { kind: string; verbs: string[]; group?: string; version?: string }>;
  /** Generation counts the changes of what a user asks for, not of the status. */
  counted: boolean;
  /** PUT makes an object that isn't there. */
  createdByUpdate: boolean;
  /** DELETE answers with the object instead of a Status. */
  returnsDeleted: boolean;
  /** `kubectl get all` shows it. */
  isInAll: boolean;
}

const STORED = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];
const CHANGED = ['get', 'patch', 'update'];
const SCALE = { scale: { kind: 'Scale', verbs: CHANGED, group: 'autoscaling', version: 'v1' } };

export const resources: Resource[] = [
  core('namespaces', 'Namespace', ['ns'], {
    namespaced: false,
    verbs: STORED.filter((verb) => verb !== 'deletecollection'),
    subresources: { status: { kind: 'Namespace', verbs: CHANGED } },
    returnsDeleted: true,
  }),
  core('nodes', 'Node', ['no'], {
    namespaced: false,
    subresources: { status: { kind: 'Node', verbs: CHANGED } },
  }),
  core('pods', 'Pod', ['po'], {
    counted: true,
    isInAll: true,
    returnsDeleted: true,
    subresources: {
      status: { kind: 'Pod', verbs: CHANGED },
      log: { kind: 'Pod', verbs: ['get'] },
      exec: { kind: 'PodExecOptions', verbs: ['create', 'get'] },
      proxy: { kind: 'PodProxyOptions', verbs: ['create', 'delete', 'get', 'patch', 'update'] },
    },
  }),
  core('events', 'Event', ['ev'], { createdByUpdate: true }),
  core('configmaps', 'ConfigMap', ['cm'], {}),
  core('secrets', 'Secret', [], {}),
  core('serviceaccounts', 'ServiceAccount', ['sa'], { returnsDeleted: true }),
  core('persistentvolumeclaims', 'PersistentVolumeClaim', ['pvc'], { returnsDeleted: true }),
  core('resourcequotas', 'ResourceQuota', ['quota'], {
    returnsDeleted: true,
    subresources: { status: { kind: 'ResourceQuota', verbs: CHANGED } },
  }),
  workload('deployments', 'Deployment', ['deploy'], SCALE),
  workload('replicasets', 'ReplicaSet', ['rs'], SCALE),
  workload('statefulsets', 'StatefulSet', ['sts'], SCALE),
  workload('daemonsets', 'DaemonSet', ['ds'], {}),
  resource('batch', 'v1', 'jobs', 'Job', [], {
    counted: true,
    isInAll: true,
    subresources: { status: { kind: 'Job', verbs: CHANGED } },
  }),
  resource('apps', 'v1', 'controllerrevisions', 'ControllerRevision', [], {}),
  resource('coordination.k8s.io', 'v1', 'leases', 'Lease', [], { createdByUpdate: true }),
  resource('autoscaling', 'v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler', ['hpa'], {
    isInAll: true,
    subresources: { status: { kind: 'HorizontalPodAutoscaler', verbs: CHANGED } },
  }),
  resource('authorization.k8s.io', 'v1', 'selfsubjectaccessreviews', 'SelfSubjectAccessReview', [], {
    namespaced: false,
    verbs: ['create'],
  }),
];

export function findResource(group: string, version: string, plural: string): Resource | undefined {
  return resources.find((each) => each.plural === plural && each.group === group && each.version === version);
}

/** For the server's own parts, which name only what the list above has. */
export function resourceNamed(plural: string): Resource {
  const found = resources.find((each) => each.plural === plural);
  if (!found) throw new Error(`no such resource: ${plural}`);
  return found;
}

export function apiVersionOf({ group, version }: Resource): string {
  return group === '' ? version : `${group}/${version}`;
}

function core(plural: string, kind: string, shortNames: string[], extra: Partial<Resource>): Resource {
  return resource('', 'v1', plural, kind, shortNames, extra);
}

function workload(
  plural: string,
  kind: string,
  shortNames: string[],
  more: Resource['subresources'],
): Resource {
  const subresources = { status: { kind, verbs: CHANGED }, ...more };
  return resource('apps', 'v1', plural, kind, shortNames, { counted: true, isInAll: true, subresources });
}

function resource(
  group: string,
  version: string,
  plural: string,
  kind: string,
  shortNames: string[],
  extra: Partial<Resource>,
): Resource {
  return {
    group,
    version,
    plural,
    kind,
    shortNames,
    namespaced: true,
    verbs: STORED,
    subresources: {},
    counted: false,
    createdByUpdate: false,
    returnsDeleted: false,
    isInAll: false,
    ...extra,
  };
}
