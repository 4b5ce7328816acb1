import { describe, expect, test } from '@jest/globals';
import { servicesOf } from '../../../src/rollback/init/services.ts';
import type { Container, HttpProbe, Workload } from '../../../src/systems/kubernetes/objects.ts';
import { workload } from '../../service/fixtures.ts';

function named(
  name: string,
  containers: Partial<Container>[] = [{}],
  { kind = 'Deployment', ...more }: { kind?: Workload['kind'] } & Partial<Workload['metadata']> = {},
): Workload {
  const all = containers.map((container) => ({ name: 'app', image: 'registry.example/app:1', ...container }));
  return workload(kind, { metadata: { name, ...more }, template: { spec: { containers: all } } });
}

const asks = (httpGet: HttpProbe, ports: Container['ports'] = []): Partial<Container> => ({
  readinessProbe: { httpGet },
  ports,
});

test('workloads of all kinds are services, sorted by name', () => {
  const { names, leftOut } = servicesOf([
    named('web'),
    named('queue', [{}], { kind: 'StatefulSet' }),
    named('agent', [{}], { kind: 'DaemonSet' }),
    named('api'),
  ]);
  expect(names).toEqual(['daemonset/agent', 'deployment/api', 'deployment/web', 'statefulset/queue']);
  expect(leftOut).toEqual([]);
});

test('a namespace without workloads has no services', () => {
  expect(servicesOf([])).toEqual({ names: [], leftOut: [], health: [], unasked: [] });
});

describe('a readiness probe', () => {
  test.each<[HttpProbe, string]>([
    [{ port: 8080, path: '/health' }, 'http://:8080/health'],
    [{ port: 8080 }, 'http://:8080/'],
    [{ port: 8080, path: 'health' }, 'http://:8080/health'],
    [{ port: 8443, path: '/', scheme: 'HTTPS' }, 'https://:8443/'],
    [{ port: 'web', path: '/ready' }, 'http://:9000/ready'],
    [{ port: '8080', path: '/ready' }, 'http://:8080/ready'],
  ])('%j is the health check %s', (probe, line) => {
    const { health, unasked } = servicesOf([
      named('api', [asks(probe, [{ containerPort: 1 }, { name: 'web', containerPort: 9000 }])]),
    ]);
    expect({ health, unasked }).toEqual({ health: [line], unasked: [] });
  });

  test.each<[string, HttpProbe, RegExp]>([
    ['of a port that nobody knows', { port: 'admin' }, /port that its container does not have/],
    ['of another host', { port: 80, host: 'shop.example' }, /another host/],
    ['with headers', { port: 80, httpHeaders: [{ name: 'Authorization', value: 'Bearer x' }] }, /headers/],
    ['with a query, which may hold a token', { port: 80, path: '/ready?token=x' }, /query/],
    ['of a path with blanks', { port: 80, path: '/a b' }, /path/],
    ['of a path over two lines', { port: 80, path: '/a\n/b' }, /path/],
    ['of a path that leaves the pod', { port: 80, path: '/../../secrets' }, /path/],
    ['of a port that there is not', { port: 0 }, /path|port/],
  ])('%s is none', (_, probe, why) => {
    const { health, unasked } = servicesOf([named('api', [asks(probe)])]);
    expect({ health, unasked }).toEqual({
      health: [],
      unasked: [{ name: 'deployment/api', reason: expect.stringMatching(why) }],
    });
    expect(JSON.stringify(unasked)).not.toContain('token=');
  });

  test('of all workloads alike is one line', () => {
    const probe = asks({ port: 8080, path: '/health' });
    expect(servicesOf([named('api', [probe]), named('web', [probe])]).health).toEqual([
      'http://:8080/health',
    ]);
  });

  test('of some is a line for each of them', () => {
    const probe = asks({ port: 8080, path: '/health' });
    const { health, unasked } = servicesOf([named('api', [probe]), named('web', [probe]), named('cron')]);
    expect(health).toEqual(['deployment/api: http://:8080/health', 'deployment/web: http://:8080/health']);
    expect(unasked).toEqual([{ name: 'deployment/cron', reason: 'no HTTP readiness probe' }]);
  });

  test('of each container is asked, the same one once', () => {
    const [one, other] = [asks({ port: 1 }), asks({ port: 2 })];
    expect(servicesOf([named('api', [one, {}, other, one])]).health).toEqual(['http://:1/', 'http://:2/']);
  });
});

describe('left out is', () => {
  test.each([
    'postgres:16',
    'docker.io/library/redis',
    'registry:5000/bitnami/mongodb@sha256:0',
    'valkey/valkey:8-alpine',
  ])('what holds data: %s', (image) => {
    const { names, leftOut } = servicesOf([named('db', [{ image }], { kind: 'StatefulSet' }), named('api')]);
    expect(names).toEqual(['deployment/api']);
    expect(leftOut).toEqual([{ name: 'statefulset/db', reason: expect.stringMatching(/^holds data/) }]);
  });

  test('what somebody else owns', () => {
    const owner = { apiVersion: 'x/v1', kind: 'Kafka', name: 'bus', uid: 'u', controller: true };
    const { names, leftOut } = servicesOf([named('bus', [{}], { ownerReferences: [owner] })]);
    expect(names).toEqual([]);
    expect(leftOut).toEqual([
      { name: 'deployment/bus', reason: 'belongs to Kafka bus, which would put it back' },
    ]);
  });

  test.each(['registry.example/postgres-exporter:1', 'registry.example/redis-ui', 'shop/orders:postgres'])(
    'not what is only called like that: %s',
    (image) => {
      expect(servicesOf([named('api', [{ image }])]).names).toEqual(['deployment/api']);
    },
  );

  test('not what has a store beside it in its pod, nor one without an image yet', () => {
    const beside = [{}, { name: 'redis', image: 'redis:7' }];
    const without = { image: undefined } as unknown as Container;
    expect(servicesOf([named('api', beside), named('web', [without])]).names).toHaveLength(2);
  });
});
