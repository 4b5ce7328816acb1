import type { Extension } from './backup.ts';
import type { Privileged } from './privileged.ts';

/** What a plain dump says about itself; whole once it was read to its end. */
export interface ScriptContents {
  startedAt?: string;
  serverVersion?: string;
  toolVersion?: string;
  /** The tables that it makes whose rows are their own, and those that it has rows of, as `schema.table`. */
  readonly tables: Set<string>;
  readonly rowsOf: Set<string>;
  /** The roles that it names as owners or grantees; whether it has grants; how many locks the objects that it creates take. */
  readonly owners: Set<string>;
  hasGrants: boolean;
  relations: number;
  /** Whether it makes any key or index, and any large object. */
  hasKeys: boolean;
  hasLargeObjects: boolean;
  /** User mappings of foreign servers that it makes without options. */
  readonly emptyMappings: string[];
  /** Statements that bring rows: COPY, INSERT, values of sequences, large objects. */
  data: number;
  readonly extensions: Extension[];
  /** What it makes that only a superuser may make. */
  readonly privileged: Privileged[];
  /** Its last line says that pg_dump came to its end. */
  complete: boolean;
}
