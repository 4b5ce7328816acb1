/** The parts of a secret that must not be shown, by how they are searched for. */
interface SecretParts {
  /** Taken out wherever they stand. */
  readonly texts: ReadonlySet<string>;
  /** Short values of names such as `pin`: taken out where they stand alone, as they are a part of many words. */
  readonly words: ReadonlySet<string>;
  /** Other short values in JSON, such as `svc`: hidden only where they are a whole value. */
  readonly values: ReadonlySet<string>;
}

/** A text that is a part of a secret is taken out everywhere from this length on; the secret itself already from the other. */
const LONG_PART = 6;
const LONG_SECRET = 4;
/** A shorter part of a URL's path is a word such as `services`. */
const LONG_PATH = 12;
/** JSON in a value of JSON, and so on. */
const DEPTH = 4;

const NAMES_SECRET =
  /pass|pwd|secret|token|cred|private|auth|sign|salt|seed|cookie|session|conn_?str|dsn|(?:^|[^a-z])(?:api|access|account|shared|encryption|master|key|sas|pin|otp|code)(?:[^a-z]|$)|[a-z]Key$|api_?key/i;

/** True where whatever has this name is a secret: `password`, `apiKey`. */
const namesSecret = (name: string): boolean => NAMES_SECRET.test(name);

/**
 * A secret and all in it that is one by itself: its lines, the values of JSON, of `NAME=value` and of `name: value`, and
 * the credentials of URLs.
 */
export function secretPartsOf(secret: string): SecretParts {
  const parts = { texts: new Set<string>(), words: new Set<string>(), values: new Set<string>() };
  const whole = secret.trim();
  if (whole.length >= LONG_SECRET) parts.texts.add(whole);
  else if (whole !== '') parts.values.add(whole);
  for (const line of linesOf(whole)) if (line.length >= LONG_SECRET) parts.texts.add(line);
  collect(whole, { isNamed: false, isWhole: true, depth: DEPTH }, parts);
  return parts;
}

type Collected = { [K in keyof SecretParts]: Set<string> };
interface Place {
  /** Its name says that it is a secret. */
  readonly isNamed: boolean;
  /** It is the secret, and no part of it. */
  readonly isWhole: boolean;
  readonly depth: number;
}

function collect(text: string, place: Place, parts: Collected): void {
  if (!place.isWhole) keep(text, place.isNamed, parts);
  if (place.depth === 0) return;
  const inner = { isNamed: false, isWhole: false, depth: place.depth - 1 };
  const json = containerIn(text);
  if (json !== undefined) return collectJson(json, { ...inner, isNamed: place.isNamed }, parts);
  for (const credential of credentialsIn(text)) collect(credential, { ...inner, isNamed: true }, parts);
  for (const part of pathPartsOf(text)) keep(part, true, parts);
  for (const { name, value } of assignmentsIn(text))
    collect(value, { ...inner, isNamed: namesSecret(name) }, parts);
}

function collectJson(value: unknown, place: Place, parts: Collected): void {
  if (typeof value === 'string') return collect(value, place, parts);
  if (typeof value === 'number') return keep(String(value), place.isNamed, parts);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value))
    collectJson(each, { ...place, isNamed: place.isNamed || namesSecret(name) }, parts);
}

function keep(text: string, isNamed: boolean, { texts, words, values }: Collected): void {
  const lines = linesOf(text);
  for (const part of [text.trim(), ...(lines.length > 1 ? lines : [])]) {
    if (part === '') continue;
    if (part.length >= (isNamed ? LONG_SECRET : LONG_PART)) texts.add(part);
    else if (isNamed && /[\p{L}\p{N}]/u.test(part)) words.add(part);
    else values.add(part);
  }
}

/** What in JSON, YAML or lines of `Name: value` has the name of a secret: the token of a kubeconfig. */
export function namedSecretsIn(text: string): string[] {
  const json = containerIn(text);
  if (json !== undefined) return namedInJson(json, false);
  return assignmentsIn(text)
    .filter(({ name }) => namesSecret(name))
    .map(({ value }) => value);
}

