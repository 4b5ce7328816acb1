import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { Registries } from '../../../src/systems/registry/registry.ts';
import { type Reply, startJsonServer } from '../../support/json-server.ts';

let server: Awaited<ReturnType<typeof startJsonServer>>;
afterEach(() => server.stop());

const unknownManifest = { status: 404, body: { errors: [{ code: 'MANIFEST_UNKNOWN' }] } };
const denied = (challenge: string): Reply => ({
  status: 401,
  headers: { 'www-authenticate': challenge },
  body: { errors: [{ code: 'UNAUTHORIZED' }] },
});

/** Looks for `team/web:1` with a password, where there is one. */
async function look(
  reply: (url: URL, request: IncomingMessage) => Reply | undefined,
  password?: string,
  name = 'team/web:1',
) {
  server = await startJsonServer(reply);
  const host = server.url.replace('http://', '');
  const masked: string[] = [];
  const registries = new Registries(AbortSignal.timeout(20_000), (secret) => masked.push(secret), true);
  const credentials = password ? [{ for: host, user: 'bot', password, from: 'pull' }] : [];
  const presence = await registries.lookUp(`${host}/${name}`, credentials);
  const reason = 'reason' in presence ? presence.reason.replaceAll(host, 'HOST') : undefined;
  return {
    ...presence,
    ...(reason && { reason }),
    masked,
    asked: server.requests.map(({ path }) => path),
    registries,
    host,
  };
}

const isFor = (password: string) => `Basic ${Buffer.from(`bot:${password}`).toString('base64')}`;

test('what is there is asked for once, by HEAD', async () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const found = await look(({ pathname }, { method }) => {
    if (pathname === '/v2/') return { body: {} };
    expect(method).toBe('HEAD');
    return { headers: { 'docker-content-digest': digest }, body: '' };
  });
  expect(found).toMatchObject({ is: 'there', isOther: false, asked: ['/v2/', '/v2/team/web/manifests/1'] });
});

test('a registry that knows no HEAD is asked by GET', async () => {
  const found = await look(({ pathname }, { method }) =>
    pathname === '/v2/' || method === 'GET' ? { body: {} } : { status: 405 },
  );
  expect(found.is).toBe('there');
});

test('what is gone is gone for whoever has credentials', async () => {
  const found = await look(
    (_, { headers }) =>
      headers.authorization === isFor('secret-1') ? unknownManifest : denied('Basic realm="r"'),
    'secret-1',
  );
  expect(found).toMatchObject({
    is: 'gone',
    reason: 'HOST has no team/web:1 any more',
    masked: ['secret-1'],
  });
});

test('what a stranger is not shown is not known to be gone', async () => {
  const found = await look(({ pathname }) => (pathname === '/v2/' ? { body: {} } : unknownManifest));
  expect(found).toMatchObject({
    is: 'unknown',
    reason: 'HOST shows nothing of team/web without credentials',
  });
});

test('where a stranger sees the repository, a missing image is gone', async () => {
  const found = await look(({ pathname }) =>
    pathname.includes('manifests') ? unknownManifest : { body: { name: 'team/web', tags: ['2'] } },
  );
  expect(found.is).toBe('gone');
});

test.each([
  ['the page of a proxy', { status: 404, body: '<html>Not found</html>' }],
  ['JSON of something else', { status: 404, body: { message: 'Not found' } }],
  ['an answer that nobody understands', { status: 418, body: {} }],
])('%s says nothing of an image', async (_, reply) => {
  const found = await look(({ pathname }) => (pathname === '/v2/' ? { body: {} } : reply), 'secret-1');
  expect(found).toMatchObject({
    is: 'unknown',
    reason: `HOST answers ${reply.status}, which says nothing of an image`,
  });
});

test('credentials that are refused are named by their Secret', async () => {
  const found = await look(() => denied('Basic realm="r"'), 'expired');
  expect(found).toMatchObject({ is: 'denied', reason: 'HOST refuses the credentials of Secret pull (401)' });
});

test('without credentials nobody knows', async () => {
  const found = await look(() => denied('Basic realm="r"'));
  expect(found.reason).toBe(
    'HOST answers 401: it wants credentials, and no pull secret that can be read has any for it',
  );
});

