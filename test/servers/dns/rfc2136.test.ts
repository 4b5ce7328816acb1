import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { query } from '../../../src/systems/dns/exchange.ts';
import { locate } from '../../../src/systems/dns/name-servers.ts';
import { rfc2136 } from '../../../src/systems/dns/rfc2136.ts';
import { parseKey } from '../../../src/systems/dns/tsig.ts';
import type { Type } from '../../../src/systems/dns/values.ts';
import { runAction, type StepResult } from '../../support/action.ts';
import { ALGORITHMS, type Bind, SECRET, ZONE } from '../../support/dns/bind.ts';
import { KEY, type Servers, startServers } from '../../support/dns/servers.ts';

const { signal } = new AbortController();
let servers: Servers | undefined;
let primary: Bind;
let secondary: Bind;
let inputs: Servers['inputs'];
let change: Servers['change'];
let held: Servers['held'];

beforeAll(async () => {
  servers = await startServers([
    'shop 120 A 192.0.2.1',
    'two 60 A 192.0.2.1',
    'two 60 A 192.0.2.2',
    'two 60 AAAA 2001:db8::1',
    'both 60 A 192.0.2.1',
    'both 60 AAAA 2001:db8::1',
    'beside 60 A 192.0.2.1',
    'www 60 CNAME shop',
    '* 60 A 192.0.2.9',
    'xn--bcher-kva 60 A 192.0.2.1',
    'text 60 TXT "v=1; a" " and b"',
    'parts 60 TXT "v=1; " "a" " and b"',
    'mail 60 MX 10 mx1',
    '_sip._tcp 60 SRV 10 5 5060 sip',
    'caa 60 CAA 0 issue "ca.example"',
    'owned 60 A 192.0.2.1',
    'a-owned 60 TXT "heritage=external-dns,external-dns/owner=prod,external-dns/resource=ingress/shop/web"',
    '*.clients 60 CNAME shop',
    '*.mesh 60 A 192.0.2.9',
    '*.mesh 60 TXT "heritage=external-dns,external-dns/owner=prod"',
    'own.mesh 60 A 192.0.2.1',
    'alike.mesh 60 A 192.0.2.9',
    'race 60 A 192.0.2.1',
    'shop.new 60 A 192.0.2.1',
    'old 60 DNAME new',
    'team 60 NS ns.elsewhere.test.',
    ...ALGORITHMS.map((name) => `algorithm-${name} 60 A 192.0.2.1`),
  ]);
  ({ primary, secondary, inputs, change, held } = servers);
});
afterAll(() => servers?.stop());

function expectNoSecret({ log, summary, outputs, record }: StepResult): void {
  const said = log.replaceAll(/^::add-mask::.*$/gm, '') + summary + JSON.stringify([outputs, record]);
  expect(said).not.toContain(SECRET);
}

test('a name is switched on every server, again is a no-op, and undo on another runner puts it back', async () => {
  const wanted = { name: `shop.${ZONE}`, value: '192.0.2.7\n192.0.2.8', ttl: '30' };
  const first = await change(wanted);
  expect(first.errors).toEqual([]);
  expect(first.outputs).toMatchObject({ result: 'done', 'client-lag-seconds': '120' });
  expect(Number(first.outputs['propagated-seconds'])).toBeGreaterThanOrEqual(0);
  expect(first.log).toMatch(/2 of 2 servers answer it; clients may go to the old one for 120 s more/);
  for (const server of [primary, secondary])
    expect(await held('shop', 'A', server)).toEqual(['192.0.2.7', '192.0.2.8']);
  expect(JSON.parse(first.outputs.previous ?? '')).toEqual({
    provider: 'rfc2136',
    zone: ZONE,
    name: `shop.${ZONE}`,
    type: 'A',
    ttl: 120,
    values: ['192.0.2.1'],
    now: { ttl: 30, values: ['192.0.2.7', '192.0.2.8'] },
  });
  expect(first.record.map(({ component, status }) => `${component} ${status}`)).toEqual([
    'switch-dns started',
    `dns/shop.${ZONE} started`,
    `dns/shop.${ZONE} done`,
    'switch-dns done',
  ]);
  expectNoSecret(first);

  const again = await change(wanted);
  expect(again.outputs).toMatchObject({ result: 'no-op', 'client-lag-seconds': '0' });

  const undo = { phase: 'undo', previous: first.outputs.previous ?? '' };
  expect((await change(undo)).outputs).toMatchObject({ result: 'done', 'client-lag-seconds': '30' });
  expect(await held('shop', 'A', secondary)).toEqual(['192.0.2.1']);
  expect((await change(undo)).outputs.result).toBe('no-op');

  expect((await change({ name: `shop.${ZONE}`, value: '192.0.2.66' })).outputs.result).toBe('done');
  const refused = await change(undo);
  expect(refused.errors[0]).toMatch(/it was changed since/);
  expect(await held('shop')).toEqual(['192.0.2.66']);
});

