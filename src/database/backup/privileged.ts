import { nameIn } from './written.ts';

/** What a backup makes and only a superuser may make, also where another role owns the database. */
export interface Privileged {
  /** `event trigger`, `cast` … */
  readonly kind: string;
  /** As the backup writes it. */
  readonly name: string;
  /** Nothing else in a dump needs it: it can be made when all is there, or left out. */
  readonly isLast: boolean;
}

const NAME = '(?:"(?:[^"]|"")+"|[\\w$\\x80-\\xff]+)';
const QUALIFIED = `(?:${NAME}\\.)?${NAME}`;
/** Statements as pg_dump writes them, by what they make. */
const MAKES: readonly [kind: string, pattern: RegExp, isLast?: true][] = [
  ['event trigger', new RegExp(`^CREATE EVENT TRIGGER (${NAME}) `), true],
  ['publication', new RegExp(`^CREATE PUBLICATION (${NAME}) FOR (?:ALL TABLES|TABLES IN SCHEMA)\\b`), true],
  ['publication', new RegExp(`^ALTER PUBLICATION (${NAME}) ADD TABLES IN SCHEMA `), true],
  ['foreign data wrapper', new RegExp(`^CREATE FOREIGN DATA WRAPPER (${NAME})`)],
  ['language', new RegExp(`^CREATE (?:OR REPLACE )?(?:TRUSTED )?(?:PROCEDURAL )?LANGUAGE (${NAME})`)],
  ['access method', new RegExp(`^CREATE ACCESS METHOD (${NAME}) `)],
  ['text search template', new RegExp(`^CREATE TEXT SEARCH TEMPLATE (${QUALIFIED}) `)],
  ['text search parser', new RegExp(`^CREATE TEXT SEARCH PARSER (${QUALIFIED}) `)],
  ['operator class', new RegExp(`^CREATE OPERATOR CLASS (${QUALIFIED})\\s`)],
  ['operator family', new RegExp(`^CREATE OPERATOR FAMILY (${QUALIFIED}) `)],
  ['type', new RegExp(`^CREATE TYPE (${QUALIFIED})(?:;| \\(\\s*INTERNALLENGTH )`)],
  ['aggregate', new RegExp(`^CREATE AGGREGATE (${QUALIFIED})\\([^;]{0,2000}?\\bM?STYPE = internal\\b`)],
  // Types of PostgreSQL's own have no schema in a dump, and never belong to the restoring role.
  ['cast', /^CREATE CAST (\([^.()"]{1,100} AS [^.()"]{1,100}\)) /],
  ['cast', /^CREATE CAST (\([^;]{1,300}\)) WITHOUT FUNCTION/],
];
/** How pg_dump says what a function is written in, and what it is. */
const FUNCTION = new RegExp(`^CREATE (FUNCTION|PROCEDURE) (${QUALIFIED})\\(`);
const LANGUAGE = /\n {4}LANGUAGE (\S{1,70})([^\n]{0,200})/;

/** What the statement makes that takes a superuser, if it does. Pure. */
export function privilegedIn(statement: string): Privileged | undefined {
  const text = statement.trimStart();
  for (const [kind, pattern, isLast = false] of MAKES) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return { kind, name: readable(name), isLast };
  }
  const [, what, name] = FUNCTION.exec(text) ?? [];
  if (what === undefined || name === undefined) return undefined;
  const [, language = '', traits = ''] = LANGUAGE.exec(text) ?? [];
  const takesOne = /^(?:c|internal|\w+u)$/.test(language) || / LEAKPROOF\b/.test(traits);
  return takesOne ? { kind: what.toLowerCase(), name: readable(name), isLast: false } : undefined;
}

/** Each once. Pure. */
export const unique = (found: readonly Privileged[]): Privileged[] => [
  ...new Map(found.map((one) => [`${one.kind} ${one.name}`, one])).values(),
];

/** Of which of these a statement is, that are made when all is there: it makes it, or says more about it. Pure. */
export function lastOf(privileged: readonly Privileged[]): (statement: string) => boolean {
  const last = new Set(privileged.filter(({ isLast }) => isLast).map(({ kind, name }) => `${kind} ${name}`));
  return (statement) => {
    const [, kind = '', name = ''] = ABOUT.exec(statement.trimStart()) ?? [];
    return last.has(`${kind.toLowerCase()} ${readable(name)}`);
  };
}

const ABOUT = new RegExp(`^(?:CREATE|ALTER|COMMENT ON) (EVENT TRIGGER|PUBLICATION) (${NAME})`);

/** A name without quotes, for people; a bare one is what it is. */
const readable = (written: string) =>
  written
    .split('.')
    .map((part) => nameIn(part))
    .join('.');
