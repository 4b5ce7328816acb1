import { Readable } from 'node:stream';
import { ActionError } from '../../base/errors.ts';
import { beginning } from '../../base/redact.ts';
import { PassingError } from '../../base/retry.ts';
import { textWithin } from '../bounded.ts';
import { isLasting, unreachableReason, wasUnsent } from '../network.ts';
import { countRequest } from '../requests.ts';

/** One request over HTTP. Errors name the host only: the URL may be a secret, and so may be what is sent. */
export interface HttpRequest {
  /** The server's name in errors; its host by default. */
  readonly peer?: string;
  /** What to check where there is no answer; by default the caller says that. */
  readonly check?: string;
  readonly url: URL;
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bytes of an answer that are read. */
  readonly mostBytes: number;
  /** Redirects that are followed; none where it is not said, and then the redirect is the answer. */
  readonly redirects?: number;
}

interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** As far as `mostBytes`. */
  readonly body: string;
  /** Whether there is more of it than was read. */
  readonly isCut: boolean;
}

/** Statuses that may be others in a moment: overload, and what gateways say of what is behind them. */
export const isPassingStatus = (status: number): boolean =>
  status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);

/**
 * One attempt of a request: with a body that ends after so many bytes, user and password of the URL as a header, and no
 * credentials that a redirect takes to another host.
 *
 * @param signal ends the attempt
 * @throws PassingError where there is no answer, an ActionError where that will not change; what was thrown as it is where
 *   `signal` ended it
 */
export async function send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const { url, authorization } = withoutCredentials(request.url);
  try {
    const response = await follow(request, url, { ...authorization, ...request.headers }, signal);
    const { text, isCut } = await textWithin(response.body ?? Readable.from([]), request.mostBytes);
    return { status: response.status, headers: response.headers, body: text, isCut };
  } catch (error) {
    if (signal.aborted || error instanceof ActionError) throw error;
    throw unreachable(request, error);
  }
}

async function follow(
  request: HttpRequest,
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  left = request.redirects ?? 0,
): Promise<Response> {
  countRequest('over HTTP');
  const response = await fetch(url, {
    method: request.method ?? 'GET',
    // fetch would follow a redirect without saying to which host.
    redirect: 'manual',
    signal,
    headers: {
      'User-Agent': 'rollback-actions',
      ...headers,
      // One that was left open may be closed by the other side just as the next message is sent, which would then be lost.
      ...(request.method === 'POST' && { Connection: 'close' }),
    },
    ...(request.body !== undefined && { body: request.body }),
  });
  const location = response.headers.get('location');
  if (left === 0 || ![301, 302, 303, 307, 308].includes(response.status) || location === null)
    return response;
  await response.body?.cancel();
  const next = URL.parse(location, url.href);
  if (!next || !mayRedirect(url, next))
    throw new ActionError(
      `${request.peer ?? request.url.host} redirects to where it is not followed; give the address that it leads to.`,
    );
  const stays = next.origin === url.origin;
  return follow(request, withoutCredentials(next).url, stays ? headers : {}, signal, left - 1);
}

/**
 * Whether a redirect may be followed: not out of encryption, not into the machine, and not to the addresses where clouds
 * give credentials away.
 */
export function mayRedirect(from: URL, to: URL): boolean {
  if (to.protocol !== 'https:' && (to.protocol !== 'http:' || from.protocol === 'https:')) return false;
  return !isMetadata(to.hostname) && (isInternal(from.hostname) || !isInternal(to.hostname));
}

/** Addresses of the machine itself. A URL has every spelling of an IPv4 address in one form. */
const isInternal = (host: string): boolean =>
  /^(localhost|[^.]+\.localhost|0\.0\.0\.0|127\.[\d.]+|\[::1?\]|\[::ffff:7f[\da-f:]+\])\.?$/.test(host);
/** Link-local addresses, and the names that clouds give theirs. */
const isMetadata = (host: string): boolean =>
  /^(169\.254\.[\d.]+|metadata(\.google\.internal)?|\[(fe[89ab]|fd00:ec2:|::ffff:a9fe:)[\da-f:]*\])\.?$/.test(
    host,
  );

/** fetch refuses `https://user:password@host`, so user and password travel as a header. */
function withoutCredentials(given: URL): { url: URL; authorization: Record<string, string> } {
  const url = new URL(given);
  if (url.username === '' && url.password === '') return { url, authorization: {} };
  const pair = `${decoded(url.username)}:${decoded(url.password)}`;
  url.username = '';
  url.password = '';
  return { url, authorization: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}

/** A part of a URL, decoded; as it is where it is not encoded. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The JSON of an answer, or undefined where it is not one. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What an answer says in words, for a message: one line, cut, and nothing where it is the page of a proxy. */
export function wordsOf(body: string, most = 200): string {
  const words = beginning(body, 4 * most)
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '') return '';
  return words.startsWith('<') ? ', an HTML page' : `: ${words.slice(0, most)}`;
}

function unreachable({ peer, check, url }: HttpRequest, error: unknown): ActionError {
  const remedy = check ? `; check ${check} and the network of the runner.` : '';
  const sentence = `${peer ?? url.host} cannot be reached: ${unreachableReason(error)}${remedy}`;
  return isLasting(error)
    ? new ActionError(sentence, { cause: error })
    : new PassingError(sentence, { mayBeDone: !wasUnsent(error), cause: error });
}
