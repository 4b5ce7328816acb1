import * as v from 'valibot';
import { ActionError } from '../../base/errors.ts';
import { beginning } from '../../base/redact.ts';
import { PassingError, retry, retryAfterMs } from '../../base/retry.ts';
import { WAITS } from '../../base/waits.ts';
import { isPassingStatus, jsonOf, send } from '../http/client.ts';

const ATTEMPTS = 4;
/** A name has some records, and an account some zones. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
const MAX_PAGES = 100;
/** Items of an answer: zones come fifty at most. */
const PAGE = { zones: '50', others: '100' };

/**
 * Cloudflare's API: JSON in its envelope. Reads are tried again, changes only where they were not begun;
 * a limit, which an account shares with others, is waited for as long as there is time.
 */
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
    const items = await this.listUpTo(MAX_PAGES, path, query, schema);
    if (items) return items;
    throw new ActionError(`Cloudflare lists more than ${MAX_PAGES} pages; check \`endpoint\` and \`zone\`.`);
  }

  /** The same; undefined where the list has more pages, which are not read then. */
  async listUpTo<T>(
    mostPages: number,
    path: string,
    query: Record<string, string>,
    schema: Schema<T>,
  ): Promise<T[] | undefined> {
    const items: T[] = [];
    for (let page = 1; ; page++) {
      const per_page = path === '/zones' ? PAGE.zones : PAGE.others;
      const words = new URLSearchParams({ ...query, page: String(page), per_page });
      const { result, result_info } = await this.#call('GET', `${path}?${words}`);
      items.push(...understood(v.array(schema), result));
      const pages = Number(result_info?.total_pages ?? 1);
      if (!(page < pages)) return items;
      if (pages > mostPages) return undefined;
    }
  }

  /** @throws ActionError, also where the answer is not as `schema` has it */
  async get<T>(path: string, schema: Schema<T>): Promise<T> {
    return understood(schema, (await this.#call('GET', path)).result);
  }

  async post(path: string, body: unknown): Promise<void> {
    await this.#call('POST', path, body);
  }

  #call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Envelope> {
    return retry(() => this.#once(method, path, body), {
      signal: this.#signal,
      attempts: ATTEMPTS,
      // What became of a change whose answer is lost is unknown.
      repeatable: method === 'GET',
    });
  }

  async #once(method: 'GET' | 'POST', path: string, body: unknown): Promise<Envelope> {
    const late = AbortSignal.timeout(WAITS.CLOUDFLARE_ATTEMPT_MS);
    const { status, headers, ...answer } = await send(
      {
        peer: 'Cloudflare',
        check: '`endpoint`',
        url: new URL(`${this.#base}${path}`),
        method,
        headers: { Authorization: `Bearer ${this.#token}`, 'Content-Type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        mostBytes: MAX_ANSWER_BYTES,
      },
      AbortSignal.any([this.#signal, late]),
    ).catch((error: unknown) => {
      this.#signal.throwIfAborted();
      throw late.aborted ? silence() : error;
    });
    const envelope = parse(answer.body);
    if (status >= 200 && status < 300 && envelope?.success) return envelope;
    if (isPassingStatus(status))
      throw new PassingError(
        `Cloudflare cannot do it at the moment (HTTP ${status}); run this again later.`,
        {
          retryAfterMs: retryAfterMs(headers.get('retry-after')),
          isLimit: status === 429,
          mayBeDone: status !== 429,
        },
      );
    throw refused(status, envelope);
  }
}

const silence = () =>
  new PassingError(
    'Cloudflare cannot be reached (no answer); check `endpoint` and the network of the runner.',
    { mayBeDone: true },
  );

function refused(status: number, envelope: Envelope | undefined): ActionError {
  const [first] = envelope?.errors ?? [];
  const words = first ? `${oneLine(first.message)} (${first.code})` : `HTTP ${status}`;
  if (status === 401 || status === 403 || [6003, 9109, 10000].includes(first?.code ?? 0)) {
    return new ActionError(
      `Cloudflare does not take \`api-token\`: ${words}; it needs Zone:Read and DNS:Edit on the zone.`,
    );
  }
  return envelope ? new ActionError(`Cloudflare says: ${words}.`) : notCloudflare(words);
}

const oneLine = (text: string): string => beginning(text, 300).replace(/\s+/g, ' ');

type Schema<T> = v.GenericSchema<unknown, T>;

const envelopes = v.object({
  success: v.boolean(),
  result: v.optional(v.unknown()),
  errors: v.nullish(v.array(v.object({ code: v.number(), message: v.string() }))),
  result_info: v.nullish(v.object({ total_pages: v.optional(v.number()) })),
});
type Envelope = v.InferOutput<typeof envelopes>;

function parse(text: string): Envelope | undefined {
  const { success, output } = v.safeParse(envelopes, jsonOf(text));
  return success ? output : undefined;
}

function understood<T>(schema: Schema<T>, result: unknown): T {
  const parsed = v.safeParse(schema, result);
  if (parsed.success) return parsed.output;
  throw notCloudflare(oneLine(parsed.issues[0].message));
}

const notCloudflare = (words: string) =>
  new ActionError(`What answers is not Cloudflare's API (${words}); check \`endpoint\`.`);
