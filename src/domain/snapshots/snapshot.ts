import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { ActionError, messageOf } from '../../base/errors.ts';
import { writePrivate } from '../../base/files.ts';
import { isInstant } from '../../base/instant.ts';

const FORMAT = 'rollback-actions/integrity';
/** Version 1 has fingerprints of rows as texts, version 2 of their columns one after another. */
const VERSION = 2;

const digits = v.pipe(v.string(), v.regex(/^-?\d{1,40}$/));
const table = v.object({ schema: v.string(), name: v.string() });

/** A count of rows and the sum of their hashes, as texts because both can be larger than a number holds. */
const fingerprint = v.object({ rows: digits, hash: digits });

/** How the rows of a table are parted by their key, a whole number: the part n has the keys from n times `width` on. */
const partition = v.object({
  column: v.string(),
  width: digits,
  first: digits,
  last: digits,
});

const tableState = v.object({
  ...table.entries,
  /** The partitioned table at the top, for a partition. */
  root: v.optional(table),
  ...fingerprint.entries,
  columns: v.array(v.object({ name: v.string(), type: v.string() })),
  key: v.array(v.string()),
  unlogged: v.boolean(),
  /** Fingerprints of ranges of keys, where the key is one whole number. */
  ranges: v.optional(
    v.object({
      by: partition,
      parts: v.array(
        v.object({ part: v.union([digits, v.picklist(['below', 'above'])]), ...fingerprint.entries }),
      ),
    }),
  ),
});

const schemaObject = v.object({
  kind: v.string(),
  name: v.string(),
  hash: v.string(),
  /** The table that it belongs to. */
  table: v.optional(table),
  /** Its definition is written differently by other major versions. */
  versionBound: v.optional(v.boolean()),
});

const statistics = v.object({
  resetAt: v.nullable(v.string()),
  commits: digits,
  rollbacks: digits,
  deadlocks: digits,
  conflicts: digits,
  statements: v.nullable(v.object({ calls: digits, resetAt: v.nullable(v.string()) })),
  writes: v.array(v.object({ ...table.entries, inserted: digits, updated: digits, deleted: digits })),
});

const snapshot = v.object({
  format: v.literal(FORMAT),
  version: v.picklist([1, VERSION]),
  /** RFC 3339, by the server's clock. */
  at: v.pipe(v.string(), v.isoTimestamp(), v.check(isInstant)),
  database: v.string(),
  databaseOid: v.string(),
  encoding: v.string(),
  /** As a number: 150018 is 15.18. */
  serverVersion: v.number(),
  scope: v.object({ tables: v.array(v.string()), exclude: v.array(v.string()) }),
  tables: v.array(tableState),
  /** What is there and was not fingerprinted, and why. */
  told: v.array(v.object({ kind: v.string(), name: v.string(), because: v.string() })),
  schema: v.array(schemaObject),
  /** Whether owners, grants and the like are among them; not in snapshots that were made before these were looked at. */
  hasRights: v.optional(v.boolean()),
  sequences: v.array(
    v.object({ ...table.entries, value: digits, called: v.boolean(), descends: v.boolean() }),
  ),
  extensions: v.array(v.object({ name: v.string(), version: v.string() })),
  largeObjects: v.object({
    count: digits,
    hash: v.nullable(digits),
    /** Each by its number, where there are not too many. */
    each: v.optional(v.array(v.object({ oid: digits, hash: digits }))),
  }),
  invalidIndexes: v.array(v.string()),
  unvalidatedConstraints: v.array(v.string()),
  migrations: v.array(v.object({ ...table.entries, head: v.string(), applied: digits })),
  statistics,
});

export type Snapshot = v.InferOutput<typeof snapshot>;
export type TableState = v.InferOutput<typeof tableState>;
export type Fingerprint = v.InferOutput<typeof fingerprint>;
export type Partition = v.InferOutput<typeof partition>;
export type SchemaObject = v.InferOutput<typeof schemaObject>;
export type Statistics = v.InferOutput<typeof statistics>;
export type TableName = v.InferOutput<typeof table>;

/** What of a snapshot this version of the file has in its head. */
export const HEAD = { format: FORMAT, version: VERSION } as const;

/** Writes a snapshot as JSON. It holds names, counts, hashes and key ranges, and no row's content. @throws ActionError where it cannot */
export function writeSnapshot(path: string, content: Snapshot): void {
  try {
    writePrivate(path, `${JSON.stringify(content)}\n`);
  } catch (error) {
    throw new ActionError(`The snapshot ${path} cannot be written: ${messageOf(error)}.`, { cause: error });
  }
}

/** Reads what `writeSnapshot` wrote. @throws ActionError where it is missing, something else, damaged or of a newer version */
export function readSnapshot(path: string): Snapshot {
  const content = parsed(path);
  const head = v.safeParse(v.object({ format: v.literal(FORMAT), version: v.number() }), content);
  if (!head.success) {
    throw new ActionError(
      `${path} is not a snapshot of verify-integrity; give the file that \`mode: capture\` wrote.`,
    );
  }
  if (head.output.version > VERSION) {
    throw new ActionError(
      `The snapshot ${path} has version ${head.output.version}, this action reads up to ${VERSION}; use the action's version that wrote it, or a newer one.`,
    );
  }
  const whole = v.safeParse(snapshot, content);
  if (whole.success) return whole.output;
  const where = v.getDotPath(whole.issues[0]) ?? 'its head';
  throw new ActionError(`The snapshot ${path} is damaged at ${where}; capture it again.`);
}

function parsed(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ActionError(
      `The snapshot ${path} cannot be read (${messageOf(error)}); give the file that \`mode: capture\` wrote.`,
      { cause: error },
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ActionError(`The snapshot ${path} is not a complete JSON file; it was cut or changed.`, {
      cause: error,
    });
  }
}
