import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Cluster, startCluster, startStandby, type User } from './cluster.ts';

export interface Archived {
  readonly cluster: Cluster;
  /** The configuration that reaches the repository. */
  readonly config: string;
  /** A whole backup. */
  backup(): void;
  /** Sees to it that all that has happened so far is in the archive. */
  archive(from?: Cluster): Promise<void>;
  /** A copy of the cluster that goes its own way from now on, and archives to the same place. */
  fork(): Promise<Cluster>;
  remove(): Promise<void>;
}

/** A cluster of the system's PostgreSQL that archives into a repository of pgBackRest, stanza `main`. */
export async function startArchived(): Promise<Archived> {
  // What the recovery will run as has to read what is archived: root's stand-in is the package's own user.
  const user: User = userInfo().uid === 0 ? idsOf('postgres') : {};
  const directory = mkdtempSync(join(tmpdir(), 'pgbackrest-'));
  mkdirSync(join(directory, 'repo'));
  const config = join(directory, 'pgbackrest.conf');
  writeFileSync(config, '');
  for (const path of [directory, join(directory, 'repo'), config])
    if (user.uid && user.gid) chownSync(path, user.uid, user.gid);
  chmodSync(directory, 0o755);
  const program = `/usr/bin/pgbackrest --config=${config} --stanza=main`;
  const cluster = await startCluster(
    'debian',
    ['wal_level = replica', 'archive_mode = on', `archive_command = '${program} archive-push %p'`],
    user,
  );
  const lines = [
    '[global]',
    `repo1-path=${join(directory, 'repo')}`,
    'repo1-retention-full=9',
    `lock-path=${join(directory, 'lock')}`,
    'log-level-file=off',
    'start-fast=y',
    '[main]',
    `pg1-path=${cluster.data}`,
    `pg1-port=${cluster.port}`,
    `pg1-socket-path=${join(cluster.data, '..')}`,
  ];
  writeFileSync(config, `${lines.join('\n')}\n`);
  const run = (...args: string[]) =>
    execFileSync('/usr/bin/pgbackrest', [`--config=${config}`, '--stanza=main', ...args], {
      ...user,
      cwd: '/',
      env: { PATH: process.env.PATH, PGPASSWORD: cluster.password },
      stdio: 'pipe',
    });
  run('--pg1-user=postgres', 'stanza-create');
  return {
    cluster,
    config,
    backup: () => void run('--pg1-user=postgres', 'backup'),
    async archive(from = cluster) {
      const [row] = await from.query<{ name: string }>('SELECT pg_walfile_name(pg_switch_wal()) AS name');
      for (;;) {
        const [archiver] = await from.query<{ last: string | null }>(
          'SELECT last_archived_wal AS last FROM pg_stat_archiver',
        );
        if ((archiver?.last ?? '') >= (row?.name ?? '')) return;
        await wait(50);
      }
    },
    async fork() {
      const copy = await startStandby(cluster, cluster.port, user);
      await copy.query(
        `ALTER SYSTEM SET archive_command = '${program} --pg1-path=${copy.data} archive-push %p'`,
      );
      await copy.query('SELECT pg_reload_conf()');
      await copy.query('SELECT pg_promote()');
      return copy;
    },
    async remove() {
      await cluster.remove();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function idsOf(name: string): { uid: number; gid: number } {
  const id = (what: string) => Number(execFileSync('id', [what, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
