/** Answers of name servers and values of records: understood, or refused with a sentence, whatever bytes they have. */
import { expect, test } from '@jest/globals';
import packet, { type Answer } from 'dns-packet';
import fc from 'fast-check';
import { normalName, normalValue, octal, TYPES } from '../../src/systems/dns/values.ts';
import { valueIn } from '../../src/systems/dns/wire.ts';
import { holds, near, refusedOrDone } from './fuzz.ts';

const ANSWERS: Answer[] = [
  { type: 'A', name: 'a.test', ttl: 60, data: '192.0.2.1' },
  { type: 'AAAA', name: 'a.test', ttl: 60, data: '2001:db8::1' },
  { type: 'CNAME', name: 'a.test', ttl: 60, data: 'b.test' },
  { type: 'TXT', name: 'a.test', ttl: 60, data: [Buffer.from('a"\\b'), Buffer.from([0xc3, 0, 0x1b])] },
  { type: 'MX', name: 'a.test', ttl: 60, data: { preference: 10, exchange: 'm.test' } },
  { type: 'SRV', name: 'a.test', ttl: 60, data: { priority: 1, weight: 2, port: 3, target: 's.test' } },
  { type: 'CAA', name: 'a.test', ttl: 60, data: { flags: 0, tag: 'issue', value: 'ca.test' } },
];
const WHOLE = packet.encode({
  type: 'response',
  id: 7,
  questions: [{ type: 'A', name: 'a.test' }],
  answers: ANSWERS,
});

test('messages that somebody has changed are decoded soon or not at all, and what they hold is a value or none', () => {
  const change = fc.tuple(fc.nat(WHOLE.length - 1), fc.nat(255));
  holds(fc.tuple(fc.array(change, { maxLength: 8 }), fc.nat(WHOLE.length)), ([changes, cut]) => {
    const bytes = Buffer.from(WHOLE);
    for (const [at, value] of changes) bytes[at] = value;
    const answers = decoded(cut % 3 === 0 ? bytes.subarray(0, cut) : bytes);
    for (const answer of answers)
      refusedOrDone(() => {
        const value = valueIn(answer);
        // Nothing that does something to a terminal or a log.
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the question
        expect(value ?? '').not.toMatch(/[\0-\x1f\x7f]/);
      });
  });
});

/** What cannot be decoded is an error of the codec, which whoever asks takes for a server that cannot be reached. */
function decoded(bytes: Buffer): readonly Answer[] {
  try {
    return packet.decode(bytes).answers ?? [];
  } catch {
    return [];
  }
}

test('a value, once normal, stays as it is, and a name has no sign of a path or a command', () => {
  const texts = near([
    '192.0.2.1',
    '2001:db8::1',
    '10 mail.test',
    '"a" "b\\000\\"c"',
    '0 issue "x"',
    '1 2 3 s.test',
  ]);
  holds(fc.tuple(fc.constantFrom(...TYPES), texts), ([type, text]) => {
    const value = refusedOrDone(() => normalValue(type, text));
    if (value === undefined) return;
    expect(normalValue(type, value)).toBe(value);
    refusedOrDone(() => octal(value));
  });
  holds(near(['shop.example.com', '*.a.test', '_sip._tcp.a.test', 'bücher.test']), (text) => {
    expect(normalName(text) ?? 'a').toMatch(/^(?:\*\.)?[a-z0-9_.-]+$|^\*$/);
  });
});
