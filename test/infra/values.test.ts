import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Binding, mismatch, open, seal } from '../../src/infra/sealed-plan.ts';
import {
  parseAddresses,
  parseAssignments,
  parseBackendConfig,
  secretsOf,
  valuesFor,
} from '../../src/infra/values.ts';

describe('variables', () => {
  test('have anything behind the first equals sign', () => {
    const given = parseAssignments(['a=1', 'b = x=y; rm -rf "%{z}" ', 'c=""'], 'vars');
    expect([...given]).toEqual([
      ['a', '1'],
      ['b', 'x=y; rm -rf "%{z}" '],
      ['c', ''],
    ]);
  });

  test.each(['novalue', '=x', '-var=x', 'a b=c', '"a"=b'])(
    '%j is refused, and not repeated: it may be a secret',
    (line) => {
      expect(() => parseAssignments([line], 'vars')).toThrow(
        /^A line of `vars` does not have the form name=value/,
      );
    },
  );

  test('that the configuration does not declare are refused, with those that it does', () => {
    expect(() => valuesFor(new Map([['image_tagg', '1']]), { image_tag: 'string', size: '' })).toThrow(
      'The configuration does not declare the variable "image_tagg" of `vars`; it declares image_tag, size.',
    );
    expect(() => valuesFor(new Map([['constructor', '1']]), {})).toThrow(/does not declare/);
  });

  test('are texts for plain types and JSON for the others', () => {
    const declared = { s: 'string', n: 'number', u: '', l: 'list(string)', o: 'object({a=string})' };
    const given = new Map([
      ['s', '["a"]'],
      ['n', '5'],
      ['u', '{}'],
      ['l', '["a", "b"]'],
      ['o', '{"a":"b"}'],
    ]);
    expect(valuesFor(given, declared)).toEqual({ s: '["a"]', n: '5', u: '{}', l: ['a', 'b'], o: { a: 'b' } });
    expect(() => valuesFor(new Map([['l', 'a,b']]), declared)).toThrow(
      /must be JSON, because its type is list\(string\)/,
    );
  });
});

test('backend-config: settings and files, and which of them are secrets', () => {
  const { settings, files } = parseBackendConfig([
    'bucket=state',
    'conn_str=postgres://u:p%40ss@db/x',
    'address=https://u:tok-en@state.example/x',
    'backend.hcl',
  ]);
  expect(files).toEqual(['backend.hcl']);
  expect(secretsOf(settings)).toEqual(['postgres://u:p%40ss@db/x', 'p%40ss', 'p@ss', 'tok-en', 'tok-en']);
});

test('addresses are parted by lines and commas, but not by commas in their keys', () => {
  expect(parseAddresses('a.b["x,y"], a.c\n  module.m["a\\"b,c"].d\n\n')).toEqual([
    'a.b["x,y"]',
    'a.c',
    'module.m["a\\"b,c"].d',
  ]);
  expect(parseAddresses('')).toEqual([]);
});

describe('a sealed plan', () => {
  const binding: Binding = {
    run: '1',
    commit: 'c',
    directory: '.',
    workspace: '',
    variables: 'v',
    terraform: '1.11.4',
    lineage: 'l',
    serial: 3,
  };

  test('opens with its key, whatever is in it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { plan, binding: read } = open(
          seal(Buffer.from(bytes), binding, 'k'.repeat(16)),
          'k'.repeat(16),
          'p',
        );
        expect([...plan]).toEqual([...bytes]);
        expect(read).toEqual(binding);
      }),
      { numRuns: 5 },
    );
  });

  test('does not with another, cut, or with a bit changed anywhere', () => {
    const sealed = seal(Buffer.from('the plan'), binding, 'k'.repeat(16));
    expect(() => open(sealed, 'x'.repeat(16), 'p')).toThrow(/^p cannot be decrypted/);
    for (const at of [30, 45, 55, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ 1;
      expect(() => open(changed, 'k'.repeat(16), 'p')).toThrow(/^p cannot be decrypted/);
    }
    expect(() => open(sealed.subarray(0, 40), 'k'.repeat(16), 'p')).toThrow(/^p cannot be decrypted/);
    expect(() => open(Buffer.from('PK\u0003\u0004'), 'k'.repeat(16), 'p')).toThrow(
      /is not a plan of this action/,
    );
  });

  test.each(Object.keys(binding) as (keyof Binding)[])('is another one where %s differs', (key) => {
    expect(mismatch(binding, { ...binding, [key]: 'other' })).toEqual(expect.any(String));
    expect(mismatch(binding, { ...binding })).toBeUndefined();
  });
});
