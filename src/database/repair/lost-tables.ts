import { nameOf } from '../../domain/snapshots/tables.ts';
import type { Session } from '../../systems/postgres/session.ts';
import type { TocEntry } from '../backup/toc.ts';
import { textIn } from '../backup/written.ts';
import type { Lost } from './objects.ts';
import type { Shape } from './shape.ts';

/** What is made before rows come back, and what behind them; nothing else is made: no function, and nothing that fires by itself. */
const BEFORE_ROWS = [
  ...['TYPE', 'DOMAIN', 'SEQUENCE', 'TABLE', 'TABLE ATTACH', 'SEQUENCE OWNED BY', 'DEFAULT'],
  ...['VIEW', 'MATERIALIZED VIEW'],
];
const BEHIND_ROWS = [
  ...[
    'CONSTRAINT',
    'CHECK CONSTRAINT',
    'INDEX',
    'INDEX ATTACH',
    'STATISTICS',
    'TRIGGER',
    'RULE',
    'FK CONSTRAINT',
  ],
  ...['ROW SECURITY', 'POLICY', 'COMMENT', 'ACL', 'MATERIALIZED VIEW DATA', 'PUBLICATION TABLE'],
];
/** What is made only where something that is made needs it and it is not there. */
const NEEDED = ['TYPE', 'DOMAIN', 'SEQUENCE'];
/** What others can depend on by its name. */
const NAMED = ['TABLE', 'VIEW', 'MATERIALIZED VIEW'];

interface Part {
  readonly kind: string;
  readonly schema: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * How tables that are gone are made again, and all that went with them: what the backup's own table of contents says of them, of
 * the keys that refer to them, and of the views that read them.
 */
export async function readLostTables(
  live: Session,
  entries: readonly TocEntry[],
  tables: readonly Shape[],
): Promise<Lost[]> {
  const [first, ...others] = tables;
  if (!first) return [];
  const parts = entries.map(
    ({ kind, schema, name, definition }): Part => ({
      ...{ kind, schema: textIn(schema), name: textIn(name), definition: textIn(definition) },
    }),
  );
  const there = await presentIn(live, parts);
  const needed = relatedParts(parts, tables.flatMap(namesOf), there);
  const made = needed.filter(({ kind }) => BEFORE_ROWS.includes(kind));
  const later = BEHIND_ROWS.flatMap((kind) => needed.filter((part) => part.kind === kind));
  const lost = (shape: Shape): Lost => ({
    kind: 'table',
    name: nameOf(shape),
    add: [],
    later: [],
    notAddedBack: [],
  });
  return [
    {
      ...lost(first),
      add: made.map(({ definition }) => definition),
      later: later.map(({ kind, name, definition }) => ({
        name: `${kind.toLowerCase()} ${name}`,
        statements: [definition],
      })),
    },
    ...others.map(lost),
  ];
}

/** A table and its partitions, as `schema.table`. */
const namesOf = (shape: Shape): string[] => [`${shape.schema}.${shape.name}`, ...shape.leaves];

/** Of what has a name in the backup, what is there today. */
async function presentIn(live: Session, parts: readonly Part[]): Promise<Set<string>> {
  const names = parts.filter(({ kind }) => [...NEEDED, ...NAMED].includes(kind));
  const rows = await live.query<{ name: string }>(
    `SELECT schema || '.' || name AS name FROM unnest($1::text[], $2::text[]) AS t(schema, name)
     WHERE to_regclass(format('%I.%I', schema, name)) IS NOT NULL OR to_regtype(format('%I.%I', schema, name)) IS NOT NULL`,
    [names.map(({ schema }) => schema), names.map(({ name }) => name)],
  );
  return new Set(rows.map(({ name }) => name));
}

/** What has to do with these names, and with what is made because of them. Pure. */
export function relatedParts(
  parts: readonly Part[],
  names: readonly string[],
  there: ReadonlySet<string>,
): Part[] {
  const known = new Set(names);
  const needed = new Set<Part>();
  const isMissing = ({ schema, name }: Part) => !there.has(`${schema}.${name}`);
  for (let changed = true; changed; ) {
    changed = false;
    for (const part of parts) {
      const { kind, schema, name, definition } = part;
      if (needed.has(part) || ![...BEFORE_ROWS, ...BEHIND_ROWS].includes(kind)) continue;
      const own = `${schema}.${name}`;
      const isPart =
        NEEDED.includes(kind) && !definition.startsWith('ALTER TABLE')
          ? isMissing(part) && [...needed].some((other) => mentions(other.definition, own))
          : NAMED.includes(kind)
            ? isMissing(part) &&
              (known.has(own) || (kind !== 'TABLE' && [...known].some((one) => mentions(definition, one))))
            : [...known].some((one) => mentions(definition, one));
      if (!isPart) continue;
      needed.add(part);
      if (NAMED.includes(kind)) known.add(own);
      changed = true;
    }
  }
  return parts.filter((part) => needed.has(part));
}

/** A pattern of a name as pg_dump writes it: as it is, or in quotes. Pure. */
export function writtenPattern(name: string): string {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return `(?:${plain}|"${plain.replaceAll('"', '""')}")`;
}

/** Whether a statement names something, as pg_dump writes names. Pure. */
export function mentions(definition: string, name: string): boolean {
  const at = name.indexOf('.');
  if (!definition.includes(name.slice(at + 1).replaceAll('"', '""'))) return false;
  const [schema, own] = [name.slice(0, at), name.slice(at + 1)].map(writtenPattern);
  return new RegExp(`(?<![\\w"$.])${schema}\\.${own}(?![\\w"$])`, 'u').test(definition);
}
