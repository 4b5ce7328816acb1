import type { TocEntry } from '../backup/toc.ts';
import { textIn } from '../backup/written.ts';
import { mentions, writtenPattern } from './lost-tables.ts';
import type { Lost } from './objects.ts';
import type { Shape } from './shape.ts';

interface Entry {
  readonly kind: string;
  readonly definition: string;
}

/** In the order in which they are made again: a policy may read what a key refers to. */
const KINDS = ['STATISTICS', 'FK CONSTRAINT', 'TRIGGER', 'POLICY'];

/**
 * The same with what went with the column and is not restored beside, as the archive has it: keys to it and from it, triggers and
 * policies that name it, statistics. What is there today is left as it is when these are made.
 */
export function withArchived(lost: Lost, entries: readonly TocEntry[], shape: Shape, column: string): Lost {
  const table = `${shape.schema}.${shape.name}`;
  const hung = KINDS.flatMap((kind) =>
    entries
      .filter((entry) => entry.kind === kind)
      .map(({ name, definition }) => ({ kind, name: textIn(name), definition: textIn(definition) }))
      .filter((entry) => hangsOn(entry, table, column)),
  );
  return {
    ...lost,
    later: [
      ...lost.later,
      ...hung.map(({ kind, name, definition }) => ({
        name: `${kind.toLowerCase()} ${name}`,
        statements: statementsOf(kind, definition),
      })),
    ],
  };
}

/** Whether what is defined names a column of a table, as pg_dump writes it, so that it went with the column. Pure. */
export function hangsOn({ kind, definition }: Entry, table: string, column: string): boolean {
  if (!mentions(definition, table)) return false;
  const names = (part: string) => hasWord(part, column);
  if (kind === 'FK CONSTRAINT') {
    const { own, columns, to, toColumns } = partsOfKey(definition);
    return (mentions(own, table) && names(columns)) || (mentions(to, table) && names(toColumns));
  }
  if (kind === 'TRIGGER')
    return (
      names(between(definition, ' UPDATE OF ', ' ON ')) || names(between(definition, ' WHEN (', ' EXECUTE '))
    );
  if (kind === 'POLICY')
    return names(between(definition, ' USING (')) || names(between(definition, ' WITH CHECK ('));
  return names(between(definition, ' ON ', ' FROM '));
}

/** `ALTER TABLE own ADD CONSTRAINT … FOREIGN KEY (columns) REFERENCES to(toColumns)`. Pure. */
function partsOfKey(definition: string) {
  const to = between(definition, ' REFERENCES ', '(');
  return {
    own: definition.slice(0, definition.indexOf(ADDS)),
    columns: between(definition, ' FOREIGN KEY (', ')'),
    to,
    toColumns: between(definition, ` REFERENCES ${to}(`, ')'),
  };
}

const ADDS = 'ADD CONSTRAINT ';

/** What stands between two texts; empty where the first is not there. Pure. */
function between(text: string, from: string, until?: string): string {
  const start = text.indexOf(from);
  if (start < 0) return '';
  const rest = text.slice(start + from.length);
  const end = until === undefined ? -1 : rest.indexOf(until);
  return end < 0 ? rest : rest.slice(0, end);
}

/** Pure. */
const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\w"$])${writtenPattern(word)}(?![\\w"$])`, 'u').test(text);

/** A key is checked when it is there, so that nobody waits for that. Only of a partitioned table it cannot be made so. Pure. */
function statementsOf(kind: string, definition: string): string[] {
  const text = definition.trim();
  if (kind !== 'FK CONSTRAINT' || !text.startsWith('ALTER TABLE ONLY ') || text.endsWith(' NOT VALID;'))
    return [text];
  const name = between(text, ADDS, ' FOREIGN KEY (');
  const table = text.slice(0, text.indexOf(ADDS)).trim();
  return [`${text.slice(0, -1)} NOT VALID`, `${table} VALIDATE CONSTRAINT ${name}`];
}
