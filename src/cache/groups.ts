/** The most groups that are distinguished; keys beyond are counted as others. */
const MAX_GROUPS = 1000;
const OTHERS = '(others)';
const SEPARATORS = new Set([':', '.', '|', '/']);

/**
 * Counts keys by what they begin with, up to the first separator behind `skip` characters. Whole keys are not kept:
 * they may be names of people, or secrets.
 */
export class Groups {
  readonly counts = new Map<string, number>();
  /** The group of the key before, which most keys share. */
  #last = { skip: -1, group: '' };

  add(key: string, skip: number): void {
    if (this.#last.skip === skip && key.startsWith(this.#last.group)) return this.#count(this.#last.group);
    let end = skip;
    while (end < key.length && !SEPARATORS.has(key[end] as string)) end += 1;
    const group = end === key.length ? key.slice(0, skip) || OTHERS : key.slice(0, end + 1);
    const known = this.counts.has(group) || this.counts.size < MAX_GROUPS ? group : OTHERS;
    // What ends with its separator is the group of every key that begins with it.
    if (known === group && SEPARATORS.has(group.at(-1) ?? '') && group.length > skip)
      this.#last = { skip, group };
    this.#count(known);
  }

  #count(group: string): void {
    this.counts.set(group, (this.counts.get(group) ?? 0) + 1);
  }

  merge(other: Groups): void {
    for (const [group, count] of other.counts) this.counts.set(group, (this.counts.get(group) ?? 0) + count);
  }

  /** The largest first. */
  largest(most: number): [string, number][] {
    return [...this.counts].sort(([, a], [, b]) => b - a).slice(0, most);
  }
}
