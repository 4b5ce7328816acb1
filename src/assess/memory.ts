import type { Observation, Settings } from './observation.ts';

/**
 * Why nothing may be rolled back by itself now; undefined where it may. A rollback is made once for a deploy, and no
 * two within `cooldown` seconds, so that ten alerts of one outage, or a rollback that did not help, start no second.
 * What goes wrong long after the deploy (`maxAge` seconds) has another cause.
 */
export function reasonToHold(
  { memory, deployedAt }: Observation,
  at: number,
  { cooldown, maxAge }: Settings,
): string | undefined {
  if (deployedAt !== null && at - deployedAt > maxAge)
    return `the newest deploy was ${Math.round((at - deployedAt) / 3600)} h ago, and after ${Math.round(maxAge / 3600)} h (\`max-age\`) it is unlikely to be the cause`;
  const rollbacks = memory.flatMap(({ last }) => (last ? [last] : []));
  const newest = rollbacks.toSorted((a, b) => b.at - a.at)[0];
  if (!newest) return undefined;
  const ago = Math.max(0, Math.round(at - newest.at));
  const since = `rollback ${newest.id} was made ${ago < 120 ? `${ago} s` : `${Math.round(ago / 60)} min`} ago`;
  // What that rollback has put there is known by itself; anything else, whatever older rollbacks it has seen, by its age.
  const deployedSince = memory.some(({ since, last }) =>
    last?.id === newest.id ? !last.isCurrent : since > newest.at,
  );
  if (!deployedSince) return `${since} and nothing was deployed since, so another would not help`;
  return ago < cooldown
    ? `${since}, and \`cooldown\` lets the next one start after ${cooldown} s`
    : undefined;
}
