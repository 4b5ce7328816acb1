import * as v from 'valibot';
import { ActionError, messageOf } from '../../base/errors.ts';
import { PassingError, retry, retryAfterMs } from '../../base/retry.ts';
import { unlessAborted } from '../../base/settled.ts';
import { WAITS } from '../../base/waits.ts';
import { type HttpRequest, isPassingStatus, jsonOf, mayRedirect, send } from '../http/client.ts';
import { isLoopback } from '../network.ts';
import { type Challenge, parseChallenge } from './challenge.ts';
import { type Credential, fitting } from './credentials.ts';
import { type Ecr, ecrOf, logIn } from './ecr.ts';
import { type Image, parseImage } from './image.ts';
import { digestIn, digestsIn, isAbsence, MANIFESTS } from './manifest.ts';

/** Why an image is not known to be there, as far as its registry says from here. */
export type NotThere =
  /** The registry does not have it. */
  | { readonly is: 'gone'; readonly reason: string }
  /** The credentials that the pod's nodes would use are refused. */
  | { readonly is: 'denied'; readonly reason: string }
  | { readonly is: 'unknown'; readonly reason: string };

/** Whether an image can be pulled. */
export type Presence = { readonly is: 'there'; readonly isOther: boolean } | NotThere;

/** The digests by which nodes may know what a name means: its own, and where it is a list, that of each platform. */
export type Digests = { readonly is: 'there'; readonly digests: readonly string[] } | NotThere;

type Found = { readonly is: 'there'; readonly answer: Answer };

/** Names of images are data of the cluster, and lead to no place of this machine or of its cloud. */
const ANYWHERE = new URL('https://registry.invalid');
const MAX_BYTES = 64 * 1024;
const REDIRECTS = 3;

const tokenSchema = v.union([
  v.pipe(
    v.object({ token: v.string() }),
    v.transform(({ token }) => token),
  ),
  v.pipe(
    v.object({ access_token: v.string() }),
    v.transform((answer) => answer.access_token),
  ),
]);

type Answer = Awaited<ReturnType<typeof send>>;

/**
 * Asks registries for images by the distribution protocol, without a byte of them. What one has said of how it wants to be
 * asked holds for all images; each request is tried again by the one retry policy, as long as there is time.
 */
export class Registries {
  readonly #signal: AbortSignal;
  #deadline: AbortSignal | undefined;
  readonly #mask: (secret: string) => void;
  readonly #includesLoopback: boolean;
  readonly #challenges = new Map<string, Promise<Challenge | undefined>>();
  readonly #tokens = new Map<string, Promise<string | undefined>>();
  readonly #logIns = new Map<string, Promise<Credential>>();

  /**
   * @param signal ends everything
   * @param includesLoopback whether the nodes' own machine is this one: what is `localhost` for them is another machine otherwise
   */
  constructor(signal: AbortSignal, mask: (secret: string) => void, includesLoopback: boolean) {
    this.#signal = signal;
    this.#mask = mask;
    this.#includesLoopback = includesLoopback;
  }

