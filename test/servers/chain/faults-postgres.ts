import { lchownSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@jest/globals';
import pg from 'pg';
import { startCluster, USER } from '../../support/postgres/cluster.ts';
import { queryOn, urlOf, VERSION } from '../../support/postgres/database.ts';
import { recorded } from '../../support/record.ts';
import { smallDisk, WHY_NO_DISK } from '../../support/small-disk.ts';
import { type Fault, has, type Own } from './fault.ts';

/** The phases of a chain in which a database is at work, and the event that each begins with. */
const PHASES: readonly (readonly [phase: string, when: RegExp])[] = [
  ['the backup is restored', /restore started/],
  ['rows are compared', /data loss started/],
  ['traffic is held', /hold traffic started/],
  ['names are switched', / switch started/],
  ['integrity is compared', /compare started/],
];

/** Every session is ended and nobody gets a new one, as when the server goes down; until it is up again. */
const ended = (phase: string, when: RegExp, limit = false): Fault => ({
  what: `PostgreSQL: ${limit ? 'out of connections' : 'sessions ended, as by a restart,'} when ${phase}`,
  ends: 'either',
  strike: async ({ temp, database }) => {
    await recorded(temp, has(when));
    const owner = `"${database.owner}"`;
    if (limit) await queryOn(urlOf(database.place), `ALTER ROLE ${owner} CONNECTION LIMIT 0`);
    await queryOn(
      urlOf(database.place),
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1',
      [database.owner],
    );
    return async () => {
      if (limit) await queryOn(urlOf(database.place), `ALTER ROLE ${owner} CONNECTION LIMIT -1`);
    };
  },
});

const ownCluster = async (
  cleanup: AsyncDisposableStack,
  settings: readonly string[] = [],
  initdb: readonly string[] = [],
): Promise<Own> => {
  const cluster = await startCluster(VERSION, settings, USER, initdb);
  cleanup.defer(() => cluster.remove());
  return { cluster };
};

/** One of our sessions is killed: the server takes all others down with it, and recovers by itself. */
const crashed = (phase: string, when: RegExp): Fault => ({
  what: `PostgreSQL: crashes (a backend is killed) when ${phase}`,
  ends: 'either',
  own: (cleanup) => ownCluster(cleanup),
  strike: async ({ temp, database }, { cluster }) => {
    await recorded(temp, has(when));
    const [session] = await queryOn<{ pid: number }>(
      cluster.url(),
      'SELECT pid FROM pg_stat_activity WHERE usename = $1 LIMIT 1',
      [database.owner],
    );
    // Where nobody is connected any more, there is nothing to kill.
    if (session) process.kill(session.pid, 'SIGKILL');
    return () => cluster.ready();
  },
});

/** All of the server is killed, and started again a second later. */
const killed = (phase: string, when: RegExp): Fault => ({
  what: `PostgreSQL: killed, and up a second later, when ${phase}`,
  ends: 'either',
  own: (cleanup) => ownCluster(cleanup),
  strike: async ({ temp }, { cluster }) => {
    await recorded(temp, has(when));
    await cluster.kill();
    await wait(1000);
    await cluster.start();
    return undefined;
  },
});

/** A cluster whose data, or whose log of writes, are on a small disk of their own. */
async function onSmallDisk(cleanup: AsyncDisposableStack, what: 'data' | 'wal'): Promise<Own> {
  // Small files of the log, so that it needs a new one soon, and none in reserve.
  const own = await ownCluster(cleanup, ['min_wal_size = 2MB', 'wal_recycle = off'], ['--wal-segsize=1']);
  const { data } = own.cluster;
  const wal = join(data, 'pg_wal');
  await own.cluster.stop();
  if (what === 'data') {
    const elsewhere = join(data, '../wal');
    renameSync(wal, elsewhere);
    symlinkSync(elsewhere, wal);
    if (USER.uid && USER.gid) lchownSync(wal, USER.uid, USER.gid);
  }
  const disk = smallDisk(what === 'data' ? data : wal, 128);
  cleanup.defer(() => disk.remove());
  await own.cluster.start();
  return { ...own, disk };
}

const NO_DISK: Fault = {
  what: 'PostgreSQL: out of disk when the backup is restored',
  ends: 'told',
  skip: WHY_NO_DISK,
  own: (cleanup) => onSmallDisk(cleanup, 'data'),
  before: async ({ database }) => {
    // A new database has room on the disk only once its pages are written: one that is in use has been for long.
    await queryOn(urlOf(database.place), 'CHECKPOINT');
    return {};
  },
  strike: async ({ temp, database }, { disk }) => {
    await recorded(temp, has(/restore started/));
    // Enough to begin with, so that it is the restore that fills it.
    disk?.fill(400);
    return async () => {
      // The server is still up, and what was restored so far takes no room from it.
      expect(await database.beside()).toEqual([]);
      disk?.free();
    };
  },
  check: ({ errors }) =>
    expect(errors[0]).toMatch(
      /(No space left on device|wrote only \d+ of \d+ bytes at block \d+); give the server’s disk room/,
    ),
};

/** Writes to the log, and nothing else, until that cannot be. */
const WRITE_ON = `DO $$ BEGIN LOOP
  PERFORM pg_logical_emit_message(false, 'faults', repeat('x', 1000000));
END LOOP; END $$`;

/** The server goes down as soon as it needs a new file for its log of writes, and stays so until there is room. */
const NO_WAL: Fault = {
  what: 'PostgreSQL: no room for its log of writes when names are switched',
  ends: 'either',
  skip: WHY_NO_DISK,
  own: (cleanup) => onSmallDisk(cleanup, 'wal'),
  strike: async ({ temp }, { cluster, disk }) => {
    await recorded(temp, has(/hold traffic started/));
    disk?.fill();
    // The switch takes some hundredths of a second: who is to be faster is connected already.
    const writer = new pg.Client(cluster.url());
    writer.on('error', () => {});
    await writer.connect();
    await recorded(temp, has(/hold traffic done|^rollback action failed/));
    await expect(writer.query(WRITE_ON)).rejects.toThrow();
    return async () => {
      disk?.free();
      await cluster.stop('SIGQUIT');
      await cluster.start();
    };
  },
};

export const POSTGRES_FAULTS: readonly Fault[] = [
  ...PHASES.map(([phase, when]) => ended(phase, when)),
  ended('the backup is restored', /restore started/, true),
  ended('traffic is held', /hold traffic done/, true),
  ...PHASES.map(([phase, when]) => crashed(phase, when)),
  ...PHASES.map(([phase, when]) => killed(phase, when)),
  NO_DISK,
  NO_WAL,
];
