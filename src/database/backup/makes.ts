import type { Extension } from './backup.ts';
import { nameIn } from './written.ts';

const CREATES_EXTENSION = /^CREATE EXTENSION (?:IF NOT EXISTS )?("[^"]+"|\w+)(?: WITH SCHEMA ("[^"]+"|\w+))?/;
const PART = '(?:"(?:[^"]|"")+"|[\\w$\\x80-\\xff]+)';
const TABLE = new RegExp(`(?:COPY|INSERT INTO|CREATE TABLE)\\s+(${PART})\\.(${PART})`, 'i');

/** `schema.table` of the statement that makes it or brings rows, as pg_dump writes it. Pure. */
export function tableNamed(text: string): string | undefined {
  const [, schema, name] = TABLE.exec(text.slice(0, 2000)) ?? [];
  if (schema === undefined || name === undefined) return undefined;
  return `${nameIn(schema)}.${nameIn(name)}`;
}

/** Locks that what a statement makes takes: a table has a second one for what is large in it, with an index. Pure. */
export function locksOf([first, ...words]: readonly string[], text: string): number {
  if (first === 'alter')
    return /\sADD CONSTRAINT [\s\S]*\s(?:PRIMARY KEY|UNIQUE|EXCLUDE)\s/.test(text.slice(0, 2000)) ? 1 : 0;
  if (first !== 'create') return 0;
  const kind = words
    .slice(0, 3)
    .find((word) => ['table', 'index', 'sequence', 'view', 'function', 'type'].includes(word));
  if (kind === 'table' || (kind === 'view' && words[0] === 'materialized')) return 3;
  return kind === 'index' || kind === 'sequence' || kind === 'view' ? 1 : 0;
}

/** Whether a statement makes a key or an index, by itself or within a table; other tools than pg_dump write it so. Pure. */
export const makesKeys = ([first, ...words]: readonly string[], text: string): boolean =>
  (first === 'create' && words.slice(0, 2).includes('index')) ||
  ((first === 'create' || first === 'alter') &&
    /\b(?:PRIMARY KEY|UNIQUE)\b/i.test(text.slice(0, MOST_OF_TABLE)));

/** What is read of the definition of a table: 1,600 columns have room. */
const MOST_OF_TABLE = 200_000;

export const makesLargeObject = ([first]: readonly string[], text: string): boolean =>
  first === 'select' && /\blo_(?:create|open|from_bytea)\(/.test(text.slice(0, 500));

const EMPTY_MAPPING = new RegExp(`^CREATE USER MAPPING FOR (${PART}) SERVER (${PART});\\s*$`);

/**
 * `<user> at <server>` of a statement that makes a user mapping without options. pg_dump writes it so where its role may not
 * read them, such as the password of another user. Pure.
 */
export function emptyMapping(text: string): string | undefined {
  const [, user, server] = EMPTY_MAPPING.exec(text.slice(0, 500)) ?? [];
  return user === undefined || server === undefined ? undefined : `${nameIn(user)} at ${nameIn(server)}`;
}

const OWNER = /\sOWNER TO ("(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)\s*;?\s*$/;

/** The role that a statement gives something to. Pure. */
export function ownerIn(text: string): string | undefined {
  const owner = OWNER.exec(text.slice(-300))?.[1];
  return owner === undefined ? undefined : nameIn(owner);
}

/** The extension that a line of a dump creates. Pure. */
export function extensionIn(line: string): Extension | undefined {
  const [, name, schema] = CREATES_EXTENSION.exec(line) ?? [];
  return name === undefined ? undefined : { name: nameIn(name), schema: schema && nameIn(schema) };
}
