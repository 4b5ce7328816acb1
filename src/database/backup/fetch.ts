import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ActionError } from '../../base/errors.ts';
import type { Log } from '../../base/log.ts';
import { chooseRestore, toolsNamed } from '../../systems/postgres/tools.ts';
import { headTo, readSmall, statObject } from '../../systems/storage/download.ts';
import { open } from '../../systems/storage/storage.ts';
import { DeniedError, type Stored } from '../../systems/storage/stored.ts';
import { contentsOf, readerOf, readWhole, tableData, tableDefinitions } from './archive.ts';
import { type Backup, type OnProgress, progressOf } from './backup.ts';
import { compressionOf, contentOf, contentStream, headOf } from './form.ts';
import { hasStatementsAsData, inspectArchive, privilegedEntries, rightsIn, tablesIn } from './inspect.ts';
import { readComment, readLocalTime } from './made-at.ts';
import { extensionIn } from './makes.ts';
import { type Fetched, onDisk } from './on-disk.ts';
import { unique } from './privileged.ts';
import { Script } from './script.ts';
import { archiveIn, nameLists, unpackFile, unpackTar } from './unpack.ts';

export interface FetchOptions {
  /** `s3://bucket/key`, `https://…` or a path. */
  readonly source: string;
  /** In hexadecimal; else what `<source>.sha256` says, where it is there. */
  readonly sha256?: string | undefined;
  readonly s3Endpoint?: string | undefined;
  /** A folder of ours, for what is fetched and unpacked. */
  readonly directory: string;
  /** The major version of the server that it will go to. */
  readonly server: number;
  /** The time zone of the server that it will go to, in which a time without one may be meant. */
  readonly zone: string;
  /** What its clock shows, in milliseconds since 1970. */
  readonly now: number;
  /**
   * The restore goes to a database of its own, where it finds a damaged archive as well: it is not read twice. Never for
   * a restore in place.
   */
  readonly readOnce?: boolean;
  readonly log: Log;
  readonly progress: OnProgress;
  readonly signal: AbortSignal;
}

/**
 * Fetches a backup and reads all of it, before anything is changed anywhere.
 *
 * @throws ActionError with the reason where it is empty, cut off, damaged, something else than the dump of one
 * database, or newer than PostgreSQL's programs here or the server take
 */
export async function fetchBackup(options: FetchOptions): Promise<Backup> {
  const { source, directory, s3Endpoint, log, signal } = options;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const stored = await open(source, { s3Endpoint, signal });
  const expected = await expectedSum(stored, options.sha256, { log, signal });
  if (stored.local !== undefined && (await isFolder(stored.local))) {
    if (options.sha256)
      throw new ActionError(`${stored.name} is a folder, which has no SHA-256; leave \`backup-sha256\` out.`);
    const path = await archiveIn(stored.local, stored.name);
    const { mtime } = await stat(join(path, 'toc.dat'));
    const whole = { path, bytes: 0, sha256: '', modifiedAt: mtime.toISOString() };
    return { ...(await archive(path, 'directory', whole, stored.name, options)), sha256: undefined };
  }
  const fetched = await onDisk(stored, options);
  if (fetched.bytes === 0) throw new ActionError(`${stored.name} is empty; use another backup.`);
  if (expected !== undefined && expected !== fetched.sha256) {
    throw new ActionError(
      `${stored.name} does not match its checksum: its SHA-256 is ${fetched.sha256}, expected was ${expected}; use another backup.`,
    );
  }
  return recognised(fetched, stored.name, options);
}

/** The most that is fetched to know what is in a backup. */
const PREVIEW = 64 * 1024 * 1024;

/**
 * What a backup is, before all of it is fetched: a small one is fetched and read, of a large archive its table of contents,
 * which is at its head. A large script or packed file is known only once it is here: undefined.
 *
 * @throws ActionError as `fetchBackup` does
 */
