import type { Log } from '../base/log.ts';
import type { StepResult } from './chain.ts';
import type { Step } from './order.ts';

/** The log of a chain: what each step says at once, and in the end the chain from top to bottom. */
interface ChainLog {
  /** Where a step's own lines go. */
  readonly of: (step: Step) => Log;
  /** Shows each step in the order of the chain, with how it ended and, folded, what it said. */
  readonly fromTopToBottom: (results: Iterable<StepResult>) => void;
}

/** Steps run side by side, and their lines come as they happen; so they are kept to be read step by step as well. */
export function chainLog(log: Log): ChainLog {
  const kept = new Map<string, string[]>();
  return {
    of({ name }) {
      const lines: string[] = [];
      kept.set(name, lines);
      return {
        info(line) {
          lines.push(line.replace(`[${name}] `, ''));
          log.info(line);
        },
        warn(sentence) {
          lines.push(`⚠ ${sentence.replace(`${name}: `, '')}`);
          log.warn(sentence);
        },
        group(title, all) {
          lines.push(title.replace(`[${name}] `, ''), ...all.map((line) => `  ${line}`));
          log.group(title, all);
        },
      };
    },
    fromTopToBottom(results) {
      log.info('The chain, from top to bottom:');
      for (const result of results) {
        const lines = kept.get(result.step.name) ?? [];
        if (lines.length > 0) log.group(stepLine(result), lines);
        else log.info(stepLine(result));
      }
    },
  };
}

/** How a step ended, in a line. */
export const stepLine = ({ step, outcome, message, seconds }: StepResult): string =>
  `${{ done: '✓', 'no-op': '✓', planned: '·', failed: '✗', skipped: '-', declined: '·' }[outcome]} ${step.name}: ${outcome} in ${seconds.toFixed(1)} s — ${message}`;
