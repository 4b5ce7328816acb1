import { readFileSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError } from '../../base/errors.ts';
import { Lexer } from './lexer.ts';
import { emptyMapping } from './makes.ts';
import { lastOf, privilegedIn, unique } from './privileged.ts';
import { REACHING, readEncoding, readingOf } from './statements.ts';
import { fileOfToc, readToc, type Toc, type TocEntry } from './toc.ts';
import { textIn } from './written.ts';

/** Names of files in a directory format, as pg_dump makes them. */
const DATA = /^\d{1,10}\.dat(?:\.(?:gz|lz4|zst))?$/;
const BLOBS = /^blobs(?:_\d{1,10})?\.toc$/;
const BLOB_LINE = /^\d{1,10} blob_\d{1,10}\.dat(?:\.(?:gz|lz4|zst))?$/;
const PACKED = /\.(?:gz|lz4|zst)$/;
/** What pg_dump says of encodings and strings, which pg_restore reads itself. */
const ENCODING = /^SET client_encoding = ('[\w .-]+');\n*$/;
const STRINGS = /^SET standard_conforming_strings = 'o(?:n|ff)';\n*$/;
const PATH = /^SELECT pg_catalog\.set_config\('search_path', '[^'\\]*', false\);\n*$/;
/** Grants with their grantor, which are never carried out as that role. */
const AS_GRANTOR =
  /^(?:SET SESSION AUTHORIZATION (?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)|RESET SESSION AUTHORIZATION);$/gm;
/** Entries that only their owner carries out, a line each. */
const PRIVILEGES = new Set(['ACL', 'DEFAULT ACL']);
/** Entries that say nothing but for a database of their own, which is never made from them. */
const OF_THE_DATABASE = new Set(['DATABASE', 'DATABASE PROPERTIES']);
/** Entries of which pg_restore passes over those of a database itself, by their name, where it makes none (`_tocEntryRequired`). */
const ABOUT_SOMETHING = new Set(['ACL', 'COMMENT', 'SECURITY LABEL']);

/**
 * Looks into an archive before any program reads it: whether the files that it names are its own, and whether what it
 * would carry out, in every section, is what a dump of one database has.
 *
 * @throws ActionError that says what it has and no dump has
 */
export async function inspectArchive(path: string, form: 'custom' | 'directory', name: string): Promise<Toc> {
  const toc = readToc(fileOfToc({ form, path }), name);
  const { entries } = toc;
  if (form === 'directory') await requireOwnFiles(path, entries, name);
  for (const kind of ['ENCODING', 'STDSTRINGS', 'SEARCHPATH'])
    if (entries.filter((entry) => entry.kind === kind).length > 1)
      throw new ActionError(`${name} has ${kind} twice, which no dump has; use another backup.`);
  const escapes = entries.some(({ kind, definition }) => kind === 'STDSTRINGS' && /off/.test(definition));
  for (const entry of entries) requireHarmless(entry, escapes, name);
  return toc;
}

/** Archives whose rows are statements, not COPY: all of them have to be read to be known. Pure. */
export const hasStatementsAsData = (entries: readonly TocEntry[]): boolean =>
  entries.some(({ kind, hasData, copy }) => hasData && kind !== 'BLOBS' && copy === '');

/** What an archive makes that only a superuser may make, and its entries about what of it is made last. Pure. */
export function privilegedEntries(entries: readonly TocEntry[]) {
  const privileged = unique(entries.flatMap(({ definition }) => privilegedIn(definition) ?? []));
  const isLast = lastOf(privileged);
  return {
    privileged,
    lastEntries: new Set(entries.filter(({ definition }) => isLast(definition)).map(({ id }) => id)),
  };
}

/** Which tables an archive makes, and which it has rows of. Pure. */
export function tablesIn(entries: readonly TocEntry[]) {
  const names = (of: (entry: TocEntry) => boolean) =>
    new Set(entries.filter(of).map(({ schema, name }) => textIn(`${schema}.${name}`)));
  const rowsOf = names(({ kind }) => kind === 'TABLE DATA');
  // The rows of a partitioned table are its partitions'; unlogged tables may be left out by choice.
  const made = names(
    ({ kind, definition }) => kind === 'TABLE' && !/\)\s*PARTITION BY |^CREATE UNLOGGED /.test(definition),
  );
  return { rowsOf, definesWithoutRows: new Set([...made].filter((table) => !rowsOf.has(table))) };
}

/** The owners in an archive, whether it has grants, how many lockable objects it creates, and which kinds. Pure. */
export function rightsIn(entries: readonly TocEntry[]) {
  return {
    owners: new Set(entries.flatMap(({ owner }) => (owner === '' ? [] : [textIn(owner)]))),
    hasGrants: entries.some((entry) => PRIVILEGES.has(entry.kind) && !isOfTheDatabase(entry)),
    // pg_dump --no-owner leaves them in an archive: it is pg_restore that would not carry them out.
    hasOwners: true,
    relations: entries.reduce((sum, { kind }) => sum + (LOCKED[kind] ?? 0), 0),
    emptyMappings: entries.flatMap(({ kind, definition }) =>
      kind === 'USER MAPPING' ? (emptyMapping(definition) ?? []) : [],
    ),
    hasKeys: entries.some(({ kind }) => kind === 'CONSTRAINT' || kind === 'INDEX'),
    hasLargeObjects: entries.some(({ kind }) => /^BLOBS?\b/.test(kind)),
  };
}

