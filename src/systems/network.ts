/** What it means that somebody could not be talked to, by the code of Node or OpenSSL. */
const WORDS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  ENOTFOUND: 'the name does not resolve',
  EAI_AGAIN: 'the name does not resolve',
  ETIMEDOUT: 'no answer',
  UND_ERR_CONNECT_TIMEOUT: 'no answer',
  EPROTO: 'it does not speak TLS',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody known; give NODE_EXTRA_CA_CERTS',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody known; give NODE_EXTRA_CA_CERTS',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody known; give NODE_EXTRA_CA_CERTS',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by nobody known; give NODE_EXTRA_CA_CERTS',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/** Why somebody could not be talked to, in words where there are any. */
export function whyUnreached(error: unknown): string {
  const { name, code = '', message } = innermost(error);
  if (name === 'TimeoutError') return 'no answer';
  // Where all addresses of a name were tried in vain there is no message.
  return WORDS[code] ?? (message.split('\n')[0] || code);
}

/** The error that has the code: those of libraries are about fetch's, and fetch's is about the socket's. */
export function innermost(error: unknown): NodeJS.ErrnoException {
  const { cause } = error as Error;
  return typeof cause === 'object' && cause !== null ? innermost(cause) : (error as Error);
}

/** True for what is the same at the next attempt. */
export const isLasting = (error: unknown): boolean =>
  /CERT|SIGNED|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO|ENOTFOUND/.test(innermost(error).code ?? '');
