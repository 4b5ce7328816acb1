import type { TableName } from '../../domain/snapshots/snapshot.ts';
import { quoteName, quoteTable, quoteText } from '../../systems/postgres/quote.ts';
import type { AccidentWindow } from './request.ts';
import type { Reference, Shape } from './shape.ts';

/** A column that can be written, as it was before the accident. */
export interface PieceColumn {
  readonly name: string;
  /** With its collation, as SQL. */
  readonly type: string;
  /** The accident has dropped it. */
  readonly lost: boolean;
  /** Says only when a row was written. */
  readonly stamp: boolean;
  /** May be set back. */
  readonly chosen: boolean;
  /** The type that it will have, where that is not there before its table is: until then its values are texts. */
  readonly later?: string;
}

/** A table that is repaired: all that a later run has to know of it, as the copies beside are gone by then. */
export interface Piece extends TableName {
  /** What its staged tables are numbered with. */
  readonly number: number;
  readonly reachedFrom: string | null;
  readonly columns: readonly PieceColumn[];
  readonly key: readonly string[];
  /** Whether the state from after the accident is staged too. */
  readonly hasAfter: boolean;
  /** When the accident was, where that is the evidence. */
  readonly window?: AccidentWindow;
  /** The rules that it had before the accident (`rulesOf`): others are newer. */
  readonly rules: readonly string[];
  /** Rows that users have written since. */
  readonly newer: number;
  readonly deletedSince: number;
  /** Rows that the accident has made. */
  readonly made: number;
  /** How far sequences of the backup were. */
  readonly sequences: readonly { readonly sequence: string; readonly last: string }[];
}

/**
 * What is staged of a table: `b` before the accident, `a` right behind it, `p` what is planned for each row (and what was written,
 * when all is), `k` what was there and is kept, `u` what an undo does; `n` which batch a row is of, `w` what batches have written.
 */
export const LETTERS = ['a', 'b', 'p', 'k', 'u', 'n', 'w'] as const;

type Letter = (typeof LETTERS)[number];

/** Types of which equal values are the same to the byte, as those of citext or of a collation without case are not. */
const EXACT =
  /^(smallint|integer|bigint|uuid|date|timestamp with(out)? time zone|bytea|text|character varying(\(\d+\))?)$/;

/** The verdicts on a row that is neither brought back nor set back, which people have to know. */
export const CONFLICTS = [
  'changed since',
  'collision',
  'taken',
  'no parent',
  'constraint',
  'no evidence',
  'no place',
] as const;

/** A piece together with where it is staged, and the living table as it is now. Makes SQL. Pure. */
export class Staged {
  readonly piece: Piece;
  /** Without anything that binds it where it is gone. */
  readonly live: Shape;
  readonly isGone: boolean;
  /** The living table's name as SQL. */
  readonly name: string;
  /** The same as rows of it are read, changed and deleted: without what inherits from it, but with its partitions. */
  readonly table: string;
  readonly #schema: string;

  /** @param schema as SQL: where it is staged */
  constructor(piece: Piece, live: Shape | undefined, schema: string) {
    this.piece = piece;
    this.live = live ?? goneShape(piece);
    this.isGone = live === undefined;
    this.name = quoteTable(this.live);
    this.table = rowsOf(this.live);
    this.#schema = schema;
  }

  at(letter: Letter): string {
    return `${this.#schema}.${letter}${this.piece.number}`;
  }

  /** An index on the key of what is staged, by which rows are found again. */
  indexSql(letter: Letter): string {
    return `CREATE INDEX ON ${this.at(letter)} (${this.piece.key.map(quoteName).join(', ')})`;
  }

  /** Whether the living table has the column today. */
  has(name: string): boolean {
    return this.live.columns.some((column) => column.name === name);
  }

  /** The columns that both have and that can be written. */
  get writable(): readonly PieceColumn[] {
    return this.piece.columns.filter(({ name }) => this.has(name));
  }

  isKey({ name }: PieceColumn): boolean {
    return this.piece.key.includes(name);
  }

  /** The columns that hold values, with their places in `sets`; of the key those that may change and stay the same key. */
  get values(): { column: PieceColumn; place: number }[] {
    return this.piece.columns
      .map((column, index) => ({ column, place: index + 1 }))
      .filter(({ column }) => !(this.isKey(column) && EXACT.test(column.type)) && !column.stamp);
  }

  get stamps(): readonly PieceColumn[] {
    return this.writable.filter(({ stamp, type }) => stamp && /^(timestamp|date\b)/.test(type));
  }

