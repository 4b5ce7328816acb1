import {
  ChangeResourceRecordSetsCommand,
  GetChangeCommand,
  GetHostedZoneCommand,
  type HostedZone,
  InvalidChangeBatch,
  ListHostedZonesByNameCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { pause } from '../../runner/deadline.ts';
import { ActionError, messageOf } from '../../runner/errors.ts';
import { WAITS } from '../../runner/waits.ts';
import { whyUnreached } from '../network.ts';
import { changedMeanwhile, type Held, type Provider, type Wanted } from './provider.ts';
import { heldValue, normalName, normalValue, octal, TYPES, type Type } from './values.ts';

/** Seconds for which the answers of an alias are kept. */
const ALIAS_TTL = 60;

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

/** A hosted zone of Route 53, by name or id. Credentials and region are those of the environment, as AWS' tools find them. */
export async function route53(
  zone: string,
  { endpoint, signal }: { endpoint: string | undefined; signal: AbortSignal },
): Promise<Provider> {
  const client = new Route53Client({
    region: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
    maxAttempts: 4,
    requestHandler: { connectionTimeout: WAITS.ROUTE53_CONNECT_MS, requestTimeout: WAITS.ROUTE53_ATTEMPT_MS },
    ...(endpoint && { endpoint }),
  });
  const told = (error: unknown): Error => {
    signal.throwIfAborted();
    if (error instanceof ActionError) return error;
    const { name, code, $metadata } = error as ServiceError;
    const meaning = MEANINGS[name];
    if (meaning) return new ActionError(`Route 53 ${meaning}.`, { cause: error });
    if (/^AccessDenied/.test(name))
      return new ActionError(`Route 53 does not let these credentials do that; they need ${RIGHTS}.`, {
        cause: error,
      });
    if ([401, 403].includes($metadata?.httpStatusCode ?? 0))
      return new ActionError(
        `Route 53 does not take these credentials of AWS, or does not let them do that; renew them, they need ${RIGHTS}.`,
        { cause: error },
      );
    if (code)
      return new ActionError(
        `Route 53 can not be reached (${whyUnreached(error)}); check \`endpoint\` and the network of the runner.`,
        { cause: error },
      );
    return new ActionError(`Route 53 says: ${messageOf(error)}.`, { cause: error });
  };
  const options = { abortSignal: signal };
  const id = await zoneId(client, zone, options).catch((error) => {
    throw told(error);
  });

  async function read(name: string): Promise<Held[]> {
    const found: ResourceRecordSet[] = [];
    let next:
      | {
          StartRecordName: string;
          StartRecordType?: ResourceRecordSet['Type'];
          StartRecordIdentifier?: string;
        }
      | undefined = { StartRecordName: name };
    while (next) {
      const page: Awaited<ReturnType<typeof list>> = await list(next);
      const sets = page.ResourceRecordSets ?? [];
      const own = sets.filter((set) => nameOf(set) === name);
      found.push(...own);
      next =
        page.IsTruncated && own.length === sets.length && page.NextRecordName
          ? {
              StartRecordName: page.NextRecordName,
              ...(page.NextRecordType && { StartRecordType: page.NextRecordType }),
              ...(page.NextRecordIdentifier && { StartRecordIdentifier: page.NextRecordIdentifier }),
            }
          : undefined;
    }
    return found.map(heldOf);
  }
  const list = (from: object) =>
    client.send(new ListResourceRecordSetsCommand({ HostedZoneId: id, ...from }), options).catch((error) => {
      throw told(error);
    });

  /** Taking away exactly what was read and adding the new one, in one batch, is atomic, and fails where it is another one now. */
  async function change(name: string, held: Held, wanted: Wanted): Promise<void> {
    const old = held.raw as ResourceRecordSet;
    const fresh = freshOf(old, wanted);
    const { ChangeInfo } = await client
      .send(
        new ChangeResourceRecordSetsCommand({
          HostedZoneId: id,
          ChangeBatch: {
            Changes: [
              { Action: 'DELETE', ResourceRecordSet: old },
              { Action: 'CREATE', ResourceRecordSet: fresh },
            ],
          },
        }),
        options,
      )
      .catch((error) => {
        throw isGone(error) ? changedMeanwhile(name, held.type) : told(error);
      });
    await inSync(ChangeInfo?.Id ?? '', ChangeInfo?.Status).catch((error) => {
      throw told(error);
    });
  }

  async function inSync(change: string, first: string | undefined): Promise<void> {
    for (let status = first; status !== 'INSYNC'; ) {
      await pause(WAITS.ROUTE53_LOOK_MS, signal);
      ({ Status: status } =
        (await client.send(new GetChangeCommand({ Id: change }), options)).ChangeInfo ?? {});
    }
  }

  async function nameServers(): Promise<string[]> {
    try {
      const { DelegationSet } = await client.send(new GetHostedZoneCommand({ Id: id }), options);
      return DelegationSet?.NameServers ?? [];
    } catch (error) {
      throw told(error);
    }
  }

  return { read, change, nameServers, readValue, refusesTtl };
}

async function zoneId(client: Route53Client, zone: string, options: object): Promise<string> {
  if (/^[A-Z0-9]{10,32}$/.test(zone)) return zone;
  const { HostedZones = [] } = await client.send(
    new ListHostedZonesByNameCommand({ DNSName: zone }),
    options,
  );
  const own = HostedZones.filter(({ Name = '' }: HostedZone) => normalName(Name) === normalName(zone));
  const ids = own.map(({ Id = '', Config }) => ({
    id: Id.replace('/hostedzone/', ''),
    isPrivate: Config?.PrivateZone,
  }));
  if (ids.length === 1 && ids[0]) return ids[0].id;
  if (ids.length === 0)
    throw new ActionError(
      `Route 53 has no hosted zone ${zone} in this account; check \`zone\` and the credentials.`,
    );
  const told = ids.map(({ id, isPrivate }) => `${id} (${isPrivate ? 'private' : 'public'})`);
  throw new ActionError(
    `Route 53 has several hosted zones ${zone}; say which as \`zone\`: ${told.join(', ')}.`,
  );
}

/** What was to be deleted is not what is there. Other batches are invalid because of what they add. */
const isGone = (error: unknown): boolean =>
  error instanceof InvalidChangeBatch && /not found|do not match|does not match/.test(error.message);

/** Stars come as `\052`. */
const nameOf = ({ Name = '' }: ResourceRecordSet): string | undefined =>
  normalName(
    Name.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
  );

function heldOf(set: ResourceRecordSet): Held {
  const { Type: type = 'A', TTL = ALIAS_TTL, ResourceRecords = [], AliasTarget, SetIdentifier } = set;
  const known = TYPES.find((each) => each === type);
  const plain = ResourceRecords.map(({ Value = '' }) => (known ? heldValue(known, Value, 8) : Value));
  const alias = AliasTarget && `${AliasTarget.HostedZoneId}/${normalName(AliasTarget.DNSName ?? '')}`;
  return {
    type,
    ttl: TTL,
    values: alias ? [alias] : plain,
    ...(SetIdentifier !== undefined && { identifier: SetIdentifier }),
    answered: !alias && SetIdentifier === undefined,
    lag: TTL,
    raw: set,
  };
}

/** The record set with other values; weight, region, health check and all else stay. */
function freshOf(old: ResourceRecordSet, { ttl, values }: Wanted): ResourceRecordSet {
  const { TTL: _, ResourceRecords: __, AliasTarget, ...rest } = old;
  const [zone, target] = aliasOf(values[0] ?? '') ?? [];
  if (zone !== undefined) {
    const EvaluateTargetHealth = AliasTarget?.EvaluateTargetHealth ?? false;
    return { ...rest, AliasTarget: { HostedZoneId: zone, DNSName: target, EvaluateTargetHealth } };
  }
  return { ...rest, TTL: ttl, ResourceRecords: values.map((value) => ({ Value: octal(value) })) };
}

const aliasOf = (value: string): [string, string] | undefined => {
  const [, zone, target] = /^(Z[A-Z0-9]{5,31})\/(.+)$/.exec(value) ?? [];
  return zone !== undefined && target !== undefined ? [zone, target] : undefined;
};

/** A value, or for an alias its target: `lb.example.com`, or with the zone of the target `Z123456/lb.example.com`. */
function readValue(type: Type, text: string, held: Held | undefined): string {
  const alias = aliasOf(text);
  if (alias) return `${alias[0]}/${normalName(alias[1])}`;
  const old = aliasOf(held?.values[0] ?? '');
  const name = normalName(text);
  if (old === undefined || name === undefined || isAddress(text)) return normalValue(type, text, 8);
  if (name.split('.').slice(1).join('.') === old[1].split('.').slice(1).join('.')) return `${old[0]}/${name}`;
  throw new ActionError(
    `The record is an alias of ${old[1]}, and ${name} may be in another hosted zone; say its zone too, as <zone id>/${name}.`,
  );
}

const isAddress = (text: string) => /^[\d.]+$/.test(text) || text.includes(':');

const refusesTtl = (_: number, held: Held): string | undefined =>
  aliasOf(held.values[0] ?? '') ? 'an alias has the TTL of its target; leave `ttl` out' : undefined;
