import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { runAction, type StepResult } from '../../support/action.ts';
import { startMoto } from '../../support/dns/moto.ts';
import { startLimit } from '../../support/dns/route53-limit.ts';
import { startUntrusted } from '../../support/dns/untrusted.ts';
import { startTcpProxy } from '../../support/tcp-proxy.ts';

// The first run installs moto.
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const CREDENTIALS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: SECRET,
  AWS_REGION: 'us-east-1',
};
let moto: { endpoint: string; stop(): Promise<void> };
let client: Route53Client;
let zone: string;

const RECORDS: ResourceRecordSet[] = [
  { Name: 'shop.example.test', Type: 'A', TTL: 120, ResourceRecords: [{ Value: '192.0.2.1' }] },
  { Name: '*.example.test', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] },
  { Name: 'text.example.test', Type: 'TXT', TTL: 60, ResourceRecords: [{ Value: '"v=1" "b"' }] },
  {
    Name: 'octal.example.test',
    Type: 'TXT',
    TTL: 60,
    ResourceRecords: [{ Value: String.raw`"ex\303\244mple"` }, { Value: String.raw`"ex\344mple"` }],
  },
  { Name: 'race.example.test', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] },
  { Name: 'lost.example.test', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] },
  { Name: 'prefixed.example.test', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] },
  {
    Name: 'txt.a-prefixed.example.test',
    Type: 'TXT',
    TTL: 60,
    ResourceRecords: [{ Value: '"heritage=external-dns,external-dns/owner=prefixed"' }],
  },
  {
    Name: 'dual.example.test',
    Type: 'A',
    AliasTarget: {
      HostedZoneId: 'Z35SXDOTRQ7X7K',
      DNSName: 'dualstack.new-1.us-east-1.elb.amazonaws.com.',
      EvaluateTargetHealth: true,
    },
  },
  { Name: 'owned.example.test', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] },
  {
    Name: 'cname-owned.example.test',
    Type: 'TXT',
    TTL: 60,
    ResourceRecords: [{ Value: '"heritage=external-dns,external-dns/owner=prod"' }],
  },
  {
    Name: 'alias.example.test',
    Type: 'A',
    AliasTarget: {
      HostedZoneId: 'Z35SXDOTRQ7X7K',
      DNSName: 'new-1.us-east-1.elb.amazonaws.com.',
      EvaluateTargetHealth: true,
    },
  },
  ...['blue', 'green'].map((SetIdentifier, index) => ({
    Name: 'weighted.example.test',
    Type: 'A' as const,
    TTL: 60,
    SetIdentifier,
    Weight: 10 + index,
    HealthCheckId: undefined,
    ResourceRecords: [{ Value: `192.0.2.${index + 1}` }],
  })),
];

beforeAll(async () => {
  moto = await startMoto();
  client = new Route53Client({
    endpoint: moto.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const made = await client.send(
    new CreateHostedZoneCommand({ Name: 'example.test', CallerReference: 'test' }),
  );
  zone = made.HostedZone?.Id?.replace('/hostedzone/', '') ?? '';
  // moto refuses a CREATE that it has seen before, which going back to what was there is.
  const Changes = RECORDS.map((ResourceRecordSet) => ({ Action: 'UPSERT' as const, ResourceRecordSet }));
  await client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch: { Changes } }));
});
afterAll(async () => {
  client.destroy();
  await moto.stop();
});

const change = (more: Record<string, string>, env: Record<string, string> = CREDENTIALS) =>
  runAction('switch-dns', {
    with: {
      provider: 'route53',
      zone: 'example.test',
      endpoint: moto.endpoint,
      verify: 'none',
      reason: 'test',
      ...more,
    },
    env,
  });
async function held(name: string, identifier?: string): Promise<ResourceRecordSet | undefined> {
  const page = await client.send(new ListResourceRecordSetsCommand({ HostedZoneId: zone }));
  return page.ResourceRecordSets?.find(
    (set) => set.Name === `${name}.example.test.` && set.SetIdentifier === identifier,
  );
}

function expectNoSecret({ log, summary, outputs, record }: StepResult): void {
  const said = log.replaceAll(/^::add-mask::.*$/gm, '') + summary + JSON.stringify([outputs, record]);
  expect(said).not.toContain(SECRET);
}

