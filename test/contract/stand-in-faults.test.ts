import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type StandIn, startStandIn } from '../support/kubernetes/stand-in.ts';
import { type Any, Cluster, type Namespace, STRATEGIC, until } from './cluster.ts';
import { configMap, deployment, image, pod, template } from './manifests.ts';

/** What the stand-in can do that a real cluster does not do on demand. */
describe('the stand-in, told to', () => {
  let standIn: StandIn;
  let cluster: Cluster;
  let namespace: Namespace;
  beforeEach(async () => {
    standIn = await startStandIn({ readyMs: 10 });
    cluster = new Cluster(standIn.kubeconfig);
    namespace = await cluster.namespace();
  });
  afterEach(async () => {
    cluster.close();
    await standIn.stop();
  });

  test('answer what a fault says, as often as it says', async () => {
    const body = { kind: 'Status', code: 429 };
    const match = (method: string, path: string) => method === 'GET' && path.includes('/configmaps?limit=1');
    standIn.faults.push({ match, times: 2, respond: { status: 429, headers: { 'retry-after': '1' }, body } });
    const path = namespace.path('configmaps', '', 'limit=1');
    expect(await cluster.get(namespace.path('configmaps'))).toMatchObject({ status: 200 });
    const response = await cluster.open('GET', path);
    expect(response.headers['retry-after']).toBe('1');
    response.resume();
    expect(await cluster.get(path)).toEqual({ status: 429, body });
    expect((await cluster.get(path)).status).toBe(200);
  });

  test('break a connection', async () => {
    standIn.faults.push({ match: () => true, times: 1, respond: 'reset' });
    await expect(cluster.get('/version')).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect((await cluster.get('/version')).status).toBe(200);
    expect(standIn.requests.slice(-2)).toMatchObject([
      { method: 'GET', path: '/version', status: 0 },
      { method: 'GET', path: '/version', status: 200 },
    ]);
  });

  test('never answer', async () => {
    standIn.faults.push({ match: (_method, path) => path === '/version', times: 1, respond: 'hang' });
    const never = cluster.get('/version').catch((error: Error) => error.message);
    expect((await cluster.get('/readyz')).body).toBe('ok');
    await standIn.stop();
    expect(await never).toMatch(/socket hang up|ECONNRESET/);
  });

  test('go away for a while with its data', async () => {
    await namespace.create('configmaps', configMap('web'));
    const watch = await cluster.watch(namespace.path('configmaps'));
    await watch.next();
    const back = standIn.restart({ downMs: 200 });
    await until('nobody listens', () =>
      cluster.get('/version').then(
        () => false,
        (error: Any) => error.code === 'ECONNREFUSED',
      ),
    );
    await back;
    expect((await namespace.read('configmaps', 'web')).data).toEqual({ key: 'value' });
  });

  test('forget its history', async () => {
    for (const name of ['a', 'b', 'c']) await namespace.create('configmaps', configMap(name));
    const { metadata } = (await cluster.get(namespace.path('configmaps', '', 'limit=1'))).body;
    await namespace.create('configmaps', configMap('d'));
    standIn.compact();
    const query = `limit=1&continue=${encodeURIComponent(metadata.continue)}`;
    const expired = await cluster.get(namespace.path('configmaps', '', query));
    expect(expired).toMatchObject({ status: 410, body: { reason: 'Expired', code: 410 } });
    const inconsistent = `continue=${encodeURIComponent(expired.body.metadata.continue)}`;
    const names = (await namespace.list('configmaps', inconsistent)).map((each) => each.metadata.name);
    expect(names).toEqual(['b', 'c', 'd', 'kube-root-ca.crt']);
    const watch = await cluster.watch(
      namespace.path('configmaps', '', `resourceVersion=${metadata.resourceVersion}`),
    );
    const event = await watch.next();
    expect(event).toMatchObject({ type: 'ERROR', object: { kind: 'Status', code: 410, reason: 'Expired' } });
    expect(event.object.message).toMatch(/^too old resource version: \d+ \(\d+\)$/);
    expect(await watch.next()).toBeUndefined();
  });

  test('end all watches', async () => {
    const watch = await cluster.watch(namespace.path('configmaps', '', 'resourceVersion=100000'));
    standIn.closeWatches();
    expect(await watch.next()).toBeUndefined();
  });

  test('allow what rules grant and nothing else', async () => {
    standIn.setRules([
      {
        verbs: ['get', 'list'],
        apiGroups: ['apps'],
        resources: ['deployments'],
        namespaces: [namespace.name],
      },
      { verbs: ['get'], apiGroups: [''], resources: ['pods/log'], resourceNames: ['web'] },
    ]);
    expect((await cluster.get(namespace.path('deployments'))).status).toBe(200);
    const messages = await Promise.all(
      [
        namespace.patch('deployments', 'web', {}),
        cluster.get(namespace.path('pods')),
        cluster.get('/apis/apps/v1/deployments'),
        cluster.get(namespace.path('pods', 'other/log')),
      ].map(async (answer) => {
        const { status, body } = await answer;
        expect(status).toBe(403);
        return body.message;
      }),
    );
    const here = `in the namespace "${namespace.name}"`;
    expect(messages).toEqual([
      `deployments.apps "web" is forbidden: User "runner" cannot patch resource "deployments" in API group "apps" ${here}`,
      `pods is forbidden: User "runner" cannot list resource "pods" in API group "" ${here}`,
      'deployments.apps is forbidden: User "runner" cannot list resource "deployments" in API group "apps" at the cluster scope',
      `pods "other" is forbidden: User "runner" cannot get resource "pods/log" in API group "" ${here}`,
    ]);
    const may = async (resourceAttributes: object) => {
      const review = {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes },
      };
      return (await cluster.send('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', review))
        .body.status.allowed;
    };
    const list = { verb: 'list', group: 'apps', resource: 'deployments', namespace: namespace.name };
    expect([
      await may(list),
      await may({ ...list, verb: 'patch' }),
      await may({ ...list, namespace: 'x' }),
    ]).toEqual([true, false, false]);
  });

  test('refuse pods as a webhook does', async () => {
    standIn.setDenyPod(() => 'not on a Friday');
    await namespace.create('deployments', deployment());
    const [event] = await until('an event', async () => {
      const events = await namespace.list('events', 'fieldSelector=reason%3DFailedCreate');
      return events.length > 0 && events;
    });
    expect(event.message).toBe(
      'Error creating: admission webhook "deny.test" denied the request: not on a Friday',
    );
    standIn.setDenyPod(undefined);
    await namespace.reaches('deployments', 'web', ({ status }) => status.availableReplicas === 1);
  });

  test('keep fields that it does not know', async () => {
    const containers = [
      { name: 'app', image: 'registry.test/app:1.0', futureProbe: { quantum: { port: 1 } } },
    ];
    await namespace.create('deployments', deployment({ template: template('', { containers }) }));
    await namespace.reaches('deployments', 'web', ({ status }) => status.availableReplicas === 1);
    await namespace.patch('deployments', 'web', image('registry.test/app:2.0'), STRATEGIC);
    for (const object of [
      ...(await namespace.list('replicasets')),
      await namespace.read('deployments', 'web'),
    ]) {
      expect(object.spec.template.spec.containers[0].futureProbe).toEqual({ quantum: { port: 1 } });
    }
  });

  test('say what runs in its pods', async () => {
    await namespace.create('pods', pod());
    await namespace.reaches('pods', 'web', ({ status }) => status.phase === 'Running');
    standIn.pods.log = (of, container, previous) => `${of.metadata.name} ${container} ${previous}\nlast`;
    standIn.pods.proxy = (of, port, path, scheme) => ({
      status: 201,
      body: `${scheme} ${of.metadata.name} ${port} ${path}`,
    });
    expect((await cluster.get(namespace.path('pods', 'web/log', 'tailLines=2'))).body).toBe(
      'web app false\nlast',
    );
    const proxied = await cluster.get(`${namespace.path('pods', 'https:web:8443')}/proxy/a/b?c=d`);
    expect(proxied).toEqual({ status: 201, body: 'https web 8443 /a/b?c=d' });
  });

  test.each(['labelSelectors=app', 'sort=name'])('refuse the unknown parameter %s', async (query) => {
    expect((await cluster.get(namespace.path('pods', '', query))).status).toBe(400);
  });

  test('leave nothing open', async () => {
    const watch = await cluster.watch(namespace.path('configmaps', '', 'resourceVersion=100000'));
    await standIn.stop();
    await expect(watch.next()).rejects.toThrow('aborted');
    await expect(cluster.get('/version')).rejects.toThrow('ECONNREFUSED');
  });
});
