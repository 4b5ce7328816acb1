import { type Budget, PassingError } from '../../runner/budget.ts';
import { ActionError } from '../../runner/errors.ts';
import { innermost, whyUnreached } from '../network.ts';

/** The most of an answer that is read, in bytes: what comes after it tells nobody anything. */
const MOST_READ = 64 * 1024;

/** What is sent, and to whom in the words of an error: `Slack`. The URL may be a secret: errors name its host only. */
interface Letter {
  readonly to: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer with a status of 200 to 299. */
interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Sends JSON by POST within a budget. 408, 429 (after `Retry-After`), 5xx and lost connections are tried again;
 * every other answer that is not 2xx is final. No redirect is followed: it could carry a secret to another host.
 *
 * @param accept makes of a 2xx what is wanted, or throws: a PassingError there is another reason to try again
 * @throws ActionError with one sentence
 */
export function post<T>(letter: Letter, budget: Budget, accept: (answer: Answer) => T): Promise<T> {
  const url = urlOf(letter);
  return budget.spend(`${letter.to} (${url.host})`, async (signal) =>
    accept(await attempt(letter, url, signal)),
  );
}

/** A part of a URL as it was meant, or as it is where nobody encoded it. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The answer's JSON object, or an empty one where it is none. */
export function objectOf({ body }: Answer): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function urlOf({ to, url }: Letter): URL {
  const parsed = URL.parse(url);
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return parsed;
  throw new ActionError(
    `The URL for ${to} is no http or https URL; check the input or the secret it comes from.`,
  );
}

async function attempt({ to, headers, body }: Letter, given: URL, signal: AbortSignal): Promise<Answer> {
  const { url, authorization } = withoutCredentials(given);
  const who = `${to} (${url.host})`;
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'rollback-actions',
      ...authorization,
      ...headers,
    },
    body,
  }).catch((error: unknown) => {
    throw unreachable(who, error);
  });
  const answer = await bodyOf(response, MOST_READ).catch((error: unknown) => {
    throw unreachable(who, error);
  });
  const { status } = response;
  if (status >= 200 && status < 300) return { status, body: answer };
  const said = `${who} refused the message (${status}${wordsOf(answer)})`;
  if (status === 408 || status === 429 || status >= 500)
    throw new PassingError(`${said}; it does not work at the moment.`, {
      retryAfter: secondsOf(response.headers.get('retry-after')),
    });
  if (status >= 300 && status < 400)
    throw new ActionError(
      `${said}: it wants to redirect it, which is not followed; give the URL it leads to.`,
    );
  throw new ActionError(`${said}; check the URL and the key that it was sent with.`);
}

/** fetch refuses `https://user:password@host`, so user and password travel as a header. */
function withoutCredentials(given: URL): { url: URL; authorization: Record<string, string> } {
  const url = new URL(given);
  if (url.username === '' && url.password === '') return { url, authorization: {} };
  const pair = `${decoded(url.username)}:${decoded(url.password)}`;
  url.username = '';
  url.password = '';
  return { url, authorization: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}

/** An answer's body as far as `most` bytes; who sends more has nothing more to say. */
export async function bodyOf(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk as Uint8Array);
    bytes += (chunk as Uint8Array).length;
    if (bytes >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most).toString();
}

/** What an answer says, unless it is the page of a proxy. */
function wordsOf(body: string): string {
  const words = body.replace(/\s+/g, ' ').trim();
  if (words === '') return '';
  return words.startsWith('<') ? ', an HTML page' : `: ${words.slice(0, 200)}`;
}

/** `Retry-After` in seconds, also where it is a date. */
function secondsOf(header: string | null): number {
  if (!header) return 0;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}

function unreachable(who: string, error: unknown): ActionError {
  const { code = '', message } = innermost(error);
  const sentence = `${who} can not be reached: ${whyUnreached(error)}; check its URL and the network of the runner.`;
  const final = /CERT|certificate|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_VERIFY/i.test(`${code} ${message}`);
  return final ? new ActionError(sentence, { cause: error }) : new PassingError(sentence, { cause: error });
}
