import { messageOf } from '../../runner/errors.ts';
import type { Address } from './address.ts';
import { type Alert, alertsOfAlertmanager, alertsOfPrometheus, hasLabels } from './alerts.ts';
import { type Reading, readNumber } from './answer.ts';

/** Asks for JSON. @throws an error whose message is one sentence */
export type GetJson = (url: string, headers: Readonly<Record<string, string>>) => Promise<unknown>;

type Labels = Readonly<Record<string, string>>;
type Answer = { readonly items: readonly Alert[] } | { readonly why: string };

/** Prometheus' HTTP API, and everything that speaks it. What can't be found out is an answer here, not an error. */
export class Prometheus {
  readonly #address: Address;
  readonly #get: GetJson;

  constructor(address: Address, get: GetJson) {
    this.#address = address;
    this.#get = get;
  }

  /** The number that a query gives at a time in Unix seconds; by the server's own clock where none is said. */
  async number(query: string, at?: number): Promise<Reading> {
    const parameters = new URLSearchParams({ query, ...(at !== undefined && { time: String(at) }) });
    try {
      return readNumber(await this.#ask(`/api/v1/query?${parameters}`));
    } catch (error) {
      return { value: null, why: messageOf(error) };
    }
  }

  /** The alerts that fire here and have all of these labels. */
  async alerts(labels: Labels): Promise<Answer> {
    const answer = await listed(() => this.#ask('/api/v1/alerts'), alertsOfPrometheus, labels);
    // Not everything that speaks this API has alerts.
    return 'why' in answer
      ? { why: `${answer.why}; give \`alertmanager-url\`, or \`alerts: none\`` }
      : answer;
  }

  #ask(path: string): Promise<unknown> {
    return this.#get(`${this.#address.url}${path}`, this.#address.headers);
  }
}

/** The alerts of an Alertmanager that fire, are not suppressed and have all of these labels. `now` in Unix seconds. */
export function alertsIn(address: Address, get: GetJson, labels: Labels, now: number): Promise<Answer> {
  const parameters = new URLSearchParams({ active: 'true', silenced: 'false', inhibited: 'false' });
  for (const [name, value] of Object.entries(labels))
    parameters.append('filter', `${name}=${JSON.stringify(value)}`);
  const ask = () => get(`${address.url}/api/v2/alerts?${parameters}`, address.headers);
  return listed(ask, (body) => alertsOfAlertmanager(body, now), labels);
}

async function listed(
  ask: () => Promise<unknown>,
  read: (body: unknown) => Alert[] | undefined,
  labels: Labels,
): Promise<Answer> {
  try {
    const alerts = read(await ask());
    // Servers before Alertmanager 0.16 know no filters, and Prometheus has none.
    return alerts
      ? { items: alerts.filter((alert) => hasLabels(alert, labels)) }
      : { why: 'the answer is no list of alerts' };
  } catch (error) {
    return { why: messageOf(error) };
  }
}
