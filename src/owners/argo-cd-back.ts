import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { pause } from '../base/deadline.ts';
import { WAITS } from '../base/waits.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { objectPath } from '../systems/kubernetes/names.ts';
import { type Application, ARGO_API, isBusy, syncOptionsOf, syncsItself, waitsForWindow } from './argo-cd.ts';
import { type ApplicationPlan, commitsOf, describeVersion } from './argo-cd-plan.ts';
import { addWindow, hasWindow } from './argo-cd-window.ts';
import type { MoveContext, Version } from './move.ts';
import { PAUSED, type PauseNote, pauseNote, renewed } from './notes.ts';
import { type Patch, patchFresh } from './patch-fresh.ts';

/** How an application went back. */
export interface WentBack {
  /** Why it did not go by Argo CD itself, and its workloads are patched under the pause. */
  readonly direct?: string;
}

const pathOf = ({ metadata }: Application) =>
  objectPath(ARGO_API, metadata.namespace, 'applications', metadata.name);

/**
 * Pauses an application in the way that holds, ends what hangs, and has it go back to the planned version.
 *
 * @throws ActionError where it cannot be paused: nothing has gone back then
 */
export async function backByArgo(context: MoveContext, plan: ApplicationPlan): Promise<WentBack> {
  let direct = await attempt(context, plan, plan.needsWindow);
  if (plan.needsWindow || (await holds(context, plan.application))) return { ...(direct && { direct }) };
  context.log.info(`… ${plan.name}: its sync was turned on again, so its project stops it`);
  direct = await attempt(context, plan, true);
  return { ...(direct && { direct }) };
}

/** Whether an application is still paused. */
export async function holds({ clusters }: MoveContext, application: Application): Promise<boolean> {
  const { client, namespace } = clusters.argo;
  const fresh = await client.get<Application>(pathOf(application));
  return !syncsItself(fresh) || (await hasWindow(client, namespace, fresh));
}

/** @returns why it did not go back by Argo CD, where it did not */
async function attempt(
  context: MoveContext,
  plan: ApplicationPlan,
  byWindow: boolean,
): Promise<string | undefined> {
  const began = performance.now();
  const { client, namespace } = context.clusters.argo;
  const commits = commitsOf(plan);
  const note: PauseNote = { id: context.id, at: client.now.toISOString(), ...(commits && { commits }) };
  const id = randomUUID();
  const operation = plan.version && operationFor(context, plan, plan.version, id);
  if (byWindow) await addWindow(client, namespace, plan.application, note);
  const isRequested = !byWindow && (await switchOff(client, plan.application, note, operation));
  if (!isRequested && !(await terminate(context, plan.application, WAITS.OWNER_START_MS)))
    return 'the sync that is under way does not end';
  if (!plan.version || !operation) return 'its history has no sync of the time of the good revisions';
  let failed: string | undefined = 'someone else has asked it for a sync';
  if (isRequested || (await request(client, plan.application, operation))) {
    context.log.info(`… ${plan.name}: goes back to ${describeVersion(plan.version)}`);
    failed = await awaitOperation(client, pathOf(plan.application), id);
  }
  if (failed) await terminate(context, plan.application, 0);
  // Its own owner has had the time to turn it on again.
  if (!byWindow) await pause(Math.max(0, WAITS.OWNER_HOLDS_MS - (performance.now() - began)), client.signal);
  return failed;
}

/**
 * Turns automatic sync off and notes how it was. One that is off stays so, and gets no note where it has none. Where nothing
 * is under way, the operation is requested by the same change: Argo CD then compares with Git once, and not twice.
 *
 * @returns whether the operation was requested
 */
async function switchOff(
  client: KubeClient,
  application: Application,
  note: PauseNote,
  operation: object | undefined,
): Promise<boolean> {
  const path = pathOf(application);
  let pausing: Patch | undefined;
  let requests = false;
  const patched = await patchFresh<Application>(client, path, (fresh) => {
    const requested = operation && !isBusy(fresh) ? { operation } : undefined;
    requests = requested !== undefined;
    pausing = pausingOf(fresh, note);
    return pausing || requested ? { ...pausing, ...requested } : undefined;
  });
  // Before Argo CD 3 there was no such field, and the server drops it.
  if (patched && pausing?.spec && syncsItself(patched))
    await client.patch(path, PATCH.merge, { spec: { syncPolicy: { automated: null } } });
  return requests;
}

/** The merge patch that pauses an application and notes how it was; undefined where nothing is to be changed. */
function pausingOf(fresh: Application, note: PauseNote): Patch | undefined {
  const automated = fresh.spec?.syncPolicy?.automated;
  const isOn = syncsItself(fresh) && automated;
  const before = pauseNote(fresh);
  if (!isOn && !before) return undefined;
  const kept = renewed(before, { ...note, ...(automated && { automated }) });
  if (!isOn && isDeepStrictEqual(kept, before)) return undefined;
  return {
    metadata: { annotations: { [PAUSED]: JSON.stringify(kept) } },
    ...(isOn && { spec: { syncPolicy: { automated: { enabled: false } } } }),
  };
}

