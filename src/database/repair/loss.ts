import { sumOf, type TablePlan } from './plan.ts';

/** Rows of a repair together: what is read at a glance. */
export interface Counts {
  readonly back: number;
  readonly set: number;
  readonly newer: number;
}

export const countsOf = (tables: readonly TablePlan[]): Counts => ({
  back: sumOf(tables, 'back'),
  set: sumOf(tables, 'set'),
  newer: sumOf(tables, 'newer'),
});

/** What a repair takes away, as the other strategies say it: no row that users have written. */
export const lossOfRepair = (repaired?: Counts) => ({
  ...{ backupTime: null, lastWrite: null, seconds: null, measuredAt: new Date().toISOString(), tables: [] },
  ...(repaired && { repaired }),
});
