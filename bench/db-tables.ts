import type { Load } from './load.ts';
import { tableOf, times } from './measure.ts';
import type { Outage } from './outage.ts';
import type { Size } from './pg-data.ts';
import type { Table } from './results.ts';

export interface Figures extends Omit<Outage, 'around'> {
  readonly seconds: number;
}

export interface Ours extends Figures {
  /** The longest time in seconds that a client took to connect before and after the switch: the machine is busy. */
  readonly elsewhere: number;
  /** What the action says itself. */
  readonly told: number;
  readonly load: Load | undefined;
  readonly megabytes: number;
  readonly steps: readonly (readonly [step: string, seconds: number])[];
}

/** What was measured at one size. */
export interface Row {
  readonly size: Size;
  readonly runbook: Figures;
  /** `pg_restore --clean` over the live database. */
  readonly overLive: Figures;
  /** Nobody else at work. */
  readonly custom: Ours;
  /** A plain dump goes in over one connection: the smallest size is enough to see it. */
  readonly plain: Ours | undefined;
  readonly undo: Ours;
  /** While clients work, on PostgreSQL itself and through pgbouncer. */
  readonly loaded: Ours;
  readonly pooled: Ours;
}

/** Everything that is told of the rows. */
export function tablesOf(rows: readonly Row[], clients: number): Table[] {
  return [unreachable(rows, clients), unserved(rows), atWork(rows, clients), inAll(rows), ...rows.map(steps)];
}

const seconds = (figure: number, digits = 2) => figure.toFixed(digits);

const unreachable = (rows: readonly Row[], clients: number): Table => ({
  title: "Seconds in which a client can't connect",
  says: "Tried every 25 ms, and every 5 ms while it is so: up to 0.025 s too long. The runbook's time grows with the data, the switch's does not: two databases change names in one transaction. Before and after it the longest time is that of two cores that restore and compare. `pg_restore --clean` lets clients in all along, to tables that are gone.",
  table: tableOf(
    [
      'GB',
      'runbook',
      'pg_restore --clean',
      'rollback-db',
      'it says itself',
      'the runbook is',
      'before and after it',
      `with ${clients} clients at work`,
      'undo',
    ],
    rows.map(({ size, runbook, overLive, custom, loaded, undo }) => [
      seconds(size.gigabytes),
      seconds(runbook.unreachable),
      seconds(overLive.unreachable),
      seconds(custom.unreachable, 3),
      seconds(custom.told, 3),
      times(runbook.unreachable, custom.unreachable),
      seconds(custom.elsewhere, 3),
      seconds(loaded.unreachable, 3),
      seconds(undo.unreachable, 3),
    ]),
  ),
});

const unserved = (rows: readonly Row[]): Table => ({
  title: 'Seconds in which a client that asks for a row gets none',
  says: 'What users notice: the table is missing, empty or locked. The runbook also keeps traffic away all along, because its database is half there meanwhile.',
  table: tableOf(
    [
      'GB',
      'runbook: no row',
      'runbook: no traffic',
      'pg_restore --clean',
      'rollback-db',
      'the runbook is',
      'pg_restore is',
    ],
    rows.map(({ size, runbook, overLive, custom }) => [
      seconds(size.gigabytes),
      seconds(runbook.unserved),
      seconds(runbook.seconds),
      seconds(overLive.unserved),
      seconds(custom.unserved, 3),
      times(runbook.unserved, custom.unserved),
      times(overLive.unserved, custom.unserved),
    ]),
  ),
});

const atWork = (rows: readonly Row[], clients: number): Table => ({
  title: `Queries of ${clients} clients at work while rollback-db runs`,
  says: 'Behind pgbouncer queries wait for the switch and none fails; without it each client is cut off once or twice and connects anew.',
  table: tableOf(
    ['GB', 'pgbouncer: queries', 'failed', 'slowest, ms', 'without it: queries', 'failed'],
    rows.map(({ size, pooled, loaded }) => [
      seconds(size.gigabytes),
      String(pooled.load?.done),
      String(pooled.load?.failed),
      seconds(pooled.load?.slowest ?? Number.NaN, 0),
      String(loaded.load?.done),
      String(loaded.load?.failed),
    ]),
  ),
});

const inAll = (rows: readonly Row[]): Table => ({
  title: 'Seconds in all with nobody else at work, and the most memory that the action took',
  says: 'rollback-db restores beside the live database, which serves meanwhile, takes fingerprints of both, and counts for some seconds which rows going back would lose; the others do nothing of that. No copy of the data is in its memory: it holds Node itself, and the pages of rows that it has read and not collected yet.',
  table: tableOf(
    [
      'GB',
      'runbook',
      'pg_restore --clean',
      'rollback-db',
      'to the runbook',
      'to pg_restore',
      'MiB',
      'undo',
      'with plain SQL',
      'MiB',
    ],
    rows.map(({ size, runbook, overLive, custom, plain, undo }) => [
      seconds(size.gigabytes),
      seconds(runbook.seconds, 1),
      seconds(overLive.seconds, 1),
      seconds(custom.seconds, 1),
      times(custom.seconds, runbook.seconds),
      times(custom.seconds, overLive.seconds),
      custom.megabytes.toFixed(0),
      seconds(undo.seconds, 1),
      plain ? seconds(plain.seconds, 1) : '',
      plain ? plain.megabytes.toFixed(0) : '',
    ]),
  ),
});

const steps = ({ size, custom, loaded }: Row): Table => ({
  title: `rollback-db step by step at ${seconds(size.gigabytes)} GB, custom format`,
  says: 'Clients are held up in `switch` alone.',
  table: tableOf(
    ['step', 'seconds', 'under load'],
    custom.steps.map(([step, took]) => [
      step,
      seconds(took, 3),
      seconds(loaded.steps.find(([name]) => name === step)?.[1] ?? Number.NaN, 3),
    ]),
  ),
});
