import { describe, expect, test } from '@jest/globals';
import { cameWithDeploy, isRenewed } from '../../src/service/renewed.ts';
import type { Config, ManagedFields, ObjectMeta } from '../../src/systems/kubernetes/objects.ts';
import { meta, workload } from './fixtures.ts';

const secret = (more: Partial<ObjectMeta>): Config => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: meta('db', more),
  data: { password: 'eA==' },
});

test.each<[boolean, string, Partial<ObjectMeta>]>([
  [true, 'that cert-manager renews', { annotations: { 'cert-manager.io/certificate-name': 'web' } }],
  [true, 'of the External Secrets Operator', { labels: { 'reconcile.external-secrets.io/managed': 'true' } }],
  [
    true,
    'of the Vault Secrets Operator, which is an owner and no controller (hashicorp/vault-secrets-operator#1002)',
    {
      labels: { 'secrets.hashicorp.com/vso-ownerRefUID': 'u' },
      ownerReferences: [
        { apiVersion: 'secrets.hashicorp.com/v1beta1', kind: 'VaultDynamicSecret', name: 'a', uid: 'u' },
      ],
    },
  ],
  [true, 'of the Secrets Store CSI driver', { labels: { 'secrets-store.csi.k8s.io/managed': 'true' } }],
  [true, 'of 1Password', { annotations: { 'operator.1password.io/item-version': '2' } }],
  [true, 'of Infisical', { annotations: { 'secrets.infisical.com/version': '7' } }],
  [true, 'of Doppler', { annotations: { 'secrets.doppler.com/version': 'W/"a"' } }],
  [true, 'that mirrors another', { annotations: { 'reflector.v1.k8s.emberstack.com/reflects': 'a/b' } }],
  [
    true,
    'with a certificate of OpenShift',
    { annotations: { 'service.beta.openshift.io/originating-service-name': 'web' } },
  ],
  [
    true,
    'with a controller',
    { ownerReferences: [{ apiVersion: 'a/v1', kind: 'A', name: 'a', uid: 'u', controller: true }] },
  ],
  [
    false,
    'with an owner that is not a controller',
    { ownerReferences: [{ apiVersion: 'a/v1', kind: 'A', name: 'a', uid: 'u' }] },
  ],
  [false, 'of nobody', { annotations: { team: 'a' } }],
])('%s: a Secret %s', (expected, _, more) => {
  expect(isRenewed(secret(more))).toBe(expected);
});

test.each<[boolean, string, Partial<ObjectMeta>]>([
  [true, 'ca', { labels: { 'trust.cert-manager.io/bundle': 'ca' } }],
  [true, 'ca', { labels: { 'config.openshift.io/inject-trusted-cabundle': 'true' } }],
  [true, 'istio-ca-root-cert', { labels: { 'istio.io/config': 'true' } }],
  [true, 'kube-root-ca.crt', {}],
  [false, 'app', { labels: { app: 'web' } }],
])('%s: a ConfigMap %s with %j is renewed', (expected, name, more) => {
  expect(
    isRenewed({ apiVersion: 'v1', kind: 'ConfigMap', metadata: meta(name, more), data: { a: 'b' } }),
  ).toBe(expected);
});

describe('a Secret came with the deploy', () => {
  const DEPLOYED = '2026-11-01T12:00:00Z';
  const entry = (manager: string, time: string, fieldsV1: object): ManagedFields => ({
    manager,
    time,
    operation: 'Update',
    fieldsV1: fieldsV1 as Record<string, unknown>,
  });
  const image = {
    'f:spec': { 'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"web"}': { 'f:image': {} } } } } },
  };
  const owner = workload('Deployment', { metadata: { managedFields: [entry('helm', DEPLOYED, image)] } });
  const newer = [Date.parse(DEPLOYED), undefined];
  const written = (manager: string, time: string, ...more: ManagedFields[]) =>
    secret({ managedFields: [entry(manager, time, { 'f:data': { 'f:password': {} } }), ...more] });

  test.each<[boolean, string, Config]>([
    [true, 'where its deployer wrote it at that time', written('helm', '2026-11-01T11:59:00Z')],
    [
      false,
      'not where somebody else wrote it at that time',
      written('kubectl-patch', '2026-11-01T11:59:00Z'),
    ],
    [false, 'not where it was written an hour later', written('helm', '2026-11-01T13:00:00Z')],
    [false, 'not where it was written the day before', written('helm', '2026-10-31T12:00:00Z')],
    [
      false,
      'not where somebody wrote it after that',
      written('helm', DEPLOYED, entry('kubectl-patch', '2026-11-01T12:01:00Z', { 'f:data': {} })),
    ],
    [
      true,
      'where somebody labelled it after that',
      written('helm', DEPLOYED, entry('kubectl-label', '2026-11-01T12:01:00Z', { 'f:metadata': {} })),
    ],
    [false, 'not where nobody knows who wrote it', secret({})],
  ])('%s: %s', (expected, _, live) => {
    expect(cameWithDeploy(live, owner, newer)).toBe(expected);
  });

  test('not where no revision is left', () => {
    expect(cameWithDeploy(written('helm', DEPLOYED), owner, [])).toBe(false);
  });

  test('not where nobody knows who deployed', () => {
    expect(cameWithDeploy(written('helm', DEPLOYED), workload(), newer)).toBe(false);
  });
});
