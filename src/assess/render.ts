import { code, inert, table } from '../base/markdown.ts';
import { percent } from './levels.ts';
import type { Judgement, Row } from './observation.ts';

const SIGNS = { critical: '🔴', high: '🔴', medium: '🟠', low: '🟡', none: '🟢', unknown: '⚪' } as const;

/** RFC 3339 of a time in Unix seconds. */
export const timeOf = (seconds: number): string =>
  new Date(Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z');

/** The job summary: the sentence, until when to decide, and what it is said from. */
export function summaryOf(judgement: Judgement): string {
  const { message, decideBy, rows } = judgement;
  const until = decideBy === null ? '' : `\n\nTo be decided by **${timeOf(decideBy)}**.`;
  const head = ['', 'Signal', 'Value', 'Threshold', 'Samples', 'Before', 'Query'];
  const cells = rows.map((row) => [
    `${SIGNS[row.severity]} ${row.severity}`,
    inert(row.signal),
    inert(row.description),
    inert(row.threshold),
    row.samples === null ? '' : inert(String(Math.round(row.samples))),
    beforeOf(row),
    row.query === null ? '' : code(row.query),
  ]);
  return `## ${inert(message)}${until}\n\n${table(head, cells)}\n`;
}

function beforeOf({ signal, baseline }: Row): string {
  if (baseline === null) return '';
  return signal === 'error-rate' ? percent(baseline) : String(Number(baseline.toPrecision(3)));
}

/** A line of the log for a sample of a bake. */
export function sampleLine(rows: readonly Row[], number: number, planned: number): string {
  const levels = rows.map((row) => `${row.signal} ${row.severity} (${row.description})`).join('; ');
  return `sample ${number}/${planned}: ${levels || 'nothing was queried'}`;
}

/** The output `evidence`: what each signal said, without what only the judging needs. */
export const toOutput = (rows: readonly Row[]): object[] =>
  rows.map(
    ({ signal, severity, value, description, threshold, samples, baseline, query, causedByDeploy }) => ({
      ...{ signal, severity, value, threshold, samples, baseline, query },
      'by-deploy': causedByDeploy,
      message: description,
    }),
  );
