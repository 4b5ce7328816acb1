import {
  GetHostedZoneCommand,
  type HostedZone,
  ListHostedZonesByNameCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { ActionError, messageOf } from '../../base/errors.ts';
import { PassingError, retry } from '../../base/retry.ts';
import { WAITS } from '../../base/waits.ts';
import { boundAnswers } from '../http/aws.ts';
import { isLasting, unreachableReason, wasUnsent } from '../network.ts';
import { normalName } from './values.ts';

const ATTEMPTS = 4;
/** Record sets that Route 53 lists in one answer. */
const PAGE = 300;
/** Answers that one list is read to: thirty thousand record sets, where a zone has ten thousand unless AWS raised its quota. */
const MAX_PAGES = 100;
/** Bytes of an answer: a full page of the longest record sets is a part of it. */
const MAX_ANSWER_BYTES = 8 * 1024 ** 2;

const MEANINGS: Record<string, string> = {
  CredentialsProviderError:
    'finds no credentials of AWS; run aws-actions/configure-aws-credentials before this step',
  InvalidClientTokenId: 'does not know these credentials of AWS; renew them',
  UnrecognizedClientException: 'does not know these credentials of AWS; renew them',
  SignatureDoesNotMatch: 'does not take these credentials of AWS; renew them',
  ExpiredToken: 'says that these credentials of AWS have expired; renew them',
  ExpiredTokenException: 'says that these credentials of AWS have expired; renew them',
  NoSuchHostedZone: 'has no such hosted zone; check `zone`',
};
type ServiceError = Error & { code?: string; $metadata?: { httpStatusCode?: number } };

const RIGHTS =
  'route53:ListHostedZonesByName, GetHostedZone, ListResourceRecordSets, ChangeResourceRecordSets and GetChange';

/** What was not begun because of a limit, which the whole account shares, or because an earlier change is not through. */
const LIMITS =
  /^(Throttling(Exception)?|TooManyRequests(Exception)?|RequestLimitExceeded|PriorRequestNotComplete|SlowDown)$/;

/** A hosted zone, as far as a switch needs to know it. */
export interface Zone {
  readonly id: string;
  readonly name: string;
  /** How many record sets it has; undefined where Route 53 does not say. */
  readonly size: number | undefined;
  /** The service of AWS that keeps it, and takes every other change of it away: `servicediscovery.amazonaws.com`. */
  readonly keeper: string | undefined;
  /** The names of its servers, where they came along. */
  readonly nameServers: readonly string[] | undefined;
}

/** Requests to Route 53. Its limit of five a second is that of the account: it is waited for as long as there is time. */
export class Route53Api {
  readonly #client: Route53Client;
  readonly #signal: AbortSignal;

  constructor(endpoint: string | undefined, signal: AbortSignal) {
    this.#signal = signal;
    this.#client = new Route53Client({
      region: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
      maxAttempts: 1,
      requestHandler: {
        connectionTimeout: WAITS.ROUTE53_CONNECT_MS,
        requestTimeout: WAITS.ROUTE53_ATTEMPT_MS,
      },
      ...(endpoint && { endpoint }),
    });
    boundAnswers(this.#client, 'Route 53', MAX_ANSWER_BYTES, () => true);
  }

  /**
   * Sends a request, and again what may be over in a moment.
   *
   * @param isChange what was sent and not answered may be done: it is not sent again
   * @throws ActionError of one sentence, with what Route 53 threw as its cause
   */
  request<T>(
    send: (client: Route53Client, options: { abortSignal: AbortSignal }) => Promise<T>,
    isChange = false,
  ): Promise<T> {
    const once = () =>
      send(this.#client, { abortSignal: this.#signal }).catch((error: unknown) => {
        this.#signal.throwIfAborted();
        throw error instanceof ActionError ? error : understood(error as ServiceError);
      });
    return retry(once, { signal: this.#signal, attempts: ATTEMPTS, repeatable: !isChange });
  }

  /** The hosted zone of a name or an id, as Route 53 has it now. @throws ActionError where there is none, or several */
  async zone(text: string): Promise<Zone> {
    if (!text.includes('.')) return this.#zoneById(text);
    const { HostedZones = [] } = await this.request((client, options) =>
      client.send(new ListHostedZonesByNameCommand({ DNSName: text }), options),
    );
    const zones = HostedZones.filter(({ Name = '' }) => normalName(Name) === text);
    if (zones.length === 1 && zones[0]) return zoneOf(zones[0]);
    if (zones.length === 0)
      throw new ActionError(
        `Route 53 has no hosted zone ${text} in this account; check \`zone\` and the credentials.`,
      );
    const which = zones.map(
      ({ Id = '', Config }) => `${bare(Id)} (${Config?.PrivateZone ? 'private' : 'public'})`,
    );
    throw new ActionError(
      `Route 53 has several hosted zones ${text}; say which as \`zone\`: ${which.join(', ')}.`,
    );
  }

  async #zoneById(id: string): Promise<Zone> {
    const { HostedZone, DelegationSet } = await this.request((client, options) =>
      client.send(new GetHostedZoneCommand({ Id: id }), options),
    );
    if (HostedZone && bare(HostedZone.Id ?? '') === id)
      return { ...zoneOf(HostedZone), nameServers: DelegationSet?.NameServers ?? [] };
    throw new ActionError(
      `What answers for the hosted zone ${id} is ${bare(HostedZone?.Id ?? '') || 'no zone'}; check \`endpoint\`.`,
    );
  }

  /** The names of the servers that answer for a zone; none where it is private. */
  async nameServers(id: string): Promise<readonly string[]> {
    const { DelegationSet } = await this.request((client, options) =>
      client.send(new GetHostedZoneCommand({ Id: id }), options),
    );
    return DelegationSet?.NameServers ?? [];
  }

  /**
   * Record sets of a zone in its order, from a name on, for as long as they are wanted.
   *
   * @throws ActionError where the list has no end
   * @param from where to begin; undefined is the beginning of the zone
   * @param isWanted whether the page that ends with this record set may be followed by more that are
   */
  async list(
    id: string,
    from: string | undefined,
    isWanted: (last: ResourceRecordSet) => boolean,
  ): Promise<ResourceRecordSet[]> {
    const found: ResourceRecordSet[] = [];
    let start: object = from === undefined ? {} : { StartRecordName: from };
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const page = await this.request((client, options) =>
        client.send(
          new ListResourceRecordSetsCommand({ HostedZoneId: id, MaxItems: PAGE, ...start }),
          options,
        ),
      );
      const sets = page.ResourceRecordSets ?? [];
      found.push(...sets);
      const last = sets.at(-1);
      if (!page.IsTruncated || !page.NextRecordName || !last || !isWanted(last)) return found;
      start = {
        StartRecordName: page.NextRecordName,
        ...(page.NextRecordType && { StartRecordType: page.NextRecordType }),
        ...(page.NextRecordIdentifier && { StartRecordIdentifier: page.NextRecordIdentifier }),
      };
    }
    throw new ActionError(
      `Route 53 lists more than ${MAX_PAGES} pages of ${from ?? `the hosted zone ${id}`}; check \`endpoint\` and \`zone\`.`,
    );
  }
}

