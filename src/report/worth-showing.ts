interface Shown {
  readonly outcome?: string;
  readonly status?: string;
  readonly seconds?: number;
  readonly started?: string;
}

/**
 * What a picture of few bars shows of many components: first what is not back, then what took longest; in the order in
 * which they began.
 */
export function worthShowing<T extends Shown>(all: readonly T[], most: number): { bars: T[]; left: number } {
  const isBad = (each: T) => ['failed', 'running', 'started'].includes(each.outcome ?? each.status ?? '');
  const ranked = all.toSorted(
    (one, other) => Number(isBad(other)) - Number(isBad(one)) || (other.seconds ?? 0) - (one.seconds ?? 0),
  );
  const bars = ranked
    .slice(0, most)
    .toSorted((one, other) => Date.parse(one.started ?? '') - Date.parse(other.started ?? ''));
  return { bars, left: all.length - bars.length };
}

/** What a picture says of what it does not show. */
export const leftOut = (shown: number, left: number): string =>
  `Shown are the ${shown} that failed or took longest; ${left} more ${left === 1 ? 'is' : 'are'} in the table.`;
