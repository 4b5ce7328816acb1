import { messageOf } from '../base/errors.ts';
import type { StepOf } from '../record/catalogue.ts';
import type { Context } from '../runner/action.ts';

/** What a drill does. */
export type PhaseName = StepOf<'drill'>;

/** One phase as it went, and the seconds that it took. */
export interface Phase {
  readonly name: PhaseName;
  readonly isGood: boolean;
  readonly message: string;
  readonly seconds: number;
}

/** Does the work of one phase; what it throws is what the phase failed by. Its start and end are in the record. */
export async function phase(
  name: PhaseName,
  { record, log }: Pick<Context, 'record' | 'log'>,
  work: () => Promise<string>,
): Promise<Phase> {
  const begun = performance.now();
  const event = { component: 'drill', step: name } as const;
  record({ ...event, status: 'started' });
  const ended = (isGood: boolean, message: string): Phase => {
    const seconds = (performance.now() - begun) / 1000;
    record({ ...event, status: isGood ? 'done' : 'failed', seconds, message });
    log.info(`${isGood ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s): ${message}`);
    return { name, isGood, message, seconds };
  };
  try {
    return ended(true, await work());
  } catch (error) {
    return ended(false, messageOf(error));
  }
}
