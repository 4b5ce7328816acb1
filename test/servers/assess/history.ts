/** Seconds from one sample to the next. */
const STEP = 5;
/** Seconds that all histories reach back. */
const PAST = 4800;
/** Requests of one moment, by where among them they are. */
const SLICES = Array.from({ length: 20 }, (_, index) => index / 20);
/** Upper bounds of the histogram, in seconds. */
const BOUNDS = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6];

/** A service as it was: for each moment, in seconds since its deploy, what it did in a second. */
export interface Story {
  readonly requests?: (time: number) => number;
  /** The share that fails; undefined has no series of failures at all. */
  readonly errors?: (time: number) => number;
  /** Seconds that a request takes; `part` is where among all requests it is, from 0 to 1. */
  readonly latency?: (time: number, part: number) => number;
  /** When its process started anew and its counters began at zero. */
  readonly resetAt?: number;
  /** When it was last heard of. */
  readonly until?: number;
  readonly label?: string;
  readonly up?: number;
  /** How many of its 16 instances are scraped; without it all are one. */
  readonly instances?: (time: number) => number;
}

const ALL_INSTANCES = 16;

/** The labels of the instances that have a sample at a time. */
const instancesOf = ({ instances }: Story, time: number): string[] =>
  instances === undefined
    ? ['']
    : Array.from({ length: instances(time) }, (_, index) => `,instance="10.0.0.${index}:8080"`);

/** Seconds that histories go on, so that they are of now however long the tests take. */
const FUTURE = 600;

/** The OpenMetrics text of services (by their label `job`) that were deployed at `deployedAt`. Unix seconds. */
export function historyOf(stories: Readonly<Record<string, Story>>, deployedAt: number, now: number): string {
  const families: Record<string, string[]> = {
    'http_requests counter': [],
    'http_request_duration_seconds histogram': [],
    'up gauge': [],
  };
  const [counters = [], histograms = [], gauges = []] = Object.values(families);
  for (const [job, story] of Object.entries(stories)) {
    const { requests = () => 100, errors, latency = () => 0.08, label = 'status' } = story;
    let [ok, failed, count, taken] = [0, 0, 0, 0];
    let buckets = BOUNDS.map(() => 0);
    for (let at = now - PAST; at <= now + FUTURE; at += STEP) {
      const time = at - deployedAt;
      if (time > (story.until ?? Number.POSITIVE_INFINITY)) break;
      if (story.resetAt !== undefined && time >= story.resetAt && time < story.resetAt + STEP) {
        [ok, failed, count, taken] = [0, 0, 0, 0];
        buckets = BOUNDS.map(() => 0);
      }
      const served = requests(time) * STEP;
      const failing = errors?.(time) ?? 0;
      ok += served * (1 - failing);
      failed += served * failing;
      count += served;
      const slices = SLICES.map((part) => latency(time, part));
      const share = (bound: number) => slices.filter((each) => each <= bound).length / SLICES.length;
      buckets = buckets.map((sum, index) => sum + served * share(BOUNDS[index] ?? 0));
      taken += (served * slices.reduce((sum, each) => sum + each, 0)) / SLICES.length;
      for (const instance of instancesOf(story, time)) {
        const labels = `job="${job}"${instance}`;
        const share = story.instances === undefined ? 1 : 1 / ALL_INSTANCES;
        counters.push(`http_requests_total{${labels},${label}="200"} ${ok * share} ${at}`);
        if (errors) counters.push(`http_requests_total{${labels},${label}="503"} ${failed * share} ${at}`);
      }
      for (const [index, bound] of BOUNDS.entries())
        histograms.push(
          `http_request_duration_seconds_bucket{job="${job}",le="${bound}"} ${buckets[index]} ${at}`,
        );
      histograms.push(`http_request_duration_seconds_bucket{job="${job}",le="+Inf"} ${count} ${at}`);
      histograms.push(`http_request_duration_seconds_count{job="${job}"} ${count} ${at}`);
      histograms.push(`http_request_duration_seconds_sum{job="${job}"} ${taken} ${at}`);
      gauges.push(`up{job="${job}"} ${story.up ?? 1} ${at}`);
    }
  }
  const text = Object.entries(families).map(([head, lines]) => `# TYPE ${head}\n${lines.join('\n')}\n`);
  return `${text.join('')}# EOF\n`;
}
