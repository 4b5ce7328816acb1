import {
  ChangeResourceRecordSetsCommand,
  GetChangeCommand,
  InvalidChangeBatch,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53';
import * as v from 'valibot';
import { pause } from '../../base/deadline.ts';
import { ActionError } from '../../base/errors.ts';
import { WAITS } from '../../base/waits.ts';
import {
  between,
  changedMeanwhile,
  contradicts,
  type Provider,
  type RecordSet,
  type Settled,
  type Surroundings,
  starsAbove,
  surroundings,
  type Wanted,
} from './provider.ts';
import { pagesOf, Route53Api } from './route53-api.ts';
import { heldValue, normalName, normalValue, octal, sameValues, TYPES, type Type } from './values.ts';

/** Seconds for which the answers of an alias are kept. */
const ALIAS_TTL = 60;
/** Where it takes more answers than this to list a zone, single names are queried, which are fewer. */
const MOST_PAGES = 10;
/** What an alias of a load balancer has before the name, so that it answers addresses of both families. */
const DUALSTACK = 'dualstack.';

/** A hosted zone of Route 53, by name or id. Credentials and region are those of the environment, as AWS' tools find them. */
export async function route53(
  text: string,
  { endpoint, signal }: { endpoint: string | undefined; signal: AbortSignal },
): Promise<Provider> {
  const api = new Route53Api(endpoint, signal);
  const zone = await api.zone(text);
  if (zone.keeper !== undefined)
    throw new ActionError(
      `The hosted zone ${zone.name} is kept by ${zone.keeper}, which takes back what others change; change it there.`,
    );

  let servers: Promise<readonly string[]> | undefined;

  /** All record sets under a name. */
  const listed = async (name: string): Promise<ResourceRecordSet[]> => {
    const sets = await api.list(zone.id, name, (last) => nameOf(last) === name);
    return sets.filter((set) => nameOf(set) === name);
  };

  async function survey(name: string, marks: readonly string[]): Promise<Surroundings> {
    const isWhole = pagesOf(zone) <= MOST_PAGES;
    const sets = isWhole ? await api.list(zone.id, undefined, () => true) : [];
    const stars = starsAbove(name, zone.name).slice(0, 1);
    for (const each of isWhole ? [] : new Set([name, ...marks, ...stars, ...between(name, zone.name)]))
      sets.push(...(await listed(each)));
    const all = sets.map((set) => ({ ...heldOf(set), name: nameOf(set) }));
    return surroundings(name, zone.name, all, isWhole);
  }

  /** Taking away exactly what was read and adding the new one, in one batch, is atomic, and fails where it is another one now. */
  async function change(name: string, held: RecordSet, wanted: Wanted): Promise<Settled> {
    const old = held.raw as ResourceRecordSet;
    const fresh = wanted.raw === undefined ? freshOf(old, wanted) : formerOf(wanted, old);
    const ChangeBatch = {
      Changes: [
        { Action: 'DELETE' as const, ResourceRecordSet: old },
        { Action: 'CREATE' as const, ResourceRecordSet: fresh },
      ],
    };
    const command = new ChangeResourceRecordSetsCommand({ HostedZoneId: zone.id, ChangeBatch });
    const { ChangeInfo } = await api
      .request((client, options) => client.send(command, options), true)
      .catch((error) => {
        throw isGone(error.cause) ? changedMeanwhile(name, held.type) : error;
      });
    const made = performance.now();
    return () => inSync(ChangeInfo?.Id ?? '', ChangeInfo?.Status, performance.now() - made);
  }

  /** Less and less often, as this counts for the limit of the account, too. @param since milliseconds since the change */
  async function inSync(change: string, first: string | undefined, since: number): Promise<void> {
    let wait = WAITS.ROUTE53_POLL_MS;
    await pause(Math.max(0, first === 'INSYNC' ? 0 : wait - since), signal);
    for (let status = first; status !== 'INSYNC'; ) {
      const { ChangeInfo } = await api.request((client, options) =>
        client.send(new GetChangeCommand({ Id: change }), options),
      );
      status = ChangeInfo?.Status;
      wait = Math.min(2 * wait, WAITS.ROUTE53_LONGEST_POLL_MS);
      if (status !== 'INSYNC') await pause(wait, signal);
    }
  }

  return {
    zone: zone.name,
    read: async (name) => (await listed(name)).map(heldOf),
    survey,
    change,
    hasTwins: true,
    nameServers: () => {
      servers ??= zone.nameServers ? Promise.resolve(zone.nameServers) : api.nameServers(zone.id);
      return servers;
    },
    readValue,
    refusesTtl,
    changedBeside,
  };
}

/** What was to be deleted is not what is there. Other batches are invalid because of what they add. */
const isGone = (error: unknown): boolean =>
  error instanceof InvalidChangeBatch && /not found|do not match|does not match/.test(error.message);

/** Stars come as `\052`. */
function nameOf({ Name = '' }: ResourceRecordSet): string {
  const plain = Name.replace(/\\(\d{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
  return normalName(plain) ?? plain.toLowerCase().replace(/\.$/, '');
}

function heldOf(set: ResourceRecordSet): RecordSet {
  const { Type: type = 'A', TTL = ALIAS_TTL, ResourceRecords = [], AliasTarget, SetIdentifier } = set;
  const known = TYPES.find((each) => each === type);
  const plain = ResourceRecords.map(({ Value = '' }) => (known ? heldValue(known, Value, 8) : Value));
  const alias = AliasTarget && `${AliasTarget.HostedZoneId}/${normalName(AliasTarget.DNSName ?? '')}`;
  return {
    type,
    ttl: TTL,
    values: alias ? [alias] : plain,
    ...(SetIdentifier !== undefined && { identifier: SetIdentifier }),
    publiclyResolvable: !alias && SetIdentifier === undefined,
    ttlRemaining: TTL,
    ...(set.TrafficPolicyInstanceId !== undefined && {
      locked: `it is made by the traffic policy instance ${set.TrafficPolicyInstanceId}; change the policy`,
    }),
    cautions: cautionsOf(set),
    raw: set,
    providerForm: set,
  };
}

/** Why Route 53 may answer with other record sets of the name, whatever this one says. */
function cautionsOf({ HealthCheckId, Weight }: ResourceRecordSet): string[] {
  return [
    ...(HealthCheckId === undefined
      ? []
      : [
          `its health check ${HealthCheckId} stays: where that looks at the old target and fails, Route 53 does not answer with the new one either, so let it look at the new one`,
        ]),
    ...(Weight === 0
      ? [
          'its weight is 0, so Route 53 answers with it only where every other record set of the name is 0 or fails',
        ]
      : []),
  ];
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

const sets = v.looseObject({ Name: v.string(), Type: v.string() });

/** The record set as it was, all of it. @throws ActionError where it is another one than the values beside it say */
function formerOf({ raw, ttl, values }: Wanted, old: ResourceRecordSet): ResourceRecordSet {
  if (v.is(sets, raw)) {
    const former = raw as unknown as ResourceRecordSet;
    const held = heldOf(former);
    const isOwn =
      nameOf(former) === nameOf(old) &&
      former.Type === old.Type &&
      former.SetIdentifier === old.SetIdentifier;
    if (isOwn && held.ttl === ttl && sameValues(held.values, values)) return former;
  }
  throw contradicts();
}

/** What a switch leaves alone, and is not what it was then; what comes back would be older than that. */
function changedBeside({ raw }: RecordSet, former: unknown): string | undefined {
  if (!v.is(sets, former)) return undefined;
  const restOf = ({ Name, TTL, ResourceRecords, AliasTarget, ...rest }: ResourceRecordSet) =>
    new Map(Object.entries(rest).map(([field, value]) => [field, JSON.stringify(value)]));
  const now = restOf(raw as ResourceRecordSet);
  const then = restOf(former as unknown as ResourceRecordSet);
  const fields = [...new Set([...now.keys(), ...then.keys()])].filter(
    (field) => now.get(field) !== then.get(field),
  );
  return (
    fields
      .map((field) => `${field} is ${now.get(field) ?? 'not set'} and was ${then.get(field) ?? 'not set'}`)
      .join(', ') || undefined
  );
}

const aliasOf = (value: string): [string, string] | undefined => {
  const [, zone, target] = /^(Z[A-Z0-9]{5,31})\/(.+)$/.exec(value) ?? [];
  return zone !== undefined && target !== undefined ? [zone, target] : undefined;
};

/** A value, or for an alias its target: `lb.example.com`, or with the zone of the target `Z123456/lb.example.com`. */
function readValue(type: Type, text: string, held: RecordSet | undefined): string {
  const alias = aliasOf(text);
  if (alias) return `${alias[0]}/${normalName(alias[1])}`;
  const old = aliasOf(held?.values[0] ?? '');
  const name = normalName(text);
  if (old === undefined || name === undefined || isAddress(text)) return normalValue(type, text, 8);
  const [zone, target] = old;
  if (domainOf(name) !== domainOf(target))
    throw new ActionError(
      `The record is an alias of ${target}, and ${name} may be in another hosted zone; say its zone too, as <zone id>/${name}.`,
    );
  const isMissing = target.startsWith(DUALSTACK) && !name.startsWith(DUALSTACK);
  return `${zone}/${isMissing ? DUALSTACK : ''}${name}`;
}

/** What is behind the first label of a load balancer's own name. */
const domainOf = (name: string) => name.replace(DUALSTACK, '').split('.').slice(1).join('.');

const isAddress = (text: string) => /^[\d.]+$/.test(text) || text.includes(':');

const refusesTtl = (_: number, held: RecordSet): string | undefined =>
  aliasOf(held.values[0] ?? '') ? 'an alias has the TTL of its target; leave `ttl` out' : undefined;
