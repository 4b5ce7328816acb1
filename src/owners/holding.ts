import { type Fields, fieldsOf } from '../base/fields.ts';

/**
 * Kinds that hold nothing which their manifest would not bring again, by the group of their API: deleting one takes along no
 * more than what is made of it. A kind that is not known may be a database, a bucket or a topic.
 */
const HOLD_NOTHING: Readonly<Record<string, readonly string[]>> = {
  '': ['Pod', 'ConfigMap', 'Secret', 'Service', 'ServiceAccount', 'LimitRange', 'ResourceQuota'],
  apps: ['Deployment', 'DaemonSet', 'ReplicaSet'],
  batch: ['Job', 'CronJob'],
  autoscaling: ['HorizontalPodAutoscaler'],
  'autoscaling.k8s.io': ['VerticalPodAutoscaler'],
  policy: ['PodDisruptionBudget'],
  extensions: ['Ingress'],
  'networking.k8s.io': ['Ingress', 'IngressClass', 'NetworkPolicy'],
  'discovery.k8s.io': ['EndpointSlice'],
  'gateway.networking.k8s.io': [
    'HTTPRoute',
    'GRPCRoute',
    'TLSRoute',
    'TCPRoute',
    'UDPRoute',
    'ReferenceGrant',
  ],
  'rbac.authorization.k8s.io': ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'],
  'scheduling.k8s.io': ['PriorityClass'],
  'argoproj.io': ['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate'],
  'cert-manager.io': ['Issuer'],
  'cilium.io': ['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'],
  'keda.sh': ['ScaledObject', 'ScaledJob', 'TriggerAuthentication', 'ClusterTriggerAuthentication'],
  'monitoring.coreos.com': [
    'ServiceMonitor',
    'PodMonitor',
    'Probe',
    'PrometheusRule',
    'ScrapeConfig',
    'AlertmanagerConfig',
  ],
  'projectcontour.io': ['HTTPProxy'],
  'traefik.io': [
    'IngressRoute',
    'IngressRouteTCP',
    'IngressRouteUDP',
    'Middleware',
    'MiddlewareTCP',
    'TraefikService',
  ],
  'networking.istio.io': ['VirtualService', 'DestinationRule', 'ServiceEntry', 'Sidecar', 'EnvoyFilter'],
  'security.istio.io': ['AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'],
  'external-secrets.io': ['SecretStore'],
  'bitnami.com': ['SealedSecret'],
};

/** Whether any object of a kind may take along what exists only once, as it is deleted. */
export const kindMayHold = (group: string, kind: string): boolean =>
  !(Object.hasOwn(HOLD_NOTHING, group) && HOLD_NOTHING[group]?.includes(kind));

/** Kinds of which some objects hold what exists only once and others do not, and what in their `spec` tells. */
const MAY_HOLD: Readonly<Record<string, (spec: Fields) => boolean>> = {
  // It leaves the claims of its volumes, unless it says otherwise.
  'apps/StatefulSet': (spec) => fieldsOf(spec.persistentVolumeClaimRetentionPolicy).whenDeleted === 'Delete',
  // Its Secret is read again from the store, unless it was generated.
  'external-secrets.io/ExternalSecret': (spec) => JSON.stringify(spec).includes('"generatorRef"'),
  // Its key is made anew, and what an authority has signed with the old one is no longer trusted.
  'cert-manager.io/Certificate': (spec) => spec.isCA === true,
};

/** Whether this object may. */
export function mayHold(group: string, kind: string, content: unknown): boolean {
  const name = `${group}/${kind}`;
  const test = Object.hasOwn(MAY_HOLD, name) ? MAY_HOLD[name] : undefined;
  return test ? test(fieldsOf(fieldsOf(content).spec)) : kindMayHold(group, kind);
}
