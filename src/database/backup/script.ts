import { Transform, type TransformCallback } from 'node:stream';
import { ActionError } from '../../base/errors.ts';
import { Lexer, type Statement } from './lexer.ts';
import {
  emptyMapping,
  extensionIn,
  locksOf,
  makesKeys,
  makesLargeObject,
  ownerIn,
  tableNamed,
} from './makes.ts';
import { privilegedIn } from './privileged.ts';
import type { ScriptContents } from './script-contents.ts';
import { REACHING, readingOf, withoutComments } from './statements.ts';

export interface ScriptOptions {
  /** For messages. */
  readonly name: string;
  /** Decides over lines that are whole statements (owners, privileges, settings): false leaves one out. */
  readonly keep?: (line: string) => boolean;
  /** Decides by its first line whether a statement is left out, to its end. */
  readonly drop?: (line: string) => boolean;
  /** The script goes into a transaction of the caller, who alone may end it. */
  readonly inTransaction?: boolean;
  /** Called at each statement that brings a table's rows. */
  readonly onTable?: () => void;
}

/** A line that is longer is read in pieces. */
const LONG = 1024 * 1024;
const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const END_OF_ROWS = Buffer.from('\n\\.');
const COMPLETE = '-- PostgreSQL database dump complete';
const HEADS: readonly [key: 'startedAt' | 'serverVersion' | 'toolVersion', line: RegExp][] = [
  ['serverVersion', /^-- Dumped from database version (\S+)/],
  ['toolVersion', /^-- Dumped by pg_dump version (\S+)/],
  ['startedAt', /^-- Started on (.+)/],
];
const TRANSACTION = new Set(['begin', 'start', 'commit', 'end', 'rollback', 'abort', 'savepoint', 'release']);

/**
 * A plain dump on its way to psql: rows pass untouched, psql's own commands are refused, and it ends with an error
 * unless the last thing was pg_dump's own word that it came to its end.
 */
export class Script extends Transform {
  readonly contents: ScriptContents = {
    tables: new Set(),
    rowsOf: new Set(),
    owners: new Set(),
    hasGrants: false,
    relations: 0,
    hasKeys: false,
    hasLargeObjects: false,
    emptyMappings: [],
    data: 0,
    extensions: [],
    privileged: [],
    complete: false,
  };
  readonly #options: ScriptOptions;
  readonly #lexer: Lexer;
  /** What has come and is not read to its end; up to `at` it is read, up to `sent` passed on. */
  #rest: Buffer = Buffer.alloc(0);
  #at = 0;
  #sent = 0;
  #inRows = false;
  #rowsNext = false;
  #atLineStart = true;
  #isFirst = true;
  /** In a statement that is left out. */
  #dropping = false;
  /** Which table the rows are of that came last. */
  #table: string | undefined;