export async function previewBackup(options: FetchOptions): Promise<Backup | undefined> {
  const { source, directory, s3Endpoint, signal } = options;
  const stored = await open(source, { s3Endpoint, signal });
  const isSmall = stored.local !== undefined && (await isFolder(stored.local));
  const whole = stored.local === undefined ? await statObject(stored, signal) : await stat(stored.local);
  if (whole === undefined) return undefined;
  if (isSmall || whole.size <= PREVIEW) return fetchBackup({ ...options, readOnce: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = stored.local ?? (await headTo(stored, join(directory, 'head'), PREVIEW, signal));
  const head = await headOf(path);
  if (compressionOf(head, stored.name) !== 'none' || contentOf(head, stored.name) !== 'custom')
    return undefined;
  const fetched = { path, bytes: whole.size, sha256: '', modifiedAt: whole.mtime?.toISOString() };
  return archive(path, 'custom', fetched, stored.name, { ...options, readOnce: true });
}

/**
 * The text of a small file beside a backup, such as `<backup>.snapshot.json`; undefined where there is none, or where the store
 * does not say whether there is.
 */
export async function readNeighbour(
  source: string,
  suffix: string,
  { s3Endpoint, log, signal }: Pick<FetchOptions, 's3Endpoint' | 'log' | 'signal'>,
): Promise<string | undefined> {
  return neighbourOf(await open(source, { s3Endpoint, signal }), suffix, { log, signal });
}

async function neighbourOf(
  stored: Stored,
  suffix: string,
  { log, signal }: Pick<FetchOptions, 'log' | 'signal'>,
): Promise<string | undefined> {
  const neighbour = stored.neighbour(suffix);
  try {
    return await readSmall(neighbour, signal);
  } catch (error) {
    if (!(error instanceof DeniedError)) throw error;
    // S3 answers so for what is not there, too, if it may not be listed.
    log.warn(`${neighbour.name} is not used, because it may not be read or is not there.`);
    return undefined;
  }
}

async function expectedSum(
  stored: Stored,
  given: string | undefined,
  context: Pick<FetchOptions, 'log' | 'signal'>,
): Promise<string | undefined> {
  const text = given ?? (await neighbourOf(stored, '.sha256', context));
  if (text === undefined) return undefined;
  const sum = /^\s*\\?([0-9a-f]{64})(\s|$)/i.exec(text)?.[1]?.toLowerCase();
  const where = given === undefined ? `${stored.name}.sha256` : 'Input `backup-sha256`';
  if (!sum) throw new ActionError(`${where} has no SHA-256 (64 hexadecimal digits) in it.`);
  return sum;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function recognised(fetched: Fetched, name: string, options: FetchOptions): Promise<Backup> {
  const head = await headOf(fetched.path);
  const compression = compressionOf(head, name);
  const content = () => contentStream(fetched.path, compression, name);
  const inner = compression === 'none' ? head : await firstBytes(content());
  const kind = contentOf(inner, name);
  // What a plan has unpacked.
  await rm(join(options.directory, 'unpacked'), { recursive: true, force: true });
  if (kind === 'text') return plain(fetched, compression, name, options);
  if (kind === 'tar') {
    const path = await unpackTar(content(), join(options.directory, 'unpacked'), name);
    await nameLists(path, name);
    return archive(path, 'directory', fetched, name, options);
  }
  if (compression === 'none') return archive(fetched.path, 'custom', fetched, name, options);
  const path = join(options.directory, 'unpacked');
  await unpackFile(content(), path, name);
  return archive(path, 'custom', fetched, name, options);
}

async function firstBytes(content: AsyncIterable<Buffer>): Promise<Buffer> {
  for await (const chunk of content) return chunk;
  return Buffer.alloc(0);
}

async function archive(
  path: string,
  form: 'custom' | 'directory',
  fetched: Fetched,
  name: string,
  { server, zone, now, readOnce = false, progress, signal }: FetchOptions,
): Promise<Backup> {
  const needs = readerOf(await headOf(form === 'custom' ? path : join(path, 'toc.dat')), name);
  // Before any program reads it.
  const { entries, local } = await inspectArchive(path, form, name);
  const tool = chooseRestore(await toolsNamed('pg_restore'), { archive: needs, server });
  const contents = await contentsOf(path, tool, name);
  requireNotNewer(contents.serverVersion, server, name);
  const tables = tableData(contents).length;
  const rights = rightsIn(entries);
  const extensions = entries.flatMap(({ kind, definition }) =>
    kind === 'EXTENSION' ? (extensionIn(definition) ?? []) : [],
  );
  requireDefinitions({ data: tables, relations: rights.relations, extensions }, name);
  const report = progressOf('check', 'tables', progress);
  let read = 0;
  if (!readOnce) await readWhole(path, tool, name, { signal, onTable: () => report(++read, tables) });
  return {
    source: name,
    path,
    form,
    compression: 'none',
    bytes: fetched.bytes,
    sha256: fetched.sha256,
    ...readLocalTime(local, { modifiedAt: fetched.modifiedAt, zones: [zone], now }),
    database: contents.database,
    serverVersion: contents.serverVersion,
    toolVersion: contents.toolVersion,
    needs,
    tables,
    extensions,
    ...privilegedEntries(entries),
    statementsAsData: hasStatementsAsData(entries),
    ...tablesIn(entries),
    ...rights,
    hasData: tables > 0 || tableDefinitions(contents).length === 0,
  };
}

async function plain(
  fetched: Fetched,
  compression: Backup['compression'],
  name: string,
  { server, zone, now, progress, signal }: FetchOptions,
): Promise<Backup> {
  const contents = await readScript(fetched, compression, name, { progress, signal });
  requireDefinitions(contents, name);
  requireNotNewer(contents.serverVersion, server, name);
  return {
    source: name,
    path: fetched.path,
    form: 'plain',
    compression,
    bytes: fetched.bytes,
    sha256: fetched.sha256,
    ...readComment(contents.startedAt, { modifiedAt: fetched.modifiedAt, zones: [zone], now }),
    database: undefined,
    serverVersion: contents.serverVersion,
    toolVersion: contents.toolVersion,
    needs: 0,
    tables: contents.rowsOf.size,
    extensions: contents.extensions,
    privileged: unique(contents.privileged),
    lastEntries: new Set(),
    statementsAsData: true,
    rowsOf: contents.rowsOf,
    definesWithoutRows: new Set([...contents.tables].filter((table) => !contents.rowsOf.has(table))),
    hasData: contents.data > 0 || contents.tables.size === 0,
    owners: contents.owners,
    hasGrants: contents.hasGrants,
    hasOwners: contents.owners.size > 0,
    relations: contents.relations,
    hasKeys: contents.hasKeys,
    hasLargeObjects: contents.hasLargeObjects,
    emptyMappings: contents.emptyMappings,
  };
}

/** What a script has in it, read to its end. */
async function readScript(
  { path, bytes }: Fetched,
  compression: Backup['compression'],
  name: string,
  { progress, signal }: Pick<FetchOptions, 'progress' | 'signal'>,
): Promise<Script['contents']> {
  const report = progressOf('check', 'bytes', progress);
  const script = new Script({ name });
  let read = 0;
  const nowhere = new Writable({
    write: (chunk: Buffer, _, done) => {
      read += chunk.length;
      report(compression === 'none' ? read : 0, compression === 'none' ? bytes : undefined);
      done();
    },
  });
  await pipeline(contentStream(path, compression, name), script, nowhere, { signal }).catch(
    (error: unknown) => {
      signal.throwIfAborted();
      throw error;
    },
  );
  return script.contents;
}

/** Extensions bring tables of their own, whose rows a dump has. @throws ActionError where rows have nothing to go to */
function requireDefinitions(
  { data, relations, extensions }: { data: number; relations: number; extensions: readonly unknown[] },
  name: string,
): void {
  if (data === 0 || relations > 0 || extensions.length > 0) return;
  throw new ActionError(
    `${name} has rows and makes no table (pg_dump --data-only, or --section=data), so there is nothing to restore them into; use a backup of everything.`,
  );
}

/** PostgreSQL promises that a dump goes to the same or a newer version; backwards it works by chance. */
function requireNotNewer(version: string | undefined, server: number, name: string): void {
  if (version === undefined || Number.parseInt(version, 10) <= server) return;
  throw new ActionError(
    `${name} was made from PostgreSQL ${version}, which is newer than the server (${server}); restore it to a server of that version or newer.`,
  );
}
