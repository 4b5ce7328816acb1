import { expect, test } from '@jest/globals';
import { subjectOf } from '../../src/cache/component.ts';
import { parseAddress } from '../../src/systems/redis/address.ts';

test.each([
  ['redis://ops:hidden@redis.shop.svc', undefined, 'cache/redis.shop.svc'],
  ['rediss://:hidden@cache:6380/2', undefined, 'cache/cache:6380'],
  ['redis://:hidden@a:6379,b:7001', undefined, 'cache/a'],
  ['redis+sentinel://:hidden@a,b/shop/1?sentinel-password=hidden', undefined, 'cache/shop'],
  ['redis://127.0.0.1:6379', undefined, 'cache/127.0.0.1'],
  ['redis://127.0.0.1:6379', 'statefulset/sessions', 'cache/sessions'],
  ['redis://localhost:7000', 'sessions', 'cache/sessions:7000'],
  ['redis://redis.shop.svc', 'deployment/api', 'cache/redis.shop.svc'],
])('%s via %s', (url, via, component) => {
  const address = parseAddress(url, { ca: undefined, insecure: false, mask: () => {} });
  const reached =
    via === undefined ? undefined : { pod: via, cluster: 'k8s.example:6443', namespace: 'shop' };
  expect(subjectOf(address, reached).component).toBe(component);
});

test('R15: caches of one name are told apart by their address, and by where their pod is', () => {
  const where = (url: string, namespace?: string) =>
    subjectOf(
      parseAddress(url, { ca: undefined, insecure: false, mask: () => {} }),
      namespace === undefined ? undefined : { pod: 'redis', cluster: 'k8s.example:6443', namespace },
    ).where;
  expect(where('redis+sentinel://a,b/shop')).toEqual({ address: 'a:26379,b:26379/0' });
  expect(where('redis+sentinel://c/shop')).not.toEqual(where('redis+sentinel://a,b/shop'));
  expect(where('redis://127.0.0.1', 'blue')).not.toEqual(where('redis://127.0.0.1', 'green'));
  expect(where('redis://:hidden@a/1')).toEqual({ address: 'a:6379/1' });
});
