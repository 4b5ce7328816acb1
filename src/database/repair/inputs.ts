import { ActionError } from '../../base/errors.ts';
import type { Outcome } from '../../runner/action.ts';
import type { RepairInputs } from '../inputs.ts';
import { withWarnings } from '../render.ts';
import type { Repaired } from './carry-out.ts';
import { parseRenamed } from './renamed.ts';
import { repairSummary } from './render.ts';
import type { RepairOptions } from './request.ts';

/** @throws ActionError where half of it is missing, or it cannot be */
function windowOf({ since, until, after }: RepairInputs): Pick<RepairOptions, 'window'> {
  if (since === undefined && until === undefined) return {};
  if (since === undefined || until === undefined)
    throw new ActionError(
      "Inputs `since` and `until` belong together: what was written between them is the accident, and what later is users'.",
    );
  if (after !== undefined)
    throw new ActionError('Inputs `since` and `until` are for a repair without `after`, which tells more.');
  if (since > until)
    throw new ActionError('Input `since` is later than `until`; the accident was between them.');
  return { window: { since, until } };
}

export const repairOptionsOf = (inputs: RepairInputs): RepairOptions => ({
  ...windowOf(inputs),
  tables: inputs.tables,
  exclude: inputs.excludeTables,
  columns: inputs.columns,
  stamps: inputs.stampColumns,
  renamed: inputs.renamed.map(parseRenamed),
  conflicts: inputs.conflicts,
  newConstraints: inputs.newConstraints,
  triggers: inputs.triggers,
  maxWait: inputs.maxWait,
  batch: inputs.batch,
});

/** @throws ActionError where inputs of a repair are missing, or are given to another strategy, which would take back everything */
export function requireRepairInputs(
  inputs: RepairInputs & { readonly strategy: string; readonly phase: string },
): void {
  const { strategy, phase, tables, after, columns, stampColumns } = inputs;
  if (strategy === 'repair') {
    if (['all', 'prepare'].includes(phase) && tables.length === 0)
      throw new ActionError(
        'Input `tables` is required for `strategy: repair`: the tables that were damaged, one a line, such as public.orders.',
      );
    repairOptionsOf(inputs);
    return;
  }
  const given = [
    tables.length > 0 && '`tables`',
    after !== undefined && '`after`',
    inputs.since !== undefined && '`since`',
    inputs.until !== undefined && '`until`',
    columns.length > 0 && '`columns`',
    stampColumns.length > 0 && '`stamp-columns`',
    inputs.renamed.length > 0 && '`renamed`',
  ].filter((name) => name !== false);
  if (given.length > 0)
    throw new ActionError(
      `${given.join(', ')} ${given.length > 1 ? 'are' : 'is'} for \`strategy: repair\` alone; \`strategy: ${strategy}\` takes the whole database back. Say which one is meant.`,
    );
}

/** How a repair is told. */
export function outcomeOf(
  { result, message, report, loss }: Repaired,
  database: string,
  warnings: readonly string[],
): Outcome {
  const outputs = { database, repair: report, 'data-loss': loss };
  const sign = { done: '✅', 'no-op': '➖', planned: '📋', failed: '❌' }[result];
  return {
    result,
    message: withWarnings(message, warnings),
    outputs: Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined)),
    summary: repairSummary(message, sign, report, warnings),
  };
}
