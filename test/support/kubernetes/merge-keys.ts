/** Which lists of an object a strategic merge patch merges, and by which key; all other lists are replaced. */
export interface Shape {
  isMerged?: true;
  /** Absent for lists of plain values. */
  key?: string;
  fields?: Record<string, Shape>;
}

export function shapeOf(plural: string): Shape {
  return { fields: { metadata, ...fieldsOf[plural] } };
}

const merged = (key: string, fields?: Shape['fields']): Shape => ({
  isMerged: true,
  key,
  ...(fields && { fields }),
});

const metadata: Shape = { fields: { finalizers: { isMerged: true }, ownerReferences: merged('uid') } };

const container = {
  env: merged('name'),
  ports: merged('containerPort'),
  volumeMounts: merged('mountPath'),
  volumeDevices: merged('devicePath'),
};

const podSpec: Shape = {
  fields: {
    containers: merged('name', container),
    initContainers: merged('name', container),
    ephemeralContainers: merged('name', container),
    volumes: merged('name'),
    imagePullSecrets: merged('name'),
    hostAliases: merged('ip'),
    resourceClaims: merged('name'),
    schedulingGates: merged('name'),
    topologySpreadConstraints: merged('topologyKey'),
  },
};

const workload = {
  spec: { fields: { template: { fields: { metadata, spec: podSpec } } } },
  status: { fields: { conditions: merged('type') } },
};

const fieldsOf: Record<string, Record<string, Shape>> = {
  deployments: workload,
  replicasets: workload,
  statefulsets: workload,
  daemonsets: workload,
  pods: {
    spec: podSpec,
    status: { fields: { conditions: merged('type'), podIPs: merged('ip'), hostIPs: merged('ip') } },
  },
  namespaces: { status: { fields: { conditions: merged('type') } } },
  nodes: { status: { fields: { conditions: merged('type') } } },
  horizontalpodautoscalers: { status: { fields: { conditions: merged('type') } } },
};
