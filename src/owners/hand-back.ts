import { namesOf } from '../base/sentence.ts';
import { WAITS } from '../base/waits.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { objectPath } from '../systems/kubernetes/names.ts';
import { type Application, isBusy, isPassedOver, prunes, waitsForWindow } from './argo-cd.ts';
import { terminate } from './argo-cd-back.ts';
import { noteOfWindow, removeWindow } from './argo-cd-window.ts';
import { locateOwnerObject } from './find.ts';
import { handBackFlux } from './flux-hand-back.ts';
import type { MoveContext } from './move.ts';
import { type HandedBack, PAUSED, pauseNote } from './notes.ts';
import { type Found, MAX_NAMES } from './owner.ts';
import { keepWords, withoutKept } from './pruning.ts';
import { readUntil } from './read-until.ts';

type Context = Pick<MoveContext, 'clusters' | 'log'>;
type Resource = NonNullable<NonNullable<Application['status']>['resources']>[number];

/**
 * Gives an owner that a rollback has paused control again, where its source says what runs.
 *
 * @param readOnly what would be done
 * @returns undefined where no rollback has paused it
 */
export async function handBack(
  context: Context,
  owner: Found,
  readOnly: boolean,
): Promise<HandedBack | undefined> {
  const { object } = owner;
  if (!object || owner.unread) return undefined;
  const { client, namespace, api, plural } = locateOwnerObject(context.clusters, object);
  const path = objectPath(api, namespace, plural, object.name);
  if (object.type === 'application') return byArgo(context, owner, path, readOnly);
  return handBackFlux(client, owner, path, readOnly);
}

async function byArgo(
  context: Context,
  owner: Found,
  path: string,
  readOnly: boolean,
): Promise<HandedBack | undefined> {
  const { client, namespace } = context.clusters.argo;
  const before = await client.get<Application>(path);
  const own = pauseNote(before);
  const note = own ?? (await noteOfWindow(client, namespace, before));
  if (!note) return undefined;
  if (isPassedOver(before))
    return {
      ...{ owner: owner.name, note, isBack: false },
      reason:
        'its annotation skip-reconcile keeps Argo CD from comparing it with its source; take that away first',
    };
  // The window that is about to go may be what it waits for: it would bring what it was asked for then.
  if (!readOnly && waitsForWindow(before)) await terminate(context, before, 0);
  const application = readOnly ? before : await refreshed(client, path);
  const { revision, revisions } = application.status?.sync ?? {};
  const result = { owner: owner.name, note, revision: revision ?? revisions?.join(', ') };
  const reason = await refusal(context.clusters.client, application, readOnly);
  if (reason !== undefined) return { ...result, isBack: false, reason };
  if (readOnly) return { ...result, isBack: true };
  if (own) {
    const automated = own.automated && { ...own.automated, enabled: own.automated.enabled ?? null };
    await client.patch(path, PATCH.merge, {
      metadata: { annotations: { [PAUSED]: null }, resourceVersion: application.metadata.resourceVersion },
      ...(automated && { spec: { syncPolicy: { automated } } }),
    });
  }
  await removeWindow(client, namespace, application);
  return { ...result, isBack: true };
}

/** Why an application stays paused, as a part of a sentence; undefined where its source says what runs. */
async function refusal(
  client: KubeClient,
  application: Application,
  readOnly: boolean,
): Promise<string | undefined> {
  const { status: { sync = {}, resources = [] } = {} } = application;
  if (!readOnly && isRequested(application))
    return `Argo CD has not compared it with its source within ${WAITS.OWNER_OPERATION_MS / 1000} s`;
  if (isBusy(application) && !waitsForWindow(application)) return 'a sync of it is under way';
  if (sync.status === 'Synced') return undefined;
  const others = resources.filter(({ status }) => status === 'OutOfSync');
  const different = others.filter((each) => !isLeftover(application, each));
  const extra = different.filter(({ requiresPruning }) => requiresPruning === true);
  const changed = different.filter((each) => !extra.includes(each));
  const pruned = await withoutKept(client, 'Argo CD', extra);
  const left = [...changed, ...pruned];
  if (sync.status === 'OutOfSync' && others.length > 0 && left.length === 0) return undefined;
  if (sync.status === 'OutOfSync' && changed.length === 0 && pruned.length > 0)
    return `Argo CD would delete ${nameAll(pruned)}, which its source does not have; annotate what has to stay (${keepWords('Argo CD')}), and delete the rest (argocd app sync ${application.metadata.name} --prune)`;
  const what = nameAll(left) || 'Argo CD cannot compare it';
  return `its source is not what runs yet (${sync.status ?? 'Unknown'}): ${what}; merge the older version, or sync what its source says, if that is meant (argocd app sync ${application.metadata.name})`;
}

const nameAll = (all: readonly Resource[]): string =>
  namesOf(
    all.map(({ kind, name }) => `${kind}/${name}`),
    MAX_NAMES,
  );

/** What its source no longer has, and Argo CD would leave where it is all the same. */
const isLeftover = (
  application: Application,
  { requiresPruning, requiresDeletionConfirmation }: Resource,
): boolean => requiresPruning === true && (!prunes(application) || requiresDeletionConfirmation === true);

const REFRESH = 'argocd.argoproj.io/refresh';
/** Tells one request for a comparison from another. An Argo CD that knows it takes it away together with the request. */
const REQUESTED = 'argocd.argoproj.io/refresh-timestamp';

/**
 * Has Argo CD compare with its source once more, without a sync. A comparison that had begun before takes a request away too,
 * with what the source said then (argo-cd#28392). What it leaves of the request shows that, and also an Argo CD that cannot
 * tell requests apart; the comparison that takes the next one away has begun after the first.
 */
async function refreshed(client: KubeClient, path: string): Promise<Application> {
  const first = await compared(client, path);
  if (!isLeft(first)) return first;
  const second = await compared(client, path);
  if (!isLeft(second)) return second;
  return client.patch<Application>(path, PATCH.merge, { metadata: { annotations: { [REQUESTED]: null } } });
}

/** Requests a comparison, and waits until the request is taken away. */
async function compared(client: KubeClient, path: string): Promise<Application> {
  const annotations = { [REFRESH]: 'normal', [REQUESTED]: client.now.toISOString() };
  await client.patch(path, PATCH.merge, { metadata: { annotations } });
  const isDone = (each: Application) => !isRequested(each);
  return readUntil<Application>(client, path, isDone, WAITS.OWNER_OPERATION_MS);
}

const isRequested = ({ metadata }: Application): boolean => metadata.annotations?.[REFRESH] !== undefined;

/** The request was taken away, and what tells it from others was not. */
const isLeft = (application: Application): boolean =>
  !isRequested(application) && application.metadata.annotations?.[REQUESTED] !== undefined;
