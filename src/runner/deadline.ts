import { setMaxListeners } from 'node:events';
import { CancelledError, DeadlineError } from './errors.ts';

/**
 * One AbortSignal for everything an action does: it aborts with a DeadlineError after `seconds`, or with a
 * CancelledError when the runner cancels the job (SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL).
 */
export function startDeadline(seconds: number): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  // Every request and every workload that is waited for listens.
  setMaxListeners(0, controller.signal);
  const timer = setTimeout(() => controller.abort(new DeadlineError(seconds)), seconds * 1000);
  const cancel = (name: NodeJS.Signals) => controller.abort(new CancelledError(name));
  process.once('SIGINT', cancel).once('SIGTERM', cancel);
  return {
    signal: controller.signal,
    stop() {
      clearTimeout(timer);
      process.off('SIGINT', cancel).off('SIGTERM', cancel);
    },
  };
}
