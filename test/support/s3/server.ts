import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { versitygw } from '../../setup/artifacts.ts';
import { freePort } from '../port.ts';

const CREDENTIALS = { accessKeyId: 'test-access-key', secretAccessKey: 'test-Secret/Key+1' };
/** Another valid account, with no right to anything. */
const STRANGER = { accessKeyId: 'stranger', secretAccessKey: 'strangers-secret' };

export interface S3Server {
  readonly endpoint: string;
  readonly bucket: string;
  /** What the default credential chain reads. */
  readonly environment: Record<string, string>;
  readonly strangersEnvironment: Record<string, string>;
  put(key: string, body: Uint8Array | string): Promise<void>;
  delete(key: string): Promise<void>;
  /** The keys that are there. */
  keys(): Promise<string[]>;
  remove(): Promise<void>;
}

/** A real S3-compatible server (versitygw over a folder) on a free port, with one bucket. */
export async function startS3(bucket = 'backups'): Promise<S3Server> {
  const program = versitygw.path('versitygw');
  const directory = mkdtempSync(join(tmpdir(), 's3-'));
  const folder = (name: string) => mkdtempSync(join(directory, name));
  const port = await freePort();
  const args = ['--port', `127.0.0.1:${port}`, '--quiet', '--iam-dir', folder('iam-')];
  const root = {
    ROOT_ACCESS_KEY: CREDENTIALS.accessKeyId,
    ROOT_SECRET_KEY: CREDENTIALS.secretAccessKey,
  };
  const server = spawn(program, [...args, 'posix', folder('data-')], {
    env: { ...root, PATH: process.env.PATH },
    stdio: 'ignore',
  });
  const endpoint = `http://127.0.0.1:${port}`;
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error(`versitygw ended with ${server.exitCode}.`);
    await wait(20);
  }
  const stranger = spawn(
    program,
    [
      'admin',
      '--endpoint-url',
      endpoint,
      'create-user',
      '--role',
      'user',
      '--access',
      STRANGER.accessKeyId,
      '--secret',
      STRANGER.secretAccessKey,
    ],
    {
      env: { ADMIN_ACCESS_KEY: CREDENTIALS.accessKeyId, ADMIN_SECRET_KEY: CREDENTIALS.secretAccessKey },
      stdio: 'ignore',
    },
  );
  await once(stranger, 'exit');
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: CREDENTIALS,
  });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    endpoint,
    bucket,
    environment: environmentOf(CREDENTIALS),
    strangersEnvironment: environmentOf(STRANGER),
    put: async (key, body) =>
      void (await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }))),
    delete: async (key) => void (await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))),
    async keys() {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
      return Contents.flatMap(({ Key }) => Key ?? []);
    },
    async remove() {
      client.destroy();
      const exited = once(server, 'exit');
      server.kill('SIGKILL');
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function environmentOf({ accessKeyId, secretAccessKey }: typeof CREDENTIALS): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
