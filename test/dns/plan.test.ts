import { expect, test } from '@jest/globals';
import { ownerIn, registryNames } from '../../src/dns/owner.ts';
import { planSwitch } from '../../src/dns/plan.ts';
import { requestOf } from '../../src/dns/request.ts';
import type { Held } from '../../src/systems/dns/provider.ts';
import { normalValue } from '../../src/systems/dns/values.ts';

const request = requestOf({
  provider: 'rfc2136',
  zone: 'example.com',
  name: 'WWW.example.com.',
  type: 'A',
  value: ['192.0.2.7, 192.0.2.7', '192.0.2.8'],
  phase: 'switch',
  verify: 'none',
  verifyServers: [],
  externalDns: 'refuse',
});
const held = (more: Partial<Held> = {}): Held => ({
  type: 'A',
  ttl: 60,
  lag: 60,
  values: ['192.0.2.1'],
  answered: true,
  raw: undefined,
  ...more,
});
const provider = { readValue: normalValue, refusesTtl: () => undefined };

test('values are told once, and the TTL stays', () => {
  expect(planSwitch(request, [held()], undefined, provider)).toMatchObject({
    does: 'switch',
    wanted: { ttl: 60, values: ['192.0.2.7', '192.0.2.8'] },
  });
});

test('what is there already, in any order, is a no-op', () => {
  const there = held({ values: ['192.0.2.8', '192.0.2.7'] });
  expect(planSwitch(request, [there], undefined, provider).does).toBe('no-op');
});

test.each([
  [[], undefined, /there is no A record of www\.example\.com to switch \(there is nothing\)/],
  [[held({ type: 'TXT' })], undefined, /there is TXT/],
  [[held({ type: 'CNAME' })], undefined, /has a CNAME record/],
  [[held()], 'owner "x"', /belongs to external-dns/],
  [[held({ identifier: 'a' }), held({ identifier: 'b' })], undefined, /`set-identifier` which: a, b/],
] as [Held[], string | undefined, RegExp][])('refuses %#', (all, owner, reason) => {
  expect(planSwitch(request, all, owner, provider)).toMatchObject({
    does: 'refuse',
    reason: expect.stringMatching(reason),
  });
});

test('the registry of external-dns is looked for inside the zone', () => {
  expect(registryNames('www.example.com', 'example.com')).toContain('a-www.example.com');
  expect(registryNames('example.com', 'example.com')).toEqual(['example.com']);
  const text = '"heritage=external-dns,external-dns/owner=prod,external-dns/resource=service/a/b"';
  expect(ownerIn([held(), held({ type: 'TXT', values: [text] })])).toBe('owner "prod", service/a/b');
  expect(ownerIn([held({ type: 'TXT', values: ['"heritage of others"'] })])).toBeUndefined();
});
