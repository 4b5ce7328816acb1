import * as v from 'valibot';
import { ActionError } from '../../base/errors.ts';
import { beginning } from '../../base/redact.ts';
import { PassingError } from '../../base/retry.ts';
import { CloudflareApi } from './cloudflare-api.ts';
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
import { decodeText, heldValue, normalName, normalValue, sameValues, TYPES, type Type } from './values.ts';

/** A record as the API has it; one value each. */
const records = v.looseObject({
  id: v.string(),
  type: v.string(),
  name: v.string(),
  content: v.string(),
  ttl: v.number(),
  priority: v.nullish(v.number()),
  proxied: v.nullish(v.boolean()),
});
type CloudflareRecord = v.InferOutput<typeof records> & {
  readonly comment?: string | null;
  readonly tags?: readonly string[];
  readonly settings?: object;
  readonly private_routing?: boolean;
  readonly meta?: Readonly<Record<string, unknown>>;
};

const zones = v.object({
  id: v.pipe(v.string(), v.regex(/^\w+$/)),
  name: v.string(),
  name_servers: v.optional(v.array(v.string()), []),
  status: v.nullish(v.string()),
});

/** A load balancer of Cloudflare: it answers in the place of records that have its name. */
const balancers = v.looseObject({ name: v.string(), enabled: v.nullish(v.boolean()) });
const BALANCED = ['A', 'AAAA', 'CNAME'];

/** `ttl: 1` is automatic, which is five minutes. */
const AUTOMATIC = 300;
/** Pages of a hundred records in which marks near a name are searched for. */
const MOST_PAGES = 10;

/** A zone of Cloudflare, by name or id. */
export async function cloudflare(
  zone: string,
  { token, endpoint, signal }: { token: string; endpoint: string | undefined; signal: AbortSignal },
): Promise<Provider> {
  const api = new CloudflareApi(token, endpoint, signal);
  const { id, name: zoneName, name_servers: servers, status } = await find(api, zone);
  requireActive(zoneName, servers, status);
  const path = `/zones/${id}/dns_records`;

  async function read(name: string): Promise<RecordSet[]> {
    const listed: CloudflareRecord[] = await api.list(path, { 'name.exact': name }, records);
    // What answers may not know the filter, and then lists the whole zone.
    return heldIn(listed.filter((record) => normalName(record.name) === name));
  }

  async function survey(name: string): Promise<Surroundings> {
    const own = await read(name);
    const listed = own.map((held) => ({ ...held, name }));
    for (const parent of between(name, zoneName))
      listed.push(...(await read(parent)).map((held) => ({ ...held, name: parent })));
    if (own.length === 0)
      for (const star of starsAbove(name, zoneName))
        listed.push(...(await read(star)).map((held) => ({ ...held, name: star })));
    // What marks a star or the zone itself may have any name.
    const [first = ''] = name.split('.');
    const filter = first === '*' || name === zoneName ? {} : { 'name.contains': first };
    const near = await api.listUpTo(MOST_PAGES, path, filter, records);
    const names = Map.groupBy(near ?? [], (record) => normalName(record.name) ?? record.name.toLowerCase());
    const around = [...names].flatMap(([each, found]) =>
      heldIn(found).map((held) => ({ ...held, name: each })),
    );
    const { held } = surroundings(name, zoneName, listed, true);
    // What is not proxied is seen at the name servers.
    const isBalanced = own.some(isProxied) && (await hasBalancer(name));
    const locked = 'a load balancer of Cloudflare has its name and answers in its place; change that';
    return {
      ...surroundings(name, zoneName, around, near !== undefined),
      held: held.map((each) => (isBalanced && BALANCED.includes(each.type) ? { ...each, locked } : each)),
    };
  }

  /** Whether a load balancer has a name; not known to who may not list them. */
  async function hasBalancer(name: string): Promise<boolean> {
    const listed = await api.list(`/zones/${id}/load_balancers`, {}, balancers).catch((error: unknown) => {
      signal.throwIfAborted();
      if (error instanceof PassingError || !(error instanceof ActionError)) throw error;
      return [];
    });
    return listed.some((each) => normalName(each.name) === name && each.enabled !== false);
  }

  async function change(name: string, held: RecordSet, wanted: Wanted): Promise<Settled> {
    const now = (await read(name)).find(({ type }) => type === held.type);
    if (!now || now.ttl !== held.ttl || !sameValues(now.values, held.values))
      throw changedMeanwhile(name, held.type);
    await api.post(`${path}/batch`, batchOf(name, now, wanted));
    return async () => {};
  }

  return {
    zone: zoneName,
    read,
    survey,
    change,
    nameServers: async () => servers,
    readValue: (type, text) => normalValue(type, text),
    refusesTtl: (ttl, held) =>
      isProxied(held)
        ? 'the TTL of a proxied record is automatic; leave `ttl` out'
        : ttl >= 60 && ttl <= 86_400
          ? undefined
          : 'Cloudflare takes from 60 to 86400 seconds',
    // Each record has its own; those that a switch did not touch stay as they are.
    changedBeside: () => undefined,
  };
}

