import { expect, test } from '@jest/globals';
import { normalName, normalValue, sameValues, type Type, textOf } from '../../../src/systems/dns/values.ts';
import { recordOf, valueIn } from '../../../src/systems/dns/wire.ts';

test.each([
  ['Shop.Example.COM.', 'shop.example.com'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['*.example.com', '*.example.com'],
  ['_sip._tcp.example.com', '_sip._tcp.example.com'],
  ['a.*.example.com', undefined],
  ['-a.example.com', undefined],
  ['a..example.com', undefined],
  ['a b.example.com', undefined],
  [`${'a'.repeat(64)}.example.com`, undefined],
  [`${'a.'.repeat(127)}example`, undefined],
])('the name %s is %s', (text, expected) => {
  expect(normalName(text)).toBe(expected);
});

const LONG = 'x'.repeat(300);
test.each([
  ['A', '192.0.2.010', '192.0.2.10'],
  ['AAAA', '2001:0DB8:0:0::1', '2001:db8::1'],
  ['CNAME', 'Host.Example.', 'host.example'],
  ['TXT', 'plain', '"plain"'],
  ['TXT', '"a" "b\\"c"', '"ab\\"c"'],
  ['TXT', LONG, `"${LONG.slice(0, 255)}" "${LONG.slice(255)}"`],
  ['MX', '10  Mail.example.', '10 mail.example'],
  ['SRV', '1 2 3 sip.example', '1 2 3 sip.example'],
  ['CAA', '0 ISSUE ca.example', '0 issue "ca.example"'],
] as [Type, string, string][])('%s %s', (type, text, expected) => {
  expect(normalValue(type, text)).toBe(expected);
  // What is read off the wire is what was put there.
  expect(valueIn(recordOf('x', type, 60, expected))).toBe(expected);
});

test.each([
  ['A', '192.0.2.256'],
  ['A', '1.2.3'],
  ['AAAA', '192.0.2.1'],
  ['AAAA', 'x::1'],
  ['CNAME', '*.example'],
  ['MX', 'mail.example'],
  ['MX', '70000 mail.example'],
  ['SRV', '1 2 sip.example'],
  ['CAA', '300 issue x'],
] as [Type, string][])('%s %s is refused', (type, text) => {
  expect(() => normalValue(type, text)).toThrow(new RegExp(`is no value of an? ${type} record`));
});

test('texts and orders that mean the same are the same', () => {
  expect(textOf('"a\\065" "b"')).toBe('aAb');
  expect(sameValues(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(sameValues(['a', 'a'], ['a', 'b'])).toBe(false);
});
