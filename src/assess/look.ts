import type { PodState } from '../systems/kubernetes/workload-state.ts';
import type { Address } from '../systems/prometheus/address.ts';
import { alertsIn, type GetJson, type Prometheus } from '../systems/prometheus/client.ts';
import { askReading, askWindow, type Queries } from './ask.ts';
import type { Asked, FiringAlert, Look, Window } from './observation.ts';

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
}

/** Lengths in seconds; `short` only in a bake. */
interface Windows {
  readonly long: number;
  readonly short?: number | undefined;
}

/**
 * One look at everything. The windows end now by Prometheus' own clock, and don't reach back behind the deploy, which
 * would thin its errors out.
 */
export async function look(sources: Sources, windows: Windows, deployedAt: number | null): Promise<Look> {
  const { prometheus, pods, queries } = sources;
  const at = await now(sources);
  const age = deployedAt === null ? Number.POSITIVE_INFINITY : Math.round(at - deployedAt);
  const cut = (seconds: number) =>
    Math.min(seconds, Math.max(age, Math.min(windows.short ?? SHORTEST, seconds)));
  const window = (seconds: number | undefined) =>
    prometheus && seconds !== undefined ? askWindow(prometheus, queries, cut(seconds), at) : undefined;
  const [long, short, outage, alerts, seen] = await Promise.all([
    window(windows.long),
    window(windows.short),
    prometheus && queries.outage ? askReading(prometheus, queries.outage, cut(windows.long), at) : undefined,
    firing(sources, at),
    pods?.(),
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
export function lookBefore(
  { prometheus, queries }: Sources,
  seconds: number,
  deployedAt: number,
  margin: number,
): Promise<Window> | undefined {
  return prometheus && askWindow(prometheus, queries, seconds, deployedAt - margin);
}

/** Unix seconds by the clock of Prometheus, where it answers. */
export async function now({ prometheus, clock }: Sources): Promise<number> {
  return (await prometheus?.number('time()'))?.value ?? clock();
}

async function firing(sources: Sources, at: number): Promise<Asked<FiringAlert> | undefined> {
  const { alertmanager, prometheus, get, alertLabels } = sources;
  if (Object.keys(alertLabels).length === 0) return undefined;
  const asked = alertmanager
    ? await alertsIn(alertmanager, get, alertLabels, at)
    : await prometheus?.alerts(alertLabels);
  if (!asked || 'why' in asked) return asked;
  const items = asked.items.map(({ labels, since }) => ({
    name: labels.alertname ?? 'an alert without a name',
    severity: labels.severity ?? '',
    since,
  }));
  return { items };
}
