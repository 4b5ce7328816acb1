import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { type Any, type Cluster, until } from './cluster.ts';
import { exec } from './exec.ts';
import { container, pod } from './manifests.ts';

/** A registry fails as a whole. */
const imageOf = (tag: string) =>
  tag === 'flaky-registry' ? `registry.test/${tag}:1.0` : `registry.test/app:${tag}`;

const readiness = ({ status }: Any) => status.conditions?.find(({ type }: Any) => type === 'Ready')?.status;

const failures: [tag: string, reason: string, message: RegExp][] = [
  [
    'bad-image',
    'ErrImagePull',
    /^rpc error: code = NotFound desc = failed to pull and unpack image ".*": .*not found$/,
  ],
  [
    'bad-image',
    'ImagePullBackOff',
    /^Back-off pulling image "registry.test\/app:bad-image": ErrImagePull: .*not found$/,
  ],
  ['flaky-registry', 'ErrImagePull', /^failed to pull and unpack image .*: failed to do request: /],
  ['crash-loop', 'CrashLoopBackOff', /^back-off 10s restarting failed container=app pod=web_/],
  ['bad-config', 'CreateContainerConfigError', /^configmap "missing" not found$/],
  ['run-error', 'RunContainerError', /^failed to create containerd task/],
];

export function describePods(cluster: () => Cluster, podPort: () => number | undefined): void {
  describe('pods', () => {
    test('one runs on a node and gets ready', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('pods', pod());
      const { spec, status } = await namespace.reaches(
        'pods',
        'web',
        (object) => readiness(object) === 'True',
      );
      expect(spec.nodeName).toEqual(expect.any(String));
      expect(status).toMatchObject({
        phase: 'Running',
        podIP: expect.any(String),
        startTime: expect.any(String),
      });
      expect(status.containerStatuses).toEqual([
        expect.objectContaining({
          name: 'app',
          image: 'registry.test/app:1.0',
          imageID: expect.stringMatching(/^registry\.test\/app@sha256:[0-9a-f]{64}$/),
          ready: true,
          started: true,
          restartCount: 0,
          state: { running: { startedAt: expect.any(String) } },
        }),
      ]);
    });

    test.each(failures)('%s waits with %s', async (tag, reason, message) => {
      await using namespace = await cluster().namespace();
      const containers = [container(imageOf(tag))];
      // Watched, because some of these states are short.
      const version = (await cluster().get(namespace.path('pods'))).body.metadata.resourceVersion;
      const watch = await cluster().watch(namespace.path('pods', '', `resourceVersion=${version}`));
      await namespace.create('pods', pod({}, { containers }));
      for (;;) {
        const { object } = await watch.next();
        const waiting = object.status.containerStatuses?.[0].state.waiting;
        if (waiting?.reason !== reason) continue;
        expect(waiting.message).toMatch(message);
        expect(readiness(object)).toBe('False');
        break;
      }
      watch.stop();
    });

    test('a crash is remembered', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('pods', pod({}, { containers: [container(imageOf('crash-loop'))] }));
      const { status } = await namespace.reaches(
        'pods',
        'web',
        (object) => object.status.containerStatuses?.[0].restartCount > 0,
      );
      expect(status.phase).toBe('Running');
      expect(status.containerStatuses[0].lastState.terminated).toMatchObject({
        exitCode: 1,
        reason: 'Error',
      });
    });

    test('a passing registry error passes', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('pods', pod({}, { containers: [container(imageOf('flaky-registry'))] }));
      await namespace.reaches('pods', 'web', (object) => readiness(object) === 'True');
    });

    test('one that is not ready runs all the same', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('pods', pod({}, { containers: [container(imageOf('not-ready'))] }));
      const object = await namespace.reaches('pods', 'web', ({ status }) => status.phase === 'Running');
      expect(readiness(object)).toBe('False');
    });

    test('one that fits no node stays pending', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('pods', pod({}, { nodeSelector: { 'test/nowhere': 'true' } }));
      const { status, spec } = await namespace.reaches('pods', 'web', (object) => object.status.conditions);
      expect(status.phase).toBe('Pending');
      expect(spec).not.toHaveProperty('nodeName');
      expect(status.conditions).toContainEqual(
        expect.objectContaining({
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message: expect.stringMatching(
            /^0\/\d+ nodes are available: \d+ node\(s\) didn't match Pod's node affinity\/selector\./,
          ),
        }),
      );
    });

    test('only its image may change', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('pods', pod());
      const { status, body } = await namespace.patch('pods', 'web', { spec: { hostname: 'other' } });
      expect(status).toBe(422);
      expect(body.reason).toBe('Invalid');
    });

    test('its log, from the end', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('pods', pod({}, { containers: [container(imageOf('crash-loop'))] }));
      await namespace.reaches('pods', 'web', ({ status }) => status.containerStatuses?.[0].restartCount > 0);
      for (const query of ['tailLines=1', 'tailLines=1&previous=true&container=app']) {
        const { status, body } = await cluster().get(namespace.path('pods', 'web/log', query));
        expect({ status, body }).toEqual({ status: 200, body: 'boom: cannot reach database\n' });
      }
      const stamped = await cluster().get(
        namespace.path('pods', 'web/log', 'tailLines=1&previous=true&timestamps=true'),
      );
      expect(stamped.body).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z boom: cannot reach database\n$/);
      expect((await cluster().get(namespace.path('pods', 'web/log', 'container=other'))).status).toBe(400);
    });

    test('a container of several must be named', async () => {
      await using namespace = await cluster().namespace();
      const containers = ['a', 'b'].map((name) => ({ name, image: 'registry.test/app:1.0' }));
      await namespace.create('pods', pod({}, { containers }));
      const { status, body } = await cluster().get(namespace.path('pods', 'web/log'));
      expect(status).toBe(400);
      expect(body.message).toBe('a container name must be specified for pod web, choose one of: [a b]');
    });

    test('it runs commands', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('pods', pod());
      await namespace.reaches('pods', 'web', (object) => readiness(object) === 'True');
      const run = (...argv: string[]) => exec(namespace, 'web', argv);
      expect(await run('sh', '-c', 'echo out; echo err >&2')).toMatchObject({
        stdout: 'out\n',
        stderr: 'err\n',
        status: { status: 'Success' },
      });
      expect((await run('sh', '-c', 'exit 3')).status).toMatchObject({
        status: 'Failure',
        reason: 'NonZeroExitCode',
        details: { causes: [{ reason: 'ExitCode', message: '3' }] },
      });
      await expect(exec(namespace, 'none', ['ls'])).rejects.toThrow('404');
    });

    test('a program that it lacks has no exit code', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('pods', pod());
      await namespace.reaches('pods', 'web', (object) => readiness(object) === 'True');
      const { status } = await exec(namespace, 'web', ['no-such-program']);
      expect(status).toMatchObject({ status: 'Failure', reason: 'InternalError' });
      expect(status.message).toMatch(/"no-such-program": executable file not found in \$PATH/);
    });

    test('its HTTP server is reached through the API server', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('pods', pod({}, { containers: [{ ...container(imageOf('unready')) }] }));
      await namespace.reaches('pods', 'web', (object) => readiness(object) === 'True');
      await using server = await startServer();
      const proxied = (path: string, name = `web:${podPort() ?? server.port}`) =>
        cluster().get(`${namespace.path('pods', name)}/proxy${path}`);
      expect((await proxied('/health?a=b')).status).toBe(200);
      expect(server.urls).toEqual(podPort() === undefined ? ['/health?a=b'] : []);
      expect((await proxied('/ready')).status).toBe(503);
      expect((await proxied('/health', 'none:80')).status).toBe(404);
      await server.close();
      const { status, body } = await proxied('/health', `web:${server.port}`);
      expect(status).toBe(503);
      expect(body.message ?? body).toMatch(/error trying to reach service: .*connection refused/);
    });

    test('it is said when it goes, and when it is gone', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('pods', pod({ annotations: { 'test/terminate-after': '1s' } }));
      await namespace.reaches('pods', 'web', ({ spec }) => spec.nodeName);
      const { status, body } = await namespace.delete('pods', 'web');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        kind: 'Pod',
        metadata: { deletionGracePeriodSeconds: 30, deletionTimestamp: expect.any(String) },
      });
      expect((await namespace.get('pods', 'web')).status).toBe(200);
      await until('it is gone', async () => (await namespace.get('pods', 'web')).status === 404);
    });

    test('one that is deleted stays ready until its end, which is told before it is gone', async () => {
      await using namespace = await cluster().namespace();
      const containers = [container(imageOf('drains'))];
      await namespace.create('pods', pod({ annotations: { 'test/terminate-after': '1s' } }, { containers }));
      await namespace.reaches('pods', 'web', (object) => readiness(object) === 'True');
      const { resourceVersion } = (await cluster().get(namespace.path('pods'))).body.metadata;
      const watch = await cluster().watch(namespace.path('pods', '', `resourceVersion=${resourceVersion}`));
      await namespace.delete('pods', 'web');
      const seen: string[] = [];
      for (let type = ''; type !== 'DELETED'; ) {
        const event = await watch.next();
        type = event.type;
        const { metadata, status } = event.object;
        if (metadata.deletionTimestamp) seen.push(`${status.phase}, ready ${readiness(event.object)}`);
      }
      watch.stop();
      expect(seen[0]).toBe('Running, ready True');
      expect(seen.at(-1)).toBe('Succeeded, ready False');
    });

    test('without grace it is gone at once', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('pods', pod({ annotations: { 'test/terminate-after': '30s' } }));
      await namespace.reaches('pods', 'web', ({ spec }) => spec.nodeName);
      await namespace.delete('pods', 'web', { gracePeriodSeconds: 0 });
      expect((await namespace.get('pods', 'web')).status).toBe(404);
    });
  });
}

/** A server on this machine whose health is good and which is not ready. */
async function startServer() {
  const urls: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    urls.push(url);
    response.writeHead(url.startsWith('/health') ? 200 : 503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections());
  return { port, urls, close, [Symbol.asyncDispose]: close };
}
