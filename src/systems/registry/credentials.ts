import picomatch from 'picomatch';
import * as v from 'valibot';
import { jsonOf } from '../http/client.ts';
import type { Config } from '../kubernetes/objects.ts';
import type { Image } from './image.ts';

/** User and password for a registry, or for a part of one. */
export interface Credential {
  /** `registry.example/team`, as the Secret has it: a host, where one sign may stand for many, and a path. */
  readonly for: string;
  readonly user: string;
  readonly password: string;
  /** The Secret that has it; undefined for a log-in that the step got for itself. */
  readonly from: string | undefined;
}

const entrySchema = v.object({
  username: v.optional(v.string()),
  password: v.optional(v.string()),
  auth: v.optional(v.string()),
});
const entriesSchema = v.record(v.string(), entrySchema);

/** What the kubelet reads of a pull secret, of either type; undefined where it is not one. */
export function credentialsOf({ type, data = {}, metadata }: Config): Credential[] | undefined {
  const [key, at] =
    type === 'kubernetes.io/dockercfg'
      ? (['.dockercfg', (json: unknown) => json] as const)
      : (['.dockerconfigjson', (json: unknown) => (json as { auths?: unknown } | undefined)?.auths] as const);
  const text = Object.hasOwn(data, key) ? Buffer.from(data[key] ?? '', 'base64').toString() : '';
  const entries = v.safeParse(entriesSchema, at(jsonOf(text)));
  if (!entries.success) return undefined;
  return Object.entries(entries.output).flatMap(([server, { username = '', password = '', auth }]) => {
    const [user = '', secret] = auth ? userAndPassword(auth) : [username, password];
    return user && secret ? [{ for: placeOf(server), user, password: secret, from: metadata.name }] : [];
  });
}

function userAndPassword(auth: string): [string, string?] {
  const pair = Buffer.from(auth, 'base64').toString();
  const at = pair.indexOf(':');
  return at < 0 ? [pair] : [pair.slice(0, at), pair.slice(at + 1).replace(/(?<!\0)\0+$/, '')];
}

/** `https://index.docker.io/v1/` → `index.docker.io`: schemes and versions of the protocol say nothing. */
const placeOf = (server: string): string =>
  server
    .replace(/^https?:\/\//, '')
    .replace(/\/v[12](?=\/)/, '')
    .replace(/\/$/, '');

/**
 * The credentials that fit an image, those for the longest path first, as the kubelet tries them
 * (kubernetes/pkg/credentialprovider/keyring.go).
 */
export function fitting(credentials: readonly Credential[], { key }: Image): Credential[] {
  const sorted = [...credentials].sort((a, b) => (a.for < b.for ? 1 : -1));
  const found = sorted.filter((each) => isFor(each.for, key));
  if (found.length > 0 || !key.startsWith('docker.io/')) return found;
  return sorted.filter((each) => each.for === 'index.docker.io');
}

function isFor(place: string, key: string): boolean {
  const [host = '', path] = split(place);
  const [wanted = '', repository] = split(key);
  const [pattern, name] = [host.split('.'), wanted.split('.')];
  const isSameHost =
    portOf(host) === portOf(wanted) &&
    pattern.length === name.length &&
    pattern.every((part, at) => matches(part.replace(/:\d+$/, ''), name[at]?.replace(/:\d+$/, '') ?? ''));
  return isSameHost && `/${repository}`.startsWith(path === '' ? '/' : `/${path}`);
}

const portOf = (host: string) => /:\d+$/.exec(host)?.[0];

function split(place: string): [string, string] {
  const at = place.indexOf('/');
  return at < 0 ? [place, ''] : [place.slice(0, at), place.slice(at + 1)];
}

/** `*` and `?` within one part of a host's name. */
const matches = (pattern: string, part: string): boolean =>
  pattern === part ||
  (/[*?]/.test(pattern) && picomatch.isMatch(part, pattern, { dot: true, nobrace: true, noextglob: true }));