test('a dry run says what would be, and changes nothing', async () => {
  const { outputs, log } = await change({
    name: `two.${ZONE}`,
    value: '192.0.2.5',
    'dry-run': 'true',
    reason: '',
  });
  expect(outputs.result).toBe('planned');
  expect(log).toMatch(/192\.0\.2\.1, 192\.0\.2\.2 \(TTL 60\) → 192\.0\.2\.5 \(TTL 60\)/);
  expect(await held('two')).toEqual(['192.0.2.1', '192.0.2.2']);
});

test('two record sets of one name, and another name, each keep what they were in one rollback', async () => {
  const job = { temp: mkdtempSync(join(tmpdir(), 'runner-')), run: 'several' };
  const sets = [
    { name: `both.${ZONE}`, type: 'A', value: '192.0.2.5', was: '192.0.2.1' },
    { name: `both.${ZONE}`, type: 'AAAA', value: '2001:db8::5', was: '2001:db8::1' },
    { name: `beside.${ZONE}`, type: 'A', value: '192.0.2.5', was: '192.0.2.1' },
  ];
  const switchAll = async () => {
    const results = [];
    for (const { was, ...wanted } of sets)
      results.push(await runAction('switch-dns', { ...job, with: inputs(wanted) }));
    return results;
  };
  const first = await switchAll();
  expect(first.map(({ outputs }) => outputs.result)).toEqual(['done', 'done', 'done']);
  const again = await switchAll();
  for (const [index, { outputs }] of again.entries()) {
    expect(outputs.result).toBe('no-op');
    expect(JSON.parse(outputs.previous ?? '').values).toEqual([sets[index]?.was]);
  }
});

describe('DNS5', () => {
  test.each([
    ['a name', 'nowhere', 'A', `*.${ZONE}`, `, or switch *.${ZONE}`],
    ['a name further down', 'deep.nowhere', 'A', `*.${ZONE}`, `, or switch *.${ZONE}`],
    ['a name below a closer star', 'nowhere.mesh', 'A', `*.mesh.${ZONE}`, `, or switch *.mesh.${ZONE}`],
    ['a name below a star that is an alias', 'nowhere.clients', 'A', `*.clients.${ZONE}`, ''],
    ['a name below a star of another type', 'nowhere', 'AAAA', `*.${ZONE}`, ''],
  ])('%s, that only a wildcard answers, is said not to be there', async (_, label, type, star, instead) => {
    const name = `${label}.${ZONE}`;
    const value = type === 'A' ? '192.0.2.5' : '2001:db8::5';
    const { exitCode, errors } = await change({ name, type, value });
    expect([exitCode, errors]).toEqual([
      1,
      [
        `Nothing was changed: there is no ${type} record of ${name}; ${star} answers for it. Make the record first${instead}.`,
      ],
    ]);
  });

  test.each(['own', 'alike'])(
    '%s.mesh is there beside a wildcard, whose owner is not its own',
    async (label) => {
      const { errors, outputs } = await change({ name: `${label}.mesh.${ZONE}`, value: '192.0.2.6' });
      expect([errors, outputs.result]).toEqual([[], 'done']);
      expect(await held(`${label}.mesh`)).toEqual(['192.0.2.6']);
      expect(await held('nowhere.mesh')).toEqual(['192.0.2.9']);
    },
  );
});