test('a record is switched, again is a no-op, and undo puts it back', async () => {
  const wanted = { name: 'shop.example.test', value: '192.0.2.7' };
  const first = await change(wanted);
  expect(first.errors).toEqual([]);
  expect(first.outputs).toMatchObject({ result: 'done', 'client-lag-seconds': '120' });
  expect(await held('shop')).toMatchObject({ TTL: 120, ResourceRecords: [{ Value: '192.0.2.7' }] });
  expect((await change(wanted)).outputs.result).toBe('no-op');
  const undo = { phase: 'undo', previous: first.outputs.previous ?? '' };
  const back = await change(undo);
  expect(back.errors).toEqual([]);
  expect(back.outputs.result).toBe('done');
  expect(await held('shop')).toMatchObject({ TTL: 120, ResourceRecords: [{ Value: '192.0.2.1' }] });
  expectNoSecret(first);
});

test.each([
  ['*', 'A', '192.0.2.8', '192.0.2.8'],
  ['text', 'TXT', 'v=2', '"v=2"'],
])('%s %s', async (label, type, value, expected) => {
  const { errors } = await change({ name: `${label}.example.test`, type, value, zone });
  expect(errors).toEqual([]);
  expect((await held(label))?.ResourceRecords).toEqual([{ Value: expected }]);
});

test('what is not ASCII is octal at Route 53, and undo puts back the same bytes', async () => {
  const before = (await held('octal'))?.ResourceRecords;
  const { errors, outputs } = await change({ name: 'octal.example.test', type: 'TXT', value: 'bücher' });
  expect(errors).toEqual([]);
  expect(JSON.parse(outputs.previous ?? '').values).toEqual(['"exämple"', '"ex\\228mple"']);
  expect((await held('octal'))?.ResourceRecords).toEqual([{ Value: String.raw`"b\303\274cher"` }]);
  await change({ phase: 'undo', previous: outputs.previous ?? '' });
  expect((await held('octal'))?.ResourceRecords).toEqual(before);
});

test('an alias gets another target and stays an alias in all else; undo as well', async () => {
  const { errors, outputs, log } = await change({
    name: 'alias.example.test',
    value: 'old-2.us-east-1.elb.amazonaws.com',
    verify: 'authoritative',
  });
  expect(errors).toEqual([]);
  expect(log).toContain('name servers answer something else for this kind of record');
  const alias = { HostedZoneId: 'Z35SXDOTRQ7X7K', EvaluateTargetHealth: true };
  expect((await held('alias'))?.AliasTarget).toEqual({
    ...alias,
    DNSName: expect.stringMatching(/^old-2\.us-east-1\.elb\.amazonaws\.com\.?$/),
  });
  await change({ phase: 'undo', previous: outputs.previous ?? '' });
  expect((await held('alias'))?.AliasTarget?.DNSName).toMatch(/^new-1\./);
  const other = await change({ name: 'alias.example.test', value: 'd1.cloudfront.net' });
  expect(other.errors[0]).toMatch(
    /may be in another hosted zone; say its zone too, as <zone id>\/d1\.cloudfront\.net/,
  );
});

test('of weighted records the one that is named is switched; its weight and the others stay', async () => {
  const wanted = { name: 'weighted.example.test', value: '192.0.2.77' };
  expect((await change(wanted)).errors[0]).toMatch(/say with `set-identifier` which: blue, green/);
  const { errors, outputs } = await change({ ...wanted, 'set-identifier': 'blue' });
  expect(errors).toEqual([]);
  expect(await held('weighted', 'blue')).toMatchObject({
    Weight: 10,
    ResourceRecords: [{ Value: '192.0.2.77' }],
  });
  expect(await held('weighted', 'green')).toMatchObject({
    Weight: 11,
    ResourceRecords: [{ Value: '192.0.2.2' }],
  });
  expect((await change({ phase: 'undo', previous: outputs.previous ?? '' })).outputs.result).toBe('done');
  expect(await held('weighted', 'blue')).toMatchObject({
    Weight: 10,
    ResourceRecords: [{ Value: '192.0.2.1' }],
  });
});

