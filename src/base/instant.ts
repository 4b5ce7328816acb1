/**
 * Times that others have written are reckoned with: of one that lies in no age that anybody lives in, not even a date can be made.
 * Milliseconds since 1970.
 */
export const EARLIEST_INSTANT = Date.UTC(2000);
export const LATEST_INSTANT = Date.UTC(2200);

/** Whether a text is a time, and of such an age. */
export const isInstant = (text: string): boolean => {
  const at = Date.parse(text);
  return at >= EARLIEST_INSTANT && at < LATEST_INSTANT;
};