test.each(['CNAME', 'A'])(
  'a name that only a DNAME above it answers (%s) is said not to be there',
  async (type) => {
    const { exitCode, errors } = await change({
      name: `shop.old.${ZONE}`,
      type,
      value: type === 'A' ? '192.0.2.5' : 'b.test',
    });
    expect([exitCode, errors]).toEqual([
      1,
      [
        expect.stringContaining(
          `cannot be changed by itself: it is not there, and the DNAME record of old.${ZONE} makes it for every name below; change that, or make the record elsewhere.`,
        ),
      ],
    ]);
  },
);

test('a name that is delegated to other servers is said to be', async () => {
  const { errors } = await change({ name: `shop.team.${ZONE}`, value: '192.0.2.5' });
  expect(errors).toEqual([
    expect.stringMatching(
      /^Nothing was changed: team\.example\.test is delegated to other servers than 127\.0\.0\.1:\d+, and is answered there; change shop\.team\.example\.test there\.$/,
    ),
  ]);
});

test('addresses of the other family are named, for they stay', async () => {
  const { warnings } = await change({ name: `two.${ZONE}`, value: '192.0.2.5' });
  expect(warnings[0]).toMatch(/also has AAAA records, which still lead to 2001:db8::1/);
});

test.each([
  ['CNAME', 'www', `two.${ZONE}.`, [`two.${ZONE}`]],
  ['A', '*', '192.0.2.10', ['192.0.2.10']],
  ['A', 'bücher', '192.0.2.10', ['192.0.2.10']],
  ['AAAA', 'two', '2001:DB8:0::2', ['2001:db8::2']],
  ['TXT', 'text', 'v=2; "quoted", and a comma', ['"v=2; \\"quoted\\", and a comma"']],
  ['TXT', 'text', `${'x'.repeat(254)}ä`, [`"${'x'.repeat(254)}" "ä"`]],
  ['TXT', 'text', String.raw`"ex\228mple \010"`, [String.raw`"ex\228mple \010"`]],
  ['MX', 'mail', '20 mx2.example.test', ['20 mx2.example.test']],
  ['SRV', '_sip._tcp', '1 2 5061 sip2.example.test', ['1 2 5061 sip2.example.test']],
  ['CAA', 'caa', '0 issue "other.example"', ['0 issue "other.example"']],
] as [Type, string, string, string[]][])('%s of %s', async (type, label, value, expected) => {
  const { errors, outputs } = await change({ name: `${label}.${ZONE}`, type, value });
  expect(errors).toEqual([]);
  expect(outputs.result).toBe('done');
  expect(await held(label === 'bücher' ? 'xn--bcher-kva' : label, type, secondary)).toEqual(expected);
});

test('undo puts a text back in the parts that it had', async () => {
  const parts = async () => {
    const at = { host: primary.address, port: primary.port };
    const { answers } = await query(at, `parts.${ZONE}`, 'TXT', { signal });
    return answers.map((answer) => (answer as { data: Buffer[] }).data.map(String));
  };
  const before = await parts();
  expect(before).toEqual([['v=1; ', 'a', ' and b']]);
  const first = await change({ name: `parts.${ZONE}`, type: 'TXT', value: 'v=2' });
  expect([first.errors, await parts()]).toEqual([[], [['v=2']]]);
  const previous = JSON.parse(first.outputs.previous ?? '');
  const torn = JSON.stringify({ ...previous, values: ['"other"'] });
  expect((await change({ phase: 'undo', previous: torn })).errors[0]).toBe(
    'Input `previous` contradicts itself: its `raw` is another record set than its values say; take it as the switch gave it.',
  );
  expect((await change({ phase: 'undo', previous: first.outputs.previous ?? '' })).errors).toEqual([]);
  expect(await parts()).toEqual(before);
});

