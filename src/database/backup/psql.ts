import { randomBytes } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { ActionError } from '../../base/errors.ts';
import { linesWithoutRows } from '../../systems/postgres/complaints.ts';
import { withCredentials } from '../../systems/postgres/passfile.ts';
import type { Server } from '../../systems/postgres/session.ts';
import { choosePsql, toolsNamed } from '../../systems/postgres/tools.ts';
import { run } from '../../systems/process.ts';

/** psql's arguments: no start file, stopping at the first error, nothing but what is requested on its output. */
const ARGUMENTS = [
  '--no-psqlrc',
  '--quiet',
  '--tuples-only',
  '--no-align',
  '--set=ON_ERROR_STOP=1',
  '--file=-',
];

/** A database's name as libpq takes it, where a bare one could be read as a connection string. */
export const connection = (database: string) => `dbname='${database.replace(/[\\']/g, '\\$&')}'`;

/**
 * Runs a script by psql in its restricted mode: `before`, then the script, and only when that has come to its end
 * without an error `after`. Succeeds only where psql says that it carried out the last line.
 *
 * @returns what PostgreSQL warned of
 * @throws what `script` ends with, or an ActionError with PostgreSQL's words
 */
export async function psql(
  { before, script, after }: { before: string; script: AsyncIterable<Buffer>; after: () => string },
  {
    server,
    database,
    version,
    signal,
  }: { server: Server; database: string; version: number; signal: AbortSignal },
): Promise<readonly string[]> {
  const tool = choosePsql(await toolsNamed('psql'));
  const key = randomBytes(24).toString('hex');
  const proof = randomBytes(24).toString('hex');
  let output = '';
  const { code, errors } = await withCredentials(server, database, (environment) =>
    run(tool.path, [...ARGUMENTS, `--dbname=${connection(database)}`], {
      environment: { ...environment, PGOPTIONS: optionsFor(server, database, version) },
      signal,
      input: Readable.from(
        framed(
          `${before}\n\\restrict ${key}\n`,
          script,
          () => `\n\\unrestrict ${key}\n${after()}\n\\echo ${proof}\n`,
        ),
        { objectMode: false },
      ),
      output: new Writable({
        // The proof is the last thing; a script may print as much as it likes before.
        write: (chunk: Buffer, _, done) => {
          output = (output + chunk.toString('latin1')).slice(-200);
          done();
        },
      }),
    }),
  );
  if (code === 0 && output.trimEnd().endsWith(proof)) return errors;
  throw restoreError(database, errors);
}

/**
 * Settings for sessions that restore: a crash of the server in the middle means starting over anyway, and limits of a role
 * or database are meant for applications.
 *
 * @param version of the server, as a number
 */
export function optionsFor(server: Server, database: string, version: number): string {
  const own = server.environment(database).PGOPTIONS;
  return [
    own,
    '-c synchronous_commit=off',
    '-c maintenance_work_mem=512MB',
    '-c statement_timeout=0',
    '-c lock_timeout=0',
    '-c idle_in_transaction_session_timeout=0',
    '-c default_transaction_read_only=off',
    version >= 140000 && '-c idle_session_timeout=0',
    version >= 170000 && '-c transaction_timeout=0',
  ]
    .filter(Boolean)
    .join(' ');
}

/** A complaint that psql repeats of a server that speaks another language (`FEHLER:  …`): the last one is what ended it. */
const OF_PSQL = /^psql:<stdin>:\d+: \S+ ?: +/;

/** The first complaint of a program of PostgreSQL, as a part of a sentence. */
export function reasonIn(lines: readonly string[]): string | undefined {
  const line = lines.find((line) => /\b(ERROR|FATAL|PANIC|error|fatal): /.test(line));
  const reason =
    line?.replace(/^.*?\b(ERROR|FATAL|PANIC|error|fatal): +/, '') ??
    lines.findLast((other) => OF_PSQL.test(other))?.replace(OF_PSQL, '');
  return reason?.replace(/\.$/, '');
}

/** PostgreSQL's first complaint as the sentence, all of them as details, without the rows that they quote. */
export function restoreError(database: string, all: readonly string[]): ActionError {
  const lines = linesWithoutRows(all);
  const reason = reasonIn(lines);
  // A disk that had room for the beginning of a block has the other words (md.c, mdextend).
  const isFull = /No space left on device|: wrote only \d+ of \d+ bytes/.test(reason ?? '');
  const isCut = /could not read from input file|could not uncompress data|unexpected end of file/.test(
    reason ?? '',
  );
  const [, tablespace] = /permission denied for tablespace (.+)$/.exec(reason ?? '') ?? [];
  const isClosed =
    tablespace === undefined
      ? ''
      : `; let the user of \`database-url\` hand that right on (GRANT CREATE ON TABLESPACE ${tablespace} TO … WITH GRANT OPTION), or make the backup with pg_dump --no-tablespaces`;
  return new ActionError(
    `The backup could not be restored into "${database}": ${reason ?? 'it ended early without a reason'}${isClosed}${isFull ? '; give the server’s disk room for the database once more, and run this again' : ''}${isCut ? '; it is truncated or damaged, use another backup' : ''}.`,
    { details: lines },
  );
}

/** `head`, the script, and `tail` only where the script came to its end. */
async function* framed(
  head: string,
  script: AsyncIterable<Buffer>,
  tail: () => string,
): AsyncGenerator<Buffer> {
  yield Buffer.from(head);
  yield* script;
  yield Buffer.from(tail());
}