test('a token is asked for once for a repository, and is masked', async () => {
  const reply = ({ pathname, searchParams }: URL, { headers }: IncomingMessage): Reply => {
    if (pathname === '/token') {
      expect(Object.fromEntries(searchParams)).toEqual({ scope: 'repository:team/web:pull', service: 's' });
      expect(headers.authorization).toBe(isFor('secret-1'));
      return { body: { access_token: 'token-of-an-hour' } };
    }
    return headers.authorization === 'Bearer token-of-an-hour'
      ? { body: {} }
      : denied(`Bearer realm="${server.url}/token",service="s"`);
  };
  const { is, masked, registries, host } = await look(reply, 'secret-1');
  expect(is).toBe('there');
  expect(masked).toEqual(['secret-1', 'token-of-an-hour']);
  const again = { for: host, user: 'bot', password: 'secret-1', from: 'pull' };
  expect(await registries.lookUp(`${host}/team/web:2`, [again])).toMatchObject({ is: 'there' });
  expect(server.requests.filter(({ path }) => path.startsWith('/token'))).toHaveLength(1);
});

test('a registry that says only of an image how it wants to be asked', async () => {
  const found = await look(({ pathname }, { headers }) => {
    if (pathname === '/v2/') return { body: {} };
    return headers.authorization === isFor('secret-1') ? { body: {} } : denied('Basic realm="r"');
  }, 'secret-1');
  expect(found.is).toBe('there');
});

test.each(['http://169.254.169.254/token', 'file:///etc/passwd', 'nonsense'])(
  'credentials are not sent to %s',
  async (realm) => {
    const found = await look(() => denied(`Bearer realm="${realm}"`), 'secret-1');
    expect(found).toMatchObject({
      is: 'unknown',
      reason: 'HOST names an address for its tokens where they are not requested',
      asked: ['/v2/'],
    });
  },
);

test('a limit is waited for as long as there is time', async () => {
  let first = true;
  const found = await look(({ pathname }) => {
    if (pathname === '/v2/' || !first) return { body: {} };
    first = false;
    return { status: 429, headers: { 'retry-after': '1' }, body: '' };
  });
  expect(found.is).toBe('there');
});

test('a limit that lasts longer is said', async () => {
  const found = await look(({ pathname }) =>
    pathname === '/v2/' ? { body: {} } : { status: 429, headers: { 'retry-after': '3600' }, body: '' },
  );
  expect(found).toMatchObject({ is: 'unknown', reason: 'HOST answers 429, too many requests' });
});

test('the second of two credentials may be the right one', async () => {
  const reply = (_: URL, { headers }: IncomingMessage) =>
    headers.authorization === isFor('right') ? { body: {} } : denied('Basic realm="r"');
  const { registries, host } = await look(reply, 'wrong');
  const each = (password: string) => ({ for: host, user: 'bot', password, from: password });
  expect(await registries.lookUp(`${host}/team/web:1`, [each('wrong'), each('right')])).toMatchObject({
    is: 'there',
  });
});

test('a registry that does not name digests gives them by the text of its manifest', async () => {
  const [platform, list] = [`sha256:${'a'.repeat(64)}`, 'application/vnd.oci.image.index.v1+json'];
  const body = JSON.stringify({ mediaType: list, manifests: [{ digest: platform }] });
  const own = `sha256:${createHash('sha256').update(body).digest('hex')}`;
  const { registries, host } = await look(({ pathname }) => ({ body: pathname === '/v2/' ? {} : body }));
  expect(await registries.digests(`${host}/team/web:1`, [])).toEqual({
    is: 'there',
    digests: [own, platform],
  });
});

test('a list that is longer than what is read says nothing', async () => {
  const manifests = Array.from({ length: 1000 }, () => ({ digest: `sha256:${'a'.repeat(64)}` }));
  const { registries, host } = await look(({ pathname }) => ({
    body: pathname === '/v2/' ? {} : { manifests },
  }));
  expect(await registries.digests(`${host}/team/web:1`, [])).toMatchObject({ is: 'unknown' });
});

test('the loopback of a node is not that of the runner', async () => {
  const { host } = await look(() => ({ body: {} }));
  const registries = new Registries(AbortSignal.timeout(5000), () => {}, false);
  expect(await registries.lookUp(`${host}/a`, [])).toEqual({
    is: 'unknown',
    reason: `${host} is another machine for each node than for the runner`,
  });
});

test('the addresses where clouds give credentials away are not asked', async () => {
  const registries = new Registries(AbortSignal.timeout(5000), () => {}, true);
  expect(await registries.lookUp('169.254.169.254/latest/meta-data', [])).toEqual({
    is: 'unknown',
    reason: '169.254.169.254 is not a registry that is asked',
  });
});

test('who is cancelled is told so', async () => {
  server = await startJsonServer(() => undefined);
  const registries = new Registries(AbortSignal.abort(new Error('cancelled')), () => {}, true);
  await expect(registries.lookUp(`${server.url.replace('http://', '')}/a`, [])).rejects.toThrow('cancelled');
});
