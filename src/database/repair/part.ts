import type { Backup } from '../backup/backup.ts';
import { entriesOf } from '../backup/toc.ts';
import { textIn } from '../backup/written.ts';
import { isOfOneDatabaseExtension } from '../one-database-extensions.ts';
import { mentions } from './lost-tables.ts';
import { find, type TableInScope } from './scope.ts';
import type { Shape } from './shape.ts';

/**
 * What hinders where only rows are wanted: triggers fire on the rows of a partition that is filled behind its parent's, and what
 * is made of rows takes its time.
 */
const NEVER =
  /^(TRIGGER|EVENT TRIGGER|MATERIALIZED VIEW DATA|BLOBS|LARGE OBJECTS|POLICY|ROW SECURITY|PUBLICATION) /;

/**
 * Which entries of an archive are not restored where only some tables are meant: the rows of the others, and foreign keys that
 * would miss them. The text is that of pg_restore's list.
 */
export function leftOutOf(
  backup: Backup,
  live: readonly Shape[],
  inScope: readonly TableInScope[],
): (text: string) => boolean {
  if (backup.form === 'plain') return () => false;
  const namesOf = (shape: Shape) => [`${shape.schema}.${shape.name}`, ...shape.leaves];
  const wanted = new Set(
    inScope.flatMap(({ table }) => {
      const today = find(live, table);
      return today ? namesOf(today) : [`${table.schema}.${table.name}`];
    }),
  );
  // What today's database does not know may be a partition, or a table, that the accident has dropped.
  const known = new Set(live.flatMap(namesOf));
  const isOut = (name: string) => known.has(name) && !wanted.has(name);
  const unwanted = [...known].filter(isOut);
  const out = new Set<string>();
  for (const { kind, schema, name, definition } of entriesOf(backup)) {
    const start = `${kind} ${textIn(schema)} ${textIn(name)} `;
    if (kind === 'TABLE DATA' && isOut(`${textIn(schema)}.${textIn(name)}`)) out.add(start);
    // `ALTER TABLE ONLY a ADD CONSTRAINT … FOREIGN KEY (…) REFERENCES b(…)`: both have their rows, or it is left out.
    if (kind === 'FK CONSTRAINT' && unwanted.some((one) => mentions(textIn(definition), one))) out.add(start);
  }
  const starts = [...out];
  return (line) =>
    NEVER.test(line) || isOfOneDatabaseExtension(line) || starts.some((start) => line.startsWith(start));
}
