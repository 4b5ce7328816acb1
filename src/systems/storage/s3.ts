import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ActionError, messageOf } from '../../base/errors.ts';
import { boundAnswers } from '../http/aws.ts';
import { endpointOf } from '../http/endpoint.ts';
import { countRequest } from '../requests.ts';
import { type Access, ChangedError, DeniedError, type Part, type Stored } from './stored.ts';

const MAX_ERROR_BYTES = 1024 ** 2;

interface S3Error {
  readonly name?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** An object of S3, or of what speaks like it. */
export class S3Store implements Stored {
  readonly name: string;
  readonly local = undefined;
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #key: string;
  readonly #signal: AbortSignal;

  private constructor(client: S3Client, bucket: string, key: string, signal: AbortSignal) {
    this.name = `s3://${bucket}/${key}`;
    this.#client = client;
    this.#bucket = bucket;
    this.#key = key;
    this.#signal = signal;
  }

  /** Credentials are found as by the AWS command line; another endpoint than Amazon's gets the bucket in the path. */
  static parse(source: string, { s3Endpoint, signal }: Access): S3Store {
    const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/s.exec(source) ?? [];
    if (!bucket || !key)
      throw new ActionError(`Input \`backup\` is "${source}"; accepted is s3://bucket/key, with both.`);
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const client = new S3Client({
      region: AWS_REGION || AWS_DEFAULT_REGION || 'us-east-1',
      followRegionRedirects: true,
      // The second one is with the clock put right; passing failures are retried by the download.
      maxAttempts: 2,
      // Checksums are of whole objects; what is fetched are parts, and the whole is compared with its SHA-256.
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(s3Endpoint ? { endpoint: endpointOf(s3Endpoint, 's3-endpoint'), forcePathStyle: true } : {}),
    });
    // An object is read by its parts; what says why there is none is text.
    boundAnswers(client, 'S3', MAX_ERROR_BYTES, (status) => status >= 300);
    return new S3Store(client, bucket, key, signal);
  }

  async part({ start, end }: { start: number; end: number }, version?: string): Promise<Part | undefined> {
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: this.#key,
      Range: `bytes=${start}-${end}`,
      ...(version ? { IfMatch: version } : {}),
    });
    countRequest('to S3');
    try {
      const {
        Body,
        ContentRange,
        ContentLength,
        LastModified,
        ETag = '',
      } = await this.#client.send(command, {
        abortSignal: this.#signal,
      });
      if (version && ETag !== version) throw new ChangedError(this.name);
      const [, total] = /\/(\d+)$/.exec(ContentRange ?? '') ?? [];
      return {
        bytes: total === undefined ? ContentLength : Number(total),
        modifiedAt: LastModified?.toISOString(),
        version: ETag,
        partial: total !== undefined,
        body: Body as unknown as AsyncIterable<Uint8Array>,
      };
    } catch (error) {
      this.#signal.throwIfAborted();
      return this.#failed(error);
    }
  }

  neighbour(suffix: string): Stored {
    return new S3Store(this.#client, this.#bucket, this.#key + suffix, this.#signal);
  }

  /** What S3 said as a sentence; a plain Error is worth another attempt. */
  #failed(error: unknown): Part | undefined {
    if (error instanceof ActionError) throw error;
    const { name = '', $metadata } = error as S3Error;
    const status = $metadata?.httpStatusCode ?? 0;
    const cause = { cause: error };
    if (name === 'NoSuchBucket') {
      throw new ActionError(
        `There is no bucket "${this.#bucket}"; check input \`backup\` and, if it is not Amazon's, \`s3-endpoint\`.`,
        cause,
      );
    }
    if (status === 404) return undefined;
    if (status === 416)
      return { bytes: 0, modifiedAt: undefined, version: '', partial: true, body: nothing() };
    if (status === 412) throw new ChangedError(this.name);
    if (name === 'CredentialsProviderError') {
      throw new ActionError(
        `There are no credentials for ${this.name}; give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to the step, or put aws-actions/configure-aws-credentials before it.`,
        cause,
      );
    }
    if (status === 400 && /Expired|Token/.test(name))
      throw new DeniedError(`${this.name} may not be read: the credentials have expired (${name}).`, cause);
    if (status === 401 || status === 403) throw new DeniedError(this.#denied(name, messageOf(error)), cause);
    if (status >= 300 && status < 500 && status !== 408 && status !== 429) {
      throw new ActionError(`${this.name} cannot be read: ${name}, ${messageOf(error)}.`, cause);
    }
    throw new Error(`${this.name} cannot be read: ${name}, ${messageOf(error)}`, cause);
  }

  #denied(name: string, words: string): string {
    switch (name) {
      case 'InvalidObjectState':
        return `${this.name} is in an archive (S3 Glacier) and cannot be read before it is restored from there (aws s3api restore-object), which takes minutes to two days; take a newer backup, or restore it and run this again.`;
      case 'InvalidAccessKeyId':
      case 'SignatureDoesNotMatch':
        return `The credentials for ${this.name} are wrong (${name}); check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`;
      case 'RequestTimeTooSkewed':
        return `${this.name} may not be read: the clock of the runner is wrong (${name}).`;
      default:
        if (/\bkms:/i.test(words))
          return `${this.name} may not be read (${name}): it is encrypted with a key of KMS, and the credentials need \`kms:Decrypt\` on that.`;
        return `${this.name} may not be read, or is not there (${name}); the credentials need s3:GetObject on it, and s3:ListBucket on the bucket to tell the two apart.`;
    }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
