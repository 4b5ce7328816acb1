import { messageOf } from '../base/errors.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { WAITS } from '../base/waits.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import type { Condition } from '../systems/kubernetes/objects.ts';
import type { Clusters } from './find.ts';
import { type FluxObject, isPinned, ownOf, RECONCILE } from './flux.ts';
import type { FluxPlan } from './flux-plan.ts';
import { commitIn, deletePin, makePin } from './flux-source.ts';
import type { MoveContext } from './move.ts';
import { PAUSED, type PauseNote, pauseNote, renewed } from './notes.ts';
import { patchFresh } from './patch-fresh.ts';
import { readUntil } from './read-until.ts';

/** Suspends it, so that what is patched then stays, and waits for what it was about to apply. */
export async function pauseFlux(
  { clusters, id, log }: MoveContext,
  { name, path, isKept, commit, pin }: FluxPlan,
): Promise<void> {
  const { client } = clusters;
  const object = await client.get<FluxObject>(path);
  const before = pauseNote(object);
  if (object.spec?.suspend !== true || before) {
    const { sourceRef } = object.spec ?? {};
    const note = renewed(before, {
      ...{ id, at: client.now.toISOString() },
      ...(isKept && { isKept }),
      ...(sourceRef?.name && { sourceRef: { name: sourceRef.name, namespace: sourceRef.namespace } }),
      ...(commit && { commits: [commit] }),
      ...(pin && { pin }),
    });
    const annotations = { [PAUSED]: JSON.stringify(note), ...(isKept && { [RECONCILE]: 'disabled' }) };
    await client.patch(path, PATCH.merge, { metadata: { annotations }, spec: { suspend: true } });
  }
  const seen = await readUntil<FluxObject>(client, path, (each) => !workOf(each), WAITS.OWNER_START_MS);
  const work = workOf(seen);
  if (work) log.info(`… ${name}: is suspended, and still at work: ${work.message}`);
}

/** What it is applying at present. What waits for the health of its objects has applied them. */
function workOf({ status }: FluxObject): Condition | undefined {
  const condition = status?.conditions?.find(({ type }) => type === 'Reconciling');
  return condition?.status === 'True' && !/health check/i.test(condition.message ?? '')
    ? condition
    : undefined;
}

/** What became of an owner that was to go on as it stands until it is handed back. */
export interface Settled {
  /** What was done, as the rest of a sentence about the owner. */
  readonly words: string;
  /** It was resumed, so that it brings the newer version back. */
  readonly isLost?: true;
  /** It brought something else than what went back, and is suspended again: that has to be patched once more. */
  readonly isAstray?: true;
}

/**
 * Resumes a Kustomization whose workloads went back with a source that stays at the good commit, so that all of it goes
 * back and Flux keeps it there. Where that cannot be done it stays suspended.
 *
 * @param isGood whether its workloads are as they went back: the commit does not have all that they are made of
 * @returns undefined where nothing was to be done
 */
export async function pinFlux(
  { clusters: { client } }: MoveContext,
  path: string,
  isGood: () => Promise<boolean>,
): Promise<Settled | undefined> {
  const object = await client.get<FluxObject>(path);
  const note = pauseNote(object);
  const [commit] = note?.commits ?? [];
  if (!note?.pin || !note.sourceRef || !commit || isPinned(object)) return undefined;
  if (object.spec?.suspend !== true) return LOST;
  const namespace = note.sourceRef.namespace ?? object.metadata.namespace ?? '';
  try {
    const failure = await makePin(client, {
      ...{ namespace, from: note.sourceRef.name, name: note.pin, commit, of: wholeName(object) },
    });
    if (failure !== undefined) return { words: `stays suspended, because ${withoutFullStop(failure)}` };
    const pinned = await patchFresh<FluxObject>(client, path, (fresh) =>
      fresh.spec?.suspend === true && pauseNote(fresh)?.pin === note.pin
        ? { spec: { sourceRef: { ...fresh.spec.sourceRef, name: note.pin }, suspend: false } }
        : undefined,
    );
    if (!pinned) return LOST;
  } catch (error) {
    client.signal.throwIfAborted();
    return { words: `stays suspended, because it could not be pinned: ${withoutFullStop(messageOf(error))}` };
  }
  // What it applied before it was resumed may be the same commit.
  const hasApplied = ({ status, metadata }: FluxObject) =>
    (status?.observedGeneration ?? 0) >= (metadata.generation ?? 0) &&
    commitIn(status?.lastAppliedRevision) === commit;
  const isOver = (each: FluxObject) => hasApplied(each) || !isHeld(each);
  const seen = await readUntil<FluxObject>(client, path, isOver, WAITS.OWNER_START_MS);
  if (!isHeld(seen)) return LOST;
  const own = ownOf(object);
  const pinned = `is pinned to ${commit.slice(0, 7)}`;
  // With `wait` it first has to give up waiting for the pods of the bad release; or it depends on another that is not ready.
  if (!hasApplied(seen)) return { words: `${pinned}, which it has not applied yet${readyWords(seen)}` };
  return (await isGood())
    ? { words: `${pinned}, and all of it went back${own ? ` but for ${own}` : ''}` }
    : unpin(client, path, note, commit);
}

/** What it says of itself, as a part of a sentence. */
function readyWords({ status }: FluxObject): string {
  const { message } = status?.conditions?.find(({ type }) => type === 'Ready') ?? {};
  return message ? ` (it says: ${withoutFullStop(message.slice(0, 200))})` : '';
}

const LOST: Settled = { words: 'was resumed while its workloads went back', isLost: true };

/** Suspends a Kustomization again whose pin is not what went back, with the source that it had. */
async function unpin(client: KubeClient, path: string, note: PauseNote, commit: string): Promise<Settled> {
  const { pin: name = '', commits: _, ...kept } = note;
  const suspended = await patchFresh<FluxObject>(client, path, (fresh) =>
    isPinned(fresh)
      ? {
          metadata: { annotations: { [PAUSED]: JSON.stringify(kept) } },
          spec: { suspend: true, sourceRef: { ...fresh.spec?.sourceRef, name: note.sourceRef?.name } },
        }
      : undefined,
  );
  if (!suspended) return LOST;
  await deletePin(
    client,
    note.sourceRef?.namespace ?? suspended.metadata.namespace ?? '',
    name,
    wholeName(suspended),
  );
  return {
    words: `stays suspended, because ${commit.slice(0, 7)} does not bring the pods that went back: what its substitutions, images or patches add is not in the commit`,
    isAstray: true,
  };
}

/** Whether it is still suspended, or pinned. */
export async function fluxHolds({ client }: Clusters, { path }: FluxPlan): Promise<boolean> {
  return isHeld(await client.get<FluxObject>(path));
}

/** Suspended, or at the source that a rollback has made. */
export const isHeld = (object: FluxObject): boolean => object.spec?.suspend === true || isPinned(object);

/** A Kustomization with its namespace, as its pin names it. */
export const wholeName = ({ metadata }: FluxObject): string => `${metadata.namespace}/${metadata.name}`;
