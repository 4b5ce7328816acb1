/** S9: what a client-side deploy will not take away after a rollback is named, to the last field. */
import { describe, expect, test } from '@jest/globals';
import { lingering, lingeringWarning } from '../../src/service/lingering.ts';
import type { PodTemplate } from '../../src/systems/kubernetes/objects.ts';
import { template, workload } from './fixtures.ts';

type Loose = Record<string, unknown>;

/** The template of fixtures with more in its container, its spec and its metadata. */
function withMore(container: Loose = {}, spec: Loose = {}, metadata: Loose = {}): PodTemplate {
  const base = template('web:1');
  const [web] = base.spec.containers;
  const containers = [{ ...web, ...container }, ...((spec.containers as object[]) ?? [])];
  return {
    metadata: { ...base.metadata, ...metadata },
    spec: { ...base.spec, ...spec, containers },
  } as PodTemplate;
}

describe('what only the older template has', () => {
  test.each<[string, PodTemplate, string[]]>([
    ['nothing', withMore(), []],
    ['a variable', withMore({ env: [{ name: 'FEATURE', value: 'on' }] }), ['variable FEATURE of web']],
    ['a container', withMore({}, { containers: [{ name: 'log', image: 'log:1' }] }), ['container log']],
    [
      'an init container',
      withMore({}, { initContainers: [{ name: 'wait', image: 'w' }] }),
      ['init container wait'],
    ],
    [
      'a volume and its mount',
      withMore({ volumeMounts: [{ name: 'cache', mountPath: '/cache' }] }, { volumes: [{ name: 'cache' }] }),
      ['volume cache', 'mount /cache of web'],
    ],
    ['a probe', withMore({ livenessProbe: { httpGet: { port: 80 } } }), ['livenessProbe of web']],
    ['a command', withMore({ command: ['run'] }), ['command of web']],
    ['a limit', withMore({ resources: { limits: { cpu: '1' } } }), ['resources of web']],
    ['a node selector', withMore({}, { nodeSelector: { disk: 'ssd' } }), ['node selector disk']],
    ['tolerations', withMore({}, { tolerations: [{ key: 'a' }] }), ['tolerations']],
    ['an annotation', withMore({}, {}, { annotations: { scrape: 'true' } }), ['annotation scrape']],
    ['a label', withMore({}, {}, { labels: { app: 'web', tier: 'front' } }), ['label tier']],
    [
      'the note of a restart, from which nothing lives',
      withMore(
        {},
        {},
        {
          annotations: {
            'kubectl.kubernetes.io/restartedAt': '2026-12-01T00:00:00Z',
            'vso.secrets.hashicorp.com/restartedAt': '2026-12-01T00:00:00Z',
          },
        },
      ),
      [],
    ],
  ])('%s', (_, older, names) => {
    expect(lingering(template('web:2'), older).sort()).toEqual(names.sort());
  });

  test('what both have is the next deploy of whoever made it', () => {
    const both = { env: [{ name: 'MODE', value: '2' }], resources: { limits: { cpu: '1' } } };
    const more = { ...both, resources: { limits: { cpu: '1', memory: '1Gi' } } };
    expect(lingering(withMore(both), withMore(more))).toEqual(['limits memory of web']);
  });
});

test.each([
  ['Update', undefined, /next deploy by helm will not take away .*: variable FEATURE of web$/],
  ['Apply', undefined, undefined],
  ['Update', '{}', undefined],
] as const)('who deploys by %s with the annotation %s', (operation, applied, expected) => {
  const fieldsV1 = {
    'f:spec': { 'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"web"}': { 'f:image': {} } } } } },
  };
  const annotations = applied && { 'kubectl.kubernetes.io/last-applied-configuration': applied };
  const metadata = {
    managedFields: [{ manager: 'helm', operation, fieldsV1 }],
    ...(annotations && { annotations }),
  };
  const warning = lingeringWarning(
    workload('Deployment', { metadata }),
    withMore({ env: [{ name: 'FEATURE', value: 'on' }] }),
  );
  if (expected) expect(warning).toMatch(expected);
  else expect(warning).toBeUndefined();
});
