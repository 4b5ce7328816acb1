import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { pause } from '../base/deadline.ts';
import { ActionError } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { objectPath } from '../systems/kubernetes/names.ts';
import { type Application, ARGO_API, isBusy, syncsItself } from './argo-cd.ts';
import { type ApplicationPlan, commitsOf, describeVersion } from './argo-cd-plan.ts';
import { addWindow, hasWindow } from './argo-cd-window.ts';
import type { MoveContext, Version } from './move.ts';
import { PAUSED, type PauseNote, pauseNote, renewed } from './notes.ts';

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
  if (byWindow) await addWindow(client, namespace, plan.application, note);
  else await switchOff(client, plan.application, note);
  await terminate(context, plan.application);
  if (!plan.version) return 'its history has no sync of the time of the good revisions';
  const failed = await operate(context, plan, plan.version);
  if (failed) await terminate(context, plan.application);
  // Its own owner has had the time to turn it on again.
  if (!byWindow) await pause(Math.max(0, WAITS.OWNER_HOLDS_MS - (performance.now() - began)), client.signal);
  return failed;
}

/** Turns automatic sync off and notes how it was. One that is off stays so, and gets no note where it has none. */
async function switchOff(client: KubeClient, application: Application, note: PauseNote): Promise<void> {
  const fresh = await client.get<Application>(pathOf(application));
  const automated = fresh.spec?.syncPolicy?.automated;
  const isOn = syncsItself(fresh) && automated;
  const before = pauseNote(fresh);
  if (!isOn && !before) return;
  const kept = renewed(before, { ...note, ...(automated && { automated }) });
  if (!isOn && isDeepStrictEqual(kept, before)) return;
  const annotations = { [PAUSED]: JSON.stringify(kept) };
  const off = (value: object | null) =>
    client.patch<Application>(pathOf(fresh), PATCH.merge, {
      metadata: { annotations, resourceVersion: fresh.metadata.resourceVersion },
      ...(isOn && { spec: { syncPolicy: { automated: value } } }),
    });
  const patched = await off({ enabled: false }).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 409) return undefined;
    throw error;
  });
  if (!patched) return switchOff(client, application, note);
  // Before Argo CD 3 there was no such field, and the server drops it.
  if (syncsItself(patched))
    await client.patch(pathOf(fresh), PATCH.merge, { spec: { syncPolicy: { automated: null } } });
}

/** Ends the operation that is under way: it would go on to the version that is left, and would swallow ours. */
async function terminate({ clusters, log }: MoveContext, application: Application): Promise<void> {
  const { client } = clusters.argo;
  const end = performance.now() + WAITS.OWNER_START_MS;
  let isRequested = false;
  for (;;) {
    const fresh = await client.get<Application>(pathOf(application));
    if (!isBusy(fresh)) return;
    const phase = fresh.status?.operationState?.phase;
    if (phase === 'Running' && fresh.operation !== undefined) {
      if (!isRequested)
        log.info(`… Argo CD application ${application.metadata.name}: the sync that is under way is ended`);
      isRequested = true;
      await client.patch(pathOf(application), PATCH.merge, {
        status: { operationState: { phase: 'Terminating' } },
      });
    }
    if (performance.now() > end)
      throw new ActionError(
        `The sync of the Argo CD application ${application.metadata.name} that is under way does not end; end it with \`argocd app terminate-op ${application.metadata.name}\` and run the rollback again.`,
      );
    await pause(WAITS.OWNER_POLL_MS, client.signal);
  }
}

/** @returns why it did not succeed, where it did not */
async function operate(
  { clusters, id, reason, log }: MoveContext,
  { name, application, only, prune }: ApplicationPlan,
  version: Version,
): Promise<string | undefined> {
  const { client } = clusters.argo;
  const { revision, revisions, source, sources } = version;
  const attempt = randomUUID();
  const operation = {
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
      syncStrategy: { apply: {} },
    },
  };
  try {
    await client.patch(pathOf(application), PATCH.json, [
      // A merge into an operation that is there would never be carried out.
      { op: 'test', path: '/operation', value: null },
      { op: 'add', path: '/operation', value: operation },
    ]);
  } catch (error) {
    if (error instanceof ApiError && error.status === 422) return 'someone else has asked it for a sync';
    throw error;
  }
  log.info(`… ${name}: goes back to ${describeVersion(version)}`);
  return awaitOperation(client, pathOf(application), attempt);
}

/** @returns why the operation of this attempt did not succeed, where it did not */
async function awaitOperation(
  client: KubeClient,
  path: string,
  attempt: string,
): Promise<string | undefined> {
  const began = performance.now();
  for (;;) {
    const fresh = await client.get<Application>(path);
    const { phase, message = '', operation: last } = fresh.status?.operationState ?? {};
    const isOurs = last?.info?.some(({ value }) => value === attempt) === true;
    if (isOurs && phase === 'Succeeded') return undefined;
    if (isOurs && (phase === 'Failed' || phase === 'Error'))
      return `Argo CD says ${phase}: ${message.slice(0, 300)}`;
    // It would begin once the window has ended, at an unexpected time.
    if (isOurs && /blocked by sync window/i.test(message)) return 'a sync window of its project blocks it';
    const waited = performance.now() - began;
    if (!isOurs && waited > WAITS.OWNER_START_MS) return 'Argo CD did not begin it';
    if (waited > WAITS.OWNER_OPERATION_MS)
      return `Argo CD did not end it within ${WAITS.OWNER_OPERATION_MS / 1000} s: ${message.slice(0, 300)}`;
    await pause(WAITS.OWNER_POLL_MS, client.signal);
  }
}
