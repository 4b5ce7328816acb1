import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ActionError } from '../../base/errors.ts';
import type { Log } from '../../base/log.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import { linesWithoutRows } from '../../systems/postgres/complaints.ts';
import { withCredentials } from '../../systems/postgres/passfile.ts';
import type { Server } from '../../systems/postgres/session.ts';
import {
  chooseRestore,
  READER_ENVIRONMENT,
  speaksTo,
  type Tool,
  toolsNamed,
} from '../../systems/postgres/tools.ts';
import { run } from '../../systems/process.ts';
import { contentsOf } from './archive.ts';
import type { Backup, OnProgress } from './backup.ts';
import { createExtensions } from './extensions.ts';
import { isEntryForNow, type Rights, rightsOf, turnOf } from './ownership.ts';
import { lastOf } from './privileged.ts';
import { connection, optionsFor, psql, reasonIn, restoreError } from './psql.ts';
import { restoreProgress } from './restore-progress.ts';
import { Script } from './script.ts';
import { makesOneOf, scriptOf } from './script-of.ts';

export interface RestoreOptions {
  readonly server: Server;
  /** An empty database. */
  readonly database: string;
  /** The role that restores, where it is another one than the user of `server`. */
  readonly restorer?: { readonly name: string; readonly server: Server };
  /** Restores with all rights of the user of `server`, a superuser, what only such a one may make. */
  readonly unrestricted?: boolean;
  /** Which entries of an archive are not restored, by their text in pg_restore's list. */
  readonly leftOut?: (text: string) => boolean;
  /** Connections at a time, where the form allows. */
  readonly jobs: number;
  readonly log: Log;
  readonly progress: OnProgress;
  readonly signal: AbortSignal;
}

/** What a restore did not carry out, in the dump's own words. */
export interface Restored {
  /** Statements about owners, privileges and the like that no role of this restore may run. */
  readonly leftOut: readonly string[];
  /** Those that the owner carries out when all is there. */
  readonly after: readonly string[];
  /** Why materialized views are empty, in PostgreSQL's words, where some could not be made again. */
  readonly unrefreshed?: string;
}

/** What is known of the place when the restore begins. */
interface RestoreContext {
  readonly rights: Rights;
  /** Schemas that are there already. */
  readonly schemas: ReadonlySet<string>;
}

/**
 * Restores a backup into an empty database, stopping at the first error.
 *
 * @throws ActionError with PostgreSQL's words; the database is then to be dropped
 */
export async function restoreBackup(backup: Backup, options: RestoreOptions): Promise<Restored> {
  const { server, database, signal, restorer } = options;
  const rights = await server
    .withSignal(signal)
    .use(database, (session) => rightsOf(session, backup.extensions, options.unrestricted));
  const schemas = restorer
    ? await createExtensions({ ...options, restorer }, backup.extensions, rights)
    : new Set<string>();
  const context = { rights, schemas };
  const restored =
    backup.form === 'plain'
      ? restoreScript(backup, context, options)
      : restoreArchive(backup, context, options);
  return restored.catch((error) => withCause(error, rights, server.user));
}

/** What fails for want of an extension says so by its types and functions alone. */
function withCause(error: unknown, { deniedExtensions }: Rights, user: string): never {
  if (deniedExtensions.size === 0 || !(error instanceof ActionError)) throw error;
  const names = [...deniedExtensions].map((name) => `"${name}"`).join(', ');
  throw new ActionError(
    `${withoutFullStop(error.message)}; the extension ${names} was left out, which "${user}" may not create: give the \`database-url\` of a user who may.`,
    { cause: error, details: error.details },
  );
}

/** By psql, one statement after another. */
async function restoreScript(
  backup: Backup,
  { rights, schemas }: RestoreContext,
  options: RestoreOptions,
): Promise<Restored> {
  const { script, leftOut, after } = scriptOf(backup, rights, { ...options, schemas });
  const server = options.restorer?.server ?? options.server;
  await psql({ before: '', script, after: () => '' }, { ...options, server, version: rights.version });
  return { leftOut, after };
}

/**
 * Several jobs of pg_restore make the triggers and keys of a partitioned table, which has no rows of its own, before its
 * partitions have theirs, where the archive was written to a pipe and does not say how large they are: the triggers then
 * change every row that is restored.
 */
const IN_ORDER = [['--section=pre-data', '--section=data'], ['--section=post-data']];

