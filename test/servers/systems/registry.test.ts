/** The door to registries against a real one: open, with users, with tokens, over TLS of an own CA, deleted, limited. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Credential } from '../../../src/systems/registry/credentials.ts';
import { Registries } from '../../../src/systems/registry/registry.ts';
import { type Distribution, PASSWORD, startDistribution, USER } from '../../support/distribution.ts';

const door = join(import.meta.dirname, '../../../src/systems/registry/registry.ts');
const registries = () => new Registries(AbortSignal.timeout(30_000), () => {}, true);
const as = (host: string, password = PASSWORD): Credential[] => [
  { for: host, user: USER, password, from: 'pull' },
];

describe.each(['none', 'basic', 'bearer'] as const)('with authentication: %s', (auth) => {
  let registry: Distribution;
  let digest: string;
  let deleted: string;
  beforeAll(async () => {
    registry = await startDistribution(auth);
    digest = await registry.push('team/web', '1');
    deleted = await registry.push('team/web', '2');
    await registry.delete('team/web', deleted);
  });
  afterAll(() => registry?.stop());

  const look = (name: string, password?: string, expected?: string) =>
    registries().lookUp(
      `${registry.host}/${name}`,
      auth === 'none' ? [] : as(registry.host, password),
      expected,
    );

  test('what is there is found by tag and by digest', async () => {
    const there = { is: 'there', isOther: false };
    expect(await look('team/web:1')).toEqual(there);
    expect(await look(`team/web@${digest}`)).toEqual(there);
    expect(await look(`team/web:1@${digest}`)).toEqual(there);
    expect(await look('team/web:1', undefined, digest)).toEqual(there);
  });

  test('a tag that means another image is told', async () => {
    expect(await look('team/web:1', undefined, deleted)).toEqual({ is: 'there', isOther: true });
  });

  test('of an image for several architectures the digest of its index and of each is known', async () => {
    const { index, amd64, arm64 } = await registry.pushIndex('team/both', '1');
    const credentials = auth === 'none' ? [] : as(registry.host);
    const digests = (name: string) => registries().digests(`${registry.host}/${name}`, credentials);
    for (const name of ['team/both:1', `team/both@${index}`])
      expect(await digests(name)).toEqual({ is: 'there', digests: [index, amd64, arm64] });
    expect(await digests(`team/both@${arm64}`)).toEqual({ is: 'there', digests: [arm64] });
    expect(await digests('team/web:1')).toEqual({ is: 'there', digests: [digest] });
    expect(await digests('team/web:2')).toMatchObject({ is: 'gone' });
    for (const expected of [index, amd64, arm64])
      expect(await look('team/both:1', undefined, expected)).toEqual({ is: 'there', isOther: false });
    expect(await look('team/both:1', undefined, digest)).toEqual({ is: 'there', isOther: true });
  });

  test('what was deleted is gone, by digest and by tag', async () => {
    for (const name of [`team/web@${deleted}`, 'team/web:2', 'team/web:never'])
      expect(await look(name)).toMatchObject({ is: 'gone' });
  });

  test('a repository that never was is gone for whoever may look, and unknown to a stranger', async () => {
    expect((await look('team/other:1')).is).toBe(auth === 'none' ? 'unknown' : 'gone');
  });

  if (auth !== 'none') {
    test('a wrong password is told by its Secret', async () => {
      expect(await look('team/web:1', 'expired')).toEqual({
        is: 'denied',
        reason: `${registry.host} refuses the credentials of Secret pull (401)`,
      });
    });

    test('a stranger knows nothing', async () => {
      const presence = await registries().lookUp(`${registry.host}/team/web:1`, []);
      expect(presence).toMatchObject({
        is: 'unknown',
        reason: expect.stringContaining('it wants credentials'),
      });
    });
  }

  test('before a limit it is waited, and fifty images are asked for in one go', async () => {
    let asked = 0;
    const proxy = createServer((incoming, outgoing) => {
      asked += 1;
      if (asked === 2) return void outgoing.writeHead(429, { 'retry-after': '1' }).end();
      const { method, url = '', headers } = incoming;
      const forwarded = send(`http://${registry.host}${url}`, { method: method ?? 'GET', headers });
      forwarded.on('response', (answer) => {
        outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(forwarded);
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const host = `127.0.0.1:${(proxy.address() as { port: number }).port}`;
    try {
      const all = registries();
      const seen = await Promise.all(
        Array.from({ length: 50 }, () => all.lookUp(`${host}/team/web:1`, auth === 'none' ? [] : as(host))),
      );
      expect(new Set(seen.map(({ is }) => is))).toEqual(new Set(['there']));
      console.log(`${auth}: 50 images, ${asked} requests to the registry`);
    } finally {
      proxy.closeAllConnections();
      proxy.close();
    }
  });
});

describe('over TLS', () => {
  let registry: Distribution;
  beforeAll(async () => {
    registry = await startDistribution('basic', true);
    await registry.push('team/web', '1');
  });
  afterAll(() => registry?.stop());

  /** In a process of its own, which knows the CA or does not. */
  async function look(env: Record<string, string>): Promise<object> {
    const script = `
      const { Registries } = await import(${JSON.stringify(door)});
      const registries = new Registries(AbortSignal.timeout(30000), () => {}, true);
      console.log(JSON.stringify(await registries.lookUp(${JSON.stringify(`${registry.host}/team/web:1`)}, ${JSON.stringify(as(registry.host))})));
      process.exit();`;
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
      env: { PATH: process.env.PATH, ...env },
    });
    return JSON.parse(stdout);
  }

  test('of an own CA: trusted by NODE_EXTRA_CA_CERTS, else not checked with the reason', async () => {
    expect(await look({ NODE_EXTRA_CA_CERTS: registry.ca ?? '' })).toEqual({ is: 'there', isOther: false });
    expect(await look({})).toMatchObject({
      is: 'unknown',
      reason: expect.stringContaining(
        'its certificate is signed by an unknown authority; give NODE_EXTRA_CA_CERTS',
      ),
    });
  });
});

test('a registry that falls silent costs no more than the deadline', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const host = `127.0.0.1:${(silent.address() as { port: number }).port}`;
  try {
    expect(await registries().lookUp(`${host}/a:1`, [])).toMatchObject({
      is: 'unknown',
      reason: expect.stringMatching(/gave no answer in \d s$/),
    });
  } finally {
    silent.closeAllConnections();
    silent.close();
  }
});
