import { join } from 'node:path';
import { DATABASE, dumpTo, type Environment } from './environment.ts';

/** What a repair is shown with: nothing else goes back, and what users wrote since stays. */
export const REPAIRED = {
  'deleted-rows': 'DELETE FROM orders WHERE id <= 5000',
  'dropped-column': 'ALTER TABLE orders DROP COLUMN cents CASCADE',
} as const;

export type RepairFault = keyof typeof REPAIRED;

/** Breaks it, lets users go on, and gives the inputs of the repair. */
export async function breakAndGoOn(
  fault: RepairFault,
  { postgres, backup }: Environment,
  folder: string,
): Promise<Record<string, string>> {
  await postgres.query(REPAIRED[fault], DATABASE);
  const after = join(folder, 'after.dump');
  dumpTo(postgres, after);
  // What users do before anyone has noticed: new orders, as the broken table takes them.
  const [columns, values] = fault === 'dropped-column' ? ['customer', 'n'] : ['customer, cents', 'n, 777'];
  await postgres.query(
    `INSERT INTO orders (${columns}) SELECT ${values} FROM generate_series(1, 30) AS n`,
    DATABASE,
  );
  return {
    'database-url': postgres.url(DATABASE),
    ...{ strategy: 'repair', tables: 'orders', backup, after, confirm: DATABASE },
  };
}

/** Orders that are newer than the accident, and those that it destroyed: what is there of both. */
export async function ordersOf({ postgres }: Environment): Promise<{ newer: number; older: number }> {
  const [row] = await postgres.query<{ newer: number; older: number }>(
    'SELECT count(*) FILTER (WHERE id > 20000)::int AS newer, count(*) FILTER (WHERE id <= 20000 AND cents = 100 + id)::int AS older FROM orders',
    DATABASE,
  );
  return row as { newer: number; older: number };
}
