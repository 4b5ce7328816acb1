import * as v from 'valibot';
import { ActionError } from '../../runner/errors.ts';
import { CloudflareApi } from './cloudflare-api.ts';
import { changedMeanwhile, type Held, type Provider, type Wanted } from './provider.ts';
import { heldValue, normalName, normalValue, sameValues, TYPES, type Type, textOf } from './values.ts';

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
};

const zones = v.object({
  id: v.pipe(v.string(), v.regex(/^\w+$/)),
  name: v.optional(v.string()),
  name_servers: v.optional(v.array(v.string()), []),
});

/** `ttl: 1` is automatic, which is five minutes. */
const AUTOMATIC = 300;

/** A zone of Cloudflare, by name or id. */
export async function cloudflare(
  zone: string,
  { token, endpoint, signal }: { token: string; endpoint: string | undefined; signal: AbortSignal },
): Promise<Provider> {
  const api = new CloudflareApi(token, endpoint, signal);
  const { id, name_servers: servers } = await find(api, zone);

  async function read(name: string): Promise<Held[]> {
    const listed: CloudflareRecord[] = await api.list(
      `/zones/${id}/dns_records`,
      { 'name.exact': name },
      records,
    );
    // What answers may not know the filter, and then lists the whole zone.
    const found = listed.filter((record) => normalName(record.name) === name);
    const types = [...new Set(found.map(({ type }) => type))];
    return types.map((type) =>
      heldOf(
        type,
        found.filter((record) => record.type === type),
      ),
    );
  }

  async function change(name: string, held: Held, wanted: Wanted): Promise<void> {
    const now = (await read(name)).find(({ type }) => type === held.type);
    if (!now || now.ttl !== held.ttl || !sameValues(now.values, held.values))
      throw changedMeanwhile(name, held.type);
    await api.post(`/zones/${id}/dns_records/batch`, batchOf(name, now, wanted));
  }

  return {
    read,
    change,
    nameServers: async () => servers,
    readValue: (type, text) => normalValue(type, text),
    refusesTtl: (ttl, held) =>
      isProxied(held)
        ? 'the TTL of a proxied record is automatic; leave `ttl` out'
        : ttl >= 60 && ttl <= 86_400
          ? undefined
          : 'Cloudflare takes from 60 to 86400 seconds',
  };
}

const isProxied = ({ raw }: Held) => (raw as CloudflareRecord[]).some(({ proxied }) => proxied);

async function find(api: CloudflareApi, zone: string): Promise<{ id: string; name_servers: string[] }> {
  if (/^[0-9a-f]{32}$/.test(zone)) return api.get(`/zones/${zone}`, zones);
  const listed = await api.list('/zones', { name: zone }, zones);
  const found = listed.find(({ name }) => name !== undefined && normalName(name) === zone);
  if (found) return found;
  throw new ActionError(`Cloudflare has no zone ${zone} that \`api-token\` may see; check both.`);
}

function heldOf(type: string, records: readonly CloudflareRecord[]): Held {
  const known = TYPES.find((each) => each === type);
  const proxied = records.some((record) => record.proxied);
  const ttls = records.map(({ ttl }) => (ttl === 1 ? AUTOMATIC : ttl));
  return {
    type,
    // Each may have its own; clients may go on for as long as the longest.
    ttl: Math.min(...ttls),
    values: records.map((record) => (known ? presentation(known, record) : record.content)),
    // Behind the proxy name servers answer Cloudflare's own addresses.
    answered: !proxied,
    lag: proxied ? 0 : Math.max(...ttls),
    raw: records,
  };
}

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
    return { data: { flags: Number(parts[0]), tag: parts[1], value: textOf(parts.slice(2).join(' ')) } };
  return { content: value };
}

/**
 * One batch, which takes place as a whole: records that stay are changed in place, so that proxy, comment and tags
 * stay; what is too many goes, what is too few comes, like what was there, or as it once was.
 */
function batchOf(name: string, held: Held, wanted: Wanted): object {
  const records = held.raw as CloudflareRecord[];
  const former = (wanted.raw ?? []) as CloudflareRecord[];
  const { type } = held;
  const known = TYPES.find((each) => each === type);
  const formerOf = (value: string) => former.find((record) => known && presentation(known, record) === value);
  // A TTL of its own, or an automatic one, stays so while nobody asks for another one.
  const ttlOf = (value: string, own: CloudflareRecord | undefined) =>
    formerOf(value)?.ttl ?? (wanted.ttl === held.ttl ? (own?.ttl ?? wanted.ttl) : wanted.ttl);
  const values = new Map(records.map((record, index) => [record.id, held.values[index] ?? '']));
  const missing = wanted.values.filter((value) => ![...values.values()].includes(value));
  const surplus = records.filter(({ id }) => !wanted.values.includes(values.get(id) ?? ''));
  const patches = records
    .filter((record) => !surplus.includes(record))
    .map((record) => ({ record, ttl: ttlOf(values.get(record.id) ?? '', record) }))
    .filter(({ record, ttl }) => record.ttl !== ttl)
    .map(({ record: { id }, ttl }) => ({ id, ttl }));
  const replaced = surplus.slice(0, missing.length).map((record, index) => {
    const value = missing[index] as string;
    const ttl = ttlOf(value, record);
    return { id: record.id, ttl, ...ownOf(formerOf(value)), ...contentOf(type, value) };
  });
  const posts = missing.slice(surplus.length).map((value) => {
    const like = formerOf(value) ?? records[0];
    return { name, type, ttl: ttlOf(value, like), ...ownOf(like), ...contentOf(type, value) };
  });
  const deletes = surplus.slice(missing.length).map(({ id }) => ({ id }));
  return { deletes, patches: [...patches, ...replaced], posts };
}

/** What a record has beside its value. */
function ownOf(record: CloudflareRecord | undefined): object {
  if (record === undefined) return {};
  const { proxied, comment, tags, settings } = record;
  return { proxied, comment, tags, settings };
}
