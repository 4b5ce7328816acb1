import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { ActionError } from '../../base/errors.ts';
import { retry } from '../../base/retry.ts';
import { WAITS } from '../../base/waits.ts';
import { isLasting, unreachableReason } from '../network.ts';

const ATTEMPTS = 4;

/**
 * Gets a URL from one target (an address or the name of a host), whatever the name in the URL resolves to now: as a
 * client will after the switch, with its host name and its certificate.
 *
 * @throws ActionError where it cannot be reached, or answers with an error
 */
export async function checkTarget(url: URL, target: string, signal: AbortSignal): Promise<void> {
  try {
    await retry(() => get(url, target, signal), {
      signal,
      attempts: ATTEMPTS,
      isPassing: (error) => !isLasting(error),
    });
  } catch (error) {
    signal.throwIfAborted();
    throw new ActionError(`${url.href} at ${target} does not work (${unreachableReason(error)})`, {
      cause: error,
    });
  }
}

function get(url: URL, target: string, signal: AbortSignal): Promise<void> {
  const client = url.protocol === 'https:' ? https : http;
  const options: https.RequestOptions = {
    signal: AbortSignal.any([signal, AbortSignal.timeout(WAITS.DNS_TARGET_MS)]),
    agent: false,
    // A host that is an address is connected to without a look-up.
    host: isIP(target) ? target : url.hostname,
    headers: { Host: url.host, 'User-Agent': 'rollback-actions' },
    ...(isIP(url.hostname) === 0 && { servername: url.hostname }),
    lookup: (_, how, done) => lookup(target, how, done),
  };
  return new Promise((resolve, reject) => {
    const request = client.get(url, options, (response) => {
      // Its body is not ours to read, and may have no end.
      response.destroy();
      const { statusCode = 0 } = response;
      if (statusCode >= 200 && statusCode < 400) resolve();
      else reject(new Error(`HTTP ${statusCode}`));
    });
    request.on('error', reject);
  });
}