function namedInJson(value: unknown, isNamed: boolean): string[] {
  if (typeof value !== 'object' || value === null) return isNamed ? [String(value)] : [];
  return Object.entries(value).flatMap(([name, each]) => namedInJson(each, isNamed || namesSecret(name)));
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

function containerIn(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

/** Passwords of all URLs in a text, raw and decoded, with what is sent for them; and of their queries, what is a secret by name. */
export function credentialsIn(text: string): string[] {
  const urls = text.matchAll(/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,20}):\/\/(?=(\S{0,4000}))/gi);
  const found = [...urls].flatMap(([, scheme = '', rest = '']) => {
    // A password that is not encoded may have any character, so that the last @ may end it, too.
    const logins = [/^([^/?#]*?)@/, /^([^/?#]*)@/, /^(.*)@/].flatMap((login) => login.exec(rest)?.[1] ?? []);
    return [...new Set(logins)].flatMap((login) => secretsOfLogin(scheme, login));
  });
  const queries = [...text.matchAll(/[?&]([\w.-]+)=([^&\s#]+)/g)];
  const named = queries.filter(([, name = '']) => namesSecret(name)).map(([, , value = '']) => value);
  return [...found, ...named, ...named.map(decoded)];
}

function secretsOfLogin(scheme: string, login: string): string[] {
  const at = login.indexOf(':');
  const [user, password] = at < 0 ? ['', login] : [login.slice(0, at), login.slice(at + 1)];
  // `redis://password@host` and `https://token@host`: what stands alone is the secret.
  if (password === '' || (at < 0 && !/^(redis|valkey|https?)/i.test(scheme))) return [];
  const pairs = [`${user}:${password}`, `${decoded(user)}:${decoded(password)}`];
  return [password, decoded(password), ...pairs.map(basicOf)];
}

/** What `Authorization: Basic` has. */
const basicOf = (pair: string): string => Buffer.from(pair).toString('base64');

/** The long parts of a hook's URL, which is a secret as a whole. */
function pathPartsOf(text: string): string[] {
  const url = /^https?:\/\/\S+$/i.test(text) ? URL.parse(text) : null;
  if (!url) return [];
  const parts = [...url.pathname.split('/'), ...url.searchParams.values()];
  return parts.filter((part) => part.length >= LONG_PATH).flatMap((part) => [part, decoded(part)]);
}

/** `NAME=value`, `export NAME='value'`, `- name: value`, `Authorization: Bearer value` and `host=db password=value`, in each line. */
function assignmentsIn(text: string): { name: string; value: string }[] {
  return linesOf(text).flatMap((line) => {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(line)) return [];
    const [, name = '', value = ''] =
      /^(?:export\s+|-\s+)*["']?([A-Za-z_][\w.-]*)["']?\s*[:=]\s*(.+)$/.exec(line) ?? [];
    if (name === '') return [];
    const bare = unquoted(value);
    const credential = /^(?:Bearer|Basic|Token|ApiKey)\s+(\S+)$/i.exec(bare)?.[1];
    const words = [...line.matchAll(/(?<!\w)(\w{1,60})\s{0,20}=\s{0,20}('(?:[^'\\]|\\.)*'|[^\s']+)/g)].slice(
      1,
    );
    return [
      { name, value: bare },
      ...(credential ? [{ name: 'credential', value: credential }, ...pairOf(credential)] : []),
      ...words
        .filter(([, each = '']) => namesSecret(each))
        .map(([, each = '', inner = '']) => ({ name: each, value: unquoted(inner) })),
    ];
  });
}

/** The password in what is sent for a user and a password. */
function pairOf(credential: string): { name: string; value: string }[] {
  const pair = Buffer.from(credential, 'base64').toString();
  const at = pair.indexOf(':');
  return at < 0 || basicOf(pair) !== credential ? [] : [{ name: 'password', value: pair.slice(at + 1) }];
}

const unquoted = (value: string): string => /^(["'])(.*)\1,?$/.exec(value.trim())?.[2] ?? value.trim();

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
