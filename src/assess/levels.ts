import { ActionError } from '../base/errors.ts';
import { SEVERITIES, type Severity } from '../record/severity.ts';

/** What to do. */
export type Decision = 'rollback' | 'quick-fix-then-rollback' | 'evaluate' | 'fix-forward' | 'none';

/** What is done about each severity, and within how many seconds that has to be decided: the runbook's table. */
export const RESPONSES: Record<Severity, { readonly decision: Decision; readonly seconds: number }> = {
  critical: { decision: 'rollback', seconds: 5 * 60 },
  high: { decision: 'quick-fix-then-rollback', seconds: 15 * 60 },
  medium: { decision: 'evaluate', seconds: 30 * 60 },
  low: { decision: 'fix-forward', seconds: 60 * 60 },
  none: { decision: 'none', seconds: 60 * 60 },
};

/** From which value on a level is reached, as fractions; a level without a value is not reached by this signal. */
export type Thresholds = Readonly<Partial<Record<Severity, number>>>;

/**
 * The runbook's thresholds for the share of requests that fail. It says nothing of where low begins, nor that a service
 * of which next to nothing gets through is down.
 */
export const ERROR_RATE: Thresholds = { low: 0.01, medium: 0.1, high: 0.3, critical: 0.95 };
/** The same for how much slower requests are than before: 0.1 is a tenth. */
export const LATENCY: Thresholds = { low: 0.1, medium: 0.2, high: 0.5 };

const worseOf = (a: Severity, b: Severity): Severity => (rank(a) >= rank(b) ? a : b);
/** The less bad of two. */
export const betterOf = (a: Severity, b: Severity): Severity => (rank(a) <= rank(b) ? a : b);
/** The worst of all; `none` of none. */
export const worst = (all: readonly Severity[]): Severity => all.reduce(worseOf, 'none');
/** Whether it is as bad as `least`, or worse. */
export const atLeast = (severity: Severity, least: Severity): boolean => rank(severity) >= rank(least);

const rank = (severity: Severity) => SEVERITIES.indexOf(severity);

/**
 * The level of a value. The runbook's medium is "10-30 %" and its high is "> 30 %": `high` begins above its
 * threshold, every other level at it.
 */
export function levelOf(value: number, thresholds: Thresholds): Severity {
  // 1.2 / 1 - 1 is 0.19999999999999996.
  const rounded = Math.round(value * 1e9) / 1e9;
  const isReached = (severity: Severity) => {
    const threshold = thresholds[severity];
    if (threshold === undefined) return false;
    return severity === 'high' ? rounded > threshold : rounded >= threshold;
  };
  return SEVERITIES.findLast(isReached) ?? 'none';
}

/**
 * Reads `medium=10%` and `high=0.3`, one a level; levels that are not named keep the value of `defaults`.
 *
 * @throws ActionError where a line is neither, or a worse level would be reached earlier than a better one
 */
export function parseThresholds(input: string, lines: readonly string[], defaults: Thresholds): Thresholds {
  const given = lines.map((line) => {
    const [, level = '', number = '', percent] =
      /^(low|medium|high|critical)\s*=\s*(\d+(?:\.\d+)?)\s*(%?)$/.exec(line) ?? [];
    if (!level)
      throw new ActionError(
        `Input \`${input}\` has ${JSON.stringify(line)}; accepted are low, medium, high and critical with a percentage or a fraction each, such as high=30%.`,
      );
    return [level, percent ? Number(number) / 100 : Number(number)] as const;
  });
  const thresholds: Thresholds = { ...defaults, ...Object.fromEntries(given) };
  const values = SEVERITIES.map((severity) => thresholds[severity]).filter((value) => value !== undefined);
  if (values.some((value, index) => value < (values[index - 1] ?? 0))) {
    throw new ActionError(
      `Input \`${input}\` has a worse level at a lower value: ${describeThresholds(thresholds)}; they must grow from low to critical.`,
    );
  }
  return thresholds;
}

/** `low 1 %, medium 10 %, high 30 %` */
export function describeThresholds(thresholds: Thresholds): string {
  const known = SEVERITIES.filter((severity) => thresholds[severity] !== undefined);
  return known.map((severity) => `${severity} ${percent(thresholds[severity] ?? 0)}`).join(', ');
}

/** `12.3 %`, as many digits as are significant, and as many more as show on which side of a threshold it is. */
export function percent(fraction: number, thresholds: Thresholds = {}): string {
  const value = fraction * 100;
  const level = levelOf(fraction, thresholds);
  for (let digits = Math.abs(value) >= 10 ? 1 : 2; digits <= 7; digits++) {
    const rounded = Number(value.toFixed(digits));
    if (levelOf(rounded / 100, thresholds) === level) return `${rounded} %`;
  }
  return `${value} %`;
}
