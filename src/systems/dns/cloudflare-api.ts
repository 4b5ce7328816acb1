import pRetry from 'p-retry';
import { ActionError } from '../../runner/errors.ts';
import { isLasting, whyUnreached } from './network.ts';

/** Milliseconds that one request may take. */
const PATIENCE = 15_000;

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

  /** All pages of a list. @throws ActionError */
  async list<T>(path: string, query: Record<string, string>): Promise<T[]> {
    const items: T[] = [];
    for (let page = 1; ; page++) {
      const words = new URLSearchParams({ ...query, page: String(page), per_page: '100' });
      const { result, result_info } = await this.#ask<T[]>('GET', `${path}?${words}`);
      items.push(...result);
      if (page >= (result_info?.total_pages ?? 1)) return items;
    }
  }

  async get<T>(path: string): Promise<T> {
    return (await this.#ask<T>('GET', path)).result;
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return (await this.#ask<T>('POST', path, body)).result;
  }

  async #ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Envelope<T>> {
    try {
      return await pRetry(() => this.#once<T>(method, path, body), {
        retries: 3,
        minTimeout: 500,
        signal: this.#signal,
        // 429 is said before anything is done; what became of a change after another failure nobody knows.
        shouldRetry: ({ error }) =>
          !(error instanceof ActionError) &&
          !isLasting(error.cause) &&
          (method === 'GET' || (error as Passing).status === 429),
      });
    } catch (error) {
      this.#signal.throwIfAborted();
      if (error instanceof ActionError) throw error;
      throw new ActionError(
        `Cloudflare can not be reached (${whyUnreached((error as Error).cause ?? error)}); check \`endpoint\` and the network of the runner.`,
        { cause: error },
      );
    }
  }

  async #once<T>(method: string, path: string, body: unknown): Promise<Envelope<T>> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.any([this.#signal, AbortSignal.timeout(PATIENCE)]),
      headers: { Authorization: `Bearer ${this.#token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const envelope = parse<T>(await response.text());
    if (response.ok && envelope?.success) return envelope;
    const { status } = response;
    if (status === 429 || status >= 500)
      throw Object.assign(new Error(`HTTP ${status}`), { status }) satisfies Passing;
    const [first] = envelope?.errors ?? [];
    const words = first ? `${first.message} (${first.code})` : `HTTP ${status}`;
    if (status === 401 || status === 403 || [6003, 9109, 10000].includes(first?.code ?? 0)) {
      throw new ActionError(
        `Cloudflare does not take \`api-token\`: ${words}; it needs Zone:Read and DNS:Edit on the zone.`,
      );
    }
    throw new ActionError(`Cloudflare says: ${words}.`);
  }
}

type Passing = Error & { status?: number };

interface Envelope<T> {
  success: boolean;
  result: T;
  errors?: { code: number; message: string }[];
  result_info?: { total_pages?: number };
}

function parse<T>(text: string): Envelope<T> | undefined {
  try {
    return JSON.parse(text) as Envelope<T>;
  } catch {
    return undefined;
  }
}
