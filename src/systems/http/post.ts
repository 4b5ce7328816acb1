import type { Budget } from '../../base/budget.ts';
import { ActionError } from '../../base/errors.ts';
import { PassingError, retryAfterMs } from '../../base/retry.ts';
import { isPassingStatus, jsonOf, send, wordsOf } from './client.ts';

/** The most of an answer that is read, in bytes: more helps no reader. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** What is sent, and the receiver's name in errors: `Slack`. The URL may be a secret: errors name its host only. */
interface JsonPost {
  readonly to: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether it does no harm to send it again when it may have arrived. */
  readonly repeatable: boolean;
  /** The most of the answer that is read, in bytes, where it is more than usual. */
  readonly mostBytes?: number;
  /** What to do about a refusal that will not change, where more is known than to check URL and key. */
  readonly remedy?: (refusal: { readonly status: number; readonly body: string }) => string | undefined;
}

/** An answer with a status of 200 to 299. */
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * Sends JSON by POST within a budget. 408, 429 (after `Retry-After`), 5xx and lost connections are tried again, where
 * nothing is done twice by it; every other answer that is not 2xx is final. No redirect is followed: it could carry a
 * secret to another host.
 *
 * @param accept makes of a 2xx what is wanted, or throws: a PassingError there is another reason to try again
 * @throws ActionError with one sentence; an UnknownOutcomeError where the answer did not come
 */
export function post<T>(message: JsonPost, budget: Budget, accept: (answer: Answer) => T): Promise<T> {
  const url = urlOf(message);
  return budget.spend(
    `${message.to} (${url.host})`,
    async (signal) => accept(await attempt(message, url, signal)),
    message,
  );
}

/** The answer's JSON object, or an empty one where it is not one. */
export function objectOf({ body }: Pick<Answer, 'body'>): Readonly<Record<string, unknown>> {
  const parsed = jsonOf(body);
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
}

/** @throws ActionError where a 2xx is the page of a proxy or a login, to which a message is nothing */
export function refusePage(to: string, url: string, { body }: Pick<Answer, 'body'>): void {
  if (!/^\s*</.test(body)) return;
  const host = URL.parse(url)?.host;
  throw new ActionError(
    `What answers at ${host} is not ${to} but a page; check the URL and the runner's proxy.`,
  );
}

function urlOf({ to, url }: JsonPost): URL {
  const parsed = URL.parse(url);
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return parsed;
  throw new ActionError(
    `The URL for ${to} is not an HTTP or HTTPS URL; check the input or the secret it comes from.`,
  );
}

async function attempt(
  { to, headers, body, mostBytes = MAX_ANSWER_BYTES, remedy }: JsonPost,
  url: URL,
  signal: AbortSignal,
): Promise<Answer> {
  const peer = `${to} (${url.host})`;
  const { status, ...answer } = await send(
    {
      peer,
      check: 'its URL',
      url,
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
      body,
      mostBytes,
    },
    signal,
  );
  if (status >= 200 && status < 300) return { status, ...answer };
  const refusal = `${peer} refused the message (${status}${wordsOf(answer.body)})`;
  if (isPassingStatus(status))
    throw new PassingError(`${refusal}; it does not work at the moment.`, {
      retryAfterMs: retryAfterMs(answer.headers.get('retry-after')),
      // A gateway that got no answer does not know either whether it was done.
      mayBeDone: status === 504,
      isLimit: status === 429,
    });
  if (status >= 300 && status < 400)
    throw new ActionError(`${refusal}: it redirects, which is not followed; give the URL that it leads to.`);
  const known = remedy?.({ status, body: answer.body });
  throw new ActionError(`${refusal}; ${known ?? 'check the URL and the key that it was sent with'}.`);
}
