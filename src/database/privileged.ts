import { ActionError, messageOf } from '../base/errors.ts';
import { namesOf } from '../base/sentence.ts';
import type { Server, Session } from '../systems/postgres/session.ts';
import type { Backup } from './backup/backup.ts';
import type { Privileged } from './backup/privileged.ts';
import { type Concern, requireAccepted } from './concerns.ts';
import type { Task } from './task.ts';

/** Something of the live database that only a superuser may make and nothing else needs, and how it is made again. */
export interface Last {
  readonly kind: string;
  readonly name: string;
  readonly statements: readonly string[];
  /** What it calls: made again only where that is the same. */
  readonly calls: { readonly name: string; readonly definition: string } | null;
}

/** What of a backup takes a superuser, and how that is gone about. */
export interface Privileges {
  /** Restores with all rights of the user of `database-url`, a superuser, as was agreed to. */
  readonly unrestricted: boolean;
  /** Made when all is there, by the user of `database-url`, from what the live database has. */
  readonly last: readonly Last[];
}

/**
 * Decides, before anything is made, what becomes of what only a superuser may make. Nothing of it is taken from the text of the
 * backup: an event trigger or a publication is made again as the live database has it. The rest takes consent.
 *
 * @throws ActionError that names what it is and the right that is needed
 */
export async function privilegesFor(
  { server, accepts }: Pick<Task, 'server' | 'accepts'>,
  backup: Backup,
): Promise<Privileges> {
  const { privileged, source } = backup;
  if (privileged.length === 0) return { unrestricted: false, last: [] };
  const { superuser, live } = await server.use(server.database, async (session) => ({
    superuser: (
      await session.one<{ is: boolean }>('SELECT rolsuper AS is FROM pg_roles WHERE rolname = current_user')
    ).is,
    live: await lastOfLive(session),
  }));
  const needed = privileged.filter(({ isLast }) => !isLast);
  if (needed.length > 0 && !superuser) {
    throw new ActionError(
      `${source} makes ${listOf(needed)}, which only a superuser may make, and "${server.user}" is not one; nothing was changed. Give the \`database-url\` of a superuser.`,
    );
  }
  const last = superuser ? live.filter((one) => privileged.some((other) => isSame(one, other))) : [];
  const lacking = privileged.filter((one) => one.isLast && !last.some((other) => isSame(one, other)));
  requireAccepted(rightsConcerns(source, needed, lacking, superuser), accepts, 'nothing was changed');
  return { unrestricted: needed.length > 0, last: needed.length > 0 ? [] : last };
}

const isSame = (a: Pick<Last, 'kind' | 'name'>, b: Pick<Last, 'kind' | 'name'>) =>
  a.kind === b.kind && a.name === b.name;

/** What is not done unasked for want of a right, or with more rights than a restore has. Pure. */
export function rightsConcerns(
  source: string,
  needed: readonly Privileged[],
  lacking: readonly Privileged[],
  superuser: boolean,
): Concern[] {
  if (needed.length > 0)
    return [
      {
        word: 'rights',
        tables: [],
        reason: `${source} makes ${listOf(needed)}, which only a superuser may make: all of it would be restored with the rights of the user of \`database-url\`, who may do anything on the server`,
      },
    ];
  if (lacking.length === 0) return [];
  const clause = superuser ? 'which the live database does not have' : 'which only a superuser may make';
  return [
    {
      word: 'rights',
      tables: [],
      reason: `${source} makes ${listOf(lacking)}, ${clause}: it would be left out`,
    },
  ];
}

const listOf = (privileged: readonly Privileged[]): string =>
  namesOf(privileged.map(({ kind, name }) => `the ${kind} ${JSON.stringify(name.slice(0, 100))}`));

/** The event triggers and publications of all tables of a database, but those of extensions. */
async function lastOfLive(session: Session): Promise<Last[]> {
  return session.query<Last & object>(
    `SELECT 'event trigger' AS kind, evtname::text AS name,
       array_remove(ARRAY[
         format('CREATE EVENT TRIGGER %I ON %I%s EXECUTE FUNCTION %I.%I()', evtname, evtevent,
           ' WHEN TAG IN (' || (SELECT string_agg(quote_literal(tag), ', ') FROM unnest(evttags) AS tag) || ')', nspname, proname),
         CASE evtenabled WHEN 'D' THEN format('ALTER EVENT TRIGGER %I DISABLE', evtname) WHEN 'R' THEN format('ALTER EVENT TRIGGER %I ENABLE REPLICA', evtname)
           WHEN 'A' THEN format('ALTER EVENT TRIGGER %I ENABLE ALWAYS', evtname) END,
         format('COMMENT ON EVENT TRIGGER %I IS %L', evtname, obj_description(t.oid, 'pg_event_trigger')),
         format('ALTER EVENT TRIGGER %I OWNER TO %I', evtname, pg_get_userbyid(evtowner))], NULL) AS statements,
       json_build_object('name', format('%I.%I()', nspname, proname), 'definition', pg_get_functiondef(p.oid)) AS calls
     FROM pg_event_trigger t JOIN pg_proc p ON p.oid = evtfoid JOIN pg_namespace n ON n.oid = pronamespace
     WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = t.oid AND d.deptype = 'e')
     UNION ALL
     SELECT 'publication', pubname,
       array_remove(ARRAY[
         format('CREATE PUBLICATION %I FOR ALL TABLES WITH (publish = %L, publish_via_partition_root = %s)', pubname,
           concat_ws(', ', CASE WHEN pubinsert THEN 'insert' END, CASE WHEN pubupdate THEN 'update' END, CASE WHEN pubdelete THEN 'delete' END, CASE WHEN pubtruncate THEN 'truncate' END), pubviaroot::text),
         format('COMMENT ON PUBLICATION %I IS %L', pubname, obj_description(p.oid, 'pg_publication')),
         format('ALTER PUBLICATION %I OWNER TO %I', pubname, pg_get_userbyid(pubowner))], NULL), NULL
     FROM pg_publication p WHERE puballtables`,
  );
}

/**
 * Makes what takes a superuser, when all else is there.
 *
 * @returns a sentence for each that could not be made
 */
export async function makeLast(server: Server, database: string, last: readonly Last[]): Promise<string[]> {
  if (last.length === 0) return [];
  return server.use(database, async (session) => {
    const failed: string[] = [];
    for (const { kind, name, statements, calls } of last) {
      const what = `The ${kind} ${JSON.stringify(name)} of the live database is left out`;
      if (calls && (await definitionOf(session, calls.name)) !== calls.definition) {
        failed.push(
          `${what}: the backup has another ${calls.name}, which it calls. Look at it, and make the ${kind} by hand.`,
        );
        continue;
      }
      try {
        await session.run(`SET search_path = pg_catalog, pg_temp; BEGIN; ${statements.join('; ')}; COMMIT`);
      } catch (error) {
        await session.run('ROLLBACK');
        failed.push(`${what}: ${messageOf(error)}`);
      }
    }
    return failed;
  });
}

async function definitionOf(session: Session, name: string): Promise<string | undefined> {
  const [found] = await session.query<{ definition: string }>(
    'SELECT pg_catalog.pg_get_functiondef(pg_catalog.to_regprocedure($1)) AS definition WHERE pg_catalog.to_regprocedure($1) IS NOT NULL',
    [name],
  );
  return found?.definition;
}
