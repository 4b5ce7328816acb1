import type { Server } from '../systems/postgres/session.ts';
import { captureSnapshot } from '../systems/postgres/integrity/capture.ts';
import { nameOf } from '../systems/postgres/integrity/tables.ts';

/** What going back to the backup takes away. */
export interface DataLoss {
  /** When the backup was made, RFC 3339; undefined where nobody knows. */
  readonly backupTime: string | undefined;
  /** The newest write of a row that would go; undefined where the server does not keep commit times. */
  readonly lastWrite: string | undefined;
  /** From the backup to the last write, or to the measuring where that is not known. */
  readonly seconds: number | undefined;
  readonly measuredAt: string;
  readonly tables: readonly TableLoss[];
}

export interface TableLoss {
  readonly table: string;
  /** Rows that the live database has and the backup doesn't. */
  readonly lost: number;
  /** Rows that have other contents in the backup. */
  readonly changed: number;
  /** Rows that the backup has and the live database doesn't: they come back. */
  readonly back: number;
}
