import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { queriesOf } from '../assess/ask.ts';
import { judge } from '../assess/judge.ts';
import { ERROR_RATE, LATENCY, parseThresholds } from '../assess/levels.ts';
import { type Clock, clockOf, look, lookBefore, type Sources, within } from '../assess/look.ts';
import type { Given, Observation, Settings } from '../assess/observation.ts';
import { lineOf, summaryOf, timeOf, toOutput } from '../assess/render.ts';
import { type Evidence, parseSignals, renderEvidence } from '../assess/signals.ts';
import { watch } from '../assess/watch.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { ActionError } from '../runner/errors.ts';
import { writePrivate } from '../runner/files.ts';
import {
  amount,
  boolean,
  choice,
  duration,
  integer,
  lines,
  list,
  moment,
  secret,
  share,
  text,
} from '../runner/values.ts';
import { Observed } from '../service/observe.ts';
import { warningsOf } from '../service/vitals.ts';
import { connect } from '../systems/kubernetes/connect.ts';
import { parseSelection } from '../systems/kubernetes/select.ts';
import { parseAddress } from '../systems/prometheus/address.ts';
import { parseLabels } from '../systems/prometheus/alerts.ts';
import { Prometheus } from '../systems/prometheus/client.ts';
import { getJson } from '../systems/prometheus/get.ts';
import { comparesWithoutBool } from '../systems/prometheus/promql.ts';
import { amazonRegionOf, signed } from '../systems/prometheus/sigv4.ts';

/** The clocks of two machines may differ by this many seconds without a word. */
const SKEW = 5;
const LATENCY_OFFSET = 35;

const inputs = {
  prometheusUrl: v.optional(text()),
  prometheusToken: v.optional(secret()),
  prometheusHeaders: v.optional(lines(), ''),
  awsRegion: v.optional(v.pipe(text(), v.regex(/^[a-z0-9-]{1,40}$/, 'is no region such as eu-west-1'))),
  prometheusLabels: v.optional(text()),
  alertmanagerUrl: v.optional(text()),
  alerts: v.optional(list(), 'action=rollback'),
  window: v.optional(duration(), '5m'),
  baseline: v.optional(duration(), '30m'),
  deployedAt: v.optional(moment()),
  bake: v.optional(duration()),
  interval: v.optional(duration(), '30s'),
  shortWindow: v.optional(duration(), '1m'),
  consecutive: v.optional(integer(1), '3'),
  minRequests: v.optional(integer(1), '100'),
  minSlowdown: v.optional(amount()),
  errorRate: v.optional(list(), ''),
  latency: v.optional(list(), ''),
  slo: v.optional(share()),
  maxRestarts: v.optional(integer(0), '2'),
  errorRateQuery: v.optional(text()),
  requestsQuery: v.optional(text()),
  latencyQuery: v.optional(text()),
  outageQuery: v.optional(text()),
  dataCorruption: v.optional(boolean()),
  securityBreach: v.optional(boolean()),
  signals: v.optional(text()),
  onInconclusive: v.optional(choice(['ask', 'rollback', 'pass']), 'ask'),
  cooldown: v.optional(duration(), '15m'),
  maxAge: v.optional(duration(), '24h'),
  kubeconfig: v.optional(text()),
  context: v.optional(text()),
  namespace: v.optional(text()),
  workloads: v.optional(list(), ''),
  selector: v.optional(text()),
  evidenceFile: v.optional(text()),
};

/** The standard query's unit is a second: nobody goes back for less than 10 ms. */
const MIN_SLOWDOWN = 0.01;

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;
type End = { observation: Observation; early?: 'failed' | 'passed' | undefined };

