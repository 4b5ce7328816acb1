import * as v from 'valibot';

/** One number, or why there is none. */
export type Reading = { readonly value: number } | { readonly value: null; readonly why: string };

const sample = v.tuple([v.number(), v.string()]);
const histogram = v.object({ metric: v.record(v.string(), v.string()), histogram: v.unknown() });
const answer = v.object({
  status: v.literal('success'),
  data: v.variant('resultType', [
    v.object({
      resultType: v.literal('vector'),
      result: v.array(
        v.union([v.object({ metric: v.record(v.string(), v.string()), value: sample }), histogram]),
      ),
    }),
    v.object({ resultType: v.literal('scalar'), result: sample }),
    v.object({ resultType: v.picklist(['matrix', 'string']), result: v.unknown() }),
  ]),
  warnings: v.optional(v.array(v.string())),
});

/**
 * The one number that an instant query gives. No series is not zero, NaN is the quotient of two zeros, and a warning
 * says that a part of the data is missing (Thanos, Mimir and remote reads say it so): none of these is a number.
 * `infos` of Prometheus 3 are about the query's style and change nothing.
 */
export function readNumber(body: unknown): Reading {
  const parsed = v.safeParse(answer, body);
  if (!parsed.success) return none('the answer is none of the Prometheus API');
  const { data, warnings = [] } = parsed.output;
  if (warnings.length > 0) return none(`the answer may not be whole: ${warnings[0]}`);
  if (data.resultType === 'scalar') return finite(data.result[1]);
  if (data.resultType !== 'vector') return none(`the query gives a ${data.resultType}, not a number`);
  const [first, ...others] = data.result;
  if (!first) return none('no data');
  if (others.length > 0)
    return none(`the query gives ${others.length + 1} series; sum or max makes one of them`);
  return 'value' in first ? finite(first.value[1]) : none('the query gives a histogram, not a number');
}

function finite(text: string): Reading {
  const value = Number(text);
  if (Number.isFinite(value)) return { value };
  return none(text === 'NaN' ? 'no traffic (NaN)' : `the value is ${text}`);
}

const none = (why: string): Reading => ({ value: null, why });
