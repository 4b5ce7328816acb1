import { code, inert, table } from '../base/markdown.ts';
import type { Outcome } from '../runner/action.ts';
import type { Server } from '../systems/postgres/session.ts';
import type { DataLoss } from './loss.ts';
import type { Done } from './rollback.ts';

/** Rows of the loss that the summary shows; all of them are in the output `data-loss`. */
const SHOWN = 30;

/** The summary of a rollback: the result first, then what it warned of, then what is lost by it. */
export function summaryOf(
  message: string,
  sign: '✅' | '➖' | '📋',
  { loss, warnings }: { loss?: DataLoss | undefined; warnings: readonly string[] },
): string {
  return [
    `## ${sign} ${inert(message)}`,
    ...(warnings.length > 0 ? [warnings.map((sentence) => `- ⚠️ ${inert(sentence)}`).join('\n')] : []),
    ...(loss ? [lossSummary(loss)] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

/** How a dry run ends. */
export const planOutcome = (message: string, warnings: readonly string[]): Outcome => ({
  result: 'planned',
  message,
  summary: summaryOf(message, '📋', { warnings }),
});

/** A result, and how much it leaves to be looked at. */
export const withWarnings = (message: string, { length }: readonly string[]): string =>
  length === 0
    ? message
    : `${message} ${length === 1 ? 'One warning is' : `${length} warnings are`} in its log and summary.`;

function lossSummary({ backupTime, backupBetween, lastWrite, tables, unknown, against }: DataLoss): string {
  const age = backupTime
    ? `of ${code(backupTime)}`
    : backupBetween
      ? `made between ${code(backupBetween.earliest)} and ${code(backupBetween.latest)}, as its own time names no zone`
      : 'of an unknown time';
  const times = [
    `The backup is ${age}`,
    ...(against === undefined
      ? []
      : [
          `the loss is counted against ${code(against)}, which was live before the first of several rollbacks`,
        ]),
    lastWrite
      ? `the newest write that it lacks of ${code(lastWrite)}`
      : 'this server does not keep the time of the newest write (`track_commit_timestamp`)',
  ].join('; ');
  if (tables === null) return `${times}. What would be lost could not be determined: ${inert(unknown ?? '')}`;
  if (tables.length === 0) return `${times}. No row differs.`;
  const rows = tables.slice(0, SHOWN).map((loss) => {
    const [least, unknown] = loss.exact ? ['', String(loss.changed)] : ['at least ', 'not compared'];
    return [code(loss.table), `${least}${loss.lost}`, unknown, `${least}${loss.back}`];
  });
  const more =
    tables.length > SHOWN ? `\n\nand ${tables.length - SHOWN} more tables, in the output \`data-loss\`.` : '';
  return `${times}.\n\n${table(['Table', 'Rows lost', 'Rows with older contents', 'Rows that come back'], rows)}${more}`;
}

/** What a phase comes to as the outcome of the action. */
export function outcomeOf(
  { done, message, downtimeSeconds, previous, safetyDump, loss, tables, side }: Done,
  server: Server,
  warnings: readonly string[],
): Outcome {
  const outputs = {
    database: server.database,
    'downtime-seconds': downtimeSeconds?.toFixed(3),
    'previous-database': previous,
    'side-database': side,
    'safety-dump': safetyDump,
    'data-loss': loss,
    tables,
  };
  const known = Object.entries(outputs).filter(([, value]) => value !== undefined);
  return {
    result: done ? 'done' : 'no-op',
    message: withWarnings(message, warnings),
    outputs: Object.fromEntries(known),
    summary: summaryOf(message, done ? '✅' : '➖', { loss, warnings }),
  };
}