/** Locks that things take which are made: a table has a second one for what is large in it, with an index. */
const LOCKED: Readonly<Record<string, number>> = {
  TABLE: 3,
  'MATERIALIZED VIEW': 3,
  'FOREIGN TABLE': 1,
  VIEW: 1,
  INDEX: 1,
  CONSTRAINT: 1,
  SEQUENCE: 1,
};

async function requireOwnFiles(folder: string, entries: readonly TocEntry[], name: string): Promise<void> {
  for (const { file } of entries)
    if (file !== '' && !DATA.test(file) && !BLOBS.test(file)) throw foreignFile(name, file);
  // A tar format calls lists of large objects as data are called.
  const lists = new Set(entries.filter(({ kind }) => kind === 'BLOBS').map(({ file }) => file));
  const isList = (file: string) => BLOBS.test(file) || lists.has(file);
  for (const file of await readdir(folder)) {
    const path = join(folder, file);
    const found = await lstat(path);
    if (!found.isFile()) throw foreignFile(name, file);
    // Where a list is not there, pg_restore takes a packed one, and pg_dump packs none.
    if (PACKED.test(file) && isList(file.replace(PACKED, ''))) throw foreignFile(name, file);
    if (!isList(file)) continue;
    const lines = readFileSync(path, 'latin1').split('\n');
    const strange = lines.find((line) => line !== '' && !BLOB_LINE.test(line));
    if (strange !== undefined) throw foreignFile(name, strange);
  }
}

const foreignFile = (name: string, file: string) =>
  new ActionError(
    `${name} names the file ${JSON.stringify(file.slice(0, 200))}, which no dump has; it is not read.`,
  );

function requireHarmless(entry: TocEntry, escapes: boolean, name: string): void {
  const refusal = refusalOfEntry(entry, escapes);
  if (refusal === undefined) return;
  const what = `${entry.kind} ${entry.name}`.trim().slice(0, 100);
  throw new ActionError(
    `${name} has ${refusal} in its entry ${JSON.stringify(what)}, which no dump of one database has; use another backup.`,
  );
}

/**
 * What an entry has that no dump has. Pure.
 *
 * @param escapes whether a backslash escapes in plain strings
 */
export function refusalOfEntry(
  { kind, name, definition, copy }: Pick<TocEntry, 'kind' | 'name' | 'definition' | 'copy'>,
  escapes: boolean,
): string | undefined {
  switch (kind) {
    case 'ENCODING': {
      const [, value] = ENCODING.exec(definition) ?? [];
      return value === undefined
        ? 'an encoding that is not written as a dump writes it'
        : readEncoding(value).refusal;
    }
    case 'STDSTRINGS':
      return STRINGS.test(definition)
        ? undefined
        : 'a setting for strings that is not written as a dump writes it';
    case 'SEARCHPATH':
      return PATH.test(definition) ? undefined : 'a search path that is not written as a dump writes it';
    case 'BLOB METADATA':
      return /^(?:\d{1,10}\n)*(?:\d{1,10})?$/.test(definition)
        ? undefined
        : 'something other than numbers of large objects';
  }
  if (isOfTheDatabase({ kind, name })) return undefined;
  const made = PRIVILEGES.has(kind) ? definition.replace(AS_GRANTOR, '') : definition;
  return refusalIn(made, escapes, false) ?? (copy === '' ? undefined : refusalIn(copy, escapes, true));
}

const isOfTheDatabase = ({ kind, name }: Pick<TocEntry, 'kind' | 'name'>): boolean =>
  OF_THE_DATABASE.has(kind) || (ABOUT_SOMETHING.has(kind) && name.startsWith('DATABASE '));

function refusalIn(text: string, escapes: boolean, isCopy: boolean): string | undefined {
  let refusal: string | undefined;
  let count = 0;
  let copies = 0;
  const lexer = new Lexer({
    statement: (statement) => {
      // What is set in one entry would hold for all that follow.
      refusal ??= statement.words[0] === 'set' ? 'a SET' : readingOf(statement).refusal;
      count++;
      if (statement.copiesFromStdin) copies++;
    },
    command: () => {
      refusal ??= 'a backslash between words';
    },
    watched: REACHING,
  });
  lexer.escapesInStrings = escapes;
  // The last statement may have no semicolon.
  lexer.read(`${text}\n;`, true);
  if (!lexer.between) refusal ??= 'a statement without an end';
  const expected = isCopy ? copies === 1 && count === 1 : copies === 0;
  return refusal ?? (expected ? undefined : 'a COPY at the wrong place');
}
