import { stat } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ActionError } from '../../base/errors.ts';
import { chooseRestore, READER_ENVIRONMENT, toolsNamed } from '../../systems/postgres/tools.ts';
import { run } from '../../systems/process.ts';
import { type Backup, type OnProgress, progressOf } from './backup.ts';
import { contentStream } from './form.ts';
import { isTooNew, type Rights, turnOf } from './ownership.ts';
import { lastOf } from './privileged.ts';
import { Script } from './script.ts';
import { nameIn } from './written.ts';

interface ScriptOfOptions {
  readonly progress: OnProgress;
  readonly signal: AbortSignal;
  /** For a transaction that the caller begins and ends. */
  readonly inTransaction?: boolean;
  /** Schemas that are there already. */
  readonly schemas?: ReadonlySet<string>;
}

/**
 * A backup as SQL for psql. Reading it ends without an error only where the backup was whole and, for an archive,
 * pg_restore ended well; what was left out for want of rights is known by then.
 */
export function scriptOf(
  backup: Backup,
  rights: Rights,
  options: ScriptOfOptions,
): { script: AsyncIterable<Buffer>; leftOut: readonly string[]; after: readonly string[] } {
  const report = progressOf('restore', 'tables', options.progress);
  let tables = 0;
  const leftOut: string[] = [];
  const after: string[] = [];
  const { inTransaction = false, schemas = new Set() } = options;
  const isLast = lastOf(backup.privileged);
  const script = new Script({
    name: backup.source,
    inTransaction,
    drop: (line) => isTooNew(line, rights) || (!rights.unrestricted && isLast(line)),
    keep: (line) => {
      if (makesOneOf(line, schemas)) return false;
      const turn = turnOf(line, rights);
      if (turn === 'never') leftOut.push(line);
      if (turn === 'after') after.push(line);
      return turn === 'now';
    },
    onTable: () => {
      if (backup.form !== 'plain') report(tables++, backup.tables);
    },
  });
  const source =
    backup.form === 'plain' ? plainSource(backup, options) : archiveSource(backup, rights, options);
  async function* toItsEnd() {
    yield* through(source, script, options.signal);
    if (backup.form !== 'plain') report(tables, backup.tables);
  }
  return { script: toItsEnd(), leftOut, after };
}

/** Whether a line makes a schema that is there already. */
export function makesOneOf(line: string, schemas: ReadonlySet<string>): boolean {
  const written = /^CREATE SCHEMA ("(?:[^"]|"")+"|\w+);$/.exec(line)?.[1];
  return written !== undefined && schemas.has(nameIn(written));
}

interface Source {
  readonly stream: Readable;
  /** Rejects with the cause where the stream ended too early for one. */
  readonly ended: Promise<void>;
}

async function* through(
  source: Promise<Source>,
  script: Script,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const { stream, ended } = await source;
  // The reader learns of its failure from the script's own error, or below.
  const flow = pipeline(stream, script, { signal });
  flow.catch(() => {});
  try {
    yield* script as AsyncIterable<Buffer>;
  } catch (error) {
    signal.throwIfAborted();
    await ended;
    throw error;
  } finally {
    stream.destroy();
    script.destroy();
  }
  await Promise.all([flow, ended]);
}

async function plainSource(
  { path, compression, source }: Backup,
  { progress }: ScriptOfOptions,
): Promise<Source> {
  const { size } = await stat(path).catch((error: Error) => {
    throw new ActionError(`${source} cannot be read any more: ${error.message}.`, { cause: error });
  });
  const report = progressOf('restore', 'bytes', progress);
  const stream = contentStream(path, compression, source, (bytes) => report(bytes, size));
  return { stream, ended: Promise.resolve() };
}

/** pg_restore writes the archive as SQL. */
async function archiveSource(
  { path, needs, source }: Backup,
  rights: Rights,
  { signal }: ScriptOfOptions,
): Promise<Source> {
  const server = Math.floor(rights.version / 10000);
  const tool = chooseRestore(await toolsNamed('pg_restore'), { archive: needs, server });
  const stream = new PassThrough();
  const args = ['--no-subscriptions', '--file=-', path];
  const ended = run(tool.path, args, { environment: READER_ENVIRONMENT, signal, output: stream }).then(
    ({ code, errors }) => {
      if (code !== 0)
        throw new ActionError(
          `${source} cannot be read any more: ${errors.at(-1) ?? 'pg_restore gives no reason'}.`,
          {
            details: errors,
          },
        );
    },
  );
  ended.catch(() => {});
  return { stream, ended };
}
