/**
 * The time, by a clock that cannot be set: the machine's as it was when this process began, and what has passed since. A
 * machine's clock that is put right meanwhile lets nothing end before it began, or take an hour.
 */
export const now = (): Date => new Date(performance.timeOrigin + performance.now());