/**
 * Ends the operation that is under way: it would go on to the version that is left, and would swallow ours. One that Argo CD
 * does not begin within `beginsWithin` milliseconds is taken back, so that it does not begin at an unexpected time.
 *
 * @returns whether none is left
 */
export async function terminate(
  { clusters, log }: Pick<MoveContext, 'clusters' | 'log'>,
  application: Application,
  beginsWithin: number,
): Promise<boolean> {
  const { client } = clusters.argo;
  const began = performance.now();
  let isRequested = false;
  for (;;) {
    const fresh = await client.get<Application>(pathOf(application));
    if (!isBusy(fresh)) return true;
    const phase = fresh.status?.operationState?.phase ?? '';
    const waited = performance.now() - began;
    if (phase === 'Running' && fresh.operation !== undefined) {
      if (!isRequested)
        log.info(`… Argo CD application ${application.metadata.name}: the sync that is under way is ended`);
      isRequested = true;
      await client.patch(pathOf(application), PATCH.merge, {
        status: { operationState: { phase: 'Terminating' } },
      });
    }
    if (!['Running', 'Terminating'].includes(phase) && waited >= beginsWithin) await takeBack(client, fresh);
    if (waited > WAITS.OWNER_ENDS_MS) return false;
    await pause(WAITS.OWNER_POLL_MS, client.signal);
  }
}

/** Takes a requested operation back, unless the application has changed since it was read: Argo CD may have begun it. */
async function takeBack(client: KubeClient, read: Application): Promise<void> {
  try {
    await client.patch(pathOf(read), PATCH.json, [
      { op: 'test', path: '/metadata/resourceVersion', value: read.metadata.resourceVersion },
      { op: 'remove', path: '/operation' },
    ]);
  } catch (error) {
    if (!(error instanceof ApiError && [409, 422].includes(error.status))) throw error;
  }
}

/** What Argo CD is asked for; `attempt` tells it from the operations of others. */
function operationFor(
  { id, reason }: MoveContext,
  { application, only, prune }: ApplicationPlan,
  { revision, revisions, source, sources }: Version,
  attempt: string,
): object {
  const syncOptions = syncOptionsOf(application);
  return {
    initiatedBy: { username: 'rollback-actions' },
    info: [
      { name: 'Reason', value: reason.slice(0, 200) },
      { name: 'Rollback', value: id },
      { name: 'Attempt', value: attempt },
    ],
    sync: {
      // Parameters of the spec share a commit: the source of then goes with it. `apply` runs no hooks of the older version.
      ...(sources?.length ? { revisions, sources } : { revision, source }),
      ...(only && { resources: only }),
      prune,
      // An operation goes by what it says itself, and not by the options of the application.
      ...(syncOptions && { syncOptions }),
      syncStrategy: { apply: {} },
    },
  };
}

/** @returns whether the operation was requested: not where another one is */
async function request(client: KubeClient, application: Application, operation: object): Promise<boolean> {
  try {
    await client.patch(pathOf(application), PATCH.json, [
      // A merge into an operation that is there would never be carried out.
      { op: 'test', path: '/operation', value: null },
      { op: 'add', path: '/operation', value: operation },
    ]);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 422) return false;
    throw error;
  }
}

/** @returns why the operation of this attempt did not succeed, where it did not */
async function awaitOperation(
  client: KubeClient,
  path: string,
  attempt: string,
): Promise<string | undefined> {
  const began = performance.now();
  let blockedAt: number | undefined;
  for (;;) {
    const fresh = await client.get<Application>(path);
    const { phase, message = '', operation: last } = fresh.status?.operationState ?? {};
    const isOurs = last?.info?.some(({ value }) => value === attempt) === true;
    if (isOurs && phase === 'Succeeded') return undefined;
    if (isOurs && (phase === 'Failed' || phase === 'Error'))
      return `Argo CD says ${phase}: ${message.slice(0, 300)}`;
    // It would begin once the window has ended, at an unexpected time.
    blockedAt = isOurs && waitsForWindow(fresh) ? (blockedAt ?? performance.now()) : undefined;
    if (blockedAt !== undefined && performance.now() - blockedAt > WAITS.OWNER_BLOCKED_MS)
      return 'a sync window of its project blocks it';
    // What it prunes comes first, and all else waits for it.
    if (isOurs && /waiting for pruning confirmation/i.test(message))
      return `it waits for a person: ${message.slice(0, 300)}`;
    const waited = performance.now() - began;
    if (!isOurs && waited > WAITS.OWNER_START_MS) return 'Argo CD did not begin it';
    if (waited > WAITS.OWNER_OPERATION_MS)
      return `Argo CD did not end it within ${WAITS.OWNER_OPERATION_MS / 1000} s: ${message.slice(0, 300)}`;
    await pause(WAITS.OWNER_POLL_MS, client.signal);
  }
}
