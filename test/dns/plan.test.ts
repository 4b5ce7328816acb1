import { describe, expect, test } from '@jest/globals';
import type { Owner } from '../../src/dns/owner.ts';
import { planSwitch } from '../../src/dns/plan.ts';
import { requestOf } from '../../src/dns/request.ts';
import type { RecordSet } from '../../src/systems/dns/provider.ts';
import { normalValue, type Type } from '../../src/systems/dns/values.ts';

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
const held = (more: Partial<RecordSet> = {}): RecordSet => ({
  type: 'A',
  ttl: 60,
  ttlRemaining: 60,
  values: ['192.0.2.1'],
  publiclyResolvable: true,
  raw: undefined,
  ...more,
});
const provider = {
  readValue: (type: Type, text: string) => normalValue(type, text),
  refusesTtl: () => undefined,
  changedBeside: (): string | undefined => undefined,
};
const OWNER: Owner = { isAtWork: true, name: 'external-dns (owner "x")' };

test('values are told once, and the TTL stays', () => {
  expect(planSwitch(request, [held()], undefined, provider)).toMatchObject({
    action: 'switch',
    wanted: { ttl: 60, values: ['192.0.2.7', '192.0.2.8'] },
  });
});

test('what is there already, in any order, is a no-op', () => {
  const there = held({ values: ['192.0.2.8', '192.0.2.7'] });
  expect(planSwitch(request, [there], undefined, provider).action).toBe('no-op');
});

test.each([
  [[], undefined, /there is no A record of www\.example\.com to switch \(there is nothing\)/],
  [[held({ type: 'TXT' })], undefined, /there is TXT/],
  [[held({ type: 'CNAME' })], undefined, /has a CNAME record, and cannot have another beside it/],
  [
    [held({ type: 'CNAME', locked: 'it is of a policy' })],
    undefined,
    /has a CNAME record, which cannot be changed by itself: it is of a policy$/,
  ],
  [
    [held({ type: 'TXT' }), held({ wildcard: '*.example.com' })],
    undefined,
    /\*\.example\.com answers for it/,
  ],
  [[held()], OWNER, /belongs to external-dns/],
  [[held({ identifier: 'a' }), held({ identifier: 'b' })], undefined, /`set-identifier` which: a, b/],
] as [RecordSet[], Owner | undefined, RegExp][])('refuses %#', (all, owner, reason) => {
  expect(planSwitch(request, all, owner, provider)).toMatchObject({
    action: 'refuse',
    reason: expect.stringMatching(reason),
  });
});

test('what belongs to external-dns is switched where that is said', () => {
  const said = { ...request, externalDns: 'ignore' as const };
  expect(planSwitch(said, [held()], OWNER, provider).action).toBe('switch');
});

test.each([
  [[held({ type: 'TXT' }), held({ type: 'MX' })], 'there is TXT, MX'],
  [[held({ identifier: 'a' })], 'by a routing policy; say with `set-identifier` which: a'],
  [[held(), held({ identifier: 'b' })], 'by a routing policy'],
  [[held({ type: 'TXT' }), held({ type: 'CNAME', locked: 'a policy' })], 'itself: a policy'],
] as [RecordSet[], string][])('refuses what is not clear: %#', (all, words) => {
  expect(planSwitch(request, all, undefined, provider)).toMatchObject({
    action: 'refuse',
    reason: expect.stringContaining(words),
  });
});

test('an address beside a CNAME of another policy is switched', () => {
  const all = [held(), held({ type: 'CNAME' })];
  expect(planSwitch(request, all, undefined, provider)).toMatchObject({ action: 'switch', held: all[0] });
});

test('one of several is meant by its set identifier', () => {
  const all = [held({ identifier: 'a' }), held({ identifier: 'b', values: ['192.0.2.9'] })];
  const plan = (identifier: string) => planSwitch({ ...request, identifier }, all, undefined, provider);
  expect(plan('b')).toMatchObject({ action: 'switch', held: all[1] });
  expect(plan('c')).toEqual({
    action: 'refuse',
    reason: 'www.example.com has no A record with the set identifier "c"',
  });
});

test('a TTL alone is a change, and refused where the provider cannot have it', () => {
  const there = held({ values: ['192.0.2.7', '192.0.2.8'] });
  const plan = (ttl: number | undefined, why?: string) =>
    planSwitch({ ...request, ttl }, [there], undefined, { ...provider, refusesTtl: () => why });
  expect(plan(61)).toMatchObject({ action: 'switch', wanted: { ttl: 61 } });
  expect(plan(61, 'it is an alias')).toEqual({ action: 'refuse', reason: 'it is an alias' });
  const elsewhere = planSwitch(request, [held()], undefined, { ...provider, refusesTtl: () => 'an alias' });
  expect(elsewhere.action).toBe('switch');
});

