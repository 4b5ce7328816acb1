/** Seconds from one sample to the next. */
const STEP = 5;
/** Seconds that all histories reach back. */
const PAST = 4800;
/** Upper bounds of the histogram, in seconds. */
const BOUNDS = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6];

/** A service as it was: for each moment, in seconds since its deploy, what it did in a second. */
export interface Story {
  readonly requests?: (time: number) => number;
  /** The share that fails; undefined has no series of failures at all. */
  readonly errors?: (time: number) => number;
  /** Seconds that a request takes. */
  readonly latency?: (time: number) => number;
  /** When its process started anew and its counters began at zero. */
  readonly resetAt?: number;
  /** When it was last heard of. */
  readonly until?: number;
  readonly label?: string;
  readonly up?: number;
}

/** The OpenMetrics text of services (by their label `job`) that were deployed at `deployedAt`; ends at `now`. Unix seconds. */
export function historyOf(stories: Readonly<Record<string, Story>>, deployedAt: number, now: number): string {
  const families: Record<string, string[]> = {
    'http_requests counter': [],
    'http_request_duration_seconds histogram': [],
    'up gauge': [],
  };
  const [counters = [], histograms = [], gauges = []] = Object.values(families);
  for (const [job, story] of Object.entries(stories)) {
    const { requests = () => 100, errors, latency = () => 0.08, label = 'status' } = story;
    let [ok, failed, count] = [0, 0, 0];
    let buckets = BOUNDS.map(() => 0);
    for (let at = now - PAST; at <= now; at += STEP) {
      const time = at - deployedAt;
      if (time > (story.until ?? Number.POSITIVE_INFINITY)) break;
      if (story.resetAt !== undefined && time >= story.resetAt && time < story.resetAt + STEP) {
        [ok, failed, count] = [0, 0, 0];
        buckets = BOUNDS.map(() => 0);
      }
      const served = requests(time) * STEP;
      const share = errors?.(time) ?? 0;
      ok += served * (1 - share);
      failed += served * share;
      count += served;
      buckets = buckets.map((sum, index) => sum + (latency(time) <= (BOUNDS[index] ?? 0) ? served : 0));
      counters.push(`http_requests_total{job="${job}",${label}="200"} ${ok} ${at}`);
      if (errors) counters.push(`http_requests_total{job="${job}",${label}="503"} ${failed} ${at}`);
      for (const [index, bound] of BOUNDS.entries())
        histograms.push(
          `http_request_duration_seconds_bucket{job="${job}",le="${bound}"} ${buckets[index]} ${at}`,
        );
      histograms.push(`http_request_duration_seconds_bucket{job="${job}",le="+Inf"} ${count} ${at}`);
      gauges.push(`up{job="${job}"} ${story.up ?? 1} ${at}`);
    }
  }
  const text = Object.entries(families).map(([head, lines]) => `# TYPE ${head}\n${lines.join('\n')}\n`);
  return `${text.join('')}# EOF\n`;
}
