import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backup, Progress } from '../../../src/database/backup/backup.ts';
import { type FetchOptions, fetchBackup } from '../../../src/database/backup/fetch.ts';
import { restoreBackup } from '../../../src/database/backup/restore.ts';
import { handOver } from '../../../src/database/hand-over.ts';
import { Server } from '../../../src/systems/postgres/session.ts';
import { dumpProgram } from '../postgres/tools.ts';

/** What a room gets from the runner, and what it said. */
export function listener() {
  const said: string[] = [];
  const warnings: string[] = [];
  const steps: Progress[] = [];
  const log = {
    info: (line: string) => void said.push(line),
    warn: (sentence: string) => void warnings.push(sentence),
    group: (title: string, lines: readonly string[]) => void said.push(title, ...lines),
  };
  return { log, said, warnings, steps, progress: (step: Progress) => void steps.push(step) };
}

export const never = new AbortController().signal;

export const serverAt = (url: string, signal = never) => Server.parse(url, { signal, mask: () => {} });

export const temporary = () => mkdtempSync(join(tmpdir(), 'backup-test-'));

/** pg_dump of the machine's own PostgreSQL into a file or folder; gives its path. */
export function dump(url: string, name: string, ...args: readonly string[]): string {
  const path = join(temporary(), name);
  execFileSync(dumpProgram(url), [...args, `--file=${path}`, `--dbname=${url}`], { stdio: 'pipe' });
  return path;
}

export const dumpText = (url: string, ...args: readonly string[]) =>
  readFileSync(dump(url, 'dump.sql', ...args), 'utf8');

/** Fetches with what a test does not care about left out. */
export function fetched(source: string, more: Partial<FetchOptions> = {}): Promise<Backup> {
  return fetchBackup({
    source,
    directory: temporary(),
    server: 18,
    zone: 'UTC',
    now: Date.now(),
    log: listener().log,
    progress: () => {},
    signal: never,
    ...more,
  });
}

/** Restores a backup by the user of `server`, with what its owner does when all is there; gives what was left out. */
export async function restoreWhole(
  backup: Backup,
  options: Parameters<typeof restoreBackup>[1],
): Promise<readonly string[]> {
  const { leftOut, after } = await restoreBackup(backup, options);
  const { server, database } = options;
  const known = new Set<string>();
  const { refused } = await handOver(server, database, {
    owner: server.user,
    restorer: undefined,
    after,
    known,
  });
  return [...leftOut, ...refused];
}
