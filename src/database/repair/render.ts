import { code, inert, table } from '../../base/markdown.ts';
import { type Conflict, conflictsOf, type ObjectPlan, sumOf, type TablePlan, written } from './plan.ts';
import type { UndoPlan } from './undo.ts';

/** What a repair does, as data: the output `repair`. */
export interface Report {
  readonly applied: boolean;
  /** What tells the accident from what users did. */
  readonly evidence: 'after' | 'commit times' | 'none';
  readonly schema: string | null;
  readonly tables: readonly TablePlan[];
  readonly objects: readonly ObjectPlan[];
  /** How long writers of a table had to wait at most. */
  readonly blockedSeconds?: number;
}

const count = (number: number, what: string, more = `${what}s`): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? what : more}`;

/** Constraints that a sentence can hold. */
const MAX_LISTED_REASONS = 3;

function describeConflicts(conflicts: readonly Conflict[], isDone: boolean): string[] {
  const rows = conflicts.reduce((sum, conflict) => sum + conflict.rows, 0);
  if (rows === 0) return [];
  const [one, more] = isDone
    ? ['stays as it is', 'stay as they are']
    : ['would stay as it is', 'would stay as they are'];
  const stays = rows === 1 ? one : more;
  const reasons = [...new Set(conflicts.map(({ kind, name }) => (name === '' ? kind : `${kind}: ${name}`)))];
  const others =
    reasons.length > MAX_LISTED_REASONS ? ` and ${reasons.length - MAX_LISTED_REASONS} more reasons` : '';
  return [`${count(rows, 'row')} ${stays} (${reasons.slice(0, MAX_LISTED_REASONS).join(', ')}${others})`];
}

function describeUnlinked(tables: readonly TablePlan[], applied: boolean): string[] {
  const all = tables.flatMap(({ unlinked }) => unlinked);
  const rows = all.reduce((sum, one) => sum + one.rows, 0);
  if (rows === 0) return [];
  const names = [...new Set(all.map(({ name }) => name))].slice(0, MAX_LISTED_REASONS).join(', ');
  return [
    `${count(rows, 'row')} ${applied ? (rows === 1 ? 'is' : 'are') : 'would be'} back without a reference, as the row that it named is not there (${names})`,
  ];
}

/** What a repair does or has done, in a sentence without its end. Pure. */
export function describeRepair({ applied, tables, objects, evidence }: Report): string {
  const touched = tables.filter(({ back, set }) => back + set > 0).length;
  const [back, set] = [sumOf(tables, 'back'), sumOf(tables, 'set')];
  const are = (number: number) => (number === 1 ? 'is' : 'are');
  const made = sumOf(tables, 'made');
  const counts = applied
    ? `in ${count(touched, 'table')} ${count(back, 'row')} ${are(back)} back and ${set.toLocaleString('en-US')} ${are(set)} set back`
    : `in ${count(touched, 'table')} ${count(back, 'row')} would come back and ${set.toLocaleString('en-US')} would be set back`;
  const newer = sumOf(tables, 'newer');
  return [
    written(tables) > 0 ? counts : 'no row would come back or be set back',
    ...(objects.length > 0
      ? [
          `${objects.map(({ name }) => name).join(', ')} ${applied ? are(objects.length) : 'would be'} added back`,
        ]
      : []),
    `${count(newer, 'newer row')} ${applied ? `${are(newer)} kept` : 'would stay'}`,
    ...describeConflicts(conflictsOf(tables), applied),
    ...describeUnlinked(tables, applied),
    ...(made > 0 ? [`${count(made, 'row')} that the accident made ${made === 1 ? 'stays' : 'stay'}`] : []),
    ...(evidence !== 'after' && back > 0
      ? [`rows that come back may have been deleted by users, as no \`after\` tells`]
      : []),
  ].join('; ');
}

