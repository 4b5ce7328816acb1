/** For how many milliseconds something has been so without a break. */
export function stopwatch(): (holds: boolean) => number {
  let since: number | undefined;
  return (holds) => {
    since = holds ? (since ?? performance.now()) : undefined;
    return since === undefined ? 0 : performance.now() - since;
  };
}

/** Lets a line through when it is new and the one before is a second old; callers come again within a second. */
export function throttled(print: (words: string) => void): (words: string) => void {
  let last = '';
  let at = Number.NEGATIVE_INFINITY;
  return (words) => {
    if (words === last || performance.now() - at < 1000) return;
    last = words;
    at = performance.now();
    print(words);
  };
}
