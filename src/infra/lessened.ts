import type { Change, Plan } from './changes.ts';
import { type Difference, differences } from './diff.ts';

/** Attributes, or types, that say how long or whether something is kept; as providers name them. */
const KEEPS = /retention|lifecycle|point_in_time|versioning|backup/i;

/**
 * What an update in place takes away, each as half a sentence: what is kept for a shorter time is deleted as surely as
 * with the resource, and what an autoscaler has added is what carries the load. Pure.
 */
export function lessened(change: Change, drift: Plan['drift']): string[] {
  if (change.kind !== 'update') return [];
  const found = differences(change.values);
  const shorter = found.filter(
    ({ path, ...values }) => KEEPS.test(`${change.type}.${path}`) && keepsLess(values),
  );
  const raised = drift
    .filter(({ address }) => address === change.address)
    .flatMap((item) => differences(item.values));
  const smaller = found.filter((item) => raised.some((other) => takesBack(item, other)));
  return [
    ...(shorter.length > 0
      ? [`keep less than now (${words(shorter)}), so that what is beyond is deleted`]
      : []),
    ...(smaller.length > 0
      ? [`be made smaller than something outside of Terraform has made it (${words(smaller)})`]
      : []),
  ];
}

/** 0, -1 and nothing mean for ever to some providers and not at all to others, so only more days are surely more. */
function keepsLess({ before, after }: Pick<Difference, 'before' | 'after'>): boolean {
  if (before === 'true' || /^"enabled"$/i.test(before)) return true;
  const [was, becomes] = [numberIn(before), numberIn(after)];
  if (was === undefined && becomes === undefined) return false;
  return !(was !== undefined && becomes !== undefined && was > 0 && becomes > was);
}

/** True where a number that was raised outside of Terraform is lowered again. */
function takesBack(planned: Difference, outside: Difference): boolean {
  const [was, now, becomes] = [outside.before, outside.after, planned.after].map(numberIn);
  if (planned.path !== outside.path || planned.before !== outside.after) return false;
  return was !== undefined && now !== undefined && becomes !== undefined && was < now && becomes < now;
}

/** A number, or a text that is one. */
function numberIn(shown: string): number | undefined {
  const text = /^"?(-?\d+(?:\.\d+)?)"?$/.exec(shown)?.[1];
  return text === undefined ? undefined : Number(text);
}

const words = (found: readonly Difference[]) =>
  found.map(({ path, before, after }) => `${path} ${before} → ${after}`).join(', ');
