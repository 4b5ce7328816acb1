import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ActionError } from '../../base/errors.ts';
import { answerOf } from '../process.ts';

/** One of PostgreSQL's own programs, as it was found. */
export interface Tool {
  readonly name: ToolName;
  readonly path: string;
  readonly major: number;
  /** `15.18`. */
  readonly version: string;
}

/**
 * What a program that reads a backup gets beside PATH: no home, and so nothing of the settings, passwords and keys that the runner
 * has there.
 */
export const READER_ENVIRONMENT = { HOME: '/nonexistent' } as const;

type ToolName = 'pg_restore' | 'pg_dump' | 'psql' | 'pg_ctl';

/** Folders with a folder for each version, as distributions and Homebrew have them. */
const PARENTS: readonly [parent: string, folder: RegExp, bin: string][] = [
  ['/usr/lib/postgresql', /^\d+$/, 'bin'],
  ['/usr', /^pgsql-\d+$/, 'bin'],
  ['/usr/local', /^pgsql-\d+$/, 'bin'],
  ['/opt/homebrew/opt', /^(postgresql(@\d+)?|libpq)$/, 'bin'],
  ['/usr/local/opt', /^(postgresql(@\d+)?|libpq)$/, 'bin'],
];

/** The first minor version of each major whose psql knows `\restrict` (CVE-2025-8714). */
const RESTRICTS: Record<number, number> = { 13: 22, 14: 19, 15: 14, 16: 10, 17: 6 };
/** From here on pg_restore sets a parameter (transaction_timeout) that older servers do not know. */
const SETS_TRANSACTION_TIMEOUT = 17;

/** All of the machine's programs of a name, one for each version, newest first. */
export async function toolsNamed(name: ToolName, path = process.env.PATH ?? ''): Promise<readonly Tool[]> {
  const found = await Promise.all(
    [...new Set([...path.split(delimiter), ...versionFolders()])]
      .map((folder) => join(folder, name))
      .filter((file) => existsSync(file))
      .map((file) => toolAt(name, file)),
  );
  const tools = found.filter((tool) => tool !== undefined);
  const unique = new Map(tools.map((tool) => [tool.version, tool]));
  return [...unique.values()].sort((a, b) => compare(b.version, a.version));
}

/**
 * The pg_restore that reads an archive of `archive` (PostgreSQL's major version from which on it is read) and speaks
 * to a server: of the server's own major version if there is one, else the next older, else the next newer one.
 */
export function chooseRestore(
  tools: readonly Tool[],
  { archive, server }: { archive: number; server: number },
): Tool {
  const able = tools.filter(({ major }) => major >= archive);
  const fitting = able.find(({ major }) => major <= server) ?? able.at(-1);
  if (fitting) return fitting;
  const has = tools.length > 0 ? `the newest here is ${tools[0]?.version}` : 'there is none here';
  throw new ActionError(
    `The backup needs pg_restore ${archive} or newer, and ${has}; ${install(Math.max(archive, Math.min(server, 18)))}.`,
  );
}

/** Whether what a pg_restore writes is understood by a server as it is. */
export const speaksTo = (tool: Tool, server: number) =>
  server >= SETS_TRANSACTION_TIMEOUT || tool.major < SETS_TRANSACTION_TIMEOUT;

/** The pg_dump for a server: never older than it, and as near as there is. */
export function chooseDump(tools: readonly Tool[], { server }: { server: number }): Tool {
  const fitting = tools.findLast(({ major }) => major >= server);
  if (fitting) return fitting;
  const has = tools.length > 0 ? `the newest here is ${tools[0]?.version}` : 'there is none here';
  throw new ActionError(
    `The safety dump of a PostgreSQL ${server} needs pg_dump ${server} or newer, and ${has}; ${install(server)}.`,
  );
}

/** The newest psql that knows the restricted mode, without which a plain dump could run programs on the runner. */
export function choosePsql(tools: readonly Tool[]): Tool {
  const fitting = tools.find(restricts);
  if (fitting) return fitting;
  const has = tools.length > 0 ? `the newest here is ${tools[0]?.version}` : 'there is none here';
  throw new ActionError(
    `A plain SQL backup needs a psql with the restricted mode (18, 17.6, 16.10, 15.14, 14.19, 13.22 or newer; CVE-2025-8714), and ${has}; ${install(17)}.`,
  );
}

export function restricts({ major, version }: Tool): boolean {
  const minor = Number(version.split('.')[1]);
  return major >= 18 || minor >= (RESTRICTS[major] ?? Number.POSITIVE_INFINITY);
}

const install = (major: number) =>
  `install it in a step before, such as \`sudo apt-get install --yes postgresql-client-${major}\` (from apt.postgresql.org where the system has no such version)`;

function versionFolders(): string[] {
  return PARENTS.flatMap(([parent, folder, bin]) =>
    existsSync(parent)
      ? readdirSync(parent)
          .filter((name) => folder.test(name))
          .map((name) => join(parent, name, bin))
      : [],
  );
}

/** `pg_restore (PostgreSQL) 15.18 (Debian …)`; what says something else is no such program. */
async function toolAt(name: ToolName, path: string): Promise<Tool | undefined> {
  const result = await answerOf(path, ['--version']);
  const [, version, major] = /^\S+ \(PostgreSQL\) ((\d+)\S*)/.exec(result?.output ?? '') ?? [];
  return version && major ? { name, path, version, major: Number(major) } : undefined;
}

const compare = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