/** Judges whether what runs has to be rolled back; changes nothing. */
export const action = defineAction({ name: 'assess', inputs, changes: false, main });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const settings = settingsOf(inputs, context);
  const told = inputs.signals === undefined ? undefined : parseSignals(fileOr(inputs.signals));
  if (told && 'evidence' in told) return outcomeOf(told.evidence, undefined, inputs, context);
  const asksCluster = inputs.workloads.length > 0 || inputs.selector !== undefined;
  const connection = asksCluster ? connect(inputs, context) : undefined;
  try {
    const selection = connection && parseSelection(inputs.workloads, inputs.selector, []);
    const cluster = selection && (await Observed.open(connection, selection, context.log));
    const { observation, early } = await observationOf(inputs, settings, told?.given, cluster, context);
    return outcomeOf({ observation, settings }, early, inputs, context);
  } finally {
    connection?.client.close();
  }
}

async function observationOf(
  inputs: Inputs,
  settings: Settings,
  told: Given | undefined,
  cluster: Observed | undefined,
  context: Context,
): Promise<End> {
  const memory = cluster?.memory ?? [];
  for (const warning of warningsOf(memory)) context.log.warn(warning);
  const sources = sourcesOf(inputs, cluster, context);
  const given = givenBy(inputs, told);
  if (told) return { observation: { deployedAt: null, looks: [{ at: sources.clock(), given }], memory } };
  if (!sources.prometheus && !sources.alertmanager && !cluster && Object.keys(given).length === 0)
    throw new ActionError(
      'Say what to judge by: `prometheus-url`, `alertmanager-url`, `workloads` with `kubeconfig`, or `signals`.',
    );
  const deployedAt = inputs.deployedAt ?? cluster?.deployedAt ?? (inputs.bake ? sources.clock() : null);
  cluster?.startAt(deployedAt);
  const windows = { long: inputs.window, short: inputs.bake && inputs.shortWindow };
  const take = async (bounded: Sources, clock?: Promise<Clock>) => ({
    ...(await look(bounded, windows, deployedAt, clock)),
    given,
  });
  const [baseline, first] = await within(sources, (bounded) => {
    const clock = clockOf(bounded);
    const asked = async () => {
      const at = await clock;
      const margin = skewOf(at, bounded, inputs.deployedAt, context);
      if (deployedAt === null) return undefined;
      return lookBefore(bounded, inputs.baseline, deployedAt, margin, at.why);
    };
    return Promise.all([asked(), inputs.bake ? undefined : take(bounded, clock)]);
  });
  const before = { deployedAt, memory, ...(baseline && { baseline }) };
  if (first) return { observation: { ...before, looks: [first] } };
  return watch(before, settings, inputs.interval, {
    look: () => within(sources, (bounded) => take(bounded)),
    signal: context.signal,
    seen(rows, number) {
      context.log.info(lineOf(rows, number, settings.planned));
      context.record({ component: 'assess', step: 'look', status: 'done', evidence: toOutput(rows) });
    },
  });
}

function settingsOf(inputs: Inputs, { timeout }: Context): Settings {
  const { bake, interval } = inputs;
  if (bake !== undefined && bake < interval)
    throw new ActionError('Input `bake` is shorter than `interval`; there would be no look at all.');
  if (bake !== undefined && bake >= timeout)
    throw new ActionError(
      `Input \`bake\` is ${bake} s, which is not shorter than the action's \`timeout\` of ${timeout} s; give a longer \`timeout\`.`,
    );
  const { outageQuery = '' } = inputs;
  if (comparesWithoutBool(outageQuery))
    throw new ActionError(
      'Input `outage-query` compares without `bool`, which gives nothing, or zero, where it stands for an outage; write it like max(up{job="api"}) == bool 0.',
    );
  return {
    errorRate: parseThresholds('error-rate', inputs.errorRate, ERROR_RATE),
    latency: parseThresholds('latency', inputs.latency, LATENCY),
    slo: inputs.slo,
    minRequests: inputs.minRequests,
    minSlowdown: inputs.minSlowdown ?? (inputs.latencyQuery === undefined ? MIN_SLOWDOWN : 0),
    maxRestarts: inputs.maxRestarts,
    consecutive: bake === undefined ? 1 : inputs.consecutive,
    planned: bake === undefined ? 1 : Math.floor(bake / interval),
    onInconclusive: inputs.onInconclusive,
    cooldown: inputs.cooldown,
    maxAge: inputs.maxAge,
  };
}

