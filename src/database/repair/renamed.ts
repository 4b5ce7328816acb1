import { ActionError } from '../../base/errors.ts';
import { quoteName, quoteTable } from '../../systems/postgres/quote.ts';
import type { Beside } from './beside.ts';
import type { Renamed } from './request.ts';
import { find } from './scope.ts';
import type { Shape } from './shape.ts';

/** Reads `public.customers.email_address=email`. Pure. @throws ActionError where it is something else */
export function parseRenamed(text: string): Renamed {
  const [place = '', before = '', ...more] = text.split('=').map((part) => part.trim());
  const [schema = '', table = '', today = '', ...deeper] = place.split('.');
  if ([schema, table, today, before].includes('') || more.length + deeper.length > 0)
    throw new ActionError(
      `Input \`renamed\` has "${text}"; accepted is the name of today and the one in the backup, public.customers.email_address=email.`,
    );
  return { schema, table, today, before };
}

/** @throws ActionError where a name of today is none: the column would be added back under it */
export function requireToday(renamed: readonly Renamed[], live: readonly Shape[]): void {
  const unknown = renamed.filter(
    ({ schema, table, today }) =>
      !find(live, { schema, name: table })?.columns.some(({ name }) => name === today),
  );
  if (unknown.length === 0) return;
  const names = unknown.map(({ schema, table, today }) => `${schema}.${table}.${today}`).join(', ');
  throw new ActionError(
    `Input \`renamed\` names ${names}, which is not a column today; nothing was changed.`,
  );
}

/** Gives columns of a state beside the live database the names that they have today; one that has it already is left. */
export async function renameIn({ name, reader }: Beside, renamed: readonly Renamed[]): Promise<void> {
  if (renamed.length === 0) return;
  await reader.use(name, async (session) => {
    for (const { schema, table, today, before } of renamed) {
      const { has, had } = await session.one<{ has: boolean; had: boolean }>(
        `SELECT coalesce(bool_or(attname = $3), false) AS has, coalesce(bool_or(attname = $4), false) AS had
         FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass(format('%I.%I', $1::text, $2::text)) AND attnum > 0 AND NOT attisdropped`,
        [schema, table, today, before],
      );
      if (has && had)
        throw new ActionError(
          `Input \`renamed\` says that ${schema}.${table}.${before} is ${today} today, and the backup has both; nothing was changed.`,
        );
      if (had)
        await session.run(
          `ALTER TABLE ${quoteTable({ schema, name: table })} RENAME COLUMN ${quoteName(before)} TO ${quoteName(today)}`,
        );
    }
  });
}
