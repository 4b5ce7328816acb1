import type { Snapshot } from '../domain/snapshots/snapshot.ts';
import { nameOf } from '../domain/snapshots/tables.ts';
import type { CommandResult } from '../systems/kubernetes/pod-commands.ts';
import { sumOf } from './analysis.ts';
import { type Analysis, readOf } from './analyze.ts';
import type { Comparison } from './compare.ts';
import type { Expectation } from './judge.ts';

/** An output holds 1 MiB at most; of each list, so many entries. */
const MAX_ENTRIES = 500;
const RANGES = 20;

/** How a comparison was made, and what it cannot see: what every reading of it must say. */
export const METHOD = {
  rows: 'the number of rows and the sum of their 64-bit hashes, which are made of every value, by table, all as of one instant',
  schema: 'the hash of each definition as PostgreSQL writes it',
  blind: [
    'rows made on purpose so that their hashes are equal',
    'changes that were made and undone in between',
    'damaged indexes (pg_amcheck finds those) and standbys that differ from their primary',
    'comments, security labels, and settings of databases and roles',
  ],
} as const;

/** The figures of a snapshot. Rows as a text: there can be more than a number holds. */
export function totals({ tables }: Snapshot): { tables: number; rows: string } {
  return { tables: tables.length, rows: String(tables.reduce((sum, { rows }) => sum + BigInt(rows), 0n)) };
}

/** The output `report` of a capture. */
export function captureReport(snapshot: Snapshot, commands: readonly CommandResult[]): object {
  return {
    mode: 'capture',
    database: snapshot.database,
    at: snapshot.at,
    method: METHOD,
    tables: snapshot.tables
      .slice(0, MAX_ENTRIES)
      .map((table) => ({ name: nameOf(table), rows: table.rows, unlogged: table.unlogged })),
    told: snapshot.told.slice(0, MAX_ENTRIES),
    commands,
  };
}

/** The output `report` of a comparison. */
export function comparisonReport(
  { before, after, tables, findings, located }: Comparison,
  expect: Expectation,
  commands: readonly CommandResult[],
): object {
  return {
    mode: 'compare',
    expect,
    before: { database: before.database, at: before.at, ...totals(before) },
    after: { database: after.database, at: after.at, ...totals(after) },
    method: { ...METHOD, limits: limitsOf(before, after) },
    findings: findings.slice(0, MAX_ENTRIES),
    tables: tables
      .slice(0, MAX_ENTRIES)
      .map((table) => ({ ...table, ranges: table.ranges.slice(0, RANGES) })),
    rows: Object.fromEntries(located.rows),
    missed: located.missed,
    told: after.told.slice(0, MAX_ENTRIES),
    commands,
  };
}

/** The output `report` of an analysis. */
export const analysisReport = (analysis: Analysis, commands: readonly CommandResult[]): object => ({
  mode: 'analyze',
  ...analysis,
  transactions: sumOf(readOf(analysis.pods)),
  commands,
});

/** What of this comparison is weaker than usual, as sentences. */
export function limitsOf(before: Snapshot, after: Snapshot): string[] {
  const major = ({ serverVersion }: Snapshot) => Math.floor(serverVersion / 10000);
  const unlogged = after.tables.filter((table) => table.unlogged).map(nameOf);
  const uncounted = before.largeObjects.hash === null || after.largeObjects.hash === null;
  return [
    ...(major(before) === major(after)
      ? []
      : [
          `Views, rules, policies and SQL functions were compared by name and columns alone, because PostgreSQL ${major(before)} and ${major(after)} write their definitions differently.`,
        ]),
    ...(unlogged.length === 0
      ? []
      : [`Unlogged, so that a crash or a failover empties them: ${unlogged.slice(0, RANGES).join(', ')}.`]),
    ...(uncounted ? ['Large objects were only counted.'] : []),
  ];
}
