import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/base/errors.ts';
import { groupWorkloads, kindsIn, kindsOf, selectByLabels } from '../../../src/domain/workloads/select.ts';
import { parseSelection } from '../../../src/domain/workloads/selection.ts';
import { KubeClient } from '../../../src/systems/kubernetes/client.ts';
import { label, refOf } from '../../../src/systems/kubernetes/kinds.ts';
import { meta, workload } from '../../service/fixtures.ts';
import {
  configFor,
  type Got,
  json,
  type Reply,
  refuse,
  ScriptedServer,
} from '../../systems/scripted-server.ts';

const present = (['api', 'web', 'db', 'agent'] as const).map((name) => {
  const kind = name === 'db' ? 'StatefulSet' : name === 'agent' ? 'DaemonSet' : 'Deployment';
  return { ...workload(kind), metadata: meta(name) };
});

interface Asked {
  workloads?: string[];
  selector?: string;
  order?: string[];
  found?: string[];
}

const three = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;
const parse = ({ workloads = [], selector, order = [] }: Asked) => parseSelection(workloads, selector, order);

/** Groups as `web api* | db`, where `*` marks what was named. */
function grouped(asked: Asked): string {
  const groups = groupWorkloads(
    parse(asked),
    present,
    asked.selector || asked.workloads?.includes('all') ? three : kindsOf(parse(asked), []),
    new Set((asked.found ?? []).map((name) => `uid-${name}`)),
    'shop',
  );
  return groups
    .map((group) =>
      group.map(({ workload, named }) => `${workload.metadata.name}${named ? '*' : ''}`).join(' '),
    )
    .join(' | ');
}

describe('groups', () => {
  test.each<[string, Asked, string]>([
    ['one', { workloads: ['web'] }, 'web*'],
    ['several', { workloads: ['web', 'statefulset/db'] }, 'web* db*'],
    ['one twice', { workloads: ['web', 'deployment/web'] }, 'web*'],
    ['all', { workloads: ['all'] }, 'api web db agent'],
    ['all, in order', { workloads: ['all'], order: ['sts/db', 'web api'] }, 'db | web api | agent'],
    ['by selector', { selector: 'tier=front', found: ['web', 'agent'] }, 'web agent'],
    ['by name and selector', { workloads: ['api'], selector: 'tier=front', found: ['web'] }, 'api* web'],
    [
      'by name and selector, the same',
      { workloads: ['web'], selector: 'tier=front', found: ['web'] },
      'web*',
    ],
    ['by order alone', { order: ['web', 'sts/db'] }, 'web* | db*'],
    ['in order, the rest last', { workloads: ['api', 'web', 'sts/db'], order: ['web'] }, 'web* | api* db*'],
    ['in order with commas', { order: ['web, api,sts/db'] }, 'web* api* db*'],
    ['K13: less than the order names', { workloads: ['web'], order: ['api', 'web', 'sts/db'] }, 'web*'],
    ['selector in order', { selector: 'tier=front', found: ['web', 'db'], order: ['sts/db'] }, 'db | web'],
  ])('%s', (_, asked, expected) => {
    expect(grouped(asked)).toBe(expected);
  });
});

describe('is refused', () => {
  test.each<[string, Asked, string]>([
    ['nothing', {}, 'Say which workloads are meant: `workloads` (names, or `all`) or `selector`.'],
    ['empty lines of order', { order: [' , '] }, 'Say which workloads are meant'],
    [
      'all and a name',
      { workloads: ['all', 'web'] },
      'Input `workloads` is `all`; leave other names and `selector` out, or leave `all` out.',
    ],
    ['all and a selector', { workloads: ['all'], selector: 'a=b' }, 'Input `workloads` is `all`'],
    ['a wrong name', { workloads: ['pod/web'] }, '"pod/web" cannot be rolled back here: name the Deployment'],
    [
      'a wrong name in order',
      { order: ['web pod/web'] },
      '"pod/web" cannot be rolled back here: name the Deployment',
    ],
    ['one twice in order', { order: ['web', 'deploy/web'] }, 'Input `order` names deployment/web twice.'],
    ['one twice in a line', { order: ['web web'] }, 'Input `order` names deployment/web twice.'],
    [
      'one that is not there',
      { workloads: ['gone', 'ds/gone'] },
      'There is no deployment/gone, daemonset/gone in the namespace shop; there are daemonset/agent, deployment/api, deployment/web, statefulset/db.',
    ],
    [
      'a selector that finds nothing',
      { selector: 'a=b' },
      'Nothing is selected in the namespace shop: no workload has the labels a=b;',
    ],
    [
      'an order that names what is nowhere',
      { workloads: ['web'], order: ['gone'] },
      'Input `order` names deployment/gone, which is not in the namespace shop.',
    ],
  ])('%s', (_, asked, message) => {
    expect(() => grouped(asked)).toThrow(ActionError);
    expect(() => grouped(asked)).toThrow(message);
  });

  test('an empty namespace', () => {
    expect(() => groupWorkloads(parse({ workloads: ['all'] }), [], three, new Set(), 'shop')).toThrow(
      'Nothing is selected in the namespace shop: it has no workloads;',
    );
    expect(() => groupWorkloads(parse({ workloads: ['web'] }), [], three, new Set(), 'shop')).toThrow(
      'there are none of that kind.',
    );
  });
});

