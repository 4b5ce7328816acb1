import { ActionError, messageOf } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import type { PodState } from '../domain/workloads/workload-state.ts';
import type { Address } from '../systems/prometheus/address.ts';
import { hasLabels } from '../systems/prometheus/alerts.ts';
import { alertsIn, type GetJson, type Prometheus } from '../systems/prometheus/client.ts';
import { askReading, askWindow, type Queries, type Questions } from './ask.ts';

import type { Asked, FiringAlert, Sample, Window } from './observation.ts';
import { Samples } from './samples.ts';

/** The least that a window is cut to while a deploy is young. Seconds. */
const SHORTEST = 60;

/** Where looks come from; what is not there is not asked. */
export interface Sources {
  readonly prometheus?: Prometheus | undefined;
  readonly alertmanager?: Address | undefined;
  readonly get: GetJson;
  readonly queries: Queries;
  /** The labels that make an alert count; empty asks for none. */
  readonly alertLabels: Readonly<Record<string, string>>;
  readonly pods?: (() => Promise<Asked<PodState>>) | undefined;
  /** Unix seconds of this machine. */
  readonly clock: () => number;
  /** After it nobody is asked anything more. */
  readonly until?: AbortSignal | undefined;
}

/**
 * Does one look with one deadline for all that it asks: what has not answered by then is not known, and the rest counts.
 * Of a look that comes too late nobody has anything.
 */
export async function within<T>(sources: Sources, act: (sources: Sources) => Promise<T>): Promise<T> {
  const over = new AbortController();
  const milliseconds = WAITS.ASSESS_LOOK_MS;
  const late = new ActionError(`no answer within the ${milliseconds / 1000} s that a look may take`);
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
 * One look at everything. The windows end now by Prometheus' own clock, and don't reach back behind `since` (Unix seconds):
 * the deploy, whose errors would be thinned out, or the end of a rollback, which they were before. Where Prometheus does not say its time, nothing else is asked of it; the pods are looked at
 * beside it.
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
  const asking = (seconds: number) =>
    prometheus && { prometheus: reason === undefined ? prometheus : silent(reason), seconds, at, samples };
  const window = (seconds: number | undefined) => {
    const asked = seconds === undefined ? undefined : asking(cut(seconds));
    return asked && askWindow(queries, asked);
  };
  const outageAsked = queries.outage === undefined ? undefined : asking(cut(windows.long));
  const [long, short, outage, alerts, seen] = await Promise.all([
    window(windows.long),
    window(windows.short),
    outageAsked && askReading(queries.outage as string, outageAsked),
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

/** The time before the deploy. `margin` seconds are left out, where the clocks of the two don't agree. */
export function sampleBefore(
  { prometheus, queries }: Sources,
  seconds: number,
  deployedAt: number,
  margin: number,
  reason?: string,
): Promise<Window> | undefined {
  const asked = prometheus && (reason === undefined ? prometheus : silent(reason));
  return asked && askWindow(queries, { prometheus: asked, seconds, at: deployedAt - margin });
}

/** What time it is, in Unix seconds by the clock of Prometheus, where it says so; else reason not, and by this machine's. */
export async function clockOf({ prometheus, clock }: Sources): Promise<Clock> {
  const asked = await prometheus?.clock();
  if (!asked || asked.value !== null) return { at: asked?.value ?? clock() };
  return { at: clock(), reason: asked.reason };
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
): Promise<Asked<FiringAlert> | undefined> {
  const { alertmanager, prometheus, get, alertLabels } = sources;
  if (Object.keys(alertLabels).length === 0) return undefined;
  const [asked, known] = await Promise.all([
    alertmanager && alertsIn(alertmanager, get, alertLabels, at, sources.until),
    reason === undefined ? prometheus?.alerts(alertLabels) : prometheus && { reason },
  ]);
  const chosen = asked ?? known;
  if (!chosen || 'reason' in chosen) return chosen;
  const begun = known && !('reason' in known) ? known.items : [];
  const items = chosen.items.map((alert) => {
    const same = asked && begun.find(({ labels }) => hasLabels(alert, labels));
    return {
      name: alert.labels.alertname ?? 'an alert without a name',
      severity: alert.labels.severity ?? '',
      since: Math.min(alert.since, same?.since ?? alert.since),
      ...(asked && !same && { isWaitUnknown: true }),
    };
  });
  return { items };
}

/** A list, or after the deadline reason it is not known. */
const inTime = <T>(asked: Promise<Asked<T>>, until: AbortSignal | undefined): Promise<Asked<T>> =>
  until === undefined
    ? asked
    : Promise.race([
        asked,
        new Promise<Asked<T>>((resolve) => {
          until.addEventListener('abort', () => resolve({ reason: messageOf(until.reason) }), { once: true });
        }),
      ]);

/** Stands in for a Prometheus that does not answer: one question was enough to know. */
const silent = (reason: string): Questions => ({
  number: async () => ({ value: null, reason }),
  series: async () => ({ reason }),
});
