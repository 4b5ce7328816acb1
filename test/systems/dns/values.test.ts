import { expect, test } from '@jest/globals';
import {
  bytesOf,
  decodeText,
  heldValue,
  normalName,
  normalValue,
  octal,
  quoted,
  sameValues,
  type Type,
  txtChunks,
} from '../../../src/systems/dns/values.ts';
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
  // Parts end between characters.
  ['TXT', `${'x'.repeat(254)}äb`, `"${'x'.repeat(254)}" "äb"`],
  ['TXT', `${'x'.repeat(252)}😀b`, `"${'x'.repeat(252)}" "😀b"`],
  ['TXT', `${'x'.repeat(253)}äb`, `"${'x'.repeat(253)}ä" "b"`],
  // Those of others may end inside one.
  ['TXT', String.raw`"\195" "\164"`, '"ä"'],
  ['TXT', String.raw`"\034\092 \\195 \😀 \010"`, String.raw`"\"\\ \\195 😀 \010"`],
  // Latin-1, which is not UTF-8, stays what it is.
  ['TXT', String.raw`"ex\228mple \"ü\""`, String.raw`"ex\228mple \"\195\188\""`],
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
  ['CAA', '0 issue "x'],
  ['TXT', '"v=spf1 -all'],
  ['TXT', '"a" b'],
  ['TXT', '"a\\"'],
] as [Type, string][])('%s %s is refused', (type, text) => {
  expect(() => normalValue(type, text)).toThrow(new RegExp(`is not a value of an? ${type} record`));
});

test.each([
  ['"\\256"', 10, /\\256 in "\\256" is not a byte; accepted are \\000 to \\255\.$/],
  ['"\\400"', 8, /accepted are octal numbers from \\000 to \\377\.$/],
  ['"\\195\\164"', 8, /\\195 in .* is not a byte/],
] as const)('the escape in %s is none in base %i', (text, radix, message) => {
  expect(() => normalValue('TXT', text, radix)).toThrow(message);
});

/*
 * AWS, Route 53 Developer Guide, TXT record type: "If your TXT record contains any of the following characters, you must
 * specify the characters by using escape codes in the format \three-digit octal code: Characters 000 to 040 octal […]
 * Characters 177 to 377 octal. For example, if the value of your TXT record is "exämple.com", you specify
 * "ex\344mple.com"." Its own examples have spaces as they are.
 */
test.each([
  ['TXT', String.raw`"ex\344mple.com"`, String.raw`"ex\228mple.com"`],
  ['TXT', String.raw`"ex\303\244mple.com"`, '"exämple.com"'],
  ['TXT', String.raw`"\360\237\230\200 \\303 \"\011\177"`, String.raw`"😀 \\303 \"\009\127"`],
  ['CAA', String.raw`0 issue "b\303\274cher.example"`, '0 issue "bücher.example"'],
  ['MX', '10 mail.example', '10 mail.example'],
] as [Type, string, string][])(
  '%s %s of Route 53 is %s, and goes back as it came',
  (type, text, expected) => {
    expect(normalValue(type, text, 8)).toBe(expected);
    expect(octal(expected)).toBe(text);
  },
);

test('a quote and a backslash that come in octal stay escaped', () => {
  expect(octal(normalValue('TXT', String.raw`"\042\134"`, 8))).toBe(String.raw`"\"\\"`);
});

test('no byte is lost, whatever they are', () => {
  const all = Buffer.from(Array.from({ length: 1000 }, (_, index) => (index * 7) % 256));
  for (const bytes of [all, Buffer.alloc(600, 0x80), Buffer.from('ä€😀'.repeat(99)), Buffer.alloc(0)]) {
    expect(bytesOf(quoted(bytes))).toEqual(bytes);
    expect(bytesOf(octal(quoted(bytes)), 8)).toEqual(bytes);
    expect(Math.max(...txtChunks(bytes).map((part) => part.length))).toBeLessThanOrEqual(255);
  }
});

test('what is not a text is not sent as one', () => {
  expect(() => recordOf('x', 'CAA', 60, String.raw`0 issue "\228"`)).toThrow(
    '"\\228" is not UTF-8, and cannot be sent as it is; change it by hand.',
  );
});

test('texts and orders that mean the same are the same', () => {
  expect(decodeText('"a\\065" "b"')).toBe('aAb');
  expect(sameValues(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(sameValues(['a', 'a'], ['a', 'b'])).toBe(false);
});

test('what a provider has is read as far as it is understood, and never an error', () => {
  expect(heldValue('TXT', '"ex\\303\\244mple"', 8)).toBe('"exämple"');
  for (const text of ['"v=spf1 -all', '"a" b', ''])
    expect(heldValue('TXT', text)).toBe(text === '' ? '""' : text);
  expect(heldValue('MX', 'mail.example.com')).toBe('mail.example.com');
});
