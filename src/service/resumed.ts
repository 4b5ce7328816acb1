import { isResumed } from '../owners/owner.ts';
import type { Step, Wanted } from './plan.ts';

/**
 * A workload that is where it should be does not stay there if its owner, which an earlier rollback paused, was resumed: it
 * goes back through the owner once more, or is warned of where that is not wanted. Pure.
 */
export function pausedAgain(
  groups: readonly (readonly Step[])[],
  { gitops }: Pick<Wanted, 'gitops'>,
): Step[][] {
  // The others of an owner that goes back anyway stay because of that.
  const going = new Set(
    groups.flat().flatMap(({ action, owner }) => (action === 'roll-back' ? (owner?.name ?? []) : [])),
  );
  return groups.map((group) =>
    group.map((step): Step => {
      const { action, owner, reason } = step;
      if (action !== 'no-op' || !owner || going.has(owner.name) || !isResumed(owner)) return step;
      const cause = `the ${owner.name} was resumed after rollback ${owner.pausedBy?.id} had paused it`;
      if (gitops === 'through')
        return { ...step, action: 'roll-back', reason: `${reason}; ${cause}, so it is paused again` };
      const warning = `${cause}, and may bring the newer version again; stop it (${owner.remedy}), or say \`gitops: through\``;
      return { ...step, warnings: [...step.warnings, warning] };
    }),
  );
}
