import { pause } from '../base/deadline.ts';
import { ActionError } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import { label, type Ref } from '../systems/kubernetes/kinds.ts';
import type { ContainerStatus, Pod } from '../systems/kubernetes/objects.ts';

/** Nothing shows that a workload works, and nothing that it does not. */
export class UnprovenError extends ActionError {}

/**
 * Waits until the pods of a rollout have been ready for a while, so that being ready is not an accident.
 *
 * @param listPods the ready pods of the present revision; called again after every wait
 * @param now the API server's clock, by which it writes times
 * @throws ActionError where there is none, one has restarted lately, or they do not run the same images
 */
export async function awaitSteady(
  ref: Ref,
  listPods: () => Promise<readonly Pod[]>,
  now: () => Date,
  signal: AbortSignal,
): Promise<readonly Pod[]> {
  for (;;) {
    const pods = await listPods();
    if (pods.length === 0)
      throw new UnprovenError(`${label(ref)} has no pods, so nothing shows that it works.`);
    const restarted = pods.flatMap((pod) => restartOf(pod, now()) ?? []);
    if (restarted[0]) throw new ActionError(`${label(ref)} is not steady: ${restarted[0]}.`);
    const missing = WAITS.STEADY_MS - (now().getTime() - Math.max(...pods.map(readySince)));
    if (missing <= 0) return pods;
    await pause(Math.min(missing, WAITS.STEADY_MS), signal);
  }
}

/** When a pod became ready, in milliseconds since the epoch; long ago where the cluster does not say. */
const readySince = ({ status }: Pod): number =>
  Date.parse(status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime ?? '') || 0;

function restartOf({ metadata, status }: Pod, now: Date): string | undefined {
  const dead = (status?.containerStatuses ?? []).find(({ restartCount, lastState }: ContainerStatus) => {
    const ended = Date.parse(lastState?.terminated?.finishedAt ?? '');
    return restartCount > 0 && now.getTime() - ended < WAITS.RESTARTED_LATELY_MS;
  });
  const { reason, exitCode, finishedAt } = dead?.lastState?.terminated ?? {};
  return (
    dead &&
    `container ${dead.name} of pod ${metadata.name} ended at ${finishedAt} (${reason}, exit code ${exitCode}) and was started again`
  );
}
