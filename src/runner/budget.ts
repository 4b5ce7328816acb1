import pRetry from 'p-retry';
import { pause } from './deadline.ts';
import { ActionError } from './errors.ts';

/** What something beside the critical path may take: attempts, seconds for each, seconds for all. */
export interface Limits {
  readonly attempts: number;
  readonly attemptSeconds: number;
  readonly seconds: number;
}

/** What a sink may take (docs/notifications.md says the same). */
export const SINK_LIMITS: Limits = { attempts: 3, attemptSeconds: 5, seconds: 15 };

/** A failure that may be over in a moment: worth another attempt, `retryAfter` seconds later. */
export class PassingError extends ActionError {
  readonly retryAfter: number;

  constructor(message: string, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'PassingError';
    this.retryAfter = options.retryAfter ?? 0;
  }
}

/** The time and the attempts of one sink, for all its requests together. The clock runs from the start. */
export class Budget {
  /** The most attempts that one request took. */
  attempts = 0;
  readonly #outer: AbortSignal;
  readonly #signal: AbortSignal;
  readonly #limits: Limits;
  readonly #ends: number;

  constructor(outer: AbortSignal, limits: Limits = SINK_LIMITS) {
    this.#outer = outer;
    this.#limits = limits;
    this.#ends = performance.now() + limits.seconds * 1000;
    this.#signal = AbortSignal.any([outer, AbortSignal.timeout(limits.seconds * 1000)]);
  }

  /**
   * Does something until it works: again after a PassingError, as long as attempts and time are left. `once` gets
   * a signal that ends its attempt; where it does not listen, it is left behind.
   *
   * @param who who is waited for, in the sentence about a silence: `Slack`
   * @throws what the last attempt threw; the reason of the outer signal where that one aborted
   */
  async spend<T>(who: string, once: (signal: AbortSignal) => Promise<T>): Promise<T> {
    let tries = 0;
    let last: Error | undefined;
    try {
      return await pRetry(
        () => {
          tries += 1;
          this.attempts = Math.max(this.attempts, tries);
          return this.#attempt(who, once);
        },
        {
          retries: this.#limits.attempts - 1,
          minTimeout: 200,
          randomize: true,
          signal: this.#signal,
          shouldRetry: ({ error }) => this.#isWorthwhile(error),
          onFailedAttempt: async ({ error, retriesLeft }) => {
            last = error;
            if (retriesLeft > 0 && this.#isWorthwhile(error))
              await pause(1000 * (error as PassingError).retryAfter, this.#signal);
          },
        },
      );
    } catch (error) {
      this.#outer.throwIfAborted();
      throw this.#signal.aborted ? (last ?? this.#silence(who, this.#limits.seconds)) : error;
    }
  }

  async #attempt<T>(who: string, once: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const seconds = this.#limits.attemptSeconds;
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(seconds * 1000)]);
    const over = Promise.withResolvers<never>();
    const end = () => over.reject(this.#silence(who, seconds));
    signal.addEventListener('abort', end, { once: true });
    try {
      signal.throwIfAborted();
      return await Promise.race([once(signal), over.promise]);
    } catch (error) {
      throw signal.aborted ? this.#silence(who, seconds) : error;
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  /** Who asks for more time than is left is not asked again. */
  #isWorthwhile(error: Error): boolean {
    const left = (this.#ends - performance.now()) / 1000;
    return error instanceof PassingError && error.retryAfter < left && !this.#signal.aborted;
  }

  #silence = (who: string, seconds: number) =>
    new PassingError(
      `${who} gave no answer in ${seconds} s; look at its status page and the network of the runner.`,
    );
}
