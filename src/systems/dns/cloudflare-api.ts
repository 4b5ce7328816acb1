import pRetry from 'p-retry';
import * as v from 'valibot';
import { ActionError } from '../../runner/errors.ts';
import { bodyOf } from '../http/post.ts';
import { isLasting, whyUnreached } from '../network.ts';

/** Milliseconds that one request may take. */
const PATIENCE = 15_000;
/** Bytes of an answer that are read, and pages of a list: a name has some records, and an account some zones. */
const MOST = { bytes: 8 * 1024 * 1024, pages: 100 };

/** Cloudflare's API: JSON in its envelope. Reads are tried again, changes only where they were not begun. */
export class CloudflareApi {
  readonly #base: string;
  readonly #token: string;
  readonly #signal: AbortSignal;

  constructor(token: string, endpoint: string | undefined, signal: AbortSignal) {
    this.#base = (endpoint ?? 'https://api.cloudflare.com/client/v4').replace(/\/$/, '');
    this.#token = token;
    this.#signal = signal;
  }

  /** All pages of a list, each item as `schema` has it. @throws ActionError, also where the answer is no such list */
  async list<T>(path: string, query: Record<string, string>, schema: Schema<T>): Promise<T[]> {
    const items: T[] = [];
    for (let page = 1; page <= MOST.pages; page++) {
      const words = new URLSearchParams({ ...query, page: String(page), per_page: '100' });
      const { result, result_info } = await this.#ask('GET', `${path}?${words}`);
      items.push(...understood(v.array(schema), result));
      if (!(page < Number(result_info?.total_pages ?? 1))) return items;
    }
    throw new ActionError(`Cloudflare lists more than ${MOST.pages} pages; check \`endpoint\` and \`zone\`.`);
  }

  /** @throws ActionError, also where the answer is not as `schema` has it */
  async get<T>(path: string, schema: Schema<T>): Promise<T> {
    return understood(schema, (await this.#ask('GET', path)).result);
  }

  async post(path: string, body: unknown): Promise<void> {
    await this.#ask('POST', path, body);
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Envelope> {
    try {
      return await pRetry(() => this.#once(method, path, body), {
        retries: 3,
        minTimeout: 500,
        signal: this.#signal,
        // 429 is said before anything is done; what became of a change after another failure nobody knows.
        shouldRetry: ({ error }) =>
          !(error instanceof ActionError) &&
          !isLasting(error) &&
          (method === 'GET' || (error as Passing).status === 429),
      });
    } catch (error) {
      this.#signal.throwIfAborted();
      if (error instanceof ActionError) throw error;
      throw new ActionError(
        `Cloudflare can not be reached (${whyUnreached(error)}); check \`endpoint\` and the network of the runner.`,
        { cause: error },
      );
    }
  }

  async #once(method: string, path: string, body: unknown): Promise<Envelope> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.any([this.#signal, AbortSignal.timeout(PATIENCE)]),
      headers: { Authorization: `Bearer ${this.#token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const envelope = parse(await bodyOf(response, MOST.bytes));
    if (response.ok && envelope?.success) return envelope;
    const { status } = response;
    if (status === 429 || status >= 500)
      throw Object.assign(new Error(`HTTP ${status}`), { status }) satisfies Passing;
    const [first] = envelope?.errors ?? [];
    const words = first
      ? `${first.message.replace(/\s+/g, ' ').slice(0, 300)} (${first.code})`
      : `HTTP ${status}`;
    if (status === 401 || status === 403 || [6003, 9109, 10000].includes(first?.code ?? 0)) {
      throw new ActionError(
        `Cloudflare does not take \`api-token\`: ${words}; it needs Zone:Read and DNS:Edit on the zone.`,
      );
    }
    throw envelope ? new ActionError(`Cloudflare says: ${words}.`) : notCloudflare(words);
  }
}

type Passing = Error & { status?: number };

type Schema<T> = v.GenericSchema<unknown, T>;

const envelopes = v.object({
  success: v.boolean(),
  result: v.optional(v.unknown()),
  errors: v.nullish(v.array(v.object({ code: v.number(), message: v.string() }))),
  result_info: v.nullish(v.object({ total_pages: v.optional(v.number()) })),
});
type Envelope = v.InferOutput<typeof envelopes>;

function parse(text: string): Envelope | undefined {
  try {
    const { success, output } = v.safeParse(envelopes, JSON.parse(text));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}

function understood<T>(schema: Schema<T>, result: unknown): T {
  const parsed = v.safeParse(schema, result);
  if (parsed.success) return parsed.output;
  throw notCloudflare(parsed.issues[0].message.replace(/\s+/g, ' ').slice(0, 300));
}

const notCloudflare = (words: string) =>
  new ActionError(`What answers is not Cloudflare's API (${words}); check \`endpoint\`.`);
