import { ActionError } from '../../base/errors.ts';
import { beginning } from '../../base/redact.ts';
import { PassingError, retry, retryAfterMs } from '../../base/retry.ts';
import { WAITS } from '../../base/waits.ts';
import { isPassingStatus, jsonOf, send } from '../http/client.ts';
import type { GetJson } from './client.ts';
import { RefusedError } from './refused.ts';

const ATTEMPTS = 3;
/** The largest answer; ten thousand alerts are a tenth of it. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/**
 * GET for JSON. 429, 5xx, lost connections and answers that do not come are tried again, as long as a look may take; what
 * the server says is wrong with a query is not. No redirect is followed: it could carry a token to another host.
 */
export function getJson(signal: AbortSignal, attemptMs = WAITS.PROMETHEUS_ATTEMPT_MS): GetJson {
  return (url, headers, until) => {
    const both = until === undefined ? signal : AbortSignal.any([signal, until]);
    return retry(() => attempt(new URL(url), headers, both, attemptMs), {
      signal: both,
      attempts: ATTEMPTS,
      withinMs: WAITS.PROMETHEUS_MS,
      longestPauseMs: 1000,
    });
  };
}

async function attempt(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  attemptMs: number,
): Promise<unknown> {
  const silence = AbortSignal.timeout(attemptMs);
  const { host } = url;
  const answer = await send(
    {
      url,
      headers: { Accept: 'application/json', ...headers },
      mostBytes: MAX_ANSWER_BYTES,
    },
    AbortSignal.any([signal, silence]),
  ).catch((error: unknown) => {
    signal.throwIfAborted();
    // A server that hangs does so for the next query too, and a sample has to end.
    throw silence.aborted ? new ActionError(`${host} gave no answer in ${attemptMs / 1000} s`) : error;
  });
  if (answer.isCut)
    throw new ActionError(
      `${host} answers with more than ${MAX_ANSWER_BYTES / 1024 / 1024} MiB; ask for fewer series`,
    );
  const { status } = answer;
  if (status < 200 || status >= 300)
    throw refused(host, status, answer.body, retryAfterMs(answer.headers.get('retry-after')));
  const parsed = jsonOf(answer.body);
  if (parsed === undefined)
    throw new ActionError(`${host} answers with something that is not JSON; check the address`);
  return parsed;
}

function refused(host: string, status: number, body: string, retryAfterMs: number): ActionError {
  const description = `${host} says ${status}${errorOf(body)}`;
  if (isPassingStatus(status))
    return new PassingError(description, { retryAfterMs, isLimit: status === 429 });
  if (status === 401 || status === 403)
    return new RefusedError(
      `${description}; check the token, and the tenant's header where it needs one`,
      status,
    );
  if (status >= 300 && status < 400)
    return new RefusedError(
      `${description}, a redirect, which is not followed; give the address that it leads to`,
      status,
    );
  return new RefusedError(description, status);
}

/** What Prometheus, and what speaks like it, gives as the error (Google in an object); nothing where it is a proxy's page. */
function errorOf(body: string): string {
  const { error, message } = (jsonOf(body) ?? {}) as Record<string, unknown>;
  const inner = (error as { message?: unknown } | null | undefined)?.message;
  const text = [error, message, inner].find((words) => typeof words === 'string');
  return text ? `: ${beginning(String(text), 300)}` : '';
}
