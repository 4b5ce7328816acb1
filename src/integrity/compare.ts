import { captureSnapshot } from '../domain/snapshots/capture.ts';
import { differences, type TableDifference, within } from '../domain/snapshots/differences.ts';
import type { ComparedDatabase } from '../domain/snapshots/rows.ts';
import type { Snapshot, TableState } from '../domain/snapshots/snapshot.ts';
import { nameOf, type Scope } from '../domain/snapshots/tables.ts';
import { type Expectation, type Finding, judgeDifferences } from './judge.ts';
import { type Located, locate } from './locate.ts';

/** What a comparison found, and the two states that it was made of. */
export interface Comparison {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly tables: readonly TableDifference[];
  /** Drift first. */
  readonly findings: readonly Finding[];
  readonly located: Located;
}

interface CompareOptions {
  readonly scope: Scope;
  readonly expect: Expectation;
  readonly jobs: number;
  /** How many rows to name in a table. */
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly progress: (done: number, all: number, table: TableState) => void;
}

/**
 * Compares a database with an earlier snapshot of it, and, where the database as it was is still there (`other`), says
 * which rows differ. Without a snapshot, the other database is the earlier state.
 */
export async function compare(
  now: ComparedDatabase,
  snapshot: Snapshot | undefined,
  other: ComparedDatabase | undefined,
  { scope, expect, jobs, limit, signal, progress }: CompareOptions,
): Promise<Comparison> {
  const isScoped = scope.tables.length > 0 || scope.exclude.length > 0;
  const used = isScoped || !snapshot ? scope : snapshot.scope;
  const take = (place: ComparedDatabase, like?: Snapshot) =>
    captureSnapshot(place.server, place.database, { ...used, jobs, signal, progress, ...(like && { like }) });
  const before = within(snapshot ?? (await take(other as ComparedDatabase)), used);
  const taken = await take(now, before);
  const after = snapshot ? alike(taken, snapshot) : taken;
  const found = differences(before, after);
  const locates = other && limit > 0 && expect !== 'schema-only';
  const located = locates
    ? await locate(found, other, now, { limit, signal })
    : { rows: new Map(), missed: [] };
  return {
    before,
    after,
    tables: found.tables,
    findings: judgeDifferences(found, expect, located.rows),
    located,
  };
}

/** A later state without what the earlier one did not look at: that is unknown, and not new. */
function alike(after: Snapshot, { scope }: Snapshot): Snapshot {
  const kept = within(after, scope);
  const missed = after.tables.filter((table) => !kept.tables.includes(table));
  const reason = 'left out when the snapshot was made';
  return {
    ...kept,
    told: [...kept.told, ...missed.map((table) => ({ kind: 'table', name: nameOf(table), because: reason }))],
  };
}
