import pRetry from 'p-retry';
import { ActionError } from '../../runner/errors.ts';
import { isLasting, whyUnreached } from '../network.ts';
import type { GetJson } from './client.ts';

/** Tries in all, and milliseconds for each: a look that takes longer comes too late to decide by. */
const TRIES = 3;
const SILENCE = 10_000;
/** The largest answer in bytes; ten thousand alerts are a tenth of it. */
const MOST = 64 * 1024 * 1024;

/** What may be over in a moment. */
class PassingError extends ActionError {}

/**
 * GET for JSON. 429, 5xx, lost connections and answers that don't come are tried again, three times in all; what the
 * server says is wrong with a query is not. `silence` is in milliseconds. No redirect is followed: it could carry a token to another host.
 */
export function getJson(signal: AbortSignal, silence = SILENCE): GetJson {
  return (url, headers) =>
    pRetry(() => attempt(url, headers, signal, silence), {
      retries: TRIES - 1,
      minTimeout: 200,
      maxTimeout: 1000,
      randomize: true,
      signal,
      shouldRetry: ({ error }) => error instanceof PassingError,
    }).catch((error: unknown) => {
      signal.throwIfAborted();
      throw error;
    });
}

async function attempt(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  milliseconds: number,
): Promise<unknown> {
  const { host } = new URL(url);
  const silence = AbortSignal.timeout(milliseconds);
  const options = {
    headers: { Accept: 'application/json', 'User-Agent': 'rollback-actions', ...headers },
    redirect: 'manual',
    signal: AbortSignal.any([signal, silence]),
  } as const;
  const lost = (error: unknown) => {
    if (error instanceof ActionError) throw error;
    throw silence.aborted
      ? new PassingError(`${host} gave no answer in ${milliseconds / 1000} s`)
      : unreachable(host, error);
  };
  const response = await fetch(url, options).catch(lost);
  const body = (await textOf(response, host).catch(lost)) as string;
  if (!response.ok) throw refused(host, response.status, body);
  try {
    return JSON.parse(body);
  } catch {
    throw new ActionError(`${host} answers with something that is no JSON; check the address`);
  }
}

async function textOf(response: Response, host: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST)
      throw new ActionError(`${host} answers with more than ${MOST / 1024 / 1024} MiB; ask for fewer series`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refused(host: string, status: number, body: string): ActionError {
  const said = `${host} says ${status}${errorOf(body)}`;
  if (status === 429 || (status >= 500 && status !== 501)) return new PassingError(said);
  if (status === 401 || status === 403)
    return new ActionError(`${said}; check the token, and the tenant's header where it needs one`);
  if (status >= 300 && status < 400)
    return new ActionError(`${said}, a redirect, which is not followed; give the address that it leads to`);
  return new ActionError(said);
}

/** What Prometheus, and what speaks like it, gives as the error; nothing where it is a proxy's page. */
function errorOf(body: string): string {
  try {
    const { error, message } = JSON.parse(body) as Record<string, unknown>;
    const text = [error, message].find((words) => typeof words === 'string');
    return text ? `: ${String(text).slice(0, 300)}` : '';
  } catch {
    return '';
  }
}

function unreachable(host: string, error: unknown): ActionError {
  const sentence = `${host} can not be reached: ${whyUnreached(error)}`;
  return isLasting(error)
    ? new ActionError(sentence, { cause: error })
    : new PassingError(sentence, { cause: error });
}
