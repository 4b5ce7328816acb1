import * as v from 'valibot';
import type { Assessment } from './story-findings.ts';

/** What a look at the metrics has measured. */
export interface Measured {
  /** A fraction: 0.45 of all requests failed. */
  readonly errorRate: number | undefined;
  /** In the words of the room that measured it. */
  readonly latency: string | undefined;
}

const row = v.looseObject({
  signal: v.string(),
  value: v.optional(v.unknown()),
  message: v.optional(v.unknown()),
});

/** The numbers in the evidence of `assess`; what is not one is left out. */
export function measuredBy(assessment: Assessment | undefined): Measured {
  const parsed = v.safeParse(v.array(row), assessment?.evidence);
  const rows = parsed.success ? parsed.output : [];
  const rate = rows.find(({ signal }) => signal === 'error-rate')?.value;
  const latency = rows.find(
    ({ signal, value }) => signal === 'slowdown' && typeof value === 'number',
  )?.message;
  return {
    errorRate: typeof rate === 'number' && rate >= 0 && rate <= 1 ? rate : undefined,
    latency: typeof latency === 'string' && latency !== '' ? latency : undefined,
  };
}