  placeOf(name: string): number {
    return this.piece.columns.findIndex((column) => column.name === name) + 1;
  }

  /** The operator that tells that two rows have the same value of a column of the key: citext has its own. */
  equality(name: string): string {
    const unique = this.live.uniques.find(
      ({ columns, expressions, exclusion }) =>
        !exclusion && columns.length === expressions.length && isSameSet(columns, this.piece.key),
    );
    return unique?.operators[unique.columns.indexOf(name)] ?? '=';
  }

  /** Two rows of the same key. */
  sameKey(one: string, other: string): string {
    return this.piece.key
      .map((name) => `${one}.${quoteName(name)} ${this.equality(name)} ${other}.${quoteName(name)}`)
      .join(' AND ');
  }

  /** That the first column of the key is there, and with it the row. */
  isThere(row: string): string {
    return `${row}.${quoteName(this.piece.key[0] as string)} IS NOT NULL`;
  }

  list(of: string, columns: readonly { readonly name: string }[] = this.piece.columns): string {
    return columns.map(({ name }) => this.value(of, name)).join(', ');
  }

  /** A value of a row; of one that is staged as a text, as what it is, once its type is there. */
  value(of: string, name: string): string {
    const later = ['a', 'b'].includes(of) && this.piece.columns.find((column) => column.name === name)?.later;
    const cast = later && !this.isGone ? `::${later}` : '';
    return `${of}.${quoteName(name)}${cast}`;
  }

  names(columns: readonly { readonly name: string }[]): string {
    return columns.map(({ name }) => quoteName(name)).join(', ');
  }

  /** A value of the living row; NULL while a lost column is not there again. */
  liveValue({ name, type }: PieceColumn): string {
    return this.has(name) ? `l.${quoteName(name)}` : `NULL::${type}`;
  }

  /** The key of a row as JSON, for examples. */
  keyJson(row: string): string {
    const pairs = this.piece.key.map((name) => `${quoteText(name)}, ${row}.${quoteName(name)}::text`);
    return `json_build_object(${pairs.join(', ')})`;
  }
}

/** Stands for a table that is not there any more. */
function goneShape({ schema, name, columns }: Piece): Shape {
  const flags = { generated: false, identity: false, always: false, notNull: false, fallback: null };
  return {
    ...{ schema, name, oid: 0, partitioned: false, foreign: false, extension: null, owner: '', owned: true },
    ...{ readable: true, filtered: false, ruled: false, keys: [], uniques: [], checks: [], references: [] },
    inherits: [],
    ...{ sequences: [], places: [], leaves: [], rows: 0 },
    columns: columns.map((column) => ({
      ...flags,
      name: column.name,
      type: column.type,
      base: column.type,
      collation: '',
    })),
  };
}

/** That a row refers to another one by a foreign key, as SQL: by the aliases of the two. Pure. */
export const refersSql = (
  { columns, toColumns, operators }: Reference,
  { parent, child }: { readonly parent: string; readonly child: string },
): string =>
  columns
    .map(
      (column, index) =>
        `${parent}.${quoteName(toColumns[index] as string)} ${operators[index]} ${child}.${quoteName(column)}`,
    )
    .join(' AND ');

/** Pure. */
export const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join('\n') === [...other].sort().join('\n');

/** A table as its rows are read, changed and deleted: with its partitions, but without what inherits from it. */
export const rowsOf = (shape: Shape): string => `${shape.partitioned ? '' : 'ONLY '}${quoteTable(shape)}`;

/**
 * Byte for byte: also where the type has no equality, such as json, and where 1.0 is not 1.00. What users have made of other
 * types and arrays has several forms of the same value, such as an array that had a NULL once: these are the same by their texts,
 * which is what a backup keeps of them.
 */
export function same(one: string, other: string, columns: readonly { readonly type: string }[]): string {
  const bytes = `ROW(${one})::record OPERATOR(pg_catalog.*=) ROW(${other})::record`;
  return columns.some(hasManyForms)
    ? `(${bytes} OR ROW(${one})::text COLLATE "C" = ROW(${other})::text)`
    : `(${bytes})`;
}

/** A type with a schema, which is none of the server's own, or an array. Pure. */
function hasManyForms({ type }: { readonly type: string }): boolean {
  const [name = ''] = type.split(' COLLATE ');
  return name.includes('.') || name.endsWith('[]');
}

export const any = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false';
