/** What S3 refuses for another reason than a missing right. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { readSmall } from '../../../src/systems/storage/download.ts';
import { open } from '../../../src/systems/storage/storage.ts';
import { never } from '../../support/backup/backups.ts';

const env = { ...process.env };
afterEach(() => {
  process.env = { ...env };
});

async function refusal(code: string, words: string): Promise<string> {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'not a real one' });
  const server = createServer((_, response) => {
    response.writeHead(403, { 'content-type': 'application/xml' });
    response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${words}</Message></Error>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  try {
    const s3Endpoint = `http://127.0.0.1:${port}`;
    const stored = await open('s3://backups/shop.dump', { s3Endpoint, signal: never });
    return await readSmall(stored, never).then(
      () => 'read',
      (error: Error) => error.message,
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

// EnterpriseDB/barman#332: old backups move to Glacier by a rule of the bucket, and no right is missing.
test('a backup in an archive is told to be there, and how it comes back', async () => {
  expect(
    await refusal('InvalidObjectState', "The operation is not valid for the object's storage class"),
  ).toMatch(/^s3:\/\/backups\/shop\.dump is in an archive \(S3 Glacier\) .*\(aws s3api restore-object\)/);
});

test('a key of KMS that may not be used is what is told, and not the object', async () => {
  const words = 'User: arn:aws:iam::1:user/x is not authorized to perform: kms:Decrypt on this resource';
  expect(await refusal('AccessDenied', words)).toMatch(/the credentials need `kms:Decrypt` on that\.$/);
});
