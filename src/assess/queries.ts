import type { Prometheus } from '../systems/prometheus/client.ts';
import { quantileOf } from './latency.ts';
import type { Histogram, Reading, Window } from './observation.ts';
import { quantileIn } from './promql.ts';
import type { Samples } from './samples.ts';

/** What Prometheus is asked. `$window` in a query stands for the window's length. */
export interface Queries {
  readonly errorRate?: string | undefined;
  readonly requests?: string | undefined;
  readonly latency?: string | undefined;
  readonly outage?: string | undefined;
}

/**
 * The queries that the inputs give; by default they are for the metrics that HTTP libraries commonly export, with the matchers
 * of `labels`. `none` leaves one out.
 *
 * A service that never failed has no series of failed requests, which is zero here; that there are requests at all with a label
 * `status` is what makes it one.
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

/** True where what is measured is measured by a query of the user's own: only a query of theirs can say how many requests that counts. */
function countsOwn({ errorRate, latency }: Queries): boolean {
  const first = errorRate === 'none' ? latency : errorRate;
  return first !== undefined && first !== 'none';
}

/** What is asked of a Prometheus. */
export type PrometheusQueries = Pick<Prometheus, 'number' | 'series'>;

/** How a query is asked: over so many seconds until a time (Unix seconds), and of now only where `samples` is given. */
interface QueryContext {
  readonly prometheus: PrometheusQueries;
  readonly seconds: number;
  readonly at: number;
  readonly samples?: Samples | undefined;
}

/** Asks for all that is measured over a window, side by side. */
export async function queryWindow(queries: Queries, context: QueryContext): Promise<Window> {
  const read = (query: string | undefined) =>
    query === undefined ? undefined : queryReading(query, context);
  const [errorRate, requests, latency] = await Promise.all([
    read(queries.errorRate),
    read(queries.requests),
    queries.latency === undefined ? undefined : queryLatency(queries.latency, context),
  ]);
  const { seconds } = context;
  return {
    seconds,
    ...(errorRate && { errorRate }),
    ...(requests && { requests }),
    ...(latency && { latency }),
  };
}

/** Asks one query. What it gives of the past, or of a part of the fleet, is not a number. */
export async function queryReading(
  query: string,
  { prometheus, seconds, at, samples }: QueryContext,
): Promise<Reading> {
  const expanded = query.replaceAll('$window', `${seconds}s`);
  const [reading, lack] = await Promise.all([prometheus.number(expanded, at), samples?.lackOf(expanded)]);
  if (lack !== undefined && reading.value !== null) return { query: expanded, value: null, reason: lack };
  return { query: expanded, ...reading };
}

/** Asks for a latency: of a quantile of a histogram all its buckets and its mean, as they say how far it can be believed. */
async function queryLatency(query: string, context: QueryContext): Promise<NonNullable<Window['latency']>> {
  const { prometheus, seconds, at } = context;
  const expanded = query.replaceAll('$window', `${seconds}s`);
  const parts = quantileIn(expanded);
  const [reading, buckets, mean] = await Promise.all([
    queryReading(query, context),
    parts && prometheus.series(parts.buckets, at),
    parts && prometheus.number(meanOf(parts.buckets), at),
  ]);
  if (!parts || !buckets || 'reason' in buckets || reading.value === null) return reading;
  const histogram: Histogram = {
    quantile: parts.quantile,
    buckets: bucketsIn(buckets.series),
    ...(mean && mean.value !== null && { mean: mean.value }),
  };
  // A query that sums by more than the bound has several histograms, and the server's number is of none of them.
  return quantileOf(histogram) === undefined ? reading : { ...reading, histogram };
}

const meanOf = (buckets: string): string =>
  `sum(${buckets.replaceAll(/_bucket\b/g, '_sum')}) / sum(${buckets.replaceAll(/_bucket\b/g, '_count')})`;

function bucketsIn(
  series: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: string }[],
): Histogram['buckets'] {
  return series
    .map(({ labels, value }) => ({
      bound: Number(labels.le?.replace('+Inf', 'Infinity')),
      rate: Number(value),
    }))
    .sort((a, b) => a.bound - b.bound)
    .map(({ bound, rate }) => ({ bound: bound === Number.POSITIVE_INFINITY ? null : bound, rate }));
}
