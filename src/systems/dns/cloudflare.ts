import * as v from 'valibot';
import { ActionError } from '../../runner/errors.ts';
import { CloudflareApi } from './cloudflare-api.ts';
import { changedMeanwhile, type Held, type Provider, type Wanted } from './provider.ts';
import { heldValue, normalValue, sameValues, TYPES, type Type, textOf } from './values.ts';

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
    const found: CloudflareRecord[] = await api.list(
      `/zones/${id}/dns_records`,
      { 'name.exact': name },
      records,
    );
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
  const [found] = await api.list('/zones', { name: zone }, zones);
  if (found) return found;
  throw new ActionError(`Cloudflare has no zone ${zone} that \`api-token\` may see; check both.`);
}

function heldOf(type: string, records: readonly CloudflareRecord[]): Held {
  const ttl = records[0]?.ttl ?? 1;
  const known = TYPES.find((each) => each === type);
  const proxied = records.some((record) => record.proxied);
  const seconds = ttl === 1 ? AUTOMATIC : ttl;
  return {
    type,
    ttl: seconds,
    values: records.map((record) => (known ? presentation(known, record) : record.content)),
    // Behind the proxy name servers answer Cloudflare's own addresses.
    answered: !proxied,
    lag: proxied ? 0 : seconds,
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
  // An automatic TTL stays so while nobody asks for another one.
  const ttl = wanted.ttl === held.ttl ? (records[0]?.ttl ?? wanted.ttl) : wanted.ttl;
  const values = new Map(records.map((record, index) => [record.id, held.values[index] ?? '']));
  const missing = wanted.values.filter((value) => ![...values.values()].includes(value));
  const surplus = records.filter(({ id }) => !wanted.values.includes(values.get(id) ?? ''));
  const patches = records
    .filter((record) => !surplus.includes(record))
    .filter((record) => record.ttl !== ttl)
    .map(({ id }) => ({ id, ttl }));
  const replaced = surplus
    .slice(0, missing.length)
    .map(({ id }, index) => ({ id, ttl, ...contentOf(type, missing[index] as string) }));
  const posts = missing.slice(surplus.length).map((value) => {
    const known = TYPES.find((each) => each === type);
    const like = former.find((record) => known && presentation(known, record) === value) ?? records[0];
    const { proxied, comment, tags, settings } = like ?? {};
    const kept = { proxied, comment, tags, settings };
    return { name, type, ttl, ...kept, ...contentOf(type, value) };
  });
  const deletes = surplus.slice(missing.length).map(({ id }) => ({ id }));
  return { deletes, patches: [...patches, ...replaced], posts };
}
