import { quoteText } from '../../systems/postgres/quote.ts';
import type { Session } from '../../systems/postgres/session.ts';

/**
 * A block of PL/pgSQL that takes everything out of a database that a dump of it brings back, in the transaction that it runs
 * in. Extensions of other roles stay, with their objects: a dump creates them only if they are not there. The schema `public`
 * stays too, because it may belong to the administrator.
 *
 * @param kept a schema of ours that stays as well
 */
export const clearBlock = (kept = '') => `
DECLARE
  found record;
BEGIN
  -- Event triggers first: they would see everything that follows.
  FOR found IN SELECT evtname AS name FROM pg_event_trigger t
    WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = t.oid AND d.deptype = 'e')
  LOOP EXECUTE format('DROP EVENT TRIGGER %I', found.name); END LOOP;

  FOR found IN SELECT pubname AS name FROM pg_publication
  LOOP EXECUTE format('DROP PUBLICATION %I', found.name); END LOOP;

  FOR found IN SELECT extname AS name FROM pg_extension
    WHERE extname <> 'plpgsql' AND pg_has_role(current_user, extowner, 'USAGE')
  LOOP EXECUTE format('DROP EXTENSION IF EXISTS %I CASCADE', found.name); END LOOP;

  FOR found IN SELECT srvname AS name FROM pg_foreign_server s
    WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_foreign_server'::regclass AND d.objid = s.oid AND d.deptype = 'e')
  LOOP EXECUTE format('DROP SERVER IF EXISTS %I CASCADE', found.name); END LOOP;

  -- A default privilege would be given to what the dump creates, on top of what it grants itself.
  FOR found IN SELECT rolname AS owner, CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END AS kind,
      (SELECT nspname FROM pg_namespace n WHERE n.oid = defaclnamespace) AS schema,
      (SELECT array_agg(DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END) FROM aclexplode(defaclacl)) AS grantees
    FROM pg_default_acl JOIN pg_roles r ON r.oid = defaclrole WHERE pg_has_role(current_user, defaclrole, 'USAGE')
  LOOP
    IF found.grantees IS NOT NULL THEN
      EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I %s REVOKE ALL ON %s FROM %s', found.owner,
        CASE WHEN found.schema IS NULL THEN '' ELSE format('IN SCHEMA %I', found.schema) END, found.kind, array_to_string(found.grantees, ', '));
    END IF;
    IF found.schema IS NULL THEN
      EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT ALL ON %s TO %I', found.owner, found.kind, found.owner);
      IF found.kind = 'FUNCTIONS' THEN EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT EXECUTE ON FUNCTIONS TO PUBLIC', found.owner); END IF;
      IF found.kind = 'TYPES' THEN EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT USAGE ON TYPES TO PUBLIC', found.owner); END IF;
    END IF;
  END LOOP;

  -- Whole schemas where nothing in them is of an extension, the rest object by object.
  FOR found IN SELECT nspname AS name FROM pg_namespace n
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema', ${quoteText(kept)})
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
      AND NOT EXISTS (SELECT FROM pg_extension e WHERE e.extnamespace = n.oid)
  LOOP EXECUTE format('DROP SCHEMA %I CASCADE', found.name); END LOOP;

  FOR found IN
    SELECT classid, objid FROM (
      SELECT 'pg_class'::regclass AS classid, oid AS objid, relnamespace AS schema, CASE relkind WHEN 'S' THEN 2 ELSE 1 END AS turn FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      UNION ALL SELECT 'pg_proc', oid, pronamespace, 3 FROM pg_proc
      UNION ALL SELECT 'pg_operator', oid, oprnamespace, 4 FROM pg_operator
      UNION ALL SELECT 'pg_opfamily', oid, opfnamespace, 5 FROM pg_opfamily
      UNION ALL SELECT 'pg_type', oid, typnamespace, 6 FROM pg_type WHERE typtype IN ('d', 'e', 'r', 'b', 'c') AND typelem = 0
      UNION ALL SELECT 'pg_ts_config', oid, cfgnamespace, 7 FROM pg_ts_config
      UNION ALL SELECT 'pg_ts_dict', oid, dictnamespace, 8 FROM pg_ts_dict
      UNION ALL SELECT 'pg_ts_parser', oid, prsnamespace, 9 FROM pg_ts_parser
      UNION ALL SELECT 'pg_ts_template', oid, tmplnamespace, 9 FROM pg_ts_template
      UNION ALL SELECT 'pg_conversion', oid, connamespace, 9 FROM pg_conversion
      UNION ALL SELECT 'pg_statistic_ext', oid, stxnamespace, 9 FROM pg_statistic_ext
      UNION ALL SELECT 'pg_collation', oid, collnamespace, 9 FROM pg_collation
    ) AS objects JOIN pg_namespace n ON n.oid = schema
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', ${quoteText(kept)})
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = objects.classid AND d.objid = objects.objid AND d.objsubid = 0 AND d.deptype IN ('e', 'i'))
    ORDER BY turn
  LOOP
    -- What went along with another one has no name any more.
    EXECUTE coalesce((SELECT format('DROP %s IF EXISTS %s CASCADE', upper(CASE type WHEN 'statistics object' THEN 'statistics' ELSE type END), identity)
      FROM pg_identify_object(found.classid, found.objid, 0) WHERE identity IS NOT NULL AND type IS NOT NULL), 'SELECT');
  END LOOP;

  -- What is in no schema, and had nothing in one that took it along. Oids below are PostgreSQL's own.
  FOR found IN SELECT format('CAST (%s AS %s)', format_type(castsource, NULL), format_type(casttarget, NULL)) AS name FROM pg_cast c
    WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    UNION ALL SELECT format('FOREIGN DATA WRAPPER %I', fdwname) FROM pg_foreign_data_wrapper w WHERE pg_has_role(current_user, fdwowner, 'USAGE')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_foreign_data_wrapper'::regclass AND d.objid = w.oid AND d.deptype = 'e')
    UNION ALL SELECT format('LANGUAGE %I', lanname) FROM pg_language l WHERE l.oid >= 16384 AND pg_has_role(current_user, lanowner, 'USAGE')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_language'::regclass AND d.objid = l.oid AND d.deptype = 'e')
    UNION ALL SELECT format('ACCESS METHOD %I', amname) FROM pg_am a WHERE a.oid >= 16384 AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_am'::regclass AND d.objid = a.oid AND d.deptype = 'e')
  LOOP EXECUTE 'DROP ' || found.name || ' CASCADE'; END LOOP;

  PERFORM lo_unlink(oid) FROM pg_largeobject_metadata;

  -- What stays by mistake would stand among what the backup brings, and nobody would know.
  FOR found IN SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', ${quoteText(kept)}) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND relpersistence <> 't'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
      AND NOT EXISTS (SELECT FROM pg_depend d JOIN pg_depend e ON e.classid = d.refclassid AND e.objid = d.refobjid AND e.deptype = 'e'
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i'))
  LOOP RAISE EXCEPTION '% could not be taken out', found.name; END LOOP;

  -- Where it was dropped, a dump counts on it all the same.
  IF to_regnamespace('public') IS NULL THEN
    CREATE SCHEMA public;
    GRANT USAGE ON SCHEMA public TO PUBLIC;
    IF current_setting('server_version_num')::int < 150000 THEN GRANT CREATE ON SCHEMA public TO PUBLIC; END IF;
  END IF;
END`;

