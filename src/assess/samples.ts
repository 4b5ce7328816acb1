import type { PodState } from '../domain/workloads/workload-state.ts';
import type { Prometheus } from '../systems/prometheus/client.ts';
import type { ListOrReason } from './observation.ts';
import { selectorsOf } from './promql.ts';

/** A sample that is not older than this is one of now, however often it is scraped. Seconds. */
const ALWAYS_FRESH = 30;
/** A scrape that was missed and what it takes to arrive. Seconds. */
const SLACK = 5;
/** How often something is scraped where that is unknown. Seconds. */
const USUAL_INTERVAL = 60;
/** Rules that record what other rules have recorded. */
const DEPTH = 3;
/** The share of the fleet that has to be seen: a rollout may take a quarter of it away (`maxUnavailable`). */
const WHOLE = 0.75;

/** What the fleet was, by which it is known whether all of it is seen. */
interface Known {
  /** When all of it was there: before the deploy. Unix seconds. */
  readonly before: number;
  /** The pods that are wanted, where they are watched. */
  readonly pods?: Promise<ListOrReason<PodState>> | undefined;
}

/**
 * Whether the samples behind a query are of now, and of the whole fleet. A range of five minutes gives a number for five
 * minutes after its target is gone, and so does what a rule makes of it; so the newest sample of each series that a query reads
 * is queried, and how many instances have one.
 */
export class Samples {
  readonly #prometheus: Prometheus;
  readonly #at: number;
  readonly #known: Known;
  readonly #numbers = new Map<string, Promise<number | null>>();

  constructor(prometheus: Prometheus, at: number, known: Known) {
    this.#prometheus = prometheus;
    this.#at = at;
    this.#known = known;
  }

  /** Why a query says nothing of now, or not of all; undefined where it does. */
  async lackOf(query: string): Promise<string | undefined> {
    const selectors = await this.#sourcesOf(query, DEPTH);
    if (selectors.length === 0) return undefined;
    const [old, partial] = await Promise.all([this.#oldIn(selectors), this.#missingIn(selectors)]);
    return old ?? partial;
  }

  /** Why its samples are not of now: none of them is younger than a scrape or two. */
  async #oldIn(selectors: readonly string[]): Promise<string | undefined> {
    const ages = await Promise.all(
      selectors.map(async (selector) => ({ selector, age: await this.#ageOf(selector) })),
    );
    const known = ages.filter((each): each is { selector: string; age: number } => each.age !== null);
    if (known.length === 0)
      return `there is no sample of ${selectors.join(' and ')} any more, so the query describes the past`;
    // A service that stopped to fail has old failures, and new requests by the same name.
    const byName = [...Map.groupBy(known, ({ selector }) => /^[^{]*/.exec(selector)?.[0] ?? '').values()];
    for (const same of byName) {
      const newest = same.reduce((a, b) => (a.age <= b.age ? a : b));
      if (await this.#isOld(newest))
        return `the newest sample of ${newest.selector} is ${Math.round(newest.age)} s old`;
    }
    return undefined;
  }

  /**
   * Why its samples are not of the whole fleet: of the instances that had one before the deploy, fewer than three quarters have
   * one now, and there are not fewer pods because fewer are wanted. Few instances have series of failures alone, so the widest
   * of the series that a query reads counts.
   */
  async #missingIn(selectors: readonly string[]): Promise<string | undefined> {
    const fleets = await Promise.all(
      selectors.map(async (selector) => ({
        selector,
        now: (await this.#instancesOf(selector, this.#at)) ?? 0,
        before: (await this.#instancesOf(selector, this.#known.before)) ?? 0,
      })),
    );
    const { selector, now, before } = fleets.reduce((a, b) => (a.before >= b.before ? a : b));
    const seen = Math.max(now, ...fleets.map((fleet) => fleet.now));
    if (seen >= before * WHOLE) return undefined;
    const wanted = await this.#wantedPods();
    if (wanted !== undefined && seen >= wanted * WHOLE) return undefined;
    return `${seen} of ${before} instances have a sample of ${selector} now, so the query describes a part of the fleet`;
  }

  async #wantedPods(): Promise<number | undefined> {
    const pods = await this.#known.pods;
    if (!pods || 'reason' in pods || pods.items.length === 0) return undefined;
    return pods.items.reduce((sum, { wanted }) => sum + wanted, 0);
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
    return this.#number(`time() - max(timestamp(${selector}))`, this.#at);
  }

  #instancesOf(selector: string, at: number): Promise<number | null> {
    return this.#number(`count(count by (instance) (${selector}))`, at);
  }

  /** The number that a query gives, each asked once. */
  #number(query: string, at: number): Promise<number | null> {
    const key = `${at} ${query}`;
    const pending = this.#numbers.get(key) ?? this.#prometheus.number(query, at).then(({ value }) => value);
    this.#numbers.set(key, pending);
    return pending;
  }

  async #isOld({ selector, age }: { selector: string; age: number }): Promise<boolean> {
    if (age <= ALWAYS_FRESH) return false;
    const times = `timestamp(${selector})[10m:5s]`;
    const query = `min((max_over_time(${times}) - min_over_time(${times})) / changes(${times}))`;
    const interval = (await this.#prometheus.number(query, this.#at)).value ?? USUAL_INTERVAL;
    return age > 2 * interval + SLACK;
  }
}
