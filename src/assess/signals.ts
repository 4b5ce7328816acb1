import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { redacted } from '../base/redact.ts';
import { SEVERITIES } from '../record/severity.ts';
import type { Given, Observation, Settings } from './observation.ts';

/** What the evidence file holds: all that a judgement was made from. */
export interface Evidence {
  readonly observation: Observation;
  readonly settings: Settings;
}

const FORMAT = 'rollback-actions/assess/1';

const share = v.pipe(
  v.number('must be a fraction such as 0.12'),
  v.finite(),
  v.minValue(0, 'must not be negative'),
);
const flag = v.boolean('must be true or false');
const given = v.strictObject({
  'error-rate': v.optional(v.pipe(share, v.maxValue(1, 'is a fraction and must not be above 1'))),
  slowdown: v.optional(share),
  outage: v.optional(flag),
  'data-corruption': v.optional(flag),
  'security-breach': v.optional(flag),
  impact: v.optional(v.picklist(['major', 'minor', 'cosmetic'], 'must be major, minor or cosmetic')),
});

const reading = v.object({
  query: v.string(),
  value: v.nullable(v.number()),
  reason: v.optional(v.string()),
});
const histogram = v.object({
  quantile: v.number(),
  buckets: v.array(v.object({ bound: v.nullable(v.number()), rate: v.number() })),
  mean: v.optional(v.number()),
});
const window = v.object({
  seconds: v.number(),
  errorRate: v.optional(reading),
  requests: v.optional(reading),
  latency: v.optional(v.object({ ...reading.entries, histogram: v.optional(histogram) })),
});
const unknown = v.object({ reason: v.string() });
const alert = v.object({
  name: v.string(),
  severity: v.string(),
  since: v.number(),
  isWaitUnknown: v.optional(v.boolean()),
});
const pods = v.object({
  workload: v.string(),
  wanted: v.number(),
  ready: v.number(),
  readyOfNewest: v.number(),
  restarts: v.number(),
  terminalFailure: v.optional(v.string()),
});
const sample = v.object({
  at: v.number(),
  long: v.optional(window),
  short: v.optional(window),
  outage: v.optional(reading),
  alerts: v.optional(v.union([v.object({ items: v.array(alert) }), unknown])),
  pods: v.optional(v.union([v.object({ items: v.array(pods) }), unknown])),
  given: v.optional(v.object({ ...given.entries, wrong: v.optional(v.record(v.string(), v.string())) })),
});
const memory = v.object({
  workload: v.string(),
  since: v.number(),
  last: v.optional(v.object({ id: v.string(), at: v.number(), isCurrent: v.boolean() })),
  again: v.optional(v.object({ images: v.array(v.string()), id: v.string(), at: v.string() })),
});
const thresholds = v.object(
  Object.fromEntries(SEVERITIES.map((severity) => [severity, v.optional(v.number())])),
);
const evidence = v.object({
  format: v.literal(FORMAT),
  observation: v.object({
    deployedAt: v.nullable(v.number()),
    baseline: v.optional(window),
    looks: v.pipe(v.array(sample), v.minLength(1)),
    memory: v.array(memory),
  }),
  settings: v.object({
    errorRate: thresholds,
    latency: thresholds,
    slo: v.optional(v.number()),
    minRequests: v.number(),
    minSlowdown: v.number(),
    maxRestarts: v.number(),
    consecutive: v.number(),
    planned: v.number(),
    onInconclusive: v.picklist(['ask', 'rollback', 'pass']),
    cooldown: v.number(),
    maxAge: v.number(),
    afterQuickFix: v.optional(v.boolean()),
  }),
});

/**
 * Reads the input `signals`: what a person says, or the evidence of an earlier run.
 *
 * @throws ActionError where it is not JSON, or neither of the two
 */
export function parseSignals(text: string): { given: Given } | { evidence: Evidence } {
  const value = parse(text);
  if (isEvidence(value)) {
    const parsed = v.safeParse(evidence, value);
    if (parsed.success) {
      const { observation, settings } = parsed.output;
      return { evidence: { observation, settings } as unknown as Evidence };
    }
    throw new ActionError(
      `Input \`signals\` is an evidence file that has been changed: ${describeIssue(parsed.issues[0])}.`,
    );
  }
  const parsed = v.safeParse(given, value);
  if (parsed.success) return { given: parsed.output };
  const strange = parsed.issues.find((issue) => issue.expected === 'never');
  if (strange)
    throw new ActionError(
      `Input \`signals\`: ${describeIssue(strange)}; accepted are error-rate, slowdown, outage, data-corruption, security-breach and impact (docs/decide.md).`,
    );
  // What is wrong is not known; what else was given counts all the same.
  const wrong = Object.fromEntries(
    parsed.issues.map((issue) => [v.getDotPath(issue) ?? '', `\`signals\` is wrong: it ${issue.message}`]),
  );
  const right = Object.fromEntries(Object.entries(value).filter(([name]) => !(name in wrong)));
  return { given: { ...(v.parse(given, right) as Given), wrong } };
}

/** The evidence file. */
export const renderEvidence = (content: Evidence): string =>
  `${JSON.stringify(redacted({ format: FORMAT, ...content }), undefined, 1)}\n`;

const isEvidence = (value: object): boolean => 'format' in value;

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Reported below, as is JSON that is not an object.
  }
  throw new ActionError('Input `signals` is neither a JSON object nor the path of an evidence file.');
}

const describeIssue = (issue: v.BaseIssue<unknown>): string =>
  `${v.getDotPath(issue) ?? 'it'} ${issue.expected === 'never' ? 'is not known' : issue.message}`;