/** By pg_restore, several tables at a time. */
async function restoreArchive(
  backup: Backup,
  context: RestoreContext,
  options: RestoreOptions,
): Promise<Restored> {
  const { database, jobs, progress } = options;
  const server = options.restorer?.server ?? options.server;
  const { rights, schemas } = context;
  const major = Math.floor(rights.version / 10000);
  const tool = chooseRestore(await toolsNamed('pg_restore'), { archive: backup.needs, server: major });
  if (!speaksTo(tool, major)) return restoreScript(backup, context, options);
  const contents = await contentsOf(backup.path, tool, backup.source);
  const restored = await readStatements(backup, tool, context, options);
  const directory = await mkdtemp(join(tmpdir(), 'restore-'));
  try {
    const list = join(directory, 'list');
    const entries = contents.entries.filter(
      ({ id, text }) =>
        isEntryForNow(text, rights) &&
        !options.leftOut?.(text) &&
        !isSchema(text, schemas) &&
        (rights.unrestricted || !backup.lastEntries.has(id)),
    );
    const [refreshes, others] = [entries.filter(isRefresh), entries.filter((entry) => !isRefresh(entry))];
    const listed = (some: typeof entries) => writeFile(list, `${some.map(({ line }) => line).join('\n')}\n`);
    const restorePart = partRestorer(backup, tool, list, rights.version, {
      ...options,
      server,
      onLine: restoreProgress(contents, jobs, progress),
    });
    await listed(others);
    for (const sections of jobs > 1 ? IN_ORDER : [[]]) {
      const complaints = await restorePart(['--exit-on-error', ...sections]);
      if (complaints) throw restoreError(database, complaints);
    }
    if (refreshes.length === 0) return restored;
    await listed(refreshes);
    const complaints = await restorePart([]);
    return complaints
      ? { ...restored, unrefreshed: reasonIn(linesWithoutRows(complaints)) ?? 'no reason' }
      : restored;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Runs pg_restore for the entries that are in the file `list` now; gives its complaints, or undefined where it has succeeded. */
function partRestorer(
  backup: Backup,
  tool: Tool,
  list: string,
  version: number,
  {
    server,
    database,
    jobs,
    signal,
    onLine,
  }: Pick<RestoreOptions, 'server' | 'database' | 'jobs' | 'signal'> & { onLine: (line: string) => void },
) {
  const args = [
    '--verbose',
    '--no-subscriptions',
    '--no-owner',
    '--no-privileges',
    `--jobs=${jobs}`,
    `--use-list=${list}`,
    `--dbname=${connection(database)}`,
    backup.path,
  ];
  return async (options: readonly string[]): Promise<readonly string[] | undefined> => {
    const complaints: string[] = [];
    const { code, errors } = await withCredentials(server, database, (environment) =>
      run(tool.path, [...options, ...args], {
        environment: { ...environment, PGOPTIONS: optionsFor(server, database, version) },
        signal,
        onError: (line) => {
          onLine(line);
          if (/error: |fatal: |warning: |^(DETAIL|HINT|CONTEXT)|Command was/.test(line))
            complaints.push(line);
        },
      }),
    );
    if (code === 0) return undefined;
    return complaints.length > 0 ? complaints.slice(0, 40) : errors;
  };
}

/**
 * What is made from other tables again may need what a dump does not say (a search path) or what is not here (a remote server):
 * it does not keep the rollback from going on.
 */
const isRefresh = ({ text }: { readonly text: string }): boolean =>
  text.startsWith('MATERIALIZED VIEW DATA ');

const isSchema = (text: string, schemas: ReadonlySet<string>): boolean =>
  [...schemas].some((name) => text.startsWith(`SCHEMA - ${name} `));

/**
 * Reads an archive's statements as they will run: what says whose things are is put aside, and what no dump has is
 * refused. Rows are read where they are statements too.
 */
async function readStatements(
  backup: Backup,
  tool: Tool,
  { rights, schemas }: RestoreContext,
  { database, signal }: RestoreOptions,
): Promise<Restored> {
  const leftOut: string[] = [];
  const after: string[] = [];
  const script = new Script({
    name: backup.source,
    ...(!rights.unrestricted && { drop: lastOf(backup.privileged) }),
    keep: (line) => {
      if (makesOneOf(line, schemas)) return false;
      const turn = turnOf(line, rights);
      if (turn === 'never') leftOut.push(line);
      if (turn === 'after') after.push(line);
      return turn === 'now';
    },
  });
  const held = new PassThrough();
  const read = pipeline(held, script, new Writable({ write: (_chunk, _encoding, done) => done() }));
  // Where pg_restore ends early, that is the reason.
  read.catch(() => {});
  const part = backup.statementsAsData ? [] : ['--schema-only'];
  const args = [...part, '--no-subscriptions', '--file=-', backup.path];
  const { code, errors } = await run(tool.path, args, {
    environment: READER_ENVIRONMENT,
    signal,
    output: held,
  });
  if (code !== 0) throw restoreError(database, errors);
  await read;
  return { leftOut, after };
}
