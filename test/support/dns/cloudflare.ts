import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

export interface CloudflareRecord {
  id: string;
  type: string;
  name: string;
  content: string;
  ttl: number;
  priority?: number;
  proxied: boolean;
  comment: string | null;
  tags: string[];
  settings: object;
  meta?: object;
}

type NewRecord = Partial<CloudflareRecord> & { data?: Record<string, string | number> };
interface Batch {
  deletes?: { id: string }[];
  patches?: (NewRecord & { id: string })[];
  posts?: NewRecord[];
}

const ZONE = {
  id: '023e105f4ecef8ad9ca31a8372d0c353',
  name: 'example.test',
  name_servers: ['a.ns.invalid'],
  status: 'active',
};
const FIELDS = [
  'id',
  'type',
  'name',
  'content',
  'data',
  'ttl',
  'priority',
  'proxied',
  'comment',
  'tags',
  'settings',
];

/**
 * The part of Cloudflare's API that a switch needs, as strict as the real one where that is documented: Bearer
 * tokens, an envelope around everything, no unknown fields, batches that take place as a whole or not at all.
 */
export class Cloudflare {
  records: CloudflareRecord[] = [];
  /** Statuses of the next answers to requests that change something. */
  failures: number[] = [];
  /** How many of the next changes are made, and nobody hears of it. */
  lostAnswers = 0;
  /** Answers every question for records with the whole zone, as what does not know the filters does. */
  ignoresFilter = false;
  /** Load balancers; undefined where the token may not list them. */
  balancers: { name: string; enabled?: boolean }[] | undefined;
  /** Whether the zone's domain is delegated to Cloudflare: `active`, `pending`, `moved`. */
  status = ZONE.status;
  /** Called when a change is made, before it is answered. */
  onChange = (): void => {};
  readonly requests: string[] = [];
  readonly token = 'cf-token-of-the-tests-0123456789';
  #server = createServer((request, response) => void this.#answer(request, response));
  #next = 0;

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as { port: number }).port}/client/v4`;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  add(record: NewRecord): CloudflareRecord {
    const made = {
      ttl: 1,
      proxied: false,
      comment: null,
      tags: [],
      settings: {},
      ...record,
      ...contentOf(record),
    };
    const added = { ...made, id: String(++this.#next).padStart(32, '0') } as CloudflareRecord;
    this.records.push(added);
    return added;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://localhost');
    const path = url.pathname.replace('/client/v4', '');
    this.requests.push(`${request.method} ${path}`);
    const reply = (status: number, body: object) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    const refuse = (status: number, code: number, message: string) =>
      reply(status, { success: false, errors: [{ code, message }], messages: [], result: null });
    const give = (result: unknown) =>
      reply(200, { success: true, errors: [], messages: [], result, result_info: { total_pages: 1 } });
    if (request.headers.authorization !== `Bearer ${this.token}`)
      return void refuse(403, 9109, 'Invalid access token');
    if (request.method === 'GET' && path === `/zones/${ZONE.id}`)
      return void give({ ...ZONE, status: this.status });
    if (request.method === 'GET' && path === '/zones')
      return void give(url.searchParams.get('name') === ZONE.name ? [{ ...ZONE, status: this.status }] : []);
    if (request.method === 'GET' && path === `/zones/${ZONE.id}/dns_records`) {
      const exact = url.searchParams.get('name.exact');
      const part = url.searchParams.get('name.contains');
      const fits = ({ name }: CloudflareRecord) =>
        (exact === null || name === exact) && (part === null || name.includes(part));
      return void give(this.records.filter((record) => this.ignoresFilter || fits(record)));
    }
    if (request.method === 'GET' && path === `/zones/${ZONE.id}/load_balancers`)
      return void (this.balancers ? give(this.balancers) : refuse(403, 10000, 'Authentication error'));
    if (request.method === 'POST' && path === `/zones/${ZONE.id}/dns_records/batch`) {
      const failure = this.failures.shift();
      if (failure) return void response.writeHead(failure).end('busy');
      const problem = this.#apply((await json(request)) as Batch);
      this.onChange();
      if (this.lostAnswers-- > 0) return void response.writeHead(502).end('bad gateway');
      return void (problem ? refuse(400, ...problem) : give({}));
    }
    refuse(404, 7003, 'Could not route to the path');
  }

  #apply({ deletes = [], patches = [], posts = [] }: Batch): [number, string] | undefined {
    const known = (id: string) => this.records.some((record) => record.id === id);
    if ([...deletes, ...patches].some(({ id }) => !known(id))) return [81044, 'Record does not exist.'];
    const strange = [...patches, ...posts].flatMap((record) =>
      Object.keys(record).filter((field) => !FIELDS.includes(field)),
    );
    if (strange.length > 0) return [9207, `Unknown field ${strange[0]}`];
    if (posts.some(({ type, name, ttl }) => !type || !name || ttl === undefined))
      return [9000, 'A new record needs type, name and ttl.'];
    const gone = new Set(deletes.map(({ id }) => id));
    this.records = this.records
      .filter(({ id }) => !gone.has(id))
      .map((record) => {
        const patch = patches.find(({ id }) => id === record.id);
        return patch ? { ...record, ...patch, ...contentOf({ ...record, ...patch }) } : record;
      });
    for (const post of posts) this.add(post);
    return undefined;
  }
}

/** What is given as data comes back as content. */
function contentOf({ type, data }: NewRecord): { content?: string } {
  if (!data) return {};
  if (type === 'SRV') return { content: `${data.priority} ${data.weight} ${data.port} ${data.target}` };
  return { content: `${data.flags} ${data.tag} "${data.value}"` };
}
