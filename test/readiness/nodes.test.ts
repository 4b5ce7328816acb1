import { expect, test } from '@jest/globals';
import { checkNodes } from '../../src/readiness/nodes.ts';
import type { Revision } from '../../src/service/history.ts';
import type { KubeClient } from '../../src/systems/kubernetes/client.ts';

const NODES = [
  { metadata: { name: 'a', labels: { pool: 'web', disk: 'ssd', cores: '4' } } },
  {
    metadata: { name: 'b', labels: { pool: 'batch', cores: '16' } },
    spec: { taints: [{ key: 'batch', value: 'yes', effect: 'NoSchedule' }] },
  },
  { metadata: { name: 'c', labels: { pool: 'gpu' } }, spec: { unschedulable: true } },
];

async function look(spec: object): Promise<string> {
  const client = { list: async () => ({ items: NODES }) } as unknown as KubeClient;
  const target = { template: { spec } } as unknown as Revision;
  return (await checkNodes(client, [{ name: 'deployment/web', target }])).state;
}

const required = (...terms: object[]) => ({
  affinity: {
    nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } },
  },
});
const expression = (key: string, operator: string, ...values: string[]) => ({
  matchExpressions: [{ key, operator, ...(values.length > 0 && { values }) }],
});

test.each<[string, object, string]>([
  ['whatever there is', {}, 'ok'],
  ['labels of a node', { nodeSelector: { pool: 'web' } }, 'ok'],
  ['labels of no node', { nodeSelector: { pool: 'gone' } }, 'at-risk'],
  ['a node with a taint', { nodeSelector: { pool: 'batch' } }, 'at-risk'],
  [
    'a taint that it tolerates',
    { nodeSelector: { pool: 'batch' }, tolerations: [{ key: 'batch', value: 'yes' }] },
    'ok',
  ],
  ['a node that is cordoned', { nodeSelector: { pool: 'gpu' } }, 'at-risk'],
  ['affinity to a node', required(expression('pool', 'In', 'gone', 'web')), 'ok'],
  ['affinity to none', required(expression('pool', 'In', 'gone')), 'at-risk'],
  ['one of two terms', required(expression('pool', 'In', 'gone'), expression('disk', 'Exists')), 'ok'],
  ['what it must not be', required(expression('pool', 'NotIn', 'web')), 'at-risk'],
  ['what it must not have', required(expression('disk', 'DoesNotExist')), 'at-risk'],
  ['more than it has', required(expression('cores', 'Gt', '4')), 'at-risk'],
  ['less than it has', required(expression('cores', 'Lt', '8')), 'ok'],
  ['a name', required({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] }), 'ok'],
  [
    'the name of none',
    required({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['z'] }] }),
    'at-risk',
  ],
  ['a term without a wish, which fits none', required({}), 'at-risk'],
])('%s', async (_, spec, state) => {
  expect(await look(spec)).toBe(state);
});