const isProxied = ({ raw }: RecordSet) => (raw as CloudflareRecord[]).some(({ proxied }) => proxied);

/** The zone of a name or id. @throws ActionError where there is none, or another one is answered with */
async function find(api: CloudflareApi, zone: string): Promise<v.InferOutput<typeof zones>> {
  const isId = /^[0-9a-f]{32}$/.test(zone);
  const listed = isId
    ? [await api.get(`/zones/${zone}`, zones)]
    : await api.list('/zones', { name: zone }, zones);
  const found = listed
    .map((each) => ({ ...each, name: normalName(each.name) ?? each.name }))
    .find(({ id, name }) => (isId ? id : name) === zone);
  if (found) return found;
  throw new ActionError(`Cloudflare has no zone ${zone} that \`api-token\` may see; check both.`);
}

/**
 * Cloudflare's servers answer for a zone whose domain is delegated to others too: the change would be made, and seen by nobody.
 *
 * @throws ActionError
 */
function requireActive(zone: string, servers: readonly string[], status: string | null | undefined): void {
  if (status == null || status === 'active') return;
  const delegate = `switch it where it is delegated to, or delegate it to ${servers.join(' and ') || 'the servers of Cloudflare'}`;
  const [meaning, remedy] = (Object.hasOwn(INACTIVE, status) ? INACTIVE[status] : undefined) ?? [
    'what that means is unknown',
    delegate,
  ];
  throw new ActionError(
    `Cloudflare does not serve the zone ${zone}, which it calls ${JSON.stringify(beginning(status, 50))} (${meaning}), so no one would see the change; ${remedy ?? delegate}.`,
  );
}

/** What the statuses of a zone mean, and what helps where another delegation does not. One that is paused is active, and is answered. */
const INACTIVE: Readonly<Record<string, readonly [meaning: string, remedy?: string]>> = {
  initializing: ['its setup is not finished', 'finish that first'],
  pending: ['its domain is not delegated to Cloudflare yet'],
  moved: ['its domain is delegated to Cloudflare no more'],
  deleted: ['it was deleted', 'add it again, or switch it where it is delegated to'],
  deactivated: ['Cloudflare has deactivated it', 'let Cloudflare activate it again'],
};

function heldIn(found: readonly CloudflareRecord[]): RecordSet[] {
  return [...Map.groupBy(found, ({ type }) => type)].map(([type, own]) => heldOf(type, own));
}

function heldOf(type: string, records: readonly CloudflareRecord[]): RecordSet {
  const known = TYPES.find((each) => each === type);
  const proxied = records.some((record) => record.proxied);
  const ttls = records.map(({ ttl }) => (ttl === 1 ? AUTOMATIC : ttl));
  return {
    type,
    // Each may have its own; clients may go on for as long as the longest.
    ttl: Math.min(...ttls),
    values: records.map((record) => (known ? presentation(known, record) : record.content)),
    // Behind the proxy name servers answer Cloudflare's own addresses, and for what is flattened those of its target.
    publiclyResolvable: !proxied && !records.some(isFlattened),
    ttlRemaining: proxied ? 0 : Math.max(...ttls),
    notes: records.flatMap(({ comment, tags = [] }) => [...(comment ? [comment] : []), ...tags]),
    ...(records.some(isLocked) && {
      locked: 'it is made by an app, a tunnel or another service of Cloudflare; change it there',
    }),
    raw: records,
    providerForm: records,
  };
}

const isFlattened = ({ settings }: CloudflareRecord): boolean =>
  (settings as { flatten_cname?: boolean } | undefined)?.flatten_cname === true;

const isLocked = ({ meta }: CloudflareRecord): boolean =>
  ['managed_by_apps', 'managed_by_argo_tunnel', 'read_only'].some((field) => meta?.[field] === true);

const presentation = (type: Type, { content, priority }: CloudflareRecord): string =>
  heldValue(type, type === 'MX' && typeof priority === 'number' ? `${priority} ${content}` : content);

