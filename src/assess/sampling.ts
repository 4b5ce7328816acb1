import { ActionError } from '../base/errors.ts';
import type { PodState, RollbackMemory } from '../domain/workloads/workload-state.ts';
import { readEvents } from '../record/read.ts';
import { storyOf } from '../record/story.ts';
import type { Context } from '../runner/action.ts';
import { earlyEnd } from './bake.ts';
import { givenBy, type Inputs, requireSource } from './inputs.ts';
import { judge } from './judge.ts';
import type { Given, ListOrReason, Observation, Row, Sample, Settings } from './observation.ts';
import { afterRollback, isWellAgain, quickFixEnd } from './recovery.ts';
import { sampleLine, timeOf, toOutput } from './render.ts';
import type { Evidence } from './signals.ts';
import { plainTextWarnings, sourcesOf } from './sources.ts';
import { type Clock, clockOf, type Sources, sampleBefore, takeSample, within } from './take-sample.ts';
import { watch } from './watch.ts';

/** The clocks of two machines may differ by this many seconds without a word. */
const SKEW = 5;
const LATENCY_OFFSET = 35;

/** Workloads of a cluster whose pods are sampled. */
export interface Cluster {
  readonly memory: readonly RollbackMemory[];
  /** Unix seconds. */
  readonly deployedAt: number | null;
  startAt(since: number | null): void;
  vitals(): Promise<ListOrReason<PodState>>;
}

/** All that was seen, and how a bake has ended early. */
export type End = { observation: Observation; early?: 'failed' | 'passed' | undefined };

/** How samples are taken, and what they are compared with. */
interface Sampling {
  readonly before: Omit<Observation, 'looks'>;
  readonly take: (isWatched: boolean) => Promise<Sample>;
  /** The first of them, where it was taken already. */
  readonly first: Sample | undefined;
  /** Seconds from the end of the rollback to the start of sampling; undefined where there was no rollback. */
  readonly sinceRollback: number | undefined;
  readonly usesPrometheus: boolean;
}

/** Takes the first sample, and the baseline. @throws ActionError where nothing says what to sample */
export async function prepareSampling(
  inputs: Inputs,
  signals: Given | undefined,
  cluster: Cluster | undefined,
  context: Context,
): Promise<Sampling> {
  const memory = cluster?.memory ?? [];
  const sources = sourcesOf(inputs, cluster && (() => cluster.vitals()), context);
  for (const warning of await plainTextWarnings(inputs)) context.log.warn(warning);
  const ended = inputs.recovery === undefined ? undefined : endOfRollback(context);
  // Signals that a person gave before a rollback say nothing of now.
  const given = ended === undefined ? givenBy(inputs, signals) : {};
  const usesPrometheus = sources.prometheus !== undefined;
  if (signals && ended === undefined) {
    const first = { at: sources.clock(), given };
    const before = { deployedAt: null, memory };
    return { before, first, take: async () => first, sinceRollback: undefined, usesPrometheus };
  }
  requireSource(inputs, given);
  const deployedAt = inputs.deployedAt ?? cluster?.deployedAt ?? (inputs.bake ? sources.clock() : null);
  cluster?.startAt(ended ?? deployedAt);
  const takeBy = samplerOf(inputs, { ended, deployedAt, given });
  const take: Sampling['take'] = (isWatched) =>
    within(sources, (bounded) => takeBy(bounded, isWatched, clockOf(bounded)));
  const [baseline, first] = await within(sources, (bounded) => {
    const clock = clockOf(bounded);
    const readBaseline = async () => {
      const at = await clock;
      const margin = skewOf(at, bounded, inputs.deployedAt, context);
      if (deployedAt === null) return undefined;
      return sampleBefore(bounded, inputs.baseline, deployedAt, margin, at.reason);
    };
    const isWatched = inputs.bake !== undefined || ended !== undefined;
    return Promise.all([readBaseline(), isWatched ? undefined : takeBy(bounded, false, clock)]);
  });
  return {
    before: { deployedAt, memory, ...(baseline && { baseline }) },
    ...{ take, first, usesPrometheus },
    sinceRollback: ended === undefined ? undefined : Math.max(0, sources.clock() - ended),
  };
}

/** Takes one sample: since the deploy, or since the end of a rollback, where recovery from it is verified. */
function samplerOf(
  inputs: Inputs,
  { ended, deployedAt, given }: { ended: number | undefined; deployedAt: number | null; given: Given },
) {
  return async (bounded: Sources, isWatched: boolean, clock: Promise<Clock>): Promise<Sample> => {
    // The record goes by the runner's clock, and what is measured by that of Prometheus.
    const ahead = async () => (await clock).at - bounded.clock();
    const since = ended === undefined ? deployedAt : ended + (await ahead());
    const windows =
      ended === undefined
        ? { long: inputs.window, short: isWatched ? inputs.shortWindow : undefined }
        : { long: inputs.window, least: inputs.shortWindow, whole: deployedAt ?? undefined };
    return { ...(await takeSample(bounded, windows, since, clock)), given };
  };
}

