import type { Prometheus } from '../systems/prometheus/client.ts';
import { selectorsOf } from '../systems/prometheus/promql.ts';

/** A sample that is not older than this is one of now, however often it is scraped. Seconds. */
const ALWAYS_FRESH = 30;
/** A scrape that was missed and what it takes to arrive. Seconds. */
const SLACK = 5;
/** How often something is scraped where nobody can tell. Seconds. */
const USUAL_INTERVAL = 60;
/** Rules that record what other rules have recorded. */
const DEPTH = 3;

/**
 * Whether the samples behind a query are of now. A range of five minutes gives a number for five minutes after its target
 * is gone, and so does what a rule makes of it; so the newest sample of each series that a query reads is asked for.
 */
export class Freshness {
  readonly #prometheus: Prometheus;
  readonly #at: number;
  readonly #ages = new Map<string, Promise<number | null>>();

  constructor(prometheus: Prometheus, at: number) {
    this.#prometheus = prometheus;
    this.#at = at;
  }

  /** Why a query says nothing of now; undefined where its samples are not older than a scrape or two. */
  async lackOf(query: string): Promise<string | undefined> {
    const selectors = await this.#sourcesOf(query, DEPTH);
    const ages = await Promise.all(
      selectors.map(async (selector) => ({ selector, age: await this.#ageOf(selector) })),
    );
    if (ages.length === 0) return undefined;
    const known = ages.filter((each): each is { selector: string; age: number } => each.age !== null);
    if (known.length === 0)
      return `there is no sample of ${selectors.join(' and ')} any more, so that the query tells of the past`;
    // A service that stopped to fail has old failures, and new requests by the same name.
    const byName = [...Map.groupBy(known, ({ selector }) => /^[^{]*/.exec(selector)?.[0] ?? '').values()];
    for (const same of byName) {
      const newest = same.reduce((a, b) => (a.age <= b.age ? a : b));
      if (await this.#isOld(newest))
        return `the newest sample of ${newest.selector} is ${Math.round(newest.age)} s old`;
    }
    return undefined;
  }

  /** The series that a query reads in the end, also through rules. */
  async #sourcesOf(query: string, depth: number): Promise<string[]> {
    const selectors = selectorsOf(query);
    const isRecorded = (selector: string) => /^[^{]*:/.test(selector);
    if (depth === 0 || !selectors.some(isRecorded)) return selectors;
    const rules = await this.#prometheus.recorded();
    const behind = selectors.flatMap((selector) => rules.get(/^[^{]*/.exec(selector)?.[0] ?? '') ?? []);
    const sources = await Promise.all(behind.map((rule) => this.#sourcesOf(rule, depth - 1)));
    return [...new Set([...selectors, ...sources.flat()])];
  }

  #ageOf(selector: string): Promise<number | null> {
    const known = this.#ages.get(selector);
    if (known) return known;
    const asked = this.#prometheus
      .number(`time() - max(timestamp(${selector}))`, this.#at)
      .then(({ value }) => value);
    this.#ages.set(selector, asked);
    return asked;
  }

  async #isOld({ selector, age }: { selector: string; age: number }): Promise<boolean> {
    if (age <= ALWAYS_FRESH) return false;
    const times = `timestamp(${selector})[10m:5s]`;
    const query = `min((max_over_time(${times}) - min_over_time(${times})) / changes(${times}))`;
    const interval = (await this.#prometheus.number(query, this.#at)).value ?? USUAL_INTERVAL;
    return age > 2 * interval + SLACK;
  }
}