test('DNS3: the limit of the account is waited for, and a switch takes four calls, five by the name of the zone', async () => {
  const { HostedZone } = await client.send(
    new CreateHostedZoneCommand({
      Name: 'counted.test',
      CallerReference: 'counted',
      HostedZoneConfig: { PrivateZone: true },
      VPC: { VPCId: 'vpc-1', VPCRegion: 'us-east-1' },
    }),
  );
  const ResourceRecordSet = { Name: 'limited.counted.test', Type: 'A' as const, TTL: 60 };
  const ResourceRecords = [{ Value: '192.0.2.1' }];
  const Changes = [
    { Action: 'UPSERT' as const, ResourceRecordSet: { ...ResourceRecordSet, ResourceRecords } },
  ];
  const id = HostedZone?.Id?.replace('/hostedzone/', '') ?? '';
  await client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: id, ChangeBatch: { Changes } }));
  const limit = await startLimit(moto.endpoint);
  limit.isSlow = true;
  const name = { name: 'limited.counted.test', endpoint: limit.endpoint, verify: 'authoritative' };
  try {
    limit.tooMany = 6;
    const { errors, outputs } = await change({ ...name, value: '192.0.2.7', zone: id });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    const [own, sets] = ['GET /2013-04-01/hostedzone/ID', 'GET /2013-04-01/hostedzone/ID/rrset'];
    const made = ['POST /2013-04-01/hostedzone/ID/rrset', 'GET /2013-04-01/change/ID'];
    expect(limit.calls).toEqual([own, sets, ...made]);
    limit.calls.length = 0;
    const named = await change({ ...name, value: '192.0.2.8', zone: 'counted.test' });
    expect([named.errors, named.outputs.result]).toEqual([[], 'done']);
    expect(limit.calls).toEqual(['GET /2013-04-01/hostedzonesbyname', sets, own, ...made]);
  } finally {
    limit.stop();
  }
});

test('the limit is waited for until the deadline, and named then', async () => {
  const limit = await startLimit(moto.endpoint);
  limit.tooMany = 1_000_000;
  const { exitCode, errors } = await change({
    name: 'race.example.test',
    value: '192.0.2.9',
    endpoint: limit.endpoint,
    timeout: '3s',
  });
  limit.stop();
  expect([exitCode, errors]).toEqual([1, ['The deadline of 3 s (input `timeout`) has passed.']]);
});

describe('undo gives the whole record set back:', () => {
  const target = { HostedZoneId: 'Z35SXDOTRQ7X7K', DNSName: 'lb-1.us-east-1.elb.amazonaws.com.' };
  const plain = { TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }, { Value: '192.0.2.2' }] };
  test.each([
    ['several values', plain],
    ['weighted, with a health check', { ...plain, SetIdentifier: 'x', Weight: 10, HealthCheckId: 'abc' }],
    ['by latency', { ...plain, SetIdentifier: 'x', Region: 'eu-west-1' as const }],
    ['by place', { ...plain, SetIdentifier: 'x', GeoLocation: { CountryCode: 'DE' } }],
    ['failover', { ...plain, SetIdentifier: 'x', Failover: 'PRIMARY' as const }],
    ['multi-value', { ...plain, SetIdentifier: 'x', MultiValueAnswer: true }],
    ['an alias that looks at health', { AliasTarget: { ...target, EvaluateTargetHealth: true } }],
  ] as [string, Partial<ResourceRecordSet>][])('%s', async (kind, own) => {
    // moto refuses a CREATE that it has seen before, so each has a name of its own.
    const label = kind.replaceAll(/\W+/g, '-');
    const name = `${label}.example.test`;
    const set = { Name: name, Type: 'A' as const, ...own };
    const put = (Action: 'UPSERT' | 'DELETE') =>
      client.send(
        new ChangeResourceRecordSetsCommand({
          HostedZoneId: zone,
          ChangeBatch: { Changes: [{ Action, ResourceRecordSet: set }] },
        }),
      );
    await put('UPSERT');
    const before = await held(label, own.SetIdentifier);
    const more: Record<string, string> = own.SetIdentifier ? { 'set-identifier': own.SetIdentifier } : {};
    // What an alias had beside its target would be gone with it.
    const first = await change({ name, value: '192.0.2.9', ...more });
    expect([first.errors, first.outputs.result]).toEqual([[], 'done']);
    expect(await held(label, own.SetIdentifier)).toMatchObject({
      ResourceRecords: [{ Value: '192.0.2.9' }],
    });
    const back = await change({ phase: 'undo', previous: first.outputs.previous ?? '' });
    expect([back.errors, back.outputs.result]).toEqual([[], 'done']);
    expect(await held(label, own.SetIdentifier)).toEqual(before);
    await put('DELETE');
  });
});