  /** The end of all requests together, which begins with the first. */
  get #late(): AbortSignal {
    this.#deadline ??= AbortSignal.any([this.#signal, AbortSignal.timeout(WAITS.REGISTRY_MS)]);
    return this.#deadline;
  }

  /**
   * Looks for an image, with each of the credentials that fit it until one shows it. Throws only where `signal` aborted.
   *
   * @param expected the digest that it had; `isOther` says whether its tag means another image now
   */
  async lookUp(name: string, credentials: readonly Credential[], expected?: string): Promise<Presence> {
    const isExpected = (head: Answer) => expected === undefined || digestIn(head) === expected;
    const found = await this.#find(name, credentials, isExpected);
    if (found.is !== 'there') return found;
    const { answer } = found;
    const isOther =
      expected !== undefined &&
      digestIn(answer) !== undefined &&
      !answer.isCut &&
      !digestsIn(answer).includes(expected);
    return { is: 'there', isOther };
  }

  /** The same for what an image is, of one platform or of several. Throws only where `signal` aborted. */
  async digests(name: string, credentials: readonly Credential[]): Promise<Digests> {
    const found = await this.#find(name, credentials, () => false);
    if (found.is !== 'there') return found;
    const { answer } = found;
    return answer.isCut
      ? unknown(`its manifest has more than ${MAX_BYTES / 1024} KiB`)
      : { is: 'there', digests: digestsIn(answer) };
  }

  /** Looks for a manifest, with its contents unless `isEnough` says that those of the headers suffice. */
  async #find(
    name: string,
    credentials: readonly Credential[],
    isEnough: (head: Answer) => boolean,
  ): Promise<Found | NotThere> {
    const image = parseImage(name);
    if (!image) return unknown(`${JSON.stringify(name.slice(0, 200))} is not the name of an image`);
    if (isLoopback(image.host) && !this.#includesLoopback)
      return unknown(`${image.host} is another machine for each node than for the runner`);
    if (!isLoopback(image.host) && !mayRedirect(ANYWHERE, baseOf(image.host)))
      return unknown(`${image.host} is not a registry that is asked`);
    const fits = fitting(credentials, image);
    for (const { password } of fits) this.#mask(password);
    const ecr = ecrOf(image.host);
    const seen: (Found | NotThere)[] = [];
    for (const credential of fits.length > 0 || ecr ? fits : [undefined]) {
      const found = await this.#orUnknown(image, () => this.#manifest(image, credential, isEnough));
      if (found.is === 'there') return found;
      seen.push(found);
    }
    // Nodes of AWS have a log-in of their own beside the pull secrets.
    if (ecr && !seen.some(({ is }) => is === 'gone')) {
      const own = await this.#orUnknown(image, () => this.#logIn(ecr));
      if (!('is' in own)) seen.push(await this.#orUnknown(image, () => this.#manifest(image, own, isEnough)));
      else if (seen.length === 0) seen.push(own);
    }
    const [first] = seen as [Found | NotThere];
    const found = (is: Presence['is']) => seen.find((each) => each.is === is);
    return found('there') ?? found('gone') ?? found('unknown') ?? first;
  }

  async #orUnknown<T>(image: Image, lookUp: () => Promise<T>): Promise<T | Unknown> {
    try {
      return await lookUp();
    } catch (error) {
      this.#signal.throwIfAborted();
      if (this.#late.aborted) return unknown(`${image.host} gave no answer in ${WAITS.REGISTRY_MS / 1000} s`);
      if (error instanceof ActionError) return unknown(messageOf(error).replace(/[.;]$/, ''));
      throw error;
    }
  }

  async #manifest(
    image: Image,
    credential: Credential | undefined,
    isEnough: (head: Answer) => boolean,
  ): Promise<Found | NotThere> {
    const { host, repository, reference } = image;
    const path = `${repository}/manifests/${reference}`;
    const challenge = await this.#challengeOf(host);
    let authorization = await this.#authorize(image, credential, challenge);
    let head = await this.#request(host, path, 'HEAD', authorization);
    if (head.status === 401 && !challenge) {
      // Some registries ask for credentials only for an image.
      const ownChallenge = parseChallenge(head.headers.get('www-authenticate'));
      authorization = await this.#authorize(image, credential, ownChallenge);
      if (authorization.Authorization) head = await this.#request(host, path, 'HEAD', authorization);
    }
    if (head.status === 200 && isEnough(head)) return { is: 'there', answer: head };
    // An answer to HEAD says neither why not nor what is in a list of platforms, and some answer none.
    const answer = await this.#request(host, path, 'GET', authorization);
    if (answer.status === 200) return { is: 'there', answer };
    if (answer.status === 404 && isAbsence(answer))
      return this.#absent(image, authorization, credential !== undefined);
    if (answer.status === 401 || answer.status === 403)
      return refusedPresence(image, credential, answer.status);
    return unknown(`${host} answers ${answer.status}, which says nothing of an image`);
  }

  /** Some registries say of what they do not show to a stranger that it is not there. */
  async #absent(image: Image, authorization: Headers, isKnown: boolean): Promise<NotThere> {
    const { host, repository, reference } = image;
    const sep = reference.includes(':') ? '@' : ':';
    const gone = { is: 'gone', reason: `${host} has no ${repository}${sep}${reference} any more` } as const;
    if (isKnown) return gone;
    const tags = await this.#request(host, `${repository}/tags/list?n=1`, 'GET', authorization);
    return tags.status === 200 ? gone : unknown(`${host} shows nothing of ${repository} without credentials`);
  }

  #challengeOf(host: string): Promise<Challenge | undefined> {
    const known =
      this.#challenges.get(host) ??
      this.#request(host, '', 'GET').then(({ headers }) => parseChallenge(headers.get('www-authenticate')));
    this.#challenges.set(host, known);
    return known;
  }

  async #authorize(
    image: Image,
    credential: Credential | undefined,
    challenge: Challenge | undefined,
  ): Promise<Headers> {
    if (challenge?.scheme !== 'bearer') return challenge && credential ? basic(credential) : {};
    const id = JSON.stringify([image.host, image.repository, credential?.user, credential?.from]);
    const known = this.#tokens.get(id) ?? this.#token(image, credential, challenge);
    this.#tokens.set(id, known);
    const token = await known;
    return token === undefined ? {} : { Authorization: `Bearer ${token}` };
  }

  /** A token for reading one repository; undefined where none is given, which the registry then says again. */
  async #token(
    { host, repository }: Image,
    credential: Credential | undefined,
    { realm, service }: Challenge & { scheme: 'bearer' },
  ): Promise<string | undefined> {
    const url = URL.parse(realm);
    if (!url || !mayRedirect(baseOf(host), url))
      throw new ActionError(`${host} names an address for its tokens where they are not requested`);
    url.searchParams.set('scope', `repository:${repository}:pull`);
    if (service) url.searchParams.set('service', service);
    const answer = await this.#send({
      ...{ url, redirects: REDIRECTS },
      headers: credential ? basic(credential) : {},
    });
    const token = v.safeParse(tokenSchema, jsonOf(answer.body));
    if (answer.status !== 200 || !token.success) return undefined;
    this.#mask(token.output);
    return token.output;
  }

  #request(host: string, path: string, method: 'GET' | 'HEAD', headers: Headers = {}): Promise<Answer> {
    const url = new URL(path, baseOf(host));
    return this.#send({ url, method, headers: { Accept: MANIFESTS, ...headers }, redirects: REDIRECTS });
  }

  /** A log-in to Amazon's registries of a region, requested once. */
  async #logIn(ecr: Ecr): Promise<Credential> {
    const known = this.#logIns.get(ecr.region) ?? logIn(ecr, (request) => this.#send(request));
    this.#logIns.set(ecr.region, known);
    // Credentials come from places that may be silent.
    const credential = await unlessAborted(known, this.#late);
    this.#mask(credential.password);
    return credential;
  }

  #send(unbounded: Omit<HttpRequest, 'mostBytes'>): Promise<Answer> {
    const request = { ...unbounded, mostBytes: MAX_BYTES };
    const { url } = request;
    const once = async () => {
      const signal = AbortSignal.any([this.#late, AbortSignal.timeout(WAITS.REGISTRY_ATTEMPT_MS)]);
      const answer = await send(request, signal).catch((error) => {
        if (error instanceof ActionError || this.#late.aborted) throw error;
        throw new PassingError(`${url.host} gave no answer in ${WAITS.REGISTRY_ATTEMPT_MS / 1000} s`);
      });
      if (!isPassingStatus(answer.status)) return answer;
      const refusal = answer.status === 429 ? 'answers 429, too many requests' : `answers ${answer.status}`;
      throw new PassingError(`${url.host} ${refusal}`, {
        retryAfterMs: retryAfterMs(answer.headers.get('retry-after')),
        isLimit: answer.status === 429,
      });
    };
    return retry(once, { signal: this.#late, attempts: 3, withinMs: WAITS.REGISTRY_MS });
  }
}

type Headers = Readonly<Record<string, string>>;

type Unknown = NotThere & { readonly is: 'unknown' };

const unknown = (reason: string): Unknown => ({ is: 'unknown', reason });

/** What an answer 401 or 403 says, by whose credentials it was asked with. */
function refusedPresence(
  { host, repository }: Image,
  credential: Credential | undefined,
  status: number,
): NotThere {
  if (!credential)
    return unknown(
      `${host} answers ${status}: it wants credentials, and no pull secret that can be read has any for it`,
    );
  return credential.from === undefined
    ? unknown(`the AWS credentials of this step may not read ${repository} of ${host} (${status})`)
    : { is: 'denied', reason: `${host} refuses the credentials of Secret ${credential.from} (${status})` };
}

const basic = ({ user, password }: Credential): Headers => ({
  Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

/** Container runtimes speak HTTP to the machine itself, and HTTPS to all others. */
const baseOf = (host: string): URL => new URL(`${isLoopback(host) ? 'http' : 'https'}://${host}/v2/`);
