import { expect, test } from '@jest/globals';
import { configRefs } from '../../src/service/config-refs.ts';
import type { Container, PodTemplate } from '../../src/systems/kubernetes/objects.ts';

const template = (more: {
  container?: Partial<Container>;
  init?: Partial<Container>;
  volumes?: PodTemplate['spec']['volumes'];
}): PodTemplate => ({
  spec: {
    containers: [{ name: 'web', image: 'web:1', ...more.container }],
    ...(more.init && { initContainers: [{ name: 'init', image: 'init:1', ...more.init }] }),
    ...(more.volumes && { volumes: more.volumes }),
  },
});

const env: Pick<Container, 'env'> = {
  env: [
    { name: 'PLAIN' },
    { name: 'A', valueFrom: { configMapKeyRef: { name: 'a' } } },
    { name: 'B', valueFrom: { secretKeyRef: { name: 'b' } } },
    { name: 'POD', valueFrom: {} },
  ],
};
const envFrom: Pick<Container, 'envFrom'> = {
  envFrom: [{ configMapRef: { name: 'a' } }, { secretRef: { name: 'b' } }],
};

test.each<[string, PodTemplate, string[]]>([
  ['nothing', template({}), []],
  ['env', template({ container: env }), ['ConfigMap/a', 'Secret/b']],
  ['envFrom', template({ container: envFrom }), ['ConfigMap/a', 'Secret/b']],
  ['env of an init container', template({ init: env }), ['ConfigMap/a', 'Secret/b']],
  ['envFrom of an init container', template({ init: envFrom }), ['ConfigMap/a', 'Secret/b']],
  [
    'volumes',
    template({
      volumes: [
        { name: 'none' },
        { name: 'a', configMap: { name: 'a' } },
        { name: 'b', secret: { secretName: 'b' } },
      ],
    }),
    ['ConfigMap/a', 'Secret/b'],
  ],
  [
    'projected volumes',
    template({
      volumes: [
        { name: 'p', projected: { sources: [{ configMap: { name: 'a' } }, { secret: { name: 'b' } }, {}] } },
        { name: 'q', projected: {} },
      ],
    }),
    ['ConfigMap/a', 'Secret/b'],
  ],
  [
    'the same from everywhere, once',
    template({
      container: { ...env, ...envFrom },
      init: env,
      volumes: [{ name: 'a', configMap: { name: 'a' } }],
    }),
    ['ConfigMap/a', 'Secret/b'],
  ],
  [
    'a ConfigMap and a Secret of one name',
    template({
      volumes: [
        { name: 'x', configMap: { name: 'same' } },
        { name: 'y', secret: { secretName: 'same' } },
      ],
    }),
    ['ConfigMap/same', 'Secret/same'],
  ],
])('a template refers to its configuration by %s', (_, given, expected) => {
  expect(configRefs(given)).toEqual(expected);
});

test('an empty list is not a list', () => {
  expect(
    configRefs({
      spec: { containers: [{ name: 'web', image: 'web:1', env: [], envFrom: [] }], volumes: [] },
    }),
  ).toEqual([]);
});