/** How many answers it takes to list a zone. */
export const pagesOf = ({ size = 0 }: Zone): number => Math.ceil(size / PAGE);

const zoneOf = ({ Id = '', Name = '', ResourceRecordSetCount, LinkedService }: HostedZone): Zone => ({
  id: bare(Id),
  name: normalName(Name) ?? Name,
  size: ResourceRecordSetCount,
  keeper: LinkedService?.ServicePrincipal,
  nameServers: undefined,
});

const bare = (id: string) => id.replace('/hostedzone/', '');

/** What went wrong in one sentence; what may be over in a moment as that. */
function understood(error: ServiceError): ActionError {
  const { name, code, $metadata } = error;
  const status = $metadata?.httpStatusCode ?? 0;
  const cause = { cause: error };
  if (LIMITS.test(name) || status === 429)
    return new PassingError(
      'Route 53 has had too many requests from this account (its limit is five a second); run this again later.',
      { isLimit: true, ...cause },
    );
  if (status >= 500)
    return new PassingError(`Route 53 cannot do it at the moment (HTTP ${status}); run this again later.`, {
      mayBeDone: true,
      ...cause,
    });
  const meaning = MEANINGS[name];
  if (meaning) return new ActionError(`Route 53 ${meaning}.`, cause);
  if (/^AccessDenied/.test(name))
    return new ActionError(`Route 53 does not let these credentials do that; they need ${RIGHTS}.`, cause);
  if ([401, 403].includes(status))
    return new ActionError(
      `Route 53 does not take these credentials of AWS, or does not let them do that; renew them, they need ${RIGHTS}.`,
      cause,
    );
  if (!code && name !== 'TimeoutError') return new ActionError(`Route 53 says: ${messageOf(error)}.`, cause);
  const message = `Route 53 cannot be reached (${unreachableReason(error)}); check \`endpoint\` and the network of the runner.`;
  if (isLasting(error)) return new ActionError(message, cause);
  return new PassingError(message, { mayBeDone: !wasUnsent(error), ...cause });
}
