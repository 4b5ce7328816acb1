/**
 * What of AWS's own client the example asks for, for machines that do not have it: `aws s3 cp . s3://bucket/folder/
 * --recursive --exclude '*' --include <glob>`.
 */
import { globSync, readFileSync } from 'node:fs';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const [s3, cp, from, to = '', recursive, exclude, all, include, glob = ''] = process.argv.slice(2);
const [, bucket, folder] = /^s3:\/\/([^/]+)\/(.*)$/.exec(to) ?? [];
const asked = [s3, cp, from, recursive, exclude, all, include].join(' ');
if (asked !== 's3 cp . --recursive --exclude * --include' || !bucket)
  throw new Error(`The stand-in for aws does not know: ${process.argv.slice(2).join(' ')}`);
const client = new S3Client({ region: process.env.AWS_REGION ?? 'us-east-1' });
for (const name of globSync(glob)) {
  await client.send(
    new PutObjectCommand({ Bucket: bucket, Key: `${folder}${name}`, Body: readFileSync(name) }),
  );
  console.log(`upload: ./${name} to ${to}${name}`);
}