/** When the rollback that the record has put the last thing back (Unix seconds); undefined where nothing went back. */
function endOfRollback({ recordPath, rollbackId }: Context): number | undefined {
  const { outcome, ended } = storyOf(readEvents(recordPath).events, rollbackId);
  return ended !== undefined && (outcome === 'done' || outcome === 'failed')
    ? Date.parse(ended) / 1000
    : undefined;
}

/** What there is to judge: one sample, or those of a bake. */
export async function observationOf(
  { before, take, first }: Sampling,
  { bake, interval }: Inputs,
  settings: Settings,
  context: Context,
): Promise<End> {
  if (bake === undefined) return { observation: { ...before, looks: first ? [first] : [] } };
  return watch(
    before,
    settings,
    { first: interval, interval },
    {
      sample: () => take(true),
      early: (observation) => earlyEnd(observation, settings),
      ...followed(settings, context),
    },
  );
}

/** Samples after a rollback until all is well, for at most `recovery`. */
export async function afterwards(
  { before, take, sinceRollback = 0, usesPrometheus }: Sampling,
  inputs: Inputs,
  usual: Settings,
  context: Context,
): Promise<Evidence> {
  const { recovery = 0, interval, shortWindow } = inputs;
  // A window that reaches back behind the end would find the errors of before.
  const first = usesPrometheus ? Math.max(0, shortWindow - sinceRollback) : 0;
  const planned = 1 + Math.max(0, Math.floor((recovery - first) / interval));
  const isLowGiven = inputs.errorRate.some((line) => line.startsWith('low'));
  const settings = { ...afterRollback(usual, isLowGiven), planned };
  const { observation } = await watch(
    before,
    settings,
    { first, interval },
    {
      sample: () => take(true),
      early: (seen) => isWellAgain(seen, settings) || undefined,
      ...followed(settings, context),
    },
  );
  return { observation, settings };
}

/** Samples while a person tries a quick fix; what has not recovered by the end of its time goes back. */
export async function afterQuickFix(
  { before, take }: Sampling,
  { quickFix = 0, interval, consecutive }: Inputs,
  usual: Settings,
  reason: string,
  again: () => Promise<Cluster | undefined>,
  context: Context,
): Promise<Evidence> {
  const settings = { ...usual, consecutive, planned: Math.max(1, Math.floor(quickFix / interval)) };
  const event = { component: 'assess', step: 'quick fix' } as const;
  const until = timeOf(Date.now() / 1000 + quickFix);
  context.log.info(`${reason} There is time for a quick fix until ${until}; then it is rolled back.`);
  context.record({ ...event, status: 'started', message: reason, evidence: { until } });
  const { observation, early } = await watch(
    before,
    settings,
    { first: interval, interval },
    {
      sample: () => take(true),
      early: (seen) => quickFixEnd(seen, settings),
      ...followed(settings, context),
    },
  );
  // A rollback may have happened meanwhile.
  const memory = (await again())?.memory ?? observation.memory;
  const evidence = {
    observation: { ...observation, memory },
    settings: { ...settings, afterQuickFix: early !== 'worse' },
  };
  const { message } = judge(evidence.observation, evidence.settings);
  context.record({ ...event, status: early === 'helped' ? 'done' : 'failed', message, evidence: { until } });
  return evidence;
}

/** Logs and records each sample of a watch. */
const followed = ({ planned }: Settings, { log, record, signal }: Context) => ({
  signal,
  seen(rows: readonly Row[], number: number) {
    log.info(sampleLine(rows, number, planned));
    record({ component: 'assess', step: 'look', status: 'done', evidence: toOutput(rows) });
  },
});

/** How far Prometheus' clock is from this machine's, in seconds; a time of deploy may be by either. */
function skewOf(
  { at }: Pick<Clock, 'at'>,
  sources: Sources,
  deployedAt: number | undefined,
  { log }: Context,
): number {
  const skew = Math.abs(at - sources.clock());
  if (deployedAt !== undefined && deployedAt > at + Math.max(skew, SKEW))
    throw new ActionError(
      `Input \`deployed-at\` is ${timeOf(deployedAt)}, which is in the future; check the clock that it comes from.`,
    );
  if (skew <= SKEW) return 0;
  // VictoriaMetrics answers of a moment ago (`-search.latencyOffset`), which says nothing of its clock.
  if (at < sources.clock() && skew <= LATENCY_OFFSET) return skew;
  log.warn(
    `The clock of Prometheus is ${Math.round(skew)} s off this runner's; the time before the deploy ends that much earlier.`,
  );
  return skew;
}