/** What to do next, by the plan. Pure. */
export function recommendation(
  { tables, evidence }: Pick<Report, 'tables' | 'evidence'>,
  newConstraints: 'keep' | 'drop' = 'keep',
): string {
  const all = conflictsOf(tables);
  const dropped = newConstraints === 'drop' ? all.filter(({ isNew }) => isNew) : [];
  const conflicts = all.filter((conflict) => !dropped.includes(conflict));
  if (conflicts.length === 0 && dropped.length > 0)
    return `apply it: ${[...new Set(dropped.map(({ name }) => name))].join(', ')} would be dropped (\`new-constraints: drop\`), and the rows that ${dropped.length === 1 ? 'it keeps' : 'they keep'} out would come back too`;
  if (conflicts.some(({ kind }) => kind === 'no evidence'))
    return 'give `after`, a backup from after the accident: without it nothing tells what the accident changed from what users wrote, and no changed row is set back';
  if (conflicts.length > 0 && conflicts.every(({ isNew }) => isNew))
    return '`new-constraints: drop` drops the constraints that are newer than the backup and keep rows out';
  if (conflicts.length > 0)
    return 'look at the conflicts; `conflicts: keep` leaves those rows as they are and does the rest';
  if (written(tables) === 0) return 'nothing: what the backup has of these tables is there';
  if (evidence !== 'after' && sumOf(tables, 'back') > 0)
    return 'give `after`, a backup from after the accident, where users may have deleted rows since the backup; else apply it';
  return 'apply it';
}

/** The report as a table, with the reasons for what stays. Pure. */
export function repairSummary(
  message: string,
  sign: string,
  report: Report | undefined,
  warnings: readonly string[],
): string {
  return [
    `## ${sign} ${inert(message)}`,
    ...(warnings.length > 0 ? [warnings.map((sentence) => `- ⚠️ ${inert(sentence)}`).join('\n')] : []),
    ...(report ? reportTables(report) : []),
  ]
    .join('\n\n')
    .concat('\n');
}

function reportTables(report: Report): string[] {
  const { tables } = report;
  const shown = tables.filter(
    ({ back, set, newer, deletedSince, made, conflicts }) =>
      back + set + newer + deletedSince + made + conflicts.length > 0,
  );
  const rows = shown.map((one) => [
    `${code(one.table)}${one.reachedFrom === null ? '' : ` (reached from ${code(one.reachedFrom)})`}`,
    ...[one.back, one.set, one.newer, one.deletedSince, one.made].map(String),
    String(one.conflicts.reduce((sum, { rows }) => sum + rows, 0)),
  ]);
  const header = [
    'Table',
    'Rows back',
    'Rows set back',
    'Newer rows',
    'Deleted since',
    'Made by the accident',
    'Conflicts',
  ];
  const conflicts = shown.flatMap(conflictRows);
  const transactions = shown.flatMap(transactionRows);
  return [
    ...(rows.length > 0 ? [table(header, rows)] : []),
    ...(conflicts.length > 0
      ? ['### Rows that stay as they are', table(['Table', 'Reason', 'Of', 'Rows', 'For example'], conflicts)]
      : []),
    ...(transactions.length > 0
      ? [
          '### Which transactions last wrote the rows that differ',
          table(['Table', 'Transaction', 'Time', 'Rows'], transactions),
        ]
      : []),
  ];
}

type ReportedTable = Report['tables'][number];

const conflictRows = ({ table, conflicts }: ReportedTable): string[][] =>
  conflicts.map(({ kind, name, rows, examples }) => [
    code(table),
    inert(kind),
    name === '' ? '' : code(name),
    String(rows),
    examples.map(keyWords).join(' '),
  ]);

const keyWords = (key: ReportedTable['conflicts'][number]['examples'][number]): string =>
  code(
    Object.entries(key)
      .map(([column, value]) => `${column} ${value}`)
      .join(', '),
  );

const transactionRows = ({ table, transactions }: ReportedTable): string[][] =>
  transactions.map(({ xid, at, rows }) => [
    code(table),
    code(xid),
    at === null ? 'not kept' : code(at),
    String(rows),
  ]);

/** What an undo does or has done. Pure. */
export function describeUndo(tables: readonly UndoPlan[], isDone: boolean): string {
  const sum = (what: 'gone' | 'unset') => tables.reduce((total, table) => total + table[what], 0);
  const [gone, unset] = [sum('gone'), sum('unset')];
  return [
    isDone
      ? `${count(gone, 'row')} that came back ${gone === 1 ? 'is' : 'are'} gone again, and ${count(unset, 'row')} ${unset === 1 ? 'has' : 'have'} the values from before the repair`
      : `${count(gone, 'row')} that came back would go again, and ${count(unset, 'row')} would have the values from before the repair`,
    ...describeConflicts(
      tables.flatMap(({ conflicts }) => conflicts),
      isDone,
    ),
  ].join('; ');
}
