import { quoteName, quoteTable } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { Staged } from './piece.ts';
import type { Plan } from './plan.ts';
import { notNullRule } from './shape.ts';

/**
 * Drops the constraints that only the living tables have and that keep rows from coming back.
 *
 * @returns their names with their tables
 */
export async function dropNewRules(live: Session, { staged, tables }: Plan): Promise<string[]> {
  const dropped: string[] = [];
  for (const [at, one] of staged.entries())
    for (const { name, isNew } of tables[at]?.conflicts ?? []) {
      if (!isNew) continue;
      await live.run(await dropOf(live, one, name));
      dropped.push(`${name} of ${one.piece.schema}.${one.piece.name}`);
    }
  return dropped;
}

async function dropOf(live: Session, { live: shape }: Staged, rule: string): Promise<string> {
  const table = `ALTER TABLE ${quoteTable(shape)}`;
  const column = shape.columns.find(({ name }) => notNullRule(name) === rule);
  if (column) return `${table} ALTER COLUMN ${quoteName(column.name)} DROP NOT NULL`;
  const { isIndex } = await live.one<{ isIndex: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = $1::int8::oid AND conname = $2) AS "isIndex"`,
    [shape.oid, rule],
  );
  return isIndex
    ? `DROP INDEX ${quoteName(shape.schema)}.${quoteName(rule)}`
    : `${table} DROP CONSTRAINT ${quoteName(rule)}`;
}
