/** Where an action says what it does. Rooms get one of these and know no runner. */
export interface Log {
  /** A line in the step's log. */
  info(line: string): void;
  /** A warning, shown on the run's page. */
  warn(sentence: string): void;
  /** Lines for those who look for the cause, folded under a title. */
  group(title: string, lines: readonly string[]): void;
}

/** The same, and what it warns of is kept in `warnings` for the end. */
export const keepingWarnings = (log: Log, warnings: string[]): Log => ({
  info: (line) => log.info(line),
  group: (title, lines) => log.group(title, lines),
  warn: (sentence) => {
    warnings.push(sentence);
    log.warn(sentence);
  },
});
