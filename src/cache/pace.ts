import { pause as wait } from '../base/deadline.ts';

/** Milliseconds for which a server may be at work on one request of ours, while all other clients wait. */
const TURN_MS = 1;
/** Keys that a server is asked to look at in one go, and keys that it deletes in one go. */
const COUNT = { first: 500, least: 100, most: 1000 };
const BATCH = { first: 250, least: 100, most: 500 };
/** So few keys are little work: an answer takes as long as the way there and back. */
const FEW = 10;
const FEW_ANSWERS = 3;
/** The longest rest that is taken because the server was slow. */
const LONGEST_REST_MS = 50;
/** Answers of which the fastest says how fast the server is: others were held up by something else. */
const WINDOW = 8;

/**
 * How much is requested of a server at once, and how long it rests in between: by how fast it answers. What it takes longer for
 * than the way there and back takes is work, for which all of its clients wait.
 */
export class Pace {
  /** Milliseconds between two requests; undefined is as long as a slow server was at work. */
  readonly #rest: number | undefined;
  readonly #batch: number | undefined;
  #count = COUNT.first;
  #keys = BATCH.first;
  /** The shortest time that an answer took: the way. */
  #way = Number.POSITIVE_INFINITY;
  #fastest = Number.POSITIVE_INFINITY;
  #few = FEW_ANSWERS;
  #answers = 0;
  /** Milliseconds that the server was at work on a request, as it seems. */
  #work = 0;

  constructor(rest: number | undefined, batch?: number) {
    this.#rest = rest;
    this.#batch = batch;
  }

  /** How many keys to look at next. */
  get count(): number {
    return this.#few > 0 ? FEW : Math.round(this.#count);
  }

  /** How many keys to delete next. */
  get batch(): number {
    return this.#batch ?? Math.round(this.#keys);
  }

  /** Milliseconds that others have before the next request. */
  get rest(): number {
    const isSlow = this.#work > TURN_MS;
    return this.#rest ?? (isSlow ? Math.min(LONGEST_REST_MS, this.#work) : 0);
  }

  /**
   * Learns from an answer.
   *
   * @param took milliseconds until it was read
   * @param busy for how many of them this process was busy and did not read
   */
  learn(took: number, busy: number): void {
    this.#way = Math.min(this.#way, took);
    if (this.#few > 0) {
      this.#few -= 1;
      return;
    }
    this.#fastest = Math.min(this.#fastest, took);
    // A reply that came while this process was busy says only that the server took no longer.
    if (took > 2 * busy || took - this.#way < TURN_MS / 2) this.#answers += 1;
    if (this.#answers < WINDOW) return;
    this.#work = this.#fastest - this.#way;
    this.#answers = 0;
    this.#fastest = Number.POSITIVE_INFINITY;
    // A way that is long is not gone for little.
    const turn = Math.max(TURN_MS, Math.min(this.#way / 4, 4 * TURN_MS));
    const factor = this.#work < turn / 2 ? 1.5 : this.#work > turn ? 0.6 : 1;
    this.#count = Math.min(COUNT.most, Math.max(COUNT.least, this.#count * factor));
    this.#keys = Math.min(BATCH.most, Math.max(BATCH.least, this.#keys * factor));
  }

  /** Lets others have their turn, where that is wanted, or the server was at work for long even with little. */
  async pause(signal: AbortSignal): Promise<void> {
    if (this.rest > 0) await wait(this.rest, signal);
  }
}
