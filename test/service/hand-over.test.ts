/** S9: what a rollback writes goes back to the manager that had it, so that the next deploy works and leaves nothing over. */
import { describe, expect, test } from '@jest/globals';
import { appliedTemplate, handedOver, ownerOfTemplate } from '../../src/service/hand-over.ts';
import type { ManagedFields, PodTemplate } from '../../src/systems/kubernetes/objects.ts';
import { template, workload } from './fixtures.ts';

const container = (fields: object) => ({
  'f:spec': { 'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"web"}': fields } } } },
});
const entry = (
  manager: string,
  operation: 'Apply' | 'Update',
  fieldsV1: object,
  more = {},
): ManagedFields => ({
  manager,
  operation,
  apiVersion: 'apps/v1',
  fieldsType: 'FieldsV1',
  fieldsV1: fieldsV1 as Record<string, unknown>,
  ...more,
});
const image = container({ '.': {}, 'f:name': {}, 'f:image': {} });
const status = entry('kube-controller-manager', 'Update', { 'f:status': {} }, { subresource: 'status' });
const ours = entry('rollback-actions', 'Update', {
  'f:metadata': { 'f:annotations': { 'f:rollback-actions/last-rollback': {} } },
  ...container({ 'f:image': {}, 'f:env': {} }),
});

test.each<[string, ManagedFields[], string | undefined]>([
  ['a server-side apply', [status, entry('helm', 'Apply', image)], 'helm'],
  [
    'a client-side apply',
    [entry('kubectl-client-side-apply', 'Update', image), status],
    'kubectl-client-side-apply',
  ],
  [
    'who applies, not who changed something by hand',
    [entry('helm', 'Apply', image), entry('kubectl-set', 'Update', image)],
    'helm',
  ],
  ['nobody who only scales', [entry('kubectl', 'Update', { 'f:spec': { 'f:replicas': {} } })], undefined],
  ['not us', [ours], undefined],
])('the owner is %s', (_, managedFields, manager) => {
  expect(ownerOfTemplate(workload('Deployment', { metadata: { managedFields } }))?.manager).toBe(manager);
});

describe('handing over', () => {
  test('moves the fields of the spec to the owner, and nothing else', () => {
    // The rollback has taken the image away from Helm.
    const helm = entry('helm', 'Apply', container({ '.': {}, 'f:name': {} }));
    expect(handedOver([helm, ours, status], { manager: 'helm', operation: 'Apply' })).toEqual([
      { ...helm, fieldsV1: container({ '.': {}, 'f:name': {}, 'f:image': {}, 'f:env': {} }) },
      { ...ours, fieldsV1: { 'f:metadata': ours.fieldsV1?.['f:metadata'] } },
      status,
    ]);
  });

  test('makes the owner one again where nothing was left to it', () => {
    const all = handedOver([ours], { manager: 'kubectl', operation: 'Apply' });
    expect(all?.map(({ manager, operation }) => [manager, operation])).toEqual([
      ['rollback-actions', 'Update'],
      ['kubectl', 'Apply'],
    ]);
    expect(all?.[1]?.fieldsV1).toEqual(container({ 'f:image': {}, 'f:env': {} }));
  });

  test('moves annotations of the release too, and keeps our notes', () => {
    const both = entry('rollback-actions', 'Update', {
      'f:metadata': { 'f:annotations': { 'f:rollback-actions/last-rollback': {}, 'f:release': {} } },
    });
    const helm = entry('helm', 'Apply', image);
    expect(handedOver([helm, both], { manager: 'helm', operation: 'Apply' })).toEqual([
      { ...helm, fieldsV1: { ...image, 'f:metadata': { 'f:annotations': { 'f:release': {} } } } },
      {
        ...both,
        fieldsV1: { 'f:metadata': { 'f:annotations': { 'f:rollback-actions/last-rollback': {} } } },
      },
    ]);
  });

  test('leaves all as it is where nothing is ours', () => {
    expect(handedOver([status], { manager: 'helm', operation: 'Apply' })).toBeUndefined();
  });
});

test('kubectl apply finds the template that is there as what it has applied', () => {
  const annotation = JSON.stringify({
    kind: 'Deployment',
    spec: { replicas: 2, template: template('web:2') },
  });
  expect(JSON.parse(appliedTemplate(annotation, template('web:1'), template('web:2')) ?? '')).toEqual({
    kind: 'Deployment',
    spec: { replicas: 2, template: template('web:1') },
  });
  for (const broken of [undefined, '{', '{}', 'null', '{"spec":{"template":1}}'])
    expect(appliedTemplate(broken, template('web:1'), template('web:2'))).toBeUndefined();
});

test("what the cluster has added to the template is not said to be the deployer's, and what it left out since is", () => {
  const live = (app: object, more: object = {}) =>
    ({
      metadata: { labels: { app: 'web' } },
      spec: {
        dnsPolicy: 'ClusterFirst',
        containers: [
          { name: 'proxy', image: 'proxy:1', resources: {} },
          { name: 'web', imagePullPolicy: 'IfNotPresent', resources: {}, ...app },
        ],
        ...more,
      },
    }) as unknown as PodTemplate;
  const older = live({ image: 'web:1', env: [{ name: 'FEATURE', value: 'on' }] }, { hostNetwork: true });
  const newer = live({ image: 'web:2', ports: [{ containerPort: 80, protocol: 'TCP' }] });
  const said = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'web', image: 'web:2', ports: [{ containerPort: 80 }] }] },
  };

  const applied = appliedTemplate(JSON.stringify({ spec: { template: said } }), older, newer);

  expect(JSON.parse(applied ?? '').spec.template).toEqual({
    metadata: { labels: { app: 'web' } },
    spec: {
      containers: [{ name: 'web', image: 'web:1', env: [{ name: 'FEATURE', value: 'on' }] }],
      hostNetwork: true,
    },
  });
});