  constructor(options: ScriptOptions) {
    super();
    this.#options = options;
    this.#lexer = new Lexer({
      statement: (statement) => this.#statement(statement),
      command: (text) => this.#command(text),
      watched: REACHING,
    });
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    try {
      // A program of Windows may have put it before the first word, where it would be read as one.
      const isMarked = this.#isFirst && chunk.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
      this.#isFirst = false;
      this.#read(isMarked ? chunk.subarray(BYTE_ORDER_MARK.length) : chunk);
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: TransformCallback): void {
    try {
      // A last line without its newline; in rows nothing could end them any more.
      if (this.#rest.length > 0 && !this.#inRows) this.#read(Buffer.from('\n'));
      if (!this.contents.complete || !this.#lexer.between) throw this.#cut();
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  #read(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#at = 0;
    this.#sent = 0;
    while (this.#inRows ? this.#rows() : this.#line());
    this.#send();
    this.#rest = this.#rest.subarray(this.#at);
  }

  /** Passes on what was read since the last time. */
  #send(): void {
    if (this.#at > this.#sent) this.push(this.#rest.subarray(this.#sent, this.#at));
    this.#sent = this.#at;
  }

  /** Reads rows up to the line `\.`; false where more must come first. */
  #rows(): boolean {
    const rest = this.#rest;
    for (let at = this.#at; ; at++) {
      at = rest.indexOf(END_OF_ROWS, at);
      if (at < 0) break;
      const tail = rest.toString('latin1', at + 3, at + 5);
      const end = tail.startsWith('\n') ? at + 4 : tail === '\r\n' ? at + 5 : undefined;
      if (end !== undefined) {
        this.#at = end;
        this.#inRows = false;
        this.#atLineStart = true;
        return true;
      }
    }
    // The end may be cut in two.
    this.#at = Math.max(this.#at, rest.length - 4);
    return false;
  }

  /** Reads a line of SQL; false where more must come first. */
  #line(): boolean {
    const rest = this.#rest;
    const newline = rest.indexOf(NEWLINE, this.#at);
    const whole = newline >= 0;
    if (!whole && rest.length - this.#at < LONG) return false;
    const end = whole ? newline + 1 : rest.length;
    const text = rest.toString('latin1', this.#at, end);
    if (this.#atLineStart && this.#lexer.between && whole) {
      const line = text.trimEnd();
      const isDropped = this.#options.drop?.(line) === true;
      if (!isDropped && !this.#wanted(line)) {
        this.#send();
        this.#at = end;
        this.#sent = end;
        return true;
      }
      if (line === '' || line.startsWith('--')) {
        this.#at = end;
        return true;
      }
      if (isDropped) {
        this.#send();
        this.#dropping = true;
      }
    }
    const read = this.#lexer.read(text, whole);
    this.#atLineStart = whole;
    this.#inRows = this.#rowsNext;
    this.#rowsNext = false;
    // Before rows the newline stays: what ends them begins with one.
    this.#at = this.#inRows ? newline : this.#at + read;
    if (this.#dropping) {
      this.#sent = this.#at;
      this.#dropping = !this.#lexer.between;
    }
    return whole;
  }

  /** Whether a line between two statements goes on to psql. */
  #wanted(line: string): boolean {
    if (line === '') return true;
    if (line === COMPLETE) this.contents.complete = true;
    // Their key is the dump's; the restricted mode that we are in has one of its own.
    if (/^\\(un)?restrict /.test(line)) return false;
    if (line.startsWith('--')) {
      this.#head(line);
      return true;
    }
    if (this.#options.inTransaction && /^(BEGIN|COMMIT);$/.test(line)) return false;
    const extension = extensionIn(line);
    if (extension) this.contents.extensions.push(extension);
    const mapping = emptyMapping(line);
    if (mapping !== undefined) this.contents.emptyMappings.push(mapping);
    return this.#options.keep?.(line) !== false;
  }

  #head(line: string): void {
    if (line === '-- PostgreSQL database cluster dump')
      throw new ActionError(
        `${this.#options.name} is a dump of a whole server (pg_dumpall), and a rollback takes one database back; make the backup with pg_dump.`,
      );
    for (const [key, pattern] of HEADS) {
      const value = pattern.exec(line)?.[1];
      if (value) this.contents[key] ??= value;
    }
  }

  #statement(statement: Statement): void {
    const { words, copiesFromStdin } = statement;
    const [first = '', second = '', third = ''] = words;
    if (this.contents.complete) {
      throw new ActionError(
        `${this.#options.name} goes on after its end: something was appended to the dump; remove it.`,
      );
    }
    if (['create', 'drop', 'alter'].includes(first) && second === 'database')
      throw this.#leadsElsewhere(`${first.toUpperCase()} DATABASE`);
    const { refusal, escapesInStrings } = readingOf(statement);
    if (refusal !== undefined) {
      throw new ActionError(
        `${this.#options.name} has ${refusal}, which no dump of one database has; use another backup.`,
      );
    }
    this.#lexer.escapesInStrings = escapesInStrings ?? this.#lexer.escapesInStrings;
    const privileged =
      first === 'create' || first === 'alter' ? privilegedIn(withoutComments(statement.text)) : undefined;
    if (privileged) this.contents.privileged.push(privileged);
    if (
      this.#options.inTransaction &&
      (TRANSACTION.has(first) || `${first} ${second}` === 'prepare transaction')
    ) {
      throw new ActionError(
        `${this.#options.name} has a transaction of its own (${first.toUpperCase()}), so it cannot be restored in place as one; use strategy swap.`,
      );
    }
    if (first === 'create' && (second === 'table' || third === 'table')) this.#makes(statement);
    if (first === 'grant' || first === 'revoke') this.contents.hasGrants = true;
    const owner = first === 'alter' ? ownerIn(statement.text) : undefined;
    if (owner !== undefined) this.contents.owners.add(owner);
    this.contents.relations += locksOf(words, statement.text);
    this.contents.hasKeys ||= makesKeys(words, statement.text);
    this.contents.hasLargeObjects ||= makesLargeObject(words, statement.text);
    if (copiesFromStdin || first === 'insert') this.#fills(statement.text);
    this.#rowsNext = copiesFromStdin;
  }

  #fills(text: string): void {
    const name = tableNamed(text);
    if (name !== undefined) this.contents.rowsOf.add(name);
    this.contents.data++;
    // Rows that are statements are many of one table.
    if (name === undefined || name !== this.#table) this.#options.onTable?.();
    this.#table = name;
  }

  #makes({ words: [, second], text }: Statement): void {
    const name = tableNamed(text);
    if (name !== undefined && second === 'table' && !/\)\s*PARTITION BY /.test(text))
      this.contents.tables.add(name);
  }

  #command(text: string): void {
    const [command = ''] = /^\\\S*/.exec(text) ?? [];
    if (/^\\c(onnect)?$/.test(command)) throw this.#leadsElsewhere('\\connect');
    throw new ActionError(
      `${this.#options.name} has the psql command ${command.slice(0, 40)}, which no dump of one database has and which could run programs here; use another backup.`,
    );
  }

  #cut(): ActionError {
    const where = this.#inRows ? ', in the middle of the rows of a table' : '';
    return new ActionError(
      `${this.#options.name} is cut off${where}: it does not end with the line "${COMPLETE.slice(3)}"; use another backup.`,
    );
  }

  #leadsElsewhere(command: string): ActionError {
    return new ActionError(
      `${this.#options.name} has ${command}, as pg_dump --create writes it, so it would be restored into a different database; make the backup with pg_dump without --create.`,
    );
  }
}
