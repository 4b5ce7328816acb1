import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readNeighbour } from '../../../src/database/backup/fetch.ts';
import { download } from '../../../src/systems/storage/download.ts';
import { open } from '../../../src/systems/storage/storage.ts';
import { dump, fetched, listener, never, temporary } from '../../support/backup/backups.ts';
import { SHOP } from '../../support/backup/content.ts';
import { createDatabase, VERSION } from '../../support/postgres/database.ts';
import { type Fault, type FaultProxy, startFaultProxy } from '../../support/s3/proxy.ts';
import { type S3Server, startS3 } from '../../support/s3/server.ts';

/** Milliseconds: programs are started by the dozen, beside other tests. */
const MIB = 1024 * 1024;
const large = randomBytes(41 * MIB);
const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let s3: S3Server;
let own: NodeJS.ProcessEnv;
beforeAll(async () => {
  own = { ...process.env };
  s3 = await startS3();
  await s3.put('large file ü+%.dump', large);
}, 600_000);
afterAll(() => s3.remove());

let proxy: FaultProxy | undefined;
afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, own);
});

/** Fetches the large object by way of a proxy that does this to requests. */
async function fetchLarge(fault: Parameters<typeof startFaultProxy>[1], key = 'large file ü+%.dump') {
  Object.assign(process.env, s3.environment);
  proxy = await startFaultProxy(s3.endpoint, fault);
  const path = join(temporary(), 'object');
  const steps: number[] = [];
  const stored = await open(`s3://${s3.bucket}/${key}`, { s3Endpoint: proxy.endpoint, signal: never });
  const result = await download(stored, path, { progress: (bytes) => steps.push(bytes), signal: never });
  return { ...result, path, steps, ranges: proxy.ranges };
}

test('an object comes in parts, whole and in order', async () => {
  const { path, steps, ...result } = await fetchLarge(() => undefined);
  expect(result).toMatchObject({ bytes: large.length, sha256: sum(large) });
  expect(sum(readFileSync(path))).toBe(sum(large));
  expect(steps).toEqual([8, 16, 24, 32, 40, 41].map((mib) => mib * MIB));
  expect(Math.abs(Date.parse(result.modifiedAt ?? '') - Date.now())).toBeLessThan(600_000);
});

const slowDown = '<?xml version="1.0"?><Error><Code>SlowDown</Code><Message>Please reduce</Message></Error>';
const FAULTS: [what: string, fault: (count: number) => Fault | undefined][] = [
  ['is cut again and again', (count) => (count % 2 === 1 && count < 8 ? { cutAfter: 3 * MIB } : undefined)],
  ['is cut before its first byte', (count) => (count === 2 ? { cutAfter: 0 } : undefined)],
  ['is told to slow down', (count) => (count < 4 ? { status: 503, body: slowDown } : undefined)],
  ['meets errors of the server', (count) => (count === 3 ? { status: 500, body: '' } : undefined)],
  ['comes in drips', (count) => (count === 2 ? { pieces: 4096 } : undefined)],
];
test.each(FAULTS)('a fetch that %s ends with the whole object', async (_, fault) => {
  const { sha256 } = await fetchLarge((_request, count) => fault(count));
  expect(sha256).toBe(sum(large));
});

test('an object that is replaced on the way is an error and no mixture', async () => {
  await s3.put('changing', large);
  const replace = async (_: unknown, count: number) => {
    if (count === 2) await s3.put('changing', randomBytes(41 * MIB));
    return undefined;
  };
  await expect(fetchLarge(replace, 'changing')).rejects.toThrow(/was replaced while it was fetched/);
});

test('a server that never answers well is given up, with its words', async () => {
  await expect(fetchLarge(() => ({ status: 503, body: slowDown }))).rejects.toThrow(
    /could not be read in 6 attempts \(.*SlowDown/,
  );
});

describe('what is wrong is one sentence:', () => {
  const get = async (source: string, environment: Record<string, string>) => {
    Object.assign(process.env, environment);
    return fetched(source, { s3Endpoint: s3.endpoint }).catch((error: Error) => error.message);
  };
  test.each([
    [
      'no such key',
      () => get(`s3://${s3.bucket}/none`, s3.environment),
      /^There is no s3:\/\/backups\/none; check/,
    ],
    ['no such bucket', () => get('s3://nowhere/none', s3.environment), /^There is no bucket "nowhere"/],
    ['no key', () => get('s3://backups', s3.environment), /accepted is s3:\/\/bucket\/key/],
    [
      'not ours',
      () => get(`s3://${s3.bucket}/none`, s3.strangersEnvironment),
      /may not be read, or is not there \(AccessDenied\)/,
    ],
    [
      'a wrong secret',
      () => get(`s3://${s3.bucket}/none`, { ...s3.environment, AWS_SECRET_ACCESS_KEY: 'wrong' }),
      /credentials for .* are wrong \(SignatureDoesNotMatch\)/,
    ],
    [
      'a wrong key',
      () => get(`s3://${s3.bucket}/none`, { ...s3.environment, AWS_ACCESS_KEY_ID: 'wrong' }),
      /credentials for .* are wrong \(InvalidAccessKeyId\)/,
    ],
    [
      'no credentials',
      () => get(`s3://${s3.bucket}/none`, { AWS_EC2_METADATA_DISABLED: 'true', HOME: temporary() }),
      /^There are no credentials for s3:/,
    ],
  ])('%s', async (_, message, expected) => {
    const said = await message();
    expect(said).toMatch(expected);
    for (const secret of Object.values(s3.environment).slice(0, 2)) expect(said).not.toContain(secret);
  });
});

test('a backup in S3 is fetched with its checksum and its snapshot', async () => {
  Object.assign(process.env, s3.environment);
  const database = await createDatabase(VERSION, { sql: SHOP });
  const bytes = readFileSync(dump(database.url, 'x', '--format=custom'));
  await database.drop();
  await s3.put('nightly/app', bytes);
  await s3.put('nightly/app.sha256', `${sum(bytes)}  app\n`);
  await s3.put('nightly/app.snapshot.json', '{"version":1}');
  const source = `s3://${s3.bucket}/nightly/app`;
  const backup = await fetched(source, { s3Endpoint: s3.endpoint });
  expect(backup).toMatchObject({ source, form: 'custom', sha256: sum(bytes), bytes: bytes.length });
  const neighbour = (suffix: string, heard = listener()) =>
    readNeighbour(source, suffix, { ...heard, s3Endpoint: s3.endpoint, signal: never });
  expect(await neighbour('.snapshot.json')).toBe('{"version":1}');
  expect(await neighbour('.other')).toBeUndefined();
  await s3.put('nightly/app.sha256', sum(Buffer.from('other')));
  await expect(fetched(source, { s3Endpoint: s3.endpoint })).rejects.toThrow(/does not match its checksum/);
});

test('a neighbour that may not be read is told, and counts as absent', async () => {
  Object.assign(process.env, s3.strangersEnvironment);
  const heard = listener();
  const options = { ...heard, s3Endpoint: s3.endpoint, signal: never };
  expect(await readNeighbour(`s3://${s3.bucket}/x`, '.sha256', options)).toBeUndefined();
  expect(heard.warnings).toEqual([
    expect.stringMatching(/x\.sha256 is not used, because it may not be read/),
  ]);
});
