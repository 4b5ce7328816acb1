import { ActionError } from '../../base/errors.ts';
import type { Session } from '../../systems/postgres/session.ts';

/** Rows that were written in a table: as planned, or as the server has counted. */
export interface Counted {
  readonly oid: number;
  readonly name: string;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
}

/**
 * Holds what was written to what the server has counted in this transaction, in all tables of the database: that shows what
 * triggers and foreign keys have done elsewhere. Rows that follow a key that is set back (ON UPDATE CASCADE) have to.
 *
 * @param schema where the repair's own tables are, as SQL
 * @param mayReach whether triggers fire, so that what they write elsewhere is no fault
 * @returns what was written elsewhere
 * @throws ActionError that names the tables
 */
export async function proveCounts(
  live: Session,
  wrote: readonly Counted[],
  schema: string,
  mayReach: boolean,
): Promise<Counted[]> {
  const counted = await live.query<Counted>(
    `SELECT root::int8::float8 AS oid, format('%I.%I', n.nspname, c.relname) AS name, ins::float8 AS inserted, upd::float8 AS updated, del::float8 AS deleted
     FROM (SELECT coalesce(pg_partition_root(relid), relid) AS root, sum(n_tup_ins) AS ins, sum(n_tup_upd) AS upd, sum(n_tup_del) AS del
       FROM pg_stat_xact_user_tables WHERE format('"%s"', replace(schemaname, '"', '""')) <> $1 AND schemaname !~ '^pg_' GROUP BY 1) AS t
     JOIN pg_class c ON c.oid = t.root JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ins + upd + del > 0`,
    [schema],
  );
  const following = await followersOf(
    live,
    wrote.filter(({ updated }) => updated > 0).map(({ oid }) => oid),
  );
  const others = counted.filter(({ oid }) => !wrote.some((table) => table.oid === oid));
  const wrong = wrote.flatMap((table) => {
    const found = counted.find(({ oid }) => oid === table.oid) ?? { inserted: 0, updated: 0, deleted: 0 };
    const follow = following.has(table.oid) ? Math.max(0, found.updated - table.updated) : 0;
    // A row that moves to another partition is counted as one that is deleted and one that is inserted.
    const moved = table.updated + follow - found.updated;
    const isRight =
      moved >= 0 && found.inserted - moved === table.inserted && found.deleted - moved === table.deleted;
    return isRight ? [] : [describeCounted({ ...found, name: table.name })];
  });
  const isFollower = ({ oid, inserted, deleted }: Counted) => following.has(oid) && inserted + deleted === 0;
  const all = mayReach ? wrong : [...wrong, ...others.filter((one) => !isFollower(one)).map(describeCounted)];
  if (all.length === 0) return others;
  throw new ActionError(
    `The repair was taken back, and no row was changed: the server has counted other rows than were planned in ${all.join(', ')}; a trigger or a foreign key has written there.`,
    { details: all },
  );
}

/** The tables whose rows follow a changed key of these by themselves (ON UPDATE CASCADE), directly or by others. */
async function followersOf(live: Session, oids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await live.query<{ oid: number }>(
    `WITH RECURSIVE follows AS (SELECT unnest($1::int8[])::oid AS oid
       UNION SELECT coalesce(pg_partition_root(k.conrelid)::oid, k.conrelid) FROM follows f JOIN pg_constraint k ON k.confrelid = f.oid
         WHERE k.contype = 'f' AND k.confupdtype = 'c')
     SELECT DISTINCT coalesce(pg_partition_root(k.conrelid)::oid, k.conrelid)::int8::float8 AS oid FROM follows f JOIN pg_constraint k ON k.confrelid = f.oid
     WHERE k.contype = 'f' AND k.confupdtype = 'c'`,
    [oids],
  );
  return new Set(rows.map(({ oid }) => oid));
}

/** `public.audit (3 inserted, 0 updated, 0 deleted)`. Pure. */
export const describeCounted = ({ name, inserted, updated, deleted }: Omit<Counted, 'oid'>): string =>
  `${name} (${inserted} inserted, ${updated} updated, ${deleted} deleted)`;
