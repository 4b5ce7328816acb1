import { namesOf } from '../base/sentence.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { objectPath } from '../systems/kubernetes/names.ts';
import { type Application, isBusy } from './argo-cd.ts';
import { noteOfWindow, removeWindow } from './argo-cd-window.ts';
import { type Clusters, locateOwnerObject } from './find.ts';
import { handBackFlux } from './flux-hand-back.ts';
import { type HandedBack, PAUSED, pauseNote } from './notes.ts';
import { type Found, MAX_NAMES } from './owner.ts';
import { readUntil } from './read-until.ts';

/**
 * Gives an owner that a rollback has paused control again, where its source says what runs.
 *
 * @param readOnly what would be done
 * @returns undefined where no rollback has paused it
 */
export async function handBack(
  clusters: Clusters,
  owner: Found,
  readOnly: boolean,
): Promise<HandedBack | undefined> {
  const { object } = owner;
  if (!object || owner.unread) return undefined;
  const { client, namespace, api, plural } = locateOwnerObject(clusters, object);
  const path = objectPath(api, namespace, plural, object.name);
  if (object.type === 'application') return byArgo(clusters, owner, path, readOnly);
  return handBackFlux(client, owner, path, readOnly);
}

async function byArgo(
  { argo: { client, namespace } }: Clusters,
  owner: Found,
  path: string,
  readOnly: boolean,
): Promise<HandedBack | undefined> {
  const before = await client.get<Application>(path);
  const own = pauseNote(before);
  const note = own ?? (await noteOfWindow(client, namespace, before));
  if (!note) return undefined;
  const application = readOnly ? before : await refreshed(client, path);
  const { sync = {}, resources = [] } = application.status ?? {};
  const result = { owner: owner.name, note, revision: sync.revision ?? sync.revisions?.join(', ') };
  if (isBusy(application)) return { ...result, isBack: false, reason: 'a sync of it is under way' };
  if (sync.status !== 'Synced') {
    const different = resources
      .filter(({ status }) => status === 'OutOfSync')
      .map(({ kind, name }) => `${kind}/${name}`);
    const what = namesOf(different, MAX_NAMES) || 'Argo CD cannot compare it';
    return {
      ...result,
      isBack: false,
      reason: `its source is not what runs yet (${sync.status ?? 'Unknown'}): ${what}`,
    };
  }
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

/** Has Argo CD compare with its source once more, without a sync. */
async function refreshed(client: KubeClient, path: string): Promise<Application> {
  const REFRESH = 'argocd.argoproj.io/refresh';
  await client.patch(path, PATCH.merge, { metadata: { annotations: { [REFRESH]: 'normal' } } });
  return readUntil<Application>(
    client,
    path,
    ({ metadata }) => metadata.annotations?.[REFRESH] === undefined,
  );
}
