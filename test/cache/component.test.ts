import { expect, test } from '@jest/globals';
import { componentOf } from '../../src/cache/component.ts';
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
  expect(componentOf(parseAddress(url, { ca: undefined, insecure: false, mask: () => {} }), via)).toBe(
    component,
  );
});
