import type { Accepts } from '../runner/consent.ts';
import type { Replaced } from './earlier-attempt.ts';
import { leftoversOf } from './leftovers.ts';
import type { Databases } from './observe.ts';
import type { Phase } from './phases.ts';
import { verifiedSide } from './prepare.ts';
import { planUndo } from './undo.ts';

/** Says in one sentence what a phase would do to the database that was observed. Pure. */
export function planOf(
  observed: Databases,
  {
    phase,
    strategy,
    source,
    keep,
    bytes,
    run,
    accepts,
    before,
  }: {
    phase: Phase;
    strategy?: string;
    source: string | undefined;
    keep: number;
    bytes: number;
    run?: string;
    accepts?: Accepts;
    /** What this run has replaced already. */
    before?: Replaced | undefined;
  },
): string {
  const { live } = observed;
  const size = `${(bytes / 1e6).toFixed(0)} MB`;
  const messages: Record<Phase, () => string> = {
    all: () =>
      strategy === 'in-place'
        ? `the contents of "${live.name}" (${size}) would be dumped, and then replaced by those of ${source}`
        : `"${live.name}" (${size}) would be restored from ${source} beside itself, verified, and switched`,
    prepare: () => `"${live.name}" (${size}) would be restored from ${source} beside itself and verified`,
    switch: () => {
      const side = verifiedSide(observed);
      return side
        ? `"${side.database.name}" would take the place of "${live.name}"`
        : `nothing is prepared, so nothing would be switched`;
    },
    resume: () => 'paused traffic would be resumed',
    undo: () => {
      const plan = planUndo(observed, run);
      return plan.action === 'switch'
        ? `"${plan.to.name}" would become "${live.name}" again`
        : `nothing would be undone: ${plan.reason}`;
    },
    clean: () => {
      const names = leftoversOf(observed, keep, accepts).map(
        ({ database, reason }) => `"${database.name}", which ${reason}`,
      );
      return names.length > 0 ? `these would be dropped: ${names.join('; ')}` : 'nothing would be dropped';
    },
  };
  const action = before
    ? `"${live.name}" was switched by this run at ${before.note.at} already, so nothing would be restored`
    : messages[phase]();
  return `Planned: ${action}; nothing was changed.`;
}
