import { expect, test } from '@jest/globals';
import { isOnInternet } from '../../src/systems/internet.ts';

test.each([
  ['203.0.113.7', true],
  ['172.32.0.1', true],
  ['[2001:db8::1]', true],
  ['10.96.0.10', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['100.100.0.1', false],
  ['[fd00::1]', false],
  ['[::ffff:10.0.0.1]', false],
  ['localhost', false],
  ['nowhere.invalid', false],
])('whether %s is on the internet: %s', async (host, is) => {
  expect(await isOnInternet(host)).toBe(is);
});
