import { Failure } from '../failure.ts';
import type { Timers } from '../timers.ts';

const FIRST_RETRY_MS = 5;
const LONGEST_RETRY_MS = 1_000_000;

/**
 * Keys of objects to look at. However many changes an object has before its turn, it is looked at once; a look that
 * the API refuses is repeated, later and later.
 */
export class Queue {
  #keys = new Map<string, [namespace: string, name: string]>();
  #failures = new Map<string, number>();
  #isScheduled = false;
  #timers: Timers;
  #sync: (namespace: string, name: string) => void;

  constructor(timers: Timers, sync: (namespace: string, name: string) => void) {
    this.#timers = timers;
    this.#sync = sync;
  }

  add(namespace: string, name: string): void {
    this.#keys.set(`${namespace}/${name}`, [namespace, name]);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#timers.soon(() => this.#drain());
  }

  addAfter(namespace: string, name: string, ms: number): void {
    this.#timers.after(ms, () => this.add(namespace, name));
  }

  #drain(): void {
    this.#isScheduled = false;
    const batch = [...this.#keys];
    this.#keys.clear();
    for (const [key, [namespace, name]] of batch) {
      try {
        this.#sync(namespace, name);
        this.#failures.delete(key);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        const failures = this.#failures.get(key) ?? 0;
        this.#failures.set(key, failures + 1);
        this.addAfter(namespace, name, Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures));
      }
    }
  }
}
