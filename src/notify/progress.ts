import { PassingError } from '../base/retry.ts';
import { WAITS } from '../base/waits.ts';

/** What drives an interval: the process' own clock, or a test's. Milliseconds. */
export interface Clock {
  now(): number;
  after(milliseconds: number, run: () => void): void;
}

const systemClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    // The process does not stay alive for an update that is only due: flush sends what is left.
    setTimeout(run, milliseconds).unref();
  },
};

/** Keeps something outside at the newest state while work goes on. */
export interface LiveProgress<T> {
  /** Says that there is a newer state. Returns at once and never throws. */
  show(state: T): void;
  /** Sends the last state, where it is not sent yet and the other side's limit lets it, and resolves when nothing is under way. Never throws. */
  flush(): Promise<void>;
}

/**
 * Passes states on to `send`, one at a time and not too often; states in between are left out. A failure is told to `failed`
 * and the next state is tried as if nothing had happened: the rollback is never held up. Over the receiver's rate limit nothing
 * is sent for as long as it says: what is left of the limit belongs to the last message.
 *
 * @param send has an end of its own (a sink's budget)
 */
export function liveProgress<T>(
  send: (state: T) => Promise<unknown>,
  failed: (error: unknown) => void,
  clock: Clock = systemClock,
): LiveProgress<T> {
  let next: { state: T } | undefined;
  let sending: Promise<void> | undefined;
  let waiting = false;
  let due = Number.NEGATIVE_INFINITY;
  let limited = Number.NEGATIVE_INFINITY;

  const pump = () => {
    if (!next || sending || waiting) return;
    const wait = Math.max(due, limited) - clock.now();
    if (wait > 0) {
      waiting = true;
      clock.after(wait, () => {
        waiting = false;
        pump();
      });
      return;
    }
    start();
  };
  const start = () => {
    const { state } = next as { state: T };
    next = undefined;
    due = clock.now() + WAITS.LIVE_UPDATE_MS;
    sending = Promise.resolve()
      .then(() => send(state))
      .then(
        () => {},
        (error: unknown) => {
          if (error instanceof PassingError && error.isLimit) limited = clock.now() + error.retryAfterMs;
          failed(error);
        },
      )
      .finally(() => {
        sending = undefined;
        pump();
      });
  };
  return {
    show(state) {
      next = { state };
      pump();
    },
    async flush() {
      await sending;
      if (next && !sending && clock.now() >= limited) start();
      await sending;
    },
  };
}
