import { once } from 'node:events';
import { type IncomingMessage, request as plain } from 'node:http';
import { request as encrypted } from 'node:https';
import { ActionError } from '../../base/errors.ts';
import { PassingError, retryAfterMs } from '../../base/retry.ts';
import { WAITS } from '../../base/waits.ts';
import { isPassingStatus, mayRedirect } from '../http/client.ts';
import { isLasting, unreachableReason } from '../network.ts';
import { ChangedError, DeniedError, type Part, type Stored } from './stored.ts';

const REDIRECTS = 5;
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/** An object behind a URL; the query, which is the secret of a presigned one, is in no message. */
export class HttpsStore implements Stored {
  readonly name: string;
  readonly local = undefined;
  readonly #url: URL;
  readonly #signal: AbortSignal;

  private constructor(url: URL, signal: AbortSignal) {
    this.name = `${url.origin}${url.pathname}`;
    this.#url = url;
    this.#signal = signal;
  }

  static parse(source: string, signal: AbortSignal): HttpsStore {
    const url = URL.parse(source);
    if (!url)
      throw new ActionError(
        'Input `backup` begins like a URL but is not a valid one; percent-encode its special characters.',
      );
    if (!isPrivate(url)) {
      throw new ActionError(
        `A backup is not fetched from ${url.origin} without encryption; use https:// or s3://.`,
      );
    }
    return new HttpsStore(url, signal);
  }

  async part({ start, end }: { start: number; end: number }, version?: string): Promise<Part | undefined> {
    const headers: Record<string, string> = { range: `bytes=${start}-${end}`, 'accept-encoding': 'identity' };
    // A weak tag does not promise the same bytes, and servers refuse to compare it.
    if (version?.startsWith('"')) headers['if-match'] = version;
    const response = await this.#get(this.#url, headers, REDIRECTS);
    const { statusCode: status = 0 } = response;
    if (status === 200 || status === 206 || status === 416) return this.#answered(response, start, version);
    response.destroy();
    if (status === 404 || status === 410) return undefined;
    if (status === 412) throw new ChangedError(this.name);
    if (status === 401 || status === 403) {
      throw new DeniedError(
        `${this.name} may not be read (HTTP ${status}); check the credentials, or that the presigned URL has not expired.`,
      );
    }
    const message = `${this.name} answers with HTTP ${status}`;
    // Overload and gateways' errors pass; the rest does not.
    if (isPassingStatus(status))
      throw new PassingError(message, {
        retryAfterMs: retryAfterMs(response.headers['retry-after']),
        isLimit: status === 429,
      });
    throw new ActionError(`${message}; check the URL.`);
  }

  neighbour(suffix: string): Stored {
    const url = new URL(this.#url);
    url.pathname += suffix;
    return new HttpsStore(url, this.#signal);
  }

  #answered(response: IncomingMessage, start: number, expected?: string): Part {
    const { headers, statusCode } = response;
    const partial = statusCode !== 200;
    const [, from, total] = /^bytes (?:(\d+)-\d+|\*)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
    const modified = Date.parse(headers['last-modified'] ?? '');
    const bytes = Number(partial ? total : headers['content-length']);
    const version = headers.etag ?? headers['last-modified'] ?? `${bytes}`;
    if (expected !== undefined && version !== expected) {
      response.destroy();
      throw new ChangedError(this.name);
    }
    if (statusCode === 206 && Number(from) !== start) {
      response.destroy();
      throw new ActionError(
        `${this.name} answers with different bytes than were requested; fetch it by other means.`,
      );
    }
    if (statusCode === 416) response.resume();
    return {
      bytes: Number.isNaN(bytes) ? undefined : bytes,
      modifiedAt: Number.isNaN(modified) ? undefined : new Date(modified).toISOString(),
      version,
      partial,
      body: statusCode === 416 ? nothing() : response,
    };
  }

  async #get(url: URL, headers: Record<string, string>, redirects: number): Promise<IncomingMessage> {
    const send = url.protocol === 'https:' ? encrypted : plain;
    const request = send(url, { headers, signal: this.#signal, timeout: WAITS.STORE_SILENCE_MS });
    request.on('timeout', () =>
      request.destroy(new Error(`nothing came for ${WAITS.STORE_SILENCE_MS / 1000} s`)),
    );
    request.end();
    let response: IncomingMessage;
    try {
      [response] = (await once(request, 'response')) as [IncomingMessage];
    } catch (error) {
      this.#signal.throwIfAborted();
      const sentence = `${this.name} cannot be reached: ${unreachableReason(error)}`;
      throw isLasting(error)
        ? new ActionError(`${sentence}; check the URL.`, { cause: error })
        : new PassingError(sentence, { cause: error });
    }
    const { statusCode = 0, headers: answer } = response;
    if (![301, 302, 303, 307, 308].includes(statusCode) || !answer.location) return response;
    response.destroy();
    const next = URL.parse(answer.location, url.href);
    // By the same rule as the first: an answer must not lead to the metadata of the cloud, which speaks plain HTTP.
    if (redirects === 0 || !next || !isPrivate(next) || !mayRedirect(url, next)) {
      throw new ActionError(
        `${this.name} redirects too often, or to where nothing is encrypted; use the last URL.`,
      );
    }
    return this.#get(next, headers, redirects - 1);
  }
}

/** Whether it is encrypted on the way. */
const isPrivate = (url: URL) =>
  url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.includes(url.hostname));

async function* nothing(): AsyncGenerator<Uint8Array> {}
