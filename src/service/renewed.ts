import type { Config, ManagedFields, Workload } from '../systems/kubernetes/objects.ts';
import { controllerOf } from '../systems/kubernetes/watch.ts';
import { ownerOfTemplate } from './hand-over.ts';
import { ONE_DEPLOY } from './untouched.ts';

/**
 * What controllers write on the ConfigMaps and Secrets that they renew, where they do not own them or are not their controller:
 * what a lease of Vault or a store held then is revoked or rotated since, and a bundle of authorities lacks the newer ones.
 */
const RENEWED = [
  // cert-manager (pkg/controller/certificates/issuing) and its trust-manager.
  'cert-manager.io/certificate-name',
  'trust.cert-manager.io/bundle',
  // External Secrets (pkg/controllers/externalsecret), Vault Secrets Operator, the Secrets Store CSI driver.
  'reconcile.external-secrets.io/managed',
  'reconcile.external-secrets.io/data-hash',
  'secrets.hashicorp.com/vso-ownerRefUID',
  'secrets-store.csi.k8s.io/managed',
  'operator.1password.io/item-version',
  'secrets.infisical.com/version',
  'secrets.doppler.com/version',
  // A copy of what is elsewhere (kubernetes-reflector).
  'reflector.v1.k8s.emberstack.com/reflects',
  // Certificates and authorities of OpenShift, Istio's authority (security/pkg/k8s/configmap).
  'service.beta.openshift.io/originating-service-name',
  'service.beta.openshift.io/inject-cabundle',
  'config.openshift.io/inject-trusted-cabundle',
  'istio.io/config',
];

/** The cluster's own authority, as kube-controller-manager has it in each namespace. */
const CLUSTER_AUTHORITY = 'kube-root-ca.crt';

/** True where a controller writes it: what goes back of it would be written again, or be wrong. */
export function isRenewed(live: Config): boolean {
  const { name, labels = {}, annotations = {} } = live.metadata;
  return (
    controllerOf(live) !== undefined ||
    (live.kind === 'ConfigMap' && name === CLUSTER_AUTHORITY) ||
    RENEWED.some((key) => key in annotations || key in labels)
  );
}

/**
 * True where the newest contents came with a deploy that is rolled back: the workload's deployer wrote them, at the time of a
 * revision that is left. Everything else is a rotation, or is not known to be part of the release.
 *
 * @param newer when the revisions came that are newer than the one that it goes back to, where that is known
 */
export function cameWithDeploy(
  live: Config,
  workload: Workload,
  newer: readonly (number | undefined)[],
): boolean {
  const writer = lastWriter(live);
  const deployer = ownerOfTemplate(workload)?.manager;
  if (deployer === undefined || writer?.manager !== deployer) return false;
  return wasWrittenWith(live, newer);
}

/** Tools by which people change what is live. */
const HANDS = /^(kubectl-(edit|patch)|k9s)$/;

/** True where the newest contents were written at one of these times, and not by hand. */
export function wasWrittenWith(live: Config, newer: readonly (number | undefined)[]): boolean {
  const { manager = '', time = '' } = lastWriter(live) ?? {};
  const at = Date.parse(time);
  return !HANDS.test(manager) && newer.some((came) => Math.abs((came ?? Number.NaN) - at) <= ONE_DEPLOY);
}

/** The last writer of the contents. */
export function lastWriter({ metadata }: Config): ManagedFields | undefined {
  const writers = (metadata.managedFields ?? []).filter(
    ({ fieldsV1 = {} }) => 'f:data' in fieldsV1 || 'f:binaryData' in fieldsV1,
  );
  return writers.sort((a, b) => (a.time ?? '').localeCompare(b.time ?? '')).at(-1);
}