describe('undo', () => {
  const now = { ttl: 60, values: ['192.0.2.1'] };
  const previous = { ttl: 300, values: ['192.0.2.4', '192.0.2.5'], now };
  const undo = { ...request, texts: [], previous } as unknown as typeof request;
  const plan = (there: RecordSet) => planSwitch(undo, [there], undefined, provider);

  test('goes back to what was there before the switch', () => {
    expect(plan(held(now))).toMatchObject({ action: 'switch', wanted: previous });
  });

  test('has nothing to do where that is there', () => {
    expect(plan(held({ ttl: 300, values: ['192.0.2.5', '192.0.2.4'] })).action).toBe('no-op');
  });

  test('refuses where somebody changed it since, and says all three', () => {
    expect(plan(held({ values: ['192.0.2.9'] }))).toEqual({
      action: 'refuse',
      reason:
        'the A record of www.example.com is 192.0.2.9 (TTL 60), and neither what the switch made (192.0.2.1 (TTL 60)) nor what it was before (192.0.2.4, 192.0.2.5 (TTL 300)): it was changed since; switch it to what it should be',
    });
    expect(plan(held({ ...now, ttl: 61 })).action).toBe('refuse');
  });

  test('refuses where something beside the values was changed since, which it would take back', () => {
    const changedBeside = () => 'Weight is 50 and was 10';
    expect(planSwitch(undo, [held(now)], undefined, { ...provider, changedBeside })).toEqual({
      action: 'refuse',
      reason:
        'the A record of www.example.com has changed since the switch (Weight is 50 and was 10), which undo would take back; switch its values instead',
    });
  });
});

test('what somebody keeps who is not at work all the time is switched, and what the provider locks is not', () => {
  const owner = { isAtWork: false, name: 'Terraform' };
  expect(planSwitch(request, [held()], owner, provider).action).toBe('switch');
  expect(
    planSwitch(request, [held({ locked: 'it is of a policy; change that' })], undefined, provider),
  ).toEqual({
    action: 'refuse',
    reason: 'the A record of www.example.com cannot be changed by itself: it is of a policy; change that',
  });
});

describe('a name for which a wildcard answers', () => {
  const wildcard = held({ wildcard: '*.example.com' });

  test.each([
    [[wildcard], ', or switch *.example.com'],
    [[held({ wildcard: '*.example.com', type: 'TXT' })], ''],
  ] as [RecordSet[], string][])('is not switched: %#', (all, instead) => {
    expect(planSwitch(request, all, undefined, provider)).toEqual({
      action: 'refuse',
      reason: `there is no A record of www.example.com; *.example.com answers for it. Make the record first${instead}`,
    });
  });
});

test('what is refused is told with what to do instead', () => {
  const reason = (all: RecordSet[], owner?: Owner) => {
    const plan = planSwitch(request, all, owner, provider);
    return plan.action === 'refuse' ? plan.reason : undefined;
  };
  expect(reason([])).toBe(
    'there is no A record of www.example.com to switch (there is nothing); check `name` and `type`, or make it first',
  );
  expect(reason([held({ type: 'TXT' }), held({ type: 'TXT' })])).toContain('(there is TXT)');
  expect(reason([held({ type: 'CNAME' })])).toBe(
    'www.example.com has a CNAME record, and cannot have another beside it; say `type: CNAME` and the name of a host',
  );
  expect(reason([held()], OWNER)).toBe(
    'www.example.com belongs to external-dns (owner "x"), which would take it back within a minute; change it in the cluster, or say `external-dns: ignore`',
  );
});

test('a TTL that is not given is what is there, and is never refused', () => {
  const kept = planSwitch({ ...request, ttl: undefined }, [held({ ttl: 7 })], undefined, {
    ...provider,
    refusesTtl: () => 'an alias',
  });
  expect(kept).toMatchObject({ action: 'switch', wanted: { ttl: 7 } });
});

test('a value is read beside the record that is there', () => {
  const seen: (RecordSet | undefined)[] = [];
  const there = held();
  planSwitch(request, [there], undefined, {
    ...provider,
    readValue: (type, text, record) => {
      seen.push(record);
      return normalValue(type, text);
    },
  });
  expect(seen.every((record) => record === there) && seen.length > 0).toBe(true);
});
