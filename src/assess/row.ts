import { betterOf } from './levels.ts';
import type { Row } from './observation.ts';

type Facts = Pick<Row, 'signal' | 'since'> & Partial<Row>;

const NOTHING = {
  value: null,
  description: '',
  threshold: '',
  samples: null,
  baseline: null,
  query: null,
  long: 'none',
  short: 'none',
  causedByDeploy: true,
  conclusive: true,
  forcesRollback: false,
} as const;

/** A row of the evidence; its severity is what both windows agree on. */
export function row(facts: Facts & Pick<Row, 'value' | 'description' | 'long'>): Row {
  const { short = facts.long } = facts;
  return { ...NOTHING, ...facts, short, severity: betterOf(facts.long, short) };
}

/** A row for what could not be determined. */
export const unknown = (facts: Facts, reason: string): Row => ({
  ...NOTHING,
  ...facts,
  description: reason,
  severity: 'unknown',
});
