import type { Request } from '../rollback.ts';
import type { Restore, Task } from '../task.ts';

/** What of a repair the user decides. */
export interface Wishes {
  readonly tables: readonly string[];
  readonly exclude: readonly string[];
  /** Columns that alone are set back; none is each that differs. */
  readonly columns: readonly string[];
  /** Columns that say only when a row was written. */
  readonly stamps: readonly string[];
  readonly conflicts: 'refuse' | 'keep';
  readonly triggers: 'off' | 'on';
  /** Seconds. */
  readonly maxWait: number;
}

/** What the phases `all` and `prepare` of a repair need besides. */
export interface RepairRequest extends Request {
  readonly wishes: Wishes;
  /** The state from behind the accident. */
  readonly after:
    | { readonly source: string; readonly fetch: (task: Task) => Promise<Omit<Restore, 'jobs'>> }
    | undefined;
}
