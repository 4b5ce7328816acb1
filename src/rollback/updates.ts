import { pause } from '../base/deadline.ts';
import { WAITS } from '../base/waits.ts';

/** The next update that every message promises. */
interface Updates {
  /** From now on: the first message was sent. */
  readonly begin: () => void;
  /** No more of them; resolves when none is under way. Never throws. */
  readonly end: () => Promise<void>;
}

/**
 * Keeps the promise of a next update, on every channel, for as long as the run goes on.
 *
 * @param send sends how it stands
 * @param failed gets the error of an update that was not sent; it has no other effect
 */
export function keepPromise(send: () => Promise<unknown>, failed: (error: unknown) => void): Updates {
  const stop = new AbortController();
  let going: Promise<void> | undefined;
  const go = async () => {
    while (!stop.signal.aborted) {
      await pause(WAITS.NEXT_UPDATE_MS, stop.signal).catch(() => {});
      if (!stop.signal.aborted) await send().catch(failed);
    }
  };
  return {
    begin() {
      going ??= go();
    },
    async end() {
      stop.abort();
      await going;
    },
  };
}
