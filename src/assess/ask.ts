import type { Prometheus } from '../systems/prometheus/client.ts';
import type { Reading, Window } from './observation.ts';

/** What Prometheus is asked. `$window` in a query stands for the window's length. */
export interface Queries {
  readonly errorRate?: string | undefined;
  readonly requests?: string | undefined;
  readonly latency?: string | undefined;
  readonly outage?: string | undefined;
}

/**
 * The queries that the inputs ask for; those that nobody gives are for the metrics that HTTP libraries commonly export,
 * with the matchers of `labels`. `none` leaves one out.
 *
 * A service that never failed has no series of failed requests, which is zero here; that there are requests at all with
 * a label `status` is what makes it one.
 */
export function queriesOf(given: Queries & { readonly labels?: string | undefined }): Queries {
  const all = given.labels ? `${given.labels.replace(/,\s*$/, '')},` : '';
  const failed = `sum(rate(http_requests_total{${all}status=~"5.."}[$window]))`;
  const served = `sum(rate(http_requests_total{${all}status!=""}[$window]))`;
  const standard = {
    errorRate: `(${failed} or vector(0)) / ${served}`,
    requests: countsOwn(given) ? undefined : `sum(increase(http_requests_total{${all}status!=""}[$window]))`,
    latency: `histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{${given.labels ?? ''}}[$window])))`,
  };
  const chosen = (query: string | undefined, other: string | undefined) =>
    query === 'none' ? undefined : (query ?? other);
  return {
    errorRate: chosen(given.errorRate, standard.errorRate),
    requests: chosen(given.requests, standard.requests),
    latency: chosen(given.latency, standard.latency),
    outage: chosen(given.outage, undefined),
  };
}

/** True where what is measured is measured by a query of the user's own: what it counts, only one of theirs can tell. */
function countsOwn({ errorRate, latency }: Queries): boolean {
  const first = errorRate === 'none' ? latency : errorRate;
  return first !== undefined && first !== 'none';
}

/** Asks for all that is measured over a window of `seconds` that ends at `at` (Unix seconds), side by side. */
export async function askWindow(
  prometheus: Prometheus,
  queries: Queries,
  seconds: number,
  at: number,
): Promise<Window> {
  const ask = (query: string | undefined) =>
    query === undefined ? undefined : askReading(prometheus, query, seconds, at);
  const [errorRate, requests, latency] = await Promise.all([
    ask(queries.errorRate),
    ask(queries.requests),
    ask(queries.latency),
  ]);
  return {
    seconds,
    ...(errorRate && { errorRate }),
    ...(requests && { requests }),
    ...(latency && { latency }),
  };
}

/** Asks one query. */
export async function askReading(
  prometheus: Prometheus,
  query: string,
  seconds: number,
  at: number,
): Promise<Reading> {
  const asked = query.replaceAll('$window', `${seconds}s`);
  return { query: asked, ...(await prometheus.number(asked, at)) };
}