/** The same as a statement. */
export const CLEAR = `DO $clear$${clearBlock()}\n$clear$;`;

/** What of a database `CLEAR` would drop and this user may not: a whole schema by its name, the rest one by one. */
export async function foreignContents(session: Session): Promise<string[]> {
  const rows = await session.query<{ name: string }>(`
    WITH schemas AS (
      SELECT n.oid, nspname, nspowner, nspname = 'public' OR EXISTS (SELECT FROM pg_extension e WHERE e.extnamespace = n.oid) AS stays
      FROM pg_namespace n WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
    )
    SELECT name FROM (
      SELECT 'pg_namespace'::regclass AS classid, oid, nspowner AS owner, format('schema %s', nspname) AS name
        FROM schemas WHERE NOT stays
      UNION ALL SELECT 'pg_class', c.oid, relowner, format('%s.%s', nspname, relname)
        FROM pg_class c JOIN schemas n ON n.oid = relnamespace WHERE stays AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      UNION ALL SELECT 'pg_proc', p.oid, proowner, format('%s.%s()', nspname, proname)
        FROM pg_proc p JOIN schemas n ON n.oid = pronamespace WHERE stays
      UNION ALL SELECT 'pg_event_trigger', oid, evtowner, format('the event trigger %s', evtname) FROM pg_event_trigger
      UNION ALL SELECT 'pg_publication', oid, pubowner, format('the publication %s', pubname) FROM pg_publication
    ) AS contents
    WHERE NOT pg_has_role(owner, 'USAGE')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = contents.classid AND d.objid = contents.oid AND d.objsubid = 0 AND d.deptype IN ('e', 'i'))
    ORDER BY 1`);
  return rows.map(({ name }) => name);
}
