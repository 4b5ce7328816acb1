import type { MadeAt } from './made-at.ts';
import type { Privileged } from './privileged.ts';

/** What can be restored: a file or folder of this machine whose form is known and that was read to its end. */
export interface Backup extends MadeAt {
  /** Where it came from, without secrets. */
  readonly source: string;
  /** The file, or the folder of a directory format, that is restored from. */
  readonly path: string;
  readonly form: Form;
  /** Of the file at `path`. */
  readonly compression: Compression;
  /** Of what was fetched. */
  readonly bytes: number;
  /** Of what was fetched, in hexadecimal; undefined for a folder. */
  readonly sha256: string | undefined;
  /** The database that was dumped; plain dumps do not say. */
  readonly database: string | undefined;
  /** `15.18` */
  readonly serverVersion: string | undefined;
  readonly toolVersion: string | undefined;
  /** The major version of PostgreSQL whose pg_restore reads it; 0 for a plain dump. */
  readonly needs: number;
  /** Tables whose rows it has. */
  readonly tables: number;
  /** False for the dump of a schema alone. */
  readonly hasData: boolean;
  /** Tables whose rows it has, as `schema.table`. */
  readonly rowsOf: ReadonlySet<string>;
  /** Tables that it makes and has no rows of, though pg_dump writes some even of an empty table. */
  readonly definesWithoutRows: ReadonlySet<string>;
  /** Extensions that it creates. */
  readonly extensions: readonly Extension[];
  /** Roles that it gives things to; none where it was made without owners. */
  readonly owners: ReadonlySet<string>;
  /** Whether it contains grants. */
  readonly hasGrants: boolean;
  /** Whether it says whose things are. */
  readonly hasOwners: boolean;
  /** Tables, indexes, sequences and the like that it makes, each of which takes a lock. */
  readonly relations: number;
  /** Whether it makes any key or index, and any large object. */
  readonly hasKeys: boolean;
  readonly hasLargeObjects: boolean;
  /** User mappings of foreign servers that it makes without options, each as a statement names it. */
  readonly emptyMappings: readonly string[];
  /** What it makes that only a superuser may make, each once. */
  readonly privileged: readonly Privileged[];
  /** Entries of an archive about those that are made when all is there. */
  readonly lastEntries: ReadonlySet<number>;
  /** Its rows are statements, so that all of it has to be read to know what would be carried out. */
  readonly statementsAsData: boolean;
}

/** An extension that a backup creates, and the schema that it is in. */
export interface Extension {
  readonly name: string;
  readonly schema: string | undefined;
}

type Form = 'plain' | 'custom' | 'directory';
export type Compression = 'none' | 'gzip' | 'zstd';

/** How far a step is. */
export interface Progress {
  readonly step: 'fetch' | 'check' | 'definitions' | 'restore' | 'indexes and keys';
  readonly done: number;
  /** undefined where that is unknown. */
  readonly total: number | undefined;
  readonly unit: 'bytes' | 'tables' | 'objects';
  readonly secondsLeft: number | undefined;
}

export type OnProgress = (progress: Progress) => void;

/** Adds the time left to a step's progress, from what the work so far took. */
export function progressOf(step: Progress['step'], unit: Progress['unit'], report: OnProgress) {
  const started = performance.now();
  return (done: number, total: number | undefined): void => {
    const seconds = (performance.now() - started) / 1000;
    const secondsLeft =
      total === undefined || done === 0 ? undefined : Math.round((seconds * (total - done)) / done);
    report({ step, unit, done, total, secondsLeft });
  };
}
