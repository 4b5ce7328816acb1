import type { Address } from './address.ts';

/** A server that crashes during a login closes the connection without a message; the client library has no code for that. */
export const isCutOff = (words: string): boolean => /^Connection terminated/.test(words);

interface Failure {
  /** PostgreSQL's or Node's; empty where there is none. */
  readonly code: string;
  readonly words: string;
  /** Whether this process has connected to that server before: its address is not to blame then. */
  readonly wasThere: boolean;
}

/** Why a session could not be opened, and what to do, in a sentence. */
export function connectMessage(
  { code, words, wasThere }: Failure,
  { host, port, user }: Address,
  database: string,
): string {
  const at = `${host}:${port}`;
  const message = words || code;
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      if (wasThere) return awayMessage(at, message);
      return `PostgreSQL at ${at} cannot be reached (${message}); check the host and port of \`database-url\` and the network between them and the runner.`;
    case '28P01':
    case '28000':
      return `PostgreSQL at ${at} does not let the user "${user}" in (${message}); check user and password of \`database-url\`, and pg_hba.conf.`;
    case '3D000':
      return `PostgreSQL at ${at} has no database "${database}"; check the name at the end of \`database-url\`.`;
    case '53300':
      return `PostgreSQL at ${at} has no connection left (${message}); end some, or give the user "${user}" a reserved one.`;
    default:
      if (isCutOff(words) && wasThere) return awayMessage(at, message);
      return `The connection to PostgreSQL at ${at} failed: ${message}.`;
  }
}

const awayMessage = (at: string, words: string): string =>
  `PostgreSQL at ${at} has stopped answering (${words}); check it, and run this again when it is up: it finds what is done already.`;
