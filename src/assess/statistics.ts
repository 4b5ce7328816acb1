/** A share of requests: `hits` of `all`. */
interface Share {
  readonly hits: number;
  readonly all: number;
}

/**
 * The p-value of the one-sided two-proportion z-test (pooled): how likely a share at least this much above
 * `before` would be if nothing had changed. 1 where either side is empty.
 */
export function pGreater(now: Share, before: Share): number {
  if (now.all <= 0 || before.all <= 0) return 1;
  const pooled = (now.hits + before.hits) / (now.all + before.all);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / now.all + 1 / before.all));
  const difference = now.hits / now.all - before.hits / before.all;
  if (deviation === 0) return difference > 0 ? 0 : 1;
  return 1 - normal(difference / deviation);
}

/** The upper end of the one-sided Wilson interval of a share at an error probability of `alpha`. */
export function upperBound({ hits, all }: Share, alpha: number): number {
  if (all <= 0) return 1;
  const z = quantile(1 - alpha);
  const share = hits / all;
  const centre = share + (z * z) / (2 * all);
  const spread = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return Math.min(1, (centre + spread) / (1 + (z * z) / all));
}

/** The standard normal distribution (Abramowitz and Stegun 26.2.17; absolute error below 7.5e-8). */
export function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const polynomial =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return z >= 0 ? 1 - tail : tail;
}

/** The inverse of `normal`, by bisection: exact enough, and called a few times a minute. */
function quantile(probability: number): number {
  let [low, high] = [-10, 10];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normal(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
