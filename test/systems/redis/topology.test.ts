import { expect, test } from '@jest/globals';
import { isMigrating, mastersOf } from '../../../src/systems/redis/topology.ts';

const asked = { host: '10.0.0.9', port: 6379 };
const NODES = [
  'aaa 10.0.0.1:6379@16379,one.cache.example myself,master - 0 0 1 connected 0-5460 [5461->-bbb]',
  'bbb 10.0.0.2:6379@16379,two.cache.example master - 0 0 2 connected 5461-10922 16000',
  'ccc 10.0.0.3:6379@16379 slave aaa 0 0 1 connected',
  'ddd 10.0.0.4:6379@16379 master - 0 0 3 connected',
  'eee 10.0.0.5:6379@16379 master,fail - 0 0 3 disconnected 10923-15999 16001-16383',
].join('\n');

test('masters with slots, by address, or by name where certificates are looked at', () => {
  expect(mastersOf(NODES, asked, false).map(({ name, slots }) => [name, slots])).toEqual([
    ['10.0.0.1:6379', 5461],
    ['10.0.0.2:6379', 5463],
    ['10.0.0.5:6379', 5460],
  ]);
  expect(mastersOf(NODES, asked, true)[1]?.name).toBe('two.cache.example:6379');
});

test('a node that does not know its own address is the one that was asked', () => {
  expect(mastersOf('aaa :6379@16379 myself,master - 0 0 0 connected 0-16383', asked, false)[0]?.name).toBe(
    '10.0.0.9:6379',
  );
});

test('another owner, or other slots, are another identity', () => {
  const before = mastersOf(NODES, asked, false)[1]?.identity;
  expect(mastersOf(NODES.replace(' 16000', ''), asked, false)[1]?.identity).not.toBe(before);
});

test('slots on their way show at the node itself', () => {
  expect(isMigrating(NODES)).toBe(true);
  expect(isMigrating(NODES.replace(' [5461->-bbb]', ''))).toBe(false);
});
