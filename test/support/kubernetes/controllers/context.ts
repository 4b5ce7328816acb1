import type { Report } from '../events.ts';
import type { Registry } from '../registry.ts';
import type { Store } from '../store.ts';

/** What every controller works with. */
export interface Context {
  registry: Registry;
  store: Store;
  report: Report;
  /** Looks again at the object of this turn. */
  again(namespace: string, name: string, ms: number): void;
}