test.each(ALGORITHMS)('a key of hmac-%s signs', async (name) => {
  const key = `hmac-${name}:hmac-${name}.key:${SECRET}`;
  const { errors } = await change({ name: `algorithm-${name}.${ZONE}`, value: '192.0.2.2', 'tsig-key': key });
  expect(errors).toEqual([]);
  expect(await held(`algorithm-${name}`)).toEqual(['192.0.2.2']);
});

describe('refuses, and changes nothing:', () => {
  const wrong = Buffer.from('another secret of somebody else').toString('base64');
  test.each([
    [
      'another secret',
      { 'tsig-key': `hmac-sha256.key:${wrong}` },
      /the signature is wrong; renew the secret/,
    ],
    ['a key that it does not know', { 'tsig-key': `nobody:${SECRET}` }, /does not know that key/],
    [
      'a key without the right',
      { 'tsig-key': `readonly:${SECRET}` },
      /refuses the update; allow it for the key/,
    ],
    ['a key that is none', { 'tsig-key': 'hmac-sha9:x:y' }, /Input `tsig-key` cannot be read/],
    ['a server that is not there', { server: '127.0.0.1:1' }, /cannot be reached \(nothing listens there\)/],
    ['another zone', { zone: 'other.test', name: 'www.other.test' }, /does not answer for other\.test/],
    [
      'a name that is not there',
      { name: `a.b.c.${ZONE}`, type: 'MX', value: '1 a.b' },
      /there is no MX record/,
    ],
    ['a name beside a CNAME', { name: `www.${ZONE}` }, /has a CNAME record, and cannot have another/],
    [
      'a name of external-dns',
      { name: `owned.${ZONE}` },
      /belongs to external-dns \(owner "prod", ingress\/shop\/web\)/,
    ],
    ['a name outside', { name: 'www.example.org' }, /not a name in the zone/],
    ['no address', { value: '192.0.2.300' }, /is not a value of an A record/],
    ['a TTL of a month', { ttl: '2592000' }, /accepted are 1 to 604800/],
    ['undo without what it was', { phase: 'undo', value: '' }, /Input `previous` is required/],
  ] as [string, Record<string, string>, RegExp][])('%s', async (_, more, message) => {
    const result = await change({ name: `race.${ZONE}`, value: '192.0.2.99', ...more });
    expect(result.exitCode).toBe(1);
    expect(result.errors).toHaveLength(1);
    expect(result.errors[0]).toMatch(message);
    expect(await held('race')).toEqual(['192.0.2.1']);
    expectNoSecret(result);
  });

  test('what somebody else changed since it was read', async () => {
    const provider = rfc2136({ host: '127.0.0.1', port: primary.port }, ZONE, parseKey(KEY), signal);
    const [before] = await provider.read(`race.${ZONE}`);
    if (!before) throw new Error('There is no record to race for.');
    await provider.change(`race.${ZONE}`, before, { ttl: 60, values: ['192.0.2.50'] });
    const late = provider.change(`race.${ZONE}`, before, { ttl: 60, values: ['192.0.2.60'] });
    await expect(late).rejects.toThrow(/was changed by someone else since it was read/);
    expect(await held('race')).toEqual(['192.0.2.50']);
    const [after = before] = await provider.read(`race.${ZONE}`);
    await provider.change(`race.${ZONE}`, after, before);
  });
});

test('the servers to wait for are those that the zone names, where they say that they are', async () => {
  const server = { host: '127.0.0.1', port: primary.port };
  const names = await rfc2136(server, ZONE, parseKey(KEY), signal).nameServers();
  expect(names).toEqual([`ns1.${ZONE}`]);
  expect(await locate(names, server, signal)).toEqual([{ host: '127.0.0.53', port: 53 }]);
  await expect(locate(['nowhere.invalid'], server, signal)).rejects.toThrow(/nowhere.invalid has no address/);
});
