import { ActionError } from './errors.ts';
import { PassingError, retry } from './retry.ts';
import { WAITS } from './waits.ts';

/** What something beside the critical path may take: attempts, seconds for each, seconds for all. */
export interface Limits {
  readonly attempts: number;
  readonly attemptSeconds: number;
  readonly seconds: number;
  /** False where a limit of the other side is a failure, and not waited for. */
  readonly withLimits?: boolean;
}

/** What a sink may take (docs/notifications.md says the same). */
export const SINK_LIMITS: Limits = {
  attempts: 3,
  attemptSeconds: WAITS.SINK_ATTEMPT_SECONDS,
  seconds: WAITS.SINK_SECONDS,
};

/** The request was sent, and it is unknown whether it was done. */
export class UnknownOutcomeError extends ActionError {
  override name = 'UnknownOutcomeError';
}

interface Repeat {
  /** Whether it does no harm to do it again when it may have been done. */
  readonly repeatable: boolean;
  /** Whether an attempt that is still under way has sent what counts; true where that is unknown. */
  readonly isSent?: () => boolean;
}

/** The time and the attempts of one sink, for all its requests together. The clock runs from the start. */
export class Budget {
  /** The most attempts that one request took. */
  attempts = 0;
  readonly #outer: AbortSignal;
  readonly #signal: AbortSignal;
  readonly #limits: Limits;
  readonly #end: number;

  constructor(outer: AbortSignal, limits: Limits = SINK_LIMITS) {
    this.#outer = outer;
    this.#limits = limits;
    this.#end = performance.now() + limits.seconds * 1000;
    this.#signal = AbortSignal.any([outer, AbortSignal.timeout(limits.seconds * 1000)]);
  }

  /**
   * Does something until it works: again after a PassingError, as long as attempts and time are left. `once` gets a signal that
   * ends its attempt; where it does not listen, it is left behind. What must not be done twice has all the time that is left
   * for its attempt, and is not done again once it may have been done.
   *
   * @param peer the receiver's name, for the sentence about a missing answer: `Slack`
   * @throws what the last attempt threw; an UnknownOutcomeError where what must not be done twice may have been done; the
   *   reason of the outer signal where that one aborted
   */
  async spend<T>(
    peer: string,
    once: (signal: AbortSignal) => Promise<T>,
    { repeatable, isSent = () => true }: Repeat,
  ): Promise<T> {
    let tries = 0;
    let last: unknown;
    const attempt = async () => {
      tries += 1;
      this.attempts = Math.max(this.attempts, tries);
      try {
        return await this.#attempt(peer, once, { repeatable, isSent });
      } catch (error) {
        last = error;
        throw error;
      }
    };
    try {
      return await retry(attempt, {
        signal: this.#signal,
        attempts: this.#limits.attempts,
        withinMs: this.#end - performance.now(),
        repeatable,
        isPassing: (error) =>
          error instanceof PassingError && (this.#limits.withLimits !== false || !error.isLimit),
      });
    } catch (error) {
      this.#outer.throwIfAborted();
      const failure = this.#signal.aborted
        ? (last ?? this.#silence(peer, this.#limits.seconds, isSent()))
        : error;
      throw repeatable ? failure : asUnknown(failure);
    }
  }

  async #attempt<T>(
    peer: string,
    once: (signal: AbortSignal) => Promise<T>,
    { repeatable, isSent }: Required<Repeat>,
  ): Promise<T> {
    const begun = performance.now();
    const late = new AbortController();
    const signal = AbortSignal.any([this.#signal, late.signal]);
    const passed = () =>
      late.signal.aborted ? this.#limits.attemptSeconds : (performance.now() - begun) / 1000;
    const silence = () => this.#silence(peer, passed(), isSent());
    const over = Promise.withResolvers<never>();
    const end = () => over.reject(silence());
    signal.addEventListener('abort', end, { once: true });
    const timer = setTimeout(() => {
      if (repeatable || !isSent()) late.abort();
    }, this.#limits.attemptSeconds * 1000);
    try {
      signal.throwIfAborted();
      return await Promise.race([once(signal), over.promise]);
    } catch (error) {
      throw signal.aborted && !(error instanceof ActionError) ? silence() : error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    }
  }

  #silence = (peer: string, seconds: number, mayBeDone: boolean) =>
    new PassingError(
      `${peer} gave no answer in ${Math.round(seconds * 10) / 10} s; look at its status page and the network of the runner.`,
      { mayBeDone },
    );
}

function asUnknown(error: unknown): unknown {
  if (!(error instanceof PassingError) || !error.mayBeDone) return error;
  const failure = error.message.replace(/;[^;]*$|\.$/, '');
  return new UnknownOutcomeError(
    `${failure}: it is unknown whether it was accepted, so it was not sent again; look there first.`,
    { cause: error },
  );
}
