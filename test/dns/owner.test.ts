import { describe, expect, test } from '@jest/globals';
import { ownerOf, registryNames } from '../../src/dns/owner.ts';
import type { RecordSet } from '../../src/systems/dns/provider.ts';

const ZONE = 'example.com';
const MARK = 'heritage=external-dns,external-dns/owner=prod,external-dns/resource=ingress/shop/web';
const OTHERS = new Set(['shop.example.com', 'my-shop.example.com', 'www.example.com', ZONE, '*.example.com']);

/** Who keeps an A record of a name where one other name has a text. */
const keeper = (
  name: string,
  mark: string,
  { text = `"${MARK}"`, type = 'A', others = OTHERS as ReadonlySet<string> | null } = {},
) =>
  ownerOf(name, ZONE, type, { held: [], texts: new Map([[mark, [text]]]), others: others ?? undefined })
    ?.name;

const PROD = 'external-dns (owner "prod", ingress/shop/web)';

describe('a mark of external-dns, in every spelling that it writes:', () => {
  test.each([
    ['until 0.12', 'shop.example.com'],
    ['since then', 'a-shop.example.com'],
    ['of an alias, until 0.23', 'cname-shop.example.com'],
    ['--txt-format=only-metadata', 'a._metadata.shop.example.com'],
    ['--txt-prefix=txt.', 'txt.a-shop.example.com'],
    ['--txt-prefix=txt-, until 0.12', 'txt-shop.example.com'],
    ['--txt-prefix=%{record_type}-extdns.', 'a-extdns.shop.example.com'],
    ['--txt-prefix=extdns-%{record_type}-', 'extdns-a-shop.example.com'],
    ['--txt-prefix=_externaldns.', '_externaldns.shop.example.com'],
    ['--txt-suffix=-txt', 'a-shop-txt.example.com'],
    ['--txt-suffix=-.%{record_type}', 'shop-.a.example.com'],
  ])('%s', (_, mark) => {
    expect(keeper('shop.example.com', mark)).toBe(PROD);
    expect(keeper('www.example.com', mark)).toBeUndefined();
    expect(keeper('my-shop.example.com', mark)).toBeUndefined();
  });

  test.each([
    ['--txt-wildcard-replacement=any', 'a-any.example.com'],
    ['with a prefix', 'txt.a-wildcard.example.com'],
    ['as it is', 'a-*.example.com'],
  ])('of a star, %s', (_, mark) => {
    expect(keeper('*.example.com', mark)).toBe(PROD);
    expect(keeper('shop.example.com', mark)).toBeUndefined();
  });

  test.each([
    ['that of a longer name', 'a-my-shop.example.com'],
    ['that of another type alone', 'aaaa-shop.example.com'],
    ['that of a name in another zone', 'a-shop.example.net'],
  ])('is not %s', (_, mark) => expect(keeper('shop.example.com', mark)).toBeUndefined());

  test('of the zone itself has its type in the prefix, and names below it have marks of their own', () => {
    expect(keeper(ZONE, 'a-extdns.example.com')).toBe(PROD);
    expect(keeper(ZONE, 'a-shop.example.com')).toBeUndefined();
    expect(keeper(ZONE, 'aaaa-extdns.example.com')).toBeUndefined();
  });

  test('where names cannot be listed, is looked for under the usual ones alone', () => {
    const others = null;
    expect(keeper('shop.example.com', 'a-shop.example.com', { others })).toBe(PROD);
    expect(keeper('shop.example.com', 'txt.a-shop.example.com', { others })).toBeUndefined();
  });

  test('has its words in any order, with quotes of its own, and may name nobody', () => {
    const text = String.raw`"\"external-dns/owner=x,heritage=external-dns\""`;
    expect(keeper('shop.example.com', 'a-shop.example.com', { text })).toBe('external-dns (owner "x")');
    for (const other of ['"heritage=mate,mate/owner=x"', '"v=spf1 -all"', '"heritage of others"'])
      expect(keeper('shop.example.com', 'a-shop.example.com', { text: other })).toBeUndefined();
  });

  test('may be encrypted, where nobody else writes', () => {
    const text = `"${Buffer.alloc(90, 'x').toString('base64')}"`;
    const encrypted = 'external-dns (its mark is encrypted)';
    expect(keeper('shop.example.com', 'a-shop.example.com', { text })).toBe(encrypted);
    expect(keeper('shop.example.com', 'shop.example.com', { text })).toBeUndefined();
  });
});

test('octoDNS marks what it keeps, stars and the zone itself too', () => {
  const text = '"*octodns*"';
  for (const [name, mark] of [
    ['shop.example.com', '_owner.a.shop.example.com'],
    ['*.example.com', '_owner.a._wildcard.example.com'],
    [ZONE, '_owner.a.example.com'],
  ] as const)
    expect(keeper(name, mark, { text })).toBe('octoDNS');
});

test.each([
  ['Managed by Terraform', 'Terraform', false],
  ['managed-by:pulumi', 'pulumi', false],
  ['kept by external-dns, do not touch', 'external-dns', true],
])('a note %j names %s', (note, program, isAtWork) => {
  const held = [{ type: 'A', notes: ['team:web', note] }] as unknown as RecordSet[];
  const owner = ownerOf('shop.example.com', ZONE, 'A', { held, texts: new Map(), others: undefined });
  expect(owner).toEqual({ isAtWork, name: `${program} (noted at the record: ${JSON.stringify(note)})` });
  expect(ownerOf('shop.example.com', ZONE, 'TXT', { held, texts: new Map(), others: undefined })).toBe(
    undefined,
  );
});

test('what is asked for by name is inside the zone, and little', () => {
  expect(registryNames('www.example.com', ZONE, 'A')).toEqual([
    'www.example.com',
    'a-www.example.com',
    'cname-www.example.com',
    'a._metadata.www.example.com',
    '_owner.a.www.example.com',
  ]);
  expect(registryNames(ZONE, ZONE, 'MX')).toEqual([
    ZONE,
    'mx._metadata.example.com',
    '_owner.mx.example.com',
  ]);
});

test('a zone full of marks is looked through in no time', () => {
  const names = Array.from({ length: 3000 }, (_, index) => `name-${index}.example.com`);
  const texts = new Map(names.map((name) => [`a-${name}`, [`"${MARK}"`]]));
  const others = new Set(names);
  const started = process.cpuUsage().user;
  for (const name of ['*.example.com', ZONE])
    expect(ownerOf(name, ZONE, 'A', { held: [], texts, others })).toBeUndefined();
  expect(process.cpuUsage().user - started).toBeLessThan(10_000_000);
});
