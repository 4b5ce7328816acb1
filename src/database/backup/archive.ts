import { devNull } from 'node:os';
import { ActionError } from '../../base/errors.ts';
import { READER_ENVIRONMENT, type Tool } from '../../systems/postgres/tools.ts';
import { outputOf, run } from '../../systems/process.ts';

/** What `pg_restore --list` says about an archive. */
export interface Contents {
  readonly database: string | undefined;
  readonly serverVersion: string | undefined;
  readonly toolVersion: string | undefined;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly id: number;
  /** The line as pg_restore wrote it, which it also reads (`--use-list`). */
  readonly line: string;
  /** What follows the numbers: kind, schema, name and owner, which nothing parts for certain. */
  readonly text: string;
}

/** The first major version of PostgreSQL that reads a version of the archive's header. */
const READERS: readonly [header: number, major: number][] = [
  [0x0110, 17],
  [0x010f, 16],
  [0x010e, 11],
];
/** The newest header that is known here. */
const NEWEST_HEADER = 0x0110;

/**
 * The major version of PostgreSQL whose pg_restore an archive needs, by the first bytes of the archive (or of the
 * `toc.dat` of a folder).
 *
 * @throws ActionError where it is newer than anything known, or no header at all
 */
export function readerOf(head: Buffer, name: string): number {
  if (head.toString('latin1', 0, 5) !== 'PGDMP' || head.length < 11)
    throw new ActionError(
      `${name} is truncated or damaged: it has no whole archive header; use another backup.`,
    );
  const header = head.readUInt16BE(5);
  if (header > NEWEST_HEADER) {
    throw new ActionError(
      `${name} has the archive version ${head[5]}.${head[6]}, which is newer than any that is known here (1.16, PostgreSQL 18); update this action, or restore it by hand.`,
    );
  }
  return READERS.find(([least]) => header >= least)?.[1] ?? 9;
}

/**
 * Reads the table of contents of an archive.
 *
 * @throws ActionError with pg_restore's words where it cannot be read
 */
export async function contentsOf(path: string, tool: Tool, name: string): Promise<Contents> {
  const listing = await outputOf(tool.path, ['--list', path], READER_ENVIRONMENT);
  if (listing?.code !== 0) throw unreadable(name, listing?.errors.split('\n') ?? []);
  return parseContents(listing.output);
}

/** Reads what `pg_restore --list` prints. */
export function parseContents(list: string): Contents {
  const head = (pattern: RegExp) => pattern.exec(list)?.[1]?.trim() || undefined;
  return {
    database: head(/^; {5}dbname: (.*)$/m),
    serverVersion: head(/^; {5}Dumped from database version: (\S+)/m),
    toolVersion: head(/^; {5}Dumped by pg_dump version: (\S+)/m),
    entries: list.split('\n').flatMap((line) => {
      const [, id, text] = /^(\d+); \d+ \d+ (.+)$/.exec(line) ?? [];
      return id && text ? [{ id: Number(id), line, text }] : [];
    }),
  };
}

/** Entries that bring the rows of a table. */
export const tableData = ({ entries }: Contents) =>
  entries.filter(({ text }) => text.startsWith('TABLE DATA '));

/** Entries that make a table. */
export const tableDefinitions = ({ entries }: Contents) =>
  entries.filter(({ text }) => /^TABLE (?!DATA |ATTACH )/.test(text));

/**
 * Reads the whole archive, every member of it.
 *
 * @throws ActionError with pg_restore's words where a part is missing or damaged
 */
export async function readWhole(
  path: string,
  tool: Tool,
  name: string,
  { signal, onTable }: { signal: AbortSignal; onTable: () => void },
): Promise<void> {
  const { code, errors } = await run(tool.path, ['--verbose', '--file', devNull, path], {
    environment: READER_ENVIRONMENT,
    signal,
    onError: (line) => {
      if (/^pg_restore: processing data for table /.test(line)) onTable();
    },
  });
  if (code !== 0) throw unreadable(name, errors);
}

function unreadable(name: string, lines: readonly string[]): ActionError {
  const details = lines.filter((line) => line.trim() !== '');
  const reason = details
    .findLast((line) => /error:|fatal:/.test(line))
    ?.replace(/^pg_restore: (error|fatal): /, '');
  return new ActionError(
    `${name} is truncated or damaged: pg_restore cannot read all of it (${reason ?? 'it gives no reason'}); use another backup.`,
    { details },
  );
}
