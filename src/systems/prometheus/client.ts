import * as v from 'valibot';
import { messageOf } from '../../base/errors.ts';
import type { Address } from './address.ts';
import { type Alert, alertsOfAlertmanager, alertsOfPrometheus, hasLabels } from './alerts.ts';
import { type Reading, readNumber, readSeries } from './answer.ts';
import { RefusedError } from './refused.ts';

/** Asks for JSON, until a signal says that it is too late. @throws an error whose message is one sentence */
export type GetJson = (
  url: string,
  headers: Readonly<Record<string, string>>,
  until?: AbortSignal,
) => Promise<unknown>;

type Labels = Readonly<Record<string, string>>;
type Answer = { readonly items: readonly Alert[] } | { readonly reason: string };

const rules = v.object({
  data: v.object({
    groups: v.array(
      v.object({ rules: v.array(v.object({ name: v.string(), query: v.string(), type: v.string() })) }),
    ),
  }),
});

/** Prometheus' HTTP API, and everything that speaks it. What cannot be found out is an answer here, not an error. */
export class Prometheus {
  readonly #address: Address;
  readonly #get: GetJson;
  readonly #until: AbortSignal | undefined;
  #rules: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(address: Address, get: GetJson, until?: AbortSignal) {
    this.#address = address;
    this.#get = get;
    this.#until = until;
  }

  /** The same server, asked no longer than until a signal says so. */
  within(until: AbortSignal): Prometheus {
    return new Prometheus(this.#address, this.#get, until);
  }

  /** The number that a query gives at a time in Unix seconds; by the server's own clock where none is said. */
  async number(query: string, at?: number): Promise<Reading> {
    try {
      return readNumber(
        await this.#query('/api/v1/query', { query, ...(at !== undefined && { time: String(at) }) }),
      );
    } catch (error) {
      return { value: null, reason: messageOf(error) };
    }
  }

  /** All series that a query gives at a time. */
  async series(query: string, at: number): Promise<ReturnType<typeof readSeries>> {
    try {
      return readSeries(await this.#query('/api/v1/query', { query, time: String(at) }));
    } catch (error) {
      return { reason: messageOf(error) };
    }
  }

  /**
   * The server's clock in Unix seconds. VictoriaMetrics says a time that is past, unless caching is switched off; Google
   * refuses every parameter that Prometheus does not have.
   */
  async clock(): Promise<Reading> {
    const query = (more: Labels) => this.#query('/api/v1/query', { query: 'time()', ...more });
    try {
      const answer = await query({ nocache: '1' }).catch((error: unknown) => {
        if (error instanceof RefusedError && error.status === 400) return query({});
        throw error;
      });
      return readNumber(answer);
    } catch (error) {
      return { value: null, reason: messageOf(error) };
    }
  }

  /** What rules record, by the name of the series; nothing where the server has none or does not say. */
  recorded(): Promise<ReadonlyMap<string, string>> {
    this.#rules ??= this.#query('/api/v1/rules', { type: 'record' }).then(recordedIn, () => new Map());
    return this.#rules;
  }

  /** The alerts that fire here and have all of these labels. */
  async alerts(labels: Labels): Promise<Answer> {
    const answer = await listed(() => this.#query('/api/v1/alerts', {}), alertsOfPrometheus, labels);
    // Not everything that speaks this API has alerts.
    return 'reason' in answer
      ? { reason: `${answer.reason}; give \`alertmanager-url\`, or \`alerts: none\`` }
      : answer;
  }

  #query(path: string, parameters: Labels): Promise<unknown> {
    return signedRequest(this.#address, this.#get, path, new URLSearchParams(parameters), this.#until);
  }
}

/** The alerts of an Alertmanager that fire, are not suppressed and have all of these labels. `now` in Unix seconds. */
export function alertsIn(
  address: Address,
  get: GetJson,
  labels: Labels,
  now: number,
  until?: AbortSignal,
): Promise<Answer> {
  const parameters = new URLSearchParams({ active: 'true', silenced: 'false', inhibited: 'false' });
  for (const [name, value] of Object.entries(labels))
    parameters.append('filter', `${name}=${JSON.stringify(value)}`);
  const list = () => signedRequest(address, get, '/api/v2/alerts', parameters, until);
  return listed(list, (body) => alertsOfAlertmanager(body, now), labels);
}

/** A request with what the address's own query says (a tenant, a refusal of partial answers), signed where it has to be. */
async function signedRequest(
  address: Address,
  get: GetJson,
  path: string,
  parameters: URLSearchParams,
  until: AbortSignal | undefined,
): Promise<unknown> {
  const query = [address.query, String(parameters)].filter(Boolean).join('&');
  const url = `${address.url}${path}${query && `?${query}`}`;
  return get(url, address.sign ? await address.sign(url, address.headers) : address.headers, until);
}

function recordedIn(body: unknown): ReadonlyMap<string, string> {
  const parsed = v.safeParse(rules, body);
  if (!parsed.success) return new Map();
  const all = parsed.output.data.groups.flatMap((group) => group.rules);
  return new Map(all.filter(({ type }) => type === 'recording').map(({ name, query }) => [name, query]));
}

async function listed(
  list: () => Promise<unknown>,
  read: (body: unknown) => Alert[] | undefined,
  labels: Labels,
): Promise<Answer> {
  try {
    const alerts = read(await list());
    // Servers before Alertmanager 0.16 know no filters, and Prometheus has none.
    return alerts
      ? { items: alerts.filter((alert) => hasLabels(alert, labels)) }
      : { reason: 'the answer is not a list of alerts' };
  } catch (error) {
    return { reason: messageOf(error) };
  }
}
