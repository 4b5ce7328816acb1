import { normal } from '../../src/assess/statistics.ts';

/** Seconds from one scrape to the next. */
export const SCRAPE = 15;
/** How far a history reaches back before the deploy and on after it, in seconds. */
export const BEFORE = 1800;
export const AFTER = 600;
const PODS = 4;

/** Upper bounds of the histogram, in seconds: Go's default. */
export const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** How much the latencies of one service differ: the 95th percentile is at 2.3 times the median. */
const SPREAD = 0.5;
const Z95 = 1.645;

/** How much of what happens Prometheus knows of at a time. */
export type Seen =
  | 'all'
  /** Nothing any more: the samples have ended. */
  | 'nothing'
  /** 3 of 16 instances, and no word that there are more. */
  | 'a part'
  /** A part, and the answer says so (`warnings`, `isPartial`). */
  | 'a part, told';

/** A service while it is deployed. `time` in seconds since the deploy. */
interface Deploy {
  /** The share of requests that fails. */
  readonly share: (time: number) => number;
  /** Requests a second, before chance. */
  readonly traffic: (time: number) => number;
  /** The median of what a request takes, in seconds. */
  readonly median: (time: number) => number;
  readonly seen: (time: number) => Seen;
}

/** What is right for a kind of deploy: leave it, roll it back, or have somebody look at it. */
export type Right = 'stay' | 'back' | 'ask';

/** A kind of deploy, and what has to become of it. */
export interface Kind {
  readonly name: string;
  readonly right: Right;
  /** Makes one deploy of this kind; what it does not say is as ever. */
  readonly make: (random: () => number) => Partial<Deploy>;
}

const between = (random: () => number, low: number, high: number) => low + (high - low) * random();
/** Between two numbers, each order of magnitude as often. */
const evenly = (random: () => number, low: number, high: number) =>
  Math.exp(between(random, Math.log(low), Math.log(high)));
const always = (value: number) => () => value;
const since = (was: number, is: number) => (time: number) => (time > 0 ? is : was);

const step = (name: string, right: Right, before: [number, number], after: [number, number]): Kind => ({
  name,
  right,
  make: (random) => ({ share: since(between(random, ...before), between(random, ...after)) }),
});

/** A service that takes longer since the deploy by a factor between two. */
const slower = (name: string, right: Right, [least, most]: [number, number]): Kind => ({
  name,
  right,
  make(random) {
    const was = evenly(random, 0.01, 0.5);
    return { median: since(was, was * between(random, least, most)) };
  },
});

const EVERYDAY: [number, number] = [0.0005, 0.01];

export const KINDS: readonly Kind[] = [
  { name: 'as before', right: 'stay', make: () => ({}) },
  {
    name: 'as before, with 3 to 8 % errors',
    right: 'stay',
    make: (random) => ({ share: always(between(random, 0.03, 0.08)) }),
  },
  {
    name: 'as bad as before: 35 to 50 %',
    right: 'stay',
    make: (random) => ({ share: always(between(random, 0.35, 0.5)) }),
  },
  step('better', 'stay', [0.05, 0.3], EVERYDAY),
  {
    name: 'a burst of 15 to 60 s',
    right: 'stay',
    make(random) {
      const [begin, long, height] = [
        between(random, 0, 400),
        between(random, 15, 60),
        between(random, 0.4, 1),
      ];
      const everyday = between(random, ...EVERYDAY);
      return { share: (time) => (time > begin && time < begin + long ? height : everyday) };
    },
  },
  slower('up to 4 % slower', 'stay', [1, 1.04]),
  {
    name: '0.3 ms slower, over the bound of a bucket',
    right: 'stay',
    make(random) {
      const bound = BOUNDS[Math.floor(between(random, 0, 2))] ?? 0.005;
      const [was, is] = [bound - 0.0001, bound + 0.0002].map((p95) => p95 / Math.exp(Z95 * SPREAD));
      return { median: since(was ?? 0, is ?? 0) };
    },
  },
  {
    name: 'traffic down to a third',
    right: 'stay',
    make(random) {
      const was = evenly(random, 4, 1500);
      return { traffic: since(was, was * between(random, 0.3, 0.5)) };
    },
  },
  {
    name: 'as before, one answer in five is partial and says so',
    right: 'stay',
    make: (random) => ({ seen: () => (random() < 0.2 ? 'a part, told' : 'all') }),
  },
  step('12 to 25 % errors', 'ask', EVERYDAY, [0.12, 0.25]),
  slower('25 to 45 % slower', 'ask', [1.25, 1.45]),
  {
    name: 'traffic down to a tenth or less',
    right: 'ask',
    make(random) {
      const was = evenly(random, 10, 1500);
      return { traffic: since(was, was * between(random, 0.005, 0.1)) };
    },
  },
  {
    name: 'its samples end after 1 to 5 minutes',
    right: 'ask',
    make(random) {
      const end = between(random, 60, 300);
      return { seen: (time) => (time > end ? 'nothing' : 'all') };
    },
  },
  {
    name: '3 of 16 instances are seen, and fail; the others do not',
    right: 'ask',
    make: () => ({ share: since(0.002, 0.6), seen: (time) => (time > 0 ? 'a part' : 'all') }),
  },
  {
    name: '3 of 16 instances are seen, and are well',
    right: 'ask',
    make: () => ({ seen: (time) => (time > 0 ? 'a part' : 'all') }),
  },
  step('35 to 60 % errors', 'back', EVERYDAY, [0.35, 0.6]),
  step('down', 'back', EVERYDAY, [1, 1]),
  {
    name: 'grows to 60 % in 5 minutes',
    right: 'back',
    make: () => ({ share: (time) => Math.min(0.6, Math.max(0.002, (time / 300) * 0.6)) }),
  },
  {
    name: '50 %, from the third to the sixth minute on',
    right: 'back',
    make(random) {
      const begin = between(random, 180, 360);
      return { share: (time) => (time > begin ? 0.5 : 0.002) };
    },
  },
  {
    name: '50 %, with 2 to 10 requests a minute',
    right: 'back',
    make: (random) => ({ share: since(0.002, 0.5), traffic: always(between(random, 2, 10) / 60) }),
  },
  slower('2 to 5 times as slow', 'back', [2, 5]),
  {
    name: '35 to 60 % errors, one answer in five is partial and says so',
    right: 'back',
    make: (random) => ({
      share: since(0.002, between(random, 0.35, 0.6)),
      seen: () => (random() < 0.2 ? 'a part, told' : 'all'),
    }),
  },
];

