import type { Log } from '../base/log.ts';
import { WAITS } from '../base/waits.ts';
import type { OnProgress } from './backup/backup.ts';

/** Progress as lines of the log: at most one in five seconds. */
export function logProgress(log: Log): OnProgress {
  let loggedAt = performance.now();
  return ({ step, done, total, unit, secondsLeft }) => {
    if (performance.now() - loggedAt < WAITS.PROGRESS_PERIOD_MS) return;
    loggedAt = performance.now();
    const amount = (value: number) => (unit === 'bytes' ? `${(value / 1e6).toFixed(0)} MB` : String(value));
    const of = total === undefined ? '' : ` of ${amount(total)}`;
    const left = secondsLeft === undefined ? '' : `, some ${secondsLeft} s left`;
    log.info(`… ${step}: ${amount(done)}${of}${unit === 'bytes' ? '' : ` ${unit}`}${left}`);
  };
}