/** What is sent for a value. */
function contentOf(type: string, value: string): object {
  const parts = value.split(' ');
  if (type === 'MX') return { priority: Number(parts[0]), content: parts[1] };
  if (type === 'SRV') {
    const [priority, weight, port, target] = parts;
    return { data: { priority: Number(priority), weight: Number(weight), port: Number(port), target } };
  }
  if (type === 'CAA')
    return { data: { flags: Number(parts[0]), tag: parts[1], value: decodeText(parts.slice(2).join(' ')) } };
  return { content: value };
}

/**
 * One batch, which takes place as a whole: records that stay are changed in place, so that proxy, comment and tags
 * stay; what is too many goes, what is too few comes, like what was there, or as it once was.
 */
function batchOf(name: string, held: RecordSet, wanted: Wanted): object {
  const records = held.raw as CloudflareRecord[];
  const former = formerOf(held.type, wanted);
  const { type } = held;
  const known = TYPES.find((each) => each === type);
  const asItWas = (value: string) => former.find((record) => known && presentation(known, record) === value);
  // A TTL of its own, or an automatic one, stays so unless another one is given.
  const ttlOf = (value: string, own: CloudflareRecord | undefined) =>
    asItWas(value)?.ttl ?? (wanted.ttl === held.ttl ? (own?.ttl ?? wanted.ttl) : wanted.ttl);
  const values = new Map(records.map((record, index) => [record.id, held.values[index] ?? '']));
  const missing = wanted.values.filter((value) => ![...values.values()].includes(value));
  const surplus = records.filter(({ id }) => !wanted.values.includes(values.get(id) ?? ''));
  const patches = records
    .filter((record) => !surplus.includes(record))
    .map((record) => ({ record, ttl: ttlOf(values.get(record.id) ?? '', record) }))
    .filter(({ record, ttl }) => record.ttl !== ttl)
    .map(({ record: { id }, ttl }) => ({ id, ttl }));
  const wasOf = (value: string) => surplus.find(({ id }) => id === asItWas(value)?.id);
  const pairs = new Map(paired(surplus, missing, wasOf));
  const replaced = [...pairs].map(([record, value]) => {
    const ttl = ttlOf(value, record);
    // What is beside the value of the very record that had it the switch did not touch, and it may be newer.
    const own = wasOf(value) === record ? {} : ownOf(asItWas(value));
    return { id: record.id, ttl, ...own, ...contentOf(type, value) };
  });
  const used = new Set(pairs.values());
  const posts = missing
    .filter((value) => !used.has(value))
    .map((value) => {
      const like = asItWas(value) ?? records[0];
      return { name, type, ttl: ttlOf(value, like), ...ownOf(like), ...contentOf(type, value) };
    });
  const deletes = surplus.filter((record) => !pairs.has(record)).map(({ id }) => ({ id }));
  return { deletes, patches: [...patches, ...replaced], posts };
}

/** Which record becomes which value: first those that had it before, then the others as they come. */
function paired(
  records: readonly CloudflareRecord[],
  values: readonly string[],
  wasOf: (value: string) => CloudflareRecord | undefined,
): [CloudflareRecord, string][] {
  const own = new Map<CloudflareRecord, string>();
  for (const value of values) {
    const former = wasOf(value);
    if (former && !own.has(former)) own.set(former, value);
  }
  const taken = new Set(own.values());
  const rest = values.filter((value) => !taken.has(value));
  const free = records.filter((record) => !own.has(record)).slice(0, rest.length);
  return [
    ...own,
    ...free.map((record, index): [CloudflareRecord, string] => [record, rest[index] as string]),
  ];
}

/** The records as they were. @throws ActionError where they are others than the values beside them say */
function formerOf(type: string, { raw, ttl, values }: Wanted): readonly CloudflareRecord[] {
  if (raw === undefined) return [];
  if (v.is(v.pipe(v.array(records), v.minLength(1)), raw)) {
    const former = heldOf(type, raw as CloudflareRecord[]);
    const isOwn = raw.every((record) => record.type === type);
    if (isOwn && former.ttl === ttl && sameValues(former.values, values)) return raw as CloudflareRecord[];
  }
  throw contradicts();
}

/** What a record has beside its value. */
function ownOf(record: CloudflareRecord | undefined): object {
  if (record === undefined) return {};
  const { proxied, comment, tags, settings, private_routing } = record;
  return { proxied, comment, tags, settings, private_routing };
}