test('only the kinds that may be meant are looked at', () => {
  expect(kindsOf(parse({ workloads: ['sts/db', 'web'] }), three)).toEqual(['Deployment', 'StatefulSet']);
  expect(kindsOf(parse({ order: ['ds/agent'] }), three)).toEqual(['DaemonSet']);
  expect(kindsOf(parse({ workloads: ['all'] }), three)).toEqual(three);
  expect(kindsOf(parse({ workloads: ['rollout/web'], selector: 'a=b' }), three)).toEqual([
    ...three,
    'Rollout',
  ]);
});

describe('Rollouts belong to all workloads, and to those of a selector, where the namespace has any', () => {
  const rollouts = (...names: string[]) =>
    json({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'RolloutList',
      metadata: { resourceVersion: '1' },
      items: names.map((name) => ({ metadata: { name } })),
    });
  const served = (...found: string[]) =>
    json({
      kind: 'APIResourceList',
      resources: found.map((kind) => ({ kind, name: kind.toLowerCase(), namespaced: true })),
    });
  const denied = () => refuse(403, 'Forbidden');
  const withRollouts = [...three, 'Rollout'];
  test.each<[string, Asked, Reply[], readonly string[]]>([
    ['all, with a Rollout', { workloads: ['all'] }, [rollouts('web')], withRollouts],
    ['a selector, with a Rollout', { selector: 'a=b' }, [rollouts('web', 'api')], withRollouts],
    ['all, with Argo Rollouts and none of its own', { workloads: ['all'] }, [rollouts()], three],
    ['all, without Argo Rollouts', { workloads: ['all'] }, [refuse(404, 'NotFound')], three],
    [
      'all, where no one may list them and the cluster has them: the right is then asked for',
      { workloads: ['all'] },
      [denied(), served('Rollout', 'AnalysisRun')],
      withRollouts,
    ],
    [
      'all, where no one may list them and Argo CD alone has the group',
      { workloads: ['all'] },
      [denied(), served('Application')],
      three,
    ],
    [
      'all, where no one may list them and the cluster has none',
      { workloads: ['all'] },
      [denied(), refuse(404, 'NotFound')],
      three,
    ],
    ['all, where no one may ask for APIs', { workloads: ['all'] }, [denied(), denied()], three],
    ['by name, where nothing is asked', { workloads: ['web'] }, [], ['Deployment']],
  ])('%s', async (_, asked, replies, expected) => {
    const server = await ScriptedServer.start(...replies);
    const client = new KubeClient(configFor(server.url), AbortSignal.timeout(5000));
    expect(await kindsIn(client, parse(asked), 'shop')).toEqual(expected);
    expect(server.requests.map(({ path }) => path.split('?')[0])).toEqual(
      ['/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts', '/apis/argoproj.io/v1alpha1'].slice(
        0,
        replies.length,
      ),
    );
    client.close();
    await server.close();
  });
});

test('a workload of another kind with the same name is another one', () => {
  const both = [
    workload('Deployment'),
    { ...workload('StatefulSet'), metadata: meta('web', { uid: 'other' }) },
  ];
  const groups = groupWorkloads(parse({ workloads: ['sts/web'] }), both, three, new Set(), 'shop');
  expect(groups.flat().map(({ workload }) => label(refOf(workload)))).toEqual(['statefulset/web']);
});

test('a label selector is read by the API server, for every kind', async () => {
  const list =
    (kind: string, ...names: string[]) =>
    (request: Got) =>
      request.path.endsWith(kind) && {
        apiVersion: 'apps/v1',
        kind: 'XList',
        metadata: { resourceVersion: '1' },
        items: names.map((name) => ({ metadata: meta(name) })),
      };
  const lists = [list('deployments', 'web'), list('statefulsets'), list('daemonsets', 'agent')];
  const reply = json((request: Got) => lists.map((make) => make(request)).find(Boolean));
  const server = await ScriptedServer.start(reply, reply, reply);
  const client = new KubeClient(configFor(server.url), AbortSignal.timeout(5000));
  expect(await selectByLabels(client, 'shop', 'tier in (front),!old', three)).toEqual(
    new Set(['uid-web', 'uid-agent']),
  );
  expect(server.requests.map(({ query }) => query.labelSelector)).toEqual(
    Array(3).fill('tier in (front),!old'),
  );
  client.close();
  await server.close();
});
