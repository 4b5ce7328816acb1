const STRANGER = 'its certificate is signed by an unknown authority; give NODE_EXTRA_CA_CERTS';
/** What a failed connection means, by the error code of Node or OpenSSL. */
const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  ENOTFOUND: 'the name does not resolve',
  EAI_AGAIN: 'the name does not resolve',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no route to it',
  ETIMEDOUT: 'no answer',
  UND_ERR_CONNECT_TIMEOUT: 'no answer',
  UND_ERR_HEADERS_TIMEOUT: 'no answer',
  UND_ERR_BODY_TIMEOUT: 'no answer',
  EPROTO: 'it does not speak TLS',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS',
  DEPTH_ZERO_SELF_SIGNED_CERT: STRANGER,
  SELF_SIGNED_CERT_IN_CHAIN: STRANGER,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: STRANGER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: STRANGER,
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/**
 * Why a server could not be reached, in words where there are any.
 *
 * @param stranger what to say of a certificate of an unknown issuer, where an input can give that issuer
 */
export function unreachableReason(error: unknown, stranger = STRANGER): string {
  const { name, code = '', message } = innermost(error);
  if (name === 'TimeoutError') return 'no answer';
  const words = WORDS[code];
  // Where all addresses of a name were tried in vain there is no message.
  return words === STRANGER ? stranger : (words ?? (message.split('\n')[0] || code));
}

/** The error that has the code: those of libraries are about fetch's, and fetch's is about the socket's. */
export function innermost(error: unknown): NodeJS.ErrnoException {
  const { cause } = error as Error;
  return typeof cause === 'object' && cause !== null ? innermost(cause) : (error as Error);
}

/** True for what is the same at the next attempt. */
export const isLasting = (error: unknown): boolean => isLastingCode(innermost(error).code ?? '');

/** The same of a code alone. */
export const isLastingCode = (code: string): boolean =>
  /CERT|SIGNED|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO|ENOTFOUND|UND_ERR_INVALID/.test(code);

const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** True where no connection was had, so that nothing can have been sent. */
export function wasUnsent(error: unknown): boolean {
  const { code = '', syscall, message } = innermost(error);
  return (
    syscall === 'connect' ||
    UNSENT.includes(code) ||
    code === 'UND_ERR_CONNECT_TIMEOUT' ||
    /before secure TLS connection/.test(message) ||
    isLastingCode(code)
  );
}

/** Whether a host, with its port or without, is the machine itself: for a node another one than for the runner. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);
