import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Log } from '../../runner/log.ts';
import type { Server } from '../../systems/postgres/session.ts';
import { chooseRestore, speaksTo, type Tool, toolsNamed } from '../../systems/postgres/tools.ts';
import { run } from '../../systems/process.ts';
import { contentsOf, tableData } from './archive.ts';
import { type Backup, type OnProgress, progressOf } from './backup.ts';
import { allowed, allowedEntry, leftOutSentence, type Rights, rightsOf, saysWhose } from './ownership.ts';
import { connection, optionsFor, psql, restoreError } from './psql.ts';
import { Script } from './script.ts';
import { scriptOf } from './script-of.ts';

export interface RestoreOptions {
  readonly server: Server;
  /** An empty database. */
  readonly database: string;
  /** Connections at a time, where the form allows. */
  readonly jobs: number;
  readonly log: Log;
  readonly progress: OnProgress;
  readonly signal: AbortSignal;
}

/** What a restore did not carry out: statements about owners, privileges and the like, as they are in the dump. */
export interface Restored {
  readonly leftOut: readonly string[];
}

/**
 * Restores a backup into an empty database, stopping at the first error.
 *
 * @throws ActionError with PostgreSQL's words; the database is then to be dropped
 */
export async function restoreBackup(backup: Backup, options: RestoreOptions): Promise<Restored> {
  const { server, database, log, signal } = options;
  const rights = await server
    .withSignal(signal)
    .use(database, (session) => rightsOf(session, backup.extensions));
  const leftOut = await (backup.form === 'plain'
    ? restoreScript(backup, rights, options)
    : restoreArchive(backup, rights, options));
  const sentence = leftOutSentence(leftOut);
  if (sentence) log.warn(sentence);
  return { leftOut };
}

/** By psql, one statement after another. */
async function restoreScript(
  backup: Backup,
  rights: Rights,
  options: RestoreOptions,
): Promise<readonly string[]> {
  const { script, leftOut } = scriptOf(backup, rights, options);
  await psql({ before: '', script, after: '' }, options);
  return leftOut;
}

/** By pg_restore, several tables at a time. */
async function restoreArchive(
  backup: Backup,
  rights: Rights,
  options: RestoreOptions,
): Promise<readonly string[]> {
  const { server, database, jobs, progress, signal } = options;
  const major = Math.floor(rights.version / 10000);
  const tool = chooseRestore(await toolsNamed('pg_restore'), { archive: backup.needs, server: major });
  if (!speaksTo(tool, major)) return restoreScript(backup, rights, options);
  const contents = await contentsOf(backup.path, tool, backup.source);
  const whose = await whoseIs(backup, tool, rights, options);
  const bare = whose.refused.some(saysWhose);
  const directory = await mkdtemp(join(tmpdir(), 'restore-'));
  try {
    const list = join(directory, 'list');
    const entries = contents.entries.filter(({ text }) => allowedEntry(text, rights));
    await writeFile(list, `${entries.map(({ line }) => line).join('\n')}\n`);
    const total = tableData(contents).length;
    const report = progressOf('restore', 'tables', progress);
    let done = 0;
    report(0, total);
    const finished = jobs > 1 ? /finished item \d+ TABLE DATA / : /processing data for table /;
    const args = [
      '--verbose',
      '--exit-on-error',
      '--no-subscriptions',
      `--jobs=${jobs}`,
      `--use-list=${list}`,
      ...(bare ? ['--no-owner', '--no-privileges'] : []),
      `--dbname=${connection(database)}`,
      backup.path,
    ];
    const complaints: string[] = [];
    const { code, errors } = await run(tool.path, args, {
      environment: { ...server.environment(database), PGOPTIONS: optionsFor(server, database) },
      signal,
      onError: (line) => {
        if (finished.test(line)) report(++done, total);
        if (/error: |fatal: |warning: |^(DETAIL|HINT|CONTEXT)|Command was/.test(line)) complaints.push(line);
      },
    });
    if (code !== 0) throw restoreError(database, complaints.length > 0 ? complaints.slice(0, 40) : errors);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  if (bare && whose.allowed.length > 0) {
    await server
      .withSignal(signal)
      .use(database, (session) =>
        session.run(
          [
            'BEGIN',
            ...whose.allowed.map((line) => Buffer.from(line, 'latin1').toString('utf8').replace(/;$/, '')),
            'COMMIT',
          ].join(';\n'),
        ),
      );
  }
  return whose.refused;
}

/** The statements of an archive about owners, privileges and the like, by whether they can be carried out. */
async function whoseIs(
  backup: Backup,
  tool: Tool,
  rights: Rights,
  { database, signal }: RestoreOptions,
): Promise<{ allowed: readonly string[]; refused: readonly string[] }> {
  const can: string[] = [];
  const lines: { allowed: string[]; refused: string[] } = { allowed: can, refused: [] };
  const script = new Script({
    name: backup.source,
    keep: (line) => {
      if (!allowed(line, rights)) {
        if (line !== 'SET transaction_timeout = 0;') lines.refused.push(line);
      } else if (saysWhose(line)) can.push(line);
      return true;
    },
  });
  const held = new PassThrough();
  const read = pipeline(held, script, new Writable({ write: (_chunk, _encoding, done) => done() }));
  // Where pg_restore ends early, that is the reason.
  read.catch(() => {});
  const args = ['--schema-only', '--no-subscriptions', '--file=-', backup.path];
  const { code, errors } = await run(tool.path, args, { signal, output: held });
  if (code !== 0) throw restoreError(database, errors);
  await read;
  return lines;
}