test('undo takes back no weight that somebody has changed since', async () => {
  const [Name, SetIdentifier, Type, TTL] = ['heavy.example.test', 'x', 'A' as const, 60];
  const put = (Value: string, Weight: number) => {
    const ResourceRecordSet = { Name, SetIdentifier, Type, TTL, Weight, ResourceRecords: [{ Value }] };
    const ChangeBatch = { Changes: [{ Action: 'UPSERT' as const, ResourceRecordSet }] };
    return client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch }));
  };
  await put('192.0.2.1', 0);
  const first = await change({ name: Name, value: '192.0.2.9', 'set-identifier': 'x' });
  await put('192.0.2.9', 100);
  const back = await change({ phase: 'undo', previous: first.outputs.previous ?? '' });
  expect(back.errors[0]).toBe(
    'Nothing was changed: the A record of heavy.example.test has changed since the switch (Weight is 100 and was 0), which undo would take back; switch its values instead.',
  );
});

test('what keeps Route 53 from answering with a record set, and stays, is told', async () => {
  const [name, SetIdentifier] = ['checked.example.test', 'x'];
  const ResourceRecordSet = {
    ...{ Name: name, Type: 'A' as const, TTL: 60, SetIdentifier, Weight: 0, HealthCheckId: 'abc' },
    ResourceRecords: [{ Value: '192.0.2.1' }],
  };
  const ChangeBatch = { Changes: [{ Action: 'UPSERT' as const, ResourceRecordSet }] };
  await client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch }));
  const { outputs, warnings } = await change({ name, value: '192.0.2.9', 'set-identifier': 'x' });
  expect(outputs.result).toBe('done');
  expect(warnings).toEqual([
    'A checked.example.test (x): its health check abc stays: where that looks at the old target and fails, Route 53 does not answer with the new one either, so let it look at the new one.',
    'A checked.example.test (x): its weight is 0, so Route 53 answers with it only where every other record set of the name is 0 or fails.',
  ]);
});

// PowerDNS/pdns#10051: browsers take the address that stands in it.
test('a record that has the address beside all else, and stays, is told', async () => {
  const name = 'hinted.example.test';
  const sets: ResourceRecordSet[] = [
    { Name: name, Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] },
    {
      ...{ Name: name, Type: 'HTTPS' as const, TTL: 60 },
      ResourceRecords: [{ Value: '1 . alpn="h3,h2" ipv4hint="192.0.2.1"' }],
    },
  ];
  const Changes = sets.map((ResourceRecordSet) => ({ Action: 'UPSERT' as const, ResourceRecordSet }));
  await client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch: { Changes } }));
  const { outputs, warnings } = await change({ name, value: '192.0.2.9' });
  expect(outputs.result).toBe('done');
  expect(warnings).toEqual([
    'hinted.example.test also has HTTPS records with ipv4hint, by which browsers may still go to the old address (1 . alpn="h3,h2" ipv4hint="192.0.2.1"); change them too.',
  ]);
});

test('a name whose part of the zone is delegated is not switched where nobody sees it', async () => {
  const name = 'shop.team.example.test';
  const sets: ResourceRecordSet[] = [
    { Name: 'team.example.test', Type: 'NS', TTL: 60, ResourceRecords: [{ Value: 'ns.elsewhere.test.' }] },
    { Name: name, Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] },
  ];
  const Changes = sets.map((ResourceRecordSet) => ({ Action: 'UPSERT' as const, ResourceRecordSet }));
  await client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch: { Changes } }));
  const { errors } = await change({ name, value: '192.0.2.9' });
  expect(errors).toEqual([
    `Nothing was changed: the A record of ${name} cannot be changed by itself: team.example.test is delegated to ns.elsewhere.test, and is answered there; change it there.`,
  ]);
});

test('an alias of a load balancer stays one for both families of addresses', async () => {
  const { outputs } = await change({ name: 'dual.example.test', value: 'new-2.us-east-1.elb.amazonaws.com' });
  expect(outputs.result).toBe('done');
  expect((await held('dual'))?.AliasTarget?.DNSName).toMatch(/^dualstack\.new-2\./);
});

test('marks with a prefix and those of a star are seen', async () => {
  expect((await change({ name: 'prefixed.example.test', value: '192.0.2.9' })).errors[0]).toMatch(
    /belongs to external-dns \(owner "prefixed"\)/,
  );
});

test('a name that only a star answers for is said to be one', async () => {
  const { errors } = await change({ name: 'nobody.example.test', value: '192.0.2.9' });
  expect(errors[0]).toMatch(
    /there is no A record of nobody\.example\.test; \*\.example\.test answers for it/,
  );
});

test('a zone may be given as AWS writes its id, and the name as @', async () => {
  const { errors } = await change({ zone: `/hostedzone/${zone}`, name: '@', value: '192.0.2.9' });
  expect(errors[0]).toMatch(/there is no A record of example\.test to switch \(there is NS, SOA\)/);
});

