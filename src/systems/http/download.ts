import { Readable } from 'node:stream';
import { ActionError } from '../../base/errors.ts';
import { unreachableReason } from '../network.ts';
import { countRequest } from '../requests.ts';

/** What is at a URL, as a stream. One attempt; no redirect is followed. @throws ActionError */
export async function download(url: URL, signal: AbortSignal): Promise<Readable> {
  countRequest('over HTTP');
  const response = await fetch(url, {
    signal,
    redirect: 'manual',
    headers: { 'User-Agent': 'rollback-actions' },
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new ActionError(`${url.host} cannot be reached: ${unreachableReason(error)}.`, { cause: error });
  });
  if (!response.ok || !response.body) throw new ActionError(`${url.host} answers with ${response.status}.`);
  return Readable.fromWeb(response.body);
}
