import * as v from 'valibot';
import { kindOf } from './catalogue.ts';
import type { StoryComponent } from './story-components.ts';
import type { DataLoss } from './story-findings.ts';

/** What one database has lost by going back. */
interface Loss {
  /** For people. */
  readonly name: string;
  /** Rows that are gone or are what they were before; undefined where they were not counted. */
  readonly rows: number | undefined;
  /** False where it is that many rows at least. */
  readonly exact: boolean;
  /** Seconds of writes that they are from, where that is known. */
  readonly seconds: number | undefined;
}

const count = v.optional(v.nullable(v.number()), 0);

/** What a repair brought back, and what it left. */
const repaired = v.object({
  repaired: v.object({ back: v.number(), set: v.number(), newer: v.number() }),
});

/** The part of what a database says that it loses by which people are counted how much that is. */
const schema = v.object({
  seconds: v.nullish(v.number()),
  tables: v.nullish(v.array(v.object({ lost: count, changed: count, exact: v.optional(v.boolean(), true) }))),
});

/**
 * What was lost, database by database. One that did not go back has lost nothing, nor one of whose rows none is; of what
 * is not understood it is said that it is not known how much.
 */
export function lossesOf(dataLoss: readonly DataLoss[]): Loss[] {
  return dataLoss
    .filter(({ happened }) => happened)
    .map(({ name, evidence }) => ({ name, ...sizeOf(evidence) }))
    .filter(({ rows }) => rows !== 0);
}

function sizeOf(evidence: unknown): Omit<Loss, 'name'> {
  const parsed = v.safeParse(schema, evidence);
  if (!parsed.success) return { rows: undefined, exact: false, seconds: undefined };
  const { seconds, tables } = parsed.output;
  const rows = tables?.reduce((sum, { lost, changed }) => sum + (lost ?? 0) + (changed ?? 0), 0);
  const exact = tables?.every((table) => table.exact) ?? false;
  // That at least none is lost says nothing.
  return {
    rows: rows === 0 && !exact ? undefined : (rows ?? undefined),
    exact,
    seconds: seconds ?? undefined,
  };
}

const wentBack = ({ means, status }: StoryComponent['steps'][number]) =>
  means === 'restores' && status === 'done';

/** The databases that went back without a count of what that takes away. */
export const uncountedIn = (
  components: readonly StoryComponent[],
  dataLoss: readonly DataLoss[],
): readonly string[] =>
  components
    .filter(({ component, steps }) => kindOf(component) === 'database' && steps.some(wentBack))
    .filter(({ component }) => !dataLoss.some((each) => each.component === component))
    .map(({ name }) => name);

/** What repairs have brought back, in few words; undefined where there was none. */
export function repairedInWords(evidence: readonly unknown[]): string | undefined {
  const all = evidence.flatMap((each) => {
    const parsed = v.safeParse(repaired, each);
    return parsed.success ? [parsed.output.repaired] : [];
  });
  if (all.length === 0) return undefined;
  const counted = (what: keyof (typeof all)[number], noun: string, verb: string) => {
    const rows = all.reduce((sum, each) => sum + each[what], 0);
    return `${rows.toLocaleString('en')} ${noun}${rows === 1 ? ' is' : 's are'} ${verb}`;
  };
  return `${counted('back', 'row', 'back')}, ${counted('set', 'row', 'set back')}, ${counted('newer', 'newer row', 'kept')}`;
}

/** All that was lost in few words: `4,450 rows (up to 21 min of writes)`; undefined where nothing was. */
export function lossInWords(
  losses: readonly Loss[],
  duration: (seconds: number) => string | null,
): string | undefined {
  if (losses.length === 0) return undefined;
  const isCounted = losses.every(({ exact }) => exact);
  const rows = losses.reduce((sum, each) => sum + (each.rows ?? 0), 0);
  const times = losses.map(({ seconds }) => seconds).filter((seconds) => seconds !== undefined);
  const time = times.length > 0 ? ` (up to ${duration(Math.max(...times))} of writes)` : '';
  const most = isCounted ? '' : 'at least ';
  if (rows === 0) return `an unknown number of rows${time}`;
  return `${most}${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}${time}`;
}
