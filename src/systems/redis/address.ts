import { readFileSync } from 'node:fs';
import { ActionError, messageOf } from '../../base/errors.ts';
import { shownParameter } from '../parameter.ts';

/** A server of Redis or Valkey, as a client names it. */
export interface RedisEndpoint {
  readonly host: string;
  readonly port: number;
}

export interface Login {
  readonly username: string | undefined;
  readonly password: string | undefined;
}

/** Where a cache is and how to get in. */
export interface Address {
  /** Servers of it, or its sentinels; one that answers is enough. */
  readonly places: readonly RedisEndpoint[];
  readonly login: Login;
  readonly database: number;
  readonly tls: Tls | undefined;
  /** Where the URL is that of sentinels: what they call the master, and how to get in with them. */
  readonly sentinel: { readonly master: string; readonly login: Login } | undefined;
}

export interface Tls {
  readonly ca: string | undefined;
  /** False takes any certificate. */
  readonly verify: boolean;
}

const EXAMPLE =
  'redis://user:password@host:6379/0, rediss://… (TLS) or redis+sentinel://host:26379,host:26379/<master>/0';
/** Parameters of the URL that say where the cache is, or how to get in. */
const OURS = ['db', 'dbindex', 'sentinel-username', 'sentinel-password'];
/** Options of clients in other languages, which do not change where the cache is. */
const OF_CLIENTS =
  /^(protocol|family|client_?name|(health_check_interval|(socket_|read_|write_|dial_|connect_?|retry_)*timeout|max_?(connections|retries)|pool_?size|min_idle_conns|decode_responses|encoding))$/i;
const SCHEME = /^(redis|valkey)(s?)(\+sentinel)?:\/\//;

/**
 * Reads the URL of a cache: one server, some of a cluster's (`redis://a:7000,b:7000`; whether it is a cluster the
 * servers say), or its sentinels (`redis+sentinel://a,b/mymaster/0`, where they have another login
 * `?sentinel-username=…&sentinel-password=…`). With an `s` after `redis` or `valkey` all is TLS.
 *
 * Its passwords go to `mask`.
 *
 * @throws ActionError where it is not one; the message never repeats it
 */
export function parseAddress(
  url: string,
  { ca, insecure, mask }: { ca: string | undefined; insecure: boolean; mask: (secret: string) => void },
): Address {
  const [scheme, , secure, sentinels] = SCHEME.exec(url) ?? [];
  if (scheme === undefined)
    throw new ActionError(`Input \`redis-url\` is not a URL; accepted are ${EXAMPLE}.`);
  const [authority = '', ...path] = url.slice(scheme.length).split(/\?.*$/s)[0]?.split('/') ?? [];
  const at = authority.lastIndexOf('@');
  const query = new URLSearchParams(/\?(.*)$/s.exec(url)?.[1] ?? '');
  const stranger = [...query.keys()].find((key) => !OURS.includes(key) && !OF_CLIENTS.test(key));
  if (stranger) {
    throw new ActionError(
      `Input \`redis-url\` has ${shownParameter(stranger)}, which is not understood; known are ${OURS.join(', ')}.`,
    );
  }
  const parts = [...path, ...query.getAll('db'), ...query.getAll('dbindex')].filter((part) => part !== '');
  const master = sentinels ? parts.shift() : undefined;
  if (sentinels && !master) {
    throw new ActionError(
      'Input `redis-url` names no master; accepted is redis+sentinel://host:26379,host:26379/<master>/0.',
    );
  }
  const address = {
    places: placesOf(authority.slice(at + 1), sentinels ? 26379 : 6379),
    login: loginOf(at < 0 ? '' : authority.slice(0, at)),
    database: databaseOf(parts),
    tls: tlsOf(secure === 's', ca, insecure),
    sentinel: master
      ? {
          master: decoded(master),
          login: {
            username: query.get('sentinel-username') ?? undefined,
            password: query.get('sentinel-password') ?? undefined,
          },
        }
      : undefined,
  };
  for (const { password } of [address.login, address.sentinel?.login ?? { password: undefined }])
    if (password) mask(password);
  return address;
}

function placesOf(hosts: string, usual: number): RedisEndpoint[] {
  return hosts.split(',').map((text) => {
    const [, six, name, port] = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]@/]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
    const host = six ?? name;
    if (host === undefined || Number(port ?? 1) > 65535)
      throw new ActionError(`Input \`redis-url\` names no host and port; accepted are ${EXAMPLE}.`);
    return { host: decoded(host), port: Number(port ?? usual) };
  });
}

/** `user:password`, `:password`, or, as many write it, the password alone. */
function loginOf(text: string): Login {
  const [user = '', ...rest] = text.split(':');
  const password = rest.join(':');
  if (rest.length === 0) return { username: undefined, password: decoded(user) || undefined };
  return { username: decoded(user) || undefined, password: decoded(password) || undefined };
}

function databaseOf(parts: readonly string[]): number {
  const [text = '0', ...more] = parts;
  if (more.length > 0 || !/^\d{1,5}$/.test(text))
    throw new ActionError(
      'Input `redis-url` does not end with the number of a database; accepted is …/0 or nothing.',
    );
  return Number(text);
}

function tlsOf(secure: boolean, ca: string | undefined, insecure: boolean): Tls | undefined {
  if (secure) return { ca: ca && pemOf(ca), verify: !insecure };
  if (ca !== undefined || insecure)
    throw new ActionError(
      'Inputs `redis-ca` and `redis-insecure` are for TLS; begin `redis-url` with rediss:// (two s).',
    );
  return undefined;
}

/** A certificate that is given as text, or as the path of a file. */
function pemOf(ca: string): string {
  if (ca.includes('-----BEGIN')) return ca;
  try {
    return readFileSync(ca, 'utf8');
  } catch (error) {
    throw new ActionError(`Input \`redis-ca\` is neither a certificate nor a file: ${messageOf(error)}.`);
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ActionError(
      'Input `redis-url` cannot be read; special characters of user and password must be percent-encoded.',
    );
  }
}
