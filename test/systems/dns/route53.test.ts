import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { route53 } from '../../../src/systems/dns/route53.ts';

const NS = 'xmlns="https://route53.amazonaws.com/doc/2013-04-01/"';
const failure = (code: string, message: string) =>
  `<ErrorResponse ${NS}><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
const pending = `<ChangeResourceRecordSetsResponse ${NS}><ChangeInfo><Id>/change/C1</Id><Status>PENDING</Status><SubmittedAt>2026-01-01T00:00:00Z</SubmittedAt></ChangeInfo></ChangeResourceRecordSetsResponse>`;
// As kubernetes-sigs/external-dns#732 and boto/boto#2887 have them.
const other = `[Tried to delete resource record set [name='a.test.', type='A'] but the values provided do not match the current values]`;
const none = `[Tried to delete resource record set [name='a.test.', type='A'] but it was not found]`;

const ZONE = `<GetHostedZoneResponse ${NS}><HostedZone><Id>/hostedzone/Z0123456789</Id><Name>test.</Name><CallerReference>x</CallerReference></HostedZone></GetHostedZoneResponse>`;

let environment: NodeJS.ProcessEnv;
beforeEach(() => {
  environment = { ...process.env };
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' });
});
afterEach(() => {
  process.env = environment;
});

/** What moto says in other words or never: it has no changes that take time, and does not compare as AWS does. */
async function changedWhere(answers: { change: string; after?: string }): Promise<unknown> {
  const server = createServer((request, response) => {
    const isZone = request.url?.startsWith('/2013-04-01/hostedzone/') && request.method === 'GET';
    const body = isZone ? ZONE : request.method === 'POST' ? answers.change : (answers.after ?? '');
    request.resume();
    response.writeHead([pending, ZONE].includes(body) ? 200 : 400, { 'Content-Type': 'text/xml' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const { signal } = new AbortController();
  const provider = await route53('Z0123456789', { endpoint: `http://127.0.0.1:${port}`, signal });
  const raw = { Name: 'a.test.', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] };
  const held = { type: 'A', ttl: 60, values: ['192.0.2.1'], publiclyResolvable: true, ttlRemaining: 60, raw };
  try {
    const settled = await provider.change('a.test', held, { ttl: 60, values: ['192.0.2.2'] });
    return await settled();
  } catch (error) {
    return (error as Error).message;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const MEANWHILE = /^The A record of a\.test was changed by someone else since it was read/;
test.each([
  ['another one is there', { change: failure('InvalidChangeBatch', other) }, MEANWHILE],
  ['none is there', { change: failure('InvalidChangeBatch', none) }, MEANWHILE],
  [
    'the batch is invalid otherwise',
    { change: failure('InvalidChangeBatch', '[Invalid Resource Record]') },
    /^Route 53 says: \[Invalid Resource Record\]/,
  ],
  [
    'it fails otherwise',
    { change: failure('InvalidInput', 'Region not found') },
    /^Route 53 says: Region not found/,
  ],
  [
    'the change is made, and then not found',
    { change: pending, after: failure('NoSuchChange', 'The change C1 was not found') },
    /^Route 53 says: The change C1 was not found/,
  ],
])('a change where %s', async (_, answers, message) => {
  expect(await changedWhere(answers)).toMatch(message);
});

test('a zone is the one that was asked for, and not one that a service of AWS keeps', async () => {
  const { signal } = new AbortController();
  const answers = async (body: string) => {
    const server = createServer((_, response) => response.writeHead(200).end(body)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    try {
      return await route53('Z0123456789', { endpoint: `http://127.0.0.1:${port}`, signal }).then(
        ({ zone }) => zone,
        (error) => (error as Error).message,
      );
    } finally {
      server.close();
    }
  };
  expect(await answers(ZONE)).toBe('test');
  expect(await answers(ZONE.replace('Z0123456789', 'Z9999999999'))).toBe(
    'What answers for the hosted zone Z0123456789 is Z9999999999; check `endpoint`.',
  );
  const linked =
    '<LinkedService><ServicePrincipal>servicediscovery.amazonaws.com</ServicePrincipal></LinkedService>';
  expect(await answers(ZONE.replace('</HostedZone>', `${linked}</HostedZone>`))).toBe(
    'The hosted zone test is kept by servicediscovery.amazonaws.com, which takes back what others change; change it there.',
  );
});
