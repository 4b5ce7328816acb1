import { ActionError, messageOf } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import type { PodState } from '../domain/workloads/workload-state.ts';
import type { Address } from '../systems/prometheus/address.ts';
import { hasLabels } from '../systems/prometheus/alerts.ts';
import { alertsIn, type GetJson, type Prometheus } from '../systems/prometheus/client.ts';
import type { FiringAlert, ListOrReason, Sample, Window } from './observation.ts';
import { type PrometheusQueries, type Queries, queryReading, queryWindow } from './queries.ts';
import { Samples } from './samples.ts';

/** The least that a window is cut to while a deploy is young. Seconds. */
const SHORTEST = 60;

/** Where samples come from; what is undefined is not queried. */
export interface Sources {
  readonly prometheus?: Prometheus | undefined;
  readonly alertmanager?: Address | undefined;
  readonly get: GetJson;
  readonly queries: Queries;
  /** The labels that make an alert count; empty asks for none. */
  readonly alertLabels: Readonly<Record<string, string>>;
  readonly pods?: (() => Promise<ListOrReason<PodState>>) | undefined;
  /** Unix seconds of this machine. */
  readonly clock: () => number;
  /** After it no query is sent. */
  readonly until?: AbortSignal | undefined;
}

/**
 * Takes one sample with one deadline for all its queries: what has not answered by then is unknown, and the rest counts. A
 * sample that comes too late is of no use.
 */
export async function within<T>(sources: Sources, act: (sources: Sources) => Promise<T>): Promise<T> {
  const over = new AbortController();
  const milliseconds = WAITS.ASSESS_SAMPLE_MS;
  const late = new ActionError(`no answer within the ${milliseconds / 1000} s that a sample may take`);
  const timer = setTimeout(() => over.abort(late), milliseconds);
  try {
    return await act({
      ...sources,
      prometheus: sources.prometheus?.within(over.signal),
      until: over.signal,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Lengths in seconds; `short` only where it is watched. */
interface Windows {
  readonly long: number;
  readonly short?: number | undefined;
  /** The least that a window is cut to. */
  readonly least?: number | undefined;
  /** When the whole fleet was there, in Unix seconds: before the deploy. */
  readonly whole?: number | undefined;
}

/**
 * Samples everything at once. The windows end now by Prometheus' own clock, and do not reach back behind `since` (Unix
 * seconds): the deploy, whose errors would be thinned out, or the end of a rollback, which they were before. Where Prometheus
 * does not say its time, nothing else is queried there; the pods are sampled all the same.
 */
export async function takeSample(
  sources: Sources,
  windows: Windows,
  since: number | null,
  clock = clockOf(sources),
): Promise<Sample> {
  const { prometheus, pods, queries } = sources;
  const seeing = pods && inTime(pods(), sources.until);
  const { at, reason } = await clock;
  const age = since === null ? Number.POSITIVE_INFINITY : Math.round(at - since);
  const cut = (seconds: number) =>
    Math.min(seconds, Math.max(age, Math.min(windows.least ?? windows.short ?? SHORTEST, seconds)));
  const samples =
    prometheus && reason === undefined
      ? new Samples(prometheus, at, { before: windows.whole ?? since ?? at - windows.long, pods: seeing })
      : undefined;
  const contextFor = (seconds: number) =>
    prometheus && { prometheus: reason === undefined ? prometheus : silent(reason), seconds, at, samples };
  const window = (seconds: number | undefined) => {
    const context = seconds === undefined ? undefined : contextFor(cut(seconds));
    return context && queryWindow(queries, context);
  };
  const outageContext = queries.outage === undefined ? undefined : contextFor(cut(windows.long));
  const [long, short, outage, alerts, seen] = await Promise.all([
    window(windows.long),
    window(windows.short),
    outageContext && queryReading(queries.outage as string, outageContext),
    firing(sources, at, reason),
    seeing,
  ]);
  return {
    at,
    ...(long && { long }),
    ...(short && { short }),
    ...(outage && { outage }),
    ...(alerts && { alerts }),
    ...(seen && { pods: seen }),
  };
}

/** Samples the time before the deploy. `margin` seconds are left out, where the clocks of the two do not agree. */
export function sampleBefore(
  { prometheus, queries }: Sources,
  seconds: number,
  deployedAt: number,
  margin: number,
  reason?: string,
): Promise<Window> | undefined {
  const source = prometheus && (reason === undefined ? prometheus : silent(reason));
  return source && queryWindow(queries, { prometheus: source, seconds, at: deployedAt - margin });
}

/** What time it is, in Unix seconds by the clock of Prometheus, where that is available; else by this machine's, with the reason. */
export async function clockOf({ prometheus, clock }: Sources): Promise<Clock> {
  const reading = await prometheus?.clock();
  if (!reading || reading.value !== null) return { at: reading?.value ?? clock() };
  return { at: clock(), reason: reading.reason };
}

export interface Clock {
  readonly at: number;
  readonly reason?: string;
}

/**
 * The alerts that fire. Alertmanager says since when it has one, which is when its rule had waited (`for:`), and Prometheus
 * since when the condition holds; that one counts, so that both give the same answer.
 */
async function firing(
  sources: Sources,
  at: number,
  reason: string | undefined,
): Promise<ListOrReason<FiringAlert> | undefined> {
  const { alertmanager, prometheus, get, alertLabels } = sources;
  if (Object.keys(alertLabels).length === 0) return undefined;
  const [listed, known] = await Promise.all([
    alertmanager && alertsIn(alertmanager, get, alertLabels, at, sources.until),
    reason === undefined ? prometheus?.alerts(alertLabels) : prometheus && { reason },
  ]);
  const chosen = listed ?? known;
  if (!chosen || 'reason' in chosen) return chosen;
  const begun = known && !('reason' in known) ? known.items : [];
  const items = chosen.items.map((alert) => {
    const same = listed && begun.find(({ labels }) => hasLabels(alert, labels));
    return {
      name: alert.labels.alertname ?? 'an alert without a name',
      severity: alert.labels.severity ?? '',
      since: Math.min(alert.since, same?.since ?? alert.since),
      ...(listed && !same && { isWaitUnknown: true }),
    };
  });
  return { items };
}

/** A list, or after the deadline the reason why it is unknown. */
const inTime = <T>(
  list: Promise<ListOrReason<T>>,
  until: AbortSignal | undefined,
): Promise<ListOrReason<T>> =>
  until === undefined
    ? list
    : Promise.race([
        list,
        new Promise<ListOrReason<T>>((resolve) => {
          until.addEventListener('abort', () => resolve({ reason: messageOf(until.reason) }), { once: true });
        }),
      ]);

/** Stands in for a Prometheus that does not answer: one question was enough to know. */
const silent = (reason: string): PrometheusQueries => ({
  number: async () => ({ value: null, reason }),
  series: async () => ({ reason }),
});
