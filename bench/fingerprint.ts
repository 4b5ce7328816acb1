/**
 * Fingerprints the accounts of pgbench in several ways, on one real cluster: counting as the floor, ours without and
 * with ranges of keys, data-diff's sum of md5, the runbook's md5 of all rows. By itself its argument is pgbench's scale:
 * 10 is a million rows.
 */
import { execFileSync } from 'node:child_process';
import { captureSnapshot } from '../src/domain/snapshots/capture.ts';
import { fingerprint } from '../src/domain/snapshots/fingerprint.ts';
import { partitionOf } from '../src/domain/snapshots/partition.ts';
import { HEAD } from '../src/domain/snapshots/snapshot.ts';
import { tablesOf } from '../src/domain/snapshots/tables.ts';
import { readAt } from '../src/domain/snapshots/transaction.ts';
import { Server, type Session } from '../src/systems/postgres/session.ts';
import { type Cluster, startCluster } from '../test/support/postgres/cluster.ts';
import { aptProgram } from '../test/support/postgres/tools.ts';
import { median, tableOf, times } from './measure.ts';
import type { Benchmark, Table } from './results.ts';

const ROUNDS = 3;
const ROWS = 100_000;
const HASHING = { quick: false, version: HEAD.version };
/** As data-diff writes it for PostgreSQL: the last 60 bits of md5 over the columns, as texts, with a bar between. */
const DATA_DIFF = `SELECT count(*), sum(('x' || substring(md5(concat(aid::text, '|', bid::text, '|', abalance::text, '|', filler::text)), 18))::bit(60)::bigint) FROM pgbench_accounts`;
const RUNBOOK =
  'SELECT md5(CAST(array_agg(t.*) AS text)) FROM (SELECT * FROM pgbench_accounts ORDER BY aid) t';

/** A million rows, and ten. */
export const fingerprints: Benchmark = {
  title: 'Fingerprints',
  async run(quick) {
    const tables: Table[] = [];
    for (const scale of quick ? [1] : [10, 100]) tables.push(await benchFingerprints(scale));
    return { versions: ['PostgreSQL 18', 'data-diff and the runbook as the SQL that they send'], tables };
  },
};

/** @param scale pgbench's: 100,000 rows each */
async function benchFingerprints(scale: number): Promise<Table> {
  const cluster = await startCluster('18', ['shared_buffers = 256MB', 'max_wal_size = 4GB']);
  try {
    execFileSync(aptProgram('pgbench'), ['-i', '-q', '-s', String(scale), cluster.url('postgres')], {
      stdio: 'ignore',
    });
    await cluster.query('VACUUM ANALYZE pgbench_accounts');
    return await sideBySide(cluster, scale * ROWS);
  } finally {
    await cluster.remove();
  }
}

async function sideBySide(cluster: Cluster, rows: number): Promise<Table> {
  const { signal } = new AbortController();
  const server = Server.parse(cluster.url('postgres'), { signal, mask: () => {} });
  const inSession = (work: (session: Session) => Promise<unknown>) => () =>
    readAt(server, 'postgres', undefined, async (session) => void (await work(session)));
  const accounts = async (session: Session) => {
    const [table] = await tablesOf(session, { schema: 'public', name: 'pgbench_accounts' });
    if (!table) throw new Error('pgbench made no accounts.');
    return table;
  };
  const ways: Record<string, () => Promise<unknown>> = {
    'count(*) (floor)': inSession((session) => session.query('SELECT count(*) FROM public.pgbench_accounts')),
    'ours, rows alone': inSession(async (session) =>
      fingerprint(session, await accounts(session), undefined, HASHING),
    ),
    'ours, with ranges of keys': inSession(async (session) => {
      const table = await accounts(session);
      return fingerprint(session, table, await partitionOf(session, table), HASHING);
    }),
    'ours, a whole capture': () => captureSnapshot(server, 'postgres', { jobs: 2, ranges: true, signal }),
    "data-diff's sum of md5": inSession((session) =>
      session.query(DATA_DIFF.replace('FROM ', 'FROM public.')),
    ),
    "the runbook's md5(array_agg)": inSession((session) =>
      session.query(RUNBOOK.replace('FROM pgb', 'FROM public.pgb')),
    ),
  };
  const seconds = new Map<string, number>();
  for (const [name, run] of Object.entries(ways)) seconds.set(name, await timed(run));
  const floor = seconds.get('ours, rows alone') ?? Number.NaN;
  return {
    title: `Fingerprints of ${rows.toLocaleString('en')} accounts, median of ${ROUNDS}`,
    says: 'Ours hashes each row where it is and adds the hashes up, so that nothing is sorted and nothing is sent; a way that PostgreSQL refuses at this size "fails".',
    table: tableOf(
      ['way', 'seconds', 'rows a second', 'to ours'],
      [...seconds].map(([name, each]) =>
        Number.isNaN(each)
          ? [name, 'fails', '–', '–']
          : [name, each.toFixed(2), Math.round(rows / each).toLocaleString('en'), times(each, floor)],
      ),
    ),
  };
}

/** Seconds; NaN where it fails, as the runbook's way does from some gigabytes on. */
async function timed(run: () => Promise<unknown>): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    try {
      await run();
    } catch {
      return Number.NaN;
    }
    figures.push((performance.now() - begun) / 1000);
  }
  return median(figures);
}

if (import.meta.main) {
  const { title, says, table } = await benchFingerprints(Number(process.argv[2] ?? 10));
  console.log(`${title}. ${says}\n${table}`);
}