/** What Prometheus knows of the scrape that ends at a time: of all pods together, and of the busiest alone. */
export interface Scrape {
  readonly time: number;
  readonly requests: number;
  readonly errors: number;
  readonly errorsOfOne: number;
  /** Requests by the bucket that they are in; the last is above all bounds. */
  readonly buckets: readonly number[];
  /** What all of them took together, in seconds. */
  readonly taken: number;
  readonly seen: Seen;
}

/** The share of the fleet that is seen where it is not all of it. */
const PART = 3 / 16;

/**
 * One deploy of a kind as its scrapes; traffic and errors vary by a fifth from scrape to scrape besides chance, latencies by
 * a twentieth.
 */
export function historyOf(kind: Kind, random: () => number): Scrape[] {
  const everyday = between(random, ...EVERYDAY);
  const [usualTraffic, usualMedian] = [evenly(random, 4, 1500), evenly(random, 0.01, 0.5)];
  const deploy: Deploy = {
    share: always(everyday),
    traffic: always(usualTraffic),
    median: always(usualMedian),
    seen: () => 'all',
    ...kind.make(random),
  };
  const scrapes: Scrape[] = [];
  for (let time = SCRAPE - BEFORE; time <= AFTER; time += SCRAPE) {
    const seen = time > 0 ? deploy.seen(time) : 'all';
    if (seen === 'nothing') break;
    const part = seen === 'all' ? 1 : PART;
    const mean = deploy.traffic(time) * part * SCRAPE * (1 + 0.2 * gauss(random));
    const requests = Math.max(0, Math.round(noisy(mean, random)));
    const share = deploy.share(time);
    const wobbling = Math.min(1, share * Math.exp(0.2 * gauss(random)));
    const exact = share === 1 ? 1 : wobbling;
    const deviation = Math.sqrt(requests * exact * (1 - exact));
    const errors = Math.min(requests, Math.max(0, Math.round(requests * exact + deviation * gauss(random))));
    const median = deploy.median(time) * Math.exp(0.05 * gauss(random));
    scrapes.push({
      ...{ time, requests, errors, seen },
      errorsOfOne: errors / PODS,
      buckets: bucketsOf(requests, median, random),
      // The mean of a lognormal distribution, as far as so many requests tell it.
      taken:
        requests *
        median *
        Math.exp(SPREAD ** 2 / 2) *
        (1 + (0.53 * gauss(random)) / Math.sqrt(requests || 1)),
    });
  }
  return scrapes;
}

/** How many requests are in each bucket, by chance: latencies are lognormal. */
function bucketsOf(requests: number, median: number, random: () => number): number[] {
  let [left, below] = [requests, 0];
  return [...BOUNDS, Number.POSITIVE_INFINITY].map((bound) => {
    const upTo = bound === Number.POSITIVE_INFINITY ? 1 : normal(Math.log(bound / median) / SPREAD);
    const share = below >= 1 ? 0 : Math.min(1, Math.max(0, (upTo - below) / (1 - below)));
    const deviation = Math.sqrt(left * share * (1 - share));
    const count = share === 1 ? left : Math.round(left * share + deviation * gauss(random));
    const own = Math.min(left, Math.max(0, count));
    left -= own;
    below = upTo;
    return own;
  });
}

const noisy = (mean: number, random: () => number) => mean + Math.sqrt(Math.max(0, mean)) * gauss(random);

const gauss = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Random numbers that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
