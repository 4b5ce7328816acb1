/** Untrusted times are computed with: one that is too far away cannot even become a date. Milliseconds since 1970. */
const EARLIEST_INSTANT = Date.UTC(2000);
export const LATEST_INSTANT = Date.UTC(2200);

/** Whether a text is a time, and of such an age. */
export const isInstant = (text: string): boolean => {
  const at = Date.parse(text);
  return at >= EARLIEST_INSTANT && at < LATEST_INSTANT;
};
