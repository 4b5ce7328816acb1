import type { RecordEvent } from '../../../src/record/record.ts';
import type { StepResult } from '../../support/action.ts';
import type { Cluster } from '../../support/postgres/cluster.ts';
import { nameOf } from '../../support/record.ts';
import type { SmallDisk } from '../../support/small-disk.ts';
import type { Platform } from '../actions/environment.ts';

/** A PostgreSQL that one fault has to itself, because it breaks more than one database. */
export interface Own {
  readonly cluster: Cluster;
  readonly disk?: SmallDisk;
}

/** Something that goes wrong in a system while a whole rollback is at work on it. */
export interface Fault {
  readonly what: string;
  /** What the chain has to come to: `done` in spite of it, `told` where it cannot; `either` where that is luck. */
  readonly ends: 'done' | 'told' | 'either';
  /** Why it cannot be made on this machine. */
  readonly skip?: string | undefined;
  readonly own?: (cleanup: AsyncDisposableStack) => Promise<Own>;
  /**
   * Prepares it, before the chain is started; `cleanup` ends what it starts. What it returns is the environment of the
   * step.
   */
  readonly before?: (platform: Platform, cleanup: AsyncDisposableStack) => Promise<Record<string, string>>;
  /** Makes it happen; called when the chain has started. What it returns makes it well again. */
  readonly strike: (platform: Platform, own: Own) => Promise<(() => Promise<unknown>) | undefined>;
  /** What has to be so besides, when the chain has ended. */
  readonly check?: (step: StepResult) => void;
  /** `never`: it cannot be made well again. */
  readonly again?: 'never';
}

/** Whether the record has such an event. */
export const has = (pattern: RegExp) => (events: readonly RecordEvent[]) =>
  events.some((event) => pattern.test(nameOf(event)));
