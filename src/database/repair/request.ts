import type { Request } from '../rollback.ts';
import type { Restore, Task } from '../task.ts';

/** A column that has another name today than in the backup. */
export interface Renamed {
  readonly schema: string;
  readonly table: string;
  readonly today: string;
  readonly before: string;
}

/** When the accident was, in Unix seconds. */
export interface AccidentWindow {
  readonly since: number;
  readonly until: number;
}

/** What of a repair the user decides. */
export interface RepairOptions {
  readonly tables: readonly string[];
  readonly exclude: readonly string[];
  /** Columns that alone are set back; none is each that differs. */
  readonly columns: readonly string[];
  /** Columns that say only when a row was written. */
  readonly stamps: readonly string[];
  readonly conflicts: 'refuse' | 'keep';
  /** Columns that have another name today than in the backup. */
  readonly renamed: readonly Renamed[];
  /** The evidence where there is no state from after the accident: the times of commits that the server keeps. */
  readonly window?: AccidentWindow;
  /** What becomes of constraints that are newer than the backup and keep rows from coming back. */
  readonly newConstraints: 'keep' | 'drop';
  readonly triggers: 'off' | 'on';
  /** Seconds. */
  readonly maxWait: number;
  /** Rows in a transaction; none is all in one. */
  readonly batch?: number | undefined;
}

/** What an application asks for, whenever the plan was made. */
export type Consent = Pick<RepairOptions, 'conflicts' | 'newConstraints' | 'triggers' | 'maxWait' | 'batch'>;

/** What the phases `all` and `prepare` of a repair need besides. */
export interface RepairRequest extends Request {
  readonly options: RepairOptions;
  /** The state from after the accident. */
  readonly after:
    | { readonly source: string; readonly fetch: (task: Task) => Promise<Omit<Restore, 'jobs'>> }
    | undefined;
}
