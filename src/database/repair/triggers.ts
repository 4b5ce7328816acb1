import { quoteName } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';

/** What is done to rows of a table, as bits of a trigger's type. */
export const WRITES = { insert: 4, delete: 8, update: 16 } as const;

/** What is done to a table. */
export interface Writes {
  readonly oid: number;
  readonly writes: number;
}

interface Trigger {
  readonly oid: number;
  readonly root: string;
  readonly table: string;
  readonly name: string;
  /** O fires, A always, R on a replica, D never. */
  readonly state: 'O' | 'A' | 'R' | 'D';
  readonly fires: boolean;
}

/** The triggers of tables and of their partitions, those of a partitioned table before its partitions'. */
const triggersOf = (session: Session, tables: readonly Writes[]) =>
  session.query<Trigger>(
    `SELECT rn.relname || r.oid AS root, r.oid::float8 AS oid, format('%I.%I', n.nspname, c.relname) AS "table", t.tgname::text AS name, t.tgenabled::text AS state,
       t.tgenabled IN ('O', 'A') AND t.tgtype & r.writes <> 0 AS fires
     FROM unnest($1::int8[], $2::int[]) AS r(oid, writes) JOIN pg_class rn ON rn.oid = r.oid::oid
     CROSS JOIN LATERAL (SELECT r.oid::oid AS relid, 0 AS level UNION SELECT relid, level FROM pg_partition_tree(r.oid::oid)) AS part
     JOIN pg_trigger t ON t.tgrelid = part.relid JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE (NOT t.tgisinternal OR t.tgparentid <> 0)
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.oid = t.tgconstraint AND k.contype <> 't')
     ORDER BY 1, part.level, 3, 4`,
    [tables.map(({ oid }) => oid), tables.map(({ writes }) => writes)],
  );

const STATES = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA', D: 'DISABLE' } as const;

const set = ({ table, name }: Trigger, state: keyof typeof STATES): string =>
  `ALTER TABLE ${table} ${STATES[state]} TRIGGER ${quoteName(name)}`;

/** Whether any trigger fires when these are written: only then a table has to be locked. */
export const anyFires = async (session: Session, tables: readonly Writes[]): Promise<boolean> =>
  (await triggersOf(session, tables)).some(({ fires }) => fires);

/**
 * Turns off, in the transaction that is open, the triggers that would fire. What the statements of foreign keys are made of stays.
 *
 * @returns what turns them on again, each as it was, and fails where one is not; and the tables that are locked by it
 */
export async function triggersOff(
  session: Session,
  tables: readonly Writes[],
): Promise<{ restore: () => Promise<void>; locked: readonly number[] }> {
  const before = await triggersOf(session, tables);
  const families = new Set(before.filter(({ fires }) => fires).map(({ root, name }) => `${root} ${name}`));
  const touched = before.filter(({ root, name }) => families.has(`${root} ${name}`));
  for (const trigger of touched) if (trigger.fires) await session.run(set(trigger, 'D'));
  const restore = async () => {
    for (const trigger of touched) await session.run(set(trigger, trigger.state));
    const after = await triggersOf(session, tables);
    if (JSON.stringify(before) !== JSON.stringify(after)) throw new Error('Triggers are not as they were');
  };
  return { restore, locked: [...new Set(touched.map(({ oid }) => oid))] };
}
