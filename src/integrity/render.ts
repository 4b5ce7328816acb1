import { code, inert, table } from '../base/markdown.ts';
import type { RowExample } from '../domain/snapshots/rows.ts';
import type { Snapshot } from '../domain/snapshots/snapshot.ts';
import { nameOf } from '../domain/snapshots/tables.ts';
import type { CommandResult } from '../systems/kubernetes/pod-commands.ts';
import type { Comparison } from './compare.ts';
import type { Finding } from './judge.ts';
import { limitsOf, METHOD } from './report.ts';
import { grouped } from './sentences.ts';

/** Lines of a table in the summary. */
const MAX_ROWS = 100;
/** Ranges of keys that are named of one table. */
const RANGES = 5;

const ICONS: Record<Finding['verdict'], string> = { drift: '❌', open: '❔', allowed: '✅' };

/** The summary of a capture. */
export function captureSummary(
  sentence: string,
  snapshot: Snapshot,
  commands: readonly CommandResult[],
): string {
  const rows = snapshot.tables
    .toSorted((a, b) => (BigInt(a.rows) > BigInt(b.rows) ? -1 : 1))
    .slice(0, MAX_ROWS)
    .map((each) => [code(nameOf(each)), grouped(each.rows), each.unlogged ? 'unlogged' : '']);
  return page([
    `## ${inert(sentence)}`,
    table(['Table', 'Rows', ''], rows),
    rest(snapshot.tables.length),
    commandTable(commands),
    notComparedTable(snapshot),
  ]);
}

/** The summary of a comparison: what differs, worst first, then which rows, then how it was compared. */
export function comparisonSummary(
  sentence: string,
  comparison: Comparison,
  commands: readonly CommandResult[],
): string {
  const { findings, before, after } = comparison;
  const rows = findings
    .slice(0, MAX_ROWS)
    .map(({ verdict, kind, name, what }) => [ICONS[verdict], inert(kind), code(name), inert(what)]);
  return page([
    `## ${inert(sentence)}`,
    rows.length > 0 ? table(['', 'What', 'Name', 'Since the snapshot it'], rows) : '',
    rest(findings.length),
    rowTable(comparison),
    commandTable(commands),
    countTable(comparison),
    notComparedTable(after),
    `Compared with ${code(before.database)} of ${before.at}: ${inert(METHOD.rows)}; ${inert(METHOD.schema)}. ${limitsOf(before, after).map(inert).join(' ')} This cannot see ${METHOD.blind.join('; ')}.`,
  ]);
}

/** The services' own checks. */
export function commandTable(commands: readonly CommandResult[]): string {
  if (commands.length === 0) return '';
  const rows = commands.map((each) => [
    each.exitCode === 0 ? '✅' : '❌',
    code(each.in),
    code(each.command),
    each.exitCode === null ? '–' : String(each.exitCode),
    `${each.seconds} s`,
    inert(each.output.slice(-300)),
  ]);
  return table(['', 'In', 'Command', 'Exit code', 'Time', 'Output'], rows);
}

/** The rows of every table before and after, as the runbook prints them; folded, for it is long where all is well. */
function countTable({ before, after }: Comparison): string {
  const now = new Map(after.tables.map((each) => [nameOf(each), each.rows]));
  const then = new Map(before.tables.map((each) => [nameOf(each), each.rows]));
  const names = [...new Set([...then.keys(), ...now.keys()])].sort();
  if (names.length === 0) return '';
  const formatCount = (rows: string | undefined) => (rows === undefined ? '–' : grouped(rows));
  const rows = names
    .slice(0, MAX_ROWS)
    .map((name) => [code(name), formatCount(then.get(name)), formatCount(now.get(name))]);
  const counts = page([table(['Table', 'Rows before', 'Rows after'], rows), rest(names.length)]);
  return `<details><summary>Rows of ${grouped(names.length)} tables before and after</summary>\n\n${counts}\n\n</details>`;
}

function rowTable({ tables, located }: Comparison): string {
  const rows: string[][] = [];
  for (const [name, found] of located.rows)
    for (const example of found.examples)
      rows.push([
        code(name),
        inert(WHERE[example.where]),
        describeKey(example),
        inert(example.columns.join(', ')),
      ]);
  for (const { table: name, reason } of located.missed) rows.push([code(name), inert(reason), '', '']);
  for (const each of tables.filter((one) => !located.rows.has(nameOf(one)))) {
    for (const { keys, rowsBefore, rowsAfter } of each.ranges.slice(0, RANGES))
      rows.push([
        code(nameOf(each)),
        `${grouped(rowsBefore)} rows before, ${grouped(rowsAfter)} now`,
        code(keys),
        '',
      ]);
    if (each.ranges.length > RANGES)
      rows.push([code(nameOf(each)), `and ${each.ranges.length - RANGES} more ranges of keys`, '', '']);
  }
  return rows.length > 0 ? table(['Table', 'Rows', 'Key', 'Columns'], rows.slice(0, MAX_ROWS)) : '';
}

const WHERE: Record<RowExample['where'], string> = { onlyA: 'gone', onlyB: 'new', changed: 'changed' };

const describeKey = ({ key }: RowExample): string =>
  code(
    Object.entries(key)
      .map(([column, value]) => `${column} = ${value}`)
      .join(', '),
  );

function notComparedTable({ told: notCompared }: Snapshot): string {
  if (notCompared.length === 0) return '';
  const rows = notCompared
    .slice(0, MAX_ROWS)
    .map(({ kind, name, because: reason }) => [inert(kind), code(name), inert(reason)]);
  return page([table(['Not compared', 'Name', 'Because'], rows), rest(notCompared.length)]);
}

const rest = (count: number): string =>
  count > MAX_ROWS
    ? `${grouped(count - MAX_ROWS)} more are in the output \`report\`, as far as they fit.`
    : '';

/** The parts of a page that are not empty. */
export const page = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
