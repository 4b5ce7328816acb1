import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { download, readSmall } from '../../../src/systems/storage/download.ts';
import { open } from '../../../src/systems/storage/storage.ts';
import { never, temporary } from '../../support/backup/backups.ts';

const BODY = randomBytes(20 * 1024 * 1024);
const SUM = createHash('sha256').update(BODY).digest('hex');

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

interface Asked {
  readonly url: string;
  readonly range: string | undefined;
  readonly ifMatch: string | undefined;
}

/** A server that answers by `answer`; gives its URL and what it was asked. */
async function serve(answer: (asked: Asked, response: ServerResponse, count: number) => void) {
  const asked: Asked[] = [];
  server = createServer(({ url = '', headers }, response) => {
    const one = { url, range: headers.range, ifMatch: headers['if-match'] };
    asked.push(one);
    answer(one, response, asked.length);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, asked };
}

function ranged({ range = '' }: Asked, response: ServerResponse, etag = '"a"', body = BODY): void {
  const [, start = '', end = ''] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
  const part = body.subarray(Number(start), Number(end) + 1);
  response.writeHead(206, {
    'content-range': `bytes ${start}-${Number(start) + part.length - 1}/${body.length}`,
    'content-length': part.length,
    etag,
    'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT',
  });
  response.end(part);
}

async function fetched(source: string) {
  const path = join(temporary(), 'object');
  return download(await open(source, { signal: never }), path, { progress: () => {}, signal: never });
}

test('comes in parts of one version where the server knows ranges', async () => {
  const { url, asked } = await serve((one, response) => ranged(one, response));
  expect(await fetched(`${url}/a?X-Amz-Signature=topsecret`)).toMatchObject({
    sha256: SUM,
    bytes: BODY.length,
    modifiedAt: '2026-11-22T10:00:00.000Z',
  });
  expect(asked.map(({ ifMatch }) => ifMatch)).toEqual([undefined, '"a"', '"a"']);
});

test('comes as one where it does not, from the start again after a cut', async () => {
  const { url } = await serve((_, response, count) => {
    response.writeHead(200, { 'content-length': BODY.length });
    if (count > 1) return void response.end(BODY);
    response.write(BODY.subarray(0, 5_000_000), () => response.destroy());
  });
  expect((await fetched(`${url}/a`)).sha256).toBe(SUM);
});

test('follows redirects, and says so where they leave encryption or never end', async () => {
  const { url } = await serve((one, response) =>
    one.url === '/b'
      ? ranged(one, response)
      : response.writeHead(302, { location: one.url === '/a' ? '/b' : '/c' }).end(),
  );
  expect((await fetched(`${url}/a`)).sha256).toBe(SUM);
  await expect(fetched(`${url}/c`)).rejects.toThrow(/redirects too often/);
});

test.each([
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/latest/',
  'http://metadata.google.internal/',
  'http://example.com/dump',
  'file:///etc/passwd',
  'ftp://example.com/',
  'http://[',
])('a redirect to %s is not followed, and not tried again', async (location) => {
  const { url, asked } = await serve((_, response) => response.writeHead(302, { location }).end());
  await expect(fetched(`${url}/a`)).rejects.toThrow(/redirects too often, or to where nothing is encrypted/);
  expect(asked).toHaveLength(1);
});

test('credentials of the URL are not sent on to another server', async () => {
  const got: (string | undefined)[] = [];
  const other = createServer(({ headers }, response) => {
    got.push(headers.authorization);
    response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { url } = await serve((_, response) =>
    response.writeHead(302, { location: `http://localhost:${port}/b` }).end(),
  );
  await expect(fetched(`${url.replace('//', '//user:hidden@')}/a?sig=topsecret`)).rejects.toThrow(
    /There is no/,
  );
  other.close();
  expect(got).toEqual([undefined]);
});

test('more than the part that was asked for is not held in memory', async () => {
  let sent = 0;
  const { url, asked } = await serve((_, response) => {
    response.writeHead(206, { 'content-range': 'bytes 0-67108863/1000' });
    const more = () => {
      while (!response.destroyed && response.write(BODY)) sent += BODY.length;
      sent += BODY.length;
    };
    response.on('drain', more);
    more();
  });
  const stored = await open(`${url}/a`, { signal: never });
  await expect(readSmall(stored, never)).rejects.toThrow(/larger|more than the 64 MiB that were asked for/);
  expect(asked).toHaveLength(1);
  expect(sent).toBeLessThan(400 * 1024 * 1024);
});

test('a part of another version is an error', async () => {
  const { url } = await serve((one, response, count) => ranged(one, response, count > 1 ? '"b"' : '"a"'));
  await expect(fetched(`${url}/a`)).rejects.toThrow(/was replaced while it was fetched/);
});

test.each([
  [404, /^There is no http:\/\/127\.0\.0\.1:\d+\/a; check/],
  [403, /may not be read \(HTTP 403\)/],
  [412, /was replaced/],
  [400, /answers with HTTP 400; check the URL/],
])('HTTP %d is one sentence, without what is secret', async (status, message) => {
  const { url } = await serve((_, response) => response.writeHead(status).end());
  const error = await fetched(`${url.replace('//', '//user:hidden@')}/a?X-Amz-Signature=topsecret`).catch(
    (thrown: Error) => thrown,
  );
  expect((error as Error).message).toMatch(message);
  expect((error as Error).message).not.toMatch(/topsecret|hidden/);
});

test('a missing neighbour is undefined; it is asked for with the same query', async () => {
  const { url, asked } = await serve((_, response) => response.writeHead(404).end());
  const stored = await open(`${url}/a?token=t`, { signal: never });
  expect(await readSmall(stored.neighbour('.sha256'), never)).toBeUndefined();
  expect(asked[0]?.url).toBe('/a.sha256?token=t');
});

test.each([
  ['http://example.com/dump', /without encryption/],
  ['ftp://example.com/dump', /not read from ftp:\/\//],
  ['https://exa mple/', /begins like a URL but is not a valid one/],
])('%s is refused before anything is asked', async (source, message) => {
  await expect(open(source, { signal: never })).rejects.toThrow(message);
});
