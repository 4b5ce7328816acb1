import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** One right: a verb on a resource. */
export interface Right {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
}

const read = (page: string) => readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8');
const page = read('permissions.md');

/** The rules of the first Role, or ClusterRole, that a page of the documentation has. */
export function documentedRole(
  of = 'permissions.md',
  kind: 'Role' | 'ClusterRole' = 'Role',
): { apiGroups: string[]; resources: string[]; verbs: string[] }[] {
  const manifests = [...read(of).matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const manifest = manifests.find((text) => text.split('\n').includes(`kind: ${kind}`));
  if (!manifest) throw new Error(`docs/${of} has no ${kind}`);
  return (parse(manifest) as { rules: ReturnType<typeof documentedRole> }).rules;
}

/** What the table of docs/permissions.md says that an action needs, under the head of its column. */
export function documentedRights(column: string): { needed: Right[]; optional: Right[] } {
  const rows = page.split('\n').filter((line) => line.startsWith('| '));
  const head = rows.find((line) => line.startsWith('| | `rollback-service`'))?.split('|') ?? [];
  const at = head.findIndex((cell) => cell.replaceAll('`', '').trim() === column);
  if (at < 0) throw new Error(`docs/permissions.md has no column "${column}"`);
  const role = documentedRole();
  const rights = rows.flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const resource = /^`([a-z/]+)`$/.exec(cells[1] ?? '')?.[1];
    const group = role.find(({ resources }) => resource && resources.includes(resource))?.apiGroups[0];
    if (!resource || group === undefined || cells.length !== head.length) return [];
    return (cells[at] ?? '')
      .split(' ')
      .filter(Boolean)
      .map((verb) => ({ group, resource, verb }));
  });
  return {
    needed: rights.filter(({ verb }) => !verb.startsWith('[')),
    optional: rights
      .filter(({ verb }) => verb.startsWith('['))
      .map((right) => ({ ...right, verb: right.verb.slice(1, -1) })),
  };
}

/** Rules that give these rights and no others. */
export const rulesFor = (rights: readonly Right[]) =>
  rights.map(({ group, resource, verb }) => ({ apiGroups: [group], resources: [resource], verbs: [verb] }));

/** The SQL of a page's block, which begins with a comment that has these words. */
export function documentedSql(words: string, of = 'permissions.md'): string {
  const blocks = [...read(of).matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = '']) => sql);
  const found = blocks.find((sql) => sql.split('\n')[0]?.includes(words));
  if (!found) throw new Error(`docs/${of} has no SQL for "${words}"`);
  return found;
}
