import * as v from 'valibot';

/** How an info begins (Prometheus' util/annotations). */
const INFO = 'PromQL info:';

/** One number, or why there is none. */
export type Reading = { readonly value: number } | { readonly value: null; readonly reason: string };

/** The series of a vector with their values as text, or why there are none. */
type Series = {
  readonly series: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: string }[];
};

const sample = v.tuple([v.number(), v.string()]);
const labels = v.record(v.string(), v.string());
const answer = v.object({
  status: v.literal('success'),
  data: v.variant('resultType', [
    v.object({
      resultType: v.literal('vector'),
      result: v.array(
        v.union([
          v.object({ metric: labels, value: sample }),
          v.object({ metric: labels, histogram: v.unknown() }),
        ]),
      ),
    }),
    v.object({ resultType: v.literal('scalar'), result: sample }),
    v.object({ resultType: v.picklist(['matrix', 'string']), result: v.unknown() }),
  ]),
  warnings: v.optional(v.array(v.string())),
  isPartial: v.optional(v.boolean()),
});

/**
 * The one number that an instant query gives. No series is not zero, NaN is the quotient of two zeros, and a warning
 * says that a part of the data is missing (Thanos, Mimir and remote reads say it so, VictoriaMetrics by `isPartial`):
 * none of these is a number. Infos are about the query's style and change nothing: servers like Prometheus 2.48 to 2.53 give
 * them among the warnings, later ones in a list of their own.
 */
export function readNumber(body: unknown): Reading {
  const read = readSeries(body);
  if ('reason' in read) return none(read.reason);
  const [first, ...others] = read.series;
  if (!first) return none('no data');
  if (others.length > 0)
    return none(`the query gives ${others.length + 1} series; sum or max makes one of them`);
  return finite(first.value);
}

/** All series that an instant query gives. */
export function readSeries(body: unknown): Series | { readonly reason: string } {
  const parsed = v.safeParse(answer, body);
  if (!parsed.success) return { reason: 'the answer is not one of the Prometheus API' };
  const { data, warnings = [], isPartial } = parsed.output;
  const warning = warnings.find((text) => !text.startsWith(INFO));
  if (warning !== undefined) return { reason: `the answer may not be whole: ${warning}` };
  if (isPartial)
    return { reason: 'the answer is not whole: a part of the storage did not answer (isPartial)' };
  if (data.resultType === 'scalar') return { series: [{ labels: {}, value: data.result[1] }] };
  if (data.resultType !== 'vector') return { reason: `the query gives a ${data.resultType}, not a number` };
  const series = data.result.flatMap((each) =>
    'value' in each ? [{ labels: each.metric, value: each.value[1] }] : [],
  );
  if (series.length < data.result.length) return { reason: 'the query gives a histogram, not a number' };
  return { series };
}

function finite(text: string): Reading {
  const value = Number(text);
  if (Number.isFinite(value)) return { value };
  return none(text === 'NaN' ? 'no traffic (NaN)' : `the value is ${text}`);
}

const none = (reason: string): Reading => ({ value: null, reason });
