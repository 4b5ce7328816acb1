import { ActionError } from '../../base/errors.ts';
import { withoutEndSlashes } from '../../base/slashes.ts';

/** Where a server is and what is sent with every request. */
export interface Address {
  /** Without credentials, without a query and without a slash at the end. */
  readonly url: string;
  /** What the URL's own query says, such as `extra_label=team=shop`; it goes with every request. */
  readonly query?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The headers of one request with its signature, where the server wants one. */
  readonly sign?: (url: string, headers: Readonly<Record<string, string>>) => Promise<Record<string, string>>;
}

/**
 * Reads a URL that may hold a user and a password, and the lines `X-Scope-OrgID: shop`. What is secret of it is masked.
 *
 * @throws ActionError where either is not what it should be
 */
export function parseAddress(
  given: { input: string; url: string; token?: string | undefined; headers?: readonly string[] },
  mask: (secret: string) => void,
): Address {
  const url = URL.parse(given.url);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new ActionError(`Input \`${given.input}\` is not an HTTP or HTTPS address.`);
  const [user, password] = [decoded(url.username, given.input), decoded(url.password, given.input)];
  const lines = given.headers ?? [];
  // Every credential travels in one, and servers say in their errors what they were sent.
  for (const line of lines) mask(line);
  const headers = Object.fromEntries(lines.map(parseHeader));
  if (password) mask(password);
  const basic = `${user}:${password}`;
  const encoded = Buffer.from(basic).toString('base64');
  if (url.username) mask(encoded);
  const authorization = given.token ? `Bearer ${given.token}` : url.username ? `Basic ${encoded}` : undefined;
  return {
    url: withoutEndSlashes(`${url.origin}${url.pathname}`),
    ...(url.search.length > 1 && { query: url.search.slice(1) }),
    headers: { ...headers, ...(authorization && { Authorization: authorization }) },
  };
}

function decoded(text: string, input: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ActionError(
      `Input \`${input}\` has a user or password with a % that is not percent-encoding; write %25 for it.`,
    );
  }
}

function parseHeader(line: string): [string, string] {
  const [, name = '', value = ''] = /^([A-Za-z0-9-]+)\s*:\s*([\x21-\x7e][\x20-\x7e]*)$/.exec(line) ?? [];
  if (!name)
    throw new ActionError(
      'Input `prometheus-headers` has a line that is not a header; accepted are lines such as X-Scope-OrgID: shop.',
    );
  return [name, value];
}
