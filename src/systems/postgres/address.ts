import { getCACertificates } from 'node:tls';
import type { ClientConfig } from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import { ActionError } from '../../base/errors.ts';
import { shownParameter } from '../parameter.ts';

/** Where a database is and how to get in. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string | undefined;
  readonly database: string;
  /** The parameters of the URL, by libpq's names: `sslmode`, `sslrootcert`, `options` … */
  readonly parameters: Readonly<Record<string, string>>;
  /** The same for the client library. */
  readonly options: ClientConfig;
}

/** What libpq calls the environment variable of a parameter of the URL. */
const VARIABLES: Record<string, string> = {
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  sslcrl: 'PGSSLCRL',
  options: 'PGOPTIONS',
  channel_binding: 'PGCHANNELBINDING',
  gssencmode: 'PGGSSENCMODE',
  target_session_attrs: 'PGTARGETSESSIONATTRS',
  sslnegotiation: 'PGSSLNEGOTIATION',
};

/**
 * What says how an application connects and nothing of where: its own name, probes of its connection, and what ORMs write
 * into a URL for themselves (Prisma's schema and pool). A rollback has its own.
 */
const OF_APPLICATIONS = new Set([
  'application_name',
  'client_encoding',
  'connect_timeout',
  'connection_limit',
  'fallback_application_name',
  'keepalives',
  'keepalives_count',
  'keepalives_idle',
  'keepalives_interval',
  'pgbouncer',
  'pool_timeout',
  'schema',
  'socket_timeout',
  'tcp_user_timeout',
]);

const EXAMPLE = 'postgres://user:password@host:5432/database?sslmode=require';

const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

/**
 * Reads the URL of a database from an input, with libpq's meaning of `sslmode`: `require` encrypts, `verify-full` also checks
 * the server's certificate, and without one the server decides.
 *
 * @throws ActionError where it is not one, or names no user or database; the message never repeats the URL
 */
export function parseAddress(url: string, input = 'database-url'): Address {
  const parsed = parseUrl(url, input);
  const parameters = Object.fromEntries(parsed.searchParams);
  requireKnown(parameters, input);
  const host = parsed.searchParams.get('host') ?? decoded(parsed.hostname, input).replace(/^\[|\]$/g, '');
  const port = Number(parsed.searchParams.get('port') ?? (parsed.port || 5432));
  const user = decoded(parsed.username, input);
  const password = decoded(parsed.password, input) || undefined;
  const database = decoded(parsed.pathname.slice(1), input);
  const lacks = Object.entries({ host, user, database }).filter(([, value]) => !value);
  if (lacks.length > 0) {
    throw new ActionError(
      `Input \`${input}\` names no ${lacks.map(([name]) => name).join(' and no ')}; accepted is ${EXAMPLE}.`,
    );
  }
  for (const name of OF_APPLICATIONS) parsed.searchParams.delete(name);
  const authorities = authoritiesOf(parameters);
  if (!SSL_MODES.includes(parameters.sslmode ?? 'prefer'))
    throw new ActionError(
      `Input \`${input}\` has an sslmode that PostgreSQL does not know; known are ${SSL_MODES.join(', ')}. What Node calls no-verify is require.`,
    );
  if (parameters.sslmode === 'verify-ca' && parameters.sslrootcert === undefined)
    throw new ActionError(
      `Input \`${input}\` has sslmode=verify-ca and no sslrootcert; name the file of your authority, or use verify-full.`,
    );
  if (authorities !== undefined) parsed.searchParams.delete('sslrootcert');
  // What libpq checks then is the name as well.
  if (parameters.sslrootcert === 'system') parsed.searchParams.set('sslmode', 'verify-full');
  const { ssl, options, sslnegotiation } = optionsOf(parsed, input, authorities);
  return {
    host,
    port,
    user,
    password,
    database,
    parameters,
    options: { host, port, user, password, ssl, options, ...(sslnegotiation && { sslnegotiation }) },
  };
}

function parseUrl(url: string, input: string): URL {
  if (/^postgres(?:ql)?:\/\/(?:[^@/]*@)?[^/?]*,/i.test(url))
    throw new ActionError(
      `Input \`${input}\` names several hosts; name the primary alone, as a standby cannot be changed.`,
    );
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new ActionError(
      `Input \`${input}\` is not a URL; accepted is ${EXAMPLE}, with special characters of the password percent-encoded.`,
    );
  }
  if (!['postgres:', 'postgresql:'].includes(parsed.protocol)) {
    throw new ActionError(`Input \`${input}\` begins with ${parsed.protocol}//; accepted is ${EXAMPLE}.`);
  }
  return parsed;
}

function requireKnown(parameters: Readonly<Record<string, string>>, input: string): void {
  const unknown = Object.keys(parameters).find(
    (name) =>
      !Object.hasOwn(VARIABLES, name) && !['host', 'port'].includes(name) && !OF_APPLICATIONS.has(name),
  );
  if (unknown) {
    throw new ActionError(
      `Input \`${input}\` has ${shownParameter(unknown)}, which is not understood; known are ${Object.keys(VARIABLES).join(', ')}.`,
    );
  }
}

/** The address as the environment that libpq reads; nothing of the runner's own PG… variables is left to chance. */
export function environmentOf(address: Address, database: string): Record<string, string> {
  const { host, port, user, password, parameters } = address;
  const verified = parameters.sslrootcert === 'system' ? { sslmode: 'verify-full' } : {};
  const more = Object.entries({ ...parameters, ...verified }).filter(([name]) =>
    Object.hasOwn(VARIABLES, name),
  );
  return {
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: user,
    ...(password === undefined ? {} : { PGPASSWORD: password }),
    PGDATABASE: database,
    PGAPPNAME: 'rollback-actions',
    PGCONNECT_TIMEOUT: '10',
    ...Object.fromEntries(more.map(([name, value]) => [VARIABLES[name] as string, value])),
  };
}

/**
 * The certificates that a server's is checked against where the URL names no file of them: those that this machine
 * trusts. Undefined where a file is named, or nothing is checked.
 */
export function authoritiesOf({ sslmode = '', sslrootcert }: Address['parameters']): string | undefined {
  if (sslrootcert === 'system' || (sslrootcert === undefined && sslmode === 'verify-full'))
    return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])].join('\n');
  return undefined;
}

function decoded(part: string, input: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ActionError(
      `Input \`${input}\` cannot be read; special characters of user, password and database must be percent-encoded.`,
    );
  }
}

/** What the URL says of TLS and of settings of the session. */
function optionsOf(url: URL, input: string, authorities: string | undefined): ClientConfig {
  url.searchParams.set('uselibpqcompat', 'true');
  const { sslnegotiation } = Object.fromEntries(url.searchParams) as {
    sslnegotiation?: 'direct' | 'postgres';
  };
  const more = sslnegotiation === undefined ? {} : { sslnegotiation };
  try {
    const config = parseIntoClientConfig(url.toString());
    if (authorities === undefined) return { ...config, ...more };
    return {
      ...config,
      ...more,
      ssl: { ...(typeof config.ssl === 'object' && config.ssl), ca: authorities },
    };
  } catch (error) {
    const { path } = error as NodeJS.ErrnoException;
    if (path)
      throw new ActionError(`Input \`${input}\` names the file ${path}, which cannot be read.`, {
        cause: error,
      });
    throw error;
  }
}
