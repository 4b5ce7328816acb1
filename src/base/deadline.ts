import { setTimeout as wait } from 'node:timers/promises';
import { CancelledError, DeadlineError } from './errors.ts';

/** Milliseconds; Node fires a longer timer at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** A timer whose signal aborts with a DeadlineError after so many seconds. */
export function startTimer(seconds: number) {
  const controller = new AbortController();
  const milliseconds = Math.min(seconds * 1000, LONGEST_TIMER);
  const timer = setTimeout(() => controller.abort(new DeadlineError(seconds)), milliseconds);
  return {
    signal: controller.signal,
    abort: (reason: Error) => controller.abort(reason),
    stop: () => clearTimeout(timer),
  };
}

/**
 * One AbortSignal for everything an action does: it aborts with a DeadlineError after `seconds`, or with a
 * CancelledError when the runner cancels the job (SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL).
 */
export function startDeadline(seconds: number): { signal: AbortSignal; stop(): void } {
  const timer = startTimer(seconds);
  const cancel = (name: NodeJS.Signals) => timer.abort(new CancelledError(name));
  process.once('SIGINT', cancel).once('SIGTERM', cancel);
  return {
    signal: timer.signal,
    stop() {
      timer.stop();
      process.off('SIGINT', cancel).off('SIGTERM', cancel);
    },
  };
}

/** Waits, or throws the signal's reason as soon as it aborts. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // What the timer throws when it is aborted says less than the reason.
  await wait(milliseconds, undefined, { signal }).catch(() => {});
  signal.throwIfAborted();
}
