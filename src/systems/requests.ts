/** How many requests this process has made, by receiver. */
const counts = new Map<string, number>();

/** Counts one. */
export const countRequest = (to: string): void => {
  counts.set(to, (counts.get(to) ?? 0) + 1);
};

/** `12 to the API server, 4 over HTTP`: the most first. */
export const requestsMade = (): { total: number; summary: string } => {
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  return { total, summary: sorted.map(([to, count]) => `${count} ${to}`).join(', ') };
};
