import type { Difference, Differences, TableDifference } from '../domain/snapshots/differences.ts';
import { DISABLED } from '../domain/snapshots/rights.ts';
import type { RowDifferences } from '../domain/snapshots/rows.ts';
import { nameOf } from '../domain/snapshots/tables.ts';

/** What a comparison is held to. */
export type Expectation = 'identical' | 'no-loss' | 'schema-only';

/** One difference, and whether it is beyond what was expected. `open` ones could not be told. */
export interface Finding {
  readonly kind: string;
  readonly name: string;
  readonly verdict: 'drift' | 'allowed' | 'open';
  /** What is different, without the name: `3 of 100 rows are gone`. */
  readonly what: string;
}

/** Rows that differ by table name (`nameOf`), for tables that were looked at row by row. */
export type Located = ReadonlyMap<string, RowDifferences>;

/** Judges every difference by what was expected; drift comes first. */
export function judgeDifferences(
  found: Differences,
  expect: Expectation,
  located: Located = new Map(),
): Finding[] {
  const findings = [
    ...found.tables.map((table) => judgeTable(table, expect, located.get(nameOf(table)))),
    ...found.schema.map((object) => finding(object, judgeSchema(object, expect), `is ${object.change}`)),
    ...found.sequences.map((sequence) =>
      finding(sequence, judgeSequence(sequence, expect), `is ${describeChange(sequence, 'at ')}`),
    ),
    ...found.others.map((other) => finding(other, judgeOther(other, expect), `is ${describeChange(other)}`)),
  ];
  const order = ['drift', 'open', 'allowed'];
  return findings.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

function finding({ kind, name }: Difference, verdict: Finding['verdict'], what: string): Finding {
  return { kind, name, verdict, what };
}

function describeChange({ change, before, after }: Difference, at = ''): string {
  if (change !== 'changed') return change;
  return before || after ? `${at}${after}, was ${at}${before}` : change;
}

const judgeSchema = ({ kind, change }: Difference, expect: Expectation) =>
  expect === 'no-loss' && change === 'added' && kind !== DISABLED ? 'allowed' : 'drift';

function judgeSequence({ change, behind }: Differences['sequences'][number], expect: Expectation) {
  if (expect === 'schema-only') return change === 'changed' ? 'allowed' : 'drift';
  if (expect === 'no-loss') return behind || change === 'lost' ? 'drift' : 'allowed';
  return 'drift';
}

/** Extensions and invalid objects belong to the schema, migrations and large objects to the data. */
function judgeOther({ kind, change, before, after }: Difference, expect: Expectation): Finding['verdict'] {
  const isData = ['migrations', 'large objects', 'large object'].includes(kind);
  if (expect === 'schema-only') return isData ? 'allowed' : 'drift';
  if (expect === 'identical') return 'drift';
  if (kind === 'large object') return change === 'added' ? 'allowed' : 'drift';
  // New ones can hide lost ones where there are too many to be distinguished.
  if (kind === 'large objects') return BigInt(after ?? 0) > BigInt(before ?? 0) ? 'open' : 'drift';
  if (kind === 'migrations') return change === 'lost' ? 'drift' : 'allowed';
  // An index that is not valid any more, or a constraint that was not validated, is not a loss of rows.
  return kind === 'extension' && change !== 'added' ? 'drift' : 'allowed';
}

function judgeTable(table: TableDifference, expect: Expectation, rows: RowDifferences | undefined): Finding {
  const verdict =
    expect === 'schema-only' ? 'allowed' : expect === 'identical' ? 'drift' : lossOf(table, rows);
  return { kind: 'table', name: nameOf(table), verdict, what: describeRows(table, rows) };
}

/** Rows may have been added; none may be gone or have changed. */
function lossOf(
  { change, rowsBefore, rowsAfter, otherColumns, ranges }: TableDifference,
  rows: RowDifferences | undefined,
) {
  if (change !== 'changed') return change === 'lost' ? 'drift' : 'allowed';
  if (rows) return rows.onlyA > 0 || rows.changed > 0 ? 'drift' : 'allowed';
  const fewer = (before: string | null, after: string | null) => BigInt(after ?? 0) < BigInt(before ?? 0);
  if (fewer(rowsBefore, rowsAfter)) return 'drift';
  if (otherColumns) return 'open';
  if (rowsBefore === rowsAfter) return 'drift';
  if (
    ranges.some((range) => fewer(range.rowsBefore, range.rowsAfter) || range.rowsBefore === range.rowsAfter)
  )
    return 'drift';
  // More rows in a range that had some can hide a change among them.
  return ranges.length > 0 && ranges.every((range) => range.rowsBefore === '0') ? 'allowed' : 'open';
}

function describeRows(
  { change, rowsBefore, rowsAfter, otherColumns }: TableDifference,
  rows: RowDifferences | undefined,
): string {
  if (change === 'lost') return `is lost, with ${rowsBefore} rows`;
  if (change === 'added') return `is added, with ${rowsAfter} rows`;
  if (rows) return `${rows.onlyA} rows are gone, ${rows.onlyB} new, ${rows.changed} changed`;
  const before = BigInt(rowsBefore ?? 0);
  const after = BigInt(rowsAfter ?? 0);
  if (otherColumns) return `has other columns; ${before} rows before, ${after} now`;
  if (after < before) return `${before - after} of ${before} rows are gone`;
  if (after > before) return `has ${after - before} rows more than the ${before} before`;
  return `has ${before} rows as before, but not the same ones`;
}
