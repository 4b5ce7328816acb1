import { setTimeout as wait } from 'node:timers/promises';

/** Seconds after which a condition is one that never comes true, on however busy a machine. */
const NEVER = 240;

/** Waits for a condition. @throws with `what` it was, also as it is in the end, where it never comes true */
export async function until(
  look: () => Promise<boolean> | boolean,
  what: () => string = () => String(look),
): Promise<void> {
  for (const begun = performance.now(); !(await look()); await wait(10))
    if (performance.now() - begun > NEVER * 1000) throw new Error(`Not after ${NEVER} s: ${what()}`);
}
