import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, type Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ActionError } from '../../runner/errors.ts';
import type { Log } from '../../runner/log.ts';
import type { Server } from '../../systems/postgres/session.ts';
import { chooseRestore, speaksTo, type Tool, toolsNamed } from '../../systems/postgres/tools.ts';
import { run } from '../../systems/process.ts';
import { contentsOf, tableData } from './archive.ts';
import { type Backup, type OnProgress, progressOf } from './backup.ts';
import { contentStream } from './form.ts';
import { allowed, leftOutSentence, type Rights, rightsOf, saysWhose } from './ownership.ts';
import { connection, optionsFor, psql, restoreError } from './psql.ts';
import { Script } from './script.ts';

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
  const rights = await server.withSignal(signal).use(database, rightsOf);
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
  const { script, leftOut } = await scriptOf(backup, rights, options);
  await psql({ before: '', script, after: '' }, options);
  return leftOut;
}

/**
 * A backup as a stream of SQL for psql. It ends with an error, never early without one, where the backup is cut off
 * or pg_restore fails; what is left out is known when it has ended.
 */
export async function scriptOf(
  backup: Backup,
  rights: Rights,
  {
    progress,
    signal,
    inTransaction = false,
  }: Pick<RestoreOptions, 'progress' | 'signal'> & { inTransaction?: boolean },
): Promise<{ script: Readable; leftOut: readonly string[] }> {
  const script = new Script({
    name: backup.source,
    inTransaction,
    keep: (line) => allowed(line, rights),
    onTable: () => report?.(),
  });
  let report: (() => void) | undefined;
  if (backup.form === 'plain') {
    const { size } = await stat(backup.path);
    const read = progressOf('restore', 'bytes', progress);
    const file = contentStream(backup.path, backup.compression, backup.source, (bytes) => read(bytes, size));
    pipeline(file, script, { signal }).catch((error: unknown) => script.destroy(error as Error));
  } else {
    const tables = progressOf('restore', 'tables', progress);
    let done = 0;
    report = () => tables(done++, backup.tables);
    const server = Math.floor(rights.version / 10000);
    const tool = chooseRestore(await toolsNamed('pg_restore'), { archive: backup.needs, server });
    unfold(backup, tool, script, signal);
  }
  return { script, leftOut: script.leftOut };
}

/** Lets pg_restore write the archive as SQL; the script ends only where pg_restore ended well. */
function unfold(backup: Backup, tool: Tool, script: Script, signal: AbortSignal): void {
  const held = new PassThrough();
  held.pipe(script, { end: false });
  run(tool.path, ['--no-subscriptions', '--file=-', backup.path], { signal, output: held })
    .then(({ code, errors }) => {
      if (code !== 0)
        throw new ActionError(`${backup.source} could not be read: ${errors.at(-1)}.`, { details: errors });
      script.end();
    })
    .catch((error: unknown) => script.destroy(error as Error));
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
  const whose = await whoseIs(backup, tool, rights, signal);
  const plain = whose.refused.length === 0;
  const directory = await mkdtemp(join(tmpdir(), 'restore-'));
  try {
    const list = join(directory, 'list');
    const entries = contents.entries.filter(({ text }) => plain || !unableEntry(text, rights));
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
      ...(plain ? [] : ['--no-owner', '--no-privileges']),
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
  if (!plain && whose.allowed.length > 0) {
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
  signal: AbortSignal,
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
  const ended = pipeline(script, new Writable({ write: (_chunk, _encoding, done) => done() }));
  const held = new PassThrough();
  const flow = pipeline(held, script);
  const { code, errors } = await run(
    tool.path,
    ['--schema-only', '--no-subscriptions', '--file=-', backup.path],
    { signal, output: held },
  );
  if (code !== 0) throw restoreError(backup.source, errors);
  await Promise.all([ended, flow]);
  return lines;
}

/** Entries of the table of contents that only others may carry out, and that no option leaves out. */
function unableEntry(text: string, rights: Rights): boolean {
  const extension = /^COMMENT - EXTENSION (\S+)/.exec(text)?.[1];
  if (extension) return rights.foreignExtensions.has(extension.replace(/^"|"$/g, ''));
  return /^COMMENT - SCHEMA public( |$)/.test(text) && !rights.ownsPublic;
}
