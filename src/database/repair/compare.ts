import { hashOf } from '../../domain/snapshots/row-hash.ts';
import { bucketsFor, KEY_SEED } from '../../domain/snapshots/row-query.ts';
import { quoteName } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import { type PieceColumn, rowsOf } from './piece.ts';
import type { Shape } from './shape.ts';

/** A table in one of the states that are compared. */
export interface Side {
  readonly session: Session;
  readonly shape: Shape;
}

/** What two states are compared by. */
export interface By {
  readonly columns: readonly PieceColumn[];
  readonly key: readonly string[];
}

/** Of each side, where rows are counted by their hashes. */
const ROWS_IN_MEMORY = 1_000_000;

/** Finds the rows of a table that differ between two states: hashed in small buckets, then those of the buckets that differ. */
export class Comparison {
  readonly #by: By;
  readonly #buckets: number;
  /** The numbers of the buckets that differ; undefined is each. */
  #differing: number[] | undefined;

  constructor(one: Side, other: Side, by: By) {
    this.#by = by;
    this.#buckets = bucketsFor(Math.max(one.shape.rows, other.shape.rows));
  }

  /** @returns whether any row differs */
  async find(one: Side, other: Side): Promise<boolean> {
    const [a, b] = await Promise.all([one, other].map((side) => this.#states(side)));
    const differing: number[] = [];
    for (let number = 0; number < this.#buckets; number++)
      if (a?.[number] !== b?.[number]) differing.push(number);
    this.#differing = differing;
    return differing.length > 0;
  }

  /** What each bucket holds, at its number; nothing where it has no rows. */
  async #states({ session, shape }: Side): Promise<readonly (string | undefined)[]> {
    const rows = await session.query<{ bucket: number; state: string }>(
      `SELECT bucket, count(*) || ' ' || sum(hash) AS state FROM (SELECT ${this.#bucket(shape)}::int4 AS bucket, ${this.#row(shape)} AS hash
         FROM ${from(shape)} OFFSET 0) AS rows GROUP BY bucket`,
    );
    const states = new Array<string | undefined>(this.#buckets);
    for (const { bucket, state } of rows) states[bucket] = state;
    return states;
  }

  /** The rows of the buckets that differ, as `COPY` takes a query. */
  rows({ shape }: Side): string {
    const columns = this.#by.columns.map((column) => valueIn(shape, column));
    return `SELECT ${columns.join(', ')} FROM ${from(shape)} WHERE ${this.#wanted(shape)}`;
  }

  /** How many rows one has and the other has not, and how many are others in it. */
  async counts(one: Side, other: Side): Promise<{ onlyOne: number; onlyOther: number; changed: number }> {
    const counts = { onlyOne: 0, onlyOther: 0, changed: 0 };
    const rows =
      ((this.#differing?.length ?? this.#buckets) / this.#buckets) *
      Math.max(one.shape.rows, other.shape.rows);
    const parts = 2 ** Math.ceil(Math.log2(Math.max(1, rows / ROWS_IN_MEMORY)));
    for (let part = 0; part < parts; part++) {
      const [a, b] = await Promise.all([one, other].map((side) => this.#hashes(side, part, parts)));
      for (const [key, hash] of a ?? []) {
        const today = b?.get(key);
        if (today === undefined) counts.onlyOne++;
        else if (today !== hash) counts.changed++;
      }
      for (const key of b?.keys() ?? []) if (!a?.has(key)) counts.onlyOther++;
    }
    return counts;
  }

  async #hashes({ session, shape }: Side, part: number, parts: number): Promise<Map<string, string>> {
    const rows = await session.query<{ key: string; hash: string }>(
      `SELECT ${this.#key(shape, 0)}::text || ' ' || ${this.#key(shape, KEY_SEED)}::text AS key, ${this.#row(shape)}::text AS hash
       FROM ${from(shape)} WHERE ${this.#wanted(shape)} AND (${this.#key(shape, 0)} & ${parts - 1}) = ${part}`,
    );
    return new Map(rows.map(({ key, hash }) => [key, hash]));
  }

  /** Where nearly all differ, asking for each row whether it is of them is the longer way. */
  #wanted(shape: Shape): string {
    return this.#differing === undefined || this.#differing.length > this.#buckets * 0.75
      ? 'true'
      : `${this.#bucket(shape)} = ANY ('{${this.#differing.join(',')}}'::int8[])`;
  }

  #bucket(shape: Shape): string {
    return `(${this.#key(shape, KEY_SEED)} & ${this.#buckets - 1})`;
  }

  #key(shape: Shape, seed: number): string {
    const { columns, key } = this.#by;
    return hashOf(
      `ROW(${columns
        .filter(({ name }) => key.includes(name))
        .map((column) => valueIn(shape, column))
        .join(', ')})`,
      seed,
    );
  }

  #row(shape: Shape): string {
    return hashOf(`ROW(${this.#by.columns.map((column) => valueIn(shape, column)).join(', ')})`);
  }
}

const from = (shape: Shape): string => `${rowsOf(shape)} AS t`;

/** NULL stands for a column that a state does not have. */
const valueIn = ({ columns }: Shape, { name }: PieceColumn): string =>
  columns.some((column) => column.name === name) ? `t.${quoteName(name)}` : 'NULL';
