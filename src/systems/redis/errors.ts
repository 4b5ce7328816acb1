import { ActionError, messageOf } from '../../runner/errors.ts';
import { LostError, Refusal } from './link.ts';

/** What a refusal means and what to do about it, by its first word. */
const MEANINGS: Record<string, string> = {
  NOAUTH: 'wants a password; put user and password into `redis-url`',
  WRONGPASS: 'does not take user and password of `redis-url`; renew the secret',
  NOPERM:
    'does not let this user do that; its ACL needs +info +scan +unlink +dbsize +select +cluster|nodes (+flushdb, +flushall, +incr for those modes) and the pattern of the keys',
  READONLY: 'is a replica; give the address of the master, or of the sentinels',
  LOADING: 'is still loading its data; run it again when it has',
  MISCONF: 'takes no writes because it can not save its data to disk; see to its disk, and run it again',
  CLUSTERDOWN: 'says that its cluster is down; bring the missing masters back, and run it again',
  MASTERDOWN: 'has lost its master; wait for the failover, and run it again',
  OOM: 'is out of memory and refuses even this; give it memory, or use the mode `database`',
};

const NETWORK: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the name does not resolve',
  EAI_AGAIN: 'the name does not resolve',
  ETIMEDOUT: 'no answer',
  ECONNRESET: 'the connection was cut, as a server does that wants TLS, or none',
  TLS_SILENCE: 'no answer, as of a server that does not speak TLS',
  EPROTO: 'it does not speak TLS',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody known; give `redis-ca`',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody known; give `redis-ca`',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody known; give `redis-ca`',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by nobody known; give `redis-ca`',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/** Refusals that are over when the server has loaded, or the cluster has settled. */
const PASSING = new Set(['LOADING', 'CLUSTERDOWN', 'MASTERDOWN', 'TRYAGAIN', 'READONLY', 'BUSY']);

/** True for failures that may be over in a moment. */
export function isPassing(error: unknown): boolean {
  if (error instanceof LostError)
    return !/CERT|TLS|SSL|EPROTO|SIGNED|SIGNATURE|ISSUER|ENOTFOUND/.test(error.code);
  return error instanceof Refusal && PASSING.has(error.code);
}

/** One sentence for what a server, or the way to it, did not let happen. */
export function toldBy(place: string, error: unknown): Error {
  if (error instanceof LostError) {
    const words = NETWORK[error.code] ?? error.message;
    return new ActionError(
      `Redis at ${error.place} can not be reached (${words}); check \`redis-url\` and the network between it and the runner, or go by a pod with \`via\`.`,
      { cause: error },
    );
  }
  if (error instanceof Refusal) {
    const meaning = MEANINGS[error.code];
    return new ActionError(
      meaning
        ? `Redis at ${place} ${meaning} (${error.message}).`
        : `Redis at ${place} says: ${error.message}.`,
      { cause: error },
    );
  }
  return error instanceof Error ? error : new Error(messageOf(error));
}
