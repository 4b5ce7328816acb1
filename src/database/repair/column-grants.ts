import { quoteName } from '../../systems/postgres/quote.ts';
import { namedRolesOf } from '../backup/named-roles.ts';
import type { TocEntry } from '../backup/toc.ts';
import { textIn } from '../backup/written.ts';
import type { Lost } from './objects.ts';
import type { Shape } from './shape.ts';

/** The same with the backup's grants on the column: what is restored beside has no grants. */
export function withGrants(
  lost: Lost,
  entries: readonly TocEntry[],
  { schema, name }: Shape,
  column: string,
): Lost {
  const forms = (text: string) => [text, quoteName(text)];
  const tags = forms(name).flatMap((table) => forms(column).map((own) => `COLUMN ${table}.${own}`));
  const grants = entries
    .filter(({ kind }) => kind === 'ACL')
    .filter((entry) => textIn(entry.schema) === schema && tags.includes(textIn(entry.name)))
    .flatMap(({ definition }) => definition.split('\n'))
    .filter((line) => {
      const roles = namedRolesOf(line);
      return roles !== undefined && 'grantee' in roles;
    });
  return {
    ...lost,
    later: [...lost.later, ...grants.map((line) => ({ name: textIn(line), statements: [textIn(line)] }))],
  };
}