function sourcesOf(inputs: Inputs, cluster: Observed | undefined, { signal, mask }: Context): Sources {
  const { prometheusUrl, prometheusToken: token, prometheusHeaders: headers, alertmanagerUrl } = inputs;
  const get = getJson(signal);
  const address = (input: string, url: string | undefined) => {
    if (url === undefined) return undefined;
    const parsed = parseAddress({ input, url, token, headers }, mask);
    const region = inputs.awsRegion ?? amazonRegionOf(parsed.url);
    return region === undefined || token !== undefined ? parsed : signed(parsed, region);
  };
  const { AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  for (const value of [AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN]) if (value) mask(value);
  const prometheus = address('prometheus-url', prometheusUrl);
  return {
    get,
    prometheus: prometheus && new Prometheus(prometheus, get),
    alertmanager: address('alertmanager-url', alertmanagerUrl),
    queries: queriesOf({
      errorRate: inputs.errorRateQuery,
      requests: inputs.requestsQuery,
      latency: inputs.latencyQuery,
      outage: inputs.outageQuery,
      labels: inputs.prometheusLabels,
    }),
    alertLabels: parseLabels(inputs.alerts),
    pods: cluster && (() => cluster.vitals()),
    clock: () => Date.now() / 1000,
  };
}

function givenBy({ dataCorruption, securityBreach }: Inputs, told: Given = {}): Given {
  return {
    ...(dataCorruption !== undefined && { 'data-corruption': dataCorruption }),
    ...(securityBreach !== undefined && { 'security-breach': securityBreach }),
    ...told,
  };
}

/** How far Prometheus' clock is from this machine's, in seconds; a time of deploy may be by either. */
function skewOf({ at }: Clock, sources: Sources, deployedAt: number | undefined, { log }: Context): number {
  const skew = Math.abs(at - sources.clock());
  if (deployedAt !== undefined && deployedAt > at + Math.max(skew, SKEW))
    throw new ActionError(
      `Input \`deployed-at\` is ${timeOf(deployedAt)}, which is still to come; check the clock that it is from.`,
    );
  if (skew <= SKEW) return 0;
  // VictoriaMetrics answers of a moment ago (`-search.latencyOffset`), which says nothing of its clock.
  if (at < sources.clock() && skew <= LATENCY_OFFSET) return skew;
  log.warn(
    `The clock of Prometheus is ${Math.round(skew)} s off this runner's; the time before the deploy ends that much earlier.`,
  );
  return skew;
}

function outcomeOf(
  evidence: Evidence,
  early: End['early'],
  inputs: Inputs,
  { log, rollbackId }: Context,
): Outcome {
  const judgement = judge(evidence.observation, evidence.settings);
  const { severity, decision, decideBy, result, message, rows } = judgement;
  const path =
    inputs.evidenceFile ?? join(process.env.RUNNER_TEMP ?? tmpdir(), `assess-evidence-${rollbackId}.json`);
  writePrivate(path, renderEvidence(evidence));
  const until = decideBy === null ? '' : timeOf(decideBy);
  if (early) log.info(`The bake ended early: it has surely ${early}.`);
  if (result === 'inconclusive') log.warn(message);
  const outputs = {
    severity,
    decision,
    'decide-by': until,
    evidence: toOutput(rows),
    'evidence-file': path,
    message,
  };
  return { result, message, outputs, summary: summaryOf(judgement) };
}

/** The content of a file, where there is one of that name. */
const fileOr = (value: string): string => (existsSync(value) ? readFileSync(value, 'utf8') : value);
