import { ActionError, messageOf } from '../../base/errors.ts';
import { isLastingCode, unreachableReason } from '../network.ts';
import { LostError, Refusal, TLS_SILENCE } from './link.ts';

/** What a refusal means and what to do about it, by its first word. */
const MEANINGS: Record<string, string> = {
  NOAUTH: 'wants a password; put user and password into `redis-url`',
  WRONGPASS: 'does not take user and password of `redis-url`; renew the secret',
  NOPERM:
    'does not let this user do that; its ACL needs +info +scan +unlink +dbsize +select +cluster|nodes (+flushdb, +flushall, +incr for those modes) and the pattern of the keys',
  READONLY: 'is a replica; give the address of the master, or of the sentinels',
  LOADING: 'is still loading its data; run it again when it has',
  MISCONF: 'takes no writes because it cannot save its data to disk; free its disk, and run it again',
  NOREPLICAS:
    'takes no writes because fewer replicas follow it than it wants (min-replicas-to-write), as after a failover; run it again when they do',
  CLUSTERDOWN: 'says that its cluster is down; bring the missing masters back, and run it again',
  MASTERDOWN: 'has lost its master; wait for the failover, and run it again',
  OOM: 'is out of memory and refuses even this; give it memory, or use the mode `database`',
};

/** What a server answers that has no room for another connection. */
export const FULL = /max number of clients/;

const UNKNOWN = /^ERR unknown command/i;

/**
 * Refusals that are over when the server has loaded, or the cluster has settled: a new master waits for its replicas too
 * (redisson/redisson#5875).
 */
const PASSING = new Set([
  'LOADING',
  'CLUSTERDOWN',
  'MASTERDOWN',
  'NOREPLICAS',
  'TRYAGAIN',
  'READONLY',
  'BUSY',
]);

/** True for failures that may be over in a moment. */
export function isPassing(error: unknown): boolean {
  if (error instanceof LostError) return error.code !== TLS_SILENCE && !isLastingCode(error.code);
  return error instanceof Refusal && (PASSING.has(error.code) || FULL.test(error.message));
}

/** One sentence for what a server, or the way to it, did not let happen. */
export function asRedisError(place: string, error: unknown): Error {
  if (error instanceof LostError) {
    return new ActionError(
      `Redis at ${error.place} cannot be reached (${wordsFor(error)}); check \`redis-url\` and the network between it and the runner, or go by a pod with \`via\`.`,
      { cause: error },
    );
  }
  if (error instanceof Refusal) {
    const meaning = FULL.test(error.message)
      ? 'has as many clients as it takes (maxclients); end some, or raise it'
      : UNKNOWN.test(error.message)
        ? 'does not have a command that is needed: it was renamed or switched off there (rename-command), or a proxy in between does not know it'
        : MEANINGS[error.code];
    return new ActionError(
      meaning
        ? `Redis at ${place} ${meaning} (${error.message}).`
        : `Redis at ${place} says: ${error.message}.`,
      { cause: error },
    );
  }
  return error instanceof Error ? error : new Error(messageOf(error));
}

function wordsFor(error: LostError): string {
  if (error.code === TLS_SILENCE) return 'no answer, as of a server that does not speak TLS';
  if (error.code === 'ECONNRESET') return 'the connection was cut, as a server does that wants TLS, or none';
  if (error.code === 'ERR_TLS_CERT_ALTNAME_INVALID' && /^[\d.]+:|^\[/.test(error.place))
    return 'its certificate is not for this address; give its name in `redis-url`, or let its sentinels or its cluster announce host names (resolve-hostnames, announce-hostnames)';
  return unreachableReason(error, 'its certificate is signed by an unknown authority; give `redis-ca`');
}
