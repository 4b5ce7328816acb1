import { cutLine } from '../base/foreign.ts';
import { redact } from '../base/redact.ts';
import type { Snapshot, Statistics } from '../domain/snapshots/snapshot.ts';
import { nameOf } from '../domain/snapshots/tables.ts';
import type { LogEntry } from './server-log.ts';
import { transactionsIn } from './transactions.ts';

/** How many kinds of error and tables are told. */
const MAX_LISTED = 20;

/** What was counted between two looks at the server's statistics. */
export interface Counted {
  readonly commits: number;
  readonly rollbacks: number;
  readonly deadlocks: number;
  readonly conflicts: number;
  /** Statements by pg_stat_statements; null where it is not there or was reset. */
  readonly statements: number | null;
  readonly writes: readonly { table: string; inserted: number; updated: number; deleted: number }[];
}

/** A figure that was computed, or why it is unknown. */
export type Known<T> = { readonly value: T } | { readonly unknown: string };

/** What happened in the database since a snapshot, as far as the server's counters can say. */
export function countedSince(
  before: Pick<Snapshot, 'databaseOid' | 'statistics'>,
  now: Pick<Snapshot, 'databaseOid' | 'statistics'>,
): Known<Counted> {
  if (before.databaseOid !== now.databaseOid)
    return {
      unknown:
        'the database is not the one of the capture (it was swapped or made again), and counts from its own beginning',
    };
  const [a, b] = [before.statistics, now.statistics];
  const keys = ['commits', 'rollbacks', 'deadlocks', 'conflicts'] as const;
  // The statistics of a database without any activity have no start.
  const fresh = a.resetAt === null && keys.every((key) => a[key] === '0');
  if ((a.resetAt !== b.resetAt && !fresh) || keys.some((key) => BigInt(b[key]) < BigInt(a[key])))
    return {
      unknown: `the server's statistics were reset${b.resetAt ? ` at ${b.resetAt}` : ''}, after the capture`,
    };
  const [commits = 0, rollbacks = 0, deadlocks = 0, conflicts = 0] = keys.map((key) => grown(a[key], b[key]));
  return {
    value: {
      commits,
      rollbacks,
      deadlocks,
      conflicts,
      statements: statementsOf(a, b),
      writes: writesOf(a, b),
    },
  };
}

/** The share of transactions that committed, from 0 to 1. */
export function successRate(counted: Known<Counted>): Known<number> {
  if ('unknown' in counted) return counted;
  const { commits, rollbacks } = counted.value;
  if (commits + rollbacks === 0) return { unknown: 'no transaction has ended since' };
  return { value: commits / (commits + rollbacks) };
}

/** `99.98 %`, or why there is no figure. */
export const describeRate = (known: Known<number>): string =>
  'value' in known ? `${(known.value * 100).toFixed(2)} %` : `unknown: ${known.unknown}`;

const grown = (before: string, now: string): number => Number(BigInt(now) - BigInt(before));

function statementsOf({ statements: a }: Statistics, { statements: b }: Statistics): number | null {
  const same = a && b && a.resetAt === b.resetAt && BigInt(b.calls) >= BigInt(a.calls);
  return same ? grown(a.calls, b.calls) : null;
}

/** Tables with the most writes first. Rows that were written and rolled back are counted too. */
function writesOf(before: Statistics, now: Statistics): Counted['writes'] {
  const known = new Map(before.writes.map((table) => [nameOf(table), table]));
  const zero = { inserted: '0', updated: '0', deleted: '0' };
  const all = now.writes.map((table) => {
    const was = known.get(nameOf(table)) ?? zero;
    const since = (key: keyof typeof zero) => Math.max(0, grown(was[key], table[key]));
    return {
      table: nameOf(table),
      inserted: since('inserted'),
      updated: since('updated'),
      deleted: since('deleted'),
    };
  });
  const sum = (table: Counted['writes'][number]) => table.inserted + table.updated + table.deleted;
  return all
    .filter((table) => sum(table) > 0)
    .sort((a, b) => sum(b) - sum(a))
    .slice(0, MAX_LISTED);
}

/** What a server's log says of one database. */
export interface LogSummary {
  readonly errors: number;
  /** Transactions in which an error was; null where the format does not tell them apart. */
  readonly failedTransactions: number | null;
  readonly deadlocks: number;
  readonly serializationFailures: number;
  /** The most frequent messages, numbers and quoted texts taken out. */
  readonly messages: readonly { message: string; code: string | null; count: number }[];
}

/** Sums up errors; entries of other databases are left out where the format tells them. */
export function summaryOfLog(entries: readonly LogEntry[], database: string): LogSummary {
  const own = entries.filter((entry) => entry.database === undefined || entry.database === database);
  const transactions = own.map(({ transaction }) => transaction);
  const having = (code: string, words: RegExp) =>
    own.filter((entry) => entry.code === code || (entry.code === undefined && words.test(entry.message)))
      .length;
  const groups = Map.groupBy(own, ({ code, message }) => JSON.stringify([code ?? null, shape(message)]));
  const messages = [...groups].map(([key, group]) => {
    const [code, message] = JSON.parse(key) as [string | null, string];
    return { message, code, count: group.length };
  });
  return {
    errors: own.length,
    failedTransactions: transactions.includes(undefined) ? null : new Set(transactions.filter(Boolean)).size,
    deadlocks: having('40P01', /^deadlock detected/),
    serializationFailures: having('40001', /^could not serialize access/),
    messages: messages.sort((a, b) => b.count - a.count).slice(0, MAX_LISTED),
  };
}

/** A message without what is different each time: values, which are users' data, and numbers. */
const shape = (message: string): string =>
  withoutBrackets(redact(cutLine(message)).replace(/"[^"]*"|'[^']*'/g, '…'))
    .replace(/\d+/g, 'n')
    .slice(0, 200);

/** From the first bracket to the last: what is between them are values. */
function withoutBrackets(text: string): string {
  const [first, last] = [text.indexOf('('), text.lastIndexOf(')')];
  return first < 0 || last < first ? text : `${text.slice(0, first)}(…)${text.slice(last + 1)}`;
}

/** What logs say of transactions, which are statements that write: the runbook's three figures. */
export interface Transactions {
  readonly total: number;
  readonly failed: number;
  /** From 0 to 1. */
  readonly successRate: Known<number>;
}

/** What the log of one pod says. */
export interface LineSummary {
  readonly lines: number;
  /** Statements that write: INSERT, UPDATE, DELETE and MERGE. */
  readonly writes: number;
  readonly failedWrites: number;
  /** All that failed, whatever it was. */
  readonly errors: number;
  readonly successRate: Known<number>;
}

/** Counts what the lines of a log tell. */
export function summaryOfLines(lines: readonly string[]): LineSummary {
  const { writes, errors } = transactionsIn(lines);
  const failed = writes.filter((write) => write.failed).length;
  return {
    lines: lines.length,
    writes: writes.length,
    failedWrites: failed,
    errors,
    successRate: rateOf(writes.length, failed),
  };
}

/** The figures of all logs together. */
export function sumOf(logs: readonly LineSummary[]): Transactions {
  const total = logs.reduce((sum, { writes }) => sum + writes, 0);
  const failed = logs.reduce((sum, { failedWrites }) => sum + failedWrites, 0);
  return { total, failed, successRate: rateOf(total, failed) };
}

const rateOf = (total: number, failed: number): Known<number> =>
  total === 0
    ? { unknown: 'the logs have no line with INSERT, UPDATE or DELETE' }
    : { value: 1 - failed / total };
