import { describe, expect, test } from '@jest/globals';
import type { Cluster } from './cluster.ts';
import { configMap, deployment } from './manifests.ts';

export function describeHttp(cluster: () => Cluster): void {
  describe('http', () => {
    test('who sends no token is unknown', async () => {
      const { status, body } = await cluster().send(
        'GET',
        '/api/v1/namespaces/default/pods',
        undefined,
        {},
        false,
      );
      // A cluster may know everybody without a token as anonymous, who may do nothing.
      expect([401, 403]).toContain(status);
      expect(body).toMatchObject({ kind: 'Status', status: 'Failure', code: status });
    });

    test('a wrong token is refused', async () => {
      const headers = { authorization: 'Bearer nobody' };
      const { status, body } = await cluster().send('GET', '/api/v1/namespaces', undefined, headers);
      expect(status).toBe(401);
      expect(body).toMatchObject({
        kind: 'Status',
        reason: 'Unauthorized',
        message: 'Unauthorized',
        code: 401,
      });
    });

    test.each([
      '/api/v1/namespaces/default/nothings',
      '/apis/apps/v2/deployments',
      '/apis/nothing/v1',
      '/nothing',
    ])('%s is not there', async (path) => expect((await cluster().get(path)).status).toBe(404));

    test.each([
      ['PUT', '/apis/apps/v1/namespaces/default/deployments'],
      ['POST', '/apis/apps/v1/namespaces/default/deployments/web'],
      ['DELETE', '/api/v1/namespaces'],
    ])('%s %s is not allowed', async (method, path) => {
      const { status, body } = await cluster().send(method, path, deployment());
      expect(status).toBe(405);
      expect(body).toMatchObject({ kind: 'Status', reason: 'MethodNotAllowed' });
    });

    test('what is not JSON is refused', async () => {
      await using namespace = await cluster().namespace();
      const { status, body } = await namespace.post('configmaps', '{"kind":');
      expect(status).toBe(400);
      expect(body).toMatchObject({ kind: 'Status', reason: 'BadRequest' });
    });

    test.each(['POST', 'PATCH'])('an unknown media type of a %s is refused', async (method) => {
      await using namespace = await cluster().namespace();
      await namespace.create('configmaps', configMap('web'));
      const path = method === 'POST' ? namespace.path('configmaps') : namespace.path('configmaps', 'web');
      const { status, body } = await cluster().send(method, path, '{}', { 'content-type': 'text/plain' });
      expect(status).toBe(415);
      expect(body).toMatchObject({ kind: 'Status', reason: 'UnsupportedMediaType' });
    });

    test('an object that is not there is named', async () => {
      await using namespace = await cluster().namespace();
      const { status, body } = await namespace.get('deployments', 'web');
      expect(status).toBe(404);
      expect(body).toEqual({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message: 'deployments.apps "web" not found',
        reason: 'NotFound',
        details: { name: 'web', group: 'apps', kind: 'deployments' },
        code: 404,
      });
    });

    test('only accepted media types are sent', async () => {
      const headers = { accept: 'text/html' };
      const { status } = await cluster().send('GET', '/api/v1/namespaces/default', undefined, headers);
      expect(status).toBe(406);
    });

    test('it says which version it is, and that it is ready', async () => {
      const { body } = await cluster().get('/version');
      expect(body).toMatchObject({ major: '1', gitVersion: expect.stringMatching(/^v1\.\d+\.\d+/) });
      expect(await cluster().get('/readyz')).toEqual({ status: 200, body: 'ok' });
    });

    test('it lists what it serves', async () => {
      const core = (await cluster().get('/api')).body;
      expect(core).toMatchObject({ kind: 'APIVersions', versions: ['v1'] });
      const groups = (await cluster().get('/apis')).body.groups.map(({ name }: { name: string }) => name);
      expect(groups).toEqual(
        expect.arrayContaining(['apps', 'authorization.k8s.io', 'autoscaling', 'coordination.k8s.io']),
      );
      const { resources } = (await cluster().get('/apis/apps/v1')).body;
      const scale = {
        name: 'deployments/scale',
        namespaced: true,
        kind: 'Scale',
        group: 'autoscaling',
        version: 'v1',
      };
      expect(resources).toContainEqual(expect.objectContaining(scale));
      const statefulSets = {
        name: 'statefulsets',
        kind: 'StatefulSet',
        shortNames: ['sts'],
        categories: ['all'],
      };
      expect(resources).toContainEqual(expect.objectContaining(statefulSets));
    });

    test('it says what one may do', async () => {
      const review = {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: {
          resourceAttributes: { verb: 'patch', group: 'apps', resource: 'deployments', namespace: 'default' },
        },
      };
      const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
      const { status, body } = await cluster().send('POST', path, review);
      expect(status).toBe(201);
      expect(body.status.allowed).toBe(true);
      expect((await cluster().send('POST', path, { ...review, spec: {} })).status).toBe(422);
    });
  });
}