test('a change whose answer got lost is seen to be made', async () => {
  const { port } = new URL(moto.endpoint);
  const wire = await startTcpProxy({ host: '127.0.0.1', port: Number(port) });
  wire.cutAt('ChangeResourceRecordSetsRequest', 'after');
  const { errors, outputs } = await change({
    name: 'lost.example.test',
    value: '192.0.2.5',
    endpoint: `http://127.0.0.1:${wire.port}`,
  });
  await wire.stop();
  expect([wire.cuts, errors, outputs.result]).toEqual([1, [], 'done']);
  expect(await held('lost')).toMatchObject({ ResourceRecords: [{ Value: '192.0.2.5' }] });
});

test('a dry run says what would be, and changes nothing', async () => {
  const wanted = { name: 'race.example.test', value: '192.0.2.9', reason: '', 'dry-run': 'true' };
  const { errors, outputs, log } = await change(wanted);
  expect([errors, outputs.result]).toEqual([[], 'planned']);
  expect(log).toContain('192.0.2.1 (TTL 60) → 192.0.2.9 (TTL 60)');
  expect(await held('race')).toMatchObject({ ResourceRecords: [{ Value: '192.0.2.1' }] });
});

describe('refuses, and changes nothing:', () => {
  test.each([
    [
      'a zone that is not there',
      { zone: 'other.test', name: 'a.other.test' },
      /has no hosted zone other\.test/,
    ],
    ['a name of external-dns', { name: 'owned.example.test' }, /belongs to external-dns \(owner "prod"\)/],
    [
      'nobody there',
      { endpoint: 'http://127.0.0.1:1' },
      /^Route 53 cannot be reached \(nothing listens there\)/,
    ],
  ] as [string, Record<string, string>, RegExp][])('%s', async (_, more, message) => {
    const { exitCode, errors } = await change({ name: 'race.example.test', value: '192.0.2.9', ...more });
    expect(exitCode).toBe(1);
    expect(errors[0]).toMatch(message);
  });
  afterEach(async () => {
    for (const name of ['race', 'owned'])
      expect(await held(name)).toMatchObject({ TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] });
  });

  test('credentials that AWS does not know', async () => {
    const checkAfter = (requests: string) =>
      fetch(`${moto.endpoint}/moto-api/reset-auth`, { method: 'POST', body: requests });
    await checkAfter('0');
    try {
      const result = await change({ name: 'race.example.test', value: '192.0.2.9' });
      // Moto's word for it has another form than that of AWS.
      expect(result.errors[0]).toMatch(
        /^Route 53 does not take these credentials of AWS, or does not let them/,
      );
      expectNoSecret(result);
    } finally {
      await checkAfter('Infinity');
    }
  });

  test.each([
    ['InvalidClientTokenId', 'Route 53 does not know these credentials of AWS; renew them.'],
    ['SignatureDoesNotMatch', 'Route 53 does not take these credentials of AWS; renew them.'],
    ['ExpiredToken', 'Route 53 says that these credentials of AWS have expired; renew them.'],
    ['AccessDenied', expect.stringMatching(/^Route 53 does not let these credentials do that; they need /)],
  ])('credentials that AWS answers with %s', async (code, sentence) => {
    const body = `<?xml version="1.0"?>
<ErrorResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>No.</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
    const server = createServer((_, response) =>
      response.writeHead(403, { 'Content-Type': 'text/xml' }).end(body),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const endpoint = `http://127.0.0.1:${port}`;
    const { errors } = await change({ name: 'race.example.test', value: '192.0.2.9', endpoint });
    server.close();
    expect(errors).toEqual([sentence]);
  });

  test('a certificate of nobody known', async () => {
    const untrusted = await startUntrusted();
    const endpoint = `https://127.0.0.1:${untrusted.port}`;
    const { errors } = await change({ name: 'race.example.test', value: '192.0.2.9', endpoint });
    untrusted.stop();
    expect(errors).toEqual([
      'Route 53 cannot be reached (its certificate is signed by an unknown authority; give NODE_EXTRA_CA_CERTS); check `endpoint` and the network of the runner.',
    ]);
  });

  test('no credentials', async () => {
    const env = { AWS_EC2_METADATA_DISABLED: 'true', HOME: '/nonexistent', AWS_REGION: 'us-east-1' };
    const { errors } = await change({ name: 'race.example.test', value: '192.0.2.9' }, env);
    expect(errors[0]).toMatch(/^Route 53 finds no credentials of AWS; run aws-actions/);
  });
});
