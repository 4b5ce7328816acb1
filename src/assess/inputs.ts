import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
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
} from '../base/values.ts';
import type { Context } from '../runner/action.ts';
import { ERROR_RATE, LATENCY, parseThresholds } from './levels.ts';
import type { Given, Settings } from './observation.ts';
import { comparesWithoutBool } from './promql.ts';

/** What assess reads. */
export const inputs = {
  prometheusUrl: v.optional(text()),
  prometheusToken: v.optional(secret()),
  prometheusHeaders: v.optional(lines(), ''),
  awsRegion: v.optional(v.pipe(text(), v.regex(/^[a-z0-9-]{1,40}$/, 'is not a region such as eu-west-1'))),
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
  quickFix: v.optional(duration()),
  recovery: v.optional(duration()),
};

/** The standard query's unit is a second: no one rolls back for less than 10 ms. */
const MIN_SLOWDOWN = 0.01;

export type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;
/** What it is judged by. @throws ActionError where inputs do not go together */
export function settingsOf(inputs: Inputs, { timeout }: Context): Settings {
  const { bake, interval, quickFix = 0 } = inputs;
  if (quickFix > 0 && quickFix < interval)
    throw new ActionError('Input `quick-fix` is shorter than `interval`; nothing would be sampled.');
  if (bake !== undefined && bake < interval)
    throw new ActionError('Input `bake` is shorter than `interval`; nothing would be sampled.');
  if (bake !== undefined && bake >= timeout)
    throw new ActionError(
      `Input \`bake\` is ${bake} s, which is not shorter than the action's \`timeout\` of ${timeout} s; give a longer \`timeout\`.`,
    );
  const waits = (bake ?? 0) + quickFix;
  if (quickFix > 0 && waits >= timeout)
    throw new ActionError(
      `${bake === undefined ? 'Input `quick-fix` is' : 'Inputs `bake` and `quick-fix` are together'} ${waits} s, which is not shorter than the action's \`timeout\` of ${timeout} s; give a longer \`timeout\`.`,
    );
  const { outageQuery = '' } = inputs;
  if (comparesWithoutBool(outageQuery))
    throw new ActionError(
      'Input `outage-query` compares without `bool`, so an outage gives 0 or nothing; write it like max(up{job="api"}) == bool 0.',
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

/** @throws ActionError where nothing says what to judge by, neither a source nor a person */
export function requireSource(
  { prometheusUrl, alertmanagerUrl, workloads, selector }: Inputs,
  given: Given,
): void {
  const sources = [prometheusUrl, alertmanagerUrl, selector, ...workloads, ...Object.keys(given)];
  if (sources.every((each) => each === undefined))
    throw new ActionError(
      'Say what to judge by: `prometheus-url`, `alertmanager-url`, `workloads` with `kubeconfig`, or `signals`.',
    );
}

/** What a person says. */
export function givenBy({ dataCorruption, securityBreach }: Inputs, signals: Given = {}): Given {
  return {
    ...(dataCorruption !== undefined && { 'data-corruption': dataCorruption }),
    ...(securityBreach !== undefined && { 'security-breach': securityBreach }),
    ...signals,
  };
}
