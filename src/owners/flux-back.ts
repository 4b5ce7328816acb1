import { pause } from '../base/deadline.ts';
import { WAITS } from '../base/waits.ts';
import { PATCH } from '../systems/kubernetes/client.ts';
import type { Clusters } from './find.ts';
import { type FluxObject, fluxOf, RECONCILE } from './flux.ts';
import type { MoveContext } from './move.ts';
import { PAUSED, pauseNote } from './notes.ts';
import type { Owner } from './owner.ts';

/** What is done to one Kustomization or HelmRelease, decided before anything is changed. */
export interface FluxPlan {
  readonly type: 'flux';
  readonly name: string;
  readonly path: string;
  /** A Kustomization keeps it, and would resume it. */
  readonly isKept: boolean;
  readonly words: string;
}

/** Plans the way back of what Flux keeps. Pure. */
export function planFlux({ name }: Owner, path: string, object: FluxObject): FluxPlan {
  const keeper = fluxOf(object);
  const isKept = keeper !== undefined && keeper.name !== name;
  const pause = object.spec?.suspend === true ? 'it is suspended already' : 'it is suspended';
  const kept = isKept ? `, and the ${keeper.name} that keeps it passes it over meanwhile` : '';
  const words = `${pause}${kept}; its workloads are patched directly, and nothing else of it goes back`;
  return { type: 'flux', name, path, isKept, words };
}

/** Suspends it, so that what is patched then stays, and waits for what it was about to apply. */
export async function pauseFlux(
  { clusters, id, log }: MoveContext,
  { name, path, isKept }: FluxPlan,
): Promise<void> {
  const { client } = clusters;
  const object = await client.get<FluxObject>(path);
  if (object.spec?.suspend !== true) {
    const note = pauseNote(object) ?? { id, at: client.now.toISOString(), ...(isKept && { isKept }) };
    const annotations = { [PAUSED]: JSON.stringify(note), ...(isKept && { [RECONCILE]: 'disabled' }) };
    await client.patch(path, PATCH.merge, { metadata: { annotations }, spec: { suspend: true } });
  }
  const end = performance.now() + WAITS.OWNER_START_MS;
  for (;;) {
    const { status } = await client.get<FluxObject>(path);
    const condition = status?.conditions?.find(({ type }) => type === 'Reconciling');
    // What waits for the health of its objects has applied them.
    const isAtWork = condition?.status === 'True' && !/health check/i.test(condition.message ?? '');
    if (!isAtWork) return;
    if (performance.now() > end) {
      log.info(`… ${name}: is suspended, and still at work: ${condition.message}`);
      return;
    }
    await pause(WAITS.OWNER_LOOK_MS, client.signal);
  }
}

/** Whether it is still suspended. */
export async function fluxHolds({ client }: Clusters, { path }: FluxPlan): Promise<boolean> {
  return (await client.get<FluxObject>(path)).spec?.suspend === true;
}
