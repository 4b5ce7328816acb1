/** Seconds from one scrape to the next. */
export const SCRAPE = 15;
/** How far a history reaches back before the deploy and on after it, in seconds. */
export const BEFORE = 1800;
export const AFTER = 600;
const PODS = 4;

/** What a kind of deploy does to a service, and whether it has to go back. `time` in seconds since the deploy. */
export interface Kind {
  readonly name: string;
  readonly isBad: boolean;
  /** Makes one deploy of this kind: the share of requests that fails at a time, and requests a second. */
  readonly make: (random: () => number) => { share: (time: number) => number; traffic: number };
}

const between = (random: () => number, low: number, high: number) => low + (high - low) * random();
/** From 4 to 1,500 requests a second, each order of magnitude as often. */
const traffic = (random: () => number) => Math.exp(between(random, Math.log(4), Math.log(1500)));

const step = (name: string, isBad: boolean, before: [number, number], after: [number, number]): Kind => ({
  name,
  isBad,
  make(random) {
    const [was, is] = [between(random, ...before), between(random, ...after)];
    return { share: (time) => (time > 0 ? is : was), traffic: traffic(random) };
  },
});

const EVERYDAY: [number, number] = [0.0005, 0.01];

export const KINDS: readonly Kind[] = [
  {
    name: 'as before',
    isBad: false,
    make(random) {
      const share = between(random, ...EVERYDAY);
      return { share: () => share, traffic: traffic(random) };
    },
  },
  {
    name: 'as before, with 3 to 8 % errors',
    isBad: false,
    make(random) {
      const share = between(random, 0.03, 0.08);
      return { share: () => share, traffic: traffic(random) };
    },
  },
  {
    name: 'as bad as before: 35 to 50 %',
    isBad: false,
    make(random) {
      const share = between(random, 0.35, 0.5);
      return { share: () => share, traffic: traffic(random) };
    },
  },
  step('better', false, [0.05, 0.3], EVERYDAY),
  step('12 to 25 % errors: for a person', false, EVERYDAY, [0.12, 0.25]),
  {
    name: 'a burst of 15 to 60 s',
    isBad: false,
    make(random) {
      const [begin, long, height] = [
        between(random, 0, 400),
        between(random, 15, 60),
        between(random, 0.4, 1),
      ];
      const everyday = between(random, ...EVERYDAY);
      const share = (time: number) => (time > begin && time < begin + long ? height : everyday);
      return { share, traffic: traffic(random) };
    },
  },
  step('35 to 60 % errors', true, EVERYDAY, [0.35, 0.6]),
  step('down', true, EVERYDAY, [1, 1]),
  {
    name: 'grows to 60 % in 5 minutes',
    isBad: true,
    make: (random) => ({
      share: (time) => Math.min(0.6, Math.max(0.002, (time / 300) * 0.6)),
      traffic: traffic(random),
    }),
  },
  {
    name: '50 %, from the third to the sixth minute on',
    isBad: true,
    make(random) {
      const begin = between(random, 180, 360);
      return { share: (time) => (time > begin ? 0.5 : 0.002), traffic: traffic(random) };
    },
  },
  {
    name: '50 %, with 2 to 10 requests a minute',
    isBad: true,
    make(random) {
      const traffic = between(random, 2, 10) / 60;
      return { share: (time) => (time > 0 ? 0.5 : 0.002), traffic };
    },
  },
];

/** What all pods together, and the busiest alone, have counted in the scrape that ends at a time. */
export interface Scrape {
  readonly time: number;
  readonly requests: number;
  readonly errors: number;
  readonly errorsOfOne: number;
}

/** One deploy of a kind as its scrapes; traffic and errors vary by a fifth from scrape to scrape besides chance. */
export function historyOf(kind: Kind, random: () => number): Scrape[] {
  const { share, traffic } = kind.make(random);
  const scrapes: Scrape[] = [];
  for (let time = SCRAPE - BEFORE; time <= AFTER; time += SCRAPE) {
    const requests = Math.max(0, Math.round(noisy(traffic * SCRAPE * (1 + 0.2 * gauss(random)), random)));
    const wobbling = Math.min(1, share(time) * Math.exp(0.2 * gauss(random)));
    const exact = share(time) === 1 ? 1 : wobbling;
    const deviation = Math.sqrt(requests * exact * (1 - exact));
    const errors = Math.min(requests, Math.max(0, Math.round(requests * exact + deviation * gauss(random))));
    scrapes.push({ time, requests, errors, errorsOfOne: errors / PODS });
  }
  return scrapes;
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
