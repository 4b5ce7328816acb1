import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import pRetry from 'p-retry';
import { ActionError } from '../../runner/errors.ts';
import { isLasting, whyUnreached } from '../network.ts';

/** Milliseconds that one look may take. */
const PATIENCE = 5000;

/**
 * Gets a URL from one target (an address or the name of a host), whatever the name in the URL resolves to now: as a
 * client will after the switch, with its host name and its certificate.
 *
 * @throws ActionError where it can not be had, or answers with an error
 */
export async function checkTarget(url: URL, target: string, signal: AbortSignal): Promise<void> {
  try {
    await pRetry(() => get(url, target, signal), {
      retries: 3,
      minTimeout: 300,
      signal,
      shouldRetry: ({ error }) => !isLasting(error),
    });
  } catch (error) {
    signal.throwIfAborted();
    throw new ActionError(`${url.href} at ${target} does not work (${whyUnreached(error)})`, {
      cause: error,
    });
  }
}

function get(url: URL, target: string, signal: AbortSignal): Promise<void> {
  const client = url.protocol === 'https:' ? https : http;
  const options: https.RequestOptions = {
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    agent: false,
    // A host that is an address is connected to without a look-up.
    host: isIP(target) ? target : url.hostname,
    headers: { Host: url.host, 'User-Agent': 'rollback-actions' },
    ...(isIP(url.hostname) === 0 && { servername: url.hostname }),
    lookup: (_, how, done) => lookup(target, how, done),
  };
  return new Promise((resolve, reject) => {
    const request = client.get(url, options, (response) => {
      response.resume();
      const { statusCode = 0 } = response;
      if (statusCode >= 200 && statusCode < 400) resolve();
      else reject(new Error(`HTTP ${statusCode}`));
    });
    request.on('error', reject);
  });
}
